"""Theme statistics: statements, commitments, documents and submitters by any combination of dimensions.

What is counted, and how, is said in `COUNTING`, which the page and `gcm stats` print beside the numbers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from pipeline.config_files import config_names
from pipeline.errors import ConfigError, Problem
from pipeline.quality import FAILED
from pipeline.statistics.dataset import Tables
from pipeline.taxonomy import OBJECTIVES, STATUSES, THEMES, Scheme, load_scheme

DIMENSIONS = (
    "theme", "objective", "status", "submitter", "submitter_type", "region", "language", "document", "year", "quality",
)  # fmt: skip
"""What statements can be counted by, in the order in which help texts name it."""

MEASURES = ("statements", "commitments", "documents", "submitters")
"""The columns of numbers; each counts distinct things."""

COUNTING = (
    "A statement is one sentence. A statement with two themes or two objectives counts in both, so a column of them may"
    " add up to more than its total; a total counts every statement once.",
    "A commitment is a statement whose status is implemented, in progress, planned or pledged.",
    "A statement belongs to the submitter for whom its paragraph speaks: in a report the country section that it"
    " stands in, in a submission the sender.",
    "Statements of a document that repeats another one are not counted.",
)
"""How the numbers are made, in sentences for the reader."""

SCHEMES = {"theme": THEMES, "objective": OBJECTIVES, "status": STATUSES}
"""The dimensions whose values a scheme of the taxonomy names, and that scheme."""

_LISTS = {"theme": "themes", "objective": "objectives"}


@dataclass(frozen=True, slots=True)
class Coverage:
    """What the numbers cover: documents by how they fared, and statements that want a second look."""

    documents: int
    read: int
    failed: int
    duplicates: int
    fair: int
    poor: int
    statements: int
    needs_review: int
    without_theme: int
    without_objective: int
    without_submitter: int

    def sentences(self) -> list[str]:
        """Say it in sentences, with how the numbers are made."""
        return [*self.caveats(), *COUNTING]

    def caveats(self) -> list[str]:
        """Say what is covered and what is not, the caveats that do not apply left out."""
        of_all = f"of {_number(self.statements, 'statement')}"
        parts = [
            (True, f"{self.read:,} of {_number(self.documents, 'document')} could be read."),
            (self.failed, f"No number covers the {_number(self.failed, 'document')} that could not be read."),
            (self.duplicates, f"{_number(self.duplicates, 'document')} repeated another one and did not count."),
            (self.poor, f"{_number(self.poor, 'document')} could be read only poorly: text may be missing."),
            (self.fair, f"{_number(self.fair, 'document')} had something to look at, named in the list of documents."),
            (self.needs_review, f"{self.needs_review:,} {of_all} should be looked at by a person."),
            (self.without_theme, f"{self.without_theme:,} {of_all} carry no theme."),
            (self.without_objective, f"{self.without_objective:,} {of_all} carry no objective."),
            (self.without_submitter, f"{self.without_submitter:,} {of_all} have no known submitter."),
        ]
        return [sentence for applies, sentence in parts if applies]


def statistics(tables: Tables, by: Sequence[str]) -> pd.DataFrame:
    """Count by the dimensions named: one row a combination that occurs, in the order of the taxonomy or alphabet.

    Columns are the dimensions and `MEASURES`; no dimension gives one row of totals. A statement with two themes counts
    in both; one without a theme counts under null. Statements of documents that repeat another one are not counted.
    Raises ConfigError for an unknown dimension, or one named twice.
    """
    check_dimensions(tables, by)
    counted = _count(one_a_value(tables, by), by)
    values = {dimension: [_value(dimension, value) for value in counted[dimension]] for dimension in by}
    codes = {name: _codes(name) for name in by}
    order = sorted(range(len(counted)), key=lambda row: [_place(codes[name], values[name][row]) for name in by])
    named = {name: pd.Series(values[name], index=counted.index, dtype=object) for name in by}
    return counted.assign(**named).iloc[order][[*by, *MEASURES]].reset_index(drop=True)


def cross_table(tables: Tables, rows: str, columns: str) -> pd.DataFrame:
    """Count statements by two dimensions: rows and columns as index and columns, 0 where nothing occurs.

    Every code of a scheme is there whether it occurs or not; None stands last for the statements that have no value.
    """
    counted = statistics(tables, [rows, columns])
    down, across = _values(rows, counted[rows]), _values(columns, counted[columns])
    cells = {(row, column): number for row, column, number in zip(*_three(counted, rows, columns), strict=True)}
    numbers = [[cells.get((row, column), 0) for column in across] for row in down]
    return pd.DataFrame(
        numbers,
        index=pd.Index(down, dtype=object, name=rows),
        columns=pd.Index(across, dtype=object, name=columns),
        dtype="int64",
    )


def values_of(tables: Tables, dimension: str) -> list[str | int]:
    """List the values of a dimension that can occur: every code of a scheme, else those that do occur."""
    values = _values(dimension, statistics(tables, [dimension])[dimension])
    return [value for value in values if value is not None]


def coverage(tables: Tables) -> Coverage:
    """Tell what the numbers cover and what they do not."""
    documents = tables.documents
    failed = documents["warnings"].map(lambda codes: FAILED in codes).astype(bool)
    repeats = documents["duplicate_of"].notna()
    quality = documents["quality"][~failed & ~repeats]
    statements = tables.counted
    return Coverage(
        documents=len(documents),
        read=int((~failed).sum()),
        failed=int(failed.sum()),
        duplicates=int((repeats & ~failed).sum()),
        fair=int((quality == "fair").sum()),
        poor=int((quality == "poor").sum()),
        statements=len(statements),
        needs_review=int(statements["needs_review"].sum()),
        without_theme=int((statements["themes"].map(len) == 0).sum()),
        without_objective=int((statements["objectives"].map(len) == 0).sum()),
        without_submitter=int(statements["submitter"].isna().sum()),
    )


def own_schemes(tables: Tables) -> list[str]:
    """List the schemes of the user's own that labelled statements of this run."""
    return sorted(set(tables.labels["scheme"].unique()) - set(SCHEMES.values()))


def scheme_of(dimension: str) -> Scheme | None:
    """Give the scheme that names a dimension's values; None where there is none, or the configuration lost it."""
    return scheme_of_name(SCHEMES.get(dimension, dimension))


def scheme_of_name(name: str) -> Scheme | None:
    """Load a scheme by its own name; None where the configuration does not have it, or has it no longer."""
    return load_scheme(name) if name in config_names("taxonomy") else None


def scheme_name(dimension: str) -> str | None:
    """Name the scheme whose labels a dimension counts; None for a dimension that is no scheme, such as region."""
    if dimension in SCHEMES:
        return SCHEMES[dimension]
    return None if dimension in DIMENSIONS else dimension


def check_dimensions(tables: Tables, by: Sequence[str]) -> None:
    """Raise ConfigError for an unknown dimension, or one named twice."""
    # A scheme that labelled nothing counts nothing, and is no misspelling.
    own = {*own_schemes(tables), *config_names("taxonomy")} - set(SCHEMES.values())
    dimensions = [*DIMENSIONS, *sorted(own)]
    known = f"known: {', '.join(dimensions)}"
    problems = [Problem(f"dimension {name}", f"unknown; {known}") for name in by if name not in dimensions]
    problems += [
        Problem(f"dimension {name}", "named twice; once is enough") for name in dict.fromkeys(by) if by.count(name) > 1
    ]
    if problems:
        raise ConfigError(problems)


def one_a_value(tables: Tables, by: Sequence[str], *, statements: pd.DataFrame | None = None) -> pd.DataFrame:
    """Give one row a statement and combination of its values; `statements` are those that count, with more columns."""
    statements = tables.counted if statements is None else statements
    for dimension in by:
        if dimension in _LISTS:
            values = statements[_LISTS[dimension]].map(list)
        elif dimension not in DIMENSIONS:
            values = statements["statement_id"].map(_chosen(tables.labels, dimension))
        else:
            continue
        statements = statements.assign(**{dimension: values}).explode(dimension)
    return statements


def _chosen(labels: pd.DataFrame, scheme: str) -> pd.Series[Any]:
    """Give the chosen codes of one scheme by statement; the statements table has no column for one's own schemes."""
    own = labels[(labels["scheme"] == scheme) & labels["chosen"]]
    return own.groupby("statement_id")["code"].agg(list)


def _count(facts: pd.DataFrame, by: Sequence[str]) -> pd.DataFrame:
    """Count distinct things, one row a combination; a commitment is a statement's id where it is one, else null."""
    facts = facts.assign(commitment_id=facts["statement_id"].where(facts["is_commitment"].astype(bool)))
    sources = {
        "statements": "statement_id",
        "commitments": "commitment_id",
        "documents": "doc_id",
        "submitters": "submitter",
    }
    if not by:
        return pd.DataFrame([{measure: facts[source].nunique() for measure, source in sources.items()}])
    groups = facts.groupby(list(by), dropna=False, sort=False)
    return groups.agg(**{measure: (source, "nunique") for measure, source in sources.items()}).reset_index()


def _value(dimension: str, value: Any) -> str | int | None:  # noqa: ANN401 - what a group's key may be
    if pd.isna(value):
        return None
    return int(value) if dimension == "objective" else str(value)


def _codes(dimension: str) -> tuple[str, ...]:
    scheme = scheme_of(dimension)
    return scheme.codes if scheme else ()


def _place(codes: tuple[str, ...], value: str | int | None) -> tuple[int, int, str]:
    """Order values: by the codes of their scheme, else by the alphabet; what the scheme lacks after it, null last."""
    if value is None:
        return 2, 0, ""
    return (0, codes.index(str(value)), "") if str(value) in codes else (1, 0, str(value))


def _values(dimension: str, seen: pd.Series[Any]) -> list[str | int | None]:
    codes = _codes(dimension)
    known = {int(code) if dimension == "objective" else code for code in codes}
    return sorted(known | set(seen), key=lambda value: _place(codes, value))


def _three(counted: pd.DataFrame, rows: str, columns: str) -> tuple[list[Any], list[Any], list[Any]]:
    return list(counted[rows]), list(counted[columns]), list(counted["statements"])


def _number(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
