"""The submitters of a run as every export names them: code, name, kind and region."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pipeline.statistics.dataset import Tables, kinds_of, regions_of
from pipeline.statistics.names import Names, names_of


@dataclass(frozen=True, slots=True)
class Submitters:
    """What is known of the submitters of a run, by code."""

    names: Names
    kinds: Mapping[str, str]
    regions: Mapping[str, str]

    def of(self, code: str | None) -> dict[str, str | None]:
        """Describe one submitter; all null where it is not known."""
        if code is None:
            return dict.fromkeys(("submitter_id", "name", "type", "region"))
        return {
            "submitter_id": code,
            "name": self.names.of("submitter", code),
            "type": self.kinds.get(code),
            "region": self.regions.get(code),
        }

    def name(self, code: str | None) -> str | None:
        """Name one submitter."""
        return self.names.of("submitter", code) if code is not None else None

    def __iter__(self) -> Iterator[dict[str, str | None]]:
        return (self.of(code) for code in self.names.submitters)


def submitters_of(tables: Tables) -> Submitters:
    """Describe the submitters of a run, those of the edition first and in its order."""
    return Submitters(names_of(tables), kinds_of(tables), regions_of(tables))
