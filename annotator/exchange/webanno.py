"""WebAnno TSV 3.x, an older format of INCEpTION: read line by line, with its layers as `cas_arrival` takes them.

The file has the text of each sentence and the places of its tokens, not what stands between sentences: line feeds are
put there. Every token is compared with the text at its place. Chains are passed over.
"""

from collections.abc import Container, Iterator
from pathlib import Path
from typing import BinaryIO

from annotator.core.record import Notice, Refusal
from annotator.core.sentence import Sentence, say
from annotator.exchange import Outcome
from annotator.exchange.arrival import settle
from annotator.exchange.cas_arrival import to_arrival
from annotator.exchange.cas_folder import annotator_of
from annotator.exchange.check import Fault
from annotator.exchange.jsonl import BOM, EMPTY, MARKED, MAX_LINE, WIDE_BOMS
from annotator.exchange.reason import shown, shown_path, why_unreadable
from annotator.exchange.webanno_draft import Draft, aim, place, to_cas
from annotator.exchange.webanno_row import CHAINS, RELATIONS, SPANS, plain, to_layer, to_row

TOOL = "webanno"
FORMAT = "#FORMAT=WebAnno TSV 3"
TEXT, SENTENCE = "#Text=", "#Sentence."
LAYERS = (SPANS, RELATIONS, CHAINS)
WIDE = say("the file is UTF-16; WebAnno TSV must be UTF-8.")
BETWEEN = say("the file does not say what stands between its sentences; line feeds were put there.")


def recognises(path: Path, head: bytes) -> bool:
    """Whether the file says that it is one."""
    return head.removeprefix(BOM).startswith(FORMAT.encode())


def read(path: Path, labels: Container[str], encoding: str | None = None, strict: bool = False) -> Iterator[Outcome]:
    """The article of a file with its layer; or one Refusal, with the line. `encoding` is not used: it is UTF-8."""
    name, draft = shown_path(path), Draft()
    try:
        with path.open("rb") as file:
            notices = list(_read(file, draft))
        arrival, sentences = to_arrival(to_cas(draft), labels, annotator_of(path))
        draft.line = 0
        arrival.tool, arrival.path = TOOL, name
        record, more = settle(arrival, labels, strict)
    except Fault as fault:
        yield Refusal(name, draft.line or None, fault.sentence)
        return
    except OSError as error:
        yield Refusal(name, None, why_unreadable(error))
        return
    yield from (Notice(name, None, sentence) for sentence in (*notices, *sentences, *more))
    yield record


def _read(file: BinaryIO, draft: Draft) -> Iterator[Sentence]:
    """Take in every line; yield what the reader should know. Raises Fault, with `draft.line` where."""
    while raw := file.readline(MAX_LINE + 1):
        draft.line += 1
        if draft.line == 1 and raw[:2] in WIDE_BOMS:
            raise Fault(WIDE)
        if draft.line == 1 and raw.startswith(BOM):
            raw = raw.removeprefix(BOM)
            yield MARKED
        if len(raw) > MAX_LINE:
            raise Fault(say("the line is longer than {limit} MB.", limit=MAX_LINE // 2**20))
        try:
            _take(draft, raw.decode("utf-8").rstrip("\r\n"))
        except UnicodeDecodeError as error:
            raise Fault(say("byte {position} of the line is not UTF-8.", position=error.start + 1)) from None
    if draft.line == 0:
        raise Fault(EMPTY)
    place(draft)
    aim(draft)
    draft.line = 0
    if draft.is_filled:
        yield BETWEEN
    if draft.chains:
        yield say("of the kind “{kind}”, these were passed over: {count}.", kind="chain", count=draft.chains)


def _take(draft: Draft, line: str) -> None:
    if draft.line == 1:
        if not line.startswith(FORMAT):
            raise Fault(say("it does not begin with “{format}”.", format=FORMAT))
    elif line.startswith(LAYERS) and not draft.pieces and not draft.text:
        draft.layers.append(to_layer(line, draft.width()))
    elif line.startswith(TEXT):
        if draft.rows:
            place(draft)
        draft.text.append(plain(line.removeprefix(TEXT)))
    elif line.strip() and not line.startswith(SENTENCE):
        if line.startswith("#") or not draft.text:
            raise Fault(say("“{line}” is no row of a token, such as 1-1, 0-3 and the token.", line=shown(line)))
        draft.rows.append((draft.line, to_row(line, draft.width())))
