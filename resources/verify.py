"""Checks the JSONL files beside it, or those named, with nothing but Python: python3 verify.py [FILE...]"""

import hashlib
import json
import sys
from pathlib import Path


def faults(record):
    """What is wrong with one record; offsets are code points, as Python counts them."""
    text = record["text"]
    if hashlib.sha256(text.encode("utf-8")).hexdigest() != record["text_sha256"]:
        yield "the text differs from its hash"
    for span in record["spans"]:
        edges = [edge for fragment in span["fragments"] for edge in fragment]
        if edges != sorted(edges) or not 0 <= edges[0] < edges[-1] <= len(text):
            yield f"span {span['id']}: the offsets do not fit the text"
        elif " ".join(text[start:end] for start, end in span["fragments"]) != span["quote"]:
            yield f"span {span['id']}: the quote differs from the text"
    known = {span["id"] for span in record["spans"]}
    used = [relation[end] for relation in record["relations"] for end in ("source", "target")]
    for event in record["events"]:
        used += [event["trigger"]] * (event["trigger"] is not None)
        used += [argument["span"] for argument in event["arguments"]] + event["claims"]
    yield from (f"there is no span {span}" for span in sorted(set(used) - known))


def sums_differ(folder):
    """The files whose bytes are not those that SHA256SUMS tells."""
    for line in (folder / "SHA256SUMS").read_text("utf-8").splitlines():
        sha256, name = line.split("  ", 1)
        digest = hashlib.sha256()
        with (folder / name).open("rb") as file:
            for block in iter(lambda file=file: file.read(1 << 20), b""):
                digest.update(block)
        if digest.hexdigest() != sha256:
            yield f"{name}: the file was changed"


here = Path(__file__).resolve().parent
named = [Path(name) for name in sys.argv[1:]]
wrong, records, spans = ([] if named else list(sums_differ(here))), 0, 0
for path in named or sorted(here.glob("*.jsonl")):
    with path.open(encoding="utf-8", newline="\n") as lines:
        for number, line in enumerate(lines, 1):
            try:
                record = json.loads(line)
                found = list(faults(record))
                records, spans = records + 1, spans + len(record["spans"])
            except (LookupError, TypeError, ValueError) as error:
                found = [f"this is no record ({type(error).__name__}: {error})"]
            wrong += [f"{path.name}, line {number}: {fault}" for fault in found]
print("\n".join([*wrong, f"{records} records, {spans} spans: " + ("sound" if not wrong else f"{len(wrong)} faults")]))
sys.exit(bool(wrong))
