"""Papers made by chance, of known prevalence, read by a classifier of known error; and gold read by the same one.

What is known: the true share of each label in all papers that there could be, and the true sensitivity and specificity.
As in life, statements of one paper are alike: prevalence and errors differ from paper to paper (beta distributions),
papers differ in length (log-normal), and the gold is a few papers with few sentences that carry a label.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.records import STATUSES
from pipeline.statistics.correction import corrected_label, corrected_statuses, label_errors
from pipeline.statistics.errors import LabelCounts, SchemeErrors, StatusErrors
from pipeline.statistics.intervals import pooled_design, sample_of, wilson

Floats = NDArray[np.float64]

ALIKE = 0.05  # correlation of a label between two statements of one paper
ERRORS_ALIKE = (0.10, 0.035)  # of labels left out and wrongly given: gives design effects as measured on the gold
STATUS_ERRORS_ALIKE = 0.2
GOLD_PAPERS = 20
SEED = 20201119
MIXES = ((0.34, 0.02, 0.02, 0.08, 0.15, 0.39), (0.45, 0.07, 0.02, 0.09, 0.08, 0.29), (0.2, 0.01, 0.05, 0.05, 0.09, 0.6))
"""True shares of the statuses: reviews of national reports, an annual report, papers that mostly describe."""


MEASURED = {
    "1": (5, 1, 0, 573),
    "2": (4, 5, 5, 563),
    "3": (8, 1, 1, 567),
    "4": (7, 15, 2, 555),
    "5": (69, 18, 16, 461),
    "6": (30, 11, 9, 524),
    "7": (47, 20, 22, 482),
    "8": (0, 1, 1, 576),
    "9": (9, 2, 8, 559),
    "10": (44, 1, 5, 528),
    "11": (9, 2, 5, 561),
    "12": (8, 8, 4, 555),
    "13": (27, 2, 8, 541),
    "14": (3, 2, 0, 574),
    "15": (15, 11, 8, 539),
    "16": (21, 3, 3, 549),
    "17": (8, 4, 1, 565),
    "18": (1, 0, 0, 578),
    "21": (10, 3, 1, 564),
    "23": (45, 24, 30, 476),
}
"""Objectives as measured on the held-out gold: both, wrongly given, left out, neither (25 November 2026)."""

CONFUSED = (
    (179, 2, 7, 3, 3, 23),
    (10, 20, 1, 1, 1, 0),
    (3, 1, 45, 3, 1, 4),
    (11, 1, 1, 27, 3, 12),
    (4, 0, 0, 2, 84, 8),
    (34, 3, 2, 3, 0, 77),
)
"""Statuses as measured then: rows are right, columns given, in the order of the taxonomy."""


@dataclass(frozen=True)
class Truth:
    """True error rates of labels, and the gold sentences that carry each and do not."""

    codes: Sequence[str]
    sensitivity: Floats
    specificity: Floats
    required: Floats
    without: Floats


def truth() -> Truth:
    """Take measured rates for true, and three labels of rates of our own, each with 50 gold sentences.

    Of a label with one to three sentences nothing is known; its sensitivity is taken to be 0.7.
    """
    rows = {code: np.array(row, dtype=float) for code, row in MEASURED.items()}
    required = np.array([both + left_out for both, _, left_out, _ in rows.values()])
    without = np.array([wrong + neither for _, wrong, _, neither in rows.values()])
    found = np.array([both for both, *_ in rows.values()])
    spared = np.array([neither for *_, neither in rows.values()])
    return Truth(
        [*rows, "good", "fair", "weak"],
        np.r_[np.where(required > 3, found / required, 0.7), 0.9, 0.8, 0.6],
        np.r_[(spared + 0.5) / (without + 1), 0.99, 0.97, 0.98],
        np.r_[required, 50, 50, 50],
        np.r_[without, 520, 520, 520],
    )


@dataclass(frozen=True)
class Corpus:
    """Statements said to carry each label by paper (papers x labels), sizes of papers, and the true share in them."""

    counts: Floats
    sizes: Floats
    true_share: Floats


def varied(rng: np.random.Generator, mean: Floats, alike: float, papers: int) -> Floats:
    """Draw a rate for each paper and label (papers x labels) round the means."""
    strength = 1 / alike - 1
    return rng.beta(np.maximum(mean * strength, 1e-9), np.maximum((1 - mean) * strength, 1e-9), (papers, len(mean)))


def corpus(rng: np.random.Generator, truth: Truth, prevalence: Floats, *, papers: int, length: float = 40) -> Corpus:
    """Make a corpus in which each label has a true prevalence, read with errors."""
    sizes = np.maximum(rng.lognormal(np.log(length) - 0.32, 0.8, papers).round(), 1).astype(int)
    carry = rng.binomial(sizes[:, None], varied(rng, prevalence, ALIKE, papers))
    found = rng.binomial(carry, varied(rng, truth.sensitivity, ERRORS_ALIKE[0], papers))
    false = rng.binomial(sizes[:, None] - carry, varied(rng, 1 - truth.specificity, ERRORS_ALIKE[1], papers))
    return Corpus((found + false).astype(float), sizes.astype(float), carry.sum(axis=0) / sizes.sum())


def gold(rng: np.random.Generator, truth: Truth) -> SchemeErrors:
    """Make gold of a few papers and count what the classifier does in it, as `gcm evaluate --errors` does."""
    labels = len(truth.codes)
    papers = rng.dirichlet(np.full(GOLD_PAPERS, 1.0), labels)
    carry = np.stack([rng.multinomial(int(n), p) for n, p in zip(truth.required, papers, strict=True)], axis=1)
    lengths = rng.dirichlet(np.full(GOLD_PAPERS, 3.0))
    spared = np.stack([rng.multinomial(int(n), lengths) for n in truth.without], axis=1)
    left_out = carry - rng.binomial(carry, varied(rng, truth.sensitivity, ERRORS_ALIKE[0], GOLD_PAPERS))
    false = rng.binomial(spared, varied(rng, 1 - truth.specificity, ERRORS_ALIKE[1], GOLD_PAPERS))
    counts: Mapping[str, LabelCounts] = {
        code: LabelCounts(
            both=int((carry - left_out)[:, n].sum()),
            wrongly_given=int(false[:, n].sum()),
            left_out=int(left_out[:, n].sum()),
            neither=int((spared - false)[:, n].sum()),
        )
        for n, code in enumerate(truth.codes)
    }
    return SchemeErrors(
        labels=dict(counts),
        labelled=0,
        design_left_out=pooled_design(left_out.astype(float), carry.astype(float)),
        design_wrongly_given=pooled_design(false.astype(float), spared.astype(float)),
    )


@dataclass(frozen=True)
class Coverage:
    """How often intervals held the truth: corrected and raw ones; how often none was given; the median width."""

    corrected: float
    in_these_papers: float
    raw: float
    refused: int
    width: float


def coverage_of(
    labels: Sequence[str], prevalence: float, *, trials: int, seed: int, papers: int = 27
) -> dict[str, Coverage]:
    """Correct many corpora with gold made anew each time, and count how often the intervals hold the truth."""
    rng, true = np.random.default_rng(seed), truth()
    held: dict[str, list[tuple[bool, bool, bool, float] | bool]] = {code: [] for code in labels}
    for _ in range(trials):
        errors = label_errors(gold(rng, true))
        own = corpus(rng, true, np.full(len(true.codes), prevalence), papers=papers)
        sample = sample_of(own.counts, own.sizes)
        for code in labels:
            place = list(true.codes).index(code)
            share, size = float(sample.shares[place]), float(sample.effective[place])
            raw = holds(wilson(share, size), prevalence)
            found = corrected_label(share, size, errors[code])
            if found is None:
                held[code].append(raw)
                continue
            low, high = found.interval
            here = holds(found.interval, own.true_share[place])
            held[code].append((holds(found.interval, prevalence), here, raw, high - low))
    return {code: _summary(rows) for code, rows in held.items()}


def status_coverage(prevalence: Sequence[float], *, trials: int, seed: int, papers: int = 27) -> tuple[Floats, Floats]:
    """Correct many corpora of statuses with gold made anew; how often corrected and raw intervals hold each share."""
    rng, true = np.random.default_rng(seed), np.array(prevalence)
    counts = np.array(CONFUSED, dtype=float)
    confusion = (counts + 0.5) / (counts + 0.5).sum(axis=1, keepdims=True)
    held, raw = [], []
    for _ in range(trials):
        errors = status_gold(rng, STATUSES, confusion, counts.sum(axis=1))
        sizes = np.maximum(rng.lognormal(np.log(40) - 0.32, 0.8, papers).round(), 1)
        carry = rng.multinomial(sizes.astype(int), mixed(rng, true, ALIKE, papers))
        given = rng.multinomial(carry, mixed(rng, confusion, STATUS_ERRORS_ALIKE, papers)).sum(axis=1)
        sample = sample_of(given.astype(float), sizes)
        found = corrected_statuses(sample.shares, sample.effective, errors)
        pairs = zip(sample.shares.tolist(), sample.effective.tolist(), true, strict=True)
        raw.append([holds(wilson(share, size), value) for share, size, value in pairs])
        if found:
            held.append([holds(own.interval, value) for own, value in zip(found, true, strict=True)])
    return np.mean(held, axis=0), np.mean(raw, axis=0)


def status_gold(rng: np.random.Generator, codes: Sequence[str], confusion: Floats, required: Floats) -> StatusErrors:
    """Make gold of a few papers, each with errors of its own, and count which status is taken for which."""
    lengths = rng.dirichlet(np.full(GOLD_PAPERS, 3.0), len(codes))
    carry = rng.multinomial(required.astype(int), lengths).T
    given = rng.multinomial(carry, mixed(rng, confusion, STATUS_ERRORS_ALIKE, GOLD_PAPERS))
    wrong = carry.sum(axis=1) - np.trace(given, axis1=1, axis2=2)
    design = pooled_design(wrong[:, None].astype(float), carry.sum(axis=1)[:, None].astype(float))
    return StatusErrors(codes=list(codes), counts=given.sum(axis=0).tolist(), design=design)


def mixed(rng: np.random.Generator, mean: Floats, alike: float, papers: int) -> Floats:
    """Draw for each paper shares that add up to 1 (last axis) round the means."""
    drawn = rng.gamma(np.maximum(mean * (1 / alike - 1), 1e-3), 1.0, (papers, *mean.shape))
    return np.asarray(drawn / drawn.sum(axis=-1, keepdims=True))


def holds(interval: tuple[float, float], value: float) -> bool:
    """Tell whether an interval holds a value."""
    return bool(interval[0] <= value <= interval[1])


def _summary(rows: Sequence[tuple[bool, bool, bool, float] | bool]) -> Coverage:
    given = [row for row in rows if isinstance(row, tuple)]
    return Coverage(
        corrected=float(np.mean([row[0] for row in given])),
        in_these_papers=float(np.mean([row[1] for row in given])),
        raw=float(np.mean([row[2] if isinstance(row, tuple) else row for row in rows])),
        refused=len(rows) - len(given),
        width=float(np.median([row[3] for row in given])),
    )


def main() -> None:
    """Print the tables of docs/statistics.md."""
    true = truth()
    shown = ("good", "fair", "weak", "10", "5", "7", "23", "13", "4", "9", "2", "14", "8")
    for prevalence in (0.01, 0.05, 0.2):
        for code, own in coverage_of(shown, prevalence, trials=1000, seed=SEED).items():
            place = list(true.codes).index(code)
            figures = (true.sensitivity[place], true.specificity[place], own.corrected, own.raw, own.in_these_papers)
            cells = " | ".join(f"{figure:.3f}" for figure in figures)
            line = f"| {100 * prevalence:.0f} % | {code} | {true.required[place]:.0f} | {cells} | {own.refused} |"
            sys.stdout.write(f"{line}\n")
    for mix in MIXES:
        for code, share, own, raw in zip(STATUSES, mix, *status_coverage(mix, trials=1000, seed=SEED), strict=True):
            sys.stdout.write(f"| {code} | {100 * share:.0f} % | {own:.3f} | {raw:.3f} |\n")


if __name__ == "__main__":
    main()
