"""The word list of cues of one language: read it, and find its entries in a sentence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from pipeline.classify.cues.meanings import KINDS, OPENERS, SECTIONS, VERBS
from pipeline.classify.cues.text import CueText, Token
from pipeline.classify.status.reading import STATUSES
from pipeline.errors import ConfigError, Problem
from pipeline.labelling.patterns import SHORTEST_STEM, Pattern, PatternError, compile_pattern
from pipeline.records import Status

MASK = "mask"
_ARTICLES = ("ال", "لل")
_PREPOSITIONS = "بلك"
_AFFIX = "-"
_LONGEST_AFFIX = 8


@dataclass(frozen=True, slots=True)
class Hit:
    """A cue that was found: its kind and its tokens, half open; `weak` where only the shape of a word tells it."""

    kind: str
    start: int
    end: int
    weak: bool = False


@dataclass(slots=True)
class CueLexicon:
    """The cues of one language; call it with a sentence."""

    patterns: list[tuple[str, Pattern]] = field(default_factory=list)
    beginnings: dict[str, str] = field(default_factory=dict)
    endings: dict[str, str] = field(default_factory=dict)
    silent: Status = "implemented"
    """What a sentence without any cue says: nothing where all verbs are known by their shape, an act where not."""
    chained: bool = False
    """Whether a first clause rules those behind it, as topic and future do in Chinese."""
    verb_first: bool = False
    """Whether the first verb of a clause is its main one, as in Arabic."""
    _words: set[str] = field(default_factory=set)
    _by_word: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    _by_stem: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(list))

    def __call__(self, text: CueText) -> list[Hit]:
        """Return the cues of a sentence from left to right; of those that overlap the longest stays, or the first."""
        found = sorted(self._pattern_hits(text), key=lambda item: (item[1].start - item[1].end, item[0]))
        taken = [False] * len(text.tokens)
        hits = []
        for _, hit in found:
            if not any(taken[hit.start : hit.end]):
                taken[hit.start : hit.end] = [True] * (hit.end - hit.start)
                hits.append(hit)
        hits += self._shape_hits(text, taken)
        counted = (_at_its_place(hit, text.tokens) for hit in hits if hit.kind != MASK)
        return sorted((hit for hit in counted if hit is not None), key=lambda hit: hit.start)

    def knows(self, word: str) -> bool:
        """Tell whether some entry asks for a word."""
        return word in self._words

    def add(self, kind: str, source: str) -> None:
        """Add an entry: a pattern, an ending (`-ется`) or a beginning (`سي-`) of words."""
        if source.startswith(_AFFIX):
            self.endings[source.removeprefix(_AFFIX)] = kind
        elif source.endswith(_AFFIX):
            self.beginnings[source.removesuffix(_AFFIX)] = kind
        else:
            pattern = compile_pattern(source)
            self._words.update(*(anchor.words for anchor in pattern.anchors))
            for word in pattern.anchors[0].words:
                self._by_word[word].append(len(self.patterns))
            for stem in pattern.anchors[0].stems:
                self._by_stem[stem].append(len(self.patterns))
            self.patterns.append((kind, pattern))

    def _pattern_hits(self, text: CueText) -> Iterator[tuple[int, Hit]]:
        for number in sorted(self._candidates({token.text for token in text.tokens})):
            kind, pattern = self.patterns[number]
            for match in pattern.regex.finditer(text.plain):
                start, end = text.places(*match.span())
                if not text.tokens[start].inside:
                    yield number, Hit(kind, start, end)

    def _candidates(self, words: Iterable[str]) -> set[int]:
        found: set[int] = set()
        for word in words:
            found.update(self._by_word.get(word, ()))
            for length in range(SHORTEST_STEM, len(word) + 1):
                found.update(self._by_stem.get(word[:length], ()))
        return found

    def _shape_hits(self, text: CueText, taken: list[bool]) -> Iterator[Hit]:
        for place, token in enumerate(text.tokens):
            if taken[place] or token.is_mark or token.inside:
                continue
            kind = self._kind_of_shape(token)
            capital = place > 0 and text.tokens[place - 1].is_mark is False and token.capital
            if kind is not None and not capital:
                yield Hit(kind, place, place + 1, weak=True)

    def _kind_of_shape(self, token: Token) -> str | None:
        """Return what the longest known ending says, else the longest known beginning."""
        form = token.form
        for length in range(min(_LONGEST_AFFIX, len(form) - 2), 0, -1):
            if form[-length:] in self.endings:
                return self.endings[form[-length:]]
        for length in range(min(_LONGEST_AFFIX, len(form) - 3), 0, -1):
            if form[:length] in self.beginnings:
                return self.beginnings[form[:length]]
        return None


def _at_its_place(hit: Hit, tokens: Sequence[Token]) -> Hit | None:
    """Leave out what is no verb where it stands: an opener inside a clause, an Arabic word with an article."""
    token = tokens[hit.start]
    if hit.kind in OPENERS:
        opens = hit.start == 0 or token.joined or tokens[hit.start - 1].is_mark
        return replace(hit, kind=OPENERS[hit.kind]) if opens else None
    if hit.kind in VERBS and (token.form.startswith(_ARTICLES) or _has_preposition(token)):
        return None
    return hit


def _has_preposition(token: Token) -> bool:
    return token.form[:1] in _PREPOSITIONS and not token.text.startswith(token.form[:1])


def load_cues(path: Path) -> tuple[CueLexicon, CueLexicon]:
    """Read a word list: cues of sentences, cues of headings; ConfigError names every line that cannot be read."""
    sentences, headings = CueLexicon(), CueLexicon()
    problems = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        kind, _, rest = line.partition("\t")
        try:
            _add_line(headings if kind in SECTIONS else sentences, kind, rest.split("\t")[0].strip())
        except PatternError as error:
            problems.append(Problem(f"{path.name}:{number}", str(error)))
    if problems:
        raise ConfigError(problems)
    return sentences, headings


def _add_line(lexicon: CueLexicon, kind: str, value: str) -> None:
    """Take a setting or an entry; PatternError where it is neither."""
    if kind == "silent" and value in STATUSES:
        lexicon.silent = value
    elif kind in ("chained", "verb_first") and value in ("yes", "no"):
        setattr(lexicon, kind, value == "yes")
    elif kind in KINDS and value:
        lexicon.add(kind, value)
    else:
        raise PatternError(f"a line is a kind, a tab and a pattern; kinds: {', '.join(sorted(KINDS))}")
