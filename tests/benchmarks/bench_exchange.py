"""Export and import of JSONL against bare loops over the same rows: same SQL, same JSON library, no product code.

Sizes are numbers of articles of ten spans each: HASHIYA_BENCH_EXPORT (100,000 wanted) in process,
HASHIYA_BENCH_COMMAND (10,000) for whole commands.
"""

import gc
import hashlib
import json
import os
import resource
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest

from annotator.cli import COLLECT_AFTER
from annotator.core.article import make_article
from annotator.core.layer import Annotator, Layer
from annotator.core.record import Record
from annotator.core.span import make_span
from annotator.exchange import About, jsonl
from annotator.paths import resource as shipped
from annotator.store.creation import create_project, open_project
from annotator.store.load import load
from annotator.store.records import records

IN_PROCESS = int(os.environ.get("HASHIYA_BENCH_EXPORT", "20000"))
COMMAND = int(os.environ.get("HASHIYA_BENCH_COMMAND", "10000"))
SPANS, CHARACTERS = 10, 1500
LABELS = ("ACTOR", "TARGET", "WEAPON", "CLAIM")
SCHEME = shipped("scheme.toml").read_text("utf-8")


def corpus(count: int) -> Iterator[Record]:
    """Articles of a news report's length, each with ten spans by one annotator."""
    words = "قصف الجيش مواقع المسلحين في ضواحي المدينة فجر اليوم وأعلنت كتائب الفجر مسؤوليتها عن الهجوم بطائرة مسيّرة "
    who = Annotator("a1", "ليلى")
    body = (words * (CHARACTERS // len(words) + 1))[:CHARACTERS]
    for number in range(count):
        article = make_article(f"خبر رقم {number}\n{body}", source="وكالة")
        layer = Layer(f"layer-{number}", article.id, who.id, status="done")
        places = range(20, 20 + SPANS * 100, 100)
        spans = tuple(make_span(layer.id, LABELS[at % 4], at, at + 7 + at % 5) for at in places)
        yield Record(article, layer, who, "conflict-ar", "2026-01-01T00:00:00Z", spans)


def project(path: Path, count: int) -> Path:
    with create_project(path, SCHEME) as store:
        load(store, corpus(count), "bench")
    return path


def timed(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


def bare_export(path: Path, out: Path) -> None:
    """The same rows as the same lines: ordered reads, cells that hold JSON decoded; nothing checked or read back."""
    connection = sqlite3.connect(path)
    encode, decode = msgspec.json.Encoder().encode, msgspec.json.Decoder().decode
    layers = connection.execute(
        """SELECT article.*, layer.*, annotator.name FROM layer JOIN article ON article.id = layer.article
        JOIN annotator ON annotator.id = layer.annotator ORDER BY article.n"""
    )
    keys = [column[0] for column in layers.description]
    at = keys.index("text")
    layer_at = [n for n, key in enumerate(keys) if key == "id"][1]
    spans = connection.cursor()
    with out.open("wb") as file:
        for row in layers:
            found = spans.execute(
                "SELECT id, label, start, end, fragments, attributes, note, origin, source, score, decision "
                "FROM span WHERE layer = ? ORDER BY start, end, id",
                (row[layer_at],),
            ).fetchall()
            text = row[at]
            content = [
                {"id": s[0], "label": s[1], "start": s[2], "end": s[3], "fragments": decode(s[4]),
                 "quote": text[s[2] : s[3]], "prefix": text[max(0, s[2] - 8) : s[2]], "suffix": text[s[3] : s[3] + 8],
                 "attributes": decode(s[5]),
                 "note": s[6], "origin": s[7], "source": s[8], "score": s[9], "decision": s[10]}
                for s in found
            ]  # fmt: skip
            file.write(encode({**dict(zip(keys, row, strict=True)), "spans": content}) + b"\n")


def our_export(path: Path, out: Path, verify: bool) -> None:
    with open_project(path) as store:
        about = About("bench", "2026-01-01T00:00:00Z", "0", store.scheme())
        if verify:
            jsonl.write(records(store), out, about)
            return
        with out.open("wb") as file:
            for record in records(store):
                file.write(jsonl.encode(record))


BARE_EXPORT = """
import runpy, sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from tests.benchmarks.bench_exchange import bare_export
bare_export(Path(sys.argv[2]), Path(sys.argv[3]))
"""


def bare_import(lines: Path, path: Path) -> None:
    """The same lines into the same tables: parsed, hashed, inserted by prepared statements in one transaction."""
    path.unlink(missing_ok=True)
    create_project(path, SCHEME).close()
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("BEGIN")
    connection.execute("INSERT INTO annotator (id, name) VALUES ('a1', 'ليلى')")
    decode = msgspec.json.Decoder().decode
    columns = ("id", "text", "title", "sha256", "source", "encoding", "import_changes", "meta", "batch")
    article = f"INSERT INTO article ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"
    layer = """INSERT INTO layer (id, article, annotator, pass, kind, status, scheme, spans, updated_at, batch)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""
    span = """INSERT INTO span (layer, id, label, start, end, fragments, attributes, note, origin)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"""
    with lines.open("rb") as file:
        for line in file:
            row = decode(line)
            meta, of = row["meta"], row["layer"]
            sha256 = hashlib.sha256(row["text"].encode()).hexdigest()
            values = (row["article_id"], row["text"], meta["title"], sha256, meta["source"], meta["encoding"])
            connection.execute(article, (*values, "[]", "{}", "b"))
            values = (of["id"], row["article_id"], of["annotator"], of["pass"], of["kind"], of["status"])
            connection.execute(layer, (*values, of["scheme_version"], len(row["spans"]), of["updated_at"], "b"))
            connection.executemany(
                span,
                [
                    (of["id"], s["id"], s["label"], s["start"], s["end"], json.dumps(s["fragments"]), "[]", s["note"],
                     s["origin"])
                    for s in row["spans"]
                ],
            )  # fmt: skip
    connection.execute("COMMIT")
    connection.close()


def command(*words: object) -> float:
    """The seconds that a process takes."""
    began = time.perf_counter()
    subprocess.run([sys.executable, *map(str, words)], check=True, capture_output=True)
    return time.perf_counter() - began


@pytest.fixture(autouse=True)
def as_in_the_command() -> Iterator[None]:
    """The collector looks for circles as rarely as in the command, for both sides."""
    before = gc.get_threshold()
    gc.set_threshold(COLLECT_AFTER)
    yield
    gc.set_threshold(*before)


def test_export_in_process(tmp_path: Path) -> None:
    path = project(tmp_path / "p.hashiya", IN_PROCESS)
    bare_export(path, tmp_path / "warm.jsonl")
    bare = timed(lambda: bare_export(path, tmp_path / "bare.jsonl"))
    encoded = timed(lambda: our_export(path, tmp_path / "encoded.jsonl", verify=False))
    proved = timed(lambda: our_export(path, tmp_path / "proved.jsonl", verify=True))
    print(f"\nexport of {IN_PROCESS:,} x {SPANS} in process: bare {bare:.2f} s")
    print(f"    ours, written {encoded:.2f} s, ratio {encoded / bare:.2f} (wanted at most 1.25)")
    print(f"    ours, written, read back, compared {proved:.2f} s, ratio {proved / bare:.2f}")
    print(f"    peak of the process so far: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


@pytest.mark.parametrize("size", [COMMAND])
def test_whole_commands(tmp_path: Path, size: int) -> None:
    path, root = project(tmp_path / "p.hashiya", size), Path(__file__).resolve().parent.parent.parent
    bare = command("-c", BARE_EXPORT, root, path, tmp_path / "bare.jsonl")
    ours = command("-m", "annotator", "export", path, tmp_path / "ours.jsonl")
    print(f"\nwhole commands, {size:,} x {SPANS}")
    print(f"    export: bare {bare:.2f} s, ours {ours:.2f} s, ratio {ours / bare:.2f} (wanted at most 2)")
    loop = BARE_EXPORT.replace("bare_export", "bare_import")
    bare = command("-c", loop, root, tmp_path / "ours.jsonl", tmp_path / "bare.hashiya")
    create_project(tmp_path / "q.hashiya", SCHEME).close()
    ours = command("-m", "annotator", "import", tmp_path / "q.hashiya", tmp_path / "ours.jsonl")
    print(f"    import: bare {bare:.2f} s, ours {ours:.2f} s, ratio {ours / bare:.2f} (wanted at most 2)")
