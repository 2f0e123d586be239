"""Rows of Parquet, by pyarrow; `line` is the number of the row, from 1."""

from collections.abc import Iterator
from pathlib import Path

from annotator.core.record import Notice, Refusal
from annotator.core.sentence import say
from annotator.exchange import arrow
from annotator.exchange.check import Fault
from annotator.exchange.column import Row, Wanted, choose
from annotator.exchange.reason import shown, shown_path

NO_TEXT = say("a text in it is not UTF-8.")
OURS = say("it is an export with spans, not a table of articles. Import the JSONL or the Parquet parts instead.")


def rows(path: Path, encoding: str | None, wanted: Wanted) -> Iterator[Row | Refusal | Notice]:
    """The rows, streamed. Raises Fault when pyarrow is missing, and when the file is not a table that can be read."""
    name = shown_path(path)
    with path.open("rb") as raw:
        file = arrow.opened(raw)
        if arrow.OURS in (file.schema_arrow.metadata or {}):
            raise Fault(OURS)
        names = list(file.schema_arrow.names)
        choose(names, wanted, True)
        if len(set(names)) < len(names):
            raise Fault(say("two columns have the same name; there are: {names}.", names=shown(", ".join(names), 200)))
        for number, row in enumerate(arrow.values(file), 1):
            yield Row(number, row) if row is not None else Refusal(name, number, NO_TEXT)


def names(path: Path) -> list[str]:
    """The names of the columns. Raises Fault when pyarrow is missing, and when the file cannot be read."""
    with path.open("rb") as raw:
        return list(arrow.opened(raw).schema_arrow.names)


def is_foreign(path: Path) -> bool:
    """Whether the file is Parquet of somebody else's, as far as can be told."""
    return not arrow.kind_of(path)
