"""What tests of sheets and cards stand on: a real window-sized parent, and files to import."""

import hashlib
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from annotator import paths
from annotator.ui import language

Line = dict[str, Any]


@pytest.fixture(autouse=True)
def english(qapp: QApplication, home: Path) -> None:
    """The window's language, whatever the test before has left."""
    language.install(qapp)


@pytest.fixture
def window(qapp: QApplication) -> Iterator[QWidget]:
    """A shown window with a field in it that has the focus."""
    window = QWidget()
    window.resize(1280, 800)
    field = QLineEdit(window)
    window.show()
    window.activateWindow()
    field.setFocus()
    yield window
    window.close()
    window.deleteLater()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the files to import are."""
    folder = tmp_path / "in"
    folder.mkdir()
    return folder


@pytest.fixture
def record_line() -> Callable[..., str]:
    """Makes a line of JSONL that the sample project does not have yet; `change` may spoil it."""
    seeds = paths.seed("sample.jsonl").read_text(encoding="utf-8").splitlines()

    def make(number: int, change: Callable[[Line], None] | None = None) -> str:
        line: Line = json.loads(seeds[number % len(seeds)])
        line["text"] += f"\nفقرة زائدة {number}"
        line["text_sha256"] = hashlib.sha256(line["text"].encode()).hexdigest()
        line["article_id"] = f"new-{number}"
        line["provenance"] = {"tool": "other", "export_id": ""}
        if line["layer"]:
            line["layer"]["id"] = f"layer-{number}"
        if change:
            change(line)
        return json.dumps(line, ensure_ascii=False)

    return make
