"""seqeval reads our tags by its strict rules, and gives a file full marks against itself."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from seqeval.metrics import f1_score
from seqeval.scheme import BILOU as SEQEVAL_BILOU
from seqeval.scheme import IOB2 as SEQEVAL_IOB2
from seqeval.scheme import Entities

from annotator import paths
from annotator.core.record import Record
from annotator.exchange import jsonl
from annotator.exchange.conll import read, write
from annotator.exchange.option import BILOU, IOB2, SCHEME_TAGS, Options
from annotator.exchange.tag import Run, to_tags
from tests.exchange.sample import LABELS, about
from tests.exchange.test_conll import columns
from tests.exchange.test_tag import runs

pytestmark = pytest.mark.consumer
SEQEVAL = {IOB2: SEQEVAL_IOB2, BILOU: SEQEVAL_BILOU}


def sample() -> list[Record]:
    return [r for r in jsonl.read(paths.seed("sample.jsonl"), LABELS) if isinstance(r, Record)]


@given(runs(), st.sampled_from(SCHEME_TAGS))
def test_seqeval_finds_the_same_entities_by_its_strict_rules(some: tuple[int, list[Run]], scheme: str) -> None:
    count, wanted = some
    tags = to_tags(count, wanted, scheme)
    found = Entities([tags], scheme=SEQEVAL[scheme]).entities[0]
    assert [(entity.start, entity.end - 1, entity.tag) for entity in found] == wanted
    if wanted:
        assert f1_score([tags], [tags], mode="strict", scheme=SEQEVAL[scheme]) == 1.0


@pytest.mark.parametrize("scheme", SCHEME_TAGS)
def test_seqeval_gives_the_sample_full_marks_against_itself(tmp_path: Path, scheme: str) -> None:
    options = Options(scheme_tags=scheme)
    written = write(sample(), tmp_path / "a.conll", replace(about(), options=options))
    again = [r for r in read(tmp_path / "a.conll", LABELS) if isinstance(r, Record)]
    write(again, tmp_path / "b.conll", replace(about(), options=options))
    first, second = columns(tmp_path / "a.conll", 3), columns(tmp_path / "b.conll", 3)
    assert written.spans > 400
    assert sum(tag[0] in "BU" for sentence in first for tag in sentence) == written.spans
    assert f1_score(first, second, mode="strict", scheme=SEQEVAL[scheme]) == 1.0
    assert (tmp_path / "a.conll").read_bytes() == (tmp_path / "b.conll").read_bytes()
