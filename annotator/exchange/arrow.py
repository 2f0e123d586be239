"""Parquet by pyarrow, for every format that is made of it: rows in, rows out, never more than a few at a time."""

import importlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from itertools import chain, count
from pathlib import Path
from typing import Any, BinaryIO

from annotator.core.record import Record
from annotator.core.sentence import Sentence, say
from annotator.exchange import ExportError
from annotator.exchange.check import Fault
from annotator.exchange.folder import FolderDraft
from annotator.exchange.reason import shown

OURS = b"hashiya"
"""The key in a file's metadata that says it is an export of ours, and of which format."""
SUFFIX = ".parquet"
PART = "part-{:05}" + SUFFIX
COUNTS = "counts.json"
"""What lies beside parts: how much each of them holds."""
MOST_ROWS, MOST_CHARACTERS = 100_000, 500_000_000
"""A part ends with the first record that reaches one of these."""
GROUP_ROWS, GROUP_CHARACTERS = 1_000, 4_000_000
BATCH = 256
MOST_BYTES = 2**32
"""So many bytes a row group may say that it unpacks to; a small file can say, and mean, far more."""


def writing() -> Any:
    """pyarrow, for an export. Raises ExportError where it is not installed."""
    try:
        importlib.import_module("pyarrow.parquet")
        return importlib.import_module("pyarrow")
    except ImportError as error:
        message = 'Export stopped. This format needs “{name}”. Install it with: pip install "hashiya[{extra}]"'
        raise ExportError(say(message, name="pyarrow", extra="parquet")) from error


def write_parts(
    draft: FolderDraft, rows: Iterable[tuple[dict[str, Any], Record]], schema: Any, metadata: Mapping[bytes, bytes]
) -> Iterator[Record]:
    """Write the rows into files `part-00000.parquet` and so on, at least one, and yield the record of each row."""
    arrow = writing()
    schema = schema.with_metadata(dict(metadata))
    waiting = iter(rows)
    ahead = next(waiting, None)
    for number in count():
        with draft.open(PART.format(number)) as file:
            yield from _write_part(arrow, file, chain([ahead] if ahead else [], waiting), schema)
        ahead = next(waiting, None)
        if ahead is None:
            return


def _write_part(
    arrow: Any, file: BinaryIO, rows: Iterable[tuple[dict[str, Any], Record]], schema: Any
) -> Iterator[Record]:
    """One file, with as many of the rows as go into a part."""
    group, taken, length, since = list[dict[str, Any]](), 0, 0, 0
    with closing(arrow.parquet.ParquetWriter(file, schema, compression="zstd")) as writer:
        for row, record in rows:
            group.append(row)
            taken, since = taken + 1, since + len(record.article.text)
            if len(group) >= GROUP_ROWS or since >= GROUP_CHARACTERS:
                writer.write_table(arrow.Table.from_pylist(group, schema))
                length, since = length + since, 0
                group.clear()
            yield record
            if taken >= MOST_ROWS or length >= MOST_CHARACTERS:
                break
        writer.write_table(arrow.Table.from_pylist(group, schema))


def parts_in(folder: Path) -> list[Path]:
    """The parts of an export, in order."""
    return sorted(folder.glob(f"*{SUFFIX}"))


def opened(file: BinaryIO) -> Any:
    """The open Parquet file. Raises Fault where pyarrow is missing, and unless it is Parquet of a bearable size."""
    try:
        parquet = importlib.import_module("pyarrow.parquet")
    except ImportError as error:
        message = 'this format needs “{name}”. Install it with: pip install "hashiya[{extra}]"'
        raise Fault(say(message, name="pyarrow", extra="parquet")) from error
    try:
        found = parquet.ParquetFile(file)
        sizes = (found.metadata.row_group(index).total_byte_size for index in range(found.metadata.num_row_groups))
        largest = max(sizes, default=0)
    except BROKEN as error:
        raise Fault(why_broken(error)) from error
    if largest > MOST_BYTES:
        raise Fault(say("a row group of the file is larger than {limit} MB.", limit=MOST_BYTES // 2**20))
    return found


def values(file: Any) -> Iterator[dict[str, Any] | None]:
    """Each row of an open file; None where a text of it is no text. Raises Fault where the file is damaged."""
    try:
        for batch in file.iter_batches(batch_size=BATCH):
            yield from _of_batch(batch)
    except BROKEN as error:
        raise Fault(why_broken(error)) from error


def _of_batch(batch: Any) -> list[dict[str, Any] | None]:
    try:
        found: list[dict[str, Any] | None] = batch.to_pylist()
    except UnicodeDecodeError:
        return [_alone(batch.slice(index, 1)) for index in range(batch.num_rows)]
    return found


def _alone(batch: Any) -> dict[str, Any] | None:
    try:
        found: dict[str, Any] = batch.to_pylist()[0]
    except UnicodeDecodeError:
        return None
    return found


BROKEN = (OSError, ValueError, KeyError, TypeError, MemoryError, NotImplementedError)
"""What pyarrow raises about a file that is no sound Parquet."""


def why_broken(error: Exception) -> Sentence:
    """Why a file cannot be read as Parquet."""
    return say("it cannot be read as Parquet: {reason}.", reason=shown(str(error).strip().rstrip("."), 200))


def kind_of(path: Path) -> str | None:
    """Which format of ours the file says it is; "" for a file of somebody else's; None where that cannot be told."""
    try:
        metadata: dict[bytes, bytes] | None = importlib.import_module("pyarrow.parquet").read_schema(path).metadata
    except (ImportError, *BROKEN):
        # Whoever reads the file next says what is missing or wrong.
        return None
    return (metadata or {}).get(OURS, b"").decode("utf-8", "replace")
