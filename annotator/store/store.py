"""Store: an open project file. Gestures enter by `apply`, whole layers and articles by `load`; nothing else writes."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any

from annotator.core.article import Article
from annotator.core.change import Change, Edit
from annotator.core.history import History, fold
from annotator.core.identity import NAME_LENGTH, is_name, new_id
from annotator.core.layer import Annotator, Layer
from annotator.core.scheme import Scheme
from annotator.core.scheme_file import read_scheme
from annotator.core.sentence import Refused, Sentence, say
from annotator.core.setting import SCHEME_IN_FORCE, Setting
from annotator.core.span import Span, reading_order
from annotator.store.connection import SIDES, side_file
from annotator.store.question import move_questions
from annotator.store.row import Damaged, edits_from_json, edits_to_json, from_row, key_of, plain, sql_of, to_row
from annotator.store.turn import pass_in_sql


class NotKept(Refused):
    """A commit failed; the file holds exactly what it held before."""


class Conflict(NotKept):
    """The stored row is no longer what the change was made from: another window has changed it."""


@dataclass(frozen=True, slots=True)
class Applied:
    """A change as it stands in the log: its number and who made it."""

    seq: int
    author: str
    change: Change


class Store:
    """An open project; made by `creation.create_project` or `creation.open_project`. Close it when done."""

    def __init__(self, path: Path, connection: sqlite3.Connection, read_only: bool = False) -> None:
        self.path = path
        self.connection = connection
        self.read_only = read_only
        self._scheme: Scheme | None = None
        self._last: Applied | None = None
        self._seen: int = connection.execute("SELECT ifnull(max(seq), 0) FROM change").fetchone()[0]
        self._own: set[int] = set()
        self._files = (side_file(path, ""), side_file(path, "-wal"))
        self._identity = tuple(map(_identity, self._files))

    def close(self) -> None:
        """Close the file; the last one to close it leaves a single complete file behind."""
        self.connection.close()

    def __enter__(self) -> "Store":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the file. Raises Refused where reading it failed."""
        self.close()
        if isinstance(error, sqlite3.Error):
            message = "“{path}” cannot be read: {reason}. Check the project, or restore a backup."
            raise Refused(say(message, path=str(self.path), reason=str(error))) from error

    def setting(self, key: str) -> str | None:
        """A setting that travels with the project."""
        row = self.connection.execute("SELECT value FROM project WHERE key = ?", (key,)).fetchone()
        return row[0] if row else None

    def scheme(self) -> Scheme:
        """The scheme in force in the project. Raises Refused when there is none that can be used."""
        if self._scheme is None:
            row = self.connection.execute(_SCHEME, (SCHEME_IN_FORCE,)).fetchone()
            if row is None or not isinstance(row[0], str):
                raise Damaged(say("The project is damaged: it has no scheme of labels. Restore a backup."))
            self._scheme = read_scheme(row[0])
        return self._scheme

    def forget(self) -> None:
        """Read everything again when it is next asked for: a merge may have changed the scheme or an article's id."""
        self._scheme, self._last = None, None

    def annotators(self) -> list[Annotator]:
        """Everybody whose work the project knows, by name."""
        rows = self.connection.execute("SELECT id, name, alias_of FROM annotator ORDER BY name, id")
        return [Annotator(*row) for row in rows]

    def article(self, article_id: str) -> Article | None:
        """An article by its public id."""
        row = self.connection.execute(sql_of(Article).select, {"id": article_id}).fetchone()
        return from_row(Article, row) if row else None

    def layer(self, article_id: str, annotator_id: str) -> Layer | None:
        """The annotator's working layer on the article, of the pass that they are at, if there is one."""
        where = f"article = :article AND annotator = :annotator AND kind = 'work' AND pass = {_PASS}"
        sql = f"SELECT {sql_of(Layer).columns} FROM layer WHERE {where}"
        row = self.connection.execute(sql, {"article": article_id, "annotator": annotator_id}).fetchone()
        return from_row(Layer, row) if row else None

    def current_pass(self, article_id: str, annotator_id: str) -> int:
        """The how-manieth time the annotator works on the article: one more once what was asked before is handed in."""
        found: int = self.connection.execute(
            f"SELECT {_PASS}", {"article": article_id, "annotator": annotator_id}
        ).fetchone()[0]
        return found

    def spans(self, layer_id: str) -> tuple[Span, ...]:
        """A layer's spans in reading order."""
        sql = f"SELECT {sql_of(Span).columns} FROM span WHERE layer = ?"
        return tuple(reading_order(from_row(Span, row) for row in self.connection.execute(sql, (layer_id,))))

    def caret(self, layer_id: str) -> int:
        """Where the annotator was in the article, in code points."""
        row = self.connection.execute("SELECT caret FROM layer WHERE id = ?", (layer_id,)).fetchone()
        return row[0] if row else 0

    def history(self, author: str) -> History:
        """What the author can undo and redo, told from the whole log."""
        return fold(self.connection.execute("SELECT seq, undoes FROM change WHERE author = ? ORDER BY seq", (author,)))

    def change(self, seq: int) -> Applied:
        """A change of the log by its number. Raises Refused when it is not there."""
        if self._last is None or self._last.seq != seq:
            self._last = next(self._log("seq = ?", seq), None)
        if self._last is not None:
            return self._last
        raise Refused(say("Change {seq} is not in the log.", seq=seq))

    def changes_by_others(self) -> list[Applied]:
        """What other windows or programs have committed since this was last asked (or since opening)."""
        changes = list(self._log("seq > ?", self._seen))
        self._seen = changes[-1].seq if changes else self._seen
        own, self._own = self._own, set()
        others = [applied for applied in changes if applied.seq not in own]
        for applied in others:
            self._follow(applied.change)
        return others

    def _follow(self, change: Change) -> None:
        """After a change that may have put another version of the scheme in force, it is read again."""
        if edits_scheme(change):
            self._scheme = None

    def _log(self, where: str, value: int) -> Iterator[Applied]:
        sql = f"SELECT seq, author, name, article, edits, undoes FROM change WHERE {where} ORDER BY seq"
        for seq, author, name, article, edits, undoes in self.connection.execute(sql, (value,)).fetchall():
            yield Applied(seq, author, Change(name, article, edits_from_json(edits), undoes))

    def data_version(self) -> int:
        """A number that moves whenever another connection has committed anything."""
        version: int = self.connection.execute("PRAGMA data_version").fetchone()[0]
        return version

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One immediate transaction: all of it is kept and durable, or none of it. Raises NotKept with the reason."""
        if self.read_only:
            raise NotKept(say("Not kept: the project is open for reading only."))
        try:
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                self._refuse_moved()
                yield self.connection
                self.connection.execute("COMMIT")
            except BaseException:
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")
                raise
        except sqlite3.Error as error:
            if getattr(error, "sqlite_errorname", "").startswith("SQLITE_CONSTRAINT"):
                raise Conflict(say("Another window changed this article. Here is how it is now.")) from error
            raise NotKept(why_not_kept(error)) from error
        except Damaged as error:
            raise NotKept(error.sentence) from error
        except UnicodeEncodeError as error:
            raise NotKept(say("Not kept: a text holds half a character, which no file can hold.")) from error

    def _refuse_moved(self) -> None:
        """What is written to a file that no longer has its name, or its log, would be lost when it is closed."""
        if tuple(map(_identity, self._files)) != self._identity:
            message = "Not kept: “{path}” was moved, replaced or deleted while it was open. Open the project again."
            raise NotKept(say(message, path=str(self.path)))

    def apply(self, change: Change, author: str) -> Applied:
        """Keep a person's change: its rows and its log row in one durable transaction.

        Raises Conflict when a stored row is not what the change was made from, NotKept when the commit failed; in
        both cases nothing was changed.
        """
        with self.writing() as connection:
            for edit in change.edits:
                _write(connection, edit)
            _refuse_doubles(connection, change)
            at = now()
            seq = _log_change(connection, change, author, at)
            _update_counts(connection, change, seq, at)
            move_questions(connection, change)
        if seq == self._seen + 1:
            self._seen = seq
        else:
            self._own.add(seq)
        self._follow(change)
        self._last = Applied(seq, author, change)
        return self._last

    def keep_annotator(self, name: str) -> Annotator:
        """The annotator of that name, added if the project does not know it yet. Raises NotKept."""
        known = self._annotator_named(name)
        if known is not None:
            return known
        if not is_name(name):
            raise NotKept(say("A name has 1 to {limit} characters, none of them hidden.", limit=NAME_LENGTH))
        with self.writing() as connection:
            annotator = self._annotator_named(name) or Annotator(new_id(), name)
            connection.execute(
                "INSERT INTO annotator (id, name) VALUES (?, ?) ON CONFLICT DO NOTHING", (annotator.id, annotator.name)
            )
        return annotator

    def _annotator_named(self, name: str) -> Annotator | None:
        return next((annotator for annotator in self.annotators() if annotator.name == name), None)

    def open_layer(self, article_id: str, annotator_id: str) -> Layer:
        """The annotator's working layer on the article, made at the first look; noted as the one open last."""
        with self.writing() as connection:
            layer = self.layer(article_id, annotator_id)
            if layer is None:
                number = self.current_pass(article_id, annotator_id)
                layer = Layer(new_id(), article_id, annotator_id, number, scheme=self.scheme().version)
                make_layer(connection, layer)
            keep_setting(connection, last_article_key(annotator_id), article_id)
        return layer

    def keep_place(self, layer_id: str, caret: int, seconds: int) -> None:
        """Remember where the annotator was (a code point) and that the article was open for so long."""
        with self.writing() as connection:
            connection.execute(
                "UPDATE layer SET caret = ?, seconds = seconds + ? WHERE id = ?", (caret, seconds, layer_id)
            )


def make_layer(connection: sqlite3.Connection, layer: Layer) -> None:
    """Make an empty layer that changes can work on, in the transaction that is open."""
    connection.execute(sql_of(Layer).insert, to_row(layer))


def edits_scheme(change: Change) -> bool:
    """Whether the change puts another version of the scheme in force."""
    return any(isinstance(edit.row, Setting) and edit.row.key == SCHEME_IN_FORCE for edit in change.edits)


_PASS = pass_in_sql(":article", ":annotator")
_SCHEME = """SELECT toml FROM scheme
    ORDER BY version = (SELECT CAST(value AS INTEGER) FROM project WHERE key = ?) DESC, version LIMIT 1"""
"""The version in force; where nothing says which that is, the first one."""


def is_own_file(store: Store, path: Path) -> bool:
    """Whether the path leads to the project's file, or to one that SQLite keeps beside it, under any name."""
    real = side_file(path, "")
    own = [side_file(store.path, suffix) for suffix in ("", *SIDES)]
    return real in own or _identity(real) in {_identity(file) for file in own} - {None}


def now() -> str:
    """This moment in UTC, to the second, as records write it."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def last_article_key(annotator_id: str) -> str:
    """The project setting that holds the article an annotator had open last."""
    return f"last_article:{annotator_id}"


def keep_setting(connection: sqlite3.Connection, key: str, value: str) -> None:
    """Keep a setting that travels with the project, in the transaction that is open."""
    connection.execute(
        "INSERT INTO project (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        (key, value),
    )


def why_not_kept(error: sqlite3.Error) -> Sentence:
    """What a failed commit says to the person."""
    name = getattr(error, "sqlite_errorname", "")
    for prefix, sentence in _REASONS.items():
        if name.startswith(prefix):
            return sentence
    return say("Not kept: {reason}. Nothing was changed.", reason=str(error))


_REASONS = {
    "SQLITE_FULL": say("Not kept: the disk is full. Nothing was changed."),
    "SQLITE_BUSY": say("Not kept: another program is writing to the project. Nothing was changed."),
    "SQLITE_READONLY": say("Not kept: the project file cannot be written to. Nothing was changed."),
    "SQLITE_IOERR": say("Not kept: the disk reported an error. Nothing was changed."),
    "SQLITE_CORRUPT": say("Not kept: the project file is damaged. Restore a backup."),
}


def _write(connection: sqlite3.Connection, edit: Edit) -> None:
    """Carry one edit out, after looking that the stored row is what the edit was made from."""
    kind: Any = type(edit.row)
    sql = sql_of(kind)
    found = connection.execute(sql.select, key_of(edit.row)).fetchone()
    stored = from_row(kind, found) if found else None
    if stored != edit.before:
        raise Conflict(say("Another window changed this article. Here is how it is now."))
    if edit.after is None:
        connection.execute(sql.delete, key_of(edit.row))
    elif edit.before is None:
        connection.execute(sql.insert, to_row(edit.after))
    else:
        connection.execute(sql.update, to_row(edit.after))


def _refuse_doubles(connection: sqlite3.Connection, change: Change) -> None:
    """Two windows may give the same words the same label at the same time: the second one is refused."""
    spans = [edit.after for edit in change.edits if isinstance(edit.after, Span)]
    twice = _ONE_TWICE if len(spans) == 1 else _ANY_TWICE
    for span in spans if len(spans) == 1 else {span.layer: span for span in spans}.values():
        place = {"layer": span.layer, "label": span.label, "start": span.start, "end": span.end}
        if connection.execute(twice, {**place, "fragments": plain(span.fragments)}).fetchone():
            raise Conflict(say("Another window changed this article. Here is how it is now."))


_ONE_TWICE = """SELECT 1 FROM span
    WHERE layer = :layer AND start = :start AND "end" = :end AND label = :label AND fragments = :fragments
    LIMIT 1 OFFSET 1"""
_ANY_TWICE = """SELECT 1 FROM span WHERE layer = :layer
    GROUP BY start, "end", label, fragments HAVING count(*) > 1 LIMIT 1"""
"""One look at the whole layer for a change of many spans, where asking for each would look as often."""


def _identity(path: Path) -> tuple[int, int] | None:
    """What tells a file from any other that may take its name; None where there is no file."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def _log_change(connection: sqlite3.Connection, change: Change, author: str, at: str) -> int:
    cursor = connection.execute(
        "INSERT INTO change (id, author, at, name, article, edits, undoes) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (new_id(), author, at, change.name, change.article, edits_to_json(change), change.undoes),
    )
    return cursor.lastrowid or 0


def _update_counts(connection: sqlite3.Connection, change: Change, seq: int, at: str) -> None:
    """Counts and times per layer move in the same transaction as what they count."""
    more: dict[str, int] = {}
    for edit in change.edits:
        layer_id = edit.row.id if isinstance(edit.row, Layer) else getattr(edit.row, "layer", None)
        if layer_id:
            delta = (edit.after is not None) - (edit.before is not None) if isinstance(edit.row, Span) else 0
            more[layer_id] = more.get(layer_id, 0) + delta
    connection.executemany(
        "UPDATE layer SET spans = spans + ?, seq = ?, updated_at = ? WHERE id = ?",
        [(count, seq, at, layer_id) for layer_id, count in more.items()],
    )
