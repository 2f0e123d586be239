"""CoNLL: one token per line with its tag, in IOB2 or BILOU, and its place in the text, so that nothing is guessed.

    -DOCSTART-  -X-  _  O         _
    # article_id = a1
    # meta = {"title":"…"}        all that is known about the article, as in the canonical record
    # layer = {"id":"l1"}         whose work it is and how far, likewise
    # text = "قصف الجيش"          the exact text as a JSON string

    قصف         -X-  _  O         0:3
    الجيش       -X-  _  B-PARTY   4:9|s1

Columns are parted by tabs: token, two columns for tools that expect four, the tag, and `start:end` in half-open code
points, with the span's id where it begins. An empty line ends a sentence, though never inside a span. Articles that
nobody has worked on are left out. `conll_file` reads it back, and files of others.
"""

from collections.abc import Container, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from annotator.arabic.token import sentence_starts
from annotator.core.record import Record, Refusal
from annotator.core.sentence import say
from annotator.exchange import About, ExportError, Outcome, Progress, Written, output
from annotator.exchange.align import Alignment, align, aligned
from annotator.exchange.conll_file import START_WORD, read_file
from annotator.exchange.escape import json_line
from annotator.exchange.jsonl import BOM
from annotator.exchange.option import Options
from annotator.exchange.row import Content, to_content
from annotator.exchange.tag import OUTSIDE, to_tags

START = f"{START_WORD}\t-X-\t_\t{OUTSIDE}\t_"


def carried(record: Record, options: Options) -> Record:
    """The article, the layer's state, and the spans on their tokens, one for each token at most."""
    return _carried(record, align(record, options.align, is_flat=True))


def _carried(record: Record, found: Alignment) -> Record:
    return replace(record, spans=found.spans(), events=(), relations=(), comments=(), decisions=())


def recognises(path: Path, head: bytes) -> bool:
    """Whether a file begins as this format does, whatever its name."""
    return head.removeprefix(BOM).startswith(START_WORD.encode())


def read(path: Path, labels: Container[str], encoding: str | None = None, strict: bool = False) -> Iterator[Outcome]:
    """The articles of a file with their spans, streamed; a faulty one is a Refusal, the others go on.

    `encoding` is not used: the format is UTF-8 here.
    """
    return read_file(path, labels, strict)


def write(records: Iterable[Record], out: Path, about: About, on_progress: Progress | None = None) -> Written:
    """Write `out` and its manifest, read every article back from its tokens and tags, then put both in place.

    Raises ExportError when anything fails or reads back otherwise, or when spans do not fit and the alignment is
    strict.
    """
    return output.write_file(_encoded(records, about.options), out, about, _read_back, on_progress)


def _encoded(records: Iterable[Record], options: Options) -> Iterator[tuple[bytes, Record]]:
    for record, found in aligned(records, options.align, is_flat=True):
        kept = _carried(record, found)
        try:
            lines = [*_head(to_content(kept)), "", *_rows(kept, found, options.scheme_tags), ""]
        except ValueError as error:
            message = "Export stopped. No file was left behind. Article “{article}” cannot be written: {reason}."
            raise ExportError(say(message, article=record.article.id, reason=str(error))) from error
        yield "".join(line + "\n" for line in lines).encode("utf-8"), kept


def _head(content: Content) -> list[str]:
    about = {"meta": content.meta, "layer": content.layer, "text": content.text}
    named = [f"# {key} = {json_line(value)}" for key, value in about.items()]
    return [START, f"# article_id = {content.article_id}", *named]


def _rows(record: Record, found: Alignment, scheme: str) -> Iterator[str]:
    """A line for each token, and an empty one before each sentence but the first."""
    text, places = record.article.text, found.places
    tags = to_tags(len(places), ((p.first, p.last, p.span.label) for p in found.placed), scheme)
    names = {p.first: f"|{p.span.id}" for p in found.placed}
    within = {index for p in found.placed for index in range(p.first + 1, p.last + 1)}
    breaks = {index for index in sentence_starts(text, list(places)) if index and index not in within}
    for index, (start, end) in enumerate(places):
        if index in breaks:
            yield ""
        yield f"{text[start:end]}\t-X-\t_\t{tags[index]}\t{start}:{end}{names.get(index, '')}"


def _read_back(path: Path) -> Iterator[Record]:
    """The articles of a file just written, which may have none. Raises ExportError."""
    for outcome in read_file(path, None) if path.stat().st_size else ():
        if isinstance(outcome, Refusal):
            message = "Export stopped. No file was left behind. Line {line} did not read back: {reason}"
            raise ExportError(say(message, line=outcome.line or 0, reason=str(outcome.reason)))
        if isinstance(outcome, Record):
            yield outcome
