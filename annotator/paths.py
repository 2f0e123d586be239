"""Where things are: resources and seeds inside the program, settings and projects on the machine."""

import os
import sys
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
PROJECT_SUFFIX = ".hashiya"


def resource(*parts: str) -> Path:
    """A file of `resources/`: beside the package in a checkout, inside it once installed."""
    return _bundled("resources").joinpath(*parts)


def seed(*parts: str) -> Path:
    """A file of `seeds/`."""
    return _bundled("seeds").joinpath(*parts)


def _bundled(name: str) -> Path:
    inside = PACKAGE / name
    return inside if inside.is_dir() else PACKAGE.parent / name


def settings_file() -> Path:
    """The machine's settings (theme, language, keys): never in a project."""
    return _home("XDG_CONFIG_HOME", ".config") / "settings.ini"


def sample_project() -> Path:
    """Where the sample project lives on this machine."""
    return _home("XDG_DATA_HOME", ".local/share") / f"sample{PROJECT_SUFFIX}"


def crash_log() -> Path:
    """Where an unexpected failure is written down; ids only, never article text."""
    return _home("XDG_STATE_HOME", ".local/state") / "crash.log"


def _home(variable: str, fallback: str) -> Path:
    """The program's own folder of one kind; HASHIYA_HOME puts all of them in one place."""
    own = os.environ.get("HASHIYA_HOME")
    if own:
        return Path(own)
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA", Path.home() / "AppData" / "Roaming")) / "Hashiya"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "Hashiya"
    return Path(os.environ.get(variable) or Path.home() / fallback) / "hashiya"
