"""Assignments as the project keeps them: who has which article to do, in which order, and what is done of it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from annotator.core.assignment import LEFT, REOPENED, Assigned, Plan, plan
from annotator.core.identity import new_id
from annotator.core.layer import Annotator
from annotator.core.sentence import Refused, say
from annotator.store.hand_in import newest_hand_ins
from annotator.store.store import Store, now

ASSIGNED_TO = "assigned_to"
"""The project setting that says for which annotator (by id) a project was handed out."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """How articles are to be handed out: to whom, with which shares, each to how many, and who is gone."""

    annotators: Sequence[str]
    overlap: int
    seed: int
    shares: Mapping[str, float]
    left: Collection[str] = ()
    repeats: int = 0


def assignments(store: Store, annotator_id: str | None = None) -> list[Assigned]:
    """What is assigned, of everybody or of one annotator, in their order; also what somebody has left."""
    sql = "SELECT article, annotator, pass, position, selection FROM assignment"
    where, values = (" WHERE annotator = ?", [annotator_id]) if annotator_id else ("", [])
    rows = store.connection.execute(f"{sql}{where} ORDER BY annotator, position, pass", values)
    return [Assigned(article, who, number, at, why or "") for article, who, number, at, why in rows]


def unfinished(store: Store, annotator_id: str) -> list[Assigned]:
    """The annotator's tasks that are not handed in here, in order."""
    done = _finished(store)
    return [
        task
        for task in assignments(store, annotator_id)
        if task.selection != LEFT and (task.article, annotator_id, task.pass_number) not in done
    ]


def reopened(store: Store, annotator_id: str) -> list[str]:
    """The articles that the annotator was asked to look at again and has not handed in since, by id."""
    newest = {(layer.article, layer.pass_number): layer.id for layer, _ in newest_hand_ins(store, [annotator_id])}
    known = {row[0] for row in store.connection.execute("SELECT id FROM layer WHERE kind = 'handed_in'")}
    found = []
    for task in assignments(store, annotator_id):
        kind, _, hand_in = task.selection.partition(":")
        is_last = hand_in not in known or newest.get((task.article, task.pass_number)) == hand_in
        if kind == REOPENED and is_last:
            found.append(task.article)
    return found


def assign(store: Store, wishes: Wishes) -> tuple[Plan, dict[str, Annotator]]:
    """Plan and keep who does what; the people by name. What was assigned stays, except what somebody left unfinished.

    Raises Refused for wishes that cannot be met, NotKept when the file cannot be written.
    """
    _refuse_impossible(store, wishes)
    people = {name: store.keep_annotator(name) for name in wishes.annotators}
    with store.writing() as connection:
        batch = new_id()
        for name in wishes.left:
            _let_go(store, name)
        articles = [row[0] for row in connection.execute("SELECT id FROM article WHERE withdrawn = 0")]
        names = {person.id: person.name for person in store.annotators()}
        standing = [replace(task, annotator=names[task.annotator]) for task in _standing(store, names, wishes)]
        shares = {name: wishes.shares.get(name, 1.0) for name in wishes.annotators}
        found = plan(articles, shares, wishes.overlap, wishes.seed, standing, wishes.repeats)
        rows = [
            (new_id(), task.article, people[task.annotator].id, task.pass_number, task.position, task.selection)
            for task in found.added
        ]
        connection.executemany(_KEEP, rows)
        if rows:
            connection.execute(
                "INSERT INTO batch (id, kind, source, state, at) VALUES (?, 'assign', ?, 'done', ?)",
                (batch, f"seed {wishes.seed}, overlap {wishes.overlap}", now()),
            )
    return replace(found, added=tuple(replace(t, annotator=people[t.annotator].id) for t in found.added)), people


_KEEP = """INSERT INTO assignment (id, article, annotator, pass, position, selection) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (article, annotator, pass) DO UPDATE SET position = excluded.position, selection = excluded.selection"""


def _standing(store: Store, names: Mapping[str, str], wishes: Wishes) -> list[Assigned]:
    """What stands: tasks that nobody has left, and what the named ones have done without having been assigned it."""
    tasks = [task for task in assignments(store) if task.selection != LEFT]
    known = {(task.article, task.annotator, task.pass_number) for task in tasks}
    more = sorted(done for done in _finished(store) - known if names[done[1]] in wishes.annotators)
    return [*tasks, *(Assigned(article, who, number, -1) for article, who, number in more)]


def _finished(store: Store) -> set[tuple[str, str, int]]:
    """Article, annotator and pass of everything that is handed in, or done here."""
    sql = "SELECT article, annotator, pass FROM layer WHERE kind = 'handed_in' OR (kind = 'work' AND status = 'done')"
    return set(store.connection.execute(sql))


def _let_go(store: Store, name: str) -> None:
    """What the annotator has not finished is nobody's any more."""
    gone = next(person for person in store.annotators() if person.name == name)
    tasks = unfinished(store, gone.id)
    store.connection.executemany(
        "UPDATE assignment SET selection = ? WHERE article = ? AND annotator = ? AND pass = ?",
        [(LEFT, task.article, task.annotator, task.pass_number) for task in tasks],
    )


def _refuse_impossible(store: Store, wishes: Wishes) -> None:
    known = {person.name for person in store.annotators()}
    for name in wishes.left:
        if name not in known:
            message = "Nobody called “{name}” works in this project. There are: {names}."
            raise Refused(say(message, name=name, names=", ".join(sorted(known))))
        if name in wishes.annotators:
            raise Refused(say("“{name}” cannot both have left and be given articles.", name=name))
    for name in wishes.shares:
        if name not in wishes.annotators:
            raise Refused(say("“{name}” has a share, but is not among the annotators.", name=name))
    if len(set(wishes.annotators)) < len(wishes.annotators):
        raise Refused(say("An annotator is named twice."))
    if not 1 <= wishes.overlap <= len(wishes.annotators):
        message = "Every article cannot go to {overlap} people: there are {count}."
        raise Refused(say(message, overlap=wishes.overlap, count=len(wishes.annotators)))
    if not store.connection.execute("SELECT 1 FROM article WHERE withdrawn = 0 LIMIT 1").fetchone():
        raise Refused(say("There are no articles to hand out. Import some first."))
