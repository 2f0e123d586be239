"""Bytes become text by the written rule, and by nobody's guess."""

import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.record import Notice, Record, Refusal
from annotator.exchange import text
from annotator.exchange.text import MAX_BYTES, Decoded, EncodingUncertain, Unreadable, decode, read

NEWS = "قصف الجيش المدينة، وقال مصدر إن «القصف» مستمر.\nوأضاف أن طائرات F-16 شاركت."
ARABIC = st.text(st.sampled_from("قصف الجيش،؟ًّ«»\n🔥aF-16٣"), min_size=1).filter(str.strip)


@given(ARABIC)
def test_utf8_is_taken_as_it_is(words: str) -> None:
    assert decode(words.encode()) == Decoded(words, "utf-8", ())


@given(ARABIC, st.sampled_from(text.MARKS))
def test_a_byte_order_mark_says_the_encoding_and_goes(words: str, mark: tuple[bytes, str]) -> None:
    assert decode(mark[0] + words.encode(mark[1])) == Decoded(words, mark[1], ("bom_removed",))


def test_only_the_first_mark_goes() -> None:
    assert decode("\ufeff\ufeffقصف".encode()).text == "\ufeffقصف"


def test_line_ends_become_line_feeds_and_that_is_recorded() -> None:
    assert decode(b"a\r\nb\r\n") == Decoded("a\nb\n", "utf-8", ("crlf_to_lf",))
    assert decode(b"a\rb\r") == Decoded("a\nb\n", "utf-8", ("cr_to_lf",))
    assert decode(b"a\r\nb\rc\n\n") == Decoded("a\nb\nc\n\n", "utf-8", ("crlf_to_lf", "cr_to_lf"))


def test_nothing_else_is_altered() -> None:
    odd = "قصف\u00a0\u2028\u2029\u0085\u200f\u202e\u0640ﻻ\t \n\n\n"
    assert decode(odd.encode()) == Decoded(odd, "utf-8", ())


def test_windows_1256_is_read_only_when_somebody_says_so() -> None:
    raw = NEWS.encode("cp1256")
    with pytest.raises(EncodingUncertain) as caught:
        decode(raw)
    assert caught.value.preview == NEWS
    assert caught.value.position == 0
    assert "byte 1 is not UTF-8" in str(caught.value)
    assert decode(raw, "windows-1256") == Decoded(NEWS, "windows-1256", ())
    assert decode(raw, "cp1256") == Decoded(NEWS, "windows-1256", ())


def test_a_preview_is_short_and_has_line_feeds() -> None:
    with pytest.raises(EncodingUncertain) as caught:
        decode(("قصف\r\n" * 1000).encode("cp1256"))
    assert caught.value.preview == ("قصف\n" * 150)


@pytest.mark.parametrize("encoding", ["iso-8859-6", "utf-16-le", "utf-16-be", "utf-32-le", "utf-8", "ISO_8859-6"])
def test_other_encodings_are_read_when_named(encoding: str) -> None:
    words = "قصف الجيش المدينة"
    assert decode(words.encode(encoding), encoding).text == words


def test_a_name_that_is_no_encoding_of_text_is_refused() -> None:
    for name in ("klingon", "hex", "rot13", "utf-7", "idna", "", "\0", "x" * 1000):
        with pytest.raises(Unreadable, match="is not an encoding that can be read"):
            decode(NEWS.encode(), name)


def test_bytes_that_do_not_fit_the_named_encoding_are_refused() -> None:
    with pytest.raises(Unreadable, match="byte 2 cannot be read as iso-8859-6"):
        decode(b"a\xff", "iso-8859-6")


def test_a_unicode_file_is_not_garbled_by_an_encoding_named_for_its_neighbours(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(NEWS, "utf-8")
    notice, record = read(tmp_path / "a.txt", encoding="windows-1256")
    assert isinstance(notice, Notice)
    assert str(notice.reason) == "the file is utf-8 and was read so, not as windows-1256."
    assert isinstance(record, Record)
    assert record.article.text == NEWS


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("words", [NEWS, "قصفالجيش", "Latin news"])
def test_utf16_without_its_mark_is_refused_though_it_passes_as_utf8(encoding: str, words: str) -> None:
    with pytest.raises(Unreadable, match=f"looks like UTF-16 without its mark.*{encoding}"):
        decode(words.encode(encoding))


def test_utf8_cut_inside_its_last_character_is_damaged_and_not_another_encoding() -> None:
    raw = NEWS.encode() + "ق".encode()[:1]
    with pytest.raises(Unreadable, match=f"byte {len(raw)} is not UTF-8, while the rest is") as caught:
        decode(raw)
    assert not isinstance(caught.value, EncodingUncertain)


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (b"", "the text is empty."),
        (b" \n\t\r\n", "the text is empty."),
        (b"\xef\xbb\xbf", "the text is empty."),
        ("قصف\0الجيش".encode(), "the text holds a NUL character (U+0000) at 3."),
        (b"\xef\xbb\xbfabc\xff", "byte 4 is not UTF-8, while the rest is: the file is damaged or cut off."),
        (b"\xff\xfe\x00\xd8", "byte 1 cannot be read as utf-16-le."),
        (("م" + "\u064e" * 65).encode(), "the letter before 1 carries more than 64 marks."),
    ],
)
def test_what_is_no_article_is_refused_in_words(tmp_path: Path, raw: bytes, sentence: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(raw)
    (refusal,) = read(path)
    assert isinstance(refusal, Refusal)
    assert (refusal.path, refusal.line, str(refusal.reason)) == (str(path), None, sentence)


def test_encoded_surrogates_are_no_utf8() -> None:
    with pytest.raises(Unreadable):
        decode(NEWS.encode() + b"\xed\xa0\x80")


def test_a_hundred_megabytes_are_refused_without_being_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(100_000_000)
    monkeypatch.setattr(Path, "open", lambda *_: pytest.fail("the file was opened"))
    (refusal,) = read(path)
    assert isinstance(refusal, Refusal)
    assert str(refusal.reason) == (
        "the file has 100 MB; an article may have at most 5000000 characters. Split it into several files."
    )


def test_a_text_beyond_the_limit_is_refused_with_its_size() -> None:
    raw = b"a" * 5_000_001
    assert len(raw) < MAX_BYTES
    with pytest.raises(Unreadable, match="the text has 5000001 characters"):
        decode(raw)


def test_an_article_knows_where_it_came_from(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    raw = b"\xef\xbb\xbf" + NEWS.replace("\n", "\r\n").encode()
    path.write_bytes(raw)
    (record,) = read(path)
    assert isinstance(record, Record)
    article = record.article
    assert article.text == NEWS
    assert article.title == NEWS.split("\n")[0]
    assert article.id == hashlib.sha256(NEWS.encode()).hexdigest()[:16]
    assert article.raw_sha256 == hashlib.sha256(raw).hexdigest()
    assert (article.source, article.encoding) == (None, "utf-8")
    assert article.import_changes == ("bom_removed", "crlf_to_lf")
    assert record.layer is None
    assert record.path == str(path)


@given(st.binary(max_size=200), st.sampled_from([None, *text.ENCODINGS.values()]))
def test_no_bytes_raise_anything_else(raw: bytes, encoding: str | None) -> None:
    try:
        found = decode(raw, encoding)
    except Unreadable:
        return
    found.text.encode()
    assert "\0" not in found.text
    assert "\r" not in found.text
