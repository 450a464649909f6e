"""What every export starts from: the tables of a run folder, its edition, its failures and how it was made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.config import Edition
from pipeline.errors import ConfigError, Problem
from pipeline.records import Failure

if TYPE_CHECKING:
    import pyarrow as pa

    from pipeline.statistics.dataset import Tables


@dataclass(frozen=True)
class Source:
    """One finished run: `data` is its folder of tables, `manifest` what run.json says."""

    data: Path
    manifest: Mapping[str, Any]
    failures: Sequence[Failure] = ()
    edition: Edition | None = None

    def table(self, name: str) -> pa.Table:
        """Read one table of the contract whole; ConfigError where it is not there yet."""
        import pyarrow.parquet as pq

        path = self.data / f"{name}.parquet"
        try:
            return pq.read_table(path)
        except FileNotFoundError as error:
            fault = Problem(str(path), "is missing; `gcm run` or `gcm write` on the same folder makes it")
            raise ConfigError([fault]) from error

    @cached_property
    def tables(self) -> Tables:
        """The tables as the statistics count them."""
        from pipeline.statistics.dataset import read_tables

        return read_tables(self.data, edition=self.edition)
