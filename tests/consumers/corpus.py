"""Articles to try other programs with: the sample project's, and any number of short ones made from lists of words."""

import random
from collections.abc import Iterator

from annotator import paths
from annotator.core.article import make_article
from annotator.core.layer import DONE, Annotator, Layer
from annotator.core.record import Record
from annotator.core.span import Span
from annotator.exchange import jsonl

LABELS = ("ACTOR", "TARGET", "WEAPON", "CLAIM")
ACTORS = ("كتائب الفجر", "لواء الساحل", "الجيش الاتحادي", "مسلحون مجهولون", "حركة السهل", "سرايا الوادي", "قوات الحدود")
TARGETS = ("ميناء الصفا", "محطة الكهرباء", "حافلة ركاب", "السوق القديم", "قافلة الوزير", "مستودعًا للوقود", "نقطة تفتيش")
WEAPONS = ("صواريخ", "قذائف هاون", "طائرة مسيّرة", "عبوة ناسفة", "لغم بحري", "مدفعية ثقيلة")
CLAIMS = ("تبنّت", "نفت", "اتهم", "أعلنت مسؤوليتها عن")
PLACES = ("شمال المدينة", "قرب الساحل", "في وادي النعيم", "على طريق الجبل")
PATTERNS = (
    "هاجم {ACTOR} {TARGET} ب{WEAPON} {place} ({number}).",
    "{CLAIM} «{ACTOR}» الهجوم على {TARGET}، وفق البيان رقم {number}.",
    "🔥 أُصيب {TARGET} بأضرار بعد قصف ب{WEAPON} {place} يوم {number}.",
    "قال مصدر إن {ACTOR} استهدف {TARGET} {place}؛ ولم يُعرف السبب ({number}).",
    "لم يقع شيء {place} في اليوم {number}، بحسب الشرطة.",
)
WORDS = {"ACTOR": ACTORS, "TARGET": TARGETS, "WEAPON": WEAPONS, "CLAIM": CLAIMS, "place": PLACES}


def sample_records() -> list[Record]:
    """The sample project's layers, with everything that hangs on them."""
    found = jsonl.read(paths.seed("sample.jsonl"), LABELS)
    return [record for record in found if isinstance(record, Record) and record.layer]


def by_article(records: list[Record], share: int) -> tuple[list[Record], list[Record]]:
    """The records with those of every `share`-th article apart, so that no text is on both sides."""
    apart = set(sorted({record.article.id for record in records})[::share])
    return [r for r in records if r.article.id not in apart], [r for r in records if r.article.id in apart]


def made_records(first: int, count: int, most: int = 3) -> Iterator[Record]:
    """Articles of up to `most` sentences, no two alike; from the number `first` on they are the same every time."""
    for number in range(first, first + count):
        chance = random.Random(number)
        lines = [_line(chance, f"{number}-{part}") for part in range(chance.randint(1, most))]
        yield _record(f"m{number}", lines)


Piece = tuple[str, str | None]


def _line(chance: random.Random, number: str) -> list[Piece]:
    """A sentence in pieces, each with its label."""
    pieces: list[Piece] = []
    for piece in chance.choice(PATTERNS).replace("{", "\0").replace("}", "\0").split("\0"):
        if piece == "number":
            pieces.append((number, None))
        elif piece in WORDS:
            pieces.append((chance.choice(WORDS[piece]), piece if piece in LABELS else None))
        else:
            pieces.append((piece, None))
    return pieces


def _record(id: str, lines: list[list[Piece]]) -> Record:
    layer = Layer(f"{id}.layla", id, "layla", status=DONE)
    text, spans = "", list[Span]()
    for line in lines:
        for words, label in line:
            if label:
                place = ((len(text), len(text) + len(words)),)
                spans.append(Span(layer.id, f"s{len(spans)}", label, place))
            text += words
        text += "\n"
    article = make_article(text.rstrip("\n"), id=id)
    return Record(article, layer, Annotator("layla", "ليلى"), "conflict-ar", "2025-11-01T08:00:00Z", tuple(spans))
