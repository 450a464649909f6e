"""Which papers of a run repeat another one of it, or one of an earlier run."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.duplicates.signature import VALUES, Signature, difference
from pipeline.quality import NEAR_DUPLICATE, SAME_TEXT, SENT_BEFORE
from pipeline.records import Similar

if TYPE_CHECKING:
    from datasketch import MinHash, MinHashLSH

# Measured on 144 papers: one text in DOCX, DOC, ODT, RTF, HTML, plain text and PDF is alike from 0.79 to 1.00, papers
# that share a frame or parts of their text up to 0.37.
NEAR = 0.6
"""Similarity from which a paper counts as another version of one."""

# What one format adds to a text (running headers, letterheads, numbers) stands in one of two papers only, and is at
# most 4.4 % of their words in all but one of these pairs. Words replaced by others make another version: 4.0 % of them
# in a paper brought up to date, none in the pairs above with an original.
_ADDED = 0.05
_REPLACED = 0.01
_CANDIDATES = 0.4  # lower than NEAR, so that the index, which forgets some pairs near its threshold, forgets none above
_FEWEST_WORDS = 20  # of two shorter texts nobody can tell that one repeats the other


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper: its id, its signature, its format, and a way to its text; `edition` where it is of an earlier run."""

    doc_id: str
    signature: Signature
    media_type: str | None = None
    texts: Callable[[], Sequence[str]] = tuple
    edition: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """What a paper repeats: warning codes, the paper of this run whose text it has, all that are like it."""

    codes: tuple[str, ...]
    duplicate_of: str | None
    similar_to: tuple[Similar, ...]


def find_repeats(papers: Sequence[Paper], earlier: Sequence[Paper] = ()) -> Mapping[str, Finding]:
    """Compare each paper with those before it and with those of earlier runs; papers that repeat nothing are left out.

    The order of the papers decides which of two is the first; translations are no repeats.
    """
    within, before = _Index(()), _Index(earlier)
    firsts: dict[str, str] = {}
    found: dict[str, Finding] = {}
    for paper in papers:
        if paper.signature.words < _FEWEST_WORDS:
            continue
        minhash = paper.signature.minhash()
        own, past = within.nearest(paper, minhash), before.nearest(paper, minhash)
        within.add(paper, minhash)
        same = own is not None and _is_same_text(paper, own[0])
        if own and same:
            firsts[paper.doc_id] = firsts.get(own[0].doc_id, own[0].doc_id)
        codes = [SAME_TEXT if same else NEAR_DUPLICATE] if own else []
        similar = tuple(_similar(*hit) for hit in (own, past) if hit)
        if similar:
            codes += [SENT_BEFORE] if past else []
            found[paper.doc_id] = Finding(tuple(codes), firsts.get(paper.doc_id), similar)
    return found


class _Index:
    """Papers by similarity."""

    def __init__(self, papers: Sequence[Paper]) -> None:
        self._papers: list[tuple[Paper, MinHash]] = []
        self._lsh: MinHashLSH | None = None
        for paper in papers:
            if paper.signature.words >= _FEWEST_WORDS:
                self.add(paper, paper.signature.minhash())

    def add(self, paper: Paper, minhash: MinHash) -> None:
        if self._lsh is None:
            from datasketch import MinHashLSH

            self._lsh = MinHashLSH(threshold=_CANDIDATES, num_perm=VALUES)
        self._lsh.insert(len(self._papers), minhash)
        self._papers.append((paper, minhash))

    def nearest(self, paper: Paper, minhash: MinHash) -> tuple[Paper, float] | None:
        """Find the most similar paper, the earliest among equals; None where none is near."""
        hits = list(self._hits(paper, minhash))
        return max(hits, key=lambda hit: hit[1]) if hits else None

    def _hits(self, paper: Paper, minhash: MinHash) -> Iterator[tuple[Paper, float]]:
        if self._lsh is None:
            return
        for place in sorted(self._lsh.query(minhash)):
            other, values = self._papers[place]
            equal = other.signature.letters == paper.signature.letters
            similarity = 1.0 if equal else round(float(minhash.jaccard(values)), 2)
            if similarity >= NEAR:
                yield other, similarity


def _is_same_text(paper: Paper, other: Paper) -> bool:
    """Tell one text in two formats, which readers give with small differences, from two versions."""
    if paper.signature.letters == other.signature.letters:
        return True
    if paper.media_type == other.media_type:
        return False
    added, replaced = difference(paper.texts(), other.texts())
    return added <= _ADDED and replaced <= _REPLACED


def _similar(paper: Paper, similarity: float) -> Similar:
    return Similar(doc_id=paper.doc_id, edition=paper.edition, similarity=similarity)
