"""The words of one language by what they do in the grammar, read from `status.tsv`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.classify.status.inflect import FINITE, Endings, VerbForm, regular_forms
from pipeline.classify.status.phrases import PhraseFinder
from pipeline.classify.status.words import Memo, WordGroups
from pipeline.errors import ConfigError, Problem

KINDS = ("verb", "form", "ending", "guess", "aux", "word", "noun", "formula", "fragment", "section", "sub", "option")
"""What a line may begin with, before the dot and the class: `verb.act`, `noun.figure`, `formula.planned`."""

_REFLEXIVE = "se "
_SHORTEST_STEM = 3
"""Letters before a guessed ending: fewer, and "need" would be a past."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the file: `kind.name`, the entry and, for endings and irregular verbs, its forms by tense."""

    kind: str
    name: str
    entry: str
    rest: str = ""


@dataclass(frozen=True, slots=True)
class StatusLexicon:
    """What the words of a language do: verbs by form, auxiliaries, nouns by class, small words by group, phrases.

    `head_first`: a noun phrase begins with its head. `under_way_present`: a simple present may tell work under way
    (elabora). `we_ending`: how a verb of the first person plural ends, where the pronoun may be absent.
    `adjective`: how participles begin that are no verbs (unaccompanied).
    """

    verbs: Mapping[str, tuple[VerbForm, ...]]
    kinds: Mapping[str, frozenset[str]]
    guesses: tuple[tuple[str, str], ...]
    auxiliaries: Mapping[str, str]
    nouns: Mapping[str, str]
    groups: WordGroups
    formulas: PhraseFinder
    fragments: PhraseFinder
    sections: PhraseFinder
    subordinators: PhraseFinder
    head_first: bool
    elision: bool
    under_way_present: bool
    we_ending: str
    adjective: str
    forms: Memo[tuple[VerbForm, ...]] = field(init=False, compare=False, repr=False)
    finite: Memo[bool] = field(init=False, compare=False, repr=False)
    objects: Memo[frozenset[str]] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "forms", Memo(self._read_forms))
        object.__setattr__(self, "finite", Memo(self._may_be_finite))
        object.__setattr__(self, "objects", Memo(self._object_groups))

    def is_a(self, word: str, *groups: str) -> bool:
        """Tell whether a word belongs to one of the groups, such as `determiner`, `adverb` or `negation`."""
        return not self.groups.known[word].isdisjoint(groups)

    def verb_forms(self, word: str) -> tuple[VerbForm, ...]:
        """Return the readings of a word as a verb; an unknown word is guessed by its ending (kind `other`)."""
        return self.forms[word]

    def may_be_finite(self, word: str) -> bool:
        """Tell whether a word may be an auxiliary or a verb with a tense; most words are neither."""
        return self.finite[word]

    def _object_groups(self, word: str) -> frozenset[str]:
        return frozenset(group for group in self.groups(word) if group.startswith("object_"))

    def _may_be_finite(self, word: str) -> bool:
        return word in self.auxiliaries or any(form.tense in FINITE for form in self.forms[word])

    def _read_forms(self, word: str) -> tuple[VerbForm, ...]:
        known = self.verbs.get(word)
        if known is not None or word in self.nouns:
            return known or ()
        if "-" in word or self.groups(word) or (self.adjective and word.startswith(self.adjective)):
            return ()  # "rights-based", "unaccompanied"
        return tuple(
            VerbForm(word, "other", tense)
            for ending, tense in self.guesses
            if word.endswith(ending) and len(word) >= len(ending) + _SHORTEST_STEM
        )


def load_lexicon(path: Path) -> StatusLexicon:
    """Read the word lists of one language; every malformed line is told at once."""
    rows: dict[str, list[Row]] = defaultdict(list)
    for row in _rows(path):
        rows[row.kind].append(row)
    options = {row.name: row.entry for row in rows["option"]}
    elision = options.get("elision") == "yes"
    nouns, verbs = _nouns(rows["noun"]), _verbs(rows, elision=elision)
    groups = WordGroups(
        listed=_listed([*rows["word"], *rows["aux"]]),
        adverb_ending=options.get("adverb", ""),
        other=frozenset(nouns) | frozenset(verbs),
    )
    return StatusLexicon(
        verbs=verbs,
        kinds=_kinds(rows["verb"]),
        guesses=tuple((row.entry, row.name) for row in rows["guess"]),
        auxiliaries={row.entry: row.name for row in rows["aux"]},
        nouns=nouns,
        groups=groups,
        formulas=_finder(rows["formula"], groups, elision=elision),
        fragments=_finder(rows["fragment"], groups, elision=elision),
        sections=_finder(rows["section"], groups, elision=elision),
        subordinators=_finder(rows["sub"], groups, elision=elision),
        head_first=options.get("head") == "first",
        elision=elision,
        under_way_present=options.get("present") == "under way",
        we_ending=options.get("we", ""),
        adjective=options.get("adjective", ""),
    )


def _finder(rows: Iterable[Row], groups: WordGroups, *, elision: bool) -> PhraseFinder:
    return PhraseFinder(((row.name, _spaced(row.entry) if elision else row.entry) for row in rows), groups=groups)


def _spaced(phrase: str) -> str:
    """Part the words of a phrase as the tokenizer parts them: s'emploie is s' emploie."""
    return phrase.replace("'", "' ").replace("-", " - ")


def _rows(path: Path) -> Iterator[Row]:
    problems: list[Problem] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        kind, _, name = cells[0].partition(".")
        if kind not in KINDS or len(cells) not in (2, 3):
            message = f"a line is a kind ({', '.join(KINDS)}), a tab and an entry, not {line!r}"
            problems.append(Problem(f"{path.name}:{number}", message))
            continue
        yield Row(kind, name, cells[1], cells[2] if len(cells) == 3 else "")
    if problems:
        raise ConfigError(problems)


def _listed(rows: Iterable[Row]) -> dict[str, frozenset[str]]:
    groups: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        groups[row.entry].add(row.name.partition(".")[0])
    return {word: frozenset(names) for word, names in groups.items()}


def _nouns(rows: Sequence[Row]) -> dict[str, str]:
    """Index nouns with their plurals; a written entry stands before a made plural."""
    nouns = {plural: row.name for row in rows for plural in _plurals(row.entry)}
    return nouns | {row.entry: row.name for row in rows}


def _plurals(noun: str) -> Iterator[str]:
    yield from (noun + "s", noun + "es", noun + "x")
    if noun.endswith("y"):
        yield noun[:-1] + "ies"


def _verbs(by_kind: Mapping[str, Sequence[Row]], *, elision: bool) -> dict[str, tuple[VerbForm, ...]]:
    endings = {row.entry: _tenses(row.rest) for row in by_kind["ending"]}
    irregular = {row.entry: _tenses(row.rest) for row in by_kind["form"]}
    verbs: dict[str, dict[VerbForm, None]] = defaultdict(dict)
    for row in by_kind["verb"]:
        entry = row.entry.removeprefix(_REFLEXIVE)
        lemma, *tail = (_spaced(entry) if elision else entry).split()
        for form, tense in _forms(lemma, irregular, endings):
            reading = VerbForm(entry, row.name, tense, tuple(tail), reflexive=row.entry.startswith(_REFLEXIVE))
            verbs[form][reading] = None
    return {form: tuple(sorted(readings, key=_most_specific)) for form, readings in verbs.items()}


def _kinds(rows: Iterable[Row]) -> dict[str, frozenset[str]]:
    kinds: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        kinds[row.entry.removeprefix(_REFLEXIVE)].add(row.name)
    return {lemma: frozenset(names) for lemma, names in kinds.items()}


def _most_specific(reading: VerbForm) -> tuple[bool, int]:
    return (not reading.reflexive, -len(reading.tail))


def _forms(lemma: str, irregular: Endings, endings: Endings) -> Iterator[tuple[str, str]]:
    """Yield the forms of a verb; an irregular verb overrides the tenses that its line names."""
    special = irregular.get(lemma, {})
    yield from ((form, tense) for tense, forms in special.items() for form in forms)
    yield from ((form, tense) for form, tense in regular_forms(lemma, endings) if tense not in special)


def _tenses(cell: str) -> dict[str, tuple[str, ...]]:
    """Read `past:ed part:ed third:s`; a dash is the empty ending."""
    pairs = (part.split(":", 1) for part in cell.split())
    return {tense: tuple("" if form == "-" else form for form in forms.split(",")) for tense, forms in pairs}
