"""The list's model reads what is in sight and nothing else."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from annotator import paths
from annotator.core.layer import DONE
from annotator.store.catalogue import ArticleRow
from annotator.store.creation import create_project
from annotator.store.store import Store
from annotator.ui.article_model import PAGE, PAGES_KEPT, ROW_ROLE, ArticleModel, standing
from annotator.ui.desk import Desk

pytestmark = pytest.mark.usefixtures("dressed")
MANY = 20_000


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """A project of many articles."""
    path: Path = tmp_path_factory.mktemp("crowded") / "many.hashiya"
    store = create_project(path, paths.resource("scheme.toml").read_text(encoding="utf-8"))
    with store.writing() as connection:
        connection.execute(
            """WITH RECURSIVE k(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM k WHERE i < ?)
            INSERT INTO article (id, sha256, text, title, encoding, import_changes, meta)
            SELECT 'a' || i, 'h' || i, 't', 'خبر ' || i, 'utf-8', '[]', '{}' FROM k""",
            (MANY,),
        )
    return store


def reads_of_rows(store: Store, model: ArticleModel, places: list[int]) -> int:
    """How many times the rows of a page are read while these places are looked at."""
    statements: list[str] = []
    store.connection.set_trace_callback(statements.append)
    for place in places:
        assert model.index(place).data() == f"خبر {place + 1}"
    store.connection.set_trace_callback(None)
    return sum("article.n IN (" in statement for statement in statements)


def test_only_the_pages_in_sight_are_read(crowded: Store) -> None:
    model = ArticleModel()
    model.show(crowded, None, None, "")
    assert model.rowCount() == MANY
    assert reads_of_rows(crowded, model, list(range(PAGE))) == 1
    assert reads_of_rows(crowded, model, [MANY - 1, MANY - 2, 0]) == 1


def test_pages_long_unseen_are_let_go(crowded: Store) -> None:
    model = ArticleModel()
    model.show(crowded, None, None, "")
    tour = [page * PAGE for page in range(PAGES_KEPT + 1)]
    assert reads_of_rows(crowded, model, tour) == PAGES_KEPT + 1
    assert reads_of_rows(crowded, model, [tour[-1]]) == 0
    assert reads_of_rows(crowded, model, [0]) == 1


def test_an_article_is_found_by_its_number(crowded: Store) -> None:
    model = ArticleModel()
    model.show(crowded, None, None, "")
    row = model.article(12_345)
    assert row is not None
    assert model.place_of(row.number) == 12_345
    assert model.place_of(MANY + 5) is None
    assert model.place_of(None) is None
    assert model.article(MANY) is None


def test_it_is_a_sound_model(crowded: Store) -> None:
    model = ArticleModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show(crowded, None, None, "خبر 77")
    assert model.rowCount() == sum("77" in str(number) for number in range(1, MANY + 1))
    model.show(None, None, None, "")
    assert model.rowCount() == 0


def test_the_same_list_read_again_does_not_start_over(desk: Desk) -> None:
    model = ArticleModel()
    resets: list[None] = []
    assert desk.annotator is not None
    model.show(desk.store, desk.annotator.id, None, "")
    model.modelReset.connect(lambda: resets.append(None))
    desk.mark(DONE)
    model.show(desk.store, desk.annotator.id, None, "")
    assert resets == []
    row = model.index(0).data(ROW_ROLE)
    assert row.status == DONE


@pytest.mark.parametrize(
    ("status", "spans", "words"),
    [
        ("new", 0, "Not started"),
        ("started", 0, "No spans"),
        ("done", 0, "No spans"),
        ("done", 3, "3 spans"),
        ("skipped", 3, "Skipped"),
    ],
)
def test_how_far_one_is_is_said_in_words(status: str, spans: int, words: str) -> None:
    assert standing(ArticleRow(1, "a", "t", None, status, spans)) == words


def test_a_row_is_spoken_whole(desk: Desk) -> None:
    model = ArticleModel()
    model.show(desk.store, None, None, "")
    spoken = model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "هدنة هشة في وادي النعيم · وكالة المرفأ · New · Not started"
