"""Faces: the type each kind of block is set in, and the measures that follow from its size."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtGui import QFont, QFontMetricsF, QGuiApplication

from annotator.ui.article.block import BODY, DATELINE, TITLE
from annotator.ui.theme import look, reading_font

SAMPLE = "وقال المتحدث باسم المجلس إن الطريق بقي مفتوحا طوال النهار"
POINTS_PER_INCH = 72
TITLE_LINE_EM = 1.5
DATELINE_RATIO, DATELINE_GAP_PX = 0.72, 2
BEST_MEASURE, COLUMN_EM = 66, 740 / (16 * 96 / 72)
"""So many letters in a line read best, and so wide a column holds them."""


@dataclass(frozen=True, slots=True)
class Face:
    """How one kind of block is set. Lengths are logical pixels.

    `baseline`, `tint_top` and `tint_bottom` count from the top of a line, `lane` from there to its first lane;
    `advance` is a line without its lanes, `gap` what follows the block's paragraph, `letter` an average letter's width.
    """

    font: QFont
    colour: str
    em: float
    advance: int
    baseline: int
    tint_top: int
    tint_bottom: int
    gap: int
    letter: float

    @property
    def lane(self) -> int:
        """The top of the first lane, from the top of the line."""
        return self.tint_bottom + int(look()["article"]["lane_first_gap_px"])

    def line_height(self, lanes: int) -> int:
        """The height of a line that carries so many lanes of bars."""
        table = look()["article"]
        reserved = max(int(table["lane_reserved"]), lanes)
        return self.advance + reserved * int(table["lane_pitch_px"]) + int(table["line_gap_px"])


def make_faces(points: float, line_em: float) -> Mapping[str, Face]:
    """The faces of all kinds of block when the body is set in `points`."""
    kind = look()["type"]["reading"]
    body, title, dateline = (reading_font(points * ratio) for ratio in (1, kind["title_ratio"], DATELINE_RATIO))
    title.setWeight(QFont.Weight(kind["title_weight"]))
    em = points * dots_per_inch() / POINTS_PER_INCH
    paragraph_gap = round(em * look()["article"]["paragraph_gap_em"])
    return {
        BODY: _face(body, em, line_em, "text", paragraph_gap),
        TITLE: _face(title, em * kind["title_ratio"], TITLE_LINE_EM, "text", 0),
        DATELINE: _face(dateline, em * DATELINE_RATIO, line_em, "muted", DATELINE_GAP_PX),
    }


def column_width(em: float, measure: int = BEST_MEASURE) -> int:
    """How wide a column of `measure` letters is at this size, in logical pixels."""
    return round(COLUMN_EM * em * measure / BEST_MEASURE)


def dots_per_inch() -> float:
    """Logical dots per inch of the screen Qt sets type for."""
    screen = QGuiApplication.primaryScreen()
    return screen.logicalDotsPerInchY() if screen else 96.0


def _face(font: QFont, em: float, line_em: float, colour: str, gap: int) -> Face:
    table = look()["article"]
    metrics = QFontMetricsF(font)
    advance = round(em * line_em)
    baseline = round((advance - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent())
    return Face(
        font=font,
        colour=colour,
        em=em,
        advance=advance,
        baseline=baseline,
        tint_top=round(baseline + em * table["tint_top_em"]),
        tint_bottom=round(baseline + em * table["tint_bottom_em"]),
        gap=gap,
        letter=metrics.horizontalAdvance(SAMPLE) / len(SAMPLE),
    )
