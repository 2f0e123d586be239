"""The docket of one article: everything about it that must be settled or accepted."""

from collections.abc import Iterable
from typing import NamedTuple

from annotator.agreement.disagreement import Cluster, place_of, span_clusters
from annotator.agreement.plot import event_clusters
from annotator.agreement.sheet import Sheet, sheets
from annotator.core.policy import Policy
from annotator.core.record import Record


class Docket(NamedTuple):
    """What is asked about an article, agreed things too, and the ids of the layers that were compared."""

    sheet: Sheet
    clusters: list[Cluster]
    inputs: tuple[str, ...]


def docket_of(records: Iterable[Record], policy: Policy) -> Docket | None:
    """The docket out of all the records of one article; None where fewer than two have finished it."""
    sheet = next(sheets(records), None)
    if sheet is None or len(sheet.layers) < 2:
        return None
    clusters = sorted((*span_clusters(sheet, policy), *event_clusters(sheet, policy)), key=place_of)
    inputs = tuple(record.layer.id for record in sheet.layers.values() if record.layer is not None)
    return Docket(sheet, clusters, inputs)


def clusters_of(records: Iterable[Record], policy: Policy) -> list[Cluster]:
    """The clusters alone; none where fewer than two have finished the article."""
    docket = docket_of(records, policy)
    return docket.clusters if docket else []
