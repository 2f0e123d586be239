"""What a person may choose about an export, beyond whose work and which format."""

from dataclasses import dataclass

EXPAND, STRICT, DROP = "expand", "strict", "drop"
ALIGNMENTS = (EXPAND, STRICT, DROP)
IOB2, BILOU = "iob2", "bilou"
SCHEME_TAGS = (IOB2, BILOU)
LANGUAGES = ("en", "ar")


@dataclass(frozen=True, slots=True)
class Options:
    """Choices that some formats heed, the same for the whole export.

    `align` is for formats made of tokens: a span that cuts a token is widened to whole tokens (`expand`), makes the
    export stop (`strict`), or is left out (`drop`). `scheme_tags` says how such formats mark where a span begins and
    ends; `language` is that of label names where a format shows names beside ids.
    """

    align: str = EXPAND
    scheme_tags: str = IOB2
    language: str = "en"


USUAL = Options()
