"""How sure the counts are: shares with intervals, corrected for the classifier's measured error, and their evidence.

How every number is made, and how often the intervals hold the truth in simulations, is told in docs/statistics.md.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from pipeline.errors import ConfigError, Problem
from pipeline.statistics.correction import Corrected, corrected_label, corrected_statuses, label_errors
from pipeline.statistics.counts import one_a_value, scheme_name, values_of
from pipeline.statistics.dataset import Tables
from pipeline.statistics.errors import Errors, errors_at_hand
from pipeline.statistics.intervals import Interval, Sample, sample_of, wilson
from pipeline.statistics.reasons import FEWEST_GOLD, Reasons
from pipeline.taxonomy import STATUSES

Floats = NDArray[np.float64]
Evidence = Literal["enough", "little", "none"]
Code = str | int

ESTIMATING = (
    "A share is the part of all counted statements that carry the label. Its 95 % interval respects that the statements"
    " of one submitter in one document are alike, and speaks of documents like these.",
    "A corrected share allows for the errors that the program makes with the label, as measured on sentences that"
    " people labelled; its 95 % interval holds the uncertainty of both.",
    "Little evidence: fewer than 10 statements, or statements of fewer than 3 submitters or documents.",
)
"""How the estimates are made, in sentences for the reader."""

FEWEST_STATEMENTS = 10
"""Below, the interval of a mere count is wider than 130 % of it, which is where the US health statistics suppress a
share (Parker et al. 2017): of 10 it is 4.8 to 18.4."""

SPARSEST = 0.5
"""The part of the gold's share of labelled sentences below which its errors are not carried over: labels are wrongly
given a third as often to gold sentences that carry none as to those that carry another one (docs/statistics.md)."""

FEWEST_CONTRIBUTIONS = 3
"""Below, one paper's habits decide; two tell nothing about how much contributions differ."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """One label: statements, their share with its interval, the corrected share with its own, and the evidence.

    Shares are 0 to 1, of all counted statements; intervals hold 95 %. `notes` say what a reader must know.
    """

    code: Code
    statements: int
    share: float
    interval: Interval | None
    corrected: float | None
    corrected_interval: Interval | None
    evidence: Evidence
    notes: tuple[str, ...] = ()

    @property
    def note(self) -> str | None:
        """All that a reader must know, in one text."""
        return " ".join(self.notes) or None


def estimates(tables: Tables, dimension: str, *, thresholds: Mapping[str, float] | None = None) -> tuple[Estimate, ...]:
    """Estimate the share of every code of a scheme, in the order of the taxonomy, also of those that never occur.

    `thresholds` are those of the run, by scheme; those of the configuration where not given. ConfigError for a
    dimension that is no scheme, such as region.
    """
    scheme = scheme_name(dimension)
    if scheme is None:
        raise ConfigError([Problem(f"dimension {dimension}", "has no shares; known: theme, objective, status")])
    codes = values_of(tables, dimension)
    counts, sizes, kinds = _contributions(tables, dimension, codes)
    sample = sample_of(counts, sizes, kinds)
    errors, fault = errors_at_hand(thresholds)
    labelled = _labelled(tables, dimension)
    fault = fault or _unlike(scheme, labelled, errors)
    found = _corrected(scheme, sample, codes, errors, _decided(tables)) if errors and sample.size and not fault else {}
    reasons = Reasons(scheme, errors, fault, sample.contributions, _little_gold(tables, errors))
    return tuple(
        _estimate(code, place, sample, int((counts[:, place] > 0).sum()), found.get(str(code)), reasons)
        for place, code in enumerate(codes)
    )


def _contributions(tables: Tables, dimension: str, codes: Sequence[Code]) -> tuple[Floats, Floats, list[str]]:
    """Count the statements of each contribution by code (contributions x codes), and all; tell its submitter's kind."""
    statements = tables.counted
    keys = list(zip(*(statements[name].fillna("") for name in ("submitter_type", "doc_id", "submitter")), strict=True))
    place = {key: number for number, key in enumerate(sorted(set(keys)))}
    statements = statements.assign(contribution=[place[key] for key in keys])
    sizes = np.bincount(statements["contribution"].astype(int), minlength=len(place)).astype(np.float64)
    column = {code: number for number, code in enumerate(codes)}
    facts = one_a_value(tables, [dimension], statements=statements).drop_duplicates(["statement_id", dimension])
    facts = facts[facts[dimension].notna()]
    counts = np.zeros((len(place), len(codes)))
    np.add.at(counts, (facts["contribution"].astype(int), facts[dimension].map(column).astype(int)), 1)
    return counts, sizes, [kind for kind, *_ in place]


def _labelled(tables: Tables, dimension: str) -> float:
    """Give the share of statements that carry any label of a scheme."""
    facts = one_a_value(tables, [dimension])
    size = len(tables.counted)
    return float(facts.loc[facts[dimension].notna(), "statement_id"].nunique() / size) if size else 0.0


def _unlike(scheme: str, labelled: float, errors: Errors | None) -> str | None:
    """Say why errors measured on the gold do not hold for a run's papers; None where they do."""
    if errors is None or scheme not in errors.schemes or not errors.sentences:
        return None
    gold = errors.schemes[scheme].labelled / errors.sentences
    if labelled >= gold * SPARSEST:
        return None
    return (
        f"these documents speak of its subjects far less ({100 * labelled:.0f} % of the statements carry a label) than"
        f" the gold ({100 * gold:.0f} %), and false alarms are rarer in such text."
    )


def _decided(tables: Tables) -> float:
    """Give the share of statements on which a person decided."""
    gold = tables.counted["gold"]
    return float(gold.astype(bool).mean()) if len(gold) else 0.0


def _corrected(
    scheme: str, sample: Sample, codes: Sequence[Code], errors: Errors, decided: float
) -> Mapping[str, Corrected]:
    if scheme == STATUSES:
        if list(codes) != errors.statuses.codes:
            return {}
        found = corrected_statuses(sample.shares, sample.effective, errors.statuses, decided=decided)
        return dict(zip(errors.statuses.codes, found, strict=True)) if found else {}
    if scheme not in errors.schemes:
        return {}
    known = label_errors(errors.schemes[scheme])
    single = {
        str(code): corrected_label(share, size, known[str(code)], decided=decided)
        for code, share, size in zip(codes, sample.shares, sample.effective, strict=True)
        if str(code) in known and known[str(code)].required
    }
    return {code: corrected for code, corrected in single.items() if corrected}


def _estimate(
    code: Code, place: int, sample: Sample, contributions: int, corrected: Corrected | None, reasons: Reasons
) -> Estimate:
    statements = int(sample.counts[place])
    share = float(sample.shares[place])
    evidence: Evidence = "enough"
    if statements < FEWEST_STATEMENTS or contributions < FEWEST_CONTRIBUTIONS:
        evidence = "little" if statements else "none"
    return Estimate(
        code=code,
        statements=statements,
        share=share,
        interval=wilson(share, float(sample.effective[place])) if sample.contributions > 1 else None,
        corrected=corrected.share if corrected else None,
        corrected_interval=corrected.interval if corrected else None,
        evidence=evidence,
        notes=reasons.notes(str(code), statements, corrected) if sample.size else (),
    )


def _little_gold(tables: Tables, errors: Errors | None) -> Mapping[str, float]:
    """Give the languages in which few gold sentences were measured, with their shares of the statements."""
    spoken = tables.counted["language"].fillna("other").value_counts(normalize=True)
    known = errors.languages if errors else {}
    return {str(name): float(share) for name, share in spoken.items() if known.get(str(name), 0) < FEWEST_GOLD}
