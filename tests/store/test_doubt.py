"""Doubts: what is kept as it is, though the scheme has no place for it."""

from dataclasses import replace

from annotator import paths
from annotator.core.article import make_article
from annotator.core.layer import Annotator, Event, Layer, Relation
from annotator.core.record import Record
from annotator.core.scheme_file import read_scheme
from annotator.core.span import Span
from annotator.store.doubt import doubts

SCHEME = read_scheme(paths.resource("scheme.toml").read_text(encoding="utf-8"))
ACTOR = Span("l", "a", "ACTOR", ((0, 5),))
CLAIM = Span("l", "c", "CLAIM", ((6, 9),))
RECORD = Record(make_article("الجيش نفى ذلك"), Layer("l", "x", "p"), Annotator("p", "ليلى"), spans=(ACTOR, CLAIM))


def said(record: Record) -> str:
    return "\n".join(map(str, doubts(record, SCHEME)))


def test_a_layer_by_the_scheme_raises_no_doubts() -> None:
    event = Event("l", "e", "ATTACK", None, (("attacker", "a"),), ("c",), (("realis", "actual"),))
    assert said(replace(RECORD, events=(event,))) == ""


def test_an_edge_inside_a_letter_is_flagged() -> None:
    record = Record(make_article("قُتل"), RECORD.layer, RECORD.annotator, spans=(replace(ACTOR, fragments=((0, 1),)),))
    assert "inside a letter" in said(record)


def test_roles_claims_attributes_and_links_that_do_not_fit_are_flagged() -> None:
    event = Event("l", "e", "ATTACK", None, (("attacker", "c"), ("chief", "a")), ("a",), (("realis", "perhaps"),))
    relation = Relation("l", "r", "claim_source", "a", "c")
    strange = replace(ACTOR, attributes=(("colour", "red"),))
    found = said(replace(RECORD, spans=(strange, CLAIM), events=(event,), relations=(relation,)))
    for words in ("“attacker”", "“chief”", "is no claim", "“realis”", "linked so", "“colour”"):
        assert words in found
    other = replace(RECORD, events=(Event("l", "e", "MEETING"),), relations=(Relation("l", "r", "loves", "a", "c"),))
    assert "no event “MEETING”" in said(other)
    assert "no relation “loves”" in said(other)
