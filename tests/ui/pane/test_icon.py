"""Icons are ours, take the ink they are given, and turn with the direction of reading."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QIcon, QImage
from PySide6.QtWidgets import QApplication

from annotator import paths
from annotator.ui.icon import MIRRORED, icon, icon_pixmap, program_icon

INK = QColor("#26221D")
DRAWINGS = sorted(file.stem for file in paths.resource("icons").glob("*.svg") if not file.stem.startswith("hashiya"))


def ink_of(image: QImage) -> int:
    return sum(image.pixelColor(x, y).alpha() > 0 for x in range(image.width()) for y in range(image.height()))


@pytest.mark.parametrize("name", DRAWINGS)
def test_every_drawing_leaves_ink_and_follows_the_house_style(qapp: QApplication, name: str) -> None:
    assert ink_of(icon_pixmap(name, INK, 20, scale=2.0).toImage()) > 20
    drawing = paths.resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    assert 'viewBox="0 0 20 20"' in drawing
    assert 'stroke="currentColor"' in drawing
    assert 'stroke-width="1.6"' in drawing


def test_an_icon_is_drawn_in_the_colour_asked_for(qapp: QApplication) -> None:
    image = icon_pixmap("menu", QColor("#1C6B45"), 20, scale=3.0).toImage()
    assert image.pixelColor(30, 30).name() == "#1c6b45"


@pytest.mark.parametrize("name", sorted(MIRRORED))
def test_what_points_along_the_text_turns_in_arabic(right_to_left: None, name: str) -> None:
    as_drawn = icon_pixmap(name, INK, 20, mirrored=False, scale=1.0).toImage()
    assert icon_pixmap(name, INK, 20, scale=1.0).toImage() == as_drawn.flipped(Qt.Orientation.Horizontal)


@pytest.mark.parametrize("name", ["search", "check", "clock"])
def test_the_others_stay_as_they_are(right_to_left: None, name: str) -> None:
    as_drawn = icon_pixmap(name, INK, 20, mirrored=False, scale=1.0).toImage()
    assert icon_pixmap(name, INK, 20, scale=1.0).toImage() == as_drawn


def test_an_icon_is_sharp_on_a_fine_screen(qapp: QApplication) -> None:
    assert icon("check", INK, 20).pixmap(icon("check", INK, 20).availableSizes()[0], 2.0).width() == 40


def test_a_control_that_is_off_has_its_own_ink(qapp: QApplication) -> None:
    off = icon("menu", INK, 20, disabled=QColor("#8A8378"))
    image = off.pixmap(off.availableSizes()[0], 3.0, QIcon.Mode.Disabled).toImage()
    assert image.pixelColor(30, 30).name() == "#8a8378"


def test_an_unknown_drawing_is_an_error(qapp: QApplication) -> None:
    with pytest.raises(FileNotFoundError):
        icon("no-such-drawing", INK)


def test_the_program_icon_has_every_usual_size(qapp: QApplication) -> None:
    assert {size.width() for size in program_icon().availableSizes()} >= {16, 32, 48, 256}
