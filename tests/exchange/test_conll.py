"""CoNLL: the exact text and the spans come back, also from files of others, and nothing is taken on trust."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.arabic.token import tokens
from annotator.core.record import Notice, Record, Refusal
from annotator.core.span import Span
from annotator.exchange import ExportError
from annotator.exchange.conll import carried, read, recognises, write
from annotator.exchange.option import ALIGNMENTS, DROP, EXPAND, SCHEME_TAGS, STRICT, Options
from tests.exchange.sample import LABELS, TEXT, about, full_record, records

FOREIGN = """-DOCSTART- -X- O O

قصف NN B-NP O
الجيش NN I-NP B-ACTOR
الاتحادي NN I-NP I-ACTOR
. . O O

توقف VB O O
"""
PIECES = [b"\xd9\x82", b"\t", b" ", b"\n", b"O", b"B-ACTOR", b"0:1", b"|", b"# text = ", b'"', b"\xff", b"-DOCSTART-"]
PIECES += [b"# layer = {}", b"\r", b"\xe2\x80\xa8"]


def columns(path: Path, index: int) -> list[list[str]]:
    """One column of a file, sentence by sentence, as a reader that knows nothing of us takes it."""
    sentences: list[list[str]] = [[]]
    for line in path.read_text("utf-8").split("\n"):
        if "\t" in line and not line.startswith("-DOCSTART-"):
            sentences[-1].append(line.split("\t")[index])
        elif sentences[-1]:
            sentences.append([])
    return [sentence for sentence in sentences if sentence]


def make(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path


def exported(path: Path) -> str:
    write([full_record()], path, about())
    return path.read_text("utf-8")


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(records(), max_size=3), st.sampled_from([EXPAND, DROP]), st.sampled_from(SCHEME_TAGS))
def test_what_was_written_is_read_again(tmp_path: Path, some: list[Record], mode: str, scheme: str) -> None:
    options = Options(align=mode, scheme_tags=scheme)
    out = tmp_path / "a.conll"
    write(some, out, replace(about(), options=options))
    found = list(read(out, LABELS)) if any(record.layer for record in some) else []
    assert [r for r in found if not isinstance(r, Notice)] == [carried(r, options) for r in some if r.layer]


@given(records(), st.sampled_from(ALIGNMENTS))
def test_what_is_carried_is_carried_again_unchanged(record: Record, mode: str) -> None:
    once = carried(record, Options(align=mode))
    assert carried(once, Options(align=STRICT)) == once


def test_offsets_count_code_points_also_behind_an_emoji(tmp_path: Path) -> None:
    lines = exported(tmp_path / "a.conll").split("\n")
    assert "تبنّت\t-X-\t_\tB-CLAIM\t2:7|s1" in lines
    assert lines[0] == "-DOCSTART-\t-X-\t_\tO\t_"
    assert columns(tmp_path / "a.conll", 0) == [
        [TEXT[start:end] for start, end in tokens(TEXT) if (start < TEXT.index("\n")) == is_first]
        for is_first in (True, False)
    ]


def test_a_span_over_two_sentences_keeps_them_together(tmp_path: Path) -> None:
    start = TEXT.index("الهجوم")
    over = replace(full_record(), spans=(Span("layla.a1", "s1", "CLAIM", ((start, TEXT.index(" مصدر")),)),))
    write([replace(over, events=(), relations=(), decisions=(), comments=())], tmp_path / "a.conll", about())
    assert len(columns(tmp_path / "a.conll", 0)) == 1


def test_strict_stops_at_a_span_that_fits_no_tokens(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="token: 1"):
        write([full_record()], tmp_path / "a.conll", replace(about(), options=Options(align=STRICT)))
    assert list(tmp_path.iterdir()) == []


def test_a_tag_that_would_read_back_otherwise_stops_the_export(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("annotator.exchange.conll.to_tags", lambda count, runs, scheme: ["O"] * count)
    with pytest.raises(ExportError, match="not what was written"):
        write([full_record()], tmp_path / "a.conll", about())
    assert list(tmp_path.iterdir()) == []


def test_a_file_of_others_is_read_with_a_text_made_of_its_tokens(tmp_path: Path) -> None:
    notice, record = read(make(tmp_path / "a.conll", FOREIGN), LABELS)
    assert isinstance(notice, Notice)
    assert isinstance(record, Record)
    assert record.article.text == "قصف الجيش الاتحادي .\nتوقف"
    assert [(span.label, span.fragments, span.origin) for span in record.spans] == [("ACTOR", ((4, 18),), "imported")]
    assert (record.scheme, record.annotator and record.annotator.name) == ("", "CoNLL")
    assert list(read(tmp_path / "a.conll", LABELS)) == [notice, record]


def test_a_file_is_told_by_its_beginning(tmp_path: Path) -> None:
    exported(tmp_path / "a.conll")
    assert recognises(tmp_path / "a.conll", (tmp_path / "a.conll").read_bytes()[:4096])
    assert not recognises(tmp_path / "b.txt", "قصف O\n".encode())


def test_two_columns_no_document_marks_and_bioes_are_enough(tmp_path: Path) -> None:
    words = "# a comment\r\nقصف O\r\nالجيش\tS-ACTOR\r\n\r\n\r\n# O\r\nمدينة B-TARGET\r\nالصفا E-TARGET"
    found = list(read(make(tmp_path / "a.conll", b"\xef\xbb\xbf" + words.encode()), LABELS))
    (record,) = (r for r in found if isinstance(r, Record))
    assert record.article.text == "قصف الجيش\n# مدينة الصفا"
    assert [span.label for span in record.spans] == ["ACTOR", "TARGET"]
    assert len([r for r in found if isinstance(r, Notice)]) == 2


def test_unruly_tags_are_read_and_the_line_is_told(tmp_path: Path) -> None:
    found = list(read(make(tmp_path / "a.conll", "قصف O\nالجيش I-ACTOR\n"), LABELS))
    assert [r.line for r in found if isinstance(r, Notice)] == [1, 2]
    assert [span.label for r in found if isinstance(r, Record) for span in r.spans] == ["ACTOR"]


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("\t2:7|s1", "\t2:8|s1", "which is not so"),
        ("\t2:7|s1", "\t2:999999999|s1", "which is not so"),
        ("\t2:7|s1", "\t0:1|s1", "which is not so"),
        ("\t2:7|s1", "\t٢:٧|s1", "no tag"),
        ("\t2:7|s1", "\t_", "no tag"),
        ("B-CLAIM", "X-CLAIM", "no tag"),
        ("B-CLAIM", "B-CLIAM", "not in the scheme"),
        ("|s1", "|s2", "stands twice"),
        ("|s1", "|../s1", "cannot be"),
        ("# article_id = a1", "# article_id = ../a", "cannot be"),
        ("# article_id = a1", "# article_id = a1\n# article_id = a2", "stands twice"),
        ('# text = "🔥', '# text = "x🔥', "which is not so"),
        ('# text = "🔥', '# text = "\\ud800🔥', "text"),
        ('# text = "🔥', '# text = "\\u0000', "NUL"),
        ('# text = "🔥', '# text = ["🔥', "text"),
        ('# layer = {"id"', '# layer = {"id":"a","id"', "stands twice"),
        ('"kind":"gold"', '"kind":"best"', "none of these"),
        ('"pass":2', '"pass":99999999999999999999', "large"),
        ('"pass":2', '"pass":NaN', "JSON"),
        ('# meta = {"', '# meta = ' + "[" * 100_000 + '{"', "meta|nested|object"),
        ("تبنّت\t-X-", "\t-X-", "no tag"),
    ],
)
def test_a_damaged_article_is_refused_with_its_reason(tmp_path: Path, old: str, new: str, reason: str) -> None:
    content = exported(tmp_path / "a.conll")
    assert old in content
    good = content.replace("# article_id = a1", "# article_id = a2").replace('"id":"layla.a1"', '"id":"layla.a2"')
    found = list(read(make(tmp_path / "b.conll", content.replace(old, new, 1) + good), LABELS))
    refusals = [r for r in found if isinstance(r, Refusal)]
    assert len(refusals) == 1
    assert re.search(reason, str(refusals[0].reason)), str(refusals[0].reason)
    assert [r.article.id for r in found if isinstance(r, Record)] == ["a2"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b"\n \n", "empty"),
        ("قصف O\n".encode("utf-16"), "UTF-16"),
        ("قصف O\n".encode("cp1256"), "not UTF-8"),
        (b"word\n", "one column"),
        (b"\x00\tO\n", "NUL"),
        (b"-DOCSTART-\t-X-\t_\tO\t_\n\n", "empty"),
    ],
)
def test_what_is_no_such_file_is_refused(tmp_path: Path, content: bytes, reason: str) -> None:
    found = list(read(make(tmp_path / "a.conll", content), LABELS))
    assert [type(r) for r in found] == [Refusal]
    assert isinstance(found[0], Refusal)
    assert reason in str(found[0].reason)


def test_an_article_that_never_ends_is_refused_and_the_next_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("annotator.exchange.conll_file.MAX_TOKENS", 50)
    found = list(read(make(tmp_path / "a.conll", "قصف O\n" * 51 + FOREIGN), LABELS))
    assert [(type(r), r.line) for r in found if not isinstance(r, Notice)] == [(Refusal, 51), (Record, 52)]


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(PIECES), max_size=30))
def test_no_bytes_raise(tmp_path: Path, pieces: list[bytes]) -> None:
    for outcome in read(make(tmp_path / "a.conll", b"".join(pieces)), LABELS):
        assert isinstance(outcome, Record | Refusal | Notice)
