"""Spans on tokens: what fits stays, and whatever is altered or left out is told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.arabic.token import tokens
from annotator.core.article import make_article
from annotator.core.layer import Annotator, Layer
from annotator.core.record import Record
from annotator.core.span import Span
from annotator.exchange import ExportError
from annotator.exchange.align import (
    DOUBLED,
    DROPPED,
    OVERLAPPED,
    SHRUNK,
    WIDENED,
    Alignment,
    align,
    aligned,
)
from annotator.exchange.option import ALIGNMENTS, DROP, EXPAND, STRICT
from tests.exchange.sample import records

TEXT = "🔥 قصف «حماس» بالصواريخ، ثم وقف."


def record_of(*spans: tuple[str, tuple[tuple[int, int], ...]], text: str = TEXT) -> Record:
    return Record(make_article(text, id="a1"), Layer("l1", "a1", "layla"), Annotator("layla", "ليلى"), spans=tuple(
        Span("l1", f"s{number}", label, fragments) for number, (label, fragments) in enumerate(spans)
    ))  # fmt: skip


def over(words: str, label: str = "ACTOR", text: str = TEXT) -> tuple[str, tuple[tuple[int, int], ...]]:
    start = text.index(words)
    return label, ((start, start + len(words)),)


def words_of(alignment: Alignment, text: str = TEXT) -> list[str]:
    return [text[span.start : span.end] for span in alignment.spans()]


@given(records(), st.sampled_from(ALIGNMENTS), st.booleans())
def test_every_span_is_written_as_it_is_or_told_of(record: Record, mode: str, is_flat: bool) -> None:
    found = align(record, mode, is_flat)
    told = {move.span: move for move in found.moves}
    written = {span.id: span for span in found.spans()}
    assert len(told) == len(found.moves)
    for span in record.spans:
        if span.id not in told:
            assert written[span.id].fragments == span.fragments
        elif told[span.id].kind in (WIDENED, SHRUNK):
            assert mode == EXPAND
            move = told[span.id]
            assert written[span.id].fragments == ((move.new_start, move.new_end),)
            assert move.after == record.article.text[move.new_start : move.new_end]
        else:
            assert span.id not in written
    assert set(written) <= {span.id for span in record.spans}


@given(records())
def test_expanding_loses_no_letter_of_any_span(record: Record) -> None:
    text = record.article.text
    found = align(record, EXPAND)
    for span in found.spans():
        before = next(other for other in record.spans if other.id == span.id)
        for start, end in before.fragments:
            outside = text[start : min(end, span.start)] + text[max(start, span.end) : end]
            assert not outside.strip()
    for move in found.moves:
        assert move.kind != DROPPED or not move.before.strip()


@given(records(), st.sampled_from((STRICT, DROP)))
def test_strict_and_drop_write_only_spans_that_fit(record: Record, mode: str) -> None:
    starts, ends = zip(*tokens(record.article.text), strict=True)
    before = {span.id: span for span in record.spans}
    found = align(record, mode)
    for span in found.spans():
        assert before[span.id].fragments == span.fragments
        assert span.start in starts
        assert span.end in ends
    assert {move.kind for move in found.moves} <= {DROPPED}


@given(records())
def test_flat_spans_share_no_token_and_leave_out_only_what_overlaps(record: Record) -> None:
    flat = align(record, EXPAND, is_flat=True)
    taken = [index for item in flat.placed for index in range(item.first, item.last + 1)]
    assert len(taken) == len(set(taken))
    left = {move.span for move in flat.moves if move.kind == OVERLAPPED}
    for item in align(record, EXPAND).placed:
        inside = set(range(item.first, item.last + 1))
        assert (item.span.id in left) == (item.span.id not in {kept.span.id for kept in flat.placed})
        assert item.span.id not in left or inside.intersection(taken)


def test_a_word_without_its_proclitics_is_widened_and_quoted_before_and_after() -> None:
    found = align(record_of(over("حماس"), over("صواريخ", "WEAPON")), EXPAND)
    assert words_of(found) == ["حماس", "بالصواريخ"]
    (move,) = found.moves
    assert (move.kind, move.article, move.before, move.after) == (WIDENED, "a1", "صواريخ", "بالصواريخ")
    assert TEXT[move.start : move.end] == "صواريخ"


def test_white_space_at_an_edge_goes_and_is_told() -> None:
    found = align(record_of(over(" قصف ")), EXPAND)
    assert (words_of(found), [move.kind for move in found.moves]) == (["قصف"], [SHRUNK])


def test_a_span_of_white_space_is_left_out_by_every_mode() -> None:
    for mode in ALIGNMENTS:
        found = align(record_of(("ACTOR", ((1, 2),))), mode)
        assert (found.spans(), [move.kind for move in found.moves]) == ((), [DROPPED])


def test_fragments_become_one_span_from_first_to_last() -> None:
    start, end = TEXT.index("حماس"), TEXT.index("ثم")
    found = align(record_of(("ACTOR", ((start, start + 4), (end, end + 2)))), EXPAND)
    assert words_of(found) == ["حماس» بالصواريخ، ثم"]
    assert found.moves[0].before == "حماس ثم"


def test_of_two_that_become_one_the_unchanged_stays() -> None:
    found = align(record_of(over("صواريخ"), over("بالصواريخ"), over("الصواريخ", "TARGET")), EXPAND)
    assert [(span.id, span.label) for span in found.spans()] == [("s1", "ACTOR"), ("s2", "TARGET")]
    assert [(move.span, move.kind) for move in found.moves] == [("s2", WIDENED), ("s0", DOUBLED)]


def test_of_overlapping_spans_the_longest_and_then_the_first_is_kept() -> None:
    spans = over("حماس"), over("«حماس»", "TARGET"), over("ثم وقف", "CLAIM"), over("وقف.", "WEAPON")
    found = align(record_of(*spans), EXPAND, is_flat=True)
    assert words_of(found) == ["«حماس»", "ثم وقف"]
    assert [(move.span, move.kind) for move in found.moves] == [("s0", OVERLAPPED), ("s3", OVERLAPPED)]


def test_strict_refuses_at_the_end_by_number_and_by_the_first() -> None:
    fitting, misfit = record_of(over("حماس")), record_of(over("صواريخ"), over("خ،"))
    assert len(list(aligned([fitting], STRICT))) == 1
    found = aligned([fitting, misfit, misfit], STRICT)
    assert len([next(found), next(found), next(found)]) == 3
    with pytest.raises(ExportError, match=r"token: 4\. The first is “صواريخ” in article “a1”"):
        next(found)


def test_what_nobody_has_worked_on_is_left_out() -> None:
    assert list(aligned([Record(make_article(TEXT))], EXPAND)) == []
