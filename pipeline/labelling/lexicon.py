"""The lexicon: the field's vocabulary as data, and what it says of one sentence.

An entry is a line of `configs/lexicon/<language>/terms*.tsv`: codes, kind, pattern, note (see the README there).
Reading a sentence takes four steps: find all patterns; drop what a mask holds or a veto touches; decide whether the
sentence concerns migration; weigh what is left. Texts are looked up word by word first, so that only patterns that can
match are run.
"""

from __future__ import annotations

import csv
import hashlib
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NamedTuple, cast, get_args

from pipeline.errors import ConfigError, Problem
from pipeline.labelling.patterns import Anchor, Pattern, PatternError, Plain, compile_pattern, plain

Kind = Literal["term", "topic", "cue", "veto", "mask"]
HEADER = ["code", "kind", "pattern", "note"]
FULL_WEIGHT = 1.0
CUE_WEIGHT = 0.5
GATE_SCHEME = "gate"
SHORTEST_STATEMENT = 4
"""Words. What is shorter and has no hit of its own ("Yours sincerely") takes no subject from what stands before it."""

_OBJECTIVE = re.compile(r"o(\d{1,2})")
_CODE = re.compile(r"(?:(?P<scheme>[a-z][a-z0-9_]*):)?(?P<code>[a-z0-9][a-z0-9_.-]*)")


class Name(NamedTuple):
    """One label of one scheme."""

    scheme: str
    code: str


MIGRATION = Name(GATE_SCHEME, "migration")
"""The name of entries that show only that a sentence concerns migration or mobility."""
EVERYTHING = Name("*", "*")


@dataclass(frozen=True, slots=True)
class Hit:
    """One stretch of a text that speaks for a label; `weight` is 1 where it is enough alone, less for a lone cue."""

    scheme: str
    code: str
    start: int
    end: int
    weight: float
    kind: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What the lexicon found in one sentence, in order of place."""

    hits: tuple[Hit, ...]
    concerns_migration: bool

    def codes(self, scheme: str) -> frozenset[str]:
        """Return the labels of a scheme for which the lexicon alone would decide."""
        return frozenset(hit.code for hit in self.hits if hit.scheme == scheme and hit.weight >= FULL_WEIGHT)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the lexicon."""

    names: tuple[Name, ...]
    kind: Kind
    source: str
    pattern: Pattern


class Lexicon:
    """All entries of one language, ready to read sentences."""

    def __init__(self, entries: Iterable[Entry], language: str) -> None:
        self.language = language
        self.entries = tuple(entries)
        self._index = _Index([entry.pattern.anchors for entry in self.entries])

    @classmethod
    def load(cls, folder: Path, language: str, *, known: Collection[tuple[str, str]] | None = None) -> Lexicon:
        """Read `folder/language/terms*.tsv`; a language without files gives an empty lexicon.

        `known` holds the (scheme, code) pairs that exist; without it codes are only checked for their form. Raises
        ConfigError with every fault of every file.
        """
        problems: list[Problem] = []
        entries: list[Entry] = []
        seen: dict[tuple[Name, str], tuple[str, Kind]] = {}
        for path in sorted((folder / language).glob("terms*.tsv")):
            for place, row in _rows(path, f"{language}/{path.name}", problems):
                entry = _entry(place, row, problems)
                if entry:
                    problems.extend(_faults(entry, place, seen, known))
                    entries.append(entry)
        if problems:
            raise ConfigError(problems)
        return cls(entries, language)

    @property
    def fingerprint(self) -> str:
        """Hash of the language and of what the entries say, whatever their order, files and notes."""
        lines = sorted(f"{entry.names}\t{entry.kind}\t{entry.source}" for entry in self.entries)
        return hashlib.sha256("\n".join([self.language, *lines]).encode()).hexdigest()

    def read(self, text: str, *, in_context: bool = False) -> Reading:
        """Read one sentence; `in_context` says that its heading or the sentence before it concern migration.

        A short fragment without a hit of its own takes nothing from its context. Offsets are code points of `text`.
        """
        form = plain(text)
        found = list(self._find(form))
        masks = _Cover(span for entry, span in found if entry.kind == "mask")
        vetoes = _vetoes(found)
        hits = [
            Hit(*name, *span, CUE_WEIGHT if entry.kind == "cue" else FULL_WEIGHT, entry.kind)
            for entry, span in found
            if entry.kind not in ("mask", "veto") and not masks.hold_more_than(*span)
            for name in entry.names
            if name not in vetoes or not vetoes[name].touch(*span)
        ]
        inherits = in_context and (bool(hits) or len(form.words()) >= SHORTEST_STATEMENT)
        concerns = inherits or any(hit.kind == "term" for hit in hits)
        open_hits = [hit for hit in hits if hit.scheme != GATE_SCHEME and (concerns or hit.kind == "term")]
        return Reading(tuple(_weigh(open_hits, text)), concerns)

    def _find(self, form: Plain) -> Iterator[tuple[Entry, tuple[int, int]]]:
        text = form.text
        for number in self._index.candidates(form.words()):
            entry = self.entries[number]
            for match in entry.pattern.regex.finditer(text):
                yield entry, form.original(*match.span())


class _Index:
    """Which patterns a text may match, by its words: those of which it holds a word of every anchor."""

    _MOST_WORDS = 100_000  # kept; hostile papers invent words without end

    def __init__(self, anchors: Sequence[tuple[Anchor, ...]]) -> None:
        self._by_word: dict[str, list[int]] = defaultdict(list)
        self._by_stem: dict[str, list[int]] = defaultdict(list)
        places = iter(range(sum(map(len, anchors))))
        self._needed: dict[int, tuple[int, frozenset[int]]] = {}
        """By the place of a pattern's first anchor, its number and the places of its other anchors."""
        for number, own in enumerate(anchors):
            mine = [next(places) for _ in own]
            self._needed[mine[0]] = (number, frozenset(mine[1:]))
            for place, anchor in zip(mine, own, strict=True):
                for word in anchor.words:
                    self._by_word[word].append(place)
                for stem in anchor.stems:
                    self._by_stem[stem].append(place)
        self._stem_lengths = sorted({len(stem) for stem in self._by_stem})
        self._known: dict[str, tuple[int, ...]] = {}

    def candidates(self, words: Iterable[str]) -> list[int]:
        """Return the numbers of the patterns that may match, in their order."""
        if len(self._known) > self._MOST_WORDS:
            self._known.clear()
        known = self._known
        held = set().union(*[known[word] if word in known else self._places(word) for word in words])
        firsts = held & self._needed.keys()
        return sorted([number for number, others in map(self._needed.__getitem__, firsts) if others <= held])

    def _places(self, word: str) -> tuple[int, ...]:
        stems = (word[:length] for length in self._stem_lengths if length <= len(word))
        places = {*self._by_word.get(word, ()), *(place for stem in stems for place in self._by_stem.get(stem, ()))}
        self._known[word] = tuple(places)
        return self._known[word]


class _Cover:
    """Spans that can be asked, in logarithmic time, whether they touch or hold another."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._starts: list[int] = []
        self._reach: list[int] = []
        for start, end in sorted(spans):
            self._starts.append(start)
            self._reach.append(max(end, self._reach[-1]) if self._reach else end)

    def touch(self, start: int, end: int) -> bool:
        return self._reach_before(end) > start

    def hold_more_than(self, start: int, end: int) -> bool:
        """Tell whether one span holds this one and more: an equal span does not."""
        return self._reach_before(start) >= end or self._reach_before(start + 1) > end

    def _reach_before(self, position: int) -> int:
        index = bisect_left(self._starts, position)
        return self._reach[index - 1] if index else -1


def _vetoes(found: list[tuple[Entry, tuple[int, int]]]) -> dict[Name, _Cover]:
    spans: dict[Name, list[tuple[int, int]]] = defaultdict(list)
    for entry, span in found:
        if entry.kind == "veto":
            for name in entry.names:
                spans[name].append(span)
    return {name: _Cover(of_name) for name, of_name in spans.items()}


def _weigh(hits: list[Hit], text: str) -> list[Hit]:
    """Keep the longest hits of each label, and let two cues of different wording count as terms."""
    by_name: dict[Name, list[Hit]] = defaultdict(list)
    for hit in hits:
        by_name[Name(hit.scheme, hit.code)].append(hit)
    kept = [hit for of_name in by_name.values() for hit in _weigh_label(of_name, text)]
    return sorted(kept, key=lambda hit: (hit.start, hit.end, hit.scheme, hit.code))


def _weigh_label(hits: list[Hit], text: str) -> list[Hit]:
    strong = _longest([hit for hit in hits if hit.kind != "cue"])
    cover = _Cover((hit.start, hit.end) for hit in strong)
    cues = _longest([hit for hit in hits if hit.kind == "cue" and not cover.touch(hit.start, hit.end)])
    if len({text[cue.start : cue.end].casefold() for cue in cues}) > 1:
        cues = [Hit(cue.scheme, cue.code, cue.start, cue.end, FULL_WEIGHT, cue.kind) for cue in cues]
    return strong + cues


def _longest(hits: list[Hit]) -> list[Hit]:
    cover = _Cover((hit.start, hit.end) for hit in hits)
    by_span = {(hit.start, hit.end): hit for hit in sorted(hits, key=lambda hit: hit.kind, reverse=True)}
    return [hit for span, hit in sorted(by_span.items()) if not cover.hold_more_than(*span)]


def _rows(path: Path, place: str, problems: list[Problem]) -> Iterator[tuple[str, list[str]]]:
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except UnicodeDecodeError:
        problems.append(Problem(place, "is no UTF-8 text; save it as UTF-8"))
        return
    rows = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    header = next(rows, [])
    if header != HEADER:
        problems.append(Problem(f"{place}:1", f"the header is {header}, not {HEADER} with tabs between"))
        return
    for number, row in enumerate(rows, start=2):
        if row and not row[0].startswith("#"):
            yield f"{place}:{number}", [cell.strip() for cell in row]


def _entry(place: str, row: list[str], problems: list[Problem]) -> Entry | None:
    if len(row) not in (3, 4):
        problems.append(Problem(place, f"has {len(row)} columns; write code, kind, pattern and, if you like, a note"))
        return None
    codes, kind, source = row[:3]
    if kind not in get_args(Kind):
        problems.append(Problem(place, f"kind {kind!r} is unknown; choose {', '.join(get_args(Kind))}"))
        return None
    names = [_name(code.strip()) for code in codes.split(",")]
    if None in names:
        problems.append(Problem(place, f"{codes!r} is no list of codes such as o10,trafficking_smuggling"))
        return None
    try:
        pattern = compile_pattern(source)
    except PatternError as error:
        problems.append(Problem(place, str(error)))
        return None
    return Entry(tuple(name for name in names if name), cast(Kind, kind), source, pattern)


def _name(code: str) -> Name | None:
    if code == EVERYTHING.code:
        return EVERYTHING
    if code == MIGRATION.code:
        return MIGRATION
    objective = _OBJECTIVE.fullmatch(code)
    if objective:
        return Name("gcm_objective", objective[1])
    match = _CODE.fullmatch(code)
    return Name(match["scheme"] or "theme", match["code"]) if match else None


def _faults(
    entry: Entry, place: str, seen: dict[tuple[Name, str], tuple[str, Kind]], known: Collection[tuple[str, str]] | None
) -> Iterator[Problem]:
    """Yield what only shows beside other lines: a label listed twice, a mask for one label, an unknown code."""
    if (EVERYTHING in entry.names) != (entry.kind == "mask"):
        yield Problem(place, "a mask stands for every label: the kind mask and the code * go together")
    for name in entry.names:
        earlier, kind = seen.setdefault((name, entry.source), (place, entry.kind))
        if earlier != place and "veto" in (kind, entry.kind) and kind != entry.kind:
            yield Problem(
                place,
                f"{entry.source!r} is a {entry.kind} of {name.code} here and a {kind} at {earlier}: it would veto "
                "itself; drop one of the lines",
            )
        elif earlier != place:
            yield Problem(place, f"{entry.source!r} for {name.code} stands already at {earlier}")
        if known is not None and name not in (EVERYTHING, MIGRATION) and name not in known:
            choices = ", ".join(sorted(code for scheme, code in known if scheme == name.scheme)) or "none"
            yield Problem(place, f"{name.code!r} is no label of {name.scheme}; known are {choices}")
