"""spaCy's DocBin: one Doc per layer, tokenized by `arabic.token`, for `spacy train`.

`doc.spans["sc"]` holds every span, with its id, and `doc.ents` as many as can stand side by side; `doc.user_data` names
the article, the layer, the annotator, and the spans that `doc.ents` has no room for. Articles that nobody has worked on
are left out: a trainer would take them for articles in which there is nothing to find.
"""

import importlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from annotator.arabic.token import Range
from annotator.core.article import make_article
from annotator.core.record import Record
from annotator.core.sentence import say
from annotator.core.span import Span
from annotator.exchange import About, ExportError, Progress, Written, output
from annotator.exchange.align import Alignment, Placed, align, aligned, bare, flatten
from annotator.exchange.option import Options

GROUP = "sc"
"""The group of spans that spaCy's span categorizer reads unless it is told another."""
ATTRIBUTES = ("ENT_IOB", "ENT_TYPE")


def carried(record: Record, options: Options) -> Record:
    """The spans on their tokens, the text, and whose layer of which article it is."""
    return bare(record, align(record, options.align).spans())


def write(records: Iterable[Record], out: Path, about: About, on_progress: Progress | None = None) -> Written:
    """Write `out` and its manifest, load it with spaCy, compare every Doc, then put both in place.

    The whole DocBin is held in memory. Raises ExportError: when spaCy is not installed, when spans do not fit and the
    alignment is strict, when anything reads back otherwise.
    """
    spacy = _library()

    def read_back(path: Path) -> Iterator[Record]:
        for doc in spacy.tokens.DocBin().from_disk(path).get_docs(spacy.vocab.Vocab()):
            _check_entities(doc)
            yield _record_of(doc)

    return output.write_file(_packed(spacy, records, about.options), out, about, read_back, on_progress)


def _library() -> Any:
    try:
        return importlib.import_module("spacy")
    except ImportError as error:
        message = 'Export stopped. This format needs “{name}”. Install it with: pip install "hashiya[{extra}]"'
        raise ExportError(say(message, name="spacy", extra="spacy")) from error


def _packed(spacy: Any, records: Iterable[Record], options: Options) -> Iterator[tuple[bytes, Record | None]]:
    """No bytes for any record, and the whole file at the end: a DocBin is one piece."""
    packed = spacy.tokens.DocBin(attrs=ATTRIBUTES, store_user_data=True)
    vocab = spacy.vocab.Vocab()
    for record, found in aligned(records, options.align):
        packed.add(_doc(spacy, vocab, record, found))
        yield b"", bare(record, found.spans())
    yield packed.to_bytes(), None


def _doc(spacy: Any, vocab: Any, record: Record, found: Alignment) -> Any:
    words, spaces, indexes = pieces(record.article.text, found.places)
    flat, left = flatten(found.placed)
    known = {**_names(record), "not_in_ents": sorted(item.span.id for item in left)}
    doc = spacy.tokens.Doc(vocab, words=words, spaces=spaces, user_data=known)

    def spans(placed: Iterable[Placed]) -> list[Any]:
        return [
            spacy.tokens.Span(doc, indexes[p.first], indexes[p.last] + 1, label=p.span.label, span_id=p.span.id)
            for p in placed
        ]

    doc.spans[GROUP] = spans(found.placed)
    doc.set_ents(spans(flat))
    return doc


def pieces(text: str, places: Sequence[Range]) -> tuple[list[str], list[bool], list[int]]:
    """The text as spaCy's words, whether a space follows each, and the index among them of each token.

    One space is said by the token before it; other white space is a word of its own.
    """
    words, spaces, indexes, at = list[str](), list[bool](), list[int](), 0
    for start, end in (*places, (len(text), len(text))):
        gap = text[at:start]
        if gap.startswith(" ") and words:
            spaces[-1], gap = True, gap[1:]
        indexes.append(len(words) + bool(gap))
        fresh = [word for word in (gap, text[start:end]) if word]
        words += fresh
        spaces += [False] * len(fresh)
        at = end
    return words, spaces, indexes[:-1]


def _names(record: Record) -> dict[str, str]:
    layer, annotator = record.layer, record.annotator
    assert layer is not None
    names = {"annotator": layer.annotator, "annotator_name": annotator.name if annotator else ""}
    return {"article_id": record.article.id, "layer_id": layer.id, "layer_kind": layer.kind, **names}


def _check_entities(doc: Any) -> None:
    """Raise ExportError unless `doc.ents` are all the spans but those that are said to be left out."""
    left = set(doc.user_data["not_in_ents"])
    meant = sorted((span.start, span.end, span.label_) for span in doc.spans[GROUP] if span.id_ not in left)
    if meant != [(span.start, span.end, span.label_) for span in doc.ents]:
        raise ExportError(output.UNLIKE)


def _record_of(doc: Any) -> Record:
    """A Doc's text and spans, by the characters that spaCy counts."""
    known = doc.user_data
    spans = (
        Span(known["layer_id"], span.id_, span.label_, ((span.start_char, span.end_char),)) for span in doc.spans[GROUP]
    )
    return Record(make_article(doc.text, id=known["article_id"]), spans=tuple(spans))
