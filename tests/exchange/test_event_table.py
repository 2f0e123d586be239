"""The event table: a row per event that a spreadsheet opens safely and a program reads exactly."""

import csv
import io
import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.core.article import make_article
from annotator.core.layer import Event
from annotator.core.record import Record
from annotator.core.scheme_file import read_scheme
from annotator.core.span import Span
from annotator.exchange import ExportError
from annotator.exchange.cell import guarded, unguarded
from annotator.exchange.event_row import Columns, Told, cells, columns
from annotator.exchange.event_table import carried, write
from annotator.exchange.loss import losses
from annotator.exchange.option import Options
from tests.exchange.sample import TEXT, about, full_record, records, scheme, span, strings

FORMULAS = (
    "=1+1", "+cmd", "-2", "@SUM(A1)", "\t=1", "\r=1", "\u200f=cmd|' /C calc'!A0", "\u202e=1", "  =1", "＝1", "\ufeff=1",
    "'=1", "''+1", "−5",
)  # fmt: skip


def rows(path: Path) -> list[dict[str, str]]:
    """What a spreadsheet would show."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def test_a_row_tells_who_did_what_to_whom(tmp_path: Path) -> None:
    spans = (
        span("s1", "CLAIM", "تبنّت", attributes=(("stance", "claims"),)),
        span("s2", "ACTOR", "كتائب الفجر", attributes=(("subtype", "armed_group"), ("certainty", "named"))),
        span("s3", "TARGET", "الميناء"),
        span("s4", "WEAPON", "F-16"),
        Span("layla.a1", "s5", "WEAPON", ((30, 34), (45, 49))),
    )
    arguments = (("attacker", "s2"), ("target", "s3"), ("weapon", "s4"), ("weapon", "s5"))
    event = Event("layla.a1", "e1", "ATTACK", "s4", arguments, ("s1",), (("realis", "actual"),))
    record = replace(full_record(), spans=spans, events=(event,), decisions=())
    write([record], tmp_path / "e.csv", about())
    (row,) = rows(tmp_path / "e.csv")
    told = {name: row[name] for name in ("event_id", "type", "attacker", "target", "claims", "realis", "published")}
    assert told == {
        "event_id": "layla.a1:e1", "type": "ATTACK", "attacker": "كتائب الفجر", "target": "الميناء", "claims": "تبنّت",
        "realis": "actual", "published": "2025-11-01",
    }  # fmt: skip
    words = " ".join(TEXT[a:b] for a, b in spans[4].fragments)
    assert row["weapon"] == f"F-16 | {words}"
    assert row["attacker_attributes"] == "subtype=armed_group; certainty=named"
    assert row["claims_attributes"] == "stance=claims"
    assert row["weapon_attributes"] == ""
    assert row["notes"] == "وقال مصدر إن F-16 قصفت الميناء."
    assert (row["annotator"], row["article_id"], row["source"]) == ("ليلى", "a1", "صحيفة")


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(records(), max_size=3))
def test_programs_find_every_event_with_its_places(tmp_path: Path, some: list[Record]) -> None:
    written = write(some, tmp_path / "e.csv", about())
    meant = [record for record in some if record.events]
    found = rows(tmp_path / "e.csv")
    assert written.count == len(meant)
    assert len(found) == sum(len(record.events) for record in meant)
    pairs = [(record, event) for record in meant for event in record.events]
    for row, (record, event) in zip(found, pairs, strict=True):
        value = json.loads(unguarded(row["record"]))
        quotes = {one["id"]: one["quote"] for one in value["spans"]}
        text = record.article.text
        said = {one["id"]: " ".join(text[a:b] for a, b in one["fragments"]) for one in value["spans"]}
        assert quotes == said
        assert [(part["role"], part["span"]) for part in value["event"]["arguments"]] == list(event.arguments)
        assert not any(cell.lstrip()[:1] in "=+@" for cell in row.values() if cell.strip())


@given(records())
def test_what_is_carried_is_carried_again_unchanged(record: Record) -> None:
    once = carried(record, Options())
    assert carried(once, Options()) == once


def test_spans_outside_events_are_told_as_lost() -> None:
    found = losses(full_record(), carried(full_record(), Options()))
    assert (found["spans"], found["relations"], found["comments"], found["events"]) == (1, 1, 2, 0)


@pytest.mark.parametrize("cell", FORMULAS)
def test_what_a_spreadsheet_would_run_has_an_apostrophe_in_front(cell: str) -> None:
    assert guarded(cell) == f"'{cell}"
    assert unguarded(guarded(cell)) == cell


@given(strings | st.text(st.sampled_from("'=+-@ \t\r\n\u200fa")))
def test_guarding_is_undone_exactly(cell: str) -> None:
    assert unguarded(guarded(cell)) == cell
    assert guarded(cell)[:1] not in ("=", "+", "-", "@", "\t", "\r")


@pytest.mark.parametrize("formula", FORMULAS)
def test_formulas_in_an_article_reach_no_cell(tmp_path: Path, formula: str) -> None:
    layer = full_record().layer
    assert layer
    article = make_article(f"{formula} قال", id="a1", source=formula, url=formula)
    whole = Span(layer.id, "s1", "ACTOR", ((0, len(formula)),), (("subtype", formula),))
    event = Event(layer.id, "e1", "ATTACK", "s1", (("attacker", "s1"), (formula, "s1")), (), (("realis", formula),))
    record = replace(full_record(), article=article, spans=(whole,), events=(event,), relations=(), decisions=())
    write([record], tmp_path / "e.csv", about())
    (row,) = rows(tmp_path / "e.csv")
    assert [row[name] for name in ("attacker", "realis", "source", "headline")] == [
        *([f"'{formula}"] * 3), guarded(article.title)
    ]  # fmt: skip
    assert unguarded(row["other_roles"]) == f"{formula}={formula}"


def test_a_scheme_whose_roles_have_taken_names_still_has_a_column_for_each() -> None:
    toml = scheme().toml
    assert columns(scheme()).roles == {name: name for name in ("attacker", "target", "weapon", "place", "time")}
    renamed = read_scheme(toml.replace('id = "realis"', 'id = "notes"').replace('id = "time"', 'id = "source"'))
    known = columns(renamed)
    assert (known.attributes["notes"], known.roles["source"]) == ("attribute_notes", "role_source")
    assert len(set(known.names)) == len(known.names)


def test_spreadsheets_are_told_the_encoding(tmp_path: Path) -> None:
    write([full_record()], tmp_path / "e.csv", about())
    raw = (tmp_path / "e.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbfevent_id,")
    assert raw.endswith(b"\r\n")


def test_records_without_events_leave_the_header_alone(tmp_path: Path) -> None:
    written = write([Record(make_article("قال")), replace(full_record(), events=())], tmp_path / "e.csv", about())
    assert (written.count, rows(tmp_path / "e.csv")) == (0, [])


def test_cells_that_say_otherwise_are_not_put_in_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def wrong(row: Told, known: Columns) -> Mapping[str, str]:
        return cells(row, known) | {"attacker": f"غيره {next(calls)}"}

    calls = iter(range(10))
    monkeypatch.setattr("annotator.exchange.event_table.cells", wrong)
    with pytest.raises(ExportError, match="not what was written"):
        write([full_record()], tmp_path / "e.csv", about())
    assert list(tmp_path.iterdir()) == []


def test_a_table_cut_short_is_not_put_in_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Short(io.StringIO):
        def getvalue(self) -> str:
            return super().getvalue().replace('"number"":[1,1]', '"number"":[1,2]')

    monkeypatch.setattr("annotator.exchange.event_table.io.StringIO", Short)
    with pytest.raises(ExportError, match="not what was written"):
        write([full_record()], tmp_path / "e.csv", about())
