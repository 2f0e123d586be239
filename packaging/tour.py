"""The tour without a display: import, four labels, undo, export, in a real window that nobody sees.

    python packaging/tour.py FOLDER

Drives the window with real key and mouse events and says where it left the project, the JSONL and a picture.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path


def main(folder: Path) -> int:
    """Take the tour and leave its results in `folder`, in place of an earlier tour's."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    os.environ["HASHIYA_HOME"] = str(folder / "home")
    project, out, picture = folder / "tour.hashiya", folder / "tour.jsonl", folder / "tour.png"
    from annotator import paths

    _hashiya("new", str(project))
    _hashiya("import", str(project), str(paths.seed("articles")))
    _annotate(project, picture)
    _hashiya("export", str(project), str(out))
    _hashiya("check", str(project))
    spans = sum(len(json.loads(line)["spans"]) for line in out.read_text(encoding="utf-8").splitlines())
    print(f"The project: {project}\nThe JSONL ({spans} spans): {out}\nThe window: {picture}")
    return 0 if spans == 3 else 1


def _hashiya(*arguments: str) -> None:
    subprocess.run([sys.executable, "-m", "annotator", *arguments], check=True)


def _annotate(project: Path, picture: Path) -> None:
    """Four labels by drag, by double click and by keyboard; the last one is undone."""
    import drive
    from annotator.ui.app import make_application, open_session
    from annotator.ui.settings import keep_setting

    application = make_application()
    keep_setting("annotator", "ليلى")
    keep_setting("tour", "done")
    session = open_session(application, project)
    window = session.window
    assert window is not None
    view = window.reading.view
    drive.settle()
    text = view.text
    drive.drag_words(view, "كتائب الفجر")
    drive.press(view, "1")
    drive.double_click(view, text.index("ميناء"))
    drive.press(view, "Ctrl+Shift+Left")
    drive.press(view, "2")
    drive.double_click(view, text.index("أعلنت"))
    drive.press(view, "4")
    drive.double_click(view, text.index("هجوم"))
    drive.press(view, "3")
    drive.press(view, "Ctrl+Z")
    drive.settle()
    window.grab().save(str(picture))
    session.desk.close_project()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
