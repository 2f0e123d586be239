"""Cells of CSV that spreadsheets open: what they would run as a formula is written so that they do not.

A cell that begins with one of = + - @, with a tab or a line end, also behind spaces, direction marks or in full width,
gets an apostrophe in front; so does one that begins so behind apostrophes, so that nothing is lost on the way back.
"""

import re

HIDDEN = r"[\s\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]"
FORMULA = re.compile(rf"'*(?:{HIDDEN}*[=+\-@＝＋－＠﹢﹣﹦﹫−]|[\t\r\n])")


def guarded(cell: str) -> str:
    """The cell as a spreadsheet may see it."""
    return f"'{cell}" if FORMULA.match(cell) else cell


def unguarded(cell: str) -> str:
    """What was meant by a guarded cell."""
    return cell[1:] if cell.startswith("'") and FORMULA.match(cell) else cell
