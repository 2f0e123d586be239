"""Other people's projects: their file is looked through before any of it is believed, and never written to."""

import secrets
from collections.abc import Iterator
from pathlib import Path

from annotator import __version__
from annotator.core.bundle import HAND_IN, Bundle
from annotator.core.layer import HANDED_IN
from annotator.core.record import Record
from annotator.core.seal import is_sealed
from annotator.core.sentence import Refused, say
from annotator.store.backup import back_up
from annotator.store.check import check
from annotator.store.creation import open_project
from annotator.store.hand_in import fresh_hand_ins, frozen_records
from annotator.store.migrations import STEPS
from annotator.store.records import snapshot
from annotator.store.scheme_meeting import scheme_texts, used_versions
from annotator.store.store import Store

_FINISHED = "SELECT id, annotator FROM layer WHERE kind = 'handed_in' OR (kind = 'work' AND status = 'done')"


def open_foreign(path: Path, room: Path) -> Store:
    """Somebody's project, opened for reading; of an older version a copy in the folder `room`, brought up to this one.

    Raises Refused.
    """
    store = open_project(path, read_only=True)
    try:
        version = store.connection.execute("PRAGMA user_version").fetchone()[0]
        if version >= len(STEPS):
            return store
        copy = back_up(store.connection, room / f"{secrets.token_hex(8)}.hashiya")
    except BaseException:
        store.close()
        raise
    store.close()
    return open_project(copy)


def project_bundle(store: Store, source: str) -> Bundle:
    """What a project that was opened for reading has to hand in: its frozen layers, and finished work as if frozen.

    Raises Refused where the project is not sound. Keep it open for as long as the bundle is used.
    """
    wrong = next((finding for finding in check(store) if not finding.doubtful), None)
    if wrong is not None:
        message = "“{path}” is not sound, and nothing was taken from it: {reason} See `hashiya check`."
        raise Refused(say(message, path=source, reason=wrong.sentence))

    def records() -> Iterator[Record]:
        with snapshot(store):
            rows = store.connection.execute("SELECT id FROM layer WHERE kind = ?", (HANDED_IN,))
            for record in frozen_records(store, [layer for (layer,) in rows]):
                if not is_sealed(record):
                    message = "In “{path}”, the hand-in {layer} is not what was handed in: it was altered afterwards."
                    raise Refused(say(message, path=source, layer=record.layer.id if record.layer else ""))
                yield record
            yield from fresh_hand_ins(store)

    with snapshot(store):
        rows = store.connection.execute(_FINISHED).fetchall()
        people = tuple(person for person in store.annotators() if person.id in {who for _, who in rows})
        schemes = scheme_texts(store, used_versions(store, [layer for layer, _ in rows]) | {store.scheme().version})
    return Bundle(source, HAND_IN, __version__, people, schemes, store.scheme().version, records)
