"""The files in seeds/ as they are read: text, TOML, and tables whose every line knows where it stands."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any


class SeedError(ValueError):
    """The sources do not fit together; the message says where, why and what to do."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a table: its cells by column, and where it stands (“file, line 3”)."""

    cells: dict[str, str]
    where: str

    def __getitem__(self, column: str) -> str:
        return self.cells[column]


def read_text(path: Path) -> str:
    """The file's text, which must be UTF-8. Raises SeedError."""
    try:
        return path.read_bytes().decode("utf-8")
    except FileNotFoundError as error:
        raise SeedError(f"{path.name} is not there. Write it, or correct its name in articles.toml.") from error
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise SeedError(f"{path.name}, line {line}: this is not UTF-8. Save the file as UTF-8.") from error


def read_toml(path: Path) -> dict[str, Any]:
    """The file's tables. Raises SeedError."""
    try:
        return tomllib.loads(read_text(path))
    except tomllib.TOMLDecodeError as error:
        raise SeedError(f"{path.name} is not valid TOML: {error}. Correct that place.") from error


def read_table(path: Path, columns: Sequence[str]) -> list[Line]:
    """The lines below the head, whose cells are parted by tabs; empty ones at the end may be left out.

    Raises SeedError.
    """
    head, *lines = read_text(path).removesuffix("\n").split("\n")
    if head.split("\t") != list(columns):
        raise SeedError(f"{path.name}, line 1: the columns must be {', '.join(columns)}, with tabs.")
    return [_read_line(line, f"{path.name}, line {number}", columns) for number, line in enumerate(lines, 2)]


def _read_line(text: str, where: str, columns: Sequence[str]) -> Line:
    cells = text.split("\t")
    if not cells[0] or len(cells) > len(columns):
        raise SeedError(f"{where}: an article and at most {len(columns)} cells are needed. Correct the line.")
    cells += [""] * (len(columns) - len(cells))
    return Line(dict(zip(columns, cells, strict=True)), where)


def read_list(line: Line, column: str) -> list[str]:
    """The items of a cell, parted by semicolons, each there once. Raises SeedError."""
    items = line[column].split(";") if line[column] else []
    repeated = [item for item, count in Counter(items).items() if count > 1]
    if repeated:
        raise SeedError(f"{line.where}: “{repeated[0]}” stands twice in {column}. Remove one.")
    return items


def read_pairs(line: Line, column: str) -> list[tuple[str, str]]:
    """The items of a cell, of the form name=value. Raises SeedError."""
    parted = [item.partition("=") for item in read_list(line, column)]
    for name, _, value in parted:
        if not name or not value or value != value.strip():
            raise SeedError(f"{line.where}: {column} must be name=value, parted by semicolons. Correct the cell.")
    return [(name, value) for name, _, value in parted]
