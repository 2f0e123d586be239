"""Records to try files with: one with everything in it, and hypothesis strategies for any other."""

import json
from typing import Any

from hypothesis import strategies as st

from annotator.core.article import make_article
from annotator.core.layer import KINDS, STATUSES, Annotator, Comment, Decision, Event, Layer, Relation
from annotator.core.record import Record
from annotator.core.scheme import Scheme
from annotator.core.scheme_file import read_scheme
from annotator.core.span import ORIGINS, Span
from annotator.exchange import About
from annotator.exchange.jsonl import encode
from annotator.paths import resource

TEXT = "🔥 تبنّت «كتائب الفجر» الهجوم\nوقال مصدر إن F-16 قصفت الميناء."
LABELS = ("ACTOR", "TARGET", "WEAPON", "CLAIM")


def span(id: str, label: str, words: str, **more: Any) -> Span:
    """A span over the first occurrence of `words` in TEXT."""
    start = TEXT.index(words)
    return Span("layla.a1", id, label, ((start, start + len(words)),), **more)


def full_record() -> Record:
    """A record that uses every key."""
    layer = Layer("layla.a1", "a1", "layla", 2, "gold", "done", "no_claim", 3, "g1")
    return Record(
        article=make_article(
            TEXT, id="a1", source="صحيفة", published="2025-11-01", meta={"dateline": True, "a": [1, 2.5, None]}
        ),
        layer=layer,
        annotator=Annotator("layla", "ليلى"),
        scheme="conflict-ar",
        updated_at="2025-11-01T08:00:00Z",
        spans=(
            span("s1", "CLAIM", "تبنّت", note="ملاحظة", decision="d1"),
            span("s2", "ACTOR", "كتائب الفجر", attributes=(("subtype", "armed_group"),), origin="imported"),
            Span("layla.a1", "s3", "WEAPON", ((30, 34), (45, 49)), source="model", score=0.5),
        ),
        events=(Event("layla.a1", "e1", "ATTACK", "s1", (("attacker", "s2"),), ("s1",), (("realis", "actual"),)),),
        relations=(Relation("layla.a1", "r1", "claim_source", "s1", "s2"),),
        comments=(
            Comment("c1", "a1", None, None, "layla", None, "سؤال", "2025-11-01T08:00:00Z"),
            Comment("c2", "a1", "layla.a1", "s2", "yusuf", "c1", "جواب", "2025-11-01T09:00:00Z", True),
        ),
        decisions=(
            Decision("d1", "layla.a1", "k1", "label", "take", "layla", "2025-11-01T09:00:00Z", chosen=("s1",), ms=5),
        ),
    )


def full_line() -> dict[str, Any]:
    """The JSON of that record."""
    line: dict[str, Any] = json.loads(encode(full_record()))
    return line


def scheme() -> Scheme:
    """The program's own scheme."""
    return read_scheme(resource("scheme.toml").read_text("utf-8"))


def about() -> About:
    """What a manifest may tell."""
    return About("مشروع", "2025-11-01T08:00:00Z", "0.1.0", scheme())


ids = st.from_regex(r"[A-Za-z0-9_.:-]{1,12}", fullmatch=True)
names = st.text(st.sampled_from("ليلى بAz09-_"), min_size=1, max_size=12).filter(str.strip)
strings = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)
optional = st.none() | strings
attributes = st.lists(st.tuples(names, strings), max_size=2).map(tuple)
pieces = (
    "قصف",
    "َّ",
    " ",
    "الجيش",
    "🔥",
    "👨‍👩‍👧",
    "\n",
    "F-16",
    "\u2028",
    "\u2029",
    "\x85",
    "\u202e",
    "\ufeff",
    "\u200f",
    "«",
    "،",
    "٣٫٥",
    "\r",
    '"',
    "\\",
    "\x7f",
    "\x01",
)
texts = (st.lists(st.sampled_from(pieces) | strings, min_size=1, max_size=30).map("".join)).filter(
    lambda text: bool(text.strip())
)
free = st.dictionaries(
    strings,
    st.recursive(
        st.none()
        | st.booleans()
        | st.integers(-(2**63), 2**63 - 1)
        | st.floats(allow_nan=False, allow_infinity=False)
        | strings,
        lambda inner: st.lists(inner, max_size=2) | st.dictionaries(strings, inner, max_size=2),
        max_leaves=4,
    ),
    max_size=2,
)


@st.composite
def spans_over(draw: st.DrawFn, layer: str, text: str) -> tuple[Span, ...]:
    """Spans of one or more fragments, no two the same."""
    found: dict[tuple[object, ...], Span] = {}
    for number in range(draw(st.integers(0, 5))):
        cuts = sorted(draw(st.sets(st.integers(0, len(text)), min_size=2, max_size=6)))
        fragments = tuple(zip(cuts[::2], cuts[1::2], strict=False))
        label = draw(st.sampled_from(LABELS))
        found[label, fragments] = Span(
            layer,
            f"s{number}",
            label,
            fragments,
            draw(attributes),
            draw(strings),
            draw(st.sampled_from(ORIGINS)),
            draw(optional),
            draw(st.none() | st.floats(0, 1)),
        )
    return tuple(sorted(found.values(), key=lambda s: (s.start, s.end, s.id)))


@st.composite
def records(draw: st.DrawFn) -> Record:
    """Any record that may be kept, its lists in canonical order."""
    article = make_article(
        draw(texts), id=draw(ids), source=draw(optional), published=draw(optional), url=draw(optional), meta=draw(free)
    )
    if draw(st.integers(0, 5)) == 0:
        return Record(article)
    layer = Layer(
        draw(ids), article.id, draw(ids), draw(st.integers(1, 5)), draw(st.sampled_from(KINDS)),
        draw(st.sampled_from(STATUSES)), draw(optional), draw(st.integers(1, 9)), draw(optional),
    )  # fmt: skip
    spans = draw(spans_over(layer.id, article.text))
    return Record(
        article,
        layer,
        Annotator(layer.annotator, draw(names)),
        "conflict-ar",
        "2025-11-01T08:00:00Z",
        spans,
        *draw(_hanging(layer, spans)),
    )


@st.composite
def _hanging(draw: st.DrawFn, layer: Layer, spans: tuple[Span, ...]) -> tuple[Any, ...]:
    some = [span.id for span in spans]
    comments = tuple(
        Comment(f"c{n}", layer.article, draw(st.sampled_from([None, layer.id])), draw(st.sampled_from([None, *some])),
                "yusuf", f"c{n - 1}" if n else None, draw(strings), "2025-11-01T08:00:00Z", draw(st.booleans()))
        for n in range(draw(st.integers(0, 2)))
    )  # fmt: skip
    if not some:
        return (), (), comments
    pick = st.sampled_from(some)
    arguments = st.lists(st.tuples(names, pick), max_size=3).map(tuple)
    claims = st.lists(pick, max_size=2).map(tuple)
    events = tuple(
        Event(layer.id, f"e{n}", draw(names), draw(st.none() | pick), draw(arguments), draw(claims), draw(attributes))
        for n in range(draw(st.integers(0, 2)))
    )
    relations = tuple(
        Relation(layer.id, f"r{n}", draw(names), draw(pick), draw(pick), draw(attributes))
        for n in range(draw(st.integers(0, 2)))
    )
    return events, relations, comments
