"""Labels are mapped and layers frozen on their way in, and what hangs on spans follows them."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given

from annotator.core.layer import Annotator
from annotator.core.record import Record
from annotator.core.sentence import Refused
from annotator.exchange.choice import anonymous, only_done, pseudonyms
from annotator.exchange.intake import handed_in, owned_by, read_label_map, relabelled
from annotator.exchange.jsonl import decode_line, encode
from tests.exchange.sample import LABELS, full_record, records


def toml(tmp_path: Path, text: str) -> Path:
    (tmp_path / "map.toml").write_text(text, "utf-8")
    return tmp_path / "map.toml"


def test_a_map_is_read(tmp_path: Path) -> None:
    path = toml(tmp_path, 'PER = "ACTOR"\n"منظمة" = "ACTOR"\nMISC = ""\n')
    assert read_label_map(path, LABELS) == {"PER": "ACTOR", "منظمة": "ACTOR", "MISC": ""}


@pytest.mark.parametrize("text", ['PER = "NOBODY"', "PER = 5", "PER =", "[PER]\na = 'ACTOR'"])
def test_a_map_that_leads_nowhere_is_refused_in_words(tmp_path: Path, text: str) -> None:
    with pytest.raises(Refused, match="map of labels"):
        read_label_map(toml(tmp_path, text), LABELS)


def test_a_map_that_is_not_there_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="cannot be read"):
        read_label_map(tmp_path / "none.toml", LABELS)


def test_spans_take_their_new_labels_and_keep_everything_else() -> None:
    before = full_record()
    after = relabelled(before, {"CLAIM": "WEAPON"})
    assert [span.label for span in after.spans] == ["WEAPON", "ACTOR", "WEAPON"]
    assert replace(after, spans=before.spans) == before


def test_what_hangs_on_a_span_that_is_left_out_goes_with_it() -> None:
    after = relabelled(full_record(), {"CLAIM": ""})
    assert [span.id for span in after.spans] == ["s2", "s3"]
    assert after.relations == ()
    assert (after.events[0].trigger, after.events[0].claims) == (None, ())
    assert after.events[0].arguments == (("attacker", "s2"),)


@given(records())
def test_a_mapped_record_can_be_written_and_read(record: Record) -> None:
    after = relabelled(record, {"CLAIM": "ACTOR", "WEAPON": ""})
    line = encode(replace(after, decisions=()))
    assert decode_line(line, ("ACTOR", "TARGET"))[0] == replace(after, decisions=())


@given(records())
def test_the_id_of_a_hand_in_is_its_content(record: Record) -> None:
    frozen = handed_in(record)
    assert handed_in(frozen) == frozen
    assert decode_line(encode(frozen), LABELS)[0] == frozen
    if record.layer and record.layer.kind in ("work", "gold"):
        assert frozen.layer is not None
        assert frozen.layer.kind in ("handed_in", "gold_final")
        moved = replace(record, layer=replace(record.layer, id="elsewhere"), updated_at="2020-01-01T00:00:00Z")
        again = handed_in(moved).layer
        assert again is not None
        assert again.id == frozen.layer.id
        other = owned_by(record, Annotator("somebody-else", "x"))
        assert handed_in(other).layer != frozen.layer


@given(records())
def test_an_anonymous_record_names_nobody(record: Record) -> None:
    names = pseudonyms([record.annotator.id] if record.annotator else [])
    (hidden,) = anonymous([record], names)
    assert decode_line(encode(hidden), LABELS)[0] == hidden
    known = {"A1", "A2", "A3"}
    assert {c.author for c in hidden.comments} | {d.reviewer for d in hidden.decisions} <= known
    if hidden.annotator and hidden.layer:
        assert hidden.annotator.id == hidden.annotator.name == hidden.layer.annotator == "A1"
    assert hidden.spans == record.spans


def test_one_person_has_one_pseudonym_everywhere() -> None:
    (hidden,) = anonymous([full_record()], pseudonyms(["yusuf", "layla"]))
    assert [comment.author for comment in hidden.comments] == ["A1", "A2"]
    assert hidden.decisions[0].reviewer == "A1"


def test_only_finished_layers_count_as_done() -> None:
    done = full_record()
    layer = done.layer
    assert layer is not None
    started = replace(done, layer=replace(layer, status="started"))
    frozen = replace(done, layer=replace(layer, status="started", kind="handed_in"))
    assert list(only_done([done, started, frozen, Record(done.article)])) == [done, frozen]
