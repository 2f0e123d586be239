"""Verdicts on whole classes of questions, and the same verdict on many."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator import paths
from annotator.core.question import Question, answers, likeness
from annotator.core.scheme_file import read_scheme
from annotator.core.span import make_span
from annotator.core.trim import trimmed
from annotator.core.verdict import CLASS_RULES, POLICY, TRIM, Verdict, edited, likewise, nobody, relabelled, take
from tests.agreement.bench import sheet_of
from tests.core.review_bench import asked

SCHEME = read_scheme(paths.resource("scheme.toml").read_text(encoding="utf-8"))
TEXT = "قصفوا بالصواريخ مقرّ «كتائب الفجر»، ثم انسحبوا."


def one(*told: tuple[str, str]) -> Question:
    """The question that arises where each annotator marks these words under that label."""
    layers = [[(TEXT.index(words), TEXT.index(words) + len(words), label)] for words, label in told]
    (question,) = asked(sheet_of(TEXT, *layers))
    return question


def words_of(verdict: Verdict | None) -> list[str]:
    assert verdict is not None
    return [
        " ".join(TEXT[start:end] for start, end in place.fragments)
        for answer in verdict.answers
        if answer.taken
        for place in answer.places
    ]


@pytest.mark.parametrize(("policy", "words"), [("out", "الصواريخ"), ("in", "بالصواريخ")])
def test_where_only_a_clitic_is_in_dispute_the_labels_policy_decides(policy: str, words: str) -> None:
    labels = tuple(replace(label, clitics=policy) for label in SCHEME.every_label)
    question = one(("بالصواريخ", "WEAPON"), ("الصواريخ", "WEAPON"), ("بالصواريخ", "WEAPON"))
    assert question.kind == "clitic"
    verdict = CLASS_RULES["clitic"](question, replace(SCHEME, every_label=labels), TEXT)
    assert words_of(verdict) == [words]
    assert verdict is not None
    assert verdict.action == POLICY


def test_where_only_punctuation_is_in_dispute_it_goes_also_where_nobody_left_it_out() -> None:
    for told in (("«كتائب الفجر»", "كتائب الفجر"), ("«كتائب الفجر", "كتائب الفجر»")):
        question = one(*((words, "ACTOR") for words in told))
        assert question.kind == "punctuation"
        verdict = CLASS_RULES["punctuation"](question, SCHEME, TEXT)
        assert words_of(verdict) == ["كتائب الفجر"]
        assert verdict is not None
        assert verdict.action == TRIM


def test_a_class_rule_leaves_alone_what_is_about_more() -> None:
    for question in (
        one(("بالصواريخ", "WEAPON"), ("الصواريخ", "TARGET")),
        one(("«كتائب الفجر»", "ACTOR"), ("كتائب", "ACTOR")),
    ):
        assert [rule(question, SCHEME, TEXT) for rule in CLASS_RULES.values()] == [None, None]


@pytest.mark.parametrize(
    ("words", "clean"),
    [("«مقرّ»،", "مقرّ"), (" مقرّ ", "مقرّ"), ("ــمقرــ", "مقر"), ("مقرِّ،", "مقرِّ"), ("«»", "«»"), ("مقرـُ", "مقر")],
)
def test_trimming_leaves_letters_with_their_marks(words: str, clean: str) -> None:
    ((start, end),) = trimmed(((0, len(words)),), words)
    assert words[start:end] == clean


def test_trimming_takes_in_the_marks_of_the_last_letter() -> None:
    assert trimmed(((0, 3),), "مقرّ") == ((0, 4),)


@given(st.text("اب،« \u064e\u0640", min_size=1, max_size=12), st.data())
def test_trimming_twice_is_trimming_once(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    once = trimmed(((start, end),), text)
    assert once[0][0] < once[-1][1] <= len(text)
    assert trimmed(once, text) == once


def test_the_same_can_be_said_to_questions_that_are_alike_and_only_to_those() -> None:
    told = [[(at, at + 4, label) for at in (2, 20)] for label in ("ACTOR", "TARGET")]
    model, other = asked(sheet_of(40, *told))
    assert likeness(model) == likeness(other)
    verdict = likewise(take(model, 1), model, other)
    assert verdict is not None
    assert [answer.by for answer in verdict.answers if answer.taken] == [("b",)]
    own = likewise(edited(model, [make_span("x", "WEAPON", 3, 5)]), model, other)
    assert own is not None
    assert [place.fragments for answer in own.answers if answer.taken for place in answer.places] == [((21, 23),)]
    assert likewise(nobody(model), model, other) == nobody(other)
    (different,) = asked(sheet_of(40, [(2, 6, "CLAIM")], [(2, 6, "ACTOR")]))
    assert likeness(different) != likeness(model)
    assert likewise(take(model, 1), model, different) is None


def test_another_label_takes_the_attributes_that_it_may_have_and_no_others() -> None:
    question = one(("كتائب الفجر", "ACTOR"), ("كتائب الفجر", "CLAIM"))
    label = SCHEME.label("TARGET")
    assert label is not None
    verdict = relabelled(question, 0, label)
    assert [place.label for answer in verdict.answers if answer.taken for place in answer.places] == ["TARGET"]
    assert len(verdict.answers) == len(answers(question)) + 1
