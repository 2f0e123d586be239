"""Resuming: where an annotator takes the work up again."""

from annotator.store.catalogue import first_article, first_unfinished
from annotator.store.store import Store, last_article_key


def where_to_begin(store: Store, annotator_id: str) -> str | None:
    """The article the annotator had open last, else the first unfinished one, else the first; None where none is."""
    last = store.setting(last_article_key(annotator_id))
    if last and store.article(last):
        return last
    return first_unfinished(store, annotator_id) or first_article(store)
