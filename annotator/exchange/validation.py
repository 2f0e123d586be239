"""Checking a file of canonical records without a project: each line by itself, and that no two say the same thing."""

from collections.abc import Container, Iterator
from pathlib import Path

from annotator.core.record import Record, Refusal
from annotator.core.sentence import Sentence, say
from annotator.exchange import Outcome, jsonl


class Anything(Container[str]):
    """Holds every label: without a project there is no scheme that could lack one."""

    def __contains__(self, label: object) -> bool:
        return True


def validate(path: Path) -> Iterator[Outcome]:
    """What the file holds; a record is a Refusal also when its article or layer stood in an earlier line otherwise."""
    texts: dict[str, str] = {}
    layers: dict[tuple[str, str], int] = {}
    for outcome in jsonl.read(path, Anything()):
        reason = _clash(outcome, texts, layers) if isinstance(outcome, Record) else None
        yield Refusal(outcome.path, outcome.line, reason) if reason and isinstance(outcome, Record) else outcome


def _clash(record: Record, texts: dict[str, str], layers: dict[tuple[str, str], int]) -> Sentence | None:
    article, layer, line = record.article, record.layer.id if record.layer else "", record.line or 0
    if texts.setdefault(article.id, article.sha256) != article.sha256:
        return say("the article “{id}” has another text in an earlier line.", id=article.id)
    first = layers.setdefault((article.id, layer), line)
    if first != line:
        return say("this layer of the article “{id}” stands in line {line} already.", id=article.id, line=first)
    return None
