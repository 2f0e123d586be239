"""Bundles as files: a zip of a few members with fixed names, the same bytes for the same content.

Whatever a foreign file says of itself is measured while it is read, nothing is unpacked by name, and every record is
checked and every hash compared before anybody gets to see it.
"""

import hashlib
import io
import os
import re
import stat
import tempfile
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO

import msgspec

from annotator.core.bundle import HAND_IN, KINDS, UPDATE, Bundle, SchemeText
from annotator.core.identity import is_id, is_name
from annotator.core.layer import DONE, GOLD_FINAL, HANDED_IN, Annotator
from annotator.core.record import Record
from annotator.core.scheme_file import read_scheme
from annotator.core.seal import is_sealed
from annotator.core.sentence import Refused, Sentence, say
from annotator.exchange.bundle_manifest import FORM, Manifest, decode_manifest, encode_manifest, manifest_of
from annotator.exchange.check import Fault
from annotator.exchange.jsonl import MAX_LINE, encode, take_back
from annotator.exchange.output import Draft
from annotator.exchange.reason import shown, shown_path, why_unreadable, why_unwritten

MANIFEST, RECORDS, SCHEME, SCHEMES = "manifest.json", "records.jsonl", "scheme.toml", "schemes.json"
LIMITS = {MANIFEST: 64 * 2**20, RECORDS: 16 * 2**30, SCHEME: 4 * 2**20, SCHEMES: 64 * 2**20}
"""The members a bundle has, and how many bytes each may have unpacked."""
MAX_RATIO, SMALL = 200, 2**20
MAX_MEMBERS = 16
BLOCK = 2**20
MAGIC = b"PK\x03\x04"
END = b"PK\x05\x06"
END_SIZE, COMMENT_SIZE = 22, 65_535
MOMENT = re.compile(r"(?:\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)?")
EPOCH = (1980, 1, 1, 0, 0, 0)
KIND_OF_LAYERS = {HAND_IN: HANDED_IN, UPDATE: GOLD_FINAL}


def is_bundle(head: bytes) -> bool:
    """Whether a file that begins so is a zip, as bundles are."""
    return head[:4] in (MAGIC, END)


def write_bundle(out: Path, bundle: Bundle) -> tuple[str, int, int]:
    """Write the bundle, read it back, and put it in place: the file's hash (hex), its records and spans.

    Raises Refused when it cannot be written; what stood at `out` stands there still.
    """
    place = Path(os.path.realpath(out))
    if place.exists() and not place.is_file():
        raise Refused(say("Export stopped. “{path}” is not a file that can be replaced.", path=shown_path(place)))
    try:
        with tempfile.TemporaryFile(dir=place.parent) as packed, Draft(place) as draft:
            records, spans = _pack(packed, bundle)
            packed.seek(0)
            digest = hashlib.sha256()
            while block := packed.read(BLOCK):
                draft.write(block)
                digest.update(block)
            draft.finish()
            read_bundle(draft.path)
            draft.settle()
    except OSError as error:
        raise Refused(why_unwritten(error)) from error
    return digest.hexdigest(), records, spans


def _pack(file: IO[bytes], bundle: Bundle) -> tuple[int, int]:
    hashes: dict[str, tuple[str, int]] = {}
    in_force = next(version for version in bundle.schemes if version.number == bundle.in_force)
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        records, spans = _pack_records(archive, bundle.records(), hashes)
        _pack_member(archive, SCHEME, in_force.toml.encode("utf-8"), hashes)
        _pack_member(archive, SCHEMES, msgspec.json.encode(bundle.schemes), hashes)
        manifest = encode_manifest(manifest_of(bundle, records, spans, hashes))
        archive.writestr(_entry(MANIFEST), manifest)
    return records, spans


def _pack_records(
    archive: zipfile.ZipFile, records: Iterable[Record], hashes: dict[str, tuple[str, int]]
) -> tuple[int, int]:
    digest, size, count, spans = hashlib.sha256(), 0, 0, 0
    with archive.open(_entry(RECORDS), "w", force_zip64=True) as member:
        for record in records:
            line = encode(record)
            member.write(line)
            digest.update(line)
            size, count, spans = size + len(line), count + 1, spans + len(record.spans)
    hashes[RECORDS] = digest.hexdigest(), size
    return count, spans


def _pack_member(archive: zipfile.ZipFile, name: str, content: bytes, hashes: dict[str, tuple[str, int]]) -> None:
    archive.writestr(_entry(name), content)
    hashes[name] = hashlib.sha256(content).hexdigest(), len(content)


def _entry(name: str) -> zipfile.ZipInfo:
    """A member without a time or an owner, so that only its content makes its bytes."""
    entry = zipfile.ZipInfo(name, EPOCH)
    entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 3, 0o600 << 16
    return entry


def read_bundle(path: Path, verify: bool = True) -> Bundle:
    """The bundle in a file, after everything in it was checked. Raises Refused, which says what is wrong.

    Without `verify` the records are left to whoever reads them: each is checked then, and the last one's reader is
    told if their hash is not what the manifest says.
    """
    name = shown_path(path)
    try:
        with _opened(path, name) as archive:
            manifest, schemes = _read_about(archive, name)
        bundle = Bundle(
            source=name,
            kind=manifest.kind,
            tool_version=manifest.tool_version,
            annotators=tuple(Annotator(person.id, person.name) for person in manifest.annotators),
            schemes=schemes,
            in_force=manifest.in_force,
            records=lambda: _readable(_records(path, name, manifest), name),
            to=manifest.to,
            number=manifest.number,
            rules=tuple(manifest.rules),
            assigned=tuple(manifest.assigned),
        )
        if verify:
            for _ in bundle.records():
                pass
    except OSError as error:
        raise _unreadable(name, error) from error
    return bundle


def _readable(records: Iterator[Record], name: str) -> Iterator[Record]:
    """The records; a disk that fails meanwhile is a refusal too."""
    try:
        yield from records
    except OSError as error:
        raise _unreadable(name, error) from error


def _unreadable(name: str, error: OSError) -> Refused:
    return Refused(say("“{path}”: {reason}", path=name, reason=why_unreadable(error)))


def _opened(path: Path, name: str) -> zipfile.ZipFile:
    """The zip, whose list of members is what a bundle's must be. Raises Refused."""
    _refuse_crowd(path, name)
    try:
        archive = zipfile.ZipFile(path)
    except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
        raise _spoilt(name, say("it is not a whole zip file")) from error
    entries = archive.infolist()
    try:
        names = [entry.filename for entry in entries]
        if sorted(names) != sorted(LIMITS):
            raise _spoilt(name, _strange_members(names))
        for entry in entries:
            _refuse_odd(entry, name)
    except Refused:
        archive.close()
        raise
    return archive


def _refuse_crowd(path: Path, name: str) -> None:
    """A list of millions of members would fill the memory before it can be looked at."""
    with path.open("rb") as file:
        file.seek(0, os.SEEK_END)
        size = file.tell()
        file.seek(max(0, size - END_SIZE - COMMENT_SIZE))
        tail = file.read()
    at = tail.rfind(END)
    if at < 0 or len(tail) < at + END_SIZE:
        raise _spoilt(name, say("it is not a whole zip file"))
    members = int.from_bytes(tail[at + 10 : at + 12], "little")
    listed = int.from_bytes(tail[at + 12 : at + 16], "little")
    if members > MAX_MEMBERS or listed > BLOCK:
        raise _spoilt(name, say("it holds more files than a bundle has"))


def _strange_members(names: list[str]) -> Sentence:
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        return say("“{name}” stands in it twice", name=shown(twice[0]))
    more = sorted(set(names) - set(LIMITS))
    if more:
        return say("it holds “{name}”, which no bundle has", name=shown(more[0]))
    return say("“{name}” is missing", name=min(set(LIMITS) - set(names)))


def _refuse_odd(entry: zipfile.ZipInfo, name: str) -> None:
    mode = entry.external_attr >> 16
    if entry.flag_bits & 1 or entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise _spoilt(name, say("“{name}” is packed in a way that no bundle is", name=entry.filename))
    if stat.S_IFMT(mode) not in (0, stat.S_IFREG):
        raise _spoilt(name, say("“{name}” is not a plain file", name=entry.filename))
    if entry.file_size > LIMITS[entry.filename]:
        raise _spoilt(name, say("“{name}” is larger than is allowed", name=entry.filename))
    if entry.file_size > SMALL and entry.file_size > MAX_RATIO * max(entry.compress_size, 1):
        raise _spoilt(name, say("“{name}” would unpack to more than is plausible", name=entry.filename))


def _spoilt(name: str, reason: Sentence) -> Refused:
    message = "“{path}” is not a bundle that can be taken in: {reason}. Nothing was changed. Ask for it once more."
    return Refused(say(message, path=name, reason=reason))


def _read_about(archive: zipfile.ZipFile, name: str) -> tuple[Manifest, tuple[SchemeText, ...]]:
    """Everything but the records, checked against the manifest. Raises Refused."""
    manifest = decode_manifest(_member(archive, MANIFEST, name), lambda reason: _spoilt(name, reason))
    if manifest.format != FORM:
        message = "“{path}” was made by another version of the program ({version}). Install that version to take it in."
        raise Refused(say(message, path=name, version=shown(manifest.tool_version)))
    if manifest.kind not in KINDS or set(manifest.members) != set(LIMITS) - {MANIFEST}:
        raise _spoilt(name, say("its manifest does not tell what it holds"))
    for person in manifest.annotators:
        if not (is_id(person.id) and is_name(person.name)):
            raise _spoilt(name, say("it names an annotator who cannot be called so"))
    content = {member: _member(archive, member, name) for member in (SCHEME, SCHEMES)}
    for member, data in content.items():
        if hashlib.sha256(data).hexdigest() != manifest.members[member].sha256:
            raise _spoilt(name, say("“{name}” is not what its manifest says", name=member))
    return manifest, _schemes(content, manifest, name)


def _schemes(content: dict[str, bytes], manifest: Manifest, name: str) -> tuple[SchemeText, ...]:
    try:
        schemes = msgspec.json.decode(content[SCHEMES], type=tuple[SchemeText, ...])
        for version in schemes:
            read_scheme(version.toml)
        in_force = [version.toml for version in schemes if version.number == manifest.in_force]
        if in_force != [content[SCHEME].decode("utf-8")]:
            raise _spoilt(name, say("it does not say which scheme is in force"))
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise _spoilt(name, say("its schemes cannot be read")) from error
    return schemes


def _member(archive: zipfile.ZipFile, member: str, name: str) -> bytes:
    """A small member whole, no longer than it says it is. Raises Refused."""
    data = io.BytesIO()
    for block in _blocks(archive, member, name):
        data.write(block)
    return data.getvalue()


def _blocks(archive: zipfile.ZipFile, member: str, name: str) -> Iterator[bytes]:
    entry, size = archive.getinfo(member), 0
    try:
        with archive.open(entry) as file:
            while block := file.read(BLOCK):
                size += len(block)
                if size > entry.file_size:
                    raise _spoilt(name, say("“{name}” is larger than it says", name=member))
                yield block
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise _spoilt(name, say("“{name}” is damaged", name=member)) from error
    if size != entry.file_size:
        raise _spoilt(name, say("“{name}” is shorter than it says", name=member))


def _records(path: Path, name: str, manifest: Manifest) -> Iterator[Record]:
    """The records, each checked; at the end the hash of all. Raises Refused."""
    people = {person.id for person in manifest.annotators}
    seen: set[str] = set()
    count, digest = 0, hashlib.sha256()
    with _opened(path, name) as archive:
        for number, line in enumerate(_lines(_hashed(_blocks(archive, RECORDS, name), digest), name), 1):
            record = _record(line, name, number)
            _refuse_misplaced(record, manifest, people, seen, name, number)
            count += 1
            yield record
    if (digest.hexdigest(), count) != (manifest.members[RECORDS].sha256, manifest.records):
        raise _spoilt(name, say("“{name}” is not what its manifest says", name=RECORDS))


def _hashed(blocks: Iterable[bytes], digest: "hashlib._Hash") -> Iterator[bytes]:
    for block in blocks:
        digest.update(block)
        yield block


def _lines(blocks: Iterable[bytes], name: str) -> Iterator[bytes]:
    rest = b""
    for block in blocks:
        *whole, rest = (rest + block).split(b"\n")
        yield from whole
        if len(rest) > MAX_LINE:
            raise _spoilt(name, say("a line of it is too long"))
    if rest:
        raise _spoilt(name, say("its last line is cut off"))


def _record(line: bytes, name: str, number: int) -> Record:
    try:
        return take_back(line, name, number)
    except Fault as fault:
        raise _spoilt(name, say("line {line}: {reason}", line=number, reason=fault.sentence)) from fault


def _refuse_misplaced(
    record: Record, manifest: Manifest, people: set[str], seen: set[str], name: str, number: int
) -> None:
    """Whose work it is, whether it is frozen, and that nobody altered it. Raises Refused."""
    layer = record.layer
    if layer is None:
        fine = manifest.kind == UPDATE
    else:
        fine = layer.kind == KIND_OF_LAYERS[manifest.kind] and layer.status == DONE and layer.annotator in people
        fine = fine and layer.id not in seen and MOMENT.fullmatch(record.updated_at) is not None
        seen.add(layer.id)
    if not fine or any(remark.author not in people for remark in record.comments):
        raise _spoilt(name, say("line {line} holds what does not belong in such a bundle", line=number))
    if layer is not None and not is_sealed(record):
        raise _spoilt(name, say("line {line} is not what was handed in: it was altered afterwards", line=number))
