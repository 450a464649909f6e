"""JSON Lines: one file a table of the contract, and one of the statements with all that is known of each.

`statements_full.jsonl` needs no joining: each line is a statement with its document, its paragraph (place, boxes,
footnotes), its submitter, its labels (near misses too) and its entities. `pandas.read_json(path, lines=True)` reads
each file, and so does any other program: a line break inside a text is escaped, of Unicode's kinds too.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from pipeline.export.about import sections, title
from pipeline.export.passages import Paper, Passage, Row, papers_of
from pipeline.export.people import Submitters, submitters_of
from pipeline.export.source import Source
from pipeline.records import TABLES
from pipeline.storage import write_text, written_whole
from pipeline.write.dictionary import about, as_markdown

FULL = "statements_full"

_LINE_BREAKS = re.compile("[\u0085\u2028\u2029]")  # JSON allows them bare; some readers of lines break there


def write_jsonl(source: Source, folder: Path) -> None:
    """Write the statements in full, every table, the failures and a page that explains them."""
    submitters = submitters_of(source.tables)
    # The full file stands first: by it a folder is known as one of ours, should the rest be cut short.
    _write(folder / f"{FULL}.jsonl", (row for paper in papers_of(source) for row in _full(paper, submitters)))
    for name in TABLES:
        _write(folder / f"{name}.jsonl", source.table(name).to_pylist())
    _write(folder / "failures.jsonl", (failure.model_dump() for failure in source.failures))
    write_text(folder / "README.md", "\n".join(_readme(source)) + "\n")
    write_text(folder / "data-dictionary.md", as_markdown())


def _write(path: Path, rows: Iterable[Mapping[str, Any]]) -> None:
    with written_whole(path) as beside, beside.open("w", encoding="utf-8", newline="\n") as stream:
        for row in rows:
            stream.write(_line(row))


def _line(row: Mapping[str, Any]) -> str:
    text = json.dumps(row, ensure_ascii=False, allow_nan=False)
    return _LINE_BREAKS.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"


def _full(paper: Paper, submitters: Submitters) -> Iterator[dict[str, Any]]:
    for passage in paper.passages:
        for statement in passage.statements:
            yield _statement(statement, passage, paper.document, submitters)


def _statement(statement: Row, passage: Passage, document: Row, submitters: Submitters) -> dict[str, Any]:
    own = statement["statement_id"]
    return {
        **statement,
        "counts": document["duplicate_of"] is None,
        "submitter": submitters.of(statement["submitter_id"]),
        "document": document,
        "paragraph": {**passage.paragraph, "footnotes": list(passage.footnotes)},
        "labels": list(passage.labels.get(own, ())),
        "entities": [entity for entity in passage.entities if entity["statement_id"] == own],
    }


def _readme(source: Source) -> Iterator[str]:
    yield f"# {title(source)}\n"
    for section in sections(source):
        yield f"## {section.heading}\n"
        yield from (f"- {sentence}" for sentence in section.sentences)
        yield ""
    yield "## Files\n"
    yield f"- `{FULL}.jsonl`: one statement a line with its document, paragraph, footnotes, submitter, labels and"
    yield "  entities; `counts` is false for a statement of a document that repeats another one."
    yield from (f"- `{name}.jsonl`: {about(name)}" for name in TABLES)
    yield "- `failures.jsonl`: One document or page that could not be read."
    yield "- `data-dictionary.md`: what each column means; lists are lists here, what is not known is null."
