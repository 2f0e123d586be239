"""Role names: what the picked event makes of each span, for the tabs and the arcs in the article."""

from PySide6.QtCore import QCoreApplication

from annotator.core.frame import fillers
from annotator.core.layer import Event
from annotator.ui.event_words import Matter, stance_words
from annotator.ui.language import current
from annotator.ui.linking import claim_relations

Arc = tuple[str, str]


def role_names(event: Event, matter: Matter) -> dict[str, str]:
    """For each span that takes part in the event the name of its part; of several parts the one in the event itself.

    Claims bear their stance, and those who speak or are named in them what the link to them is called.
    """
    kind = matter.scheme.event_type(event.type)
    if kind is None:
        return {}
    names: dict[str, str] = {}
    for link_kind in claim_relations(matter.scheme, kind.claims):
        links = (link for claim in event.claims for link in matter.links.get(claim, ()))
        names |= {link.target: link_kind.name(current()) for link in links if link.type == link_kind.id}
    for claim in event.claims:
        span = matter.spans.get(claim)
        if span is not None:
            names[claim] = stance_words(span, matter.scheme)
    for role in kind.roles:
        names |= dict.fromkeys(fillers(event, role.id), role.name(current()))
    if event.trigger:
        names[event.trigger] = QCoreApplication.translate("Events", "Trigger")
    return names


def role_arcs(event: Event) -> tuple[Arc, ...]:
    """From the trigger, or else from who was put in first, to all others that take part and to each claim."""
    parts = [*(span for _, span in event.arguments), *event.claims]
    centre = event.trigger or next(iter(parts), None)
    return tuple((centre, part) for part in dict.fromkeys(parts) if part != centre) if centre else ()
