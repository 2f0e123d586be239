"""Ticks stand where the start of the picked span could be put, not where it is."""

from annotator.ui.article.ticks import tick_places

TEXT = "قصف وبالصواريخ (وزير)"


def test_every_cut_of_the_first_word_but_the_one_taken() -> None:
    start = TEXT.index("وبال")
    assert tick_places(TEXT, start, len(TEXT)) == [start + 1, start + 2, start + 4]
    assert tick_places(TEXT, start + 2, len(TEXT)) == [start, start + 1, start + 4]


def test_none_beyond_the_span_and_none_beside_words() -> None:
    start = TEXT.index("وبال")
    assert tick_places(TEXT, start, start + 2) == [start + 1]
    assert tick_places(TEXT, TEXT.index("("), len(TEXT)) == []
    assert tick_places(TEXT, 0, 3) == []
