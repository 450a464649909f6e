"""Records to tables: Parquet, CSV and the data package that describes them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from pipeline.config import Edition
from pipeline.records import TABLES, Record
from pipeline.storage import written_whole
from pipeline.write.csv import write_csv
from pipeline.write.package import write_package
from pipeline.write.schema import arrow_schema


def write_dataset(tables: Mapping[str, Sequence[Record]], folder: Path, *, edition: Edition | None) -> None:
    """Write every table of the contract into a folder, as Parquet and CSV, with datapackage.json.

    The same rows give the same bytes. Every file is written beside its place and renamed.
    """
    for name, record in TABLES.items():
        rows = [row.model_dump() for row in tables[name]]
        _write_parquet(folder / f"{name}.parquet", record, rows)
        write_csv(folder / f"{name}.csv", record, rows)
    write_package(folder, {name: len(tables[name]) for name in TABLES}, edition=edition)


def _write_parquet(path: Path, record: type[Record], rows: list[dict[str, object]]) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    table = pa.Table.from_pylist(rows, schema=arrow_schema(record))
    with written_whole(path) as beside:
        pq.write_table(table, beside, compression="zstd")
