"""Editing attributes and their choices, of a label or of an event type; see `core/scheme_edit.py`."""

from collections.abc import Callable, Collection
from dataclasses import replace

from annotator.core.scheme import (
    CHOICE,
    TEXT,
    YES,
    YES_NO,
    Attribute,
    Choice,
    EventType,
    Label,
    Scheme,
    SchemeError,
    Words,
)
from annotator.core.scheme_edit import (
    CHOICE_KEYS,
    Edited,
    choice_key,
    fresh_id,
    label_of,
    moved,
    sound_words,
    united_choices,
)
from annotator.core.scheme_rule import LABEL, Owner, Revalue
from annotator.core.sentence import say


def add_attribute(scheme: Scheme, owner: Owner, names: Words, kind: str, choices: tuple[Words, ...] = ()) -> Scheme:
    """A new attribute at the end; one of the kind `choice` needs the names of its first choices. Raises SchemeError."""
    whole = sound_words(names)
    if (kind == CHOICE) != bool(choices):
        raise SchemeError(say("An attribute with choices needs at least one."))
    known = [one.id for one in attributes_of(scheme, owner)]
    made = Attribute(fresh_id(whole, known, "attribute"), kind, whole, False, _choices(choices))
    return _with_attributes(scheme, owner, lambda held: (*held, made))


def rename_attribute(scheme: Scheme, owner: Owner, attribute_id: str, names: Words) -> Scheme:
    """The attribute under other names. Raises SchemeError."""
    whole = sound_words(names)
    return _with(scheme, owner, attribute_id, lambda one: replace(one, names=whole))


def require_attribute(scheme: Scheme, owner: Owner, attribute_id: str, required: bool) -> Scheme:
    """The attribute required, or not. Raises SchemeError for a yes-or-no attribute, which can only say yes."""
    if required and attribute_of(scheme, owner, attribute_id).kind == YES_NO:
        raise SchemeError(say("A yes-or-no attribute cannot be required: not set means no."))
    return _with(scheme, owner, attribute_id, lambda one: replace(one, required=required))


def move_attribute(scheme: Scheme, owner: Owner, attribute_id: str, step: int) -> Scheme:
    """The attribute so many places further on."""
    one = attribute_of(scheme, owner, attribute_id)
    return _with_attributes(scheme, owner, lambda held: moved(held, one, step))


def merge_attribute(scheme: Scheme, owner: Owner, attribute_id: str, into: str) -> Edited:
    """One attribute taken into another of the same kind, or into one of words: its values go there, and the other gets
    the choices that it lacks. Raises SchemeError."""
    source, target = attribute_of(scheme, owner, attribute_id), attribute_of(scheme, owner, into)
    if source.id == target.id or (source.kind != target.kind and target.kind != TEXT):
        raise SchemeError(say("Only attributes of the same kind can be merged, or any into one of words."))
    if source.id in _silences(scheme, owner):
        raise SchemeError(say("“{attribute}” says that nobody is named; it cannot be merged.", attribute=source.id))
    choices = united_choices(target.choices, source.choices) if target.kind == CHOICE else target.choices
    united = replace(target, choices=choices)
    edited = _with_attributes(
        scheme, owner, lambda held: tuple(united if one.id == into else one for one in held if one.id != source.id)
    )
    return Edited(edited, (Revalue(owner, source.id, target.id),))


def split_attribute(
    scheme: Scheme, owner: Owner, attribute_id: str, choices: Collection[str], names: Words
) -> Edited:
    """A new attribute that takes some of the choices, and what was chosen of them. Raises SchemeError."""
    source = attribute_of(scheme, owner, attribute_id)
    gone = tuple(choice for choice in source.choices if choice.id in choices)
    if not gone or len(gone) == len(source.choices):
        raise SchemeError(say("Some of the choices must go, and some must stay."))
    whole = sound_words(names)
    known = [one.id for one in attributes_of(scheme, owner)]
    new = Attribute(fresh_id(whole, known, "attribute"), CHOICE, whole, False, gone)
    rest = replace(source, choices=tuple(choice for choice in source.choices if choice not in gone))
    edited = _with_attributes(
        scheme, owner, lambda held: tuple(part for one in held for part in ((rest, new) if one is source else (one,)))
    )
    return Edited(edited, tuple(Revalue(owner, source.id, new.id, value=choice.id) for choice in gone))


# ---------------------------------------------------------------- choices


def add_choice(scheme: Scheme, owner: Owner, attribute_id: str, names: Words) -> Scheme:
    """A new choice at the end, under a free key. Raises SchemeError."""
    _need_choices(attribute_of(scheme, owner, attribute_id))
    return _with(scheme, owner, attribute_id, lambda one: replace(one, choices=_one_more(one.choices, names)))


def rename_choice(scheme: Scheme, owner: Owner, attribute_id: str, choice_id: str, names: Words) -> Scheme:
    """The choice under other names. Raises SchemeError."""
    whole = sound_words(names)
    return _with_choice(scheme, owner, attribute_id, choice_id, lambda choice: replace(choice, names=whole))


def key_choice(scheme: Scheme, owner: Owner, attribute_id: str, choice_id: str, key: str) -> Scheme:
    """The choice under another key. Raises SchemeError where another choice of the attribute has it."""
    if len(key) != 1 or key not in CHOICE_KEYS:
        raise SchemeError(say("A choice's key is a Latin letter or a digit from 1 to 9."))
    held = attribute_of(scheme, owner, attribute_id).choices
    if any(choice.key == key and choice.id != choice_id for choice in held):
        raise SchemeError(say("Another choice has the key {key} already.", key=key))
    return _with_choice(scheme, owner, attribute_id, choice_id, lambda choice: replace(choice, key=key))


def move_choice(scheme: Scheme, owner: Owner, attribute_id: str, choice_id: str, step: int) -> Scheme:
    """The choice so many places further on."""
    choice = choice_of(attribute_of(scheme, owner, attribute_id), choice_id)
    return _with(
        scheme, owner, attribute_id, lambda one: replace(one, choices=moved(one.choices, choice, step))
    )


def merge_choice(scheme: Scheme, owner: Owner, attribute_id: str, choice_id: str, into: str) -> Edited:
    """One choice taken into another: whatever was set to it is set to the other. Raises SchemeError."""
    held = attribute_of(scheme, owner, attribute_id)
    source, target = choice_of(held, choice_id), choice_of(held, into)
    if source.id == target.id:
        raise SchemeError(say("A choice cannot be merged with itself."))
    rest = tuple(choice for choice in held.choices if choice is not source)
    edited = _with(scheme, owner, attribute_id, lambda one: replace(one, choices=rest))
    return Edited(edited, (Revalue(owner, attribute_id, attribute_id, source.id, target.id),))


def split_choice(
    scheme: Scheme, owner: Owner, attribute_id: str, choice_id: str, when: tuple[str, str], names: Words
) -> Edited:
    """A new choice for what is set to the choice where another attribute (its id) holds a value. Raises SchemeError."""
    held, other = attribute_of(scheme, owner, attribute_id), attribute_of(scheme, owner, when[0])
    choice_of(held, choice_id)
    if other.id == held.id or not other.takes(when[1]):
        raise SchemeError(say("“{attribute}” does not hold “{value}”.", attribute=when[0], value=when[1][:80]))
    edited = add_choice(scheme, owner, attribute_id, names)
    new = attribute_of(edited, owner, attribute_id).choices[-1]
    return Edited(edited, (Revalue(owner, attribute_id, attribute_id, choice_id, new.id, when),))


# ---------------------------------------------------------------- small parts


def attributes_of(scheme: Scheme, owner: Owner) -> tuple[Attribute, ...]:
    """A label's attributes, or an event type's. Raises SchemeError where there is no such owner."""
    return _holder(scheme, owner).attributes


def attribute_of(scheme: Scheme, owner: Owner, attribute_id: str) -> Attribute:
    """The attribute of that id. Raises SchemeError where there is none."""
    found = next((one for one in attributes_of(scheme, owner) if one.id == attribute_id), None)
    if found is None:
        raise SchemeError(say("the scheme has no “{value}”.", value=attribute_id[:80]))
    return found


def choice_of(attribute: Attribute, choice_id: str) -> Choice:
    """The choice of that id. Raises SchemeError where there is none."""
    found = attribute.choice(choice_id)
    if found is None:
        raise SchemeError(say("the scheme has no “{value}”.", value=choice_id[:80]))
    return found


def values_of(attribute: Attribute) -> tuple[str, ...]:
    """What the attribute may hold, where that can be listed."""
    return (YES,) if attribute.kind == YES_NO else tuple(choice.id for choice in attribute.choices)


def _holder(scheme: Scheme, owner: Owner) -> Label | EventType:
    if owner[0] == LABEL:
        return label_of(scheme, owner[1])
    event = scheme.event_type(owner[1])
    if event is None:
        raise SchemeError(say("the scheme has no “{value}”.", value=owner[1][:80]))
    return event


def _silences(scheme: Scheme, owner: Owner) -> set[str | None]:
    """The attributes of an event type that say that nobody is named in a role, or that nobody claims it."""
    holder = _holder(scheme, owner)
    return {holder.claims_silence, *(role.silence for role in holder.roles)} if isinstance(holder, EventType) else set()


def _with_attributes(
    scheme: Scheme, owner: Owner, change: Callable[[tuple[Attribute, ...]], tuple[Attribute, ...]]
) -> Scheme:
    holder = _holder(scheme, owner)
    if isinstance(holder, Label):
        label = replace(holder, attributes=change(holder.attributes))
        return replace(scheme, every_label=tuple(label if one is holder else one for one in scheme.every_label))
    event = replace(holder, attributes=change(holder.attributes))
    return replace(scheme, events=tuple(event if one is holder else one for one in scheme.events))


def _with(scheme: Scheme, owner: Owner, attribute_id: str, change: Callable[[Attribute], Attribute]) -> Scheme:
    attribute_of(scheme, owner, attribute_id)
    return _with_attributes(
        scheme, owner, lambda held: tuple(change(one) if one.id == attribute_id else one for one in held)
    )


def _with_choice(
    scheme: Scheme, owner: Owner, attribute_id: str, choice_id: str, change: Callable[[Choice], Choice]
) -> Scheme:
    choice_of(attribute_of(scheme, owner, attribute_id), choice_id)
    return _with(
        scheme,
        owner,
        attribute_id,
        lambda one: replace(one, choices=tuple(change(c) if c.id == choice_id else c for c in one.choices)),
    )


def _need_choices(attribute: Attribute) -> None:
    if attribute.kind != CHOICE:
        raise SchemeError(say("Only an attribute with choices can get one more."))


def _choices(names: tuple[Words, ...]) -> tuple[Choice, ...]:
    made: tuple[Choice, ...] = ()
    for words in names:
        made = _one_more(made, words)
    return made


def _one_more(choices: tuple[Choice, ...], names: Words) -> tuple[Choice, ...]:
    whole = sound_words(names)
    fresh = fresh_id(whole, [choice.id for choice in choices], "choice")
    return (*choices, Choice(fresh, choice_key(whole, [choice.key for choice in choices]), whole))
