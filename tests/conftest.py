"""The ground every test stands on: a home of its own, a drawing platform, and generous clocks.

The environment is set while this file is imported, before anything can ask Qt or the operating system for it.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

REAL_HOME = Path(os.path.expanduser("~"))  # noqa: PTH111 (no home directory is no error here)
HOME = Path(tempfile.mkdtemp(prefix="hashiya-tests-"))

# What Qt, Python and the program read to find a person's own folders, on every system.
FOLDERS = {
    "HOME": ".",
    "USERPROFILE": ".",
    "HASHIYA_HOME": "hashiya",
    "XDG_CONFIG_HOME": "config",
    "XDG_DATA_HOME": "data",
    "XDG_STATE_HOME": "state",
    "XDG_CACHE_HOME": "cache",
    "XDG_RUNTIME_DIR": "runtime",
    "APPDATA": "appdata",
    "LOCALAPPDATA": "localappdata",
}


def isolate() -> None:
    """Point every such folder into the temporary one; a display reached with a key stays reachable."""
    key = REAL_HOME / ".Xauthority"
    if key.exists():
        os.environ.setdefault("XAUTHORITY", str(key))
    for variable, name in FOLDERS.items():
        folder = HOME / name
        folder.mkdir(mode=0o700, exist_ok=True)
        os.environ[variable] = str(folder)
    os.environ["LC_ALL"] = "C.UTF-8"
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


isolate()

# Shared and slow machines are common; a test is judged by what it finds, not by how long it took.
settings.register_profile("hashiya", deadline=None, print_blob=True)
settings.load_profile("hashiya")


def pytest_runtest_setup(item: pytest.Item) -> None:
    if item.get_closest_marker("display") and os.environ["QT_QPA_PLATFORM"] != "xcb":
        pytest.skip("needs a real X display: run packaging/dev.py test")


def pytest_unconfigure() -> None:
    shutil.rmtree(HOME, ignore_errors=True)


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    """The program's own application, for every test that shows something."""
    from annotator.ui.app import make_application

    return make_application()
