"""Editing a scheme: each edit gives a new scheme and, where spans must follow, the rules by which they do.

An id never changes and is never given to something else; names, colours, keys and order are free.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TypeVar

from annotator.core.colour import LEAST_CONTRAST, PAPER, colours_of, contrast, least_distance
from annotator.core.scheme import (
    IN,
    LANGUAGES,
    PATTERNS,
    THEMES,
    Attribute,
    Choice,
    EventType,
    Guideline,
    Label,
    Scheme,
    SchemeError,
    Words,
)
from annotator.core.scheme_file import COLOUR, IDENTITY, NAME_LENGTH
from annotator.core.scheme_rule import LABEL, Relabel, Revalue, Rule
from annotator.core.sentence import say

SPARE = ("#1F3FAE", "#BE6F00", "#85102F", "#069488", "#8A5CB5", "#4E5F0E", "#4D4A46", "#5D6F80")
"""Bars for new labels, in this order; when all are taken, again those of helpers that are off, then from the first."""
LABEL_KEYS = "123456789GTLUYVBXZQWKDSAHJ"
"""Keys for new labels: digits first, then letters, those that commands use last."""
CHOICE_KEYS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ123456789"
MARK_LENGTH = 2

Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class Edited:
    """A scheme after an edit, and the rules for what was made under the scheme before it."""

    scheme: Scheme
    rules: tuple[Rule, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """Edits that are not kept yet: the scheme in force, the scheme as it shall be, and all their rules in order."""

    before: Scheme
    scheme: Scheme
    rules: tuple[Rule, ...] = ()

    @property
    def is_changed(self) -> bool:
        """Whether there is anything to keep."""
        return bool(self.rules) or self.scheme != self.before

    def then(self, edited: Scheme | Edited) -> "Draft":
        """The draft after one more edit of its scheme."""
        done = Edited(edited) if isinstance(edited, Scheme) else edited
        return Draft(self.before, done.scheme, (*self.rules, *done.rules))


# ---------------------------------------------------------------- one label


def rename_label(scheme: Scheme, label_id: str, names: Words) -> Scheme:
    """The label under other names. Raises SchemeError for names that cannot be read."""
    return _with(scheme, label_id, names=sound_words(names))


def mark_label(scheme: Scheme, label_id: str, marks: Words) -> Scheme:
    """The label with another letter in each language. Raises SchemeError."""
    whole = sound_words(marks)
    if any(len(mark) > MARK_LENGTH for mark in whole.values()):
        raise SchemeError(say("A label's letter has {most} characters at most.", most=MARK_LENGTH))
    return _with(scheme, label_id, marks=whole)


def key_label(scheme: Scheme, label_id: str, key: str) -> Scheme:
    """The label under another key: a digit or a Latin capital. Raises SchemeError where another label has it."""
    if key not in CHOICE_KEYS or len(key) != 1:
        raise SchemeError(say("A label's key is a digit from 1 to 9 or a Latin letter."))
    holder = next((label for label in scheme.every_label if label.key == key and label.id != label_id), None)
    if holder is not None:
        raise SchemeError(say("{key} is the key of “{label}” already.", key=key, label=holder.id))
    return _with(scheme, label_id, key=key)


def recolour_label(scheme: Scheme, label_id: str, bar: str) -> Scheme:
    """The label with another bar, #RRGGBB, and all that is derived from it. Raises SchemeError for too light a bar."""
    if not COLOUR.fullmatch(bar):
        raise SchemeError(say("A colour is written #RRGGBB."))
    if contrast(bar, PAPER["light"]) < LEAST_CONTRAST:
        found = f"{contrast(bar, PAPER['light']):.1f}"
        message = "{colour} is too light to be seen on paper: contrast {found} to 1, and 3 to 1 is needed."
        raise SchemeError(say(message, colour=bar.upper(), found=found))
    if bar.upper() == label_of(scheme, label_id).colours["light"].bar.upper():
        # Its other colours may have been chosen by hand.
        return scheme
    return _with(scheme, label_id, colours=colours_of(bar))


def pattern_label(scheme: Scheme, label_id: str, pattern: str) -> Scheme:
    """The label with its bar drawn in another of the PATTERNS."""
    return _with(scheme, label_id, pattern=pattern)


def switch_label(scheme: Scheme, label_id: str, on: bool) -> Scheme:
    """The helper label in use, or not. Its spans stay what they are. Raises SchemeError for a core label."""
    if label_of(scheme, label_id).core:
        raise SchemeError(say("“{label}” is no helper label; it is always in use.", label=label_id))
    return _with(scheme, label_id, on=on)


def move_label(scheme: Scheme, label_id: str, step: int) -> Scheme:
    """The label so many places further on (or back, below 0) in the order of labels."""
    return replace(scheme, every_label=moved(scheme.every_label, label_of(scheme, label_id), step))


def add_label(
    scheme: Scheme, names: Words, label_id: str = "", key: str = "", taken: Collection[str] = ()
) -> Scheme:
    """The scheme with a new label at the end, in the next spare colour and free pattern, under the next free key.

    Without `label_id` it is made from the English name; `taken` are ids that older versions have used. Raises
    SchemeError.
    """
    whole = sound_words(names)
    known = {*taken, *(label.id for label in scheme.every_label)}
    if label_id and (label_id in known or not IDENTITY.fullmatch(label_id)):
        raise SchemeError(say("“{id}” cannot be the id of a new label.", id=label_id[:80]))
    bar, pattern = next_look(scheme)
    label = Label(
        id=label_id or fresh_id(whole, known, "LABEL").upper(),
        names=whole,
        marks=_marks(scheme, whole),
        key=key or _free_key(LABEL_KEYS, [label.key for label in scheme.every_label]),
        pattern=pattern,
        core=True,
        colours=colours_of(bar),
        guideline=Guideline({}, {}, {}, {}),
        clitics=scheme.every_label[0].clitics if scheme.every_label else IN,
    )
    added = replace(scheme, every_label=(*scheme.every_label, label))
    return key_label(added, label.id, label.key)


def with_labels(scheme: Scheme, found: Iterable[str], taken: Collection[str] = ()) -> tuple[Draft, dict[str, str]]:
    """The scheme with a label for each name found elsewhere, and the id that each of them got.

    A name that can be an id is kept as the id; one by which a label of the scheme is called is that label. Raises
    SchemeError where no key is free for one more.
    """
    after, ids = scheme, dict[str, str]()
    called = {name: label.id for label in scheme.every_label for name in label.names.values()}
    for name in found:
        if name in called:
            ids[name] = called[name]
            continue
        fits = IDENTITY.fullmatch(name) is not None and name not in taken
        shown = name.strip() or "LABEL"
        after = add_label(after, dict.fromkeys(LANGUAGES, shown), label_id=name if fits else "", taken=taken)
        ids[name] = after.every_label[-1].id
    return Draft(scheme, after), ids


def next_look(scheme: Scheme) -> tuple[str, str]:
    """The bar and the pattern of the next new label: the bar that fewest labels in use have, and a line that no label
    of that bar has."""
    seen = Counter(label.colours["light"].bar for label in scheme.labels)
    bars = Counter(label.colours["light"].bar for label in scheme.every_label)
    bar = min(SPARE, key=lambda spare: (seen[spare], bars[spare]))
    beside = {label.pattern for label in scheme.every_label if label.colours["light"].bar == bar}
    used = Counter(label.pattern for label in scheme.every_label)
    free = [pattern for pattern in PATTERNS if pattern not in beside]
    return bar, min(free or PATTERNS, key=lambda pattern: used[pattern])


def nearest_label(scheme: Scheme, label_id: str) -> tuple[float, Label] | None:
    """The label in use whose bar is most easily taken for this one's, and how far apart they are for whoever sees them
    closest together, in the theme where that is least; None where there is no other."""
    label = label_of(scheme, label_id)
    others = [other for other in scheme.labels if other.id != label_id]
    far = ((min(_distance(label, other, theme) for theme in THEMES), other) for other in others)
    return min(far, key=lambda pair: pair[0], default=None)


def _distance(one: Label, other: Label, theme: str) -> float:
    return _cached_distance(one.colours[theme].bar, other.colours[theme].bar)


_cached_distance = lru_cache(maxsize=4096)(least_distance)


# ---------------------------------------------------------------- merging and splitting labels


def merge_label(scheme: Scheme, label_id: str, into: str) -> Edited:
    """One label taken into another: its spans get the other's label, and roles and relations follow. Nothing that
    they held is lost: the other gets the attributes and choices that it lacks. Raises SchemeError."""
    source, target = label_of(scheme, label_id), label_of(scheme, into)
    if source.id == target.id:
        raise SchemeError(say("A label cannot be merged with itself."))
    attributes, rules = _united(source, target)
    on = target.on or (source.in_use and not target.core)
    merged = replace(target, attributes=attributes, on=on)
    labels = tuple(merged if label.id == into else label for label in scheme.every_label if label.id != label_id)
    followed = _with_ids(replace(scheme, every_label=labels), lambda ids: _replaced(ids, label_id, into))
    tour = followed.tour
    if tour is not None:
        ends = [into if end == label_id else end for end in (tour.label, tour.other)]
        followed = replace(followed, tour=replace(tour, label=ends[0], other=ends[1]) if ends[0] != ends[1] else None)
    return Edited(followed, (*rules, Relabel(label_id, into)))


def split_label(
    scheme: Scheme, label_id: str, attribute_id: str, value: str, names: Words, taken: Collection[str] = ()
) -> Edited:
    """A new label that takes the label's spans whose attribute holds the value; it has the same attributes, and may
    stand wherever the label may. Raises SchemeError."""
    source = label_of(scheme, label_id)
    held = source.attribute(attribute_id)
    if held is None or not held.takes(value):
        raise SchemeError(say("“{attribute}” does not hold “{value}”.", attribute=attribute_id, value=value[:80]))
    added = add_label(scheme, names, taken=taken)
    new = added.every_label[-1]
    alike = replace(new, core=source.core, on=source.on, clitics=source.clitics, attributes=source.attributes)
    place = [label.id for label in scheme.every_label].index(label_id) + 1
    labels = (*scheme.every_label[:place], alike, *scheme.every_label[place:])
    followed = _with_ids(replace(scheme, every_label=labels), lambda ids: _accompanied(ids, label_id, new.id))
    return Edited(followed, (Relabel(label_id, new.id, attribute_id, value),))


def _united(source: Label, target: Label) -> tuple[tuple[Attribute, ...], tuple[Rule, ...]]:
    """The target's attributes with all that the source's can hold, and the rules for those that must be moved."""
    united, rules = {one.id: one for one in target.attributes}, []
    for one in source.attributes:
        known = united.get(one.id)
        if known is not None and known.kind != one.kind:
            ids = {*united, *(other.id for other in source.attributes)}
            fresh = replace(one, id=fresh_id({"en": one.id}, ids, "attribute"), required=False)
            rules.append(Revalue((LABEL, source.id), one.id, fresh.id))
            united[fresh.id] = fresh
        elif known is not None:
            united[one.id] = replace(known, choices=united_choices(known.choices, one.choices))
        else:
            united[one.id] = replace(one, required=False)
    return tuple(united.values()), tuple(rules)


def united_choices(own: tuple[Choice, ...], more: Iterable[Choice]) -> tuple[Choice, ...]:
    """The choices and those of another attribute that are not among them, each under a key of its own."""
    result = list(own)
    for choice in more:
        if all(choice.id != known.id for known in result):
            result.append(replace(choice, key=choice_key(choice.names, [known.key for known in result], choice.key)))
    return tuple(result)


def _with_ids(scheme: Scheme, follow: Callable[[tuple[str, ...]], tuple[str, ...]]) -> Scheme:
    """The scheme with every list of labels in its events, relations and policy made to follow."""

    def followed(event: EventType) -> EventType:
        roles = tuple(replace(role, labels=follow(role.labels)) for role in event.roles)
        return replace(event, roles=roles, triggers=follow(event.triggers), claims=follow(event.claims))

    relations = (replace(one, sources=follow(one.sources), targets=follow(one.targets)) for one in scheme.relations)
    events, policy = tuple(map(followed, scheme.events)), scheme.policy.followed(follow)
    return replace(scheme, events=events, relations=tuple(relations), policy=policy)


def _replaced(ids: tuple[str, ...], gone: str, stays: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(stays if known == gone else known for known in ids))


def _accompanied(ids: tuple[str, ...], known: str, new: str) -> tuple[str, ...]:
    return tuple(one for each in ids for one in ((each, new) if each == known else (each,)))


# ---------------------------------------------------------------- small parts


def label_of(scheme: Scheme, label_id: str) -> Label:
    """The label of that id. Raises SchemeError where there is none."""
    label = scheme.label(label_id)
    if label is None:
        raise SchemeError(say("the scheme has no “{value}”.", value=label_id[:80]))
    return label


def _with(scheme: Scheme, label_id: str, **parts: object) -> Scheme:
    changed = replace(label_of(scheme, label_id), **parts)  # type: ignore[arg-type]
    labels = (changed if label.id == label_id else label for label in scheme.every_label)
    return replace(scheme, every_label=tuple(labels))


def sound_words(words: Words) -> Words:
    """The words in every language; what was not said in one is taken from the other. Raises SchemeError."""
    said = {language: " ".join(words.get(language, "").split()) for language in LANGUAGES}
    some = next((word for word in said.values() if word), "")
    whole = {language: word or some for language, word in said.items()}
    for word in whole.values():
        if not word:
            raise SchemeError(say("A name cannot be empty."))
        if len(word) > NAME_LENGTH or not word.isprintable():
            raise SchemeError(say("A name has 1 to {limit} characters, none of them hidden.", limit=NAME_LENGTH))
    return whole


def fresh_id(names: Mapping[str, str], taken: Collection[str], otherwise: str) -> str:
    """An id that nothing has yet, from the English name where that is written in Latin letters."""
    latin = unicodedata.normalize("NFKD", names.get("en", "")).encode("ascii", "ignore").decode().lower()
    base = re.sub(r"[^a-z0-9]+", "_", latin).strip("_")[:48]
    if not IDENTITY.fullmatch(base):
        base = otherwise
    known = {one.lower() for one in taken}
    numbered = (base if number == 1 else f"{base}_{number}" for number in range(1, len(known) + 2))
    return next(one for one in numbered if one.lower() not in known)


def choice_key(names: Words, taken: Collection[str], wish: str = "") -> str:
    """A key for a choice: the one wished for, a letter of its name, or any other. Raises SchemeError."""
    letters = [letter for letter in names.get("en", "").upper() if letter in CHOICE_KEYS]
    return _free_key([*([wish] if wish else []), *letters, *CHOICE_KEYS], taken)


def _free_key(keys: Iterable[str], taken: Collection[str]) -> str:
    free = next((key for key in keys if key not in taken), None)
    if free is None:
        raise SchemeError(say("There is no free key left."))
    return free


def _marks(scheme: Scheme, names: Words) -> Words:
    """In each language the first letter of the name that no label has yet, or else its first letter."""
    found = {}
    for language, name in names.items():
        used = {label.mark(language).upper() for label in scheme.every_label}
        letters = [letter.upper() for letter in name if letter.isalpha()] or [name[0]]
        found[language] = next((letter for letter in letters if letter not in used), letters[0])
    return found


def moved(things: tuple[Thing, ...], thing: Thing, step: int) -> tuple[Thing, ...]:
    """The things with one of them so many places further on; it stops at either end."""
    rest = [other for other in things if other is not thing]
    place = next(i for i, other in enumerate(things) if other is thing) + step
    place = max(0, min(len(rest), place))
    return (*rest[:place], thing, *rest[place:])
