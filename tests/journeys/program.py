"""The whole program as a journey meets it: sessions to close, the command line, files that it wrote."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from annotator.ui.app import Session

ROOT = Path(__file__).resolve().parent.parent.parent


def close(session: Session) -> None:
    """End a session as closing the window does."""
    if session.window is not None:
        session.window.close()
        session.window.deleteLater()
        session.window = None
    session.desk.close_project()


def hashiya(*arguments: object, code: int = 0) -> str:
    """Run the command line in a process of its own; its standard output."""
    done = subprocess.run(
        [sys.executable, "-m", "annotator", *map(str, arguments)],
        cwd=ROOT,
        env=os.environ,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == code, (done.returncode, done.stdout, done.stderr)
    return done.stdout


def records(path: Path) -> list[dict[str, Any]]:
    """The records of a JSONL file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]
