"""What the scheme says that agreement must know: which values come from a list."""

from annotator.core.scheme import CHOICE, YES_NO, Scheme


def closed_attributes(scheme: Scheme) -> frozenset[tuple[str, str]]:
    """The attributes of labels and event types whose values come from a list, for `Options.closed`."""
    owners = [(label.id, label.attributes) for label in scheme.every_label]
    owners += [(event.id, event.attributes) for event in scheme.events]
    return frozenset((owner, one.id) for owner, every in owners for one in every if one.kind in (CHOICE, YES_NO))
