"""Label Studio's own kit: its interface takes our configuration, tasks and annotations, and its converter our spans."""

import json
from pathlib import Path
from typing import Any

import pytest

from annotator.core.record import Record
from annotator.exchange.label_studio import carried, write
from annotator.exchange.option import USUAL
from tests.consumers.corpus import made_records, sample_records
from tests.exchange.sample import about

pytestmark = pytest.mark.consumer


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Record]]:
    """The sample's layers and some made articles, with emoji before spans, in Label Studio's form."""
    some = [*sample_records(), *made_records(0, 60)]
    out = tmp_path_factory.mktemp("out") / "a"
    write(some, out, about())
    return out, some


def interface(folder: Path) -> Any:
    from label_studio_sdk.label_interface import LabelInterface  # type: ignore[import-not-found,unused-ignore]

    return LabelInterface((folder / "config.xml").read_text("utf-8"))


def tasks_of(folder: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((folder / "tasks.json").read_text("utf-8"))
    return found


def test_the_interface_takes_the_configuration_and_every_annotation(exported: tuple[Path, list[Record]]) -> None:
    folder, some = exported
    judge, tasks = interface(folder), tasks_of(folder)
    judge.validate()
    assert sum(len(task["annotations"]) for task in tasks) == len(some)
    for task in tasks:
        # With annotations in it, this version of the kit calls itself wrongly.
        assert judge.validate_task({"data": task["data"]})
        for annotation in task["annotations"]:
            # With the words for what is wrong, which `validate_annotation` keeps to itself.
            assert judge._validate_object(annotation, return_errors=True) == []
            assert judge.validate_annotation(annotation)


def test_the_interface_finds_a_label_that_the_configuration_has_not(exported: tuple[Path, list[Record]]) -> None:
    annotation = tasks_of(exported[0])[0]["annotations"][0]
    annotation["result"][0]["value"]["labels"] = ["NONE"]
    assert not interface(exported[0]).validate_annotation(annotation)


def test_the_converter_finds_every_span_where_we_put_it(
    tmp_path: Path, exported: tuple[Path, list[Record]]
) -> None:
    from label_studio_sdk.converter import Converter  # type: ignore[import-not-found,unused-ignore]

    folder, some = exported
    converter = Converter(str(folder / "config.xml"), str(tmp_path), download_resources=False)
    converter.convert(str(folder / "tasks.json"), str(tmp_path / "min"), "JSON_MIN", is_dir=False)
    rows = json.loads(next((tmp_path / "min").glob("*.json")).read_text("utf-8"))
    found = sorted(
        (row["article_id"], span["start"], span["end"], span["labels"][0], span["text"])
        for row in rows
        for span in row.get("label") or []
    )
    meant = sorted(
        (kept.article.id, span.start, span.end, span.label, kept.article.text[span.start : span.end])
        for kept in (carried(record, USUAL) for record in some)
        for span in kept.spans
    )
    assert len(meant) > 500
    assert found == meant
