"""The scheme: read from TOML, refused with a reason."""

from itertools import combinations

import pytest

from annotator import paths
from annotator.core.scheme import SchemeError
from annotator.core.scheme_file import read_scheme

TOML = paths.resource("scheme.toml").read_text(encoding="utf-8")


def test_the_default_scheme_has_the_four_labels_in_both_languages() -> None:
    scheme = read_scheme(TOML)
    assert [label.id for label in scheme.labels] == ["ACTOR", "TARGET", "WEAPON", "CLAIM"]
    assert [label.name("ar") for label in scheme.labels] == ["فاعل", "مستهدَف", "سلاح", "ادعاء"]
    assert [label.name("en") for label in scheme.labels] == ["Actor", "Target", "Weapon", "Claim"]
    assert [label.key for label in scheme.labels] == ["1", "2", "3", "4"]
    assert len({label.pattern for label in scheme.labels}) == 4


def line_of(text: str, occurrence: int = 1) -> int:
    """The line of the default scheme in which a text stands for the n-th time."""
    lines = [number for number, line in enumerate(TOML.split("\n"), 1) if text in line]
    return lines[occurrence - 1]


@pytest.mark.parametrize(
    ("old", "new", "line", "reason"),
    [
        ("version = 1", 'version = "one"', line_of("version = 1"), "“version”: it is missing or is not a whole number"),
        ('pattern = "dash"', 'pattern = "wavy"', line_of('pattern = "dash"'), "“wavy” is none of"),
        ('key = "2"', 'key = "1"', line_of('key = "2"'), "“1” stands twice"),
        ('id = "TARGET"', 'id = "ACTOR"', line_of('id = "TARGET"'), "“ACTOR” stands twice"),
        ('bar = "#1F3FAE"', 'bar = "blue"', line_of('bar = "#1F3FAE"'), "“light”: the colour “bar”"),
        ('labels = ["CLAIM"]', 'labels = ["CLAIMS"]', line_of('labels = ["CLAIM"]'), "no “CLAIMS”"),
        ('sources = ["TARGET"]', 'sources = ["TARGETS"]', line_of('sources = ["TARGET"]'), "no “TARGETS”"),
        ('kind = "count"', 'kind = "sum"', line_of('kind = "count"'), "“sum” is none of"),
        ("true\nclitics = \"out\"", "true\nclitics = \"up\"", line_of('clitics = "out"', 2), "“up” is none of"),
    ],
)
def test_a_bad_scheme_is_refused_with_the_line_and_the_reason(old: str, new: str, line: int, reason: str) -> None:
    assert old in TOML
    with pytest.raises(SchemeError) as refused:
        read_scheme(TOML.replace(old, new, 1))
    assert str(refused.value).startswith(f"Line {line} of the scheme, ")
    assert reason in str(refused.value)


def test_what_is_no_toml_is_refused_with_the_line() -> None:
    with pytest.raises(SchemeError, match="line 5"):
        read_scheme(TOML.replace('id = "conflict-ar"', 'id = "conflict-ar', 1))


def test_helpers_are_there_and_off() -> None:
    scheme = read_scheme(TOML)
    assert [label.id for label in scheme.every_label if not label.core] == ["EVENT", "PLACE", "TIME", "SOURCE"]
    assert scheme.label("PLACE") is not None


def test_every_label_has_a_guideline_in_both_languages() -> None:
    for label in read_scheme(TOML).every_label:
        for part in (label.guideline.definition, label.guideline.do, label.guideline.dont, label.guideline.example):
            assert set(part) == {"ar", "en"}
            assert all(words.strip() for words in part.values())


def test_an_event_can_be_said_whatever_is_missing() -> None:
    (attack,) = read_scheme(TOML).events
    core = {"attacker", "target", "weapon"}
    said = {pattern.roles for pattern in attack.patterns}
    assert said == {frozenset(part) for size in range(4) for part in combinations(core, size)}


def test_attributes_take_what_they_may_hold_and_nothing_else() -> None:
    scheme = read_scheme(TOML)
    attributes = {a.id: a for label in scheme.labels for a in label.attributes}
    assert attributes["stance"].takes("claims")
    assert not attributes["stance"].takes("Claims")
    assert attributes["count"].takes("12")
    assert not attributes["count"].takes("twelve")
    (attack,) = scheme.events
    silence = next(a for a in attack.attributes if a.id == "no_actor")
    assert silence.takes("yes")
    assert not silence.takes("no")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("version = 1", "version = 0"),
        ("version = 1", f"version = {10**20}"),
        ('id = "conflict-ar"', 'id = "conflict ar"'),
        ('other = "TARGET"', "bogus = 1"),
        ('labels = ["CLAIM"]', "labels = [[1]]"),
        ("[label.definition]", "definition = 5\n[label.other]"),
    ],
)
def test_things_of_the_wrong_kind_are_refused_in_words(old: str, new: str) -> None:
    assert old in TOML
    with pytest.raises(SchemeError):
        read_scheme(TOML.replace(old, new, 1))
