"""The published JSON Schema says what the program writes, key by key."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from annotator.core.layer import KINDS, STATUSES
from annotator.core.record import Record
from annotator.core.span import ORIGINS
from annotator.exchange import row
from annotator.exchange.check import MAX_TEXT
from annotator.exchange.jsonl import encode
from annotator.paths import resource
from tests.exchange.sample import full_line, records

SCHEMA: dict[str, Any] = json.loads(resource("record.schema.json").read_text("utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)
DEFINITIONS = SCHEMA["$defs"]
SHAPES = [
    (row.RecordRow, SCHEMA),
    (row.MetaRow, SCHEMA["properties"]["meta"]),
    (row.ProvenanceRow, SCHEMA["properties"]["provenance"]),
    (row.LayerRow, DEFINITIONS["layer"]),
    (row.SpanRow, DEFINITIONS["span"]),
    (row.RelationRow, DEFINITIONS["relation"]),
    (row.EventRow, DEFINITIONS["event"]),
    (row.ArgumentRow, DEFINITIONS["event"]["properties"]["arguments"]["items"]),
    (row.CommentRow, DEFINITIONS["comment"]),
    (row.DecisionRow, DEFINITIONS["decision"]),
    (row.AttributeRow, DEFINITIONS["attributes"]["items"]),
]


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$id"] == "urn:hashiya:record:1"


@given(records())
@settings(max_examples=60)
def test_every_line_fits_the_schema(record: Record) -> None:
    VALIDATOR.validate(json.loads(encode(record)))


@pytest.mark.parametrize(("shape", "schema"), SHAPES, ids=[shape.__name__ for shape, _ in SHAPES])
def test_the_schema_describes_each_key_in_order(shape: type[row.Shape], schema: dict[str, Any]) -> None:
    keys = list(shape.__struct_encode_fields__)
    assert list(schema["properties"]) == keys
    assert schema["required"] == keys
    assert schema["additionalProperties"] is False
    assert all(value.get("description") for value in schema["properties"].values())


def test_the_schema_knows_the_same_words_as_the_program() -> None:
    layer = DEFINITIONS["layer"]["properties"]
    assert tuple(layer["kind"]["enum"]) == KINDS
    assert tuple(layer["status"]["enum"]) == STATUSES
    assert tuple(DEFINITIONS["span"]["properties"]["origin"]["enum"]) == ORIGINS
    assert SCHEMA["properties"]["text"]["maxLength"] == MAX_TEXT


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("schema", "hashiya/2"),
        ("offset_unit", "utf16"),
        ("text_sha256", "x"),
        ("article_id", "a b"),
        ("spans", None),
        ("more", 1),
    ],
)
def test_the_schema_refuses_what_is_no_record(key: str, value: Any) -> None:
    assert not VALIDATOR.is_valid({**full_line(), key: value})
