"""Fixtures for tests on a real project file."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.core.article import make_article
from annotator.core.record import Record
from annotator.store.creation import create_project
from annotator.store.load import load
from tests.store.bench import SCHEME, TEXTS, Bench


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return tmp_path / "project.hashiya"


@pytest.fixture
def bench(project: Path) -> Iterator[Bench]:
    with create_project(project, SCHEME) as store:
        articles = tuple(make_article(text) for text in TEXTS)
        load(store, [Record(article) for article in articles], "test")
        annotator = store.keep_annotator("ليلى")
        layer = store.open_layer(articles[0].id, annotator.id)
        yield Bench(store, articles, annotator, layer)
