"""UIMA CAS: what a file holds once it is parsed, whether it was JSON or XMI, and how our layers are called in it.

Our layers are of the kinds that INCEpTION knows: `Span`, `Fragment` and `Event` are span layers, `Relation` a relation
layer; the pieces of a span and the roles of an event are slots. `Article` holds what is known about article and layer.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path

from annotator.core.sentence import say
from annotator.exchange.check import Fault
from annotator.exchange.jsonl import EMPTY, MAX_LINE

Plain = str | int | float | bool

SPAN, FRAGMENT, EVENT, RELATION, ARTICLE = (
    f"hashiya.{name}" for name in ("Span", "Fragment", "Event", "Relation", "Article")
)
METADATA = "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData"
SOFA, DOCUMENT, VIEW = "uima.cas.Sofa", "uima.tcas.DocumentAnnotation", "_InitialView"
LABEL, NOTE, ID, OTHERS = "label", "note", "hashiya_id", "other_attributes"
"""Features of our layers beside attributes; OTHERS is a JSON list of the attributes that cannot be features."""
FRAGMENTS, TRIGGER, ARGUMENTS, CLAIMS = "fragments", "trigger", "arguments", "claims"
ROLE, LINKED, ELEMENTS = "role", "target", "elements"
SOURCE_END, TARGET_END = "Governor", "Dependent"
"""What UIMA calls the ends of a relation: the arrow goes from the first to the second."""
ARTICLE_ID, ANNOTATOR, TOLD = "article_id", "annotator", "hashiya"
REFERENCES = frozenset({FRAGMENTS, TRIGGER, ARGUMENTS, CLAIMS, LINKED, ELEMENTS, SOURCE_END, TARGET_END, "sofa"})
"""Features that refer to other structures, where no type system says which do."""
UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""What XML cannot hold."""


@dataclass(frozen=True, slots=True)
class Structure:
    """A feature structure: plain values, texts that stand in arrays, and the ids that its features refer to.

    Offsets are as on disk, half-open UTF-16.
    """

    id: int
    type: str
    values: dict[str, Plain] = field(default_factory=dict)
    lists: dict[str, tuple[str, ...]] = field(default_factory=dict)
    links: dict[str, tuple[int, ...]] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The type without its package."""
        return self.type.rpartition(".")[2]


@dataclass(frozen=True, slots=True)
class Cas:
    """One text with what lies on it: all structures by id, and the ids of those that belong to the text's view.

    `views` counts further texts of the file.
    """

    text: str
    structures: dict[int, Structure]
    members: tuple[int, ...]
    views: int = 0


def make_cas(structures: list[Structure], views: dict[int, tuple[int, ...]]) -> Cas:
    """The CAS of parsed structures and views (members by the id of the view's sofa). Raises Fault."""
    known: dict[int, Structure] = {}
    for one in structures:
        if known.setdefault(one.id, one) is not one:
            raise Fault(say("the id {id} stands twice.", id=one.id))
    sofas = [one for one in structures if one.type == SOFA]
    sofa = next((one for one in sofas if one.values.get("sofaID") == VIEW), sofas[0] if len(sofas) == 1 else None)
    text = sofa.values.get("sofaString") if sofa else None
    if sofa is None or not isinstance(text, str):
        raise Fault(say("it holds no text (a sofa named {name} with a sofaString).", name=VIEW))
    members = views.get(sofa.id)
    if members is None:
        members = tuple(one.id for one in structures if one.links.get("sofa") == (sofa.id,))
    missing = next((id for id in members if id not in known), None)
    if missing is not None:
        raise Fault(say("it refers to the structure {id}, which is not there.", id=missing))
    return Cas(text, known, tuple(sorted(set(members))), len(sofas) - 1)


def fit(text: str) -> str:
    """The text without what XML cannot hold."""
    return UNWRITABLE.sub("", text)


def load_bounded(path: Path) -> bytes:
    """The bytes of a file that is not too large. Raises Fault, and OSError as the system gives it."""
    with path.open("rb") as file:
        raw = file.read(MAX_LINE + 1)
    if not raw.strip():
        raise Fault(EMPTY)
    if len(raw) > MAX_LINE:
        raise Fault(say("the file is larger than {limit} MB.", limit=MAX_LINE // 2**20))
    return raw
