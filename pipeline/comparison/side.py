"""One edition of a comparison, with what is computed of it once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pipeline.comparison.entry import Entry
from pipeline.comparison.facts import Facts, Key
from pipeline.comparison.recycled import Sentences
from pipeline.comparison.result import Count, EditionSummary, PlacedStatement, Unit
from pipeline.comparison.significance import Sample
from pipeline.statistics.counts import coverage, statistics
from pipeline.statistics.dataset import records
from pipeline.statistics.expected import expected
from pipeline.statistics.names import names_of
from pipeline.statistics.places import placed

Counts = tuple[int, dict[Key, int]]
"""How many statements there are, and how many of them carry each label."""

_CLUSTER: Mapping[Unit, str] = {"submitter": "voice", "section": "section", "paragraph": "paragraph_id"}


@dataclass(frozen=True)
class Side:
    """One edition: `facts` are labelled by the common model, `published` as they were published."""

    entry: Entry

    @cached_property
    def facts(self) -> Facts:
        """The statements and labels that are compared."""
        return Facts(self.entry.common)

    @cached_property
    def published(self) -> Facts:
        """The statements and labels as they were published."""
        return Facts(self.entry.published) if self.entry.is_rescored else self.facts

    @cached_property
    def counts(self) -> Counts:
        """Statements by label, as compared."""
        return self.facts.counts()

    @cached_property
    def published_counts(self) -> Counts:
        """Statements by label, as published."""
        return self.published.counts()

    @cached_property
    def sentences(self) -> Sentences:
        """The sentences by which repeated text is found."""
        return Sentences.of(self.entry.common)

    @cached_property
    def submitters(self) -> dict[str, str]:
        """The names of the submitters whose statements count, by code."""
        spoke = set(self.facts.statements["submitter"].dropna())
        return {code: name for code, name in names_of(self.entry.common).submitters.items() if code in spoke}

    def sample(self, unit: Unit, keys: Sequence[Key]) -> Sample:
        """Give the clusters of a unit with their labels."""
        names, sizes, counts = self.facts.by_cluster(_CLUSTER[unit], keys)
        return Sample(tuple(names), sizes, counts)

    def clusters(self, unit: Unit) -> list[str]:
        """Name the clusters of a unit."""
        return sorted(set(self.facts.statements[_CLUSTER[unit]]))

    def summary(self) -> EditionSummary:
        """Sum the edition up."""
        covered = coverage(self.entry.common)
        total = statistics(self.entry.common, []).iloc[0]
        return EditionSummary(
            name=self.entry.name,
            documents=int(total["documents"]),
            submitters=int(total["submitters"]),
            statements=int(total["statements"]),
            commitments=int(total["commitments"]),
            is_rescored=self.entry.is_rescored,
            relabelled=self._relabelled(),
            coverage=tuple(covered.caveats()),
            expected=tuple(expected(self.entry.common).sentences()),
            notes=self.entry.notes,
        )

    def placed(self, number: int) -> Iterator[PlacedStatement]:
        """Give every statement with its place and its labels; `number` is the edition's."""
        labels: dict[str, list[tuple[str, str]]] = {}
        for statement_id, key in zip(self.facts.labels["statement_id"], self.facts.labels["key"], strict=True):
            labels.setdefault(statement_id, []).append((key[0], str(key[1])))
        papers = {row.doc_id: _paper(row) for row in records(self.entry.common.documents)}
        for row in records(placed(self.entry.common).reset_index(drop=True)):
            yield PlacedStatement(
                statement_id=row.statement_id,
                edition=number,
                text=row.text,
                document=papers[row.doc_id],
                doc_id=row.doc_id,
                number=row.number,
                page=row.page,
                submitter=self.submitters.get(row.submitter, row.submitter),
                language=row.language,
                status=row.status,
                labels=tuple(sorted(labels.get(row.statement_id, []))),
            )

    def _relabelled(self) -> int:
        """Count the statements whose labels or status the common model sees otherwise."""
        if not self.entry.is_rescored:
            return 0
        before, after = _label_sets(self.published), _label_sets(self.facts)
        return sum(before.get(key) != after.get(key) for key in before.keys() | after.keys())


def count(counts: Counts, key: Key) -> Count:
    """Give number and share of one label."""
    total, labels = counts
    number = labels.get(key, 0)
    return Count(number, number / total if total else None)


def _paper(row: Any) -> str:  # noqa: ANN401 - a row of the documents table
    """Name a paper so that it can be found: its symbol, else its title, and its file."""
    name = row.symbol or row.title
    return f"{name} ({row.file_name})" if name and name != row.file_name else str(row.file_name)


def _label_sets(facts: Facts) -> dict[str, frozenset[Key]]:
    sets: dict[str, set[Key]] = {}
    for statement_id, key in zip(facts.labels["statement_id"], facts.labels["key"], strict=True):
        sets.setdefault(statement_id, set()).add(key)
    return {statement_id: frozenset(keys) for statement_id, keys in sets.items()}
