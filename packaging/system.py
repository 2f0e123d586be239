"""What Hashiya needs from the operating system, and how to get it on Debian and Ubuntu.

Qt's wheel brings Qt itself but not the libraries for windows, fonts and drawing. Each is looked for by
loading it, so that the answer is right on every Linux; only the names of the packages are Debian's.
"""

from __future__ import annotations

import ctypes
import importlib
import importlib.util
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")
APT_OPTIONS = ("-o", "DPkg::Lock::Timeout=120", "-q")


@dataclass(frozen=True, slots=True)
class Need:
    """One thing the system must hold: what to look for, and the Debian package that brings it."""

    kind: str
    name: str
    package: str


OFFSCREEN = (
    Need("library", "libGL.so.1", "libgl1"),
    Need("library", "libEGL.so.1", "libegl1"),
    Need("library", "libxkbcommon.so.0", "libxkbcommon0"),
    Need("library", "libglib-2.0.so.0", "libglib2.0-0"),
    Need("library", "libfontconfig.so.1", "libfontconfig1"),
    Need("library", "libdbus-1.so.3", "libdbus-1-3"),
)
WINDOW = (
    Need("library", "libxcb-cursor.so.0", "libxcb-cursor0"),
    Need("library", "libxcb-icccm.so.4", "libxcb-icccm4"),
    Need("library", "libxcb-keysyms.so.1", "libxcb-keysyms1"),
    Need("library", "libxcb-shape.so.0", "libxcb-shape0"),
    Need("library", "libxcb-xkb.so.1", "libxcb-xkb1"),
    Need("library", "libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
)
FONTS = (Need("font", "NotoNaskhArabic", "fonts-noto-core"),)
TESTS = (
    Need("program", "Xvfb", "xvfb"),
    Need("program", "xauth", "xauth"),
    Need("program", "xdotool", "xdotool"),
    Need("program", "setxkbmap", "x11-xkb-utils"),
)
# Debian splits ensurepip off its own Python; for any other Python its package would be of no use.
VENV_PACKAGE = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
PIP = (Need("module", "ensurepip", VENV_PACKAGE),) if sys.base_prefix == "/usr" else ()

# Without these there is no way on. Without the font there is, but the reader should know; without ensurepip
# there is one that concerns nobody.
INDISPENSABLE = ("library", "program")
WORTH_SAYING = (*INDISPENSABLE, "font")


def has_library(soname: str) -> bool:
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def has_program(name: str) -> bool:
    return shutil.which(name) is not None


def has_module(name: str) -> bool:
    importlib.invalidate_caches()
    return importlib.util.find_spec(name) is not None


def has_font(stem: str) -> bool:
    # os.walk passes over folders that are absent or may not be read.
    walks = (os.walk(os.path.expanduser(folder)) for folder in FONT_FOLDERS)  # noqa: PTH111
    return any(name.startswith(stem) for walk in walks for _, _, names in walk for name in names)


PROBES: dict[str, Callable[[str], bool]] = {
    "library": has_library,
    "program": has_program,
    "module": has_module,
    "font": has_font,
}


def find_missing(needs: Iterable[Need]) -> list[Need]:
    """The needs this system does not meet, in the order given."""
    return [need for need in needs if not PROBES[need.kind](need.name)]


def find_elevation() -> list[str] | None:
    """What to put before a command so that root runs it: nothing, sudo, or None where neither will do."""
    if os.geteuid() == 0:
        return []
    if has_program("sudo") and subprocess.run(["sudo", "-n", "true"], capture_output=True).returncode == 0:
        return ["sudo", "-n"]
    return None


def has_apt() -> bool:
    return Path("/etc/debian_version").exists() and has_program("apt-get")


def write_command(packages: Sequence[str], as_root: bool) -> str:
    """The command line a person types to install `packages`, ready to be copied."""
    sudo = "" if as_root else "sudo "
    install = shlex.join(["apt-get", "install", "-y", "--no-install-recommends", *packages])
    return f"{sudo}apt-get update && {sudo}{install}"


def write_advice(lacking: Sequence[Need], apt: bool, as_root: bool) -> str:
    """What a person is told when the program may not install the missing things itself."""
    packages = [need.package for need in lacking]
    if apt:
        start = f"Missing on this system: {', '.join(packages)}. Install them with:"
        return f"{start}\n  {write_command(packages, as_root)}"
    names = ", ".join(f"{need.name} ({need.package})" for need in lacking)
    start = f"Missing on this system, each with the name of Debian's package: {names}."
    return f"{start}\nInstall them with this system's own package manager."


def install_packages(packages: Sequence[str], elevation: Sequence[str]) -> str:
    """Install Debian packages; the answer is empty, or apt-get's complaint."""
    apt = [*elevation, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", *APT_OPTIONS]
    # An old package list is often good enough, so a failed update is no reason to stop here.
    subprocess.run([*apt, "update"], stdin=subprocess.DEVNULL, capture_output=True)
    command = [*apt, "install", "-y", "--no-install-recommends", *packages]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    return "" if done.returncode == 0 else (done.stderr or done.stdout).strip()


def provide(needs: Iterable[Need], say: Callable[[str], None]) -> list[Need]:
    """Install what is missing where that is allowed, say what was done, and return what is still missing.

    Nothing is looked for outside Linux: there Qt's wheel is complete and the fonts are the system's.
    """
    lacking = find_missing(needs) if sys.platform == "linux" else []
    if not lacking:
        return []
    apt, elevation = has_apt(), find_elevation()
    if apt and elevation is not None:
        packages = [need.package for need in lacking]
        say(f"Installing with apt-get: {', '.join(packages)}")
        complaint = install_packages(packages, elevation)
        lacking = find_missing(lacking)
        if lacking and complaint:
            say(complaint)
    told = [need for need in lacking if need.kind in WORTH_SAYING]
    if told:
        say(write_advice(told, apt, as_root=elevation == []))
    return lacking
