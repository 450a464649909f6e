"""The main figures of parts of the gold: by language, kind of submitter, register and paper."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from pipeline.evaluate.outcomes import Outcomes
from pipeline.evaluate.ratios import f1, share
from pipeline.evaluate.resampling import Resampling, figure
from pipeline.evaluate.result import Figure, Group

UNKNOWN = "unknown"


def groups_of(outcomes: Outcomes, resampling: Resampling) -> list[Group]:
    """Give the groups of every dimension, the largest first; a dimension of which nothing is known is left out."""
    groups = []
    for dimension, values in _dimensions(outcomes).items():
        names = [name for name in dict.fromkeys(values) if name != UNKNOWN]
        if not names:
            continue
        known = [*names, *([UNKNOWN] if UNKNOWN in values else [])]
        known.sort(key=lambda name: (name == UNKNOWN, -values.count(name), name))
        groups += [_group(dimension, name, values, outcomes, resampling) for name in known]
    return groups


def _dimensions(outcomes: Outcomes) -> Mapping[str, list[str]]:
    """Say of each sentence where it belongs: what people wrote beside it, else what the run says."""
    pairs = list(zip(outcomes.gold, outcomes.predictions, strict=True))
    return {
        "language": [gold.language or (found.language if found else None) or UNKNOWN for gold, found in pairs],
        "submitter type": [(found.submitter_type if found else None) or UNKNOWN for _, found in pairs],
        "register": [gold.register or UNKNOWN for gold, _ in pairs],
        "document": [gold.document for gold, _ in pairs],
    }


def _group(dimension: str, name: str, values: Sequence[str], outcomes: Outcomes, resampling: Resampling) -> Group:
    own = np.array([value == name for value in values], dtype=bool)
    papers = len(np.unique(outcomes.documents[own]))
    right = resampling.totals(np.column_stack([outcomes.right & own, own]).astype(np.float64))
    return Group(
        dimension=dimension,
        name=name,
        sentences=int(own.sum()),
        documents=papers,
        found=round(float(outcomes.found[own].mean()), 4),
        status_accuracy=figure(share(right[:, 0], right[:, 1]), papers=papers),
        objectives_micro_f1=_micro_f1("objectives", own, papers, outcomes, resampling),
        themes_micro_f1=_micro_f1("themes", own, papers, outcomes, resampling),
    )


def _micro_f1(field: str, own: np.ndarray, papers: int, outcomes: Outcomes, resampling: Resampling) -> Figure:
    counts = outcomes.labels[field].array.sum(axis=1) * own[:, None]
    return figure(f1(resampling.totals(counts)), papers=papers)
