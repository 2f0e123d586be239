"""Reading a Label Studio task: a text, what people marked in it, and what models did.

Offsets are half-open code points. A region says its words, too; where all of a task's words fit only when offsets count
UTF-16 units, as old versions did, they are converted, and where they fit neither way the task is refused.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

import msgspec

from annotator.arabic.offsets import map_utf16
from annotator.core.layer import DONE, GOLD, PREDICTION, SKIPPED, WORK, Relation
from annotator.core.sentence import Sentence, say
from annotator.core.span import IMPORTED, PREDICTED, Attributes, Span
from annotator.exchange.arrival import Arrival, Told, made_id, mark_found
from annotator.exchange.check import Fault
from annotator.exchange.feed import shaped
from annotator.exchange.label_studio_config import attribute_of
from annotator.exchange.reason import shown
from annotator.exchange.row import LayerRow, MetaRow, Shape, Whole

TOOL, NAME, OURS = "label-studio", "Label Studio", "hashiya"
LINK = "related"
"""The type of a relation that has none."""
UTF16 = say("offsets count UTF-16 units, as in old versions of Label Studio; they were converted.")
UNTOLD = say("it is not told which key of “data” holds the text. Put the configuration beside it, as config.xml.")
NO_TASK = say("it is no Label Studio task: it has no “data”. Export as JSON, not as JSON-MIN.")
SPACE = re.compile(r"(?:\s|\\n)+")
AT = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.\d+)?Z")
VALUE_KEYS = {"textarea": "text"}
"""Where a region's answer does not stand under the name of its type."""


class Result(msgspec.Struct):
    """A region, an answer about one, or a relation."""

    id: str | None = None
    type: str | None = None
    from_name: str | None = None
    to_name: str | None = None
    value: dict[str, Any] | None = None
    from_id: str | None = None
    to_id: str | None = None
    direction: str | None = None
    labels: list[str] | None = None
    meta: dict[str, Any] | None = None
    score: float | None = None


class Region(msgspec.Struct):
    """What a region of a text says; `text` is its words."""

    start: Whole
    end: Whole
    labels: list[str] = []
    text: str | None = None


class Work(msgspec.Struct):
    """An annotation or a prediction."""

    result: list[Result] | None = None
    completed_by: int | str | dict[str, Any] | None = None
    created_username: str | None = None
    ground_truth: bool | None = None
    was_cancelled: bool | None = None
    model_version: str | None = None
    updated_at: str | None = None


class Task(msgspec.Struct):
    """One text with the work on it."""

    data: dict[str, Any]
    annotations: list[Work] | None = None
    predictions: list[Work] | None = None


class LayerTold(Shape):
    """Whose layer an annotation is, and the mark of what it said."""

    layer: LayerRow
    mark: str


class TaskTold(Shape):
    """What a task of ours says beside the keys of Label Studio."""

    meta: MetaRow
    layers: tuple[LayerTold, ...]


def arrivals(
    value: dict[str, Any], texts: Mapping[str, str], path: str, line: int
) -> Iterator[Arrival | Sentence]:
    """The layers of a task, each with sentences before it about what its reader should know. Raises Fault.

    `texts` is what the configuration says: the data's key for each text's name.
    """
    if not isinstance(value.get("data"), dict):
        raise Fault(NO_TASK)
    task = shaped(value, Task)
    told = shaped(task.data[OURS], TaskTold) if task.data.get(OURS) is not None else None
    name, key = _text_key(task.data, texts)
    base = _base(task, key, told, path, line)
    works = [(one, False) for one in task.annotations or []] + [(one, True) for one in task.predictions or []]
    drafts = []
    for work, is_predicted in works:
        draft, sentences = _draft(base, work, is_predicted, name)
        drafts.append(draft)
        yield from sentences
    yield from _numbered(_owned(drafts, told)) if drafts else [replace(base, has_layer=False)]


def _text_key(data: Mapping[str, Any], texts: Mapping[str, str]) -> tuple[str | None, str]:
    """The name of the text that is read, if it is told, and the key that holds it. Raises Fault."""
    for name, key in texts.items():
        if isinstance(data.get(key), str):
            return name, key
    known = [key for key, value in data.items() if isinstance(value, str)]
    if "text" in known or len(known) == 1:
        return None, "text" if "text" in known else known[0]
    raise Fault(UNTOLD)


def _base(task: Task, key: str, told: TaskTold | None, path: str, line: int) -> Arrival:
    """The task's article as every layer has it."""
    id = task.data.get("article_id")
    rest = {name: value for name, value in task.data.items() if name not in (key, "article_id", OURS)}
    return Arrival(
        TOOL,
        task.data[key],
        article_id=id if isinstance(id, str) else None,
        told=Told(told.meta, None, "") if told else None,
        free=rest,
        path=path,
        line=line,
    )


def _draft(base: Arrival, work: Work, is_predicted: bool, name: str | None) -> tuple[Arrival, list[Sentence]]:
    results = work.result or []
    regions = [(r, _region(r)) for r in results if _is_region(r, name)]
    convert, sentences = _unit(base.text, [region for _, region in regions])
    spans, taken = _spans(regions, results, PREDICTED if is_predicted else IMPORTED, convert)
    links, turned = _links(results, {one.id: spans[one.id] for one, _ in regions if one.id in spans})
    left = Counter(r.type or "?" for r in results if r.type != "relation" and id(r) not in taken)
    if left:
        kinds = ", ".join(f"{shown(kind)} {count}" for kind, count in sorted(left.items()))
        sentences.append(say("results of other kinds were passed over: {kinds}.", kinds=kinds))
    if turned:
        sentences.append(say("relations in both directions were read in one: {count}.", count=turned))
    at = AT.fullmatch(work.updated_at or "")
    return replace(
        base,
        annotator=(work.model_version or NAME) if is_predicted else _name(work),
        kind=PREDICTION if is_predicted else GOLD if work.ground_truth else WORK,
        status=SKIPPED if work.was_cancelled else DONE,
        updated_at=f"{at[1]}Z" if at else "",
        spans=[span for group in spans.values() for span in group],
        relations=links,
    ), sentences


def _name(work: Work) -> str:
    """The annotator's name, as far as it is told."""
    who = work.completed_by
    if isinstance(who, dict):
        full = " ".join(str(who[key]) for key in ("first_name", "last_name") if who.get(key))
        who = who.get("email") or full or who.get("id")
    # Told as “ name@place, 1”.
    user = (work.created_username or "").split(",")[0].strip()
    if isinstance(who, str) and who.strip():
        return who.strip()
    return user or (NAME if who is None else f"{NAME} {who}")


def _is_region(result: Result, name: str | None) -> bool:
    return result.type == "labels" and name in (None, result.to_name)


def _region(result: Result) -> Region:
    return shaped(result.value, Region)


def _unit(text: str, regions: Sequence[Region]) -> tuple[Any, list[Sentence]]:
    """How offsets become code points. Raises Fault for words that stand nowhere near."""
    wrong = next((region for region in regions if not _fits(text, region.start, region.end, region.text)), None)
    if wrong is None:
        return (lambda offset: offset), []
    wide = map_utf16(text)
    places = ((wide.to_codepoint(r.start), wide.to_codepoint(r.end), r.text) for r in regions)
    if not wide.identity and all(_fits(text, *place) for place in places):
        return wide.to_codepoint, [UTF16]
    message = "the words “{words}” do not stand at {start} to {end}."
    raise Fault(say(message, words=shown(wrong.text or ""), start=wrong.start, end=wrong.end))


def _fits(text: str, start: int, end: int, words: str | None) -> bool:
    """Whether the words are those of the text; Label Studio alters white space. Places outside are refused later."""
    if words is None or not 0 <= start < end <= len(text):
        return True
    return SPACE.sub("", text[start:end]) == SPACE.sub("", words)


def _spans(
    regions: Sequence[tuple[Result, Region]], results: Iterable[Result], origin: str, convert: Any
) -> tuple[dict[str, list[Span]], set[int]]:
    """The spans of each region, one for each of its labels, and which results (by identity) went into them.

    Raises Fault when two places have one id.
    """
    answers: dict[str, list[Result]] = {}
    for result in results:
        if result.id is not None and result.type not in ("labels", "relation") and _values(result) is not None:
            answers.setdefault(result.id, []).append(result)
    spans: dict[str, list[Span]] = {}
    taken: set[int] = set()
    for result, region in regions:
        name = result.id or made_id("region", region.start, region.end, *region.labels)
        said = answers.get(result.id or "", [])
        place = (convert(region.start), convert(region.end))
        group = spans.setdefault(name, [])
        if group and group[0].fragments != (place,):
            raise Fault(say("“{value}” stands twice as “{key}”.", value=shown(name), key="id"))
        for number, label in enumerate(region.labels):
            own = name if not (number or group) else made_id(name, label)
            score = result.score if origin == PREDICTED else None
            answers_here = _attributes(said, label)
            group.append(Span("", own, label, (place,), answers_here, _note(result), origin, score=score))
        if region.labels:
            taken |= {id(one) for one in (result, *said)}
    return spans, taken


def _attributes(answers: Iterable[Result], label: str) -> Attributes:
    pairs = (
        (attribute_of(answer.from_name or "?", label, answer.type == "textarea"), value)
        for answer in answers
        for value in _values(answer) or []
    )
    return tuple(dict.fromkeys(pairs))


def _values(answer: Result) -> list[str] | None:
    """What is answered about a region, as texts; None for answers that are no plain values."""
    found = (answer.value or {}).get(VALUE_KEYS.get(answer.type or "", answer.type or ""))
    several = found if isinstance(found, list) else [found]
    if not all(isinstance(one, str | int | float) and not isinstance(one, bool) for one in several):
        return None
    return [str(one) for one in several]


def _note(result: Result) -> str:
    lines = (result.meta or {}).get("text")
    if isinstance(lines, str):
        return lines
    return "\n".join(line for line in lines if isinstance(line, str)) if isinstance(lines, list) else ""


def _links(results: Iterable[Result], spans: Mapping[str | None, list[Span]]) -> tuple[list[Relation], int]:
    """The relations, and how many of them run both ways. Raises Fault when one has no span at its end."""
    found, turned = list[Relation](), 0
    for number, result in enumerate(r for r in results if r.type == "relation"):
        ends = [result.from_id, result.to_id]
        lost = next((end for end in ends if not spans.get(end)), None) if all(ends) else "?"
        if lost is not None:
            message = "“{key}” refers to “{value}”, which is not in the record."
            raise Fault(say(message, key="relation", value=shown(lost)))
        source, target = (spans[end][0].id for end in (reversed(ends) if result.direction == "left" else ends))
        turned += result.direction == "bi"
        for kind in result.labels or [LINK]:
            found.append(Relation("", made_id(kind, source, target, number), kind, source, target))
    return found, turned


def _owned(drafts: list[Arrival], told: TaskTold | None) -> list[Arrival]:
    """The drafts with what we said of the layers: by their marks, else where one of each is left over."""
    if told is None:
        return drafts
    layers = list(told.layers)
    owned: dict[int, LayerTold] = {}
    for number, draft in enumerate(drafts):
        mark = mark_found(draft)
        same = (one for one in layers if one.mark == mark and _alike(one, draft))
        if (found := next(same, None)) is not None:
            owned[number] = found
            layers.remove(found)
    for is_predicted in (False, True):
        open_ones = [n for n, d in enumerate(drafts) if n not in owned and (d.kind == PREDICTION) is is_predicted]
        left = [one for one in layers if (one.layer.kind == PREDICTION) is is_predicted]
        if len(open_ones) == len(left) == 1:
            owned[open_ones[0]] = left[0]
    return [
        replace(draft, told=Told(told.meta, owned[n].layer, owned[n].mark)) if n in owned else draft
        for n, draft in enumerate(drafts)
    ]


def _alike(one: LayerTold, draft: Arrival) -> bool:
    return (one.layer.kind == PREDICTION) is (draft.kind == PREDICTION)


def _numbered(drafts: Iterable[Arrival]) -> Iterator[Arrival]:
    """The drafts; where somebody has worked on a task several times, each time is a pass of its own."""
    passes: Counter[tuple[str, str]] = Counter()
    for draft in drafts:
        passes[draft.annotator, draft.kind] += 1
        yield replace(draft, pass_number=passes[draft.annotator, draft.kind])
