"""Cuts: how many letters of a word an annotator last left out at the start of a span, kept with the project."""

from annotator.store.store import Store


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
