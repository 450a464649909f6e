"""The kind of paper: a fact sheet, a treaty body's comment, a State's report; the same words mean other things in each.

"Shall" directs an act in an order and recommends one in a general comment. Phrases that show the kind stand in
`configs/lexicon/<language>/registers.tsv`; names of kinds are those of the training corpus.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from pipeline.config_files import config_file
from pipeline.errors import ConfigError, Problem
from pipeline.layers import Segmented

REGISTERS = (
    "submission", "national_report", "sg_report", "sg_summary", "sg_analysis", "declaration", "fact_sheet",
    "treaty_body", "recommendation", "compilation", "ngo", "order", "plan",
)  # fmt: skip
"""Kinds of papers; an sg_report is parted by its sections into sg_summary (what States reported) and sg_analysis."""

_SENDERS: Mapping[str, Mapping[str, float]] = {
    "state": {"submission": 3, "national_report": 1},
    "ngo": {"ngo": 6},
    "academia": {"ngo": 6},
    "nhri": {"ngo": 4},
    "igo": {"ngo": 3},
}
_RECOMMENDING = re.compile(r"\([A-ZÀ-Þ][^()\d]{2,60}(?:\([^()]*\))?\)\s*[;.]?$")
_RECOMMENDERS = 30.0  # points for a paper all of whose sentences end with the State that recommends
_MANY = 8.0  # occurrences in a hundred sentences from which on more of them prove no more
_HEAD = 12  # sentences of a paper, besides its headings, where it says what it is
_TITLE = 2  # times that a title says more than a first sentence
_ENOUGH = 3.0
_LONGEST_NAME = 120  # characters of "(Name (of a State))", and more
_NOT_WORD = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class _Phrases:
    """Phrases of one language: those of titles and beginnings, those of the whole text, and those of sections."""

    head: tuple[tuple[str, str, float], ...]
    body: tuple[tuple[str, str, float], ...]
    section: tuple[tuple[str, str, float], ...]


def register_of(segmented: Segmented, texts: Sequence[str]) -> str | None:
    """Tell what kind of paper a document is from its title, sender and words; None where nothing speaks for one."""
    phrases = _phrases(segmented.identity.language or "en")
    if phrases is None or not texts:
        return None
    headings = [paragraph.text for paragraph in segmented.paragraphs if paragraph.kind in ("title", "letterhead")]
    title = _plain([segmented.identity.title or ""])
    head, body = _plain([*headings[:_HEAD], *texts[:_HEAD]]), _plain(texts)
    points: dict[str, float] = defaultdict(float)
    for register, phrase, weight in phrases.head:
        points[register] += weight * (_TITLE * (phrase in title) + (phrase in head))
    for register, phrase, weight in phrases.body:
        points[register] += weight * min(_MANY, 100 * body.count(phrase) / len(texts))
    for register, weight in _SENDERS.get(segmented.identity.submitter_type or "", {}).items():
        points[register] += weight
    points["recommendation"] += _RECOMMENDERS * sum(map(names_recommender, texts)) / len(texts)
    best = max(points, key=lambda register: points[register])
    return best if points[best] >= _ENOUGH else None


def register_in(register: str | None, section: Sequence[str], language: str | None, *, of_state: bool) -> str | None:
    """Part a report of the Secretary-General: what States reported, under their names, and his own analysis."""
    if register != "sg_report":
        return register
    phrases = _phrases(language or "en")
    headings = _plain(section)
    told = phrases is not None and any(phrase in headings for _register, phrase, _weight in phrases.section)
    return "sg_summary" if of_state or told else "sg_analysis"


def names_recommender(text: str) -> bool:
    """Tell whether a sentence ends with who recommends it: "Ratify the Convention (Brazil);"."""
    end = text.rstrip()[-_LONGEST_NAME:]
    return ")" in end[-3:] and _RECOMMENDING.search(end) is not None


def _plain(texts: Iterable[str]) -> str:
    return f" {_NOT_WORD.sub(' ', ' '.join(texts).lower())} "


@cache
def _phrases(language: str) -> _Phrases | None:
    path = config_file("lexicon") / language / "registers.tsv"
    if not path.is_file():
        return None
    rows: dict[str, list[tuple[str, str, float]]] = defaultdict(list)
    problems: list[Problem] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        kind, _, rest = line.partition("\t")
        place, _, register = kind.partition(".")
        phrase, _, weight = rest.partition("\t")
        if place not in ("head", "body", "section") or register not in REGISTERS or not _is_weight(weight):
            known = ", ".join(REGISTERS)
            message = (
                f"a line is head, body or section, a dot, one of {known}, a tab, a phrase, a tab, a weight: {line!r}"
            )
            problems.append(Problem(f"{language}/{path.name}:{number}", message))
            continue
        rows[place].append((register, _plain([phrase]), float(weight)))
    if problems:
        raise ConfigError(problems)
    return _Phrases(tuple(rows["head"]), tuple(rows["body"]), tuple(rows["section"]))


def _is_weight(cell: str) -> bool:
    return re.fullmatch(r"\d+(?:\.\d+)?", cell) is not None
