"""The sample project: made on this machine from the seeds at the first start."""

from itertools import count
from pathlib import Path

from annotator import paths
from annotator.core.record import Record
from annotator.core.sentence import Refused
from annotator.exchange.source import read_paths
from annotator.store.creation import create_project, open_project
from annotator.store.load import load


def ensure_sample() -> Path:
    """Where a sample project that can be opened is; a damaged one is put aside and made anew. Raises Refused."""
    path = paths.sample_project()
    if path.exists() and not _opens(path):
        _put_aside(path, _free_name(path))
    if not path.exists():
        make_sample(path)
    return path


def _opens(path: Path) -> bool:
    try:
        open_project(path, read_only=True).close()
    except Refused:
        return False
    return True


def _put_aside(path: Path, name: Path) -> None:
    """Give the file another name, and with it what SQLite left beside it: that must not meet the new one."""
    for suffix in ("-wal", "-shm"):
        beside = path.with_name(path.name + suffix)
        if beside.exists():
            beside.rename(name.with_name(name.name + suffix))
    path.rename(name)


def _free_name(path: Path) -> Path:
    """A name beside `path` that nothing has yet."""
    names = (path.with_name(f"{path.name}.damaged-{number}") for number in count(1))
    return next(name for name in names if not name.exists())


def make_sample(path: Path) -> None:
    """Make the sample project at `path`; an unfinished one is not left behind. Raises Refused."""
    partial = path.with_name(path.name + ".partial")
    partial.unlink(missing_ok=True)
    toml = paths.resource("scheme.toml").read_text(encoding="utf-8")
    with create_project(partial, toml, "حاشية: مشروع تجريبي") as store:
        labels = {label.id for label in store.scheme().labels}
        found = read_paths([paths.seed("sample.jsonl")], labels)
        load(store, (outcome for outcome in found if isinstance(outcome, Record)), "seeds", kind="import")
    partial.replace(path)
