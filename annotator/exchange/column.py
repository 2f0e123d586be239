"""Columns of a table of articles: which one is the text, the title and so on, told by a person or by its name."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from annotator.core.sentence import Refused, say
from annotator.exchange.check import Fault
from annotator.exchange.reason import shown

TEXT, TITLE, ID = "text", "title", "id"
NAMES: Mapping[str, tuple[str, ...]] = {
    TEXT: (
        "text", "body", "content", "article", "article_text", "full_text", "fulltext", "maintext", "body_text", "story",
        "نص", "النص", "متن", "المتن", "نص_الخبر", "متن_الخبر", "محتوى", "المحتوى", "الخبر",
    ),
    TITLE: ("title", "headline", "heading", "عنوان", "العنوان", "عنوان_الخبر"),
    "source": (
        "source", "publisher", "outlet", "newspaper", "agency", "مصدر", "المصدر", "الصحيفة", "الوكالة", "الناشر",
    ),
    "published": (
        "published", "published_at", "publish_date", "date_publish", "publication_date", "pubdate", "date", "datetime",
        "timestamp", "تاريخ", "التاريخ", "تاريخ_النشر",
    ),
    "url": ("url", "link", "href", "web_url", "source_url", "رابط", "الرابط"),
    "licence": ("licence", "license", "رخصة", "الرخصة"),
    ID: ("id", "article_id", "doc_id", "document_id", "guid", "uuid", "معرف", "المعرف"),
}  # fmt: skip
"""What each fact about an article is usually called, the likeliest first."""
FACTS = tuple(field for field in NAMES if field not in (TEXT, TITLE, ID))
NO_TEXT_COLUMN = "no column is known to be the text; there are: {names}. Choose one."
MOST_SHOWN = 20
BETWEEN = re.compile(rf",(?=\s*(?:{'|'.join(NAMES)})\s*=)")
"""Where one part of a map ends: a comma inside the name of a column ends nothing."""

Wanted = Mapping[str, str]
"""What a person said: field to column; the empty column leaves the field out."""


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one article by the names of their columns; `line` says where it stood, where that helps."""

    line: int | None
    cells: Mapping[str, Any]
    encoding: str = "utf-8"


@dataclass(frozen=True, slots=True)
class Columns:
    """The column of each field that has one. `guessed` are those that nobody named."""

    fields: tuple[tuple[str, str], ...]
    guessed: frozenset[str]

    def of(self, field: str) -> str | None:
        """The column of a field."""
        return dict(self.fields).get(field)

    def __str__(self) -> str:
        return ", ".join(f"{field} = {shown(column)}" for field, column in self.fields)


def read_wanted(words: Iterable[str]) -> Wanted:
    """The mapping that words such as `text=body,title=headline` mean. Raises Refused."""
    found: dict[str, str] = {}
    for part in (part for word in words for part in BETWEEN.split(word)):
        field, sign, column = part.strip(" ,").partition("=")
        field = field.strip()
        if not sign or field not in NAMES or field in found:
            message = "“{part}” is no part of a map of columns. Write text=body,title=headline; there are: {fields}."
            raise Refused(say(message, part=shown(part), fields=", ".join(NAMES)))
        found[field] = column
    return found


def choose(names: Sequence[str], wanted: Wanted, is_header: bool) -> Columns:
    """The column of each field among these names.

    `is_header` says that the names are those of the whole table, so that a column that was named must be there. Raises
    Fault when there is none for the text.
    """
    return _choose(tuple(names), tuple(wanted.items()), is_header)


@lru_cache(maxsize=256)
def _choose(names: tuple[str, ...], wanted: tuple[tuple[str, str], ...], is_header: bool) -> Columns:
    told = dict(wanted)
    found = {field: column for field, column in wanted if column in names}
    missing = next((c for f, c in wanted if c and c not in names and (is_header or f == TEXT)), None)
    if missing is not None:
        raise Fault(say("there is no column “{column}”; there are: {names}.", column=missing, names=_listed(names)))
    free = {_folded(name): name for name in reversed(names) if name not in found.values()}
    for field, known in NAMES.items():
        guess = next((free[name] for name in known if name in free), None)
        if field not in told and guess is not None:
            found[field] = guess
    if TEXT not in found and len(names) == 1 and TEXT not in told:
        found = {TEXT: names[0]}
    if TEXT not in found:
        raise Fault(say("no column is known to be the text; there are: {names}. Choose one.", names=_listed(names)))
    return Columns(tuple((field, found[field]) for field in NAMES if field in found), frozenset(found) - set(told))


def _folded(name: str) -> str:
    return "_".join(name.casefold().replace("-", " ").replace("_", " ").split())


def _listed(names: Sequence[str]) -> str:
    more = ", …" if len(names) > MOST_SHOWN else ""
    return ", ".join(shown(name) for name in names[:MOST_SHOWN]) + more


def distinct(names: Iterable[str]) -> list[str]:
    """The names of a header, no two the same and none empty."""
    found: dict[str, None] = {}
    for number, given in enumerate(names, 1):
        name, count = given.strip() or f"column {number}", 2
        unique = name
        while unique in found:
            unique, count = f"{name} ({count})", count + 1
        found[unique] = None
    return list(found)
