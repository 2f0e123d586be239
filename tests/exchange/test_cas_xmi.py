"""UIMA XMI: dkpro-cassis reads the same spans out of our files, our reader takes those of others, and no XML bomb."""

import importlib
import json
import resource
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.core.article import make_article
from annotator.core.record import Notice, Record, Refusal
from annotator.core.span import Span, quote
from annotator.exchange import ExportError
from annotator.exchange.cas import UNWRITABLE
from annotator.exchange.cas_xmi import carried, read, recognises, write
from annotator.exchange.option import USUAL
from tests.exchange.sample import LABELS, about, full_record, records

cassis: Any = importlib.import_module("cassis")
writable = records().filter(lambda record: not UNWRITABLE.search(record.article.text))
SPACES = 'xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:c="http:///custom.ecore"'
SOFA = '<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text" sofaString="{text}"/>'
TYPES = """<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier"><types>
<typeDescription><name>custom.Base</name><supertypeName>uima.tcas.Annotation</supertypeName><features>
<featureDescription><name>roles</name><rangeTypeName>uima.cas.FSArray</rangeTypeName></featureDescription>
<featureDescription><name>rank</name><rangeTypeName>uima.cas.Integer</rangeTypeName></featureDescription>
<featureDescription><name>target</name><rangeTypeName>custom.Word</rangeTypeName></featureDescription>
</features></typeDescription>
<typeDescription><name>custom.Word</name><supertypeName>uima.cas.String</supertypeName></typeDescription>
<typeDescription><name>custom.CLAIM</name><supertypeName>custom.Base</supertypeName></typeDescription>
</types></typeSystemDescription>"""


def foreign(folder: Path, inside: str, text: str = "🔥 قصف الجيش", members: str = "2", head: str = "") -> Path:
    """A file of another program."""
    view = f'<cas:View sofa="1" members="{members}"/>'
    content = f'{head}<xmi:XMI {SPACES} xmi:version="2.0">{inside}{SOFA.format(text=text)}{view}</xmi:XMI>'
    (folder / "a.xmi").write_text(content, "utf-8")
    return folder / "a.xmi"


def exported(folder: Path, *some: Record) -> Path:
    """The file of one record in a folder just written."""
    write(some or [full_record()], folder / "out", about())
    (path,) = (folder / "out").glob("*.xmi")
    return path


def settled(some: list[Any]) -> list[str]:
    """Records as they compare: without where they were read, their free metadata in order."""
    articles = (replace(r.article, meta=json.loads(json.dumps(r.article.meta, sort_keys=True))) for r in some)
    return sorted(repr(replace(r, path="", article=article)) for r, article in zip(some, articles, strict=True))


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(writable, max_size=3))
def test_what_was_written_is_read_again(tmp_path_factory: pytest.TempPathFactory, some: list[Record]) -> None:
    out = tmp_path_factory.mktemp("cas") / "out"
    write(some, out, about())
    found = [r for path in out.glob("*.xmi") for r in read(path, LABELS) if not isinstance(r, Notice)]
    assert settled(found) == settled([carried(record, USUAL) for record in some])


@given(records())
def test_what_is_carried_is_carried_again_unchanged(record: Record) -> None:
    once = carried(record, USUAL)
    assert carried(once, USUAL) == once


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(writable)
def test_cassis_finds_the_same_words_by_the_type_system_beside_the_file(
    tmp_path_factory: pytest.TempPathFactory, record: Record
) -> None:
    path = exported(tmp_path_factory.mktemp("cas"), record)
    types = cassis.load_typesystem((path.parent / "typesystem.xml").read_text("utf-8"))
    cas = cassis.load_cas_from_xmi(path.read_bytes().decode("utf-8"), typesystem=types)
    text = record.article.text
    assert cas.sofa_string == text
    found = [
        (one.label, " ".join(link.target.get_covered_text() for link in one.fragments.elements))
        if one.fragments
        else (one.label, one.get_covered_text())
        for one in cas.select("hashiya.Span")
    ]
    assert sorted(found) == sorted((span.label, quote(span, text)) for span in record.spans)
    roles = [(one.label, [link.role for link in one.arguments.elements] if one.arguments else []) for one in
             cas.select("hashiya.Event")]  # fmt: skip
    assert sorted(roles) == sorted((event.type, [role for role, _ in event.arguments]) for event in record.events)


def test_offsets_behind_an_emoji_are_those_of_utf16_on_disk(tmp_path: Path) -> None:
    path = exported(tmp_path)
    assert 'begin="3" end="8" label="CLAIM"' in path.read_text("utf-8")
    (record,) = read(path, LABELS)
    assert isinstance(record, Record)
    assert [span.fragments for span in record.spans] == [((2, 7),), ((9, 20),), ((30, 34), (45, 49))]


def test_a_text_that_xml_cannot_hold_stops_the_export(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"U\+000B.* at 3 .*CAS JSON"):
        exported(tmp_path, Record(make_article("قصف\x0b")))
    assert list(tmp_path.iterdir()) == []


def test_characters_that_xml_cannot_hold_leave_notes_and_values(tmp_path: Path) -> None:
    odd = Span("layla.a1", "s1", "ACTOR", ((2, 7),), (("subtype", "a\ufffeb"), ("x y", "\x01c")), "ن\x02\n\r\t ه")
    record = replace(full_record(), spans=(odd,), events=(), relations=())
    (found,) = read(exported(tmp_path, record), LABELS)
    assert isinstance(found, Record)
    assert (found.spans[0].attributes, found.spans[0].note) == ((("subtype", "ab"), ("x y", "c")), "ن\n\r\t ه")


def test_our_layers_are_understood_without_their_type_system(tmp_path: Path) -> None:
    path = exported(tmp_path)
    with_it = list(read(path, LABELS))
    (path.parent / "typesystem.xml").unlink()
    assert list(read(path, LABELS)) == with_it


def test_the_type_system_of_others_tells_what_refers_to_what(tmp_path: Path) -> None:
    (tmp_path / "TypeSystem.xml").write_text(TYPES, "utf-8")
    inside = (
        '<c:CLAIM xmi:id="2" sofa="1" begin="3" end="6" roles="4" rank="7" target="8">'
        "<tags>ا</tags><tags>ب</tags></c:CLAIM>"
        '<c:ACTOR xmi:id="3" sofa="1" begin="7" end="12" kind="12"/>'
        '<c:Link xmi:id="4" role="by" target="3"/>'
    )
    (found,) = read(foreign(tmp_path, inside, members="2 3"), LABELS)
    assert isinstance(found, Record)
    claim, actor = found.spans
    assert claim.attributes == (("rank", "7"), ("tags", "ا"), ("tags", "ب"), ("target", "8"))
    assert (actor.attributes, actor.fragments) == ((("kind", "12"),), ((6, 11),))
    assert [(e.trigger, e.arguments) for e in found.events] == [(claim.id, (("by", actor.id),))]


def test_a_file_is_told_by_its_beginning(tmp_path: Path) -> None:
    path = exported(tmp_path)
    assert recognises(path, path.read_bytes()[:4096])
    assert not recognises(path, b"<html/>")


BOMB = "".join(f'<!ENTITY b{n} "{f"&b{n - 1};" * 10 if n else "bombs"}">' for n in range(12))
BLOW_UP = f'<!ENTITY a "{"x" * 50_000}">'
DECLARATIONS = {
    "laughs": (f"<!DOCTYPE x [{BOMB}]>", "&b11;"),
    "quadratic": (f"<!DOCTYPE x [{BLOW_UP}]>", "&a;" * 50_000),
    "external": ('<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>', "&f;"),
    "parameter": ('<!DOCTYPE x [<!ENTITY % p SYSTEM "http://127.0.0.1:9/x.dtd"> %p;]>', ""),
    "outside": ('<!DOCTYPE x SYSTEM "file:///etc/passwd">', ""),
}


@pytest.mark.parametrize("kind", DECLARATIONS)
def test_whatever_declares_a_document_type_is_refused_at_once(tmp_path: Path, kind: str) -> None:
    head, text = DECLARATIONS[kind]
    path = foreign(tmp_path, "", text or "قصف", members="", head=head)
    before, began = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.monotonic()
    (found,) = read(path, LABELS)
    assert isinstance(found, Refusal)
    assert "document type (DTD)" in str(found.reason)
    assert time.monotonic() - began < 1
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 50_000


def test_a_bomb_in_the_type_system_is_refused_too(tmp_path: Path) -> None:
    (tmp_path / "typesystem.xml").write_text(f"<!DOCTYPE x [{BOMB}]><x>&b11;</x>", "utf-8")
    (found,) = read(foreign(tmp_path, "", members=""), LABELS)
    assert isinstance(found, Refusal)
    assert "type system" in str(found.reason)


@pytest.mark.parametrize(
    ("inside", "members", "reason"),
    [
        ('<c:ACTOR xmi:id="2" sofa="1" begin="1" end="6"/>', "2", "inside a character"),
        ('<c:ACTOR xmi:id="2" sofa="1" begin="3" end="99"/>', "2", "not in the text"),
        ('<c:ACTOR xmi:id="2" sofa="1" begin="٣" end="6"/>', "2", "not in the text"),
        ('<c:ACTOR xmi:id="2" sofa="1" begin="3" end="99999999999999999999"/>', "2", "not in the text"),
        ('<c:ACTOR sofa="1" begin="3" end="6"/>', "2", "no id"),
        ('<c:ACTOR xmi:id="x" sofa="1" begin="3" end="6"/>', "2", "no id"),
        ('<c:ACTOR xmi:id="1" sofa="1" begin="3" end="6"/>', "1", "stands twice"),
        ('<c:ACTOR xmi:id="2" sofa="1" begin="3" end="6"/>', "2 3", "not there"),
        ('<c:ACTOR xmi:id="2" sofa="1" begin="3" end="6"/>', "2 x", "no list of ids"),
        ('<c:ACTOR xmi:id="2" sofa="y" begin="3" end="6"/>', "2", "no list of ids"),
        ('<c:Person xmi:id="2" sofa="1" begin="3" end="6"/>', "2", "not in the scheme"),
        ('<c:X xmi:id="2"/>' + "<y>" * 40 + "</y>" * 40, "2", "deep"),
        ("<c:X>", "2", "not valid XML"),
        ("&unknown;", "2", "not valid XML"),
        ("<u:X/>", "2", "not valid XML"),
        ("\x01", "2", "not valid XML"),
    ],
)
def test_a_faulty_file_is_refused_by_a_sentence(tmp_path: Path, inside: str, members: str, reason: str) -> None:
    (found,) = read(foreign(tmp_path, inside, members=members), LABELS)
    assert isinstance(found, Refusal)
    assert reason in str(found.reason)


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "empty"),
        (b"plain", "not valid XML"),
        (b"<html/>", "no XMI"),
        (b'<?xml version="1.0" encoding="klingon"?><x/>', "decoded"),
        (b'<?xml version="1.0" encoding="utf-7"?><x/>', "decoded"),
        (b"<x>\xff</x>", "not valid XML"),
        (f'<xmi:XMI {SPACES}/>'.encode(), "no text"),
    ],
)
def test_bytes_that_are_no_xmi_are_refused(tmp_path: Path, raw: bytes, reason: str) -> None:
    (tmp_path / "a.xmi").write_bytes(raw)
    (found,) = read(tmp_path / "a.xmi", LABELS)
    assert isinstance(found, Refusal)
    assert reason in str(found.reason)


def test_utf16_is_read_as_xml_says_it(tmp_path: Path) -> None:
    path = foreign(tmp_path, '<c:ACTOR xmi:id="2" sofa="1" begin="3" end="6"/>')
    path.write_bytes(path.read_text("utf-8").encode("utf-16"))
    (found,) = read(path, LABELS)
    assert isinstance(found, Record)
    assert found.article.text == "🔥 قصف الجيش"


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.data())
def test_a_damaged_file_never_raises(tmp_path: Path, data: st.DataObject) -> None:
    whole = foreign(tmp_path, '<c:ACTOR xmi:id="2" sofa="1" begin="3" end="6" target="2"/>').read_bytes()
    at, length = data.draw(st.integers(0, len(whole))), data.draw(st.integers(0, 9))
    (tmp_path / "a.xmi").write_bytes(whole[:at] + data.draw(st.binary(max_size=4)) + whole[at + length :])
    assert all(isinstance(r, Record | Refusal | Notice) for r in read(tmp_path / "a.xmi", LABELS))
