"""Events, relations and comments of a layer, for whoever shows or changes them."""

from annotator.core.layer import Comment, Event, Relation
from annotator.store.row import from_row, sql_of
from annotator.store.store import Store


def events_of(store: Store, layer_id: str) -> tuple[Event, ...]:
    """The layer's events in the order in which they were made."""
    sql = f"SELECT {sql_of(Event).columns} FROM event WHERE layer = ? ORDER BY rowid"
    return tuple(from_row(Event, row) for row in store.connection.execute(sql, (layer_id,)))


def relations_of(store: Store, layer_id: str) -> tuple[Relation, ...]:
    """The layer's relations in the order in which they were made."""
    sql = f"SELECT {sql_of(Relation).columns} FROM relation WHERE layer = ? ORDER BY rowid"
    return tuple(from_row(Relation, row) for row in store.connection.execute(sql, (layer_id,)))


def comments_of(store: Store, article_id: str, layer_id: str) -> tuple[Comment, ...]:
    """The comments on the article as such and on the layer, in the order in which they were written."""
    where = "article = ? AND (layer IS NULL OR layer = ?)"
    sql = f"SELECT {sql_of(Comment).columns} FROM comment WHERE {where} ORDER BY at, rowid"
    return tuple(from_row(Comment, row) for row in store.connection.execute(sql, (article_id, layer_id)))
