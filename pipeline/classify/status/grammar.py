"""The status of a statement by the grammar of its main clause."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from pipeline.classify.status.fragments import after_label
from pipeline.classify.status.lexicon import StatusLexicon, load_lexicon
from pipeline.classify.status.phrases import Match
from pipeline.classify.status.predicates import PredicateFinder
from pipeline.classify.status.reading import StatusReading
from pipeline.classify.status.sentence import Sentence
from pipeline.classify.status.surroundings import Surroundings
from pipeline.classify.status.tokens import tokenize
from pipeline.classify.status.votes import PRESENT
from pipeline.labelling.registers import names_recommender
from pipeline.records import Status

LEXICON_FILE = "status.tsv"

_UNKNOWN_LANGUAGE = 0.2
_LINK = re.compile(r"https?://\S+")
_HEADING = re.compile(r"(?:\d+\.|[IVX]+\.|[A-Z]\.|\w+ \w+:)\s+\w[^.;]{0,80}$")
"""A numbered line without full stop: "4. Fostering cohesion", "Chapter five: Our people abroad"."""
_MOST_KEPT = 4096  # lead-ins and headings of which the reading is kept: many times those of the longest paper


class StatusGrammar:
    """Reads the status of one sentence from its main clauses: who acts, tense, voice, mood and set formulas.

    Built once for a language; without word lists for it every sentence gets a cautious reading.
    """

    def __init__(self, lexicon: StatusLexicon | None) -> None:
        self._lexicon = lexicon
        self._predicates = PredicateFinder(lexicon) if lexicon is not None else None
        self._leads: dict[tuple[str, str | None], Status] = {}
        self._sections: dict[tuple[str, ...], str] = {}

    @classmethod
    def load(cls, folder: Path, language: str) -> StatusGrammar:
        """Read `folder`/`language`/status.tsv; a language without that file has no grammar."""
        path = folder / language / LEXICON_FILE
        return cls(load_lexicon(path) if path.is_file() else None)

    def __call__(
        self,
        text: str,
        *,
        section: Sequence[str] = (),
        previous: str | None = None,
        register: str | None = None,
        lead: str | None = None,
    ) -> StatusReading:
        """Return the status of a sentence.

        `section` are the headings above it, `previous` the sentence before, `register` the kind of paper, `lead` the
        sentence that leads in the list whose item it is.
        """
        if self._lexicon is None or self._predicates is None:
            return _cautious(text)
        tokens = tokenize(_LINK.sub("", text) if "://" in text else text, elision=self._lexicon.elision)
        sentence = Sentence(self._lexicon, self._predicates, after_label(tokens, self._lexicon))
        lead = lead or (previous if previous is not None and previous.rstrip().endswith(":") else None)
        around = Surroundings(
            section=self._section_class(tuple(section)),
            register=register or "",
            lead=self._lead_status(lead, register) if lead else None,
            completed=lead is not None and sentence.completes(lead),
            recommended_by=names_recommender(text),
            heading=lead is None and (" | " in text or _HEADING.match(text) is not None),
            bare=sentence.bare,
        )
        return sentence.read(around)

    def _lead_status(self, lead: str, register: str | None) -> Status:
        known = self._leads.get((lead, register))
        if known is None:
            if len(self._leads) >= _MOST_KEPT:
                self._leads.clear()
            reading = self(lead, register=register)
            contents = reading.status == "implemented" and any(f"tense={name}" in reading.features for name in PRESENT)
            known = self._leads[lead, register] = "none" if contents else reading.status
        return known

    def _section_class(self, section: tuple[str, ...]) -> str:
        """Return the class of the nearest heading that has one."""
        known = self._sections.get(section)
        if known is None and self._lexicon is not None:
            if len(self._sections) >= _MOST_KEPT:
                self._sections.clear()
            known = self._sections[section] = _class_of_section(section, self._lexicon)
        return known or ""


def _cautious(text: str) -> StatusReading:
    """Read a sentence of a language without word lists: done where it tells something, nothing where it asks."""
    asks = text.rstrip().endswith(("?", "؟", "？"))
    return StatusReading("none" if asks or not text.strip() else "implemented", _UNKNOWN_LANGUAGE)


def _class_of_section(section: tuple[str, ...], lexicon: StatusLexicon) -> str:
    for heading in reversed(section):
        words = [token.text for token in tokenize(heading, elision=lexicon.elision)]
        found = next(iter(lexicon.sections(words)), None)
        if found is not None and not _is_reference(words, found):
            return found.kind
    return ""


def _is_reference(words: Sequence[str], heading: Match) -> bool:
    """Tell "Prisons (recommendations 11 and 12)", a report on what was done, from a section of recommendations."""
    return heading.end < len(words) and words[heading.end][:1].isdigit()
