"""The scan: what an import would find, looked at without making the window wait."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from annotator import paths
from annotator.ui.desk import Desk
from annotator.ui.sheet.scan import MOST_FILES, Scan

ARABIC = "أعلنت الجماعة مسؤوليتها عن الهجوم.\n"


def look(desk: Desk, qtbot: QtBot, *files: Path) -> Scan:
    scan = Scan(desk.store)
    with qtbot.waitSignal(scan.finished, timeout=20_000):
        scan.look_at(list(files))
    return scan


def test_each_kind_of_file_gets_its_verdict(desk: Desk, folder: Path, qtbot: QtBot) -> None:
    (folder / "good.txt").write_text(ARABIC, encoding="utf-8")
    (folder / "old.txt").write_bytes(ARABIC.encode("cp1256"))
    (folder / "empty.txt").write_bytes(b"")
    names = ("good", "old", "empty")
    scan = look(desk, qtbot, *(folder / f"{name}.txt" for name in names))
    good, old, empty = scan.sources
    assert (good.articles, good.known, good.refusals) == (1, 0, [])
    assert (old.articles, len(old.uncertain), old.refusals) == (0, 1, [])
    assert (empty.articles, len(empty.refusals)) == (0, 1)


def test_articles_and_layers_that_are_there_count_as_known(desk: Desk, qtbot: QtBot) -> None:
    scan = look(desk, qtbot, paths.seed("sample.jsonl"))
    (source,) = scan.sources
    assert source.articles == source.layers == 0
    assert source.known == source.records > 0


def test_the_same_text_in_two_files_counts_once(desk: Desk, folder: Path, qtbot: QtBot) -> None:
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text(ARABIC, encoding="utf-8")
    (source,) = look(desk, qtbot, folder).sources
    assert (source.files, source.articles, source.known) == (2, 1, 1)


def test_agreeing_reads_the_file_in_the_encoding_shown(desk: Desk, folder: Path, qtbot: QtBot) -> None:
    (folder / "old.txt").write_bytes(ARABIC.encode("cp1256"))
    scan = look(desk, qtbot, folder / "old.txt")
    with qtbot.waitSignal(scan.finished):
        scan.agree(scan.sources[0])
    source = scan.sources[0]
    assert source.encoding == "windows-1256"
    assert source.articles == 1
    assert source.sample is not None
    assert source.sample.article.text == ARABIC


def test_a_large_folder_is_counted_but_only_its_first_files_are_read(desk: Desk, folder: Path, qtbot: QtBot) -> None:
    for number in range(MOST_FILES + 50):
        (folder / f"{number:04}.txt").write_text(f"{ARABIC * 2_000}{number}", encoding="utf-8")
    ticks: list[int] = []
    timer = QTimer()
    timer.timeout.connect(lambda: ticks.append(1))
    timer.start(1)
    (source,) = look(desk, qtbot, folder).sources
    assert (source.files, source.records, source.unread) == (MOST_FILES + 50, MOST_FILES, 50)
    assert not source.is_whole
    assert len(ticks) >= 5


def test_what_is_added_while_it_looks_is_counted_once(desk: Desk, folder: Path, qtbot: QtBot) -> None:
    for name in ("a", "b"):
        (folder / name).mkdir()
        for number in range(30):
            (folder / name / f"{number}.txt").write_text(f"{ARABIC * 2_000}{name}{number}", encoding="utf-8")
    scan = Scan(desk.store)
    scan.looked.connect(lambda: scan.look_at([folder / "b"]))
    with qtbot.waitSignal(scan.finished, timeout=20_000):
        scan.look_at([folder / "a"])
    assert [(source.files, source.articles, source.known) for source in scan.sources] == [(30, 30, 0), (30, 30, 0)]


def test_bad_lines_are_kept_with_their_numbers(
    desk: Desk, folder: Path, record_line: Callable[..., str], qtbot: QtBot
) -> None:
    lines = [record_line(1), "{", record_line(2, lambda line: line["spans"][0].update(quote="غيره"))]
    (folder / "march.jsonl").write_text("\n".join(lines), encoding="utf-8")
    (source,) = look(desk, qtbot, folder / "march.jsonl").sources
    assert [refusal.line for refusal in source.refusals] == [2, 3]
    assert source.articles == 1
