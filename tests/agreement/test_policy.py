"""What agreement must know of the scheme."""

from annotator import paths
from annotator.agreement.policy import closed_attributes
from annotator.core.scheme_file import read_scheme


def test_values_that_come_from_a_list_are_known() -> None:
    closed = closed_attributes(read_scheme(paths.resource("scheme.toml").read_text(encoding="utf-8")))
    assert {("CLAIM", "stance"), ("ATTACK", "realis"), ("ATTACK", "no_claim")} <= closed
    assert not {("TARGET", "count"), ("ATTACK", "date_text")} & closed
