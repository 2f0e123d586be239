"""The scheme: read from TOML, refused with a reason."""

import pytest

from annotator import paths
from annotator.core.scheme import SchemeError, read_scheme

TOML = paths.resource("scheme.toml").read_text(encoding="utf-8")


def test_the_default_scheme_has_the_four_labels_in_both_languages() -> None:
    scheme = read_scheme(TOML)
    assert [label.id for label in scheme.labels] == ["ACTOR", "TARGET", "WEAPON", "CLAIM"]
    assert [label.name("ar") for label in scheme.labels] == ["فاعل", "مستهدَف", "سلاح", "ادعاء"]
    assert [label.name("en") for label in scheme.labels] == ["Actor", "Target", "Weapon", "Claim"]
    assert [label.key for label in scheme.labels] == ["1", "2", "3", "4"]
    assert len({label.pattern for label in scheme.labels}) == 4


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('id = "conflict-ar"', 'id = "conflict-ar', "not valid TOML"),
        ("version = 1", 'version = "one"', "“version” is missing or is not a int"),
        ('pattern = "dash"', 'pattern = "wavy"', "WEAPON.*wavy"),
        ('key = "2"', 'key = "1"', "share the key “1”"),
        ('id = "TARGET"', 'id = "ACTOR"', "share the id “ACTOR”"),
        ('bar = "#1F3FAE"', 'bar = "blue"', "ACTOR.*light.*#RRGGBB"),
    ],
)
def test_a_bad_scheme_is_refused_with_the_place_and_the_reason(old: str, new: str, reason: str) -> None:
    assert old in TOML
    with pytest.raises(SchemeError, match=reason):
        read_scheme(TOML.replace(old, new, 1))
