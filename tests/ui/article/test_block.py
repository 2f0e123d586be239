"""Blocks cover the article and know what kind of paragraph they are."""

from __future__ import annotations

from itertools import pairwise

import pytest

from annotator.core.article import make_article
from annotator.ui.article.block import BODY, DATELINE, LONGEST, TITLE, break_blocks


def test_headline_dateline_and_numbered_paragraphs() -> None:
    blocks = break_blocks(
        make_article("عنوان الخبر\nالريحانة – الأحد\nالفقرة الأولى\n\nالثانية", meta={"dateline": True})
    )
    assert [block.kind for block in blocks] == [TITLE, DATELINE, BODY, BODY, BODY]
    assert [block.number for block in blocks] == [0, 0, 1, 0, 2]


def test_one_long_paragraph_is_no_headline() -> None:
    assert [block.kind for block in break_blocks(make_article("خبر من فقرة واحدة"))] == [BODY]
    first, _ = break_blocks(make_article("كلمة " * 80 + "\nثم أخرى"))
    assert first.kind == BODY


@pytest.mark.parametrize("text", ["", "\n", "ا", "\n\n\n", "ب" * 30_000, "كلمتان هنا " * 4_000, "\u064e" * 20_000])
def test_blocks_cover_the_text_without_gaps_or_overlaps(text: str) -> None:
    blocks = break_blocks(make_article(text))
    assert blocks[0].start == 0
    assert blocks[-1].end == len(text)
    assert blocks[-1].last
    for one, other in pairwise(blocks):
        assert other.start == one.end + (1 if one.last else 0)
        assert not one.last or text[one.end] == "\n"
    assert all(block.end - block.start <= LONGEST for block in blocks)


def test_a_long_paragraph_is_cut_after_spaces_and_numbered_once() -> None:
    text = "كلمتان هنا " * 4_000
    blocks = break_blocks(make_article(text))
    assert len(blocks) > 4
    assert all(text[block.end - 1] == " " for block in blocks)
    assert [block.number for block in blocks[:2]] == [1, 0]
