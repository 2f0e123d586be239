"""The data card of an export: what is in the folder, how much, under which scheme, and what was left out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from annotator.exchange import About, Format, Written

LOST = {
    "articles": "articles that nobody has worked on",
    "spans": "spans left out",
    "edges": "spans whose edges were moved",
    "fragments": "spans of several pieces that were joined or parted",
    "events": "events",
    "arguments": "roles in events",
    "relations": "relations",
    "attributes": "attributes",
    "notes": "notes on spans",
    "comments": "comments",
    "decisions": "decisions of reviewers",
    "origins": "origins of spans (by hand, imported or suggested)",
    "annotators": "layers without their annotator's name",
    "states": "layers without how far they are",
    "metadata": "facts about articles beside their text",
}
"""What each kind of `loss.KINDS` is, said of a number of them."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What a card tells: the parts by name, the losses (kind, things, records), how the whole was split."""

    parts: Mapping[str, Written]
    losses: Sequence[tuple[str, int, int]] = ()
    split: str = ""


def card(form: Format, about: About, facts: Facts) -> str:
    """The card in Markdown. Names of labels and of the project are foreign text: they stand in code spans."""
    return "\n".join(
        [
            f"# {_code(about.project)}",
            "",
            f"Annotated Arabic news, written by Hashiya {about.tool_version} as {form.title}.",
            f"The time of the export stands in `manifest.json`, the labels and rules in `scheme.toml` "
            f"({_code(about.scheme.id)}, version {about.scheme.version}).",
            "",
            "## What is in it",
            "",
            *_counts(about, facts),
            "",
            *([facts.split, ""] if facts.split else []),
            "## What was left out",
            "",
            *_losses(form, facts),
            "",
            "## How to check it",
            "",
            "`sha256sum -c SHA256SUMS` checks every file." + _verify(form),
            "",
        ]
    )


def _counts(about: About, facts: Facts) -> list[str]:
    names = list(facts.parts)
    rows = [["records", *(f"{facts.parts[name].count:,}" for name in names)]]
    rows.append(["spans", *(f"{facts.parts[name].spans:,}" for name in names)])
    for label in about.scheme.labels:
        rows.append([_code(label.id), *(f"{dict(facts.parts[name].labels).get(label.id, 0):,}" for name in names)])
    head = ["", *(name or "all" for name in names)]
    return [_row(head), _row(["---", *("---:" for _ in names)]), *map(_row, rows)]


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _losses(form: Format, facts: Facts) -> list[str]:
    if not facts.losses:
        return ["Nothing of the records that were chosen."]
    lines = [f"{form.title} cannot carry everything. Of the records that were chosen it lacks:", ""]
    return lines + [f"- {things:,} {LOST[kind]} (in {records:,} records)" for kind, things, records in facts.losses]


def _verify(form: Format) -> str:
    if form.name != "jsonl":
        return ""
    more = " `python3 verify.py` checks every record as well, with nothing but Python itself; "
    return more + "`schema.json` is their shape."


def _code(words: str) -> str:
    """Foreign words as code, so that nothing in them is taken for Markdown."""
    return f"`{' '.join(words.split()).replace('`', '’')}`"
