"""Where the versions of two projects' schemes meet: told by what they say, not by their numbers."""

import hashlib
import sqlite3
from collections.abc import Container, Iterable
from dataclasses import dataclass, replace

from annotator.core.bundle import SchemeText
from annotator.core.scheme_file import read_scheme
from annotator.core.scheme_text import write_scheme
from annotator.store.store import Store, now


def fingerprint(toml: str) -> str:
    """The hash (hex) of what a scheme says, whatever its version's number. Raises SchemeError."""
    return hashlib.sha256(write_scheme(replace(read_scheme(toml), version=1)).encode("utf-8")).hexdigest()


def scheme_texts(store: Store, numbers: Container[int] | None = None) -> tuple[SchemeText, ...]:
    """The versions of these numbers, or all, oldest first."""
    rows = store.connection.execute("SELECT version, previous, mapping, toml FROM scheme ORDER BY version")
    return tuple(SchemeText(*row) for row in rows if numbers is None or row[0] in numbers)


def used_versions(store: Store, layer_ids: Iterable[str]) -> set[int]:
    """The numbers of the versions under which these layers were made."""
    wanted = set(layer_ids)
    rows = store.connection.execute("SELECT id, scheme FROM layer")
    return {number for layer, number in rows if layer in wanted}


@dataclass(slots=True)
class Meeting:
    """Which of our numbers their versions have; those that we have not are in `strange`."""

    ours: dict[int, int]
    strange: list[SchemeText]


def meet(connection: sqlite3.Connection, theirs: Iterable[SchemeText]) -> Meeting:
    """Find their versions among ours."""
    known: dict[str, int] = {}
    for number, toml in connection.execute("SELECT version, toml FROM scheme ORDER BY version DESC"):
        known[fingerprint(toml)] = number
    found = Meeting({}, [])
    for version in theirs:
        number = known.get(fingerprint(version.toml))
        if number is None:
            found.strange.append(version)
        else:
            found.ours[version.number] = number
    return found


def keep_strange(connection: sqlite3.Connection, meeting: Meeting) -> int:
    """Keep their versions that we have not beside ours, not in force; how many. They keep their numbers if free."""
    taken = {number for (number,) in connection.execute("SELECT version FROM scheme")}
    for version in meeting.strange:
        number = version.number if version.number not in taken else max(taken) + 1
        taken.add(number)
        scheme = read_scheme(version.toml)
        kept = scheme if scheme.version == number else read_scheme(write_scheme(replace(scheme, version=number)))
        previous = meeting.ours.get(version.previous) if version.previous is not None else None
        connection.execute(
            "INSERT INTO scheme (version, toml, sha256, previous, mapping, at) VALUES (?, ?, ?, ?, ?, ?)",
            (number, kept.toml, kept.sha256, previous, version.mapping if previous is not None else "{}", now()),
        )
        meeting.ours[version.number] = number
    return len(meeting.strange)
