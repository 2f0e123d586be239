"""The scene: how the page looks at this moment, beside its text and its spans."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from annotator.core.scheme import Colours, Guideline, Label
from annotator.core.span import Span
from annotator.ui.article.cap import Hinted
from annotator.ui.article.move import Caret
from annotator.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class Scene:
    """What the painter must know. `scale` is device pixels to the logical pixel.

    `selection` is [start, end) in code points; `caret` is None where none is drawn; `picked` has the edges it would
    have while one of them is dragged. `hits` are the ranges that were found, ascending and apart; `hit` is the one
    gone to. `truth` shows what the text hides. `number` writes a paragraph's number in the digits of the setting.
    `roles` are the spans of the picked event with the names of their parts in it; with `recede` all others step back.
    The `arcs` lead from span to span.
    """

    theme: Theme
    language: str
    labels: Mapping[str, Label]
    number: Callable[[int], str] = str
    scale: float = 1.0
    names: bool = False
    truth: bool = False
    picked: Span | None = None
    hits: Sequence[tuple[int, int]] = ()
    hit: tuple[int, int] | None = None
    selection: tuple[int, int] | None = None
    caret: Caret | None = None
    hinted: Hinted | None = None
    roles: Mapping[str, str] = field(default_factory=dict)
    recede: bool = False
    arcs: Sequence[tuple[str, str]] = ()

    def label(self, span: Span) -> Label:
        """The span's label; a colourless one with its id where the scheme does not know it."""
        return self.label_named(span.label)

    def label_named(self, label_id: str) -> Label:
        """The label of that id; a colourless one where the scheme does not know it."""
        return self.labels.get(label_id) or _unknown(label_id, self.theme)

    def recedes(self, span: Span) -> bool:
        """Whether the span steps back because the picked event is not about it."""
        return self.recede and span.id not in self.roles and not self.is_picked(span)

    def is_picked(self, span: Span) -> bool:
        """Whether this is the picked span."""
        return self.picked is not None and self.picked.id == span.id


def _unknown(label_id: str, theme: Theme) -> Label:
    colours = Colours(theme.hex("line_strong"), theme.hex("paper"), theme.hex("hover"))
    return Label(label_id, {}, {}, "", "solid", False, {theme.name: colours}, Guideline({}, {}, {}, {}))
