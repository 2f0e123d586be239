"""Cuts: how many letters of a word an annotator last left out at the start of a span, kept with the project."""

from collections.abc import Iterator

from annotator.store.store import Store

NEAR = 150
"""So many articles before and behind one are asked how a word is written elsewhere in the project."""


def last_cut(store: Store, surface: str, label: str) -> int | None:
    """How many code points were left out last of the word written so, under the label; None when nobody chose yet."""
    row = store.connection.execute(
        "SELECT length FROM cut WHERE surface = ? AND label = ?", (surface, label)
    ).fetchone()
    return row[0] if row else None


def keep_cut(store: Store, surface: str, label: str, length: int) -> None:
    """Remember the choice; `used` counts how often in a row it was the same. Raises NotKept."""
    with store.writing() as connection:
        connection.execute(
            """INSERT INTO cut (surface, label, length, used) VALUES (?, ?, ?, 1)
            ON CONFLICT (surface, label) DO UPDATE SET
                used = CASE WHEN length = excluded.length THEN used + 1 ELSE 1 END, length = excluded.length""",
            (surface, label, length),
        )


def cuts_chosen(store: Store, surface: str) -> frozenset[int]:
    """How many code points were left out last of the word written so, under any label."""
    rows = store.connection.execute("SELECT length FROM cut WHERE surface = ?", (surface,))
    return frozenset(length for (length,) in rows)


def texts_nearby(store: Store, article_id: str, words: str) -> Iterator[str]:
    """The texts of the articles near one that hold `words` anywhere, written just so."""
    rows = store.connection.execute(
        """SELECT text FROM article, (SELECT n AS here FROM article WHERE id = ?)
        WHERE n BETWEEN here - ? AND here + ? AND withdrawn = 0 AND instr(text, ?)""",
        (article_id, NEAR, NEAR, words),
    )
    return (text for (text,) in rows)
