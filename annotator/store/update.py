"""Updates: what the lead sends back to one annotator. It carries nothing that could change the annotator's layers."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace

import msgspec

from annotator import __version__
from annotator.core.assignment import LEFT
from annotator.core.bundle import UPDATE, Bundle, RuleText
from annotator.core.change import Change, Edit
from annotator.core.identity import new_id
from annotator.core.layer import GOLD_FINAL, Annotator, Comment
from annotator.core.record import Record
from annotator.core.sentence import Refused, say
from annotator.store.assignment import assignments
from annotator.store.hand_in import newest_hand_ins
from annotator.store.news import reopening
from annotator.store.records import records_at, snapshot
from annotator.store.row import from_row, sql_of
from annotator.store.scheme_meeting import scheme_texts
from annotator.store.store import Store, keep_setting, now


def reopen(store: Store, annotator: Annotator, article_id: str, body: str, lead: Annotator) -> None:
    """Ask the annotator to look at an article again, and say why. The update that is made next tells them.

    Raises Refused when they have not handed the article in, NotKept when the file cannot be written.
    """
    found = [layer for layer, _ in newest_hand_ins(store, [annotator.id]) if layer.article == article_id]
    if not found:
        message = "{name} has not handed in “{article}”, so there is nothing to reopen."
        raise Refused(say(message, name=annotator.name, article=article_id))
    layer = max(found, key=lambda one: one.pass_number)
    if body:
        remark = Comment(new_id(), article_id, layer.id, None, lead.id, None, body, now())
        store.apply(Change("comment", article_id, (Edit(None, remark),)), lead.id)
    with store.writing() as connection:
        last = connection.execute(
            "SELECT ifnull(max(position), -1) FROM assignment WHERE annotator = ?", (annotator.id,)
        ).fetchone()[0]
        connection.execute(
            """INSERT INTO assignment (id, article, annotator, pass, position, selection) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (article, annotator, pass) DO UPDATE SET selection = excluded.selection""",
            (new_id(), article_id, annotator.id, layer.pass_number, last + 1, reopening(layer.id)),
        )


def update_bundle(store: Store, annotator: Annotator, with_gold: bool = True) -> Bundle:
    """What the annotator is told: the scheme and the rules, their articles, what is reopened and the lead's remarks,
    and settled layers of articles that they have handed in, to look at.

    The same project gives the same update. Ask inside a snapshot, and keep the project open while it is used.
    """
    tasks = tuple(task for task in assignments(store, annotator.id) if task.selection != LEFT)
    handed_in = {layer.article for layer, _ in newest_hand_ins(store, [annotator.id])}
    articles = sorted({task.article for task in tasks} | handed_in)
    team = {row[0] for row in store.connection.execute(_TEAM)}

    def records() -> Iterator[Record]:
        yield from _records(store, annotator, articles, handed_in if with_gold else set(), team)

    with snapshot(store):
        authors = {remark.author for record in records() for remark in record.comments}
        authors |= {record.layer.annotator for record in records() if record.layer}
        leads = tuple(person for person in store.annotators() if person.id in authors)
        rules = store.connection.execute("SELECT id, n, version, text, at FROM rule ORDER BY id")
        scheme = store.scheme()
        return Bundle(
            source="",
            kind=UPDATE,
            tool_version=__version__,
            annotators=(*leads, annotator),
            schemes=scheme_texts(store),
            in_force=scheme.version,
            records=records,
            to=annotator.id,
            rules=tuple(RuleText(*row) for row in rules),
            assigned=tuple(replace(task, annotator=annotator.id) for task in tasks),
        )


_TEAM = "SELECT annotator FROM assignment UNION SELECT annotator FROM layer WHERE kind IN ('handed_in', 'work')"
"""Whoever labels: what they say about each other's articles is not passed on."""


def numbered(store: Store, bundle: Bundle) -> Bundle:
    """The update with its number: the last one's if it says the same, else the next. Raises NotKept."""
    digest = hashlib.sha256()
    for record in bundle.records():
        digest.update(msgspec.json.encode((record.article.id, record.layer, record.comments)))
    about = (bundle.in_force, [version.toml for version in bundle.schemes], bundle.rules, bundle.assigned)
    digest.update(msgspec.json.encode(about))
    key, said = f"update:{bundle.to}", digest.hexdigest()
    number, _, before = (store.setting(key) or "0:").partition(":")
    if before == said:
        return replace(bundle, number=int(number))
    with store.writing() as connection:
        keep_setting(connection, key, f"{int(number) + 1}:{said}")
    return replace(bundle, number=int(number) + 1)


def _records(
    store: Store, annotator: Annotator, articles: Sequence[str], handed_in: set[str], team: set[str]
) -> Iterator[Record]:
    """Each article with the lead's remarks to this annotator; then what was settled, each in its newest form."""
    last, settled = "", dict[str, Record]()
    for record in records_at(store, articles, (GOLD_FINAL,)):
        if record.article.id != last:
            last = record.article.id
            yield Record(record.article, comments=_remarks(store, last, annotator, team))
        if record.layer is not None and last in handed_in:
            standing = settled.get(last, record)
            settled[last] = max(standing, record, key=_final_number)
    for record in settled.values():
        yield replace(record, comments=())


def _final_number(record: Record) -> int:
    return record.layer.pass_number if record.layer else 0


def _remarks(store: Store, article_id: str, annotator: Annotator, team: set[str]) -> tuple[Comment, ...]:
    """What others say about the annotator's own work, and what those who do not label here say to everybody."""
    sql = f"""SELECT {sql_of(Comment).columns} FROM comment LEFT JOIN layer ON layer.id = comment.layer
        WHERE comment.article = ? AND comment.author <> ? AND (comment.layer IS NULL OR layer.annotator = ?)
        ORDER BY at, comment.id"""
    rows = store.connection.execute(sql, (article_id, annotator.id, annotator.id)).fetchall()
    remarks: list[Comment] = [from_row(Comment, row) for row in rows]
    return tuple(replace(remark, layer=None) for remark in remarks if remark.layer or remark.author not in team)
