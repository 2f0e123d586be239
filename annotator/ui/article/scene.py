"""The scene: how the page looks at this moment, beside its text and its spans."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from annotator.core.scheme import Colours, Label
from annotator.core.span import Span
from annotator.ui.article.move import Caret
from annotator.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class Scene:
    """What the painter must know. `scale` is device pixels to the logical pixel.

    `selection` is [start, end) in code points; `caret` is None where none is drawn; `picked` has the edges it would
    have while one of them is dragged. `number` writes a paragraph's number in the digits of the setting.
    """

    theme: Theme
    language: str
    labels: Mapping[str, Label]
    number: Callable[[int], str] = str
    scale: float = 1.0
    names: bool = False
    picked: Span | None = None
    selection: tuple[int, int] | None = None
    caret: Caret | None = None

    def label(self, span: Span) -> Label:
        """The span's label; a colourless one with its id where the scheme does not know it."""
        return self.labels.get(span.label) or _unknown(span.label, self.theme)

    def is_picked(self, span: Span) -> bool:
        """Whether this is the picked span."""
        return self.picked is not None and self.picked.id == span.id


def _unknown(label_id: str, theme: Theme) -> Label:
    colours = Colours(theme.hex("line_strong"), theme.hex("paper"), theme.hex("hover"))
    return Label(label_id, {}, {}, "", "solid", False, {theme.name: colours}, {})
