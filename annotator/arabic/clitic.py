"""Proclitics a span may leave out: which cuts a label that keeps them out would make, and which the text bears out.

Left out are attached و ف س ب ك ل; the article ال stays, and a word with لل stays whole, because its alef is gone.
"""

import re
from collections.abc import Iterable

from annotator.arabic.letters import Folded, find_all, fold
from annotator.arabic.words import clitic_cuts, word_at

_CONJUNCTIONS = ("", "و", "ف")
_OUTSIDE = frozenset(("و", "ف", *(before + letter for before in _CONJUNCTIONS for letter in "سبكل")))
_VERB_BEGINS = tuple("ايتن")
"""What stands behind the س of the future, folded."""
_ARTICLE, _LEFT_OVER = "ال", 3
_WITHOUT_ALEF = "لل"
_ROOTS = re.compile(
    "والد(ه|ها|هم|هما|هن|ي|نا|ان|ين|يه|يها|يهم|ات|ته|تها|تهم|تي|تنا)|بالغ(ه|ا|ان|ات|ون|ين)|باليستي.*|بالستي(ه|ا|ات)?"
    "|بالون(ا|ات)?|بالميرا|بالتيمور|كاليفورنيا|كالينينغراد|فالنسيا"
)
"""Folded words of the news in which ال follows a letter that is no proclitic."""
_BEFORE_ARTICLE = "[وف]?[بك]?ال|[وف]?لل"


def outer_cuts(word: str) -> tuple[int, ...]:
    """Those of the word's clitic cuts (code points, ascending) that leave out no more than the proclitics."""
    return tuple(cut for cut in clitic_cuts(word) if _is_outside(fold(word[:cut]).text, fold(word[cut:]).text))


def article_cuts(word: str) -> tuple[int, ...]:
    """All of the word's clitic cuts where the article, or لل in its place, is among the clitics; none elsewhere."""
    cuts = clitic_cuts(word)
    shows = cuts and fold(word[: cuts[-1]]).text.endswith((_ARTICLE, _WITHOUT_ALEF))
    return cuts if shows and not _ROOTS.fullmatch(fold(word).text) else ()


def evident_cut(word: str, article: Folded) -> int:
    """The longest such cut that needs no guessing; 0 where none does not.

    Behind it the word begins with the article and has three letters more; or it stands alone somewhere in `article`,
    where the word does not stand with the article in front of it: beside الكتائب the kaf of كتائب is no proclitic.
    """
    return next((cut for cut in reversed(outer_cuts(word)) if _is_evident(word, cut, article)), 0)


def attested_cut(word: str, texts: Iterable[str]) -> int:
    """The longest such cut behind which the word stands alone in one of `texts`, written just so; 0 where none does.

    0, too, where the word stands in any of them with the article in front of it.
    """
    cuts = [cut for cut in outer_cuts(word) if len(fold(word[cut:]).text) >= _LEFT_OVER]
    whole, alone = _with_article(word), {cut: re.compile(rf"(?<!\w){re.escape(word[cut:])}(?!\w)") for cut in cuts}
    found = 0
    for text in texts if cuts else ():
        if whole.search(text):
            return 0
        found = max([found, *(cut for cut in cuts if cut > found and alone[cut].search(text))])
    return found


def _is_outside(before: str, rest: str) -> bool:
    if before not in _OUTSIDE or (before[-1] == "ل" and rest.startswith("ل")):
        return False
    return before[-1] != "س" or rest.startswith(_VERB_BEGINS)


def _is_evident(word: str, cut: int, article: Folded) -> bool:
    before, rest = fold(word[:cut]).text, fold(word[cut:]).text
    if _is_before_article(before, rest) and len(rest) >= len(_ARTICLE) + _LEFT_OVER:
        return not _ROOTS.fullmatch(before + rest)
    alone = len(rest) >= _LEFT_OVER and any(_is_word(article.source, at, word) for at in find_all(article, word[cut:]))
    return alone and not _with_article(before + rest).search(article.text)


def _is_before_article(before: str, rest: str) -> bool:
    """Whether ال follows, or لل, in which the article has lost its alef."""
    if rest.startswith(_WITHOUT_ALEF):
        return before in ("و", "ف")
    return rest.startswith(_ARTICLE) and before[-1] != "س"


def _is_word(text: str, at: tuple[int, int], word: str) -> bool:
    """Whether a whole word stands there, and with the same last letter: folded, بلدية would hold لديه."""
    return word_at(text, at[0]) == at and ("ة" in text[slice(*at)]) == ("ة" in word)


def _with_article(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_BEFORE_ARTICLE}){re.escape(word)}(?!\w)")
