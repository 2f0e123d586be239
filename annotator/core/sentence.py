"""Sentences for the person who reads them: a template and its values, so that the window can say them in Arabic."""

from dataclasses import dataclass
from typing import Union

Value = Union[str, int, "Sentence"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """An English template with {named} values, which may be sentences themselves; `str()` says it.

    The window looks the template up in its translation.
    """

    template: str
    values: tuple[tuple[str, Value], ...] = ()

    def __str__(self) -> str:
        return self.template.format(**dict(self.values))


def say(template: str, **values: Value) -> Sentence:
    """A sentence from its template; call it with a literal, so that translators find it."""
    return Sentence(template, tuple(values.items()))


class Refused(Exception):
    """Something a person asked for was not done; `sentence` says what happened and what to do."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(str(sentence))
        self.sentence = sentence
