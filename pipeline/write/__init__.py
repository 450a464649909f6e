"""Records to tables: Parquet, CSV and the data package that describes them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from pipeline.config import Edition
from pipeline.records import TABLES, Record
from pipeline.storage import write_text, written_whole
from pipeline.write.checksums import write_checksums
from pipeline.write.citation import write_citation
from pipeline.write.csv import write_csv
from pipeline.write.dictionary import as_markdown
from pipeline.write.package import write_package
from pipeline.write.schema import arrow_schema


def write_dataset(tables: Mapping[str, Sequence[Record]], folder: Path, *, edition: Edition | None) -> None:
    """Write every table of the contract into a folder, as Parquet and CSV, with what describes them.

    That is datapackage.json, data-dictionary.md, CITATION.cff and CHECKSUMS. The same rows give the same bytes. Every
    file is written beside its place and renamed.
    """
    for name, record in TABLES.items():
        rows = [row.model_dump() for row in tables[name]]
        _write_parquet(folder / f"{name}.parquet", record, rows)
        write_csv(folder / f"{name}.csv", record, rows)
    write_package(folder, {name: len(tables[name]) for name in TABLES}, edition=edition)
    write_text(folder / "data-dictionary.md", as_markdown())
    write_citation(folder, edition=edition)
    files = [f"{name}.{kind}" for name in TABLES for kind in ("csv", "parquet")]
    write_checksums(folder, [*files, "datapackage.json", "data-dictionary.md", "CITATION.cff"])


def _write_parquet(path: Path, record: type[Record], rows: list[dict[str, object]]) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    table = pa.Table.from_pylist(rows, schema=arrow_schema(record))
    with written_whole(path) as beside:
        pq.write_table(table, beside, compression="zstd")
