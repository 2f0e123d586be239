"""Proclitics a span may leave out: which cuts a label that keeps them out would make, and which the text bears out.

Left out are attached و ف س ب ك ل; the article ال stays, and a word with لل stays whole, because its alef is gone.
"""

from annotator.arabic.letters import Folded, find_all, fold
from annotator.arabic.words import clitic_cuts, word_at

_CONJUNCTIONS = ("", "و", "ف")
_OUTSIDE = frozenset(("و", "ف", *(before + letter for before in _CONJUNCTIONS for letter in "سبكل")))
_VERB_BEGINS = tuple("ايتن")
"""What stands behind the س of the future, folded."""
_ARTICLE, _LEFT_OVER = "ال", 3


def outer_cuts(word: str) -> tuple[int, ...]:
    """Those of the word's clitic cuts (code points, ascending) that leave out no more than the proclitics."""
    return tuple(cut for cut in clitic_cuts(word) if _is_outside(fold(word[:cut]).text, fold(word[cut:]).text))


def evident_cut(word: str, article: Folded) -> int:
    """The longest such cut that needs no guessing; 0 where none does not.

    Behind it the word begins with the article and has three letters more, or it stands alone somewhere in `article`.
    """
    return next((cut for cut in reversed(outer_cuts(word)) if _is_evident(word, cut, article)), 0)


def _is_outside(before: str, rest: str) -> bool:
    if before not in _OUTSIDE or (before[-1] == "ل" and rest.startswith("ل")):
        return False
    return before[-1] != "س" or rest.startswith(_VERB_BEGINS)


def _is_evident(word: str, cut: int, article: Folded) -> bool:
    before, rest = fold(word[:cut]).text, fold(word[cut:]).text
    if rest.startswith(_ARTICLE) and before[-1] != "س" and len(rest) >= len(_ARTICLE) + _LEFT_OVER:
        return True
    return len(rest) >= _LEFT_OVER and any(word_at(article.source, at[0]) == at for at in find_all(article, word[cut:]))
