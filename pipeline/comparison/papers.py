"""Papers and submitters from edition to edition: what was sent again, who came, who went."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pipeline.duplicates.find import Paper, find_repeats
from pipeline.duplicates.signature import sign
from pipeline.statistics.counts import statistics
from pipeline.statistics.dataset import Tables, records
from pipeline.statistics.names import names_of


@dataclass(frozen=True, slots=True)
class PaperAgain:
    """A paper of the new edition that the old one held, too: ids, titles, and how alike the texts are (0 to 1)."""

    new: str
    new_title: str
    old: str
    old_title: str
    similarity: float


@dataclass(frozen=True, slots=True)
class SubmitterCount:
    """What one submitter said in one edition; `share` is that of all statements."""

    statements: int
    commitments: int
    documents: int
    share: float | None


@dataclass(frozen=True, slots=True)
class SubmitterLine:
    """One submitter through the editions; `code` is None for statements whose submitter is unknown."""

    code: str | None
    name: str
    counts: tuple[SubmitterCount, ...]


def papers_again(old: Tables, new: Tables) -> tuple[PaperAgain, ...]:
    """Find the papers whose bytes, text or most of the text stood in the old edition."""
    before, now = _papers(old, "old"), _papers(new, None)
    titles_old, titles_new = _titles(old), _titles(new)
    found = find_repeats(now, before)
    again = []
    for paper in now:
        known = titles_old.get(paper.doc_id)
        similar = next(
            (hit for hit in (found[paper.doc_id].similar_to if paper.doc_id in found else ()) if hit.edition), None
        )
        if similar is not None:
            other, alike = similar.doc_id, float(similar.similarity)
        elif known is not None:
            other, alike = paper.doc_id, 1.0
        else:
            continue
        again.append(PaperAgain(paper.doc_id, titles_new[paper.doc_id], other, titles_old[other], alike))
    return tuple(again)


def submitter_lines(editions: Sequence[Tables]) -> tuple[SubmitterLine, ...]:
    """List every submitter of any edition with its counts in each, by name; unknown ones last."""
    names: dict[str, str] = {}
    for tables in reversed(editions):  # the first edition names where several do; later ones replace nothing
        names |= names_of(tables).submitters
    counted = [_counts(tables) for tables in editions]
    codes = {code for counts in counted for code in counts}
    order = sorted(codes, key=lambda code: (code is None, names.get(code or "", code or "").casefold(), code or ""))
    nothing = SubmitterCount(0, 0, 0, 0.0)
    return tuple(
        SubmitterLine(
            code,
            "Submitter unknown" if code is None else names.get(code, code),
            tuple(counts.get(code, nothing) for counts in counted),
        )
        for code in order
    )


def _counts(tables: Tables) -> dict[str | None, SubmitterCount]:
    total = len(tables.counted)
    return {
        row.submitter: SubmitterCount(row.statements, row.commitments, row.documents, row.statements / total)
        for row in records(statistics(tables, ["submitter"]))
    }


def _papers(tables: Tables, edition: str | None) -> list[Paper]:
    texts: dict[str, list[str]] = {}
    for doc_id, text in zip(tables.paragraphs["doc_id"], tables.paragraphs["text"], strict=True):
        texts.setdefault(doc_id, []).append(text)
    original = tables.documents[tables.documents["duplicate_of"].isna()]
    return [
        Paper(doc_id, sign(texts[doc_id]), texts=_given(texts[doc_id]), edition=edition)
        for doc_id in original["doc_id"]
        if doc_id in texts
    ]


def _given(texts: Sequence[str]) -> Callable[[], Sequence[str]]:
    return lambda: texts


def _titles(tables: Tables) -> dict[str, str]:
    return {row.doc_id: row.title or row.file_name for row in records(tables.documents)}
