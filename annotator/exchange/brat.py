"""brat standoff: a folder with `annotation.conf` and `visual.conf`, and in it a folder for each annotator.

There each article is `NAME.txt`, exactly its text, and `NAME.ann`, the lines that `brat_ann` knows. Articles that
nobody has worked on are `.txt` alone, in the outer folder. `hashiya.jsonl` in each folder says which article and layer
a file is; brat passes over it. Offsets are half-open code points, line feeds among them. A fragment over a line break
is written as several, and read as one.

Of others any folder is read that has `.ann` files, or an `annotation.conf`, each folder for itself; the work in it is
that of the annotator brat. A file is read whole or not at all, and every line that is wrong is told.
"""

import codecs
from collections.abc import Container, Iterable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, BinaryIO

from annotator.core.identity import is_id
from annotator.core.layer import WORK
from annotator.core.record import Notice, Record, Refusal
from annotator.core.sentence import Sentence, say
from annotator.exchange import About, Outcome, Progress, Written
from annotator.exchange.arrival import Arrival, Told, bare_span, merge_twins, settle, tell
from annotator.exchange.brat_ann import Numbered, Parsed, broken, mended, misfits, parse, resolve, written
from annotator.exchange.brat_config import Used, annotation_conf, visual_conf
from annotator.exchange.check import Fault
from annotator.exchange.departure import line_of, taken_back
from annotator.exchange.feed import decode, lines, shaped
from annotator.exchange.folder import FolderDraft, write_folder
from annotator.exchange.option import Options
from annotator.exchange.reason import shown, shown_path, why_unreadable
from annotator.exchange.row import Shape
from annotator.exchange.text import Unreadable, load

TOOL = "brat"
CONF, LOOKS, INDEX = "annotation.conf", "visual.conf", "hashiya.jsonl"
MOST_FAULTS = 100
"""So many lines of one file are told as wrong; more would help nobody."""
BOM = "\ufeff"
DEVICES = {"con", "prn", "aux", "nul", *(f"{name}{n}" for name in ("com", "lpt") for n in range(10))}


class FileTold(Shape):
    """What the index says of one file."""

    file: str
    article_id: str
    about: Told


def carried(record: Record, options: Options) -> Record:
    """Spans, events, relations, attributes and the notes of spans, and all about article and layer.

    Line breaks at the ends of a fragment go, and events without any span.
    """
    text = record.article.text
    spans = tuple(
        bare_span(span, mended(broken(span.fragments, text), text), record, _once(span.attributes), span.note)
        for span in record.spans
    )
    kept = merge_twins(replace(record, spans=spans, comments=(), decisions=()))
    events = (replace(event, attributes=_once(event.attributes)) for event in kept.events)
    return replace(
        kept,
        events=tuple(event for event in events if event.trigger or event.arguments or event.claims),
        relations=tuple(replace(link, attributes=_once(link.attributes)) for link in kept.relations),
    )


def _once(attributes: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    return tuple(dict.fromkeys(attributes))


def recognises(path: Path, head: bytes) -> bool:
    """Whether a folder has brat's files in it; a file is told by its name."""
    if not path.is_dir():
        return False
    return (path / CONF).is_file() or any(inside.suffix == ".ann" for inside in path.iterdir())


def read(path: Path, labels: Container[str], encoding: str | None = None, strict: bool = False) -> Iterator[Outcome]:
    """The articles right in a folder, or that of one `.ann` file, in the order of their names.

    `encoding` is for texts that are not UTF-8.
    """
    return _read(path, labels, encoding, strict)


@dataclass(frozen=True, slots=True)
class Reading:
    """How files are read, and what the index says of them by name."""

    labels: Container[str] | None
    encoding: str | None = None
    strict: bool = False
    told: Mapping[str, FileTold] = field(default_factory=dict)


def _read(path: Path, labels: Container[str] | None, encoding: str | None, strict: bool) -> Iterator[Outcome]:
    try:
        folder = path if path.is_dir() else path.parent
        stems = _stems(path) if path.is_dir() else [path.stem]
    except OSError as error:
        yield Refusal(shown_path(path), None, why_unreadable(error))
        return
    told: dict[str, FileTold] = {}
    for found in _told(folder / INDEX):
        if isinstance(found, FileTold):
            told[found.file] = found
        else:
            yield found
            return
    reading = Reading(labels, encoding, strict, told)
    if not stems and not (folder / CONF).is_file():
        yield Refusal(shown_path(path), None, say("the folder has no .ann file in it."))
    for stem in stems:
        yield from _outcomes(folder, stem, reading)


def _stems(folder: Path) -> list[str]:
    names = (path for path in folder.iterdir() if path.suffix in (".txt", ".ann") and not path.name.startswith("."))
    return sorted({path.stem for path in names})


def _told(index: Path) -> Iterator[FileTold | Refusal]:
    """What the index says of each file. A fault in it is a Refusal, behind which nothing is to be trusted."""
    for found in lines(index) if index.is_file() else ():
        if isinstance(found, Refusal):
            yield found
        elif isinstance(found, tuple):
            try:
                yield shaped(decode(found[1]), FileTold)
            except Fault as fault:
                yield Refusal(shown_path(index), found[0], fault.sentence)


def _outcomes(folder: Path, stem: str, reading: Reading) -> Iterator[Outcome]:
    """The record of one article, or a refusal for each line that is wrong."""
    words, marks = folder / f"{stem}.txt", folder / f"{stem}.ann"
    has_marks = marks.is_file()
    name = shown_path(marks if has_marks else words)
    try:
        if not words.is_file():
            message = "the text that belongs to it is not there: “{name}”."
            raise Unreadable(say(message, name=shown_path(Path(words.name))))
        text = _decoded(load(words), reading.encoding)
        found = parse(_decoded(load(marks), None)) if has_marks else Parsed()
    except (Unreadable, Fault) as refused:
        yield Refusal(name, None, refused.sentence)
        return
    except OSError as error:
        yield Refusal(name, None, why_unreadable(error))
        return
    yield from _resolved(text, found, has_marks, stem, name, reading)


def _decoded(raw: bytes, encoding: str | None) -> str:
    """The characters of a file, every one of them: offsets count them. Raises Fault."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        if encoding is None:
            raise Fault(say("byte {position} is not UTF-8.", position=error.start + 1)) from None
    try:
        return raw.decode(codecs.lookup(encoding).name)
    except (LookupError, ValueError):
        raise Fault(say("it cannot be read as {encoding}.", encoding=shown(encoding))) from None


def _resolved(
    text: str, found: Parsed, has_marks: bool, stem: str, name: str, reading: Reading
) -> Iterator[Outcome]:
    text, changes = _fitting(text, found)
    made = resolve(found, text)
    faults = [*found.faults, *misfits(found, text), *made.faults]
    labels = reading.labels
    for span in made.spans:
        if labels is not None and span.label not in labels:
            reason = say("label “{label}” is not in the scheme.", label=shown(span.label))
            faults.append((found.lines[span.id], reason))
    if faults:
        yield from _refusals(faults, name)
        return
    told = reading.told.get(stem)
    has_layer = has_marks and bool(found.lines or told)
    arrival = Arrival(
        TOOL, text, article_id=told.article_id if told else None, told=told.about if told else None,
        has_layer=has_layer, free={} if told else {"file": stem}, import_changes=changes, spans=made.spans,
        events=made.events, relations=made.relations, path=name,
    )  # fmt: skip
    try:
        record, sentences = settle(arrival, labels, reading.strict)
    except Fault as fault:
        yield Refusal(name, None, fault.sentence)
        return
    yield from (Notice(name, None, sentence) for sentence in (*made.told, *_changed(changes), *sentences))
    yield record


def _refusals(faults: list[Numbered], name: str) -> Iterator[Refusal]:
    faults = sorted(faults, key=lambda fault: fault[0])
    for number, reason in faults[:MOST_FAULTS]:
        yield Refusal(name, number, reason)
    if len(faults) > MOST_FAULTS:
        yield Refusal(name, None, say("{count} more lines are wrong.", count=len(faults) - MOST_FAULTS))


def _fitting(text: str, found: Parsed) -> tuple[str, tuple[str, ...]]:
    """The text as the offsets count it: as it is, or where the words fit only so, without a byte order mark or with
    line feeds alone; and what was changed."""
    if misfits(found, text):
        for marked in (True, False):
            for wide in (True, False):
                other = text.removeprefix(BOM) if marked else text
                other = other.replace("\r\n", "\n") if wide else other
                if other != text and not misfits(found, other):
                    names = {"bom_removed": marked and text.startswith(BOM), "crlf_to_lf": wide and "\r\n" in text}
                    return other, tuple(change for change, is_made in names.items() if is_made)
    return text, ()


def _changed(changes: tuple[str, ...]) -> Iterator[Sentence]:
    if changes:
        yield say("the offsets fit the text only with line feeds alone and without a byte order mark; so it was read.")


def write(records: Iterable[Record], out: Path, about: About, on_progress: Progress | None = None) -> Written:
    """Write the folder `out`, read every file back, then put it in place. Raises ExportError."""

    def fill(draft: FolderDraft) -> Iterator[Record]:
        used, writer = Used(), Writer(draft)
        with ExitStack() as files:
            for record in records:
                kept = carried(record, about.options)
                writer.add(kept, files)
                used.add(kept)
                yield kept
        draft.write(CONF, annotation_conf(about.scheme, used).encode("utf-8"))
        draft.write(LOOKS, visual_conf(about.scheme, used, about.options.language).encode("utf-8"))

    return write_folder(fill, out, about, _read_back, on_progress)


@dataclass(slots=True)
class Writer:
    """The files of an export: names that nothing has yet, and one index open for each folder."""

    draft: FolderDraft
    taken: set[str] = field(default_factory=set)
    folders: dict[tuple[Any, ...], str] = field(default_factory=dict)
    indexes: dict[str, BinaryIO] = field(default_factory=dict)

    def add(self, record: Record, files: ExitStack) -> None:
        """Write the files of one record; `files` closes the indexes."""
        folder = self._folder(record)
        stem = self._fresh(folder, record.article.id)
        self.draft.write(f"{folder}{stem}.txt", record.article.text.encode("utf-8"))
        if record.layer is not None:
            content = "".join(f"{line}\n" for line in written(record))
            self.draft.write(f"{folder}{stem}.ann", content.encode("utf-8"))
        if folder not in self.indexes:
            self.indexes[folder] = files.enter_context(self.draft.open(f"{folder}{INDEX}"))
        told = line_of(record, lambda one: {"file": stem, "article_id": one.article.id, "about": tell(one)})
        self.indexes[folder].write(told.encode("utf-8"))

    def _folder(self, record: Record) -> str:
        """The folder of the record's annotator, with a slash; for other than first work the kind and pass as well."""
        layer, owner = record.layer, record.annotator
        if layer is None or owner is None:
            return ""
        key = (owner.id, layer.kind, layer.pass_number)
        if key not in self.folders:
            name = owner.name if is_id(owner.name) else owner.id
            more = [layer.kind] if layer.kind != WORK else []
            more += [str(layer.pass_number)] if layer.pass_number != 1 else []
            self.folders[key] = self._fresh("", ".".join([name, *more])) + "/"
        return self.folders[key]

    def _fresh(self, folder: str, id: str) -> str:
        """A name for a file or folder, whatever the system, that nothing in the folder has yet."""
        safe = id.replace(":", "_").strip(".") or "a"
        if safe.partition(".")[0].lower() in DEVICES:
            safe = f"a-{safe}"
        name, number = safe, 1
        while f"{folder}{name}".lower() in self.taken:
            number += 1
            name = f"{safe}-{number}"
        self.taken.add(f"{folder}{name}".lower())
        return name


def _read_back(place: Path) -> Iterator[Record]:
    for folder in [place, *sorted(path for path in place.iterdir() if path.is_dir())]:
        yield from taken_back(_read(folder, None, None, False))
