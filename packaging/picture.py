"""The README's picture, taken of the real program: the first sample article under Layla's name.

    python packaging/picture.py [FILE]
"""

import os
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent


def main(target: Path) -> int:
    """Take the picture; the machine's own settings are not touched."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["HASHIYA_HOME"] = home
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        import drive
        from annotator.ui.app import make_application, open_session
        from annotator.ui.settings import keep_setting

        application = make_application()
        for name, value in (("annotator", "ليلى"), ("tour", "done"), ("language", "ar"), ("theme", "light")):
            keep_setting(name, value)
        session = open_session(application, None)
        window = session.window
        assert window is not None
        session.desk.open_article("seed-01")
        weapon = next(span for span in session.desk.spans if span.label == session.desk.scheme.labels[2].id)
        session.desk.pick(weapon.id)
        drive.settle_scroll(window.reading.view)
        drive.settle()
        window.grab().save(str(target))
        session.desk.close_project()
    print(f"The picture: {target}")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "picture.png"))
