"""The manifest of a bundle: who hands what in, made with what, and the hash of each member."""

from collections.abc import Callable, Mapping

import msgspec

from annotator.core.assignment import Assigned
from annotator.core.bundle import Bundle, RuleText
from annotator.core.sentence import Refused, Sentence, say
from annotator.exchange.reason import why_misshapen

FORM = "hashiya/bundle/1"


class Person(msgspec.Struct, forbid_unknown_fields=True):
    """An annotator whose work, or a lead whose words, are in the bundle."""

    id: str
    name: str


class Member(msgspec.Struct, forbid_unknown_fields=True):
    """The hash (hex) and size of a member, unpacked."""

    sha256: str
    bytes: int


class Manifest(msgspec.Struct, forbid_unknown_fields=True):
    """No time and no place stand in it: the same content gives the same bytes."""

    format: str
    kind: str
    tool: str
    tool_version: str
    annotators: list[Person]
    to: str | None
    number: int
    records: int
    spans: int
    in_force: int
    members: dict[str, Member]
    rules: list[RuleText]
    assigned: list[Assigned]


class _Form(msgspec.Struct):
    """What every manifest, also a later one, begins with."""

    format: str
    tool_version: str = "?"


def manifest_of(bundle: Bundle, records: int, spans: int, members: Mapping[str, tuple[str, int]]) -> Manifest:
    """The manifest of a bundle whose members have these hashes and sizes."""
    return Manifest(
        format=FORM,
        kind=bundle.kind,
        tool="hashiya",
        tool_version=bundle.tool_version,
        annotators=[Person(person.id, person.name) for person in bundle.annotators],
        to=bundle.to,
        number=bundle.number,
        records=records,
        spans=spans,
        in_force=bundle.in_force,
        members={name: Member(*members[name]) for name in sorted(members)},
        rules=list(bundle.rules),
        assigned=list(bundle.assigned),
    )


def encode_manifest(manifest: Manifest) -> bytes:
    """The manifest as JSON for people too."""
    return msgspec.json.format(msgspec.json.encode(manifest), indent=1) + b"\n"


def decode_manifest(data: bytes, refused: Callable[[Sentence], Refused]) -> Manifest:
    """The manifest. Raises what `refused` makes of the reason; one of another format is given with that alone."""
    try:
        form = msgspec.json.decode(data, type=_Form)
        if form.format != FORM:
            return Manifest(form.format, "", "", form.tool_version, [], None, 0, 0, 0, 0, {}, [], [])
        return msgspec.json.decode(data, type=Manifest)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        reason = why_misshapen(str(error)) if isinstance(error, msgspec.ValidationError) else say("it is not JSON.")
        raise refused(say("its manifest cannot be read ({reason})", reason=reason)) from error
