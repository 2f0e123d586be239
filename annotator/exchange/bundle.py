"""A whole export: one file, or a folder with everything around the data, in parts or not.

The records are asked for more than once, and must be the same each time: ask inside one snapshot of the project.
"""

import shutil
import tempfile
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, Any

from annotator.core.record import Record
from annotator.exchange import About, Format, Progress, Written
from annotator.exchange.card import Facts, card
from annotator.exchange.folder import CARD, SHAPE, SHIFTS, SHIFTS_SUFFIX, VERIFIER, FolderDraft, make_folder
from annotator.exchange.loss import Loss, Shift, shifts
from annotator.exchange.output import Draft
from annotator.exchange.reason import shown
from annotator.exchange.split import Assigned, Split, assign
from annotator.exchange.tally import Tally
from annotator.paths import resource

Ask = Callable[[], Iterable[Record]]
DATA = "data"
"""What the file of an export in a folder is called where there are no parts."""
IN_MEMORY = 4_000_000
HEADINGS = ("article", "annotator", "what", "label", "words", "from", "to")


@dataclass(slots=True)
class Weighed:
    """What an export would leave out, and the list of spans that it would move or drop, as lines of text."""

    loss: Loss
    lines: IO[bytes]
    shifts: int = 0


def weigh(ask: Ask, form: Format, about: About, on_progress: Progress | None = None) -> Weighed:
    """Compare every record with what the format carries of it; a format that carries all is not asked."""
    # The file is closed when nobody holds it any more, and has no name meanwhile.
    found = Weighed(Loss(), tempfile.SpooledTemporaryFile(IN_MEMORY))  # noqa: SIM115
    if form.is_whole:
        return found
    for record in ask():
        if form.only_worked_on and record.layer is None:
            found.loss.leave_out()
            continue
        after = form.carried(record, about.options)
        found.loss.add(record, after)
        for shift in shifts(record, after):
            found.shifts += 1
            found.lines.write(_line(shift))
        if on_progress is not None:
            on_progress(found.loss.seen)
    return found


def _line(shift: Shift) -> bytes:
    places = ["; ".join(f"{start}-{end}" for start, end in some) for some in (shift.before, shift.after)]
    cells = [shift.article, shift.annotator, shift.kind, shift.label, shown(shift.quote, 200), *places]
    return ("\t".join(cells) + "\n").encode("utf-8")


def write_one(
    ask: Ask, form: Format, out: Path, about: About, weighed: Weighed, on_progress: Progress | None = None
) -> Written:
    """Write one file with its manifest, and beside it the list of moved spans if there are any."""
    written = form.write(ask(), out, about, on_progress)
    beside = Path(f"{out}{SHIFTS_SUFFIX}")
    if weighed.shifts:
        with Draft(beside) as draft:
            for block in _listed(weighed):
                draft.write(block)
            draft.finish()
            draft.settle()
    elif _is_ours(beside):
        beside.unlink()
    return written


def _is_ours(path: Path) -> bool:
    """Whether an earlier export has left such a list there, which would no longer be true."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.readline(100) == _head()


def _head() -> bytes:
    return ("\t".join(HEADINGS) + "\n").encode("utf-8")


def _listed(weighed: Weighed) -> Iterator[bytes]:
    yield _head()
    weighed.lines.seek(0)
    yield from weighed.lines


def write_whole(
    ask: Ask,
    form: Format,
    out: Path,
    about: About,
    weighed: Weighed,
    split: Split | None = None,
    on_progress: Progress | None = None,
) -> tuple[Written, dict[str, Written]]:
    """Write a folder: the data, in parts if `split` says so, and scheme, card, counts, hashes and verifier around it.

    Gives the whole and each part. Raises ExportError, after which `out` is as it was.
    """
    parts: dict[str, Written] = {}
    more: dict[str, Any] = {"format": form.name}

    def fill(draft: FolderDraft) -> Tally:
        assigned = assign(ask(), split) if split else None
        for name in [name for name, _ in split.parts] if split else [""]:
            with closing(_of_part(ask(), assigned, name)) as records:
                parts[name] = _write_part(draft, form, name, records, about, on_progress)
        more["losses"] = [dict(zip(("kind", "count", "records"), row, strict=True)) for row in weighed.loss.rows()]
        if split and assigned:
            more["split"] = _told(split, assigned)
            more["parts"] = {name: _part_told(part) for name, part in parts.items()}
        _surround(draft, form, about, weighed, Facts(parts, weighed.loss.rows(), _words(split, assigned)))
        return _sum(parts)

    return make_folder(fill, out, about, more), parts


def _of_part(
    records: Iterable[Record], assigned: Assigned | None, name: str
) -> Generator[Record, None, None]:
    for record in records:
        if assigned is None or assigned.parts[record.article.sha256] == name:
            yield record


def _write_part(
    draft: FolderDraft, form: Format, name: str, records: Iterable[Record], about: About, on_progress: Progress | None
) -> Written:
    """One part as a file or folder of its name; a folder that is the only part becomes the export itself."""
    about = replace(about, is_part=True)
    place = draft.path / (name or DATA)
    if not form.is_folder:
        return form.write(records, place.with_name(place.name + form.suffixes[0]), about, on_progress)
    written = form.write(records, place, about, on_progress)
    if not name:
        # A name that nothing inside can have, so that what is inside can take its place.
        inner = place.rename(draft.path / ".inner")
        for path in list(inner.iterdir()):
            path.rename(draft.path / path.name)
        inner.rmdir()
    return written


def _surround(draft: FolderDraft, form: Format, about: About, weighed: Weighed, facts: Facts) -> None:
    if not (draft.path / CARD).exists():
        front = form.front(about, list(facts.parts))
        draft.write(CARD, (front + card(form, about, facts)).encode("utf-8"))
    if form.name == "jsonl":
        draft.write(SHAPE, resource("record.schema.json").read_bytes())
        draft.write(VERIFIER, resource("verify.py").read_bytes())
    if weighed.shifts:
        with draft.open(SHIFTS) as file:
            file.write(_head())
            weighed.lines.seek(0)
            shutil.copyfileobj(weighed.lines, file)


def _told(split: Split, assigned: Assigned) -> dict[str, Any]:
    near = {"kept_together": split.together, "articles_near_another": assigned.copies}
    return {"parts": dict(split.parts), "seed": split.seed, "by": "article", **near}


def _part_told(part: Written) -> dict[str, Any]:
    return {"records": part.count, "spans": part.spans, "labels": dict(part.labels)}


def _words(split: Split | None, assigned: Assigned | None) -> str:
    if split is None or assigned is None:
        return ""
    shares = ", ".join(f"{name} {weight}" for name, weight in split.parts)
    told = f"Split by article ({shares}; seed {split.seed}), alike in labels."
    near = f" {assigned.copies:,} articles are nearly the same as another one and stay with it."
    return told + near if split.together else told


def _sum(parts: dict[str, Written]) -> Tally:
    tally = Tally()
    for written in parts.values():
        tally.count += written.count
        tally.labels.update(dict(written.labels))
    return tally
