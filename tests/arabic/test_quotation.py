"""Quotation marks and their partners."""

import pytest

from annotator.arabic.quotation import is_unclosed


@pytest.mark.parametrize("words", ["", "نفى التهمة", "«لن نرد»", "قال «لا» ثم «نعم»", '"كذا"', "“أ «ب» ج”"])
def test_marks_with_their_partners_are_closed(words: str) -> None:
    assert not is_unclosed(words)


@pytest.mark.parametrize("words", ["«لن نرد", "لن نرد»", "»لن نرد«", '"كذا', "“أ «ب” ج"])
def test_a_mark_without_its_partner_is_unclosed(words: str) -> None:
    assert is_unclosed(words)
