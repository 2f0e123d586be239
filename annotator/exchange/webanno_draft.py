"""WebAnno TSV while it is read: sentences are put where their tokens stand, cells become structures, references aim.

Offsets are half-open UTF-16, as in the file.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from annotator.arabic.offsets import Utf16Map, map_utf16
from annotator.core.sentence import say
from annotator.exchange.cas import LABEL, LINKED, ROLE, SOURCE_END, TARGET_END, Cas, Structure
from annotator.exchange.cas_arrival import GRAMMAR, QUIET
from annotator.exchange.check import MAX_TEXT, Fault
from annotator.exchange.reason import shown
from annotator.exchange.webanno_row import (
    CHAINS,
    NO_VALUE,
    NOTHING,
    RELATIONS,
    UNIT,
    Column,
    Layer,
    Row,
    plain,
    split,
    to_item,
)

SKIPPED = (*QUIET, *GRAMMAR)


@dataclass(slots=True)
class Mark:
    """An annotation while its rows are read: `token` is the last one, counted through the file."""

    structure: Structure
    number: int
    token: int
    units: list[str]


@dataclass(slots=True)
class Arrow:
    """A relation or a slot whose ends are looked up when everything is read; `holder` gets the link."""

    line: int
    holder: Structure
    feature: str
    layer: str
    unit: str
    number: int


@dataclass(slots=True)
class Draft:
    """What was read so far. `length` is that of `pieces` in UTF-16; `text` is the current sentence, not yet placed."""

    line: int = 0
    layers: list[Layer] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    text: list[str] = field(default_factory=list)
    rows: list[tuple[int, Row]] = field(default_factory=list)
    token: int = 0
    structures: dict[int, Structure] = field(default_factory=dict)
    marks: dict[tuple[str, int], Mark] = field(default_factory=dict)
    at: dict[tuple[str, str], list[Mark]] = field(default_factory=dict)
    arrows: list[Arrow] = field(default_factory=list)
    chains: int = 0
    is_filled: bool = False

    def width(self) -> int:
        """How many cells each row has."""
        return sum(layer.width for layer in self.layers)

    def make(self, kind: str, begin: int = -1, end: int = -1) -> Structure:
        """A new structure, with a place if it has one."""
        made = Structure(len(self.structures) + 1, kind)
        if begin >= 0:
            made.values.update(begin=begin, end=end)
        self.structures[made.id] = made
        return made


def place(draft: Draft) -> None:
    """Put the sentence where its tokens stand, and take in their cells. Raises Fault."""
    if not draft.rows:
        if draft.text:
            raise Fault(say("a sentence is without tokens."))
        return
    last, text, rows = draft.line, "\n".join(draft.text), draft.rows
    offsets = map_utf16(text)
    draft.line, first = rows[0]
    start = first.begin - offsets.to_utf16(max(text.find(first.form), 0))
    _add_text(draft, text, start, start + offsets.to_utf16(len(text)))
    for draft.line, row in rows:
        _refuse_elsewhere(row, text, start, offsets)
        draft.token += not row.is_part
        for layer in draft.layers:
            _take_cells(draft, layer, row)
    draft.line, draft.text, draft.rows = last, [], []


def _add_text(draft: Draft, text: str, start: int, end: int) -> None:
    if start < draft.length:
        raise Fault(say("the sentence would begin at {start}, inside the one before it.", start=start))
    draft.is_filled = draft.is_filled or bool(draft.pieces)
    draft.pieces += ["\n" * (start - draft.length), text]
    draft.length = end
    if end > 2 * MAX_TEXT:
        raise Fault(say("an article may have at most {limit} characters. Split it into several.", limit=MAX_TEXT))


def _refuse_elsewhere(row: Row, text: str, start: int, offsets: Utf16Map) -> None:
    """Raise Fault unless the token stands where it says, in the sentence that begins at `start`."""
    begin, end = (offsets.to_codepoint(max(at - start, 0)) for at in (row.begin, row.end))
    if row.begin < start or text[begin:end] != row.form:
        message = "the token “{token}” does not stand at {start} to {end}."
        raise Fault(say(message, token=shown(row.form), start=row.begin, end=row.end))


def _take_cells(draft: Draft, layer: Layer, row: Row) -> None:
    """What a layer says about a token. Raises Fault."""
    cells = row.cells[layer.first : layer.first + layer.width]
    if all(cell in (NOTHING, "") for cell in cells):
        return
    if layer.kind == CHAINS:
        draft.chains += 1
        return
    parts = [split(cell, "|") for cell in cells]
    count = max(map(len, parts))
    if any(len(some) != count and some != [NOTHING] for some in parts):
        raise Fault(say("the cells of the layer “{layer}” have different numbers of values.", layer=shown(layer.type)))
    for index in range(count):
        values = [some[index] if index < len(some) else NOTHING for some in parts]
        (_take_relation if layer.kind == RELATIONS else _take_span)(draft, layer, row, values)


def _take_span(draft: Draft, layer: Layer, row: Row, values: list[str]) -> None:
    slots = {at for at, column in _at(layer) if column.is_slot}
    number = next((n for at, value in enumerate(values) if at - 1 not in slots and (n := to_item(value)[1])), 0)
    mark = draft.marks.get((layer.type, number)) if number else None
    if mark is not None and mark.token >= draft.token - 1:
        mark.structure.values["end"] = max(int(mark.structure.values["end"]), row.end)
        mark.token = draft.token
    else:
        mark = Mark(draft.make(layer.type, row.begin, row.end), number, draft.token, [])
        draft.marks[layer.type, number] = mark
        _keep_values(draft, layer, mark.structure, values)
    mark.units.append(row.unit)
    draft.at.setdefault((layer.type, row.unit), []).append(mark)


def _at(layer: Layer) -> Iterator[tuple[int, Column]]:
    """The columns, each with its first cell; a slot has two."""
    at = 0
    for column in layer.columns:
        yield at, column
        at += 1 + column.is_slot


def _keep_values(draft: Draft, layer: Layer, made: Structure, values: list[str]) -> None:
    """The features of an annotation; a layer with one feature only has its label there."""
    is_only = sum(not column.is_slot for column in layer.columns) == 1
    for at, column in _at(layer):
        if column.is_slot:
            _keep_slots(draft, column, made, values[at : at + 2])
            continue
        value, _, _ = to_item(values[at])
        if column.name and value not in (NO_VALUE, NOTHING, ""):
            made.values[LABEL if is_only else column.name] = plain(value)


def _keep_slots(draft: Draft, column: Column, made: Structure, values: list[str]) -> None:
    roles, targets = (split(value, ";") for value in (*values, NOTHING)[:2])
    for index, target in enumerate(targets):
        unit, number, _ = to_item(target)
        if unit in (NOTHING, NO_VALUE, ""):
            continue
        role, _, _ = to_item(roles[index]) if index < len(roles) else ("", 0, 0)
        link = draft.make("")
        link.values[ROLE] = "" if role in (NO_VALUE, NOTHING) else plain(role)
        made.links[column.name] = (*made.links.get(column.name, ()), link.id)
        draft.arrows.append(Arrow(draft.line, link, LINKED, column.target, unit, number))


def _take_relation(draft: Draft, layer: Layer, row: Row, values: list[str]) -> None:
    """A relation stands at the token where its arrow ends."""
    unit, source, target = to_item(values[-1])
    if not UNIT.fullmatch(unit):
        raise Fault(say("“{unit}” is no token to which a relation could lead.", unit=shown(unit)))
    made = draft.make(layer.type, row.begin, row.end)
    for column, value in zip(layer.columns, values[:-1], strict=False):
        said, _, _ = to_item(value)
        if column.name and said not in (NO_VALUE, NOTHING, ""):
            made.values[LABEL if layer.width == 2 else column.name] = plain(said)
    base = layer.columns[-1].target
    draft.arrows.append(Arrow(draft.line, made, SOURCE_END, base, unit, source))
    draft.arrows.append(Arrow(draft.line, made, TARGET_END, base, row.unit, target))


def aim(draft: Draft) -> None:
    """Let relations and slots refer to the annotations that they mean. Raises Fault."""
    for arrow in draft.arrows:
        near = draft.at.get((arrow.layer, arrow.unit), [])
        if not near and arrow.layer not in {layer.type for layer in draft.layers}:
            near = [mark for layer in draft.layers for mark in draft.at.get((layer.type, arrow.unit), [])]
        found = next((mark for mark in near if not arrow.number or mark.number == arrow.number), None)
        if found is None and arrow.layer.startswith(SKIPPED):
            # To a word itself, for instance: no relation of ours.
            arrow.holder.links[arrow.feature] = ()
            continue
        if found is None:
            draft.line = arrow.line
            raise Fault(say("it refers to an annotation on {unit} that is not there.", unit=shown(arrow.unit)))
        arrow.holder.links[arrow.feature] = (found.structure.id,)


def to_cas(draft: Draft) -> Cas:
    """The whole text with everything on it; links of slots are no members, as they stand nowhere."""
    members = tuple(id for id, one in draft.structures.items() if one.type)
    return Cas("".join(draft.pieces), draft.structures, members)
