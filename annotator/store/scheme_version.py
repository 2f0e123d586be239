"""Versions of the project's scheme: append-only rows. A setting, which changes edit, says which one is in force."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import msgspec

from annotator.core.change import Edit
from annotator.core.scheme import Scheme
from annotator.core.scheme_file import read_scheme
from annotator.core.scheme_rule import Relabel, Revalue, Rule
from annotator.core.scheme_text import write_scheme
from annotator.core.sentence import say
from annotator.core.setting import SCHEME_IN_FORCE, Setting
from annotator.store.row import Damaged
from annotator.store.store import Store, now

KINDS: dict[str, type[Relabel] | type[Revalue]] = {"relabel": Relabel, "revalue": Revalue}
"""What each kind of rule is called in a version's mapping."""


@dataclass(frozen=True, slots=True)
class Version:
    """One version of the scheme: the one it was made from, and the rules that lead here from there."""

    number: int
    previous: int | None
    rules: tuple[Rule, ...]
    toml: str


def versions(store: Store) -> list[Version]:
    """Every version that was ever saved, oldest first. Raises Damaged."""
    rows = store.connection.execute("SELECT version, previous, mapping, toml FROM scheme ORDER BY version")
    return [Version(number, previous, rules_from_json(mapping), toml) for number, previous, mapping, toml in rows]


def known_labels(store: Store) -> frozenset[str]:
    """The ids of all labels of all versions: none is ever given to another label."""
    found = store.connection.execute("SELECT toml FROM scheme")
    return frozenset(label.id for (toml,) in found for label in read_scheme(toml).every_label)


def rules_since(store: Store, number: int) -> tuple[Rule, ...]:
    """The rules from a version to the one in force; none where that one was not made from it."""
    known = {version.number: version for version in versions(store)}
    at, rules = known.get(store.scheme().version), []
    while at is not None and at.number != number:
        rules.append(at.rules)
        at = known.get(at.previous) if at.previous is not None else None
    return tuple(rule for some in reversed(rules) for rule in some) if at is not None else ()


def keep_version(store: Store, scheme: Scheme, rules: Sequence[Rule]) -> Scheme:
    """Keep the scheme as the next version, made from the one in force; it is in force once a change says so.

    Raises SchemeError for a scheme that could not be read back, NotKept when the file cannot be written.
    """
    with store.writing() as connection:
        number = connection.execute("SELECT max(version) FROM scheme").fetchone()[0] + 1
        toml = write_scheme(replace(scheme, version=number))
        kept = read_scheme(toml)
        connection.execute(
            "INSERT INTO scheme (version, toml, sha256, previous, mapping, at) VALUES (?, ?, ?, ?, ?, ?)",
            (number, toml, kept.sha256, store.scheme().version, rules_to_json(rules), now()),
        )
    return kept


def put_in_force(store: Store, number: int) -> Edit:
    """The edit that puts a version in force in place of the one that is."""
    standing = store.setting(SCHEME_IN_FORCE)
    before = None if standing is None else Setting(SCHEME_IN_FORCE, standing)
    return Edit(before, Setting(SCHEME_IN_FORCE, str(number)))


def rules_to_json(rules: Sequence[Rule]) -> str:
    """The rules as a version's mapping keeps them."""
    names = {kind: name for name, kind in KINDS.items()}
    plain = [{"kind": names[type(rule)], "rule": rule} for rule in rules]
    return msgspec.json.encode({"rules": plain}).decode()


def rules_from_json(mapping: str) -> tuple[Rule, ...]:
    """The rules of a version's mapping. Raises Damaged when it holds something else."""
    try:
        plain: dict[str, list[dict[str, Any]]] = msgspec.json.decode(mapping)
        return tuple(msgspec.convert(one["rule"], KINDS[one["kind"]]) for one in plain.get("rules", []))
    except (msgspec.MsgspecError, AttributeError, KeyError, TypeError) as error:
        message = "The project is damaged: a row of “{table}” cannot be read ({reason}). Restore a backup."
        raise Damaged(say(message, table="scheme", reason=str(error))) from error
