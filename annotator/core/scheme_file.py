"""Reading a scheme from TOML. A bad one is refused with the line and the reason."""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from typing import Any, NamedTuple

from annotator.core.identity import is_id
from annotator.core.policy import Policy
from annotator.core.scheme import (
    ATTRIBUTE_KINDS,
    CHOICE,
    IN,
    LANGUAGES,
    OUT,
    PATTERNS,
    THEMES,
    Attribute,
    Choice,
    Colours,
    EventPattern,
    EventType,
    Guideline,
    Label,
    RelationType,
    Role,
    Scheme,
    SchemeError,
    TourStep,
    Words,
)
from annotator.core.sentence import Sentence, say

COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
IDENTITY = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,63}")
NAME_LENGTH, MOST = 100, 200
TABLE_HEAD = re.compile(r"\s*\[\[\w+\]\]")
KINDS = {
    str: say("it is missing or is not a text."),
    int: say("it is missing or is not a whole number."),
    list: say("it is missing or is not a list."),
    dict: say("it is missing or is not a table."),
}

Table = Mapping[str, Any]


class Shape(NamedTuple):
    """What stands under a key: one thing of a kind, or a list of them."""

    kind: type
    is_list: bool


SHAPES = {
    **dict.fromkeys(("label", "attribute", "event", "relation", "choice", "role", "sentence"), Shape(dict, True)),
    **dict.fromkeys(("labels", "roles", "triggers", "claims", "sources", "targets"), Shape(str, True)),
    **dict.fromkeys(("silence", "claims_silence"), Shape(str, False)),
    **dict.fromkeys(("definition", "do", "dont", "example", "tour", "agreement", "weights"), Shape(dict, False)),
    **dict.fromkeys(("extents", "stances"), Shape(str, True)),
    "confusable": Shape(list, True),
}
MOST_VERSION = 2**31 - 1
MOST_WEIGHT = 1_000


def read_scheme(toml: str) -> Scheme:
    """The scheme written in `toml`. Raises SchemeError with the line and the reason."""
    try:
        data = tomllib.loads(toml)
    except tomllib.TOMLDecodeError as error:
        raise SchemeError(say("The scheme is not valid TOML: {reason}.", reason=str(error))) from error
    _refuse_misshapen(data)
    return _Reader(toml).scheme(data)


def _refuse_misshapen(data: Table) -> None:
    """Refuse other things under the scheme's own keys than what is read from there. Raises SchemeError."""
    for name, value in data.items():
        inside = value if isinstance(value, list) else [value]
        if name in SHAPES and not (
            isinstance(value, list) == SHAPES[name].is_list and all(isinstance(v, SHAPES[name].kind) for v in inside)
        ):
            raise SchemeError(say("In the scheme, “{part}” is not what it should be.", part=name))
        for table in inside:
            if isinstance(table, dict) and name != "tour":
                _refuse_misshapen(table)


class _Reader:
    """Knows the text, so that every refusal can name a line."""

    def __init__(self, toml: str) -> None:
        self._toml = toml
        self._lines = toml.split("\n")

    def scheme(self, data: Table) -> Scheme:
        """The whole scheme."""
        shared = data.get("attribute", [])
        labels = [self._label(entry, i, shared) for i, entry in enumerate(self._need(data, "label", list, ()))]
        if not labels:
            raise SchemeError(say("The scheme has no labels."))
        known = [label.id for label in labels]
        self._refuse_repeats("label", "id", known)
        self._refuse_repeats("label", "key", [label.key for label in labels])
        events = [self._event(entry, i, known) for i, entry in enumerate(data.get("event", []))]
        relations = [self._relation(entry, i, known) for i, entry in enumerate(data.get("relation", []))]
        self._refuse_repeats("event", "id", [event.id for event in events])
        self._refuse_repeats("relation", "id", [relation.id for relation in relations])
        for i, entry in enumerate(shared):
            self._refuse_unknown(self._need(entry, "labels", list, ("attribute", i)), known, ("attribute", i), "labels")
        scheme_id, version = self._need(data, "id", str, ()), self._need(data, "version", int, ())
        if not is_id(scheme_id):
            raise self._fault((), "id", say("“{value}” cannot be an id.", value=scheme_id[:80]))
        if not 1 <= version <= MOST_VERSION:
            raise self._fault((), "version", say("a version is 1 or more."))
        tour = self._tour(data["tour"]) if "tour" in data else None
        policy = self._policy(data.get("agreement", {}), known)
        return Scheme(scheme_id, version, tuple(labels), self._toml, tour, tuple(events), tuple(relations), policy)

    def _policy(self, data: Table, labels: Sequence[str]) -> Policy:
        pairs, weights = data.get("confusable", []), data.get("weights", {})
        for pair in pairs:
            self._refuse_unknown(pair, labels, (), "confusable")
            if len(set(pair)) != 2:
                raise self._fault((), "confusable", say("two labels belong to each pair."))
        self._refuse_unknown(data.get("extents", []), labels, (), "extents")
        self._refuse_unknown(weights, labels, (), "weights")
        for weight in weights.values():
            if isinstance(weight, bool) or not isinstance(weight, int | float) or not 0 <= weight <= MOST_WEIGHT:
                raise self._fault((), "weights", say("a weight is a number from 0 to {most}.", most=MOST_WEIGHT))
        return Policy(
            confusable=frozenset(map(frozenset, pairs)),
            extents=frozenset(data.get("extents", [])),
            stances=frozenset(data.get("stances", [])),
            weights={label: float(weight) for label, weight in weights.items()},
        )

    def _tour(self, data: Table) -> TourStep:
        parts = [field.name for field in fields(TourStep)]
        return TourStep(**{part: self._need(data, part, str, ()) for part in parts})

    def _label(self, data: Table, number: int, shared: Sequence[Table]) -> Label:
        where = ("label", number)
        pattern = self._one_of(data, "pattern", PATTERNS, where)
        colours = self._need(data, "colours", dict, where)
        own = [(i, entry) for i, entry in enumerate(shared) if data.get("id") in entry.get("labels", [])]
        attributes = tuple(self._attribute(entry, ("attribute", i)) for i, entry in own)
        label = Label(
            id=self._identity(data, where),
            names=self._words(data, "name", where),
            marks=self._words(data, "mark", where),
            key=self._need(data, "key", str, where),
            pattern=pattern,
            core=bool(data.get("core", True)),
            colours={theme: self._colours(colours, theme, where) for theme in THEMES},
            guideline=self._guideline(data, where),
            clitics=self._one_of({"clitics": IN, **data}, "clitics", (IN, OUT), where),
            attributes=attributes,
            on=bool(data.get("on", False)),
        )
        self._refuse_repeats("attribute", "id", [attribute.id for attribute in attributes])
        return label

    def _guideline(self, data: Table, where: tuple[Any, ...]) -> Guideline:
        parts = {part: data.get(part, {}) for part in ("definition", "do", "dont", "example")}
        for part, words in parts.items():
            if not all(isinstance(said, str) for said in words.values()):
                raise self._fault(where, part, say("it is not a table of languages."))
        return Guideline(**parts)

    def _attribute(self, data: Table, where: tuple[Any, ...]) -> Attribute:
        kind = self._one_of(data, "kind", ATTRIBUTE_KINDS, where)
        choices = tuple(self._choice(entry, where) for entry in data.get("choice", []))
        if (kind == CHOICE) != bool(choices):
            raise self._fault(
                where, "choice", say("choices belong to an attribute of the kind “choice”, and only to that.")
            )
        for what, values in (("id", [c.id for c in choices]), ("key", [c.key for c in choices])):
            repeated = _repeated(values)
            if repeated:
                raise self._fault(
                    where, "choice", say("two choices have the {what} “{value}”.", what=what, value=repeated)
                )
        required = bool(data.get("required", False))
        return Attribute(self._identity(data, where), kind, self._words(data, "name", where), required, choices)

    def _choice(self, data: Table, where: tuple[Any, ...]) -> Choice:
        return Choice(
            self._identity(data, where), self._need(data, "key", str, where), self._words(data, "name", where)
        )

    def _event(self, data: Table, number: int, labels: Sequence[str]) -> EventType:
        where = ("event", number)
        roles = tuple(self._role(entry, where, labels) for entry in self._need(data, "role", list, where))
        ids = [role.id for role in roles]
        if repeated := _repeated(ids):
            raise self._fault(where, "role", say("two roles have the id “{value}”.", value=repeated))
        attributes = tuple(self._attribute(entry, where) for entry in data.get("attribute", []))
        patterns = tuple(self._pattern(entry, where, ids) for entry in data.get("sentence", []))
        for part in ("triggers", "claims"):
            self._refuse_unknown(data.get(part, []), labels, where, part)
        silences = {role.silence for role in roles} | {data.get("claims_silence")}
        self._refuse_unknown(silences - {None}, [a.id for a in attributes], where, "silence")
        return EventType(
            id=self._identity(data, where),
            names=self._words(data, "name", where),
            triggers=tuple(data.get("triggers", [])),
            roles=roles,
            attributes=attributes,
            patterns=patterns,
            claims=tuple(data.get("claims", [])),
            claims_silence=data.get("claims_silence"),
        )

    def _role(self, data: Table, where: tuple[Any, ...], labels: Sequence[str]) -> Role:
        taken = self._need(data, "labels", list, where)
        self._refuse_unknown(taken, labels, where, "role")
        names = self._words(data, "name", where)
        return Role(self._identity(data, where), names, tuple(taken), data.get("silence"))

    def _pattern(self, data: Table, where: tuple[Any, ...], roles: Sequence[str]) -> EventPattern:
        filled = self._need(data, "roles", list, where)
        self._refuse_unknown(filled, roles, where, "sentence")
        words = self._words(data, "words", where)
        for language, sentence in words.items():
            if set(re.findall(r"\{(\w+)\}", sentence)) != set(filled):
                raise self._fault(
                    where,
                    "sentence",
                    say("the words in “{language}” do not name exactly the roles.", language=language),
                )
        return EventPattern(frozenset(filled), words)

    def _relation(self, data: Table, number: int, labels: Sequence[str]) -> RelationType:
        where = ("relation", number)
        ends = [tuple(self._need(data, part, list, where)) for part in ("sources", "targets")]
        for part, end in zip(("sources", "targets"), ends, strict=True):
            self._refuse_unknown(end, labels, where, part)
        return RelationType(self._identity(data, where), self._words(data, "name", where), *ends)

    def _colours(self, data: Table, theme: str, where: tuple[Any, ...]) -> Colours:
        values = self._need(data, theme, dict, where)
        for part in ("bar", "on", "tint"):
            if not COLOUR.fullmatch(str(values.get(part))):
                raise self._fault(where, theme, say("the colour “{part}” is not of the form #RRGGBB.", part=part))
        return Colours(values["bar"], values["on"], values["tint"])

    # ---------------------------------------------------------------- small parts and refusals

    def _need(self, data: Table, name: str, kind: type, where: tuple[Any, ...]) -> Any:
        value: Any = data.get(name)
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise self._fault(where, name, KINDS[kind])
        if isinstance(value, list) and len(value) > MOST:
            raise self._fault(where, name, say("there are more than {count} entries.", count=MOST))
        return value

    def _identity(self, data: Table, where: tuple[Any, ...]) -> str:
        value: str = self._need(data, "id", str, where)
        if not IDENTITY.fullmatch(value):
            raise self._fault(where, "id", say("“{value}” is not of Latin letters, digits and _.", value=value[:80]))
        return value

    def _words(self, data: Table, name: str, where: tuple[Any, ...]) -> Words:
        words = self._need(data, name, dict, where)
        for language in LANGUAGES:
            value = words.get(language)
            if not isinstance(value, str) or not value.strip() or len(value) > NAME_LENGTH:
                raise self._fault(
                    where, name, say("there are no words in “{language}”, or too many.", language=language)
                )
            if not value.isprintable():
                raise self._fault(
                    where, name, say("there is a hidden control character in “{language}”.", language=language)
                )
        return {language: words[language] for language in LANGUAGES}

    def _one_of(self, data: Table, name: str, values: Sequence[str], where: tuple[Any, ...]) -> str:
        value: str = self._need(data, name, str, where)
        if value not in values:
            reason = say("“{value}” is none of {values}.", value=value[:80], values=", ".join(values))
            raise self._fault(where, name, reason)
        return value

    def _refuse_unknown(self, ids: Iterable[Any], known: Sequence[str], where: tuple[Any, ...], part: str) -> None:
        for value in ids:
            if value not in known:
                raise self._fault(where, part, say("the scheme has no “{value}”.", value=str(value)))

    def _refuse_repeats(self, table: str, part: str, values: Sequence[str]) -> None:
        if repeated := _repeated(values):
            number = len(values) - 1 - values[::-1].index(repeated)
            raise self._fault((table, number), part, say("“{value}” stands twice.", value=repeated))

    def _fault(self, where: tuple[Any, ...], part: str, reason: Sentence) -> SchemeError:
        line = self._line_of(where, part)
        return SchemeError(say("Line {line} of the scheme, “{part}”: {reason}", line=line, part=part, reason=reason))

    def _line_of(self, where: tuple[Any, ...], part: str) -> int:
        """The line of `part` in the n-th table of its kind, or of that table's head, or the first of all."""
        begin = 0
        if where:
            begins = [i for i, line in enumerate(self._lines) if line.strip() == f"[[{where[0]}]]"]
            begin = begins[where[1]] if where[1] < len(begins) else 0
        named = re.compile(rf"\s*(?:{re.escape(part)}\s*=|\[+(?:\w+\.)*{re.escape(part)}\]+)")
        heads = (i for i in range(begin + 1, len(self._lines)) if TABLE_HEAD.match(self._lines[i]))
        end = next(heads, len(self._lines))
        return next((i for i in range(begin, end) if named.match(self._lines[i])), begin) + 1


def _repeated(values: Sequence[str]) -> str | None:
    return next((value for value in values if values.count(value) > 1), None)
