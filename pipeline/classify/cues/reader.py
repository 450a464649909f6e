"""Reads the status of a sentence from cues."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.classify.cues.actors import actor_span
from pipeline.classify.cues.clauses import Placed, place_hits
from pipeline.classify.cues.decide import Ballot, Surroundings, ballots_of, decide, subject_of
from pipeline.classify.cues.features import cue_features
from pipeline.classify.cues.lexicon import CueLexicon, load_cues
from pipeline.classify.cues.text import CueText, read_text
from pipeline.classify.status.reading import StatusReading
from pipeline.records import Status

CUES_FILE = "status_cues.tsv"

_QUESTION = re.compile(r"[?؟？][\s»”\")]*$")
_RECOMMENDER = re.compile(r"[)）]\s*[;；؛.。]?\s*$")
"""Recommendations of a peer review end with the States that made them."""
_RECOMMENDERS_WIDTH = 200
_BULLET = re.compile(r"\s*[•●◆■▪◦·*]")
_FULL_STOPS = (".", ";", "!", "?", "。", "；", "؛", "！", "？", "؟", ")", "）", "”", "»")
_SEMICOLONS = (";", "；", "؛")
_LEAD_IN = (":", "：")


@dataclass(frozen=True, slots=True)
class CueReader:
    """Reads the sentences of one language; called as the grammars of other languages are."""

    lexicon: CueLexicon
    headings: CueLexicon

    @classmethod
    def load(cls, folder: Path, language: str) -> CueReader | None:
        """Read `folder`/`language`/status_cues.tsv; None for a language without that file."""
        path = folder / language / CUES_FILE
        return cls(*load_cues(path)) if path.is_file() else None

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
        read, placed = self._placed(text)
        around = Surroundings(
            section=self._section(section),
            lead=self._lead(lead or previous),
            register=register or "",
            recommender=_names_recommender(text),
            question=_QUESTION.search(text[-8:]) is not None,
            is_open=not text.rstrip().endswith(_FULL_STOPS),
            semicolon=text.rstrip().endswith(_SEMICOLONS),
            silent=self.lexicon.silent,
            bullet=_BULLET.match(text) is not None,
        )
        ballots = self._ballots(placed)
        vote, cue = decide(ballots, placed, read.tokens, around)
        return StatusReading(
            status=vote.status,
            strength=vote.strength,
            cues=() if cue is None else (_span(read, cue),),
            actor=actor_span(placed, read.tokens),
            features=cue_features(placed, ballots, read.tokens, around),
        )

    def _placed(self, text: str) -> tuple[CueText, list[Placed]]:
        read = read_text(text, self.lexicon.knows)
        return read, place_hits(read.tokens, self.lexicon(read), verb_first=self.lexicon.verb_first)

    def _ballots(self, placed: Sequence[Placed]) -> list[Ballot]:
        own = self.lexicon
        return ballots_of(placed, subject_of(placed), chained=own.chained, verb_first=own.verb_first)

    def _section(self, section: Sequence[str]) -> str:
        """Return the class of the nearest heading that has one."""
        for heading in reversed(section):
            found = self.headings(read_text(heading, self.headings.knows))
            if found:
                return found[0].kind
        return ""

    def _lead(self, previous: str | None) -> Status | None:
        """Return what a lead-in ("The Committee recommends:") says of the bullets behind it."""
        if previous is None or not previous.rstrip().endswith(_LEAD_IN):
            return None
        read, placed = self._placed(previous)
        vote, cue = decide(self._ballots(placed), placed, read.tokens, Surroundings())
        return vote.status if cue is not None and vote.status != "none" else None


def _names_recommender(text: str) -> bool:
    """Tell "Ratify the Convention (Norway);" by its end: names in brackets, without figures."""
    end = text[-_RECOMMENDERS_WIDTH:]
    if _RECOMMENDER.search(end) is None:
        return False
    opened = max(end.rfind("("), end.rfind("（"))
    return opened >= 0 and not any(character.isdigit() for character in end[opened:])


def _span(read: CueText, cue: Placed) -> tuple[int, int]:
    return read.tokens[cue.hit.start].start, read.tokens[cue.hit.end - 1].end
