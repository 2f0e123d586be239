"""The project's own Python environments: made once, each from its lock; made anew when that changes.

`.venv` is where the program is run and tested. The tests of `dev.py consumers`, which run other programs on our files,
have an environment of their own, so that what those programs need never decides what ours runs with.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import re
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from system import VENV_PACKAGE

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LOCK = ROOT / "packaging" / "requirements.txt"
STAMP = VENV / "hashiya.stamp"
CONSUMERS_VENV = ROOT / "build" / "consumers"
CONSUMERS_LOCK = ROOT / "packaging" / "requirements-consumers.txt"
PIP_FILES = "https://pypi.org/simple/pip/"
JSON_INDEX = "application/vnd.pypi.simple.v1+json"
INSTALL_VENV = (
    f"Install Python's venv package (on Debian and Ubuntu: apt-get install {VENV_PACKAGE}) and run the same "
    "command again."
)


class ProvisionError(Exception):
    """The environment cannot be made; the message says what happened and what to do."""


@dataclass(frozen=True, slots=True)
class Environment:
    """A folder with a Python, the lock of what is installed in it, and roughly how much that is."""

    venv: Path
    lock: Path
    size: str


MAIN = Environment(VENV, LOCK, "350 MB")
CONSUMERS = Environment(CONSUMERS_VENV, CONSUMERS_LOCK, "500 MB")


def find_python(venv: Path = VENV) -> Path:
    return venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def take_fingerprint(root: Path = ROOT, venv: Path = VENV, lock: str = LOCK.name) -> str:
    """A hash of all that the environment is made from: lock, pyproject.toml, its place, its interpreter."""
    parts = [(root / "packaging" / lock).read_bytes(), (root / "pyproject.toml").read_bytes()]
    parts += [os.fsencode(root), os.fsencode(find_python(venv).resolve())]
    return hashlib.sha256(b"".join(hashlib.sha256(part).digest() for part in parts)).hexdigest()


def is_ready(root: Path = ROOT, venv: Path = VENV, lock: str = LOCK.name) -> bool:
    """Whether the environment was finished and nothing it is made from has changed since."""
    stamp = venv / STAMP.name
    return (
        find_python(venv).exists()
        and stamp.exists()
        and stamp.read_text("ascii") == take_fingerprint(root, venv, lock)
    )


def ensure(say: Callable[[str], None], environment: Environment = MAIN) -> Path:
    """The environment's Python, after making or refreshing the environment where that is needed.

    Raises ProvisionError when it cannot be made.
    """
    venv, lock = environment.venv, environment.lock
    if not is_ready(ROOT, venv, lock.name):
        stamp = venv / STAMP.name
        stamp.unlink(missing_ok=True)
        if not runs(find_python(venv), "import pip"):
            say(f"Making the environment {venv}")
            make_venv(say, venv)
        say(f"Installing the libraries (about {environment.size}, once; a few minutes on a slow line)")
        install_lock(venv, lock)
        stamp.write_text(take_fingerprint(ROOT, venv, lock.name), "ascii")
    return find_python(venv)


def runs(python: Path, code: str) -> bool:
    return python.exists() and subprocess.run([python, "-c", code], capture_output=True).returncode == 0


def make_venv(say: Callable[[str], None], venv: Path) -> None:
    bare = importlib.util.find_spec("ensurepip") is None
    command = [sys.executable, "-m", "venv", "--clear", *(["--without-pip"] if bare else []), str(venv)]
    call(command, "Python could not make an environment.")
    if bare:
        say("This Python has no ensurepip; taking pip's own wheel instead")
        bootstrap_pip(venv)


def bootstrap_pip(venv: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        wheel = fetch_pip(Path(folder), LOCK.read_text("utf-8"))
        # A wheel is a zip file that Python can import from: pip installs itself.
        pip = [str(find_python(venv)), str(wheel / "pip"), "install", "--quiet", "--no-index", str(wheel)]
        call(pip, "pip could not install itself.")


def read_pip_pin(lock: str) -> tuple[str, list[str]]:
    """Version and allowed SHA-256 hashes of pip, which stands in the lock because sqlite-utils needs it."""
    entry = re.search(r"^pip==(\S+) \\\n((?: +--hash=sha256:\S+(?: \\)?\n)+)", lock, re.MULTILINE)
    if entry is None:
        raise ProvisionError(f"{LOCK} does not name pip. {INSTALL_VENV}")
    return entry[1], re.findall(r"sha256:([0-9a-f]{64})", entry[2])


def fetch_pip(folder: Path, lock: str) -> Path:
    """Download the wheel of the locked pip into `folder` and check it against the lock.

    Raises ProvisionError when it cannot be had, or is not the file the lock names.
    """
    version, hashes = read_pip_pin(lock)
    name = f"pip-{version}-py3-none-any.whl"
    try:
        index = urllib.request.Request(PIP_FILES, headers={"Accept": JSON_INDEX})
        with urllib.request.urlopen(index, timeout=60) as answer:
            files = json.load(answer)["files"]
        address = next(file["url"] for file in files if file["filename"] == name)
        with urllib.request.urlopen(address, timeout=60) as answer:
            content: bytes = answer.read()
    except (urllib.error.URLError, TimeoutError, StopIteration) as reason:
        raise ProvisionError(f"pip's wheel could not be downloaded ({reason!r}). {INSTALL_VENV}") from reason
    if hashlib.sha256(content).hexdigest() not in hashes:
        raise ProvisionError(f"The downloaded {name} is not the file that {LOCK.name} names. {INSTALL_VENV}")
    wheel = folder / name
    wheel.write_bytes(content)
    return wheel


def install_lock(venv: Path, lock: Path) -> None:
    pip = [str(find_python(venv)), "-m", "pip", "install", "--quiet", "--no-input", "--disable-pip-version-check"]
    locked = ["--require-hashes", "-r", str(lock)]
    call([*pip, *locked], "pip could not install the libraries. Check the network.")
    ours = ["--no-deps", "--no-build-isolation", "--editable", str(ROOT)]
    call([*pip, *ours], "pip could not install Hashiya itself.")


def call(command: Sequence[str], trouble: str) -> None:
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    if done.returncode != 0:
        words = f"{done.stdout}\n{done.stderr}".strip()
        raise ProvisionError(f"{words}\n{trouble} Its words stand above; then run the same command again.")


