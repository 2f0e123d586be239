"""Excerpts: the words of a file that a refusal speaks about, for the eye; harmless whatever the file holds."""

import json
from collections.abc import Collection, Iterator
from pathlib import Path

from annotator.core.record import Notice, Refusal
from annotator.exchange.reason import shown

LENGTH = 56
AROUND = 14
UNREADABLE = 4
"""Where more than one character in so many cannot be read, there is nothing to show."""
MOST_BYTES = 32 * 1024 * 1024
LONGEST_LINE = 1024 * 1024


def excerpts(path: Path, reports: Collection[Refusal | Notice]) -> dict[int | None, str]:
    """What stands in the lines that the reports name, by line number; None is the beginning of the file.

    Reads at most MOST_BYTES of the file; lines beyond that have no excerpt.
    """
    wanted = {report.line: report for report in reports}
    last = max((line or 1 for line in wanted), default=0)
    result: dict[int | None, str] = {}
    try:
        for number, raw in _lines(path, last):
            for line in (number, None) if number == 1 else (number,):
                if line in wanted:
                    result[line] = _words(raw, wanted[line])
    except OSError:
        # The file went away meanwhile; its report says what is wrong with it.
        return result
    return result


def _lines(path: Path, last: int) -> Iterator[tuple[int, bytes]]:
    """Lines from 1 to `last`, each cut to LONGEST_LINE, as far as MOST_BYTES reach."""
    number, read = 0, 0
    with path.open("rb") as file:
        while number < last and read < MOST_BYTES:
            raw = file.readline(LONGEST_LINE)
            if not raw:
                return
            number, read = number + 1, read + len(raw)
            yield number, raw
            while not raw.endswith(b"\n") and len(raw) == LONGEST_LINE and read < MOST_BYTES:
                raw = file.readline(LONGEST_LINE)
                read += len(raw)


def _words(raw: bytes, report: Refusal | Notice) -> str:
    text = _text_of(raw)
    if text is None:
        words = raw.decode("utf-8", "replace").strip()
        return "" if words.count("\ufffd") * UNREADABLE > len(words) else shown(words, LENGTH)
    values = dict(report.reason.values)
    start, end = values.get("start"), values.get("end")
    if isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= len(text):
        begin = max(0, start - AROUND)
        return ("…" if begin else "") + shown(text[begin : end + AROUND].replace("\n", " "), LENGTH)
    return shown(text.replace("\n", " "), LENGTH)


def _text_of(raw: bytes) -> str | None:
    """The article's text of a line that is a record; None for any other line."""
    if not raw.lstrip().startswith(b"{"):
        return None
    try:
        said = json.loads(raw)
    except (ValueError, RecursionError):
        return None
    text = said.get("text") if isinstance(said, dict) else None
    return text if isinstance(text, str) and text else None
