"""The style sheet of Qt's own controls, the sizes of type, and the surfaces that panes stand on."""

from typing import TypeVar

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPalette, QPen
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from annotator.ui.language import current
from annotator.ui.prose import ElidedProse, Prose
from annotator.ui.theme import Theme, look

Dressed = TypeVar("Dressed", bound=Prose)

RING_PX = 2
RING_GAP_PX = 2
RING_ROOM_PX = RING_PX + RING_GAP_PX
"""What a drawn control leaves free on every side for its focus ring."""

HAIR_PX = 1
HEADING_PAD_PX, HEADING_STEP_PX = 10, 4
CARET_ROOM = "\u2005"
SCROLL_SHARE = 0.55
MENU_PAD_PX = {"ar": 0, "en": 6}
"""Above and below a menu entry: the Arabic face brings its own."""

SHEET = """
QToolTip {{ background: {raised}; color: {text}; border: 1px solid {line_strong}; padding: 4px 7px; }}
QPushButton {{ background: {raised}; color: {text}; border: 1px solid {line}; border-radius: 7px;
    padding: 0 13px; min-height: 30px; font-weight: 600; }}
QPushButton:hover {{ background: {hover}; }}
QPushButton:pressed {{ background: {select_row}; }}
QPushButton:focus {{ border: 2px solid {focus}; padding: 0 12px; min-height: 28px; }}
QPushButton:disabled {{ color: {faint}; }}
QPushButton:default, QPushButton[kind="primary"] {{ background: {ink}; color: {on_ink}; border-color: {ink}; }}
QPushButton:default:focus, QPushButton[kind="primary"]:focus {{ border: 2px solid {line_strong}; }}
QPushButton:default:disabled, QPushButton[kind="primary"]:disabled {{ background: {line}; color: {muted};
    border-color: {line}; }}
QPushButton[kind="quiet"] {{ background: transparent; border-color: transparent; color: {muted}; font-weight: 400; }}
QPushButton[kind="quiet"]:hover {{ background: {hover}; color: {text}; }}
QPushButton[kind="quiet"]:focus {{ border: 2px solid {focus}; }}
QToolButton {{ background: transparent; color: {text}; border: 2px solid transparent; border-radius: 6px; padding: 4px;
    min-width: 20px; min-height: 20px; }}
QToolButton:hover {{ background: {hover}; }}
QToolButton:pressed, QToolButton:checked {{ background: {select_row}; }}
QToolButton:focus {{ border-color: {focus}; }}
QToolButton:disabled {{ color: {faint}; }}
QToolButton::menu-indicator {{ image: none; }}
QLineEdit, QPlainTextEdit, QSpinBox {{ background: {raised}; color: {text}; border: 1px solid {line_strong};
    border-radius: 6px; padding: 1px 8px; selection-background-color: {selection}; selection-color: {text}; }}
QLineEdit, QSpinBox {{ min-height: 28px; }}
QLineEdit[quiet="true"] {{ border-color: {line}; }}
QLineEdit:focus, QPlainTextEdit:focus, QSpinBox:focus {{ border: 2px solid {focus}; padding: 0 7px; }}
QLineEdit QToolButton {{ border: none; padding: 0; }}
QComboBox {{ background: {raised}; color: {text}; border: 1px solid {line_strong}; border-radius: 6px;
    padding: 1px 10px; min-height: 28px; }}
QComboBox:focus {{ border: 2px solid {focus}; padding: 0 9px; }}
QComboBox QAbstractItemView {{ background: {raised}; color: {text}; border: 1px solid {line_strong};
    selection-background-color: {select_row}; selection-color: {text}; outline: none; }}
QCheckBox, QRadioButton {{ spacing: 8px; min-height: 26px; border: 2px solid transparent; border-radius: 5px; }}
QCheckBox:focus, QRadioButton:focus {{ border-color: {focus}; }}
QMenu {{ background: {raised}; color: {text}; border: 1px solid {line_strong}; padding: 5px; }}
QMenu::item {{ padding: {menu_pad}px 24px; border-radius: 5px; background: transparent; }}
QMenu::item:selected {{ background: {select_row}; color: {text}; }}
QMenu::item:disabled {{ color: {faint}; }}
QMenu::separator {{ height: 1px; background: {line}; margin: 5px 8px; }}
QMenuBar {{ background: {window}; color: {text}; }}
QMenuBar::item {{ padding: 5px 10px; border-radius: 5px; background: transparent; }}
QMenuBar::item:selected {{ background: {select_row}; }}
QDialog {{ background: {panel}; }}
QSplitter::handle {{ background: {line}; }}
QScrollBar {{ background: transparent; border: none; }}
QScrollBar:vertical {{ width: 12px; }}
QScrollBar:horizontal {{ height: 12px; }}
QScrollBar::handle {{ background: {scroll}; border: 3px solid transparent; border-radius: 6px;
    background-clip: padding; }}
QScrollBar::handle:vertical {{ min-height: 36px; }}
QScrollBar::handle:horizontal {{ min-width: 36px; }}
QScrollBar::handle:hover {{ background: {line_strong}; background-clip: padding; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; border: none; background: none; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: none; }}
QProgressBar {{ background: {line}; border: none; border-radius: 2px; max-height: 4px; min-height: 4px; }}
QProgressBar::chunk {{ background: {ink}; border-radius: 2px; }}
"""


def style_sheet(theme: Theme) -> str:
    """The application's one style sheet, in the theme's ink and paper."""
    scroll = mixed(theme.colour("line_strong"), theme.colour("paper"), SCROLL_SHARE)
    return SHEET.format(**look()["themes"][theme.name], scroll=scroll.name(), menu_pad=MENU_PAD_PX[current()])


def mixed(front: QColor, back: QColor, share: float) -> QColor:
    """`share` of one colour over the other, opaque, so that nothing shines through."""
    parts = ((front.red(), back.red()), (front.green(), back.green()), (front.blue(), back.blue()))
    return QColor(*[round(share * a + (1 - share) * b) for a, b in parts])


def scaled(font: QFont, name: str) -> QFont:
    """The font in one of the look's sizes and weights: caption, small, body, strong, heading, title, figure."""
    type_ = look()["type"]["ui"]
    result = QFont(font)
    result.setPointSizeF(font.pointSizeF() * type_["scale"][name])
    result.setWeight(QFont.Weight(type_["weights"].get(name, 400)))
    return result


def stand_on(widget: QWidget, theme: Theme, surface: str) -> None:
    """Give a pane its paper: one of window, side, panel, paper, raised."""
    palette = QPalette(widget.palette())
    palette.setColor(QPalette.ColorRole.Window, theme.colour(surface))
    palette.setColor(QPalette.ColorRole.WindowText, theme.colour("text"))
    palette.setColor(QPalette.ColorRole.PlaceholderText, theme.colour("muted"))
    widget.setPalette(palette)
    widget.setAutoFillBackground(True)


def plain_label(text: str = "", size: str = "body", muted: bool = False, parent: QWidget | None = None) -> Prose:
    """A label that shows its text as it is, never as mark-up, in a size of the look."""
    return _dressed(Prose(text, parent), size, muted)


def elided_label(text: str = "", size: str = "body", muted: bool = False, parent: QWidget | None = None) -> ElidedProse:
    """The same in one line that gives way where there is no room."""
    return _dressed(ElidedProse(text, parent), size, muted)


def lead(field: QLineEdit, hint: str) -> None:
    """Let a field write from where the interface begins, whatever the keyboard's direction is, and say what it is for.

    The caret has room of its own before the hint, which Qt would set right under it.
    """
    rtl = field.layoutDirection() == Qt.LayoutDirection.RightToLeft
    side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
    field.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
    field.setPlaceholderText(CARET_ROOM + hint)
    field.setAccessibleName(hint)


def _dressed(label: Dressed, size: str, muted: bool) -> Dressed:
    label.setFont(scaled(label.font(), size))
    if muted:
        label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return label


def paint_ring(painter: QPainter, box: QRectF, corner: float, theme: Theme) -> None:
    """The focus ring round `box`: ink, 2 px wide, 2 px away. The painter must not be clipped to the box."""
    grown = RING_GAP_PX + RING_PX / 2
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour("focus"), RING_PX))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(-grown, -grown, grown, grown), corner + grown, corner + grown)
    painter.restore()


class Hairline(QWidget):
    """A line one pixel thin between two surfaces, lying or standing."""

    def __init__(self, theme: Theme, upright: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        if upright:
            self.setFixedWidth(HAIR_PX)
        else:
            self.setFixedHeight(HAIR_PX)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Window, theme.colour("line"))
        self.setPalette(palette)
        self.setAutoFillBackground(True)


def table_style(theme: Theme) -> str:
    """The style of a table that stands on a sheet: hairlines between rows, a ring while it has the focus."""
    line, muted, text = theme.hex("line"), theme.hex("muted"), theme.hex("text")
    # Where rows run from the right, Qt sets their words a little further in than a heading's.
    right = HEADING_PAD_PX + (HEADING_STEP_PX if current() == "ar" else 0)
    return (
        f"QTableView {{ background: transparent; border: 2px solid transparent; outline: none; color: {text}; }}"
        f"QTableView:focus {{ border-color: {theme.hex('focus')}; }}"
        f"QTableView::item {{ border-bottom: 1px solid {line}; padding: 0 10px; }}"
        f"QTableView::item:selected {{ background: {theme.hex('select_row')}; color: {text}; }}"
        f"QHeaderView {{ background: transparent; }}"
        f"QHeaderView::section {{ background: transparent; color: {muted}; border: none;"
        f" border-bottom: 1px solid {line}; padding: 6px {right}px 6px {HEADING_PAD_PX}px;"
        f" font-weight: 400; }}"
    )
