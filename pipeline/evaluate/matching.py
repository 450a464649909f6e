"""Gold sentences found in a run: by their hash within their paper, or by their text.

A paper may be cut into sentences differently today than when people labelled it. So a reference is looked for in one
statement and in neighbours of one paragraph joined; a text in every statement that lies inside it, contains it, or
resembles it. Labels of the statements found are united, the status is that of the statement that covers most.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

import pandas as pd

from pipeline.evaluate.gold import GoldSentence, Reference, Text, plain, sentence_hash
from pipeline.evaluate.tables import RunTables

Rows = tuple[int, ...]
"""Rows of the run's statements, the one that covers most of the gold sentence first; none where it was not found."""

_JOINED = 4  # neighbours that may make up one gold sentence: headings and clauses that a colon or semicolon parts
_CANDIDATES = 12  # statements that share most words; the others cannot resemble
_ALIKE = 0.85  # of the characters: one changed word in seven
_SHORTEST = 12  # characters; shorter statements ("Idem.") lie inside everything
_COMPARED = 4000  # characters up to which two texts are compared letter by letter, which takes their product in time
_COMMON_WORD = 200  # statements from which on a word says nothing, or a fifth of all


def find(sentences: Sequence[GoldSentence], tables: RunTables) -> list[Rows]:
    """Find each gold sentence in a run, in the order of the gold."""
    references = {place: s.row for place, s in enumerate(sentences) if isinstance(s.row, Reference)}
    texts = {place: s.row for place, s in enumerate(sentences) if isinstance(s.row, Text)}
    found = {**_by_hash(references, tables), **_by_text(texts, tables)}
    return [found.get(place, ()) for place in range(len(sentences))]


def _by_hash(references: Mapping[int, Reference], tables: RunTables) -> dict[int, Rows]:
    papers = _papers(tables.documents)
    wanted: dict[str, dict[int, Reference]] = defaultdict(dict)
    for place, row in references.items():
        if row.sha256 in papers:
            wanted[papers[row.sha256]][place] = row
    found: dict[int, Rows] = {}
    for doc_id, rows in wanted.items():
        own = tables.statements[tables.statements["doc_id"] == doc_id]
        places: dict[str, list[Rows]] = defaultdict(list)
        for key, run in _runs(own):
            places[key].append(run)
        number = dict(zip(own.index, own["place"], strict=True))
        length = dict(zip(own.index, own["text"].str.len(), strict=True))
        for place, row in rows.items():
            runs = places.get(row.sentence, [])
            if runs:
                nearest = min(runs, key=lambda run: (abs(number[run[0]] - row.order), run))
                found[place] = tuple(sorted(nearest, key=lambda n: -length[n]))
    return found


def _papers(documents: pd.DataFrame) -> dict[str, str]:
    """Map the hashes of files to documents; of two with the same bytes the one that repeats nothing."""
    ordered = documents.sort_values("duplicate_of", na_position="first", kind="stable").dropna(subset="sha256")
    return {str(sha): str(doc) for sha, doc in zip(ordered["sha256"][::-1], ordered["doc_id"][::-1], strict=True)}


def _runs(statements: pd.DataFrame) -> Iterator[tuple[str, Rows]]:
    """Give the hash of every statement of a paper and of every few neighbours of one paragraph joined."""
    for _, paragraph in statements.groupby("paragraph_id", sort=False):
        texts, rows = list(paragraph["text"]), list(paragraph.index)
        for start in range(len(rows)):
            for end in range(start + 1, min(start + _JOINED, len(rows)) + 1):
                yield sentence_hash(" ".join(texts[start:end])), tuple(rows[start:end])


def _by_text(rows: Mapping[int, Text], tables: RunTables) -> dict[int, Rows]:
    if not rows:
        return {}
    wanted = {place: plain(row.text) for place, row in rows.items()}
    texts = [plain(text) for text in tables.statements["text"]]
    names = dict(zip(tables.documents["doc_id"], tables.documents["file_name"], strict=True))
    papers = [names.get(doc_id) for doc_id in tables.statements["doc_id"]]
    index = _index(texts, {word for text in wanted.values() for word in text.split()})
    found = {}
    for place, text in wanted.items():
        hits = [row for row in _candidates(text, index) if _same(texts[row], text)]
        # Boilerplate stands in several papers, under other headings and with other labels: the named paper's counts.
        hits = [row for row in hits if papers[row] == rows[place].source] or hits
        if hits:
            found[place] = tuple(sorted(hits, key=lambda row: -min(len(texts[row]), len(text))))
    return found


def _index(texts: Sequence[str], words: set[str]) -> dict[str, list[int]]:
    """Say in which statements the telling words stand; words that stand everywhere tell nothing."""
    index: dict[str, list[int]] = defaultdict(list)
    for row, text in enumerate(texts):
        for word in words.intersection(text.split()):
            index[word].append(row)
    common = max(_COMMON_WORD, len(texts) // 5)
    return {word: rows for word, rows in index.items() if len(rows) < common}


def _candidates(text: str, index: Mapping[str, Sequence[int]]) -> list[int]:
    votes = Counter(row for word in set(text.split()) for row in index.get(word, ()))
    return sorted(votes, key=lambda row: (-votes[row], row))[:_CANDIDATES]


def _same(text: str, wanted: str) -> bool:
    if len(text) < _SHORTEST:
        return False
    if text in wanted or wanted in text:
        return True
    if max(len(text), len(wanted)) > _COMPARED:
        return False
    matcher = SequenceMatcher(None, text, wanted, autojunk=False)
    # The first two are upper bounds of the third and cost next to nothing.
    return matcher.real_quick_ratio() >= _ALIKE and matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE
