"""Articles are known by their text."""

import pytest

from annotator.core.article import TITLE_LENGTH, hash_text, headline, make_article


def test_the_headline_is_the_first_paragraph_with_words_in_it() -> None:
    assert headline("\n  \nعنوان الخبر \nمتن") == "عنوان الخبر"
    assert headline("") == ""


def test_a_first_paragraph_too_long_for_a_headline_is_cut_with_an_ellipsis() -> None:
    title = headline("كلمة " * 100)
    assert len(title) <= TITLE_LENGTH
    assert title.endswith("…")


def test_the_same_text_is_the_same_article() -> None:
    first, second = make_article("نص"), make_article("نص", source="وكالة")
    assert first.sha256 == second.sha256 == hash_text("نص")
    assert first.id == second.id == first.sha256[:16]


def test_a_lone_surrogate_is_no_text() -> None:
    with pytest.raises(UnicodeEncodeError):
        make_article("نص \ud800")
