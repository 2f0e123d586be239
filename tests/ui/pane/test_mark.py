"""A label's mark: filled for a core label, outlined for a helper, its letter in the middle."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from annotator import paths
from annotator.core.scheme import THEMES, Label
from annotator.core.scheme_file import read_scheme
from annotator.ui.mark import mark_pixmap, mark_width
from annotator.ui.theme import Theme

SCHEME = read_scheme(paths.resource("scheme.toml").read_text(encoding="utf-8"))
SIZE, SCALE = 18, 4.0


def drawn(label: Label, theme: str, language: str, name: bool = False) -> QImage:
    return mark_pixmap(label, Theme(theme), language, SIZE, name, SCALE).toImage()


def ink_rows(image: QImage, ground: QColor) -> list[int]:
    """The rows of the tab's inside that hold anything but its ground."""
    inside = range(image.width() // 5, image.width() * 4 // 5)
    return [
        y
        for y in range(image.height() // 8, image.height() * 7 // 8)
        if any(abs(image.pixelColor(x, y).lightness() - ground.lightness()) > 40 for x in inside)
    ]


@pytest.mark.parametrize("label", SCHEME.labels, ids=lambda label: label.id)
@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("theme", THEMES)
def test_a_core_label_is_filled_and_its_letter_is_in_the_middle(
    qapp: QApplication, label: Label, language: str, theme: str
) -> None:
    image = drawn(label, theme, language)
    bar = Theme(theme).bar(label)
    assert image.pixelColor(image.width() // 2, 2) == bar
    rows = ink_rows(image, bar)
    middle = (rows[0] + rows[-1]) / 2
    assert abs(middle - (image.height() - 1) / 2) <= SCALE


def test_a_helper_is_only_outlined(qapp: QApplication) -> None:
    helper = replace(SCHEME.labels[0], core=False)
    image = drawn(helper, "light", "en")
    assert image.pixelColor(image.width() // 2, 2) == Theme("light").bar(helper)
    assert image.pixelColor(int(3 * SCALE), int(3 * SCALE)).alpha() == 0


def test_the_name_takes_more_room_than_the_letter_and_is_as_wide_as_it_says(qapp: QApplication) -> None:
    label = SCHEME.labels[0]
    for name in (False, True):
        assert drawn(label, "light", "ar", name).width() == mark_width(label, "ar", SIZE, name) * SCALE
    assert mark_width(label, "ar", SIZE, name=True) > mark_width(label, "ar", SIZE)


def test_a_mark_is_drawn_once(qapp: QApplication) -> None:
    label = SCHEME.labels[0]
    first = mark_pixmap(label, Theme("light"), "ar", SIZE, scale=SCALE)
    assert mark_pixmap(label, Theme("light"), "ar", SIZE, scale=SCALE).cacheKey() == first.cacheKey()
