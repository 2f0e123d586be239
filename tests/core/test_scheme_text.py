"""Writing a scheme: read again it is the same."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from annotator import paths
from annotator.core.scheme import Guideline, Scheme
from annotator.core.scheme_file import SHAPES, read_scheme
from annotator.core.scheme_text import write_scheme
from tests.core.drafts import draw_draft

DEFAULT = read_scheme(paths.resource("scheme.toml").read_text(encoding="utf-8"))


def bare(scheme: Scheme) -> Scheme:
    return replace(scheme, toml="")


def test_the_default_scheme_written_and_read_is_the_same() -> None:
    assert bare(read_scheme(write_scheme(DEFAULT))) == bare(DEFAULT)


def test_an_attribute_that_labels_share_is_written_once() -> None:
    assert write_scheme(DEFAULT).count('id = "count"') == 1


@settings(max_examples=60)
@given(st.data())
def test_any_edited_scheme_written_and_read_is_the_same(data: st.DataObject) -> None:
    scheme = draw_draft(data, DEFAULT).scheme
    written = write_scheme(scheme)
    assert bare(read_scheme(written)) == bare(scheme)
    assert write_scheme(read_scheme(written)) == written


TEXTS = st.text(st.characters(codec="utf-8"), max_size=9)


@given(st.dictionaries(TEXTS.filter(lambda key: key not in SHAPES), TEXTS))
def test_whatever_a_guideline_says_is_kept(words: dict[str, str]) -> None:
    first, *others = DEFAULT.every_label
    guideline = Guideline(words, {}, words, {"en": "\x7f\r\n\t\"\\“”"})
    scheme = replace(DEFAULT, every_label=(replace(first, guideline=guideline), *others))
    assert bare(read_scheme(write_scheme(scheme))) == bare(scheme)
