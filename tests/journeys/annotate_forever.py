"""A child process that annotates with real events until it is killed, and says what was acknowledged.

    python annotate_forever.py PROJECT SEED

Prints one line of JSON per acknowledged change: what the log row must be, and the layer's spans after it.
"""

import json
import random
import sys
from pathlib import Path

import drive
from annotator.store.store import Applied
from annotator.ui.app import make_application, open_session


def main(project: Path, seed: int) -> None:
    """Annotate without end."""
    make = random.Random(seed)
    application = make_application()
    session = open_session(application, project)
    desk, window = session.desk, session.window
    assert window is not None
    view = window.reading.view
    view.set_motion(False)

    def acknowledge(applied: Applied) -> None:
        spans = [[span.id, span.label, span.start, span.end] for span in desk.spans]
        print(json.dumps({"seq": applied.seq, "layer": desk.layer and desk.layer.id, "spans": spans}), flush=True)

    desk.kept.connect(acknowledge)
    print(json.dumps({"ready": True}), flush=True)
    while True:
        words = [place for place in range(len(view.text) - 1) if view.text[place - 1 : place] in (" ", "\n")]
        drive.double_click(view, make.choice(words))
        drive.press(view, make.choice("1234"))
        drive.press(view, make.choice(["Ctrl+]", "]", "Shift+[", "Delete", "Ctrl+Z", "Ctrl+Z", "Ctrl+Y", "2"]))
        if make.random() < 0.1:
            drive.press(view, make.choice(["Alt+Down", "Alt+Up"]))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
