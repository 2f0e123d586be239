"""Picks the door: a subcommand goes to the command line, anything else to the window; each imported when used."""

import sys

VERBS = (
    "new", "import", "export", "show", "labels", "formats", "check", "validate", "agree", "disagreements", "assign",
    "bundle", "merge", "update", "overview", "places", "gold",
)


def main() -> None:
    """Start the program with the process's arguments."""
    arguments = sys.argv[1:]
    if arguments and (arguments[0] in VERBS or arguments[0].startswith("-")):
        from annotator.cli import run

        run()
    else:
        from annotator.ui.app import run_window

        sys.exit(run_window(arguments))


if __name__ == "__main__":
    main()
