"""What codes are called on the page: submitters, labels, languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from pipeline.gazetteer.states import region_of, state_name
from pipeline.statistics.counts import scheme_of
from pipeline.statistics.dataset import Tables
from pipeline.taxonomy import SchemeLabel

WITHOUT: Mapping[str, str] = {
    "theme": "No theme",
    "objective": "No objective",
    "submitter": "Submitter unknown",
    "language": "Language unknown",
}
"""What a missing value is called, by dimension."""


@dataclass(frozen=True, slots=True)
class Names:
    """Names of the submitters of a run, by code and in the order in which the page lists them."""

    submitters: Mapping[str, str]

    def of(self, dimension: str, code: str | int | None) -> str:
        """Name a value in full; what is unknown is called by its code."""
        if code is None:
            return WITHOUT.get(dimension, "No label" if scheme_of(dimension) else "Unknown")
        if dimension == "submitter":
            return self.submitters.get(str(code), str(code))
        if dimension == "language":
            return language_name(str(code))
        label = label_of(dimension, code)
        return label.title if label else str(code)

    def short(self, dimension: str, code: str | int | None) -> str:
        """Name a value for a narrow place."""
        label = label_of(dimension, code) if code is not None else None
        return label.short if label else self.of(dimension, code)


def names_of(tables: Tables) -> Names:
    """Name the submitters of a run: those of the edition first and as it names them, then the others by alphabet."""
    seen = {str(code) for table in (tables.statements, tables.documents) for code in table["submitter_id"].dropna()}
    printed = {submitter.id: submitter.name for submitter in (tables.edition.submitters if tables.edition else [])}
    own = tables.documents[["submitter_id", "submitter"]].dropna()
    said = dict(zip(own["submitter_id"], own["submitter"], strict=True))
    others = {code: state_name(code) if region_of(code) else said.get(code, code) for code in seen - printed.keys()}
    by_alphabet = dict(sorted(others.items(), key=lambda item: (item[1].casefold(), item[0])))
    return Names({code: name for code, name in printed.items() if code in seen} | by_alphabet)


def label_of(dimension: str, code: str | int | None) -> SchemeLabel | None:
    """Find the label of a scheme's code; None where the taxonomy has none, or no scheme stands for the dimension."""
    scheme = scheme_of(dimension)
    return next((label for label in scheme.labels if label.code == str(code)), None) if scheme else None


@cache
def language_name(code: str) -> str:
    """Name a language in English: "fr" is French; an unknown code stays as it is."""
    from babel import Locale

    return str(Locale.parse("en").languages.get(code, "Other" if code == "other" else code))
