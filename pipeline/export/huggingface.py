"""A dataset folder as Hugging Face's `datasets` loads it: Parquet files and a card that names them.

`datasets.load_dataset("FOLDER")` gives the statements, each with its context, its place and its labels;
`load_dataset("FOLDER", "entities")` one table of the contract as it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from pipeline.export.passages import Paper, Passage, Row, papers_of, title_of
from pipeline.export.people import Submitters, submitters_of
from pipeline.export.source import Source
from pipeline.records import TABLES
from pipeline.statistics.counts import coverage
from pipeline.storage import write_text, written_whole

if TYPE_CHECKING:
    import pyarrow as pa

MAIN = "annotated"
"""The configuration that is loaded where none is named."""

_SIZES = ((1_000, "n<1K"), (10_000, "1K<n<10K"), (100_000, "10K<n<100K"), (1_000_000, "100K<n<1M"))


def write_huggingface(source: Source, folder: Path) -> None:
    """Write the card and a Parquet file a table, and one of the statements with all that is known of each."""
    import pyarrow.parquet as pq

    tables = {MAIN: _annotated(source)} | {name: source.table(name) for name in TABLES}
    for name, table in tables.items():
        with written_whole(folder / "data" / f"{name}.parquet") as beside:
            pq.write_table(table, beside, compression="zstd")
    write_text(folder / "README.md", _card(source, tables))


def _annotated(source: Source) -> pa.Table:
    """Lay out one row a statement, the sentence first and its paragraph, place, labels and scores after it."""
    import pyarrow as pa

    schemes = _schemes(source)
    scored = pa.list_(pa.struct([("code", pa.string()), ("score", pa.float64()), ("chosen", pa.bool_())]))
    schema = pa.schema(
        [
            *((name, pa.string()) for name in ("statement_id", "text", "previous", "paragraph", "number", "language")),
            ("section_path", pa.list_(pa.string())),
            ("page", pa.int64()),
            *((name, pa.string()) for name in ("document", "doc_id", "symbol", "date", "edition")),
            *((name, pa.string()) for name in ("submitter", "submitter_id", "submitter_type", "region", "actor")),
            ("status", pa.string()),
            ("status_score", pa.float64()),
            ("is_commitment", pa.bool_()),
            ("objectives", pa.list_(pa.int64())),
            ("themes", pa.list_(pa.string())),
            *((scheme, scored) for scheme in schemes),
            ("needs_review", pa.bool_()),
            ("gold", pa.bool_()),
            ("repeats", pa.bool_()),
        ]
    )
    who = submitters_of(source.tables)
    rows = [row for paper in papers_of(source) for row in _rows(paper, who, schemes)]
    return pa.Table.from_pylist(rows, schema=schema)


def _schemes(source: Source) -> list[str]:
    """Name the schemes that labelled something; those of the taxonomy are there in any case."""
    seen = set(source.table("labels")["scheme"].to_pylist())
    return sorted(seen | {"gcm_objective", "theme"})


def _rows(paper: Paper, who: Submitters, schemes: Sequence[str]) -> Iterator[dict[str, Any]]:
    for passage in paper.passages:
        previous = None
        for statement in passage.statements:
            yield {
                **_of_document(paper.document),
                **_of_paragraph(passage),
                **{name: statement[name] for name in _OF_STATEMENT},
                "previous": previous,
                **_of_submitter(who.of(statement["submitter_id"])),
                **{scheme: _scored(passage, statement, scheme) for scheme in schemes},
            }
            previous = statement["text"]


_OF_STATEMENT = (
    "statement_id", "text", "language", "submitter_id", "actor", "status", "status_score", "is_commitment",
    "objectives", "themes", "needs_review", "gold",
)  # fmt: skip


def _of_document(document: Row) -> dict[str, Any]:
    own = {name: document[name] for name in ("doc_id", "symbol", "date", "edition")}
    return own | {"document": title_of(document), "repeats": document["duplicate_of"] is not None}


def _of_submitter(known: Mapping[str, str | None]) -> dict[str, Any]:
    return {"submitter": known["name"], "submitter_type": known["type"], "region": known["region"]}


def _of_paragraph(passage: Passage) -> dict[str, Any]:
    paragraph = passage.paragraph
    own = {name: paragraph[name] for name in ("number", "section_path")}
    return own | {"paragraph": paragraph["text"], "page": paragraph["page_first"]}


def _scored(passage: Passage, statement: Row, scheme: str) -> list[dict[str, Any]]:
    labels = passage.labels.get(statement["statement_id"], ())
    return [{key: row[key] for key in ("code", "score", "chosen")} for row in labels if row["scheme"] == scheme]


def _card(source: Source, tables: dict[str, pa.Table]) -> str:
    languages = sorted({code for code in tables["statements"]["language"].to_pylist() if code and len(code) == 2})
    rows = tables["statements"].num_rows
    environment = Environment(
        loader=PackageLoader("pipeline.export", "templates"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=False,  # noqa: S701 - Markdown of our own words, names of ours and numbers
    )
    return environment.get_template("dataset_card.md").render(
        main=MAIN,
        tables={name: table.num_rows for name, table in tables.items()},
        described={name: (record.__doc__ or "").split("\n")[0] for name, record in TABLES.items()},
        languages=languages,
        size=next((name for limit, name in _SIZES if rows < limit), "n>1M"),
        rows=rows,
        edition=source.edition.name if source.edition else None,
        coverage=coverage(source.tables).sentences(),
        version=source.manifest.get("version"),
    )
