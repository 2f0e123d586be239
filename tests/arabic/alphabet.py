"""Text that is hard on positions: Arabic with marks, Latin, digits, punctuation, invisible characters, emoji.

Indic and Thai letters are left out: for those Qt applies rules of its own that are not Unicode's.
"""

from hypothesis import strategies as st

LETTERS = "كتبلاأىةؤئیک" + "aBé" + "\U0001e900"
MARKS = "\u064e\u0651\u0652\u0670\u0654\u0301\ufe0f"
DIGITS = "12٣۴"
PUNCTUATION = ".,،؛؟!:\"'«»()[]-_/٫٬…%“”"
INVISIBLES = "\u200c\u200d\u200e\u200f\u061c\u202e\u2067\u2069\ufeff\u00ad"
SPACES = " \n\u00a0"
SYMBOLS = "ـﻻﷺ\u0600\u06dd👨👩🏽❤🇪🇬+"

ALL = LETTERS + MARKS + DIGITS + PUNCTUATION + INVISIBLES + SPACES + SYMBOLS

texts = st.text(st.sampled_from(ALL), max_size=40)
"""Any mixture, each character about as often as another."""

prose = st.lists(
    st.sampled_from(
        [
            "قال",
            "وَبِالتَّحالُفِ",
            "F-16",
            "12,500",
            "٣٫٥",
            "«داعش»",
            "(CNN)",
            "،",
            ". ",
            " ",
            "\n",
            "\u200f",
            '"',
            "لـ",
            "عبد-الله",
        ]
    ),
    max_size=15,
).map("".join)
"""Pieces of news, glued together with and without space."""
