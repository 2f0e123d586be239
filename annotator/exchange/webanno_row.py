"""The lines of WebAnno TSV 3: which columns belong to which layer, and what stands in a cell.

    #T_SP=custom.Party|kind          a span layer with its features, a column for each
    #T_RL=custom.By|how|BT_custom.Party    a relation layer; its last column says where the arrow begins
    1-2   4-9   الجيش   army[3]      sentence and token, UTF-16 offsets, the token, cells

`_` is nothing and `*` a feature without a value; `|` parts annotations on one token, `;` the slots of one annotation;
`[3]` numbers an annotation that goes over several tokens or shares one; a backslash stands before a sign that is meant.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from annotator.core.sentence import say
from annotator.exchange.check import MAX_TEXT, Fault
from annotator.exchange.reason import shown

SPANS, RELATIONS, CHAINS = "#T_SP=", "#T_RL=", "#T_CH="
SLOT, BASE = "ROLE_", "BT_"
NOTHING, NO_VALUE = "_", "*"
UNIT = re.compile(r"([0-9]{1,9})-([0-9]{1,9})((?:\.[0-9]{1,9})*)")
RANGE = re.compile(r"([0-9]{1,9})-([0-9]{1,9})")
ITEM = re.compile(r"((?:\\.|[^\\])*?)(?:\[([0-9]{1,9})(?:_([0-9]{1,9}))?\])?", re.DOTALL)
ESCAPE = re.compile(r"\\(->|.)", re.DOTALL)
MEANT = {"t": "\t", "n": "\n", "r": "\r"}


@dataclass(frozen=True, slots=True)
class Column:
    """A feature of a layer; `target` is the layer that a slot or a relation refers to."""

    name: str
    is_slot: bool = False
    target: str = ""


@dataclass(frozen=True, slots=True)
class Layer:
    """A layer: SPANS, RELATIONS or CHAINS, the name of its type, its columns from `first` on, `width` in all."""

    kind: str
    type: str
    columns: tuple[Column, ...]
    first: int
    width: int


@dataclass(frozen=True, slots=True)
class Row:
    """A token or a part of one: where it is, in half-open UTF-16, and its cells."""

    unit: str
    sentence: int
    token: int
    is_part: bool
    begin: int
    end: int
    form: str
    cells: tuple[str, ...]


def to_layer(line: str, first: int) -> Layer:
    """The layer that a line of the header describes; its cells begin with cell `first`. Raises Fault."""
    kind = line[: len(SPANS)]
    name, *features = line[len(SPANS) :].split("|")
    if not name.strip() or not features:
        raise Fault(say("the layer “{layer}” is without a name or features.", layer=shown(line)))
    return Layer(kind, name, tuple(_columns(features)), first, len(features))


def _columns(features: list[str]) -> Iterator[Column]:
    """A slot takes two columns: its roles, and where they are played."""
    waiting = iter(features)
    for feature in waiting:
        if feature.startswith(SLOT):
            name = feature.rpartition(":")[2].partition("_")[0]
            yield Column(name, True, next(waiting, ""))
        elif feature.startswith(BASE):
            yield Column("", False, feature.removeprefix(BASE))
        else:
            yield Column(feature)


def to_row(line: str, width: int) -> Row:
    """The token of a line with at least `width` cells. Raises Fault."""
    unit, *rest = line.split("\t")
    place, form, *cells = rest if len(rest) > 1 else ("", "")
    at, offsets = UNIT.fullmatch(unit), RANGE.fullmatch(place)
    if not at or not offsets:
        raise Fault(say("“{line}” is no row of a token, such as 1-1, 0-3 and the token.", line=shown(line)))
    if cells and cells[-1] == "":
        cells.pop()
    if len(cells) != width:
        message = "the row has {found} columns of layers; {wanted} are said above."
        raise Fault(say(message, found=len(cells), wanted=width))
    begin, end = int(offsets[1]), int(offsets[2])
    if end > 2 * MAX_TEXT or begin > end:
        raise Fault(say("the token cannot stand at {start} to {end}.", start=begin, end=end))
    return Row(unit, int(at[1]), int(at[2]), bool(at[3]), begin, end, plain(form), tuple(cells))


def split(cell: str, sign: str) -> list[str]:
    """The parts of a cell between signs that no backslash stands before."""
    parts, at = [""], 0
    while at < len(cell):
        step = 2 if cell[at] == "\\" else 1
        if cell[at] == sign:
            parts.append("")
        else:
            parts[-1] += cell[at : at + step]
        at += step
    return parts


def to_item(part: str) -> tuple[str, int, int]:
    """What a part of a cell says, without its numbers; and these, 0 where there are none."""
    found = ITEM.fullmatch(part)
    if not found:
        raise Fault(say("the cell “{cell}” cannot be read.", cell=shown(part)))
    return found[1], int(found[2] or 0), int(found[3] or 0)


def plain(text: str) -> str:
    """The text without its backslashes."""
    return ESCAPE.sub(lambda found: MEANT.get(found[1], found[1]), text)
