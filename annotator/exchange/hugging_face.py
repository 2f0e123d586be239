"""A dataset for Hugging Face: Parquet with its features, to be loaded by `datasets.load_dataset(folder)`.

Each row is a layer: the text, its tokens by `arabic.token` with a tag each (`ner_tags`, one of the class labels O,
B-…, I-…), and every span as it is, in half-open code points, with the class of its label. `in_tags` says of a span
whether its tokens are tagged: there is room for one label per token, and only whole tokens can be tagged. Articles that
nobody has worked on are left out.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from annotator.core.article import Article
from annotator.core.record import Record
from annotator.exchange import About, Progress, Written, arrow
from annotator.exchange.align import aligned
from annotator.exchange.folder import FolderDraft, write_folder
from annotator.exchange.hugging_row import classes, features_of, from_row, schema_of, to_row
from annotator.exchange.option import Options

KIND = b"huggingface"


def front(about: About, parts: Sequence[str]) -> str:
    """The head of the card: where the data of each split lies. What the columns are, the files say themselves."""
    files = [(name or "train", f"{name}/*{arrow.SUFFIX}" if name else f"part-*{arrow.SUFFIX}") for name in parts]
    return "\n".join(
        [
            "---",
            f"pretty_name: {json.dumps(about.project)}",
            "language:",
            "- ar",
            "task_categories:",
            "- token-classification",
            "configs:",
            "- config_name: default",
            "  data_files:",
            *(line for split, path in files for line in (f"  - split: {split}", f'    path: "{path}"')),
            "---",
            "",
            "",
        ]
    )


def carried(record: Record, options: Options) -> Record:
    """Everything but comments, decisions, and how the bytes of the article were read."""
    article, layer = record.article, record.layer
    return replace(
        record,
        article=Article(
            article.id,
            article.text,
            article.title,
            article.sha256,
            article.source,
            article.url,
            article.published,
            article.licence,
            meta=article.meta,
        ),
        layer=layer and replace(layer, guideline=None, scheme=1),
        scheme="",
        updated_at="",
        spans=tuple(replace(span, decision=None) for span in record.spans),
        comments=(),
        decisions=(),
    )


def write(records: Iterable[Record], out: Path, about: About, on_progress: Progress | None = None) -> Written:
    """Write a folder of Parquet, read every row of it back, put it in place.

    Raises ExportError: when pyarrow is not installed, when a label is not in the scheme, when spans do not fit and the
    alignment is strict, when anything reads back otherwise.
    """
    pyarrow = arrow.writing()
    known = classes(about.scheme, about.options.scheme_tags)

    def rows() -> Iterator[tuple[dict[str, Any], Record]]:
        for record, found in aligned(records, about.options.align, is_flat=True):
            yield to_row(record, found, known, about.options.scheme_tags), carried(record, about.options)

    def fill(draft: FolderDraft) -> Iterator[Record]:
        schema, features = schema_of(pyarrow), json.dumps({"info": {"features": features_of(known)}})
        metadata = {arrow.OURS: KIND, b"huggingface": features.encode("utf-8")}
        yield from arrow.write_parts(draft, rows(), schema, metadata)

    def read_back(folder: Path) -> Iterator[Record]:
        for part in arrow.parts_in(folder):
            with part.open("rb") as file:
                for row in arrow.values(arrow.opened(file)):
                    yield from_row(row, known)

    return write_folder(fill, out, about, read_back, on_progress)
