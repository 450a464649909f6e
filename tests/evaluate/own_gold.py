"""Gold rows, predictions and run tables made by hand, small enough to compute by head."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from pipeline.evaluate.gold import Gold, GoldSentence, Text
from pipeline.evaluate.predictions import Prediction
from pipeline.evaluate.result import Origin
from pipeline.evaluate.tables import RunTables, ScoredLabel

ORIGIN = Origin(
    version="9.9", run="own", finished=None, edition=None, stages={}, near_miss=0.2,
    model={"sentences": 12, "languages": ["en", "fr"]}, model_is_current=True,
)  # fmt: skip


def row(id: str, text: str, **values: Any) -> dict[str, Any]:
    """A gold row with text as it stands in a file; `objectives=[7]` makes 7 required, `may=[9]` allows 9 too."""
    base: dict[str, Any] = {"id": id, "source": "paper.md", "text": text, "status": ["implemented"]}
    for field in ("objectives", "themes"):
        required = list(values.pop(field, ()))
        base[field] = {"required": required, "allowed": [*required, *values.pop(f"{field}_allowed", ())]}
    return base | values


def gold_of(*rows: dict[str, Any]) -> Gold:
    sentences = [GoldSentence(Text.model_validate(own), f"gold:{n}") for n, own in enumerate(rows, 1)]
    return Gold("own", tuple(sentences), "0" * 16)


def said(
    status: str = "implemented",
    objectives: Mapping[str, float] | Sequence[str] = (),
    themes: Mapping[str, float] | Sequence[str] = (),
    **values: Any,
) -> Prediction:
    """A prediction; labels with scores below 0.4 are near misses, labels without a score get 0.8."""
    given = {"objectives": _scores(objectives), "themes": _scores(themes)}
    method = values.pop("method", "both")
    base: dict[str, Any] = {
        "status_score": 0.8, "needs_review": False, "language": "en", "submitter_type": "state"
    }  # fmt: skip
    return Prediction(
        status=status,
        labels={field: frozenset(c for c, s in scores.items() if s >= 0.4) for field, scores in given.items()},
        scored={
            (field, code): ScoredLabel(score, score >= 0.4, method)
            for field, scores in given.items()
            for code, score in scores.items()
        },
        **(base | values),
    )


def _scores(labels: Mapping[str, float] | Sequence[str]) -> dict[str, float]:
    return dict(labels) if isinstance(labels, Mapping) else dict.fromkeys(labels, 0.8)


def run_of(*papers: Sequence[Sequence[str]], shas: Sequence[str] = (), names: Sequence[str] = ()) -> RunTables:
    """A run over papers given as lists of paragraphs, which are lists of sentences; every sentence has theme a, b..."""
    documents, statements = [], []
    for paper, paragraphs in enumerate(papers):
        doc_id = f"d{paper}"
        documents.append({
            "doc_id": doc_id, "file_name": names[paper] if names else f"{doc_id}.md",
            "sha256": shas[paper] if shas else f"{paper:064x}", "submitter_id": "FJI", "submitter_type": "state",
            "duplicate_of": None,
        })  # fmt: skip
        for number, sentences in enumerate(paragraphs, 1):
            statements += [
                {
                    "statement_id": f"{doc_id}.p{number}.s{order}", "paragraph_id": f"{doc_id}.p{number}",
                    "doc_id": doc_id, "text": text, "language": "en", "submitter_id": "FJI",
                    "status": "implemented" if order == 1 else "planned", "status_score": 0.9,
                    "objectives": [order], "themes": [], "needs_review": False,
                    "paragraph": str(number), "paragraph_order": number, "order": order,
                }
                for order, text in enumerate(sentences, 1)
            ]  # fmt: skip
    frame = pd.DataFrame(statements)
    frame = frame.assign(place=frame.groupby("doc_id").cumcount() + 1)
    labels = pd.DataFrame(columns=["statement_id", "scheme", "code", "score", "chosen", "method"])
    return RunTables(pd.DataFrame(documents), frame, labels)
