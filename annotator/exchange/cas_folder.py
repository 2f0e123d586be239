"""Files of UIMA CAS in a folder, one for each record, with the type system that says what our layers are."""

import re
from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from annotator.core.record import Notice, Record, Refusal
from annotator.core.sentence import say
from annotator.exchange import About, ExportError, Outcome, Progress, Written
from annotator.exchange.arrival import bare_span, settle
from annotator.exchange.cas import Cas
from annotator.exchange.cas_arrival import to_arrival
from annotator.exchange.cas_draft import make_draft
from annotator.exchange.cas_type import Types, library
from annotator.exchange.check import Fault
from annotator.exchange.departure import taken_back
from annotator.exchange.folder import TYPE_SYSTEM, FolderDraft, write_folder
from annotator.exchange.reason import shown_path, why_unreadable

UNFIT = re.compile(r"[^A-Za-z0-9_-]+")
UNFIT_NAME = re.compile(r"[^\w-]+")
NAME_LENGTH = 40
RESERVED = re.compile(r"(?i)(?:con|prn|aux|nul|com\d|lpt\d|manifest|schema)")
"""Names that Windows does not let a file have, whatever follows them, and those of what surrounds an export."""
OWNED = ("annotation", "curation")
"""Folders of a project exported from INCEpTION: in them, files are named after annotators."""
Parse = Callable[[Path], Cas]


def carry(record: Record) -> Record:
    """Spans with their pieces, attributes and notes, events, relations, and all about article and layer."""
    spans = tuple(
        bare_span(span, span.fragments, record, tuple(sorted(span.attributes)), span.note) for span in record.spans
    )
    events = tuple(replace(event, attributes=tuple(sorted(event.attributes))) for event in record.events)
    links = tuple(replace(link, attributes=tuple(sorted(link.attributes))) for link in record.relations)
    return replace(record, spans=spans, events=events, relations=links, comments=(), decisions=())


def read_cas(path: Path, parse: Parse, labels: Container[str] | None, strict: bool) -> Iterator[Outcome]:
    """The article of one file with its layer; or one Refusal."""
    name = shown_path(path)
    try:
        arrival, notices = to_arrival(parse(path), labels, annotator_of(path))
        arrival.path = name
        record, sentences = settle(arrival, labels, strict)
    except Fault as fault:
        yield Refusal(name, None, fault.sentence)
        return
    except OSError as error:
        yield Refusal(name, None, why_unreadable(error))
        return
    yield from (Notice(name, None, sentence) for sentence in (*notices, *sentences))
    yield record


def annotator_of(path: Path) -> str:
    """Whose work the file is, by its place in a project exported from INCEpTION; else empty."""
    return path.stem if path.parent.parent.name in OWNED else ""


def write_cas(
    records: Iterable[Record],
    out: Path,
    about: About,
    parse: Parse,
    serialised: Callable[[Any], bytes],
    carried: Callable[[Record], Record],
    suffix: str,
    on_progress: Progress | None,
) -> Written:
    """Write a file for each record and the type system; `parse` reads them back. Raises ExportError."""
    cassis = library()

    def fill(draft: FolderDraft) -> Iterator[Record]:
        types, taken = Types(cassis, about.scheme), Counter[str]()
        for record in records:
            kept = carried(record)
            draft.write(_file_name(kept, taken) + suffix, _encoded(types, kept, serialised))
            yield kept
        draft.write(TYPE_SYSTEM, types.system.to_xml().encode("utf-8"))

    def read_back(folder: Path) -> Iterator[Record]:
        for path in sorted(folder.glob(f"*{suffix}")):
            yield from taken_back(read_cas(path, parse, None, False))

    return write_folder(fill, out, about, read_back, on_progress)


def _encoded(types: Types, record: Record, serialised: Callable[[Any], bytes]) -> bytes:
    try:
        return serialised(make_draft(types, record))
    except ValueError as error:
        message = "Export stopped. No file was left behind. Article “{article}” cannot be written: {reason}."
        raise ExportError(say(message, article=record.article.id, reason=str(error))) from error


def _file_name(record: Record, taken: Counter[str]) -> str:
    """A name that no other record of the folder has, by article and annotator, that every system lets a file have."""
    article = UNFIT.sub("_", record.article.id)
    name = UNFIT_NAME.sub("_", record.annotator.name)[:NAME_LENGTH] if record.annotator else ""
    stem = f"_{article}" if RESERVED.fullmatch(article) else article
    stem = f"{stem}.{name}" if name else stem
    taken[stem.casefold()] += 1
    count = taken[stem.casefold()]
    return stem if count == 1 else f"{stem}~{count}"
