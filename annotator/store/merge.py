"""Merging: frozen layers of others come in beside what is here, all in one transaction, and nothing is overwritten.

Everything was verified before. Layers are named by their content, so any order and any repetition gives one state.
"""

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

import msgspec

from annotator.core.article import Article
from annotator.core.bundle import UPDATE, Bundle
from annotator.core.identity import new_id
from annotator.core.sentence import Refused, Sentence, say
from annotator.store import news
from annotator.store.alias import join_people, same_names
from annotator.store.assignment import ASSIGNED_TO
from annotator.store.rename import rename_article
from annotator.store.row import KINDS
from annotator.store.scheme_meeting import Meeting, keep_strange, meet
from annotator.store.scheme_version import known_labels
from annotator.store.stage import HANGING, Stage, columns_of, stage
from annotator.store.store import Store, now

KEEP, REFUSE, TAKE = "keep", "refuse", "take"


@dataclass(frozen=True, slots=True)
class Choices:
    """What to do where two projects differ. `articles`: another text under an id that is here comes in under another
    id (KEEP) or not at all. `schemes`: versions that are not here come in beside ours (KEEP), in force too with an
    update (TAKE), or what was made under them does not come in. `same_person`: ids or names, the second one stays."""

    articles: str = REFUSE
    schemes: str = REFUSE
    same_person: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True)
class CameIn:
    """What one file brought: layers and spans that were not here, and layers that were."""

    source: str
    kind: str
    annotators: tuple[str, ...]
    layers: int = 0
    spans: int = 0
    known: int = 0


@dataclass(slots=True)
class Merged:
    """What a merge did: file by file, what was new beside layers, what was left out, and what to know."""

    files: list[CameIn] = field(default_factory=list)
    articles: int = 0
    remarks: int = 0
    told: int = 0
    joined: int = 0
    refused: list[tuple[str, Sentence]] = field(default_factory=list)
    notices: list[tuple[str, Sentence]] = field(default_factory=list)

    @property
    def changed(self) -> bool:
        """Whether anything is in the project that was not there before."""
        return bool(self.articles or self.remarks or self.told or self.joined or any(f.layers for f in self.files))


class _Unchanged(Exception):
    """There was nothing to keep: the file stays as it is, to the byte."""


def merge(
    store: Store,
    bundles: Sequence[Bundle],
    choices: Choices = Choices(),
    on_progress: Callable[[int], None] | None = None,
) -> Merged:
    """Take in what others have handed in, and what the lead tells. A bundle that cannot be taken is left out whole.

    Raises Refused where nothing of it can be done, NotKept when the file cannot be written; both change nothing.
    """
    merged, seen = Merged(), 0

    def count() -> None:
        nonlocal seen
        seen += 1
        if on_progress:
            on_progress(seen)

    with stage(store) as staging:
        taken: dict[int, Bundle] = {}
        for number, bundle in enumerate(bundles):
            if _is_for_us(store, bundle, merged) and _stage(staging, number, bundle, count, merged):
                taken[number] = bundle
        with suppress(_Unchanged), store.writing() as connection:
            _merge(store, connection, taken, choices, merged)
            if not merged.changed:
                raise _Unchanged
    store.forget()
    return merged


def _is_for_us(store: Store, bundle: Bundle, merged: Merged) -> bool:
    """Whether an update is for the annotator to whom this project was handed out."""
    ours = store.setting(ASSIGNED_TO)
    if bundle.to is None or ours in (None, bundle.to):
        return True
    merged.refused.append((bundle.source, say("This update is for somebody else than this project was handed out to.")))
    return False


def _stage(staging: Stage, number: int, bundle: Bundle, count: Callable[[], None], merged: Merged) -> bool:
    try:
        staging.take(number, bundle, count)
    except Refused as error:
        merged.refused.append((bundle.source, error.sentence))
        return False
    return True


def _merge(
    store: Store, connection: sqlite3.Connection, bundles: Mapping[int, Bundle], choices: Choices, merged: Merged
) -> None:
    batch = new_id()
    names = [", ".join(person.name for person in bundle.annotators) for bundle in bundles.values()]
    connection.execute(
        "INSERT INTO batch (id, kind, source, state, at) VALUES (?, 'merge', ?, 'done', ?)",
        (batch, "; ".join(names), now()),
    )
    newest = []
    for number, bundle in bundles.items():
        merged.files.append(CameIn(bundle.source, bundle.kind, tuple(p.name for p in bundle.annotators)))
        meeting = _meet(connection, number, bundle, choices, merged)
        if bundle.kind == UPDATE and news.is_newest(connection, bundle):
            newest.append(bundle)
            merged.told += news.take_scheme(connection, bundle, meeting, choices.schemes == TAKE, merged.notices)
        _place_people(connection, bundle, merged)
    _leave_strange_labels(store, connection, bundles, merged)
    _find_homes(connection, bundles, choices, merged)
    _place_articles(connection, batch, merged)
    _place_layers(connection, batch)
    _place_remarks(connection, merged)
    merged.told += sum(news.take_rules(connection, bundle) for bundle in newest)
    merged.told += sum(news.take_tasks(connection, bundle) for bundle in newest)
    merged.joined += join_people(connection, choices.same_person)
    coming = [person.id for bundle in bundles.values() for person in bundle.annotators]
    merged.notices += (("", sentence) for sentence in same_names(connection, coming))
    _count(connection, batch, bundles, merged)
    report = {"layers": sum(file.layers for file in merged.files), "articles": merged.articles}
    connection.execute("UPDATE batch SET report = ? WHERE id = ?", (msgspec.json.encode(report).decode(), batch))


def _meet(
    connection: sqlite3.Connection, number: int, bundle: Bundle, choices: Choices, merged: Merged
) -> Meeting:
    """Our numbers for the bundle's versions; layers under versions that stay strange are left out."""
    meeting = meet(connection, bundle.schemes)
    if meeting.strange and (choices.schemes != REFUSE or bundle.kind == UPDATE):
        strange = [version.number for version in meeting.strange]
        merged.told += keep_strange(connection, meeting)
        if bundle.kind != UPDATE:
            message = "Version {number} of its scheme was not here. It was kept beside ours and is not in force."
            merged.notices += ((bundle.source, say(message, number=n)) for n in strange)
        meeting.strange.clear()
    for version in meeting.strange:
        sql = "SELECT count(*) FROM incoming.layer WHERE bundle = ? AND scheme = ?"
        count = connection.execute(sql, (number, version.number)).fetchone()[0]
        if count:
            message = (
                "{count} layers were made under version {number} of a scheme that is not here, and were left out. "
                "To take them in, and that version beside ours, merge with --schemes keep."
            )
            merged.refused.append((bundle.source, say(message, count=count, number=version.number)))
        elif version.number == bundle.in_force:
            message = "Another version of the scheme is in force there (version {number}); none of its work needs it."
            merged.notices.append((bundle.source, say(message, number=version.number)))
    rows = [(number, theirs, ours) for theirs, ours in meeting.ours.items()]
    connection.executemany("INSERT INTO incoming.version VALUES (?, ?, ?)", rows)
    return meeting


def _place_people(connection: sqlite3.Connection, bundle: Bundle, merged: Merged) -> None:
    for person in bundle.annotators:
        insert = "INSERT INTO annotator (id, name) VALUES (?, ?) ON CONFLICT (id) DO NOTHING"
        connection.execute(insert, (person.id, person.name))
        name = connection.execute("SELECT name FROM annotator WHERE id = ?", (person.id,)).fetchone()[0]
        if name != person.name:
            message = "“{theirs}” is called “{ours}” here; the name here stays."
            merged.notices.append((bundle.source, say(message, theirs=person.name, ours=name)))


def _leave_strange_labels(
    store: Store, connection: sqlite3.Connection, bundles: Mapping[int, Bundle], merged: Merged
) -> None:
    """Layers with labels that no version of our scheme has are left out."""
    known = known_labels(store)
    labels = [label for (label,) in connection.execute("SELECT DISTINCT label FROM incoming.span")]
    for label in (label for label in labels if label not in known):
        sql = """SELECT bundle, count(*) FROM incoming.layer
            WHERE id IN (SELECT layer FROM incoming.span WHERE label = ?) GROUP BY bundle"""
        for number, count in connection.execute(sql, (label,)).fetchall():
            message = "{count} layers hold the label “{label}”, which the scheme does not have, and were left out."
            merged.refused.append((bundles[number].source, say(message, count=count, label=label)))
        connection.execute(
            "DELETE FROM incoming.layer WHERE id IN (SELECT layer FROM incoming.span WHERE label = ?)", (label,)
        )


def _find_homes(
    connection: sqlite3.Connection, bundles: Mapping[int, Bundle], choices: Choices, merged: Merged
) -> None:
    """By which id each text is known here: of two ids of one text the smaller one, wherever it came from."""
    sql = """SELECT theirs.sha256, min(theirs.id), ours.id, min(theirs.bundle) FROM incoming.article AS theirs
        LEFT JOIN main.article AS ours ON ours.sha256 = theirs.sha256 GROUP BY theirs.sha256 ORDER BY theirs.sha256"""
    here = "SELECT id, sha256 FROM main.article WHERE id IN (SELECT id FROM incoming.article)"
    taken = dict(connection.execute(here).fetchall())
    homes = []
    for sha256, theirs, ours, number in connection.execute(sql).fetchall():
        is_free = taken.setdefault(theirs, sha256) == sha256
        home = ours
        if is_free and (ours is None or theirs < ours):
            home = theirs
            if ours is not None:
                rename_article(connection, ours, theirs)
                merged.told += 1
        elif ours is None:
            home = _clash(connection, sha256, theirs, choices, merged, bundles[number].source)
        if home is not None:
            homes.append((sha256, home))
    connection.executemany("INSERT INTO incoming.home VALUES (?, ?)", homes)


def _clash(
    connection: sqlite3.Connection, sha256: str, theirs: str, choices: Choices, merged: Merged, source: str
) -> str | None:
    """Another text stands here under the id: the id under which theirs may stand beside it, or None."""
    other = sha256[:16]
    if choices.articles == KEEP and not connection.execute("SELECT 1 FROM article WHERE id = ?", (other,)).fetchone():
        message = "Article “{id}” has another text there; that one is kept beside ours, as “{other}”."
        merged.notices.append((source, say(message, id=theirs, other=other)))
        return other
    message = (
        "Article “{id}” has another text here; what was handed in on it was left out. "
        "To take it in beside ours, merge with --articles keep."
    )
    merged.refused.append((source, say(message, id=theirs)))
    return None


def _place_articles(connection: sqlite3.Connection, batch: str, merged: Merged) -> None:
    columns = columns_of(Article)
    given = ", ".join("home.article" if name == '"id"' else f"theirs.{name}" for name in columns.split(", "))
    sql = f"""INSERT OR IGNORE INTO main.article ({columns}, batch) SELECT {given}, ? FROM incoming.article AS theirs
        JOIN incoming.home AS home ON home.sha256 = theirs.sha256 ORDER BY theirs.bundle, theirs.rowid"""
    merged.articles += connection.execute(sql, (batch,)).rowcount


def _place_layers(connection: sqlite3.Connection, batch: str) -> None:
    """Layers that are not here, and what hangs on those: a layer that is here is not looked into."""
    connection.execute(
        """INSERT OR IGNORE INTO main.layer (id, article, annotator, pass, kind, status, open_answer, scheme,
            guideline, sha256, spans, updated_at, batch)
        SELECT theirs.id, home.article, annotator, pass, kind, status, open_answer, version.ours, guideline,
            theirs.id, spans, updated_at, ?
        FROM incoming.layer AS theirs JOIN incoming.home AS home ON home.sha256 = theirs.text_sha256
        JOIN incoming.version AS version ON version.bundle = theirs.bundle AND version.number = theirs.scheme
        ORDER BY theirs.rowid""",
        (batch,),
    )
    for kind in HANGING:
        table, columns = KINDS[kind].table, columns_of(kind)
        connection.execute(
            f"""INSERT OR IGNORE INTO main.{table} ({columns}) SELECT {columns} FROM incoming.{table}
            WHERE layer IN (SELECT id FROM main.layer WHERE batch = ?)""",
            (batch,),
        )


def _place_remarks(connection: sqlite3.Connection, merged: Merged) -> None:
    """Remarks of the people whose work comes in; one that is here is only resolved or reworded by its author."""
    merged.remarks += connection.execute(
        """INSERT INTO main.comment (id, article, layer, span, author, parent, body, at, resolved)
        SELECT theirs.id, home.article, layer, span, author, parent, body, at, resolved
        FROM incoming.comment AS theirs JOIN incoming.home AS home ON home.sha256 = theirs.text_sha256
        WHERE true ORDER BY theirs.rowid
        ON CONFLICT (id) DO UPDATE SET resolved = excluded.resolved, body = excluded.body
        WHERE author = excluded.author AND article = excluded.article
            AND (resolved, body) < (excluded.resolved, excluded.body)"""
    ).rowcount
    # A remark about work that was handed in again stands with the newest hand-in, in whatever order they came.
    connection.execute(
        """UPDATE main.comment SET layer = (
            SELECT newest.id FROM main.layer AS said JOIN main.layer AS newest
            ON (newest.article, newest.annotator, newest.pass, newest.kind)
                = (said.article, said.annotator, said.pass, said.kind)
            WHERE said.id = comment.layer ORDER BY newest.updated_at DESC, newest.id DESC LIMIT 1)
        WHERE id IN (SELECT id FROM incoming.comment)
            AND layer IN (SELECT id FROM main.layer WHERE kind = 'handed_in')"""
    )


def _count(connection: sqlite3.Connection, batch: str, bundles: Mapping[int, Bundle], merged: Merged) -> None:
    sql = """SELECT theirs.bundle, ours.batch = ?, count(*), sum(ours.spans) FROM incoming.layer AS theirs
        JOIN main.layer AS ours ON ours.id = theirs.id GROUP BY 1, 2"""
    places = dict(zip(bundles, merged.files, strict=True))
    for number, is_new, layers, spans in connection.execute(sql, (batch,)):
        file = places[number]
        if is_new:
            file.layers, file.spans = layers, spans
        else:
            file.known = layers
