"""What the article list is told: the numbers of the articles whose title or source holds the words typed."""

from collections.abc import Iterable
from dataclasses import replace

import pytest

from annotator.core.article import make_article
from annotator.core.record import Record
from annotator.store.catalogue import article_numbers, article_rows
from annotator.store.load import load
from tests.store.bench import Bench

TITLES = (
    "الأمن يُعلن حصيلة التفجير",
    "مُسيّرات تضرب مصفاة",
    "ﻻﺟﺌﻮن يعودون",
    "Report by ACME on F-16",
    "خصم 50% على الوقود",
)


@pytest.fixture
def titled(bench: Bench) -> Bench:
    """The bench with more articles, each of one headline."""
    articles = [make_article(f"{title}\nمتن {at}") for at, title in enumerate(TITLES)]
    articles[1] = replace(articles[1], source="وكالة أنباء الجزيرة")
    load(bench.store, [Record(article) for article in articles], "titles")
    return bench


def titles(bench: Bench, words: str, status: str | None = None) -> Iterable[str]:
    numbers = article_numbers(bench.store, bench.annotator.id, status, words)
    return [row.title for row in article_rows(bench.store, numbers, bench.annotator.id) if row.title in TITLES]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("الامن", 0),
        ("اعلان", None),
        ("يعلن حصيله", 0),
        ("مسيرات", 1),
        ("الجزيره انباء", 1),
        ("مصفاه الجزيرة", 1),
        ("لاجئون", 2),
        ("acme", 3),
        ("٥٠%", 4),
        ("%", 4),
        ("_", None),
    ],
)
def test_words_are_found_however_they_are_spelled(titled: Bench, words: str, found: int | None) -> None:
    assert titles(titled, words) == ([] if found is None else [TITLES[found]])


def test_words_and_status_are_asked_together(titled: Bench) -> None:
    assert titles(titled, "الامن", "new") == [TITLES[0]]
    assert titles(titled, "الامن", "done") == []
    assert titles(titled, "", "new") == list(TITLES)
    assert titles(titled, " ") == list(TITLES)
