"""What the scheme says about disagreements: read, written again, and carried along when labels change."""

import pytest

from annotator import paths
from annotator.core.policy import Policy
from annotator.core.scheme import SchemeError
from annotator.core.scheme_edit import merge_label
from annotator.core.scheme_file import read_scheme
from annotator.core.scheme_text import write_scheme

TOML = paths.resource("scheme.toml").read_text(encoding="utf-8").split("\n[agreement]")[0]
TABLE = '\n[agreement]\nconfusable = [["ACTOR", "TARGET"]]\nextents = ["CLAIM"]\nstances = ["stance"]\n'


def test_a_scheme_that_says_nothing_weighs_all_labels_alike() -> None:
    assert read_scheme(TOML).policy == Policy()
    assert Policy().weight(frozenset({"ACTOR"})) == 1.0


def test_the_scheme_says_what_is_confused_what_is_extent_and_what_is_stance() -> None:
    scheme = read_scheme(TOML + TABLE + "weights = { CLAIM = 2, ACTOR = 0.5 }\n")
    assert frozenset({"TARGET", "ACTOR"}) in scheme.policy.confusable
    assert (scheme.policy.extents, scheme.policy.stances) == (frozenset({"CLAIM"}), frozenset({"stance"}))
    assert scheme.policy.weight(frozenset({"ACTOR", "CLAIM"})) == 2.0
    assert read_scheme(write_scheme(scheme)).policy == scheme.policy


@pytest.mark.parametrize(
    "table",
    [
        'confusable = ["ACTOR"]',
        'confusable = [["ACTOR", "ACTOR"]]',
        'confusable = [["ACTOR", "WHO"]]',
        "extents = [3]",
        'extents = ["WHO"]',
        'stances = "stance"',
        'weights = { CLAIM = "heavy" }',
        "weights = { CLAIM = -1 }",
        "weights = { WHO = 1 }",
        "weights = 3",
    ],
)
def test_what_is_not_as_it_should_be_is_refused(table: str) -> None:
    with pytest.raises(SchemeError):
        read_scheme(f"{TOML}\n[agreement]\n{table}\n")


def test_a_merged_label_is_merged_here_too() -> None:
    scheme = read_scheme(TOML + TABLE + "weights = { ACTOR = 2, CLAIM = 3 }\n")
    policy = merge_label(scheme, "ACTOR", "WEAPON").scheme.policy
    assert policy.confusable == frozenset({frozenset({"WEAPON", "TARGET"})})
    assert policy.weights == {"WEAPON": 2.0, "CLAIM": 3.0}
    assert merge_label(scheme, "ACTOR", "TARGET").scheme.policy.confusable == frozenset()
