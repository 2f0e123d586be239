"""The sample's sources: what they hold, that they fit together, and what is refused when they do not."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest

import seeds
from annotator.core.layer import Event
from annotator.core.record import Record
from annotator.core.scheme import Scheme
from annotator.core.scheme_file import read_scheme
from annotator.core.span import Span
from annotator.exchange import jsonl
from seed_source import SeedError

SPANS, EVENTS, RELATIONS = "layers/layla.tsv", "layers/layla.events.tsv", "layers/layla.relations.tsv"


@pytest.fixture(scope="module")
def scheme() -> Scheme:
    return read_scheme(seeds.SCHEME.read_text("utf-8"))


@pytest.fixture(scope="module")
def records(scheme: Scheme) -> list[Record]:
    return seeds.build(seeds.SEEDS, scheme)


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """A copy of the sources, to be spoilt."""
    return Path(shutil.copytree(seeds.SEEDS, tmp_path / "seeds"))


def values(row: Span | Event) -> dict[str, str]:
    return dict(row.attributes)


def events_of(records: Iterable[Record]) -> Iterator[tuple[Record, Event]]:
    return ((record, event) for record in records for event in record.events)


# What the sample holds


def test_the_sample_is_what_the_sources_give() -> None:
    assert seeds.main(["--check"]) == 0


def test_a_stale_sample_is_told(
    sources: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(seeds, "SEEDS", sources)
    path = sources / RELATIONS
    path.write_text(path.read_text("utf-8").removesuffix("\n").rpartition("\n")[0] + "\n", "utf-8")
    assert seeds.main(["--check"]) == 1
    assert "is not what its sources give" in capsys.readouterr().err
    assert seeds.main([]) == 0
    assert seeds.main(["--check"]) == 0


def test_a_strict_reader_takes_every_line_and_finds_the_same_records(scheme: Scheme, records: list[Record]) -> None:
    labels = {label.id for label in scheme.labels}
    assert list(jsonl.read(seeds.SEEDS / "sample.jsonl", labels, strict=True)) == records


def test_both_annotators_made_events_wherever_they_marked_anything(records: list[Record]) -> None:
    layers = [record for record in records if record.layer]
    assert Counter(record.layer.annotator for record in layers if record.layer) == {"layla": 12, "yusuf": 12}
    assert [(r.article.id, bool(r.events)) for r in layers] == [(r.article.id, bool(r.spans)) for r in layers]
    assert sum(len(record.events) >= 2 for record in layers) >= 20


def test_every_span_of_a_layer_says_of_what_kind_it_is(records: list[Record]) -> None:
    for record in records:
        for span in record.spans:
            assert values(span).keys() & {"subtype", "stance"}, (record.article.id, span.id)


@pytest.mark.parametrize("who", ["layla", "yusuf"])
def test_each_annotator_has_every_special_case(records: list[Record], who: str) -> None:
    own = [record for record in records if record.layer and record.layer.annotator == who]
    said = Counter(pair for _, event in events_of(own) for pair in event.attributes)
    wanted = [("realis", value) for value in ("actual", "historical", "future", "negated")]
    assert all(said[pair] for pair in [*wanted, ("no_actor", "yes"), ("no_claim", "yes")])
    assert any(len(stances(record, event) & {"claims", "attributes", "denies"}) > 1 for record, event in events_of(own))
    assert any(max(Counter(taking_part(record)).values(), default=0) > 1 for record in own)


def stances(record: Record, event: Event) -> set[str]:
    return {values(span)["stance"] for span in record.spans if span.id in event.claims}


def taking_part(record: Record) -> Iterator[str]:
    return (span for event in record.events for span in {span for _, span in event.arguments})


def test_what_nobody_claimed_rests_on_words_that_say_so(records: list[Record]) -> None:
    silent = [(record, event) for record, event in events_of(records) if "no_claim" in values(event)]
    assert silent
    assert all("no_claim" in stances(record, event) for record, event in silent)


# How far the two agree: README.md gives the figures


def test_the_annotators_agree_on_roles_as_far_as_the_readme_says(records: list[Record]) -> None:
    pairs = [pair for pair in pairwise(records) if pair[0].article == pair[1].article]
    assert len(pairs) == 12
    matched = [(one, other, pair) for one, other in pairs for pair in match(one, other)]
    events = sum(len(record.events) for record in records)
    roles = sum(len(event.arguments) for _, event in events_of(records))
    assert round(100 * 2 * len(matched) / events) == 88
    assert round(100 * 2 * sum(shared(*row, does_overlap) for row in matched) / roles) == 85
    assert round(100 * 2 * sum(shared(*row, is_same_place) for row in matched) / roles) == 74


def match(one: Record, other: Record) -> list[tuple[Event, Event]]:
    """Events of two layers, one to one, those that share most roles first."""
    scored = [(shared(one, other, (a, b), does_overlap), a, b) for a in one.events for b in other.events]
    pairs: list[tuple[Event, Event]] = []
    for score, a, b in sorted(scored, key=lambda row: -row[0]):
        if score and not any(a is left or b is right for left, right in pairs):
            pairs.append((a, b))
    return pairs


def shared(one: Record, other: Record, pair: tuple[Event, Event], fits: Callable[[Span, Span], bool]) -> int:
    """How many spans of the first event stand in the same role of the second, each of which counts once."""
    mine, theirs = ({span.id: span for span in record.spans} for record in (one, other))
    left = list(pair[1].arguments)
    count = 0
    for role, span in pair[0].arguments:
        found = next((row for row in left if row[0] == role and fits(mine[span], theirs[row[1]])), None)
        if found:
            left.remove(found)
            count += 1
    return count


def does_overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def is_same_place(one: Span, other: Span) -> bool:
    return one.fragments == other.fragments


# What is refused

REFUSALS = [
    (SPANS, "WEAPON\t1\tمسيّرات مفخخة", "WEAPON\t2\tمسيّرات مفخخة", "occurrence 2"),
    (SPANS, "WEAPON\t1\tمسيّرات مفخخة", "WEAPON\tx\tمسيّرات مفخخة", "must be a number"),
    (SPANS, "WEAPON\t1\tمسيّرات مفخخة", "TOOL\t1\tمسيّرات مفخخة", "“TOOL” is not in"),
    (SPANS, "\tdrones\tsubtype=drone", "\tDrones\tsubtype=drone", "the name “Drones”"),
    (SPANS, "\tdrones\tsubtype=drone", "\tdrones-headline\tsubtype=drone", "another span of the article is named"),
    (SPANS, "\tdrones\tsubtype=drone", "\tdrones\tsubtype=balloon", "“balloon” is no value of subtype"),
    (SPANS, "\tdrones\tsubtype=drone;count=3", "\tdrones\tcount=3", "the attribute “subtype” is missing"),
    (SPANS, "\tdrones\tsubtype=drone;count=3", "\tdrones\tsubtype=drone;count=٣", "digits"),
    (SPANS, "\tdrones\tsubtype=drone;count=3", "\tdrones\tsubtype=drone;size=3", "“size” is no attribute"),
    (SPANS, "\tdrones\tsubtype=drone;count=3", "\tdrones\tsubtype=drone;subtype=other", "stands twice"),
    (SPANS, "\tdrones\tsubtype=drone;count=3", "\tdrones\tsubtype=drone;count", "must be name=value"),
    (SPANS, "\tdrones\tsubtype=drone", "\tdrones\tsubtype=drone\tmore", "at most 6 cells"),
    (EVENTS, "attacker=dawn;attacker=brigade-accused", "attacker=nobody;attacker=brigade-accused", "“nobody”"),
    (EVENTS, "attacker=dawn;attacker=brigade-accused", "attacker=depot", "“depot” is TARGET, and ACTOR is needed"),
    (EVENTS, "attacker=dawn;attacker=brigade-accused", "bystander=dawn", "“bystander” is no role"),
    (EVENTS, "attacker=dawn;attacker=brigade-accused", "attacker=dawn;attacker=dawn", "stands twice in arguments"),
    (EVENTS, "attacker=dawn;attacker=brigade-accused;", "", "either a span is attacker, or no_actor is yes"),
    (EVENTS, "realis=historical;no_actor=yes", "realis=historical", "either a span is attacker, or no_actor is yes"),
    (EVENTS, "attacker=dawn\t\t", "\t\t", "no span takes part"),
    (EVENTS, "mutual-blame;claim;", "mutual-blame;dawn;", "“dawn” is ACTOR, and CLAIM is needed"),
    (EVENTS, "realis=actual", "realis=real", "“real” is no value of realis"),
    (EVENTS, "no_actor=yes", "no_actor=maybe", "no_actor “maybe” must be yes"),
    (EVENTS, "date_text=فجر الثلاثاء", "date_text=فجر الأربعاء", "must be words of the article"),
    (EVENTS, "\tATTACK\t", "\tQUARREL\t", "no event “QUARREL”"),
    (EVENTS, "01-harbour-drones", "06-old-markets", "does not say that layla annotated"),
    (RELATIONS, "claim_source\tclaim\tdawn", "claim_of\tclaim\tdawn", "no relation “claim_of”"),
    (RELATIONS, "claim_source\tclaim\tdawn", "claim_source\tclaim\tdrones", "“drones” is WEAPON, and ACTOR or TARGET"),
    (RELATIONS, "claim_source\tclaim\tdawn", "claim_source\tclaim", "no span of this layer and article"),
    (RELATIONS, "same_as\ttank\tdepot", "same_as\tdepot\tdepot", "related to itself"),
    (RELATIONS, "same_as\ttank\tdepot", "part_of\tdepot\tport", "says the same as"),
]


@pytest.mark.parametrize(("file", "old", "new", "said"), REFUSALS)
def test_what_does_not_fit_is_refused_with_file_and_line(
    sources: Path, scheme: Scheme, file: str, old: str, new: str, said: str
) -> None:
    path = sources / file
    text = path.read_text("utf-8")
    assert old in text
    number = text[: text.index(old)].count("\n") + 1
    path.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(SeedError) as refusal:
        seeds.build(sources, scheme)
    assert said in str(refusal.value)
    later = "" if said in ("says the same as", "another span of the article is named") else f"line {number}:"
    assert f"{path.name}, {later}" in str(refusal.value)


@pytest.mark.parametrize("file", [SPANS, EVENTS, RELATIONS])
def test_a_table_with_other_columns_is_refused(sources: Path, scheme: Scheme, file: str) -> None:
    path = sources / file
    path.write_text("article\tspan\n", "utf-8")
    with pytest.raises(SeedError, match=f"{path.name}, line 1: the columns must be article"):
        seeds.build(sources, scheme)


def test_a_missing_table_is_told(sources: Path, scheme: Scheme) -> None:
    (sources / EVENTS).unlink()
    with pytest.raises(SeedError, match=r"layla.events.tsv is not there"):
        seeds.build(sources, scheme)
