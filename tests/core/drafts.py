"""Random drafts: a scheme after edits of every kind, as a person might make them one after the other."""

from collections.abc import Callable

from hypothesis import strategies as st

from annotator.core import attribute_edit as attributes
from annotator.core import scheme_edit as labels
from annotator.core.scheme import ATTRIBUTE_KINDS, CHOICE, PATTERNS, Scheme, SchemeError
from annotator.core.scheme_edit import SPARE, Draft, Edited
from annotator.core.scheme_rule import EVENT, LABEL, Owner

Step = Callable[[st.DataObject, Scheme], Scheme | Edited]
NAMES = st.fixed_dictionaries(
    {"ar": st.sampled_from(["ضحية", "جهة", "أداة ما", "ش"]), "en": st.text("abÉ9 _\"\\", max_size=9)}
)


def _one(data: st.DataObject, things: list[str]) -> str:
    return data.draw(st.sampled_from(things or ["nothing"]))


def _label(data: st.DataObject, scheme: Scheme) -> str:
    return _one(data, [label.id for label in scheme.every_label])


def _owner(data: st.DataObject, scheme: Scheme) -> Owner:
    owners = [(LABEL, label.id) for label in scheme.every_label] + [(EVENT, event.id) for event in scheme.events]
    return data.draw(st.sampled_from(owners))


def _attribute(data: st.DataObject, scheme: Scheme, owner: Owner) -> str:
    return _one(data, [one.id for one in attributes.attributes_of(scheme, owner)])


def _choice(data: st.DataObject, scheme: Scheme, owner: Owner, attribute: str) -> str:
    return _one(data, [choice.id for choice in attributes.attribute_of(scheme, owner, attribute).choices])


def _value(data: st.DataObject, scheme: Scheme, owner: Owner, attribute: str) -> str:
    return _one(data, list(attributes.values_of(attributes.attribute_of(scheme, owner, attribute))))


def _split_label(data: st.DataObject, scheme: Scheme) -> Edited:
    label = _label(data, scheme)
    attribute = _attribute(data, scheme, (LABEL, label))
    value = _value(data, scheme, (LABEL, label), attribute)
    return labels.split_label(scheme, label, attribute, value, data.draw(NAMES))


def _merge_attribute(data: st.DataObject, scheme: Scheme) -> Edited:
    owner = _owner(data, scheme)
    return attributes.merge_attribute(scheme, owner, _attribute(data, scheme, owner), _attribute(data, scheme, owner))


def _split_attribute(data: st.DataObject, scheme: Scheme) -> Edited:
    owner = _owner(data, scheme)
    one = _attribute(data, scheme, owner)
    ids = [choice.id for choice in attributes.attribute_of(scheme, owner, one).choices]
    some = data.draw(st.sets(st.sampled_from(ids or ["nothing"])))
    return attributes.split_attribute(scheme, owner, one, some, data.draw(NAMES))


def _merge_choice(data: st.DataObject, scheme: Scheme) -> Edited:
    owner = _owner(data, scheme)
    one = _attribute(data, scheme, owner)
    pair = [_choice(data, scheme, owner, one) for _ in range(2)]
    return attributes.merge_choice(scheme, owner, one, pair[0], pair[1])


def _split_choice(data: st.DataObject, scheme: Scheme) -> Edited:
    owner = _owner(data, scheme)
    one, other = _attribute(data, scheme, owner), _attribute(data, scheme, owner)
    when = (other, _value(data, scheme, owner, other))
    return attributes.split_choice(scheme, owner, one, _choice(data, scheme, owner, one), when, data.draw(NAMES))


def _add_attribute(data: st.DataObject, scheme: Scheme) -> Scheme:
    kind = data.draw(st.sampled_from(ATTRIBUTE_KINDS))
    choices = (data.draw(NAMES), data.draw(NAMES)) if kind == CHOICE else ()
    return attributes.add_attribute(scheme, _owner(data, scheme), data.draw(NAMES), kind, choices)


def _change_attribute(data: st.DataObject, scheme: Scheme) -> Scheme:
    owner = _owner(data, scheme)
    one = _attribute(data, scheme, owner)
    change = data.draw(st.sampled_from(["rename", "require", "move", "add"]))
    if change == "rename":
        return attributes.rename_attribute(scheme, owner, one, data.draw(NAMES))
    if change == "require":
        return attributes.require_attribute(scheme, owner, one, data.draw(st.booleans()))
    if change == "move":
        return attributes.move_attribute(scheme, owner, one, data.draw(st.integers(-3, 3)))
    return attributes.add_choice(scheme, owner, one, data.draw(NAMES))


def _change_choice(data: st.DataObject, scheme: Scheme) -> Scheme:
    owner = _owner(data, scheme)
    one = _attribute(data, scheme, owner)
    choice = _choice(data, scheme, owner, one)
    change = data.draw(st.sampled_from(["rename", "key", "move"]))
    if change == "rename":
        return attributes.rename_choice(scheme, owner, one, choice, data.draw(NAMES))
    if change == "key":
        return attributes.key_choice(scheme, owner, one, choice, data.draw(st.sampled_from("AQZ19")))
    return attributes.move_choice(scheme, owner, one, choice, data.draw(st.integers(-3, 3)))


STEPS: tuple[Step, ...] = (
    lambda data, scheme: labels.rename_label(scheme, _label(data, scheme), data.draw(NAMES)),
    lambda data, scheme: labels.mark_label(scheme, _label(data, scheme), {"ar": "ض", "en": "V"}),
    lambda data, scheme: labels.key_label(scheme, _label(data, scheme), data.draw(st.sampled_from("9GT1"))),
    lambda data, scheme: labels.recolour_label(scheme, _label(data, scheme), data.draw(st.sampled_from(SPARE))),
    lambda data, scheme: labels.pattern_label(scheme, _label(data, scheme), data.draw(st.sampled_from(PATTERNS))),
    lambda data, scheme: labels.switch_label(scheme, _label(data, scheme), data.draw(st.booleans())),
    lambda data, scheme: labels.move_label(scheme, _label(data, scheme), data.draw(st.integers(-3, 3))),
    lambda data, scheme: labels.add_label(scheme, data.draw(NAMES)),
    lambda data, scheme: labels.merge_label(scheme, _label(data, scheme), _label(data, scheme)),
    _split_label,
    _merge_attribute,
    _split_attribute,
    _merge_choice,
    _split_choice,
    _add_attribute,
    _change_attribute,
    _change_choice,
)


def draw_draft(data: st.DataObject, scheme: Scheme, most: int = 6) -> Draft:
    """A draft of the scheme after up to `most` edits; what is refused leaves it as it was."""
    draft = Draft(scheme, scheme)
    for _ in range(data.draw(st.integers(1, most))):
        step = data.draw(st.sampled_from(STEPS))
        try:
            draft = draft.then(step(data, draft.scheme))
        except SchemeError:
            continue
    return draft
