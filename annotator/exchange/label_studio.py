"""Label Studio: a folder with `tasks.json`, a task for each article, and `config.xml`, the labelling configuration.

    {"id": 1, "data": {"text": "…", "article_id": "a1", "hashiya": {…}}, "annotations": [{"result": [
      {"id": "s1", "from_name": "label", "to_name": "text", "type": "labels",
       "value": {"start": 4, "end": 9, "text": "الجيش", "labels": ["PARTY"]}},
      {"id": "s1", "from_name": "PARTY_kind", "to_name": "text", "type": "choices",
       "value": {"start": 4, "end": 9, "choices": ["army"]}},
      {"type": "relation", "from_id": "s1", "to_id": "s2", "direction": "right", "labels": ["names"]}]}], …}

Offsets are half-open code points. Layers are annotations, those of models predictions, in both directions. Whose layer
an annotation is stands under `hashiya`, because Label Studio refuses annotators that it does not know. A single JSON
file is read as well, with the `config.xml` beside it if there is one. `label_studio_task` reads, `label_studio_config`
knows the configuration.
"""

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from annotator.core.layer import GOLD, GOLD_FINAL, PREDICTION, SKIPPED
from annotator.core.record import Notice, Record, Refusal
from annotator.core.scheme import Scheme
from annotator.core.sentence import Sentence, say
from annotator.core.span import Span
from annotator.exchange import About, ExportError, Outcome, Progress, Written
from annotator.exchange.arrival import Arrival, bare_span, hull, mark_of, merge_twins, settle
from annotator.exchange.check import Fault
from annotator.exchange.departure import line_of, taken_back
from annotator.exchange.feed import decode, items
from annotator.exchange.folder import FolderDraft, write_folder
from annotator.exchange.label_studio_config import (
    LABELS,
    TEXT,
    Seen,
    choice_name,
    config,
    free_name,
    is_choice,
    text_keys,
)
from annotator.exchange.label_studio_task import OURS, arrivals
from annotator.exchange.option import Options
from annotator.exchange.reason import shown_path, why_unreadable
from annotator.exchange.row import to_content

TASKS, CONFIG = "tasks.json", "config.xml"
MAX_CONFIG = 4_000_000


def carried(record: Record, options: Options) -> Record:
    """The spans, each from its first code point to its last, with attributes and notes; relations by type; and all
    about article and layer."""
    spans = tuple(_carried(span, record) for span in record.spans)
    links = tuple(replace(link, attributes=()) for link in record.relations)
    return merge_twins(replace(record, spans=spans, relations=links, events=(), comments=(), decisions=()))


def _carried(span: Span, record: Record) -> Span:
    kept = bare_span(span, hull(span), record, tuple(dict.fromkeys(span.attributes)), span.note)
    return replace(kept, score=span.score) if _is_predicted(record) else kept


def recognises(path: Path, head: bytes) -> bool:
    """Whether a folder has our two files, or the first thing in a file is a task."""
    if path.is_dir():
        return (path / TASKS).is_file() and (path / CONFIG).is_file()
    if head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] not in (b"[", b"{"):
        return False
    try:
        first = next((decode(piece[1]) for piece in items(path) if isinstance(piece, tuple)), {})
    except Fault:
        return False
    is_worked_on = any(isinstance(first.get(key), list) for key in ("annotations", "predictions"))
    return isinstance(first.get("data"), dict) and is_worked_on


def read(path: Path, labels: Container[str], encoding: str | None = None, strict: bool = False) -> Iterator[Outcome]:
    """The articles of a folder or a file with every layer of theirs, streamed; a faulty task is a Refusal.

    `encoding` is not used: JSON is UTF-8.
    """
    return _read(path, labels, strict)


def _read(path: Path, labels: Container[str] | None, strict: bool) -> Iterator[Outcome]:
    tasks = path / TASKS if path.is_dir() else path
    beside, name = tasks.with_name(CONFIG), shown_path(tasks)
    try:
        texts = text_keys(_load(beside)) if beside.is_file() else {}
    except Fault as fault:
        yield Refusal(shown_path(beside), None, fault.sentence)
        return
    except OSError as error:
        yield Refusal(shown_path(beside), None, why_unreadable(error))
        return
    for found in items(tasks):
        if isinstance(found, tuple):
            yield from _outcomes(found, texts, name, labels, strict)
        else:
            yield found


def _load(path: Path) -> bytes:
    with path.open("rb") as file:
        data = file.read(MAX_CONFIG + 1)
    if len(data) > MAX_CONFIG:
        raise Fault(say("the labelling configuration is longer than {limit} MB.", limit=MAX_CONFIG // 10**6))
    return data


def _outcomes(
    piece: tuple[int, bytes], texts: dict[str, str], name: str, labels: Container[str] | None, strict: bool
) -> Iterator[Outcome]:
    """The task's layers, whole or not at all."""
    number, data = piece
    found: list[Outcome] = []
    try:
        for one in arrivals(decode(data), texts, name, number):
            if isinstance(one, Arrival):
                record, sentences = settle(one, labels, strict)
                found += [Notice(name, number, sentence) for sentence in sentences]
                found.append(record)
            else:
                found.append(Notice(name, number, one))
    except Fault as fault:
        found = [Refusal(name, number, fault.sentence)]
    yield from found


def write(records: Iterable[Record], out: Path, about: About, on_progress: Progress | None = None) -> Written:
    """Write the folder `out`, read every task back, then put it in place. Records of one article that follow each
    other become one task. Raises ExportError."""
    scheme, options = about.scheme, about.options

    def fill(draft: FolderDraft) -> Iterator[Record]:
        seen, count = Seen(), 0
        with draft.open(TASKS) as file:
            file.write(b"[")
            for group in _by_article(records):
                kept = [carried(record, options) for record in group]
                count += 1
                line = line_of(kept[0], lambda _, n=count, some=kept: _task(n, some, scheme))  # type: ignore[misc]
                file.write(b",\n" if count > 1 else b"\n")
                file.write(line.rstrip("\n").encode("utf-8"))
                for record in kept:
                    seen.add(record, scheme)
                    yield record
            file.write(b"\n]\n")
        draft.write(CONFIG, _config(scheme, seen, options.language))

    return write_folder(fill, out, about, lambda place: taken_back(_read(place, None, False)), on_progress)


def _by_article(records: Iterable[Record]) -> Iterator[list[Record]]:
    """The layers of one article that follow each other, together."""
    some: list[Record] = []
    for record in records:
        if some and (record.article != some[0].article or record.layer is None or some[0].layer is None):
            yield some
            some = []
        some.append(record)
    if some:
        yield some


def _config(scheme: Scheme, seen: Seen, language: str) -> bytes:
    try:
        return config(scheme, seen, language)
    except Fault as fault:
        raise ExportError(_unwritable(fault.sentence)) from fault


def _unwritable(reason: Sentence) -> Sentence:
    message = "Export stopped. No file was left behind. The labelling configuration cannot be written: {reason}"
    return say(message, reason=str(reason))


def _task(number: int, records: Sequence[Record], scheme: Scheme) -> dict[str, Any]:
    article = records[0].article
    contents = [(record, to_content(record)) for record in records]
    layers = [{"layer": content.layer, "mark": mark_of(record)} for record, content in contents if content.layer]
    ours = {"meta": contents[0][1].meta, "layers": layers}
    work = [record for record in records if record.layer]
    return {
        "id": number,
        "data": {TEXT: article.text, "article_id": article.id, OURS: ours},
        "annotations": [_annotation(record, scheme) for record in work if not _is_predicted(record)],
        "predictions": [_prediction(record, scheme) for record in work if _is_predicted(record)],
    }


def _is_predicted(record: Record) -> bool:
    return record.layer is not None and record.layer.kind == PREDICTION


def _annotation(record: Record, scheme: Scheme) -> dict[str, Any]:
    assert record.layer is not None
    is_gold, is_skipped = record.layer.kind in (GOLD, GOLD_FINAL), record.layer.status == SKIPPED
    return {"result": list(_results(record, scheme)), "ground_truth": is_gold, "was_cancelled": is_skipped}


def _prediction(record: Record, scheme: Scheme) -> dict[str, Any]:
    return {
        "model_version": record.annotator.name if record.annotator else "",
        "result": list(_results(record, scheme)),
    }


def _results(record: Record, scheme: Scheme) -> Iterator[dict[str, Any]]:
    for span in record.spans:
        place = {"start": span.start, "end": span.end}
        words = record.article.text[span.start : span.end]
        note = {"meta": {"text": [span.note]}} if span.note else {}
        score = {} if span.score is None else {"score": span.score}
        region = {"id": span.id, "from_name": LABELS, "to_name": TEXT, "type": "labels", **note, **score}
        yield {**region, "value": {**place, "text": words, "labels": [span.label]}}
        for name, answer in _answers(span, scheme):
            kind = next(iter(answer))
            known = {"id": span.id, "from_name": name, "to_name": TEXT}
            yield {**known, "type": "textarea" if kind == "text" else kind, "value": {**place, **answer}}
    for link in record.relations:
        ends = {"from_id": link.source, "to_id": link.target}
        yield {"type": "relation", **ends, "direction": "right", "labels": [link.type]}


def _answers(span: Span, scheme: Scheme) -> Iterator[tuple[str, dict[str, list[str]]]]:
    """The attributes by the control that holds them: choices of the scheme, and texts."""
    found: dict[tuple[str, str], list[str]] = {}
    for name, value in span.attributes:
        is_chosen = is_choice(scheme, span.label, name, value)
        control = choice_name(span.label, name) if is_chosen else free_name(span.label, name)
        found.setdefault((control, "choices" if is_chosen else "text"), []).append(value)
    for (control, key), values in found.items():
        yield control, {key: values}
