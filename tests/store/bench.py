"""A real project file with two articles and one annotator, ready for work."""

from typing import NamedTuple

from annotator import paths
from annotator.core.article import Article
from annotator.core.change import Change, Edit
from annotator.core.layer import Annotator, Layer
from annotator.core.span import Span, make_span
from annotator.store.store import Applied, Store

SCHEME = paths.resource("scheme.toml").read_text(encoding="utf-8")
TEXTS = ("هجوم على الميناء\nأعلنت كتائب الفجر مسؤوليتها عن الهجوم.", "هدنة في الوادي\nاتفق الطرفان على وقف القتال.")


class Bench(NamedTuple):
    """A project ready for work."""

    store: Store
    articles: tuple[Article, ...]
    annotator: Annotator
    layer: Layer

    def label(self, start: int, end: int, label: str = "ACTOR") -> tuple[Applied, Span]:
        """Keep one span in the first article's layer."""
        span = make_span(self.layer.id, label, start, end)
        change = Change("label", self.layer.article, (Edit(None, span),))
        return self.store.apply(change, self.annotator.id), span
