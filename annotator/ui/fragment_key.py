"""What the fragment keys do: add the selected words to the picked span, or take words out of it."""

from annotator.core.fragment import fragment_at
from annotator.core.sentence import say
from annotator.ui.desk import Desk
from annotator.ui.fragment import without_words


def add_selection(desk: Desk) -> None:
    """Add the selected words to the picked span."""
    if desk.selection is None:
        desk.told.emit(say("Select the words to add to the picked span first."))
    else:
        desk.add_fragment(*desk.selection)


def take_out(desk: Desk) -> None:
    """Take the selected words out of the picked span, or else the fragment the caret stands in."""
    span, article = desk.picked, desk.article
    if span is None or article is None:
        return
    # White space behind a fragment belongs to no fragment, but that is where the caret stands after selecting by word.
    places = (desk.caret, len(article.text[: desk.caret].rstrip()))
    place = desk.selection or next(filter(None, (fragment_at(span.fragments, place) for place in places)), None)
    if place is None:
        desk.told.emit(say("The caret stands in no fragment of the picked span."))
        return
    left = without_words(span, article.text, *place)
    if left is None:
        desk.told.emit(say("Nothing would be left of the span. Delete removes it."))
    else:
        desk.change_span("remove_fragment", left)
