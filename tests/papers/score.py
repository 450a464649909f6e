"""Measures a finished run against the truth of the papers.

    python tests/papers/score.py RUN_FOLDER [--misses] [--only NAME] [--floors]

For each document: `body` paragraphs with the right number and text (white space squeezed), `loose` those whose
letters stand somewhere in the document, `heads` headings with their text as headings, `rows` table rows whole in one
paragraph, `notes` with mark and text, `links` notes at the right offset of the right paragraph, `facts` (submitter,
type, language, symbol, pages, media type), `order` neighbours in the right order, `dirt` forbidden strings found.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from against_truth import HERE, PARTS, Run, Score, load, measure, truths

FLOORS = HERE / "floors.json"


def duplicates(run: Run) -> tuple[int, int, list[str]]:
    """Count the papers that should be marked as repeating another, those that are, and list what is amiss."""
    groups = json.loads((HERE / "duplicates.json").read_text(encoding="utf-8"))
    group_of = {name: place for place, names in enumerate(groups) for name in names}
    names = dict(zip(run.documents.doc_id, run.documents.path, strict=True))
    marked = {
        row.path: names.get(row.duplicate_of) for row in run.documents.itertuples() if isinstance(row.duplicate_of, str)
    }
    right = {name for name, first in marked.items() if name in group_of and group_of[name] == group_of.get(str(first))}
    amiss = [f"duplicates: {name} is marked as a repetition of {marked[name]}" for name in sorted(set(marked) - right)]
    for group in groups:
        free = [name for name in group if name not in right]
        amiss += [f"duplicates: {free} should be one and the same"] if len(free) > 1 else []
    return sum(len(group) - 1 for group in groups), len(right), amiss


def total(scores: dict[str, Score]) -> Score:
    """Add up all papers."""
    out = Score()
    for score in scores.values():
        out.found += score.found
        out.wanted += score.wanted
        out.dirt += score.dirt
    return out


def table(scores: dict[str, Score]) -> Iterator[str]:
    """Write one line a paper and the total."""
    yield f"{'':32}" + "".join(f"{part:>7}" for part in PARTS) + "   dirt"
    for name, score in [*scores.items(), ("TOTAL", total(scores))]:
        if not score.wanted:
            yield f"{name:32}" + ("  answered" if score.answered else "  NOT ANSWERED")
            continue
        shares = [score.share(part) for part in PARTS]
        yield (
            f"{name:32}" + "".join(f"{'-' if s is None else format(s, '.2f'):>7}" for s in shares) + f"{score.dirt:>7}"
        )
    refused = [score for score in scores.values() if not score.wanted]
    every = total(scores)
    answered = sum(score.answered for score in refused)
    yield f"submitter {every.found['submitter']}/{every.wanted['submitter']}"
    yield f"hostile answered {answered}/{len(refused)}"


def _write_floors(scores: dict[str, Score]) -> None:
    """Write what was reached, as what must not be lost again (rounded down to hundredths)."""
    floors = {}
    for name, score in scores.items():
        shares = {part: int(share * 100) / 100 for part in PARTS if (share := score.share(part)) is not None}
        floors[name] = shares | {"dirt": score.dirt, "answered": score.answered}
    FLOORS.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def main() -> None:
    run = load(Path(sys.argv[1]))
    only = sys.argv[sys.argv.index("--only") + 1] if "--only" in sys.argv else ""
    scores = {truth["file"]: measure(run, truth) for truth in truths() if only in truth["file"]}
    lines = list(table(scores))
    many, found, amiss = duplicates(run)
    lines.append(f"duplicates {found}/{many}, amiss {len(amiss)}")
    if "--floors" in sys.argv:
        _write_floors(scores)
    if "--misses" in sys.argv:
        lines += ["", *amiss]
        for name, score in scores.items():
            lines += ["", f"## {name}", *score.misses] if score.misses else []
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
