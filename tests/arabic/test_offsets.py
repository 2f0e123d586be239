from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from annotator.arabic.offsets import display_text, map_utf16
from tests.arabic.alphabet import texts

anything = st.text(st.characters(exclude_categories=()), max_size=30)
troubled = st.text(
    st.sampled_from("اa😀\r\n\t\x00\x0b\x0c\x1b\x85\u2028\u2029\ufeff\ufdd0\ufdd1\ufffc\ufffe\ud800\udfff")
)


def units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def test_arabic_without_astral_characters_needs_no_map() -> None:
    assert map_utf16("قالت الوكالة إنَّ F-16 ﷺ").identity
    assert not map_utf16("قال 😀").identity


def test_positions_behind_an_emoji_count_one_more_in_utf16() -> None:
    positions = map_utf16("a😀b😀")
    assert [positions.to_utf16(cp) for cp in range(5)] == [0, 1, 3, 4, 6]
    assert [positions.to_codepoint(unit) for unit in range(7)] == [0, 1, 1, 2, 3, 3, 4]


@given(anything | texts)
def test_every_position_maps_to_the_units_before_it_and_back(text: str) -> None:
    positions = map_utf16(text)
    for cp in range(len(text) + 1):
        assert positions.to_utf16(cp) == units(text[:cp])
        assert positions.to_codepoint(positions.to_utf16(cp)) == cp


@given(anything | texts)
def test_a_position_inside_a_pair_maps_to_the_start_of_its_character(text: str) -> None:
    positions = map_utf16(text)
    for cp, character in enumerate(text):
        if ord(character) > 0xFFFF:
            assert positions.to_codepoint(positions.to_utf16(cp) + 1) == cp


@given(anything | troubled)
def test_display_text_keeps_every_position_and_paragraph(text: str) -> None:
    shown = display_text(text)
    assert len(shown) == len(text)
    assert units(shown) == units(text)
    assert map_utf16(shown) == map_utf16(text)
    assert [at for at, ch in enumerate(shown) if ch == "\n"] == [at for at, ch in enumerate(text) if ch == "\n"]


def test_display_text_is_the_text_itself_where_qt_changes_nothing() -> None:
    text = "قالَ «داعش»\tو\u200fF-16\nـ 😀\u00a0\u200d"
    assert display_text(text) == text


def test_display_text_shows_what_it_replaces() -> None:
    assert display_text("\x00\r\x1b\x7f\x85\u2028\u2029\ufeff\ud800\ufdd0\ufffc") == "␀␍␛␡␤␤¶����"


@given(anything | troubled)
def test_qt_gives_display_text_back_unchanged(qapp: QApplication, text: str) -> None:
    shown = display_text(text)
    document = QTextDocument()
    document.setPlainText(shown)
    assert document.toPlainText() == shown.replace("\u00a0", " ")


def test_every_bmp_character_survives_a_plain_text_edit(qtbot: QtBot) -> None:
    edit = QPlainTextEdit()
    qtbot.addWidget(edit)
    for row in range(0, 0x10000, 0x100):
        shown = display_text("".join(map(chr, range(row, row + 0x100))))
        edit.setPlainText(shown)
        assert edit.toPlainText() == shown.replace("\u00a0", " "), hex(row)
        assert edit.blockCount() == shown.count("\n") + 1
