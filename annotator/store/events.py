"""Events and relations of a layer, for whoever shows or changes them."""

from annotator.core.layer import Event, Relation
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
