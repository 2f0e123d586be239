"""Linking: what the annotator does with links between spans. Each of these functions of a desk is one change."""

from collections.abc import Iterable, Sequence

from annotator.core.change import Edit
from annotator.core.identity import new_id
from annotator.core.layer import Relation
from annotator.core.scheme import RelationType, Scheme
from annotator.core.sentence import say
from annotator.core.span import Span
from annotator.ui.desk import Desk
from annotator.ui.language import current
from annotator.ui.role_hinter import RoleHinter


def link(desk: Desk, type_id: str, source: str, target: str) -> bool:
    """Keep a link of that type from one span to another; whether it was kept.

    What the scheme does not allow, or is there already, is not kept, and told in a sentence.
    """
    kind, ends = desk.scheme.relation(type_id), (desk.span(source), desk.span(target))
    if kind is None or desk.layer is None or ends[0] is None or ends[1] is None:
        desk.told.emit(say("This link or span is no longer there."))
        return False
    if source == target or ends[0].label not in kind.sources or ends[1].label not in kind.targets:
        desk.told.emit(say("The scheme does not let these spans be linked so."))
        return False
    if any((one.type, one.source, one.target) == (type_id, source, target) for one in desk.relations):
        desk.told.emit(say("These spans are linked so already."))
        return False
    relation = Relation(desk.layer.id, new_id(), type_id, source, target)
    return desk.keep("link", Edit(None, relation), pick=source)


def unlink(desk: Desk, relation_id: str) -> bool:
    """Take a link out; its spans stay."""
    relation = next((one for one in desk.relations if one.id == relation_id), None)
    if relation is None:
        desk.told.emit(say("This link or span is no longer there."))
        return False
    return desk.keep("unlink", Edit(relation, None), pick=desk.picked.id if desk.picked else "")


def claim_relations(scheme: Scheme, claims: Iterable[str]) -> tuple[RelationType, ...]:
    """The links that only claims have. The first leads to who speaks, the others to those who are spoken of."""
    labels = set(claims)
    return tuple(kind for kind in scheme.relations if kind.sources and labels.issuperset(kind.sources))


def link_types(desk: Desk, span: Span) -> tuple[RelationType, ...]:
    """The links that may lead from the span: those that only claims have come first."""
    scheme = desk.scheme
    first = claim_relations(scheme, {label for kind in scheme.events for label in kind.claims})
    every = (*first, *(kind for kind in scheme.relations if kind not in first))
    return tuple(kind for kind in every if span.label in kind.sources)


def link_arcs(desk: Desk, span: Span) -> tuple[tuple[str, str], ...]:
    """The links from and to the span, each from its source to its target, by their ids."""
    ends = ((one.source, one.target) for one in desk.relations)
    return tuple(dict.fromkeys(pair for pair in ends if span.id in pair))


def link_names(desk: Desk, span: Span) -> dict[str, str]:
    """For each span to or from which a link leads what the link is called; of several links the one made first."""
    names: dict[str, str] = {}
    for one in desk.relations:
        kind = desk.scheme.relation(one.type)
        if kind is not None and span.id in (one.source, one.target):
            names.setdefault(one.target if one.source == span.id else one.source, kind.name(current()))
    return names


def linked(desk: Desk, type_id: str, source: str) -> tuple[str, ...]:
    """The ids of the spans to which such links lead from a span."""
    return tuple(one.target for one in desk.relations if (one.type, one.source) == (type_id, source))


def wanted_link(desk: Desk, span: Span) -> RelationType | None:
    """The link that a span wants next: the first of which it has none yet, else the last; None where there is none."""
    kinds = link_types(desk, span)
    return next((kind for kind in kinds if not linked(desk, kind.id, span.id)), kinds[-1] if kinds else None)


def choose_link(desk: Desk, roles: RoleHinter, type_id: str = "", again: Sequence[str] = ()) -> None:
    """Let a span be chosen to which the picked one is linked: so, or as it is wanted next.

    Asked once more while the letters show, it is the kind of link that follows; `again` are the keys that ask.
    """
    span = desk.picked
    kinds = link_types(desk, span) if span else ()
    if span is None:
        desk.told.emit(say("Pick a span first: then it can be linked to another."))
        return
    if not kinds:
        desk.told.emit(say("The scheme links this label to no other."))
        return
    asked = next((number for number, kind in enumerate(kinds) if kind.id == roles.asked), None)
    following = kinds[(asked + 1) % len(kinds)] if asked is not None else wanted_link(desk, span)
    kind = desk.scheme.relation(type_id) or following or kinds[0]
    source, kind_id = span.id, kind.id
    taken = (source, *linked(desk, kind_id, source))
    title = kind.name(current())
    roles.choose(kind.targets, lambda target: link(desk, kind_id, source, target), taken, title, kind_id, again)
