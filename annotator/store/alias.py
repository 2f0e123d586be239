"""Aliases: two ids of one person, such as two machines give her, are told to be one by whoever knows."""

import sqlite3
from collections.abc import Collection, Iterable, Iterator

from annotator.core.layer import Annotator
from annotator.core.sentence import Refused, Sentence, say


def join_people(connection: sqlite3.Connection, pairs: Iterable[tuple[str, str]]) -> int:
    """Let the first of each pair (an id or a name) be another name of the second; how many were not yet.

    Raises Refused when nobody, or more than one, is called so.
    """
    joined = 0
    for one, other in pairs:
        alias, person = _root(connection, one), _root(connection, other)
        if alias.id != person.id:
            connection.execute(
                "UPDATE annotator SET alias_of = ? WHERE ? IN (id, alias_of)", (person.id, alias.id)
            )
            joined += 1
    return joined


def _root(connection: sqlite3.Connection, called: str) -> Annotator:
    rows = connection.execute("SELECT id, name, alias_of FROM annotator").fetchall()
    people = {row[0]: Annotator(*row) for row in rows}
    found = [people[called]] if called in people else [p for p in people.values() if p.name == called]
    roots = {person.alias_of or person.id for person in found}
    if not roots:
        names = ", ".join(sorted({person.name for person in people.values()}))
        message = "Nobody called “{name}” works in this project. There are: {names}."
        raise Refused(say(message, name=called, names=names))
    if len(roots) > 1:
        message = "{count} people are called “{name}”: say which by the id ({ids})."
        raise Refused(say(message, count=len(roots), name=called, ids=", ".join(sorted(roots))))
    return people[roots.pop()]


def same_names(connection: sqlite3.Connection, coming: Collection[str]) -> Iterator[Sentence]:
    """A sentence for each name under which more than one person works, one of whom has just come in."""
    sql = "SELECT name, ifnull(alias_of, id), group_concat(id, ' ') FROM annotator GROUP BY 1, 2 ORDER BY 1, 2"
    people: dict[str, dict[str, list[str]]] = {}
    for name, root, ids in connection.execute(sql):
        people.setdefault(name, {})[root] = ids.split()
    for name, roots in people.items():
        if len(roots) > 1 and any(id in coming for ids in roots.values() for id in ids):
            first, second = sorted(roots)[:2]
            message = (
                "Two people are called “{name}” ({first} and {second}); their work is kept apart. "
                "If they are one person, merge again with --same-person {second}={first}."
            )
            yield say(message, name=name, first=first, second=second)
