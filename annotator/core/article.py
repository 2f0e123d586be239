"""An article: the immutable text and what is known about where it came from."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

TITLE_LENGTH = 200


def hash_text(text: str) -> str:
    """SHA-256 (hex) of the text's UTF-8: the identity of an article.

    Raises UnicodeEncodeError when the text holds a lone surrogate, which no article may.
    """
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def headline(text: str) -> str:
    """The first paragraph that has any letters, cut to a title's length: what lists call the article."""
    first = next((line.strip() for line in text.split("\n") if line.strip()), "")
    return first if len(first) <= TITLE_LENGTH else first[: TITLE_LENGTH - 1].rstrip() + "…"


@dataclass(frozen=True, slots=True)
class Article:
    """One news text. `text` never changes; every offset in the program counts its code points.

    `id` is the source's own or a prefix of the hash. `import_changes` names what the import did to the bytes
    (`bom_removed`, `crlf_to_lf`, `cr_to_lf`, `title_prepended`). `meta` is free; its key `dateline` (true) says that
    the second paragraph is a dateline.
    """

    id: str
    text: str
    title: str
    sha256: str
    source: str | None = None
    url: str | None = None
    published: str | None = None
    licence: str | None = None
    encoding: str = "utf-8"
    raw_sha256: str | None = None
    import_changes: tuple[str, ...] = ()
    meta: Mapping[str, object] = field(default_factory=dict)


def make_article(text: str, **known: object) -> Article:
    """An article from its text: hash, id and title are derived unless `known` says otherwise.

    Raises UnicodeEncodeError on a lone surrogate.
    """
    sha256 = hash_text(text)
    derived: dict[str, object] = {"id": sha256[:16], "title": headline(text)}
    return Article(text=text, sha256=sha256, **{**derived, **known})  # type: ignore[arg-type]
