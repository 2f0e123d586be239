"""Articles under review: real clusters of random layers, and gestures as a reviewer might make them."""

from collections.abc import Callable, Sequence

from hypothesis import strategies as st

from annotator.agreement.disagreement import span_clusters
from annotator.agreement.plot import event_clusters
from annotator.agreement.sheet import Sheet
from annotator.core.identity import new_id
from annotator.core.layer import GOLD, Event, Layer
from annotator.core.policy import Policy
from annotator.core.question import Question, answers
from annotator.core.review import Gold, Ruling, Stamp, open_questions, settle, with_leftovers
from annotator.core.span import Span, make_span
from annotator.core.verdict import Verdict, both, defer, edited, majority, nobody, skip, take
from tests.agreement.bench import Marked, marks, sheet_of

STAMP = Stamp("salma", "2026-02-01T09:00:00Z", ms=1200)
LENGTH = 40
POLICY = Policy()


def empty(article: str = "a1") -> Gold:
    return Gold(Layer(new_id(), article, "salma", kind=GOLD))


def asked(sheet: Sheet, gold: Gold | None = None, policy: Policy = POLICY) -> list[Question]:
    """Everything about the sheet that is to be settled."""
    found: list[Question] = [*span_clusters(sheet, policy), *event_clusters(sheet, policy)]
    return found if gold is None else with_leftovers(found, gold, sheet.article.text)


def once(some: Sequence[Marked]) -> list[Marked]:
    return list(dict.fromkeys(some))


@st.composite
def layers(draw: st.DrawFn) -> tuple[list[Span], list[Event]]:
    """One annotator's spans, each once, and an event or two with some of them in its parts."""
    some = once(draw(marks(LENGTH, 6)))
    spans = [Span("l", f"s{n}", label, ((start, end),)) for n, (start, end, label) in enumerate(some)]
    events = []
    for number in range(draw(st.integers(0, 2)) if spans else 0):
        ids = st.sampled_from([span.id for span in spans])
        pairs = draw(st.lists(st.tuples(st.sampled_from(("actor", "target")), ids), max_size=3, unique=True))
        claims = draw(st.lists(ids, max_size=1))
        trigger = draw(st.none() | ids)
        kind = draw(st.sampled_from(("attack", "threat")))
        events.append(Event("l", f"e{number}", kind, trigger, tuple(pairs), tuple(claims)))
    return spans, events


def sheet(*told: tuple[list[Span], list[Event]]) -> Sheet:
    return sheet_of(LENGTH, *(spans for spans, _ in told), events=[events for _, events in told])


def sheets_of(most: int = 3) -> st.SearchStrategy[Sheet]:
    return st.lists(layers(), min_size=2, max_size=most).map(lambda told: sheet(*told))


@st.composite
def rulings(draw: st.DrawFn, questions: Sequence[Question], settling: bool = False) -> Ruling:
    """Some verdict on some question."""
    question = draw(st.sampled_from(list(questions)))
    start = draw(st.integers(0, LENGTH - 2))
    own = make_span("x", draw(st.sampled_from(("ACTOR", "TARGET"))), start, start + 2)
    ways: list[Callable[[], Verdict | None]] = [
        lambda: take(question, draw(st.integers(0, len(answers(question)) - 1))) if answers(question) else None,
        lambda: majority(question) if answers(question) else None,
        lambda: both(question),
        lambda: edited(question, [own]),
        *([] if settling else [lambda: defer(question), lambda: skip(question)]),
    ]
    return question, draw(st.sampled_from(ways))() or nobody(question)


def settle_all(gold: Gold, questions: Sequence[Question]) -> Gold:
    """Every open question settled by its first answer."""
    waiting = open_questions(questions, gold.decisions)
    return settle(gold, questions, [(one, take(one, 0)) for one in waiting], STAMP)
