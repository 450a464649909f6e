"""Tell main clauses from subordinate ones and find their subjects."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from pipeline.classify.status.lexicon import StatusLexicon
from pipeline.classify.status.phrases import Match
from pipeline.classify.status.predicates import Predicate
from pipeline.classify.status.tokens import Token

Level = Literal["main", "content", "sub"]
"""`content` is what a main verb of saying or will introduces with "that"; `sub` is every other subordinate clause."""

_GOVERNORS = frozenset({"report", "pledge", "plan", "recommend", "praise", "fact", "copula"})
_HANDS_OVER = frozenset({"report", "pledge", "plan"})
_SHARED = frozenset({"perfect", "pluperfect", "past"})
"""Tenses whose auxiliary a second participle shares: had adopted and published."""
_WIDEST = 100
"""Tokens that are looked at between two verbs; it keeps the work linear in the sentence."""
_OBJECT_WIDTH = 5
"""Tokens between a verb of saying and its "that": informed the Committee that."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A predicate, how it stands in the sentence, and the tokens of its subject and its rest (half open).

    `governor` is the predicate whose content this clause is; `joined`: a conjunction ties it to the one before.
    """

    predicate: Predicate
    level: Level
    subject: tuple[int, int]
    rest: tuple[int, int]
    joined: bool = False
    governor: Predicate | None = None


def split_clauses(
    tokens: Sequence[Token], predicates: Sequence[Predicate], lexicon: StatusLexicon
) -> tuple[Clause, ...]:
    """Give each predicate its level; participles that only qualify a noun are dropped."""
    matches = lexicon.subordinators([token.text for token in tokens])
    markers = [match for match in matches if match.kind != "nothing"]
    reader = _Reader(tokens, lexicon, markers)
    for number, predicate in enumerate(predicates):
        following = predicates[number + 1] if number + 1 < len(predicates) else None
        reader.read(predicate, following)
    return tuple(reader.clauses)


@dataclass(slots=True)
class _Reader:
    """Walks over the predicates once, keeping the subordinators that still wait for their verb."""

    tokens: Sequence[Token]
    lexicon: StatusLexicon
    markers: Sequence[Match]
    clauses: list[Clause] = field(default_factory=list)
    _next_marker: int = 0
    _pending: list[tuple[Match, Predicate | None]] = field(default_factory=list)
    _opening: int | None = None
    _main: Clause | None = None

    def read(self, predicate: Predicate, following: Predicate | None) -> None:
        """Place one predicate, or drop it when it is a bare participle."""
        before = self.clauses[-1] if self.clauses else None
        since = max(before.predicate.end if before else 0, predicate.start - _WIDEST)
        self._open_markers(predicate, before)
        joined = before is not None and self._is_joined(predicate.start)
        if not self._pending and self._is_no_verb(predicate, before, following, joined=joined):
            return
        if before is not None and joined and not predicate.certain and not self._pending:
            predicate = _share_auxiliary(predicate, before.predicate)
        level, governor = self._level(predicate, before, joined=joined)
        subject = self._subject(predicate, before, since, level)
        self._close_before(predicate)
        rest = (predicate.end, len(self.tokens))
        self.clauses.append(Clause(predicate, level, subject, rest, joined=joined, governor=governor))
        if level != "sub":
            self._main = self.clauses[-1]

    def _open_markers(self, predicate: Predicate, before: Clause | None) -> None:
        """Take up the subordinators between the last predicate and this one; a semicolon closes what is open."""
        since = before.predicate.end if before else 0
        if any(
            self.tokens[place].text in ";:" for place in range(max(since, predicate.start - _WIDEST), predicate.start)
        ):
            self._pending.clear()
        while self._next_marker < len(self.markers) and self.markers[self._next_marker].start < predicate.start:
            marker = self.markers[self._next_marker]
            self._next_marker += 1
            if marker.start >= since and not (marker.kind == "that" and marker.start == 0):
                self._pending.append((marker, self._governor(marker, before)))
                self._opening = marker.start if self._opening is None else self._opening

    def _governor(self, marker: Match, before: Clause | None) -> Predicate | None:
        """Return the verb whose content a "that" opens: the one just before, or the last governor after "and"."""
        if marker.kind != "that" or before is None:
            return None
        near = marker.start - before.predicate.end <= _OBJECT_WIDTH
        if near and before.predicate.kinds & _GOVERNORS:
            return before.predicate
        return before.governor if self._is_joined(marker.start) else None

    def _level(self, predicate: Predicate, before: Clause | None, *, joined: bool) -> tuple[Level, Predicate | None]:
        if self._pending:
            _marker, governor = self._pending.pop()
            if governor is not None and governor.kinds & _HANDS_OVER and not governor.kinds & {"recommend"}:
                return "content", governor
            return "sub", None
        if before is None or not joined or self._returns_to_main(predicate, before):
            return "main", None
        return before.level, before.governor

    def _returns_to_main(self, predicate: Predicate, before: Clause) -> bool:
        """Tell whether "and" ties a verb to the main clause over the head of a subordinate one."""
        if self.tokens[predicate.start - 1].text == "," and predicate.certain:
            return True
        main = self._main.predicate if self._main is not None else None
        return (
            before.level == "sub"
            and main is not None
            and predicate.tense == main.tense
            and before.predicate.tense != main.tense
        )

    def _is_joined(self, place: int) -> bool:
        """Tell whether a conjunction or comma stands directly before, adverbs aside."""
        for index in range(place - 1, max(-1, place - 4), -1):
            text = self.tokens[index].text
            if text == "," or self.lexicon.is_a(text, "conjunction"):
                return True
            if not self.lexicon.is_a(text, "adverb", "negation", "clitic", "reflexive"):
                return False
        return False

    def _is_no_verb(
        self, predicate: Predicate, before: Clause | None, following: Predicate | None, *, joined: bool
    ) -> bool:
        """Tell nouns and participles that look like verbs: "measures taken to combat", "will open two visits"."""
        if not predicate.lone:
            return False
        if not predicate.certain and self._word_at(predicate.end, "by") and predicate.start > 0:
            return True  # "measures guided by": with an agent and no auxiliary it qualifies a noun
        if before is None:
            return not predicate.certain and self._opens_as_participle(predicate, following)
        if joined:
            return not predicate.certain and self._hangs_on(predicate, before)
        if before.level == "sub" and self._main is None:
            return False
        if self.tokens[predicate.start - 1].text in ";)" and not predicate.certain:
            return before.predicate.tense not in _SHARED  # "should focus on 1) training; 2) improved access"
        return not self._has_own_subject(before, predicate)

    def _has_own_subject(self, before: Clause, predicate: Predicate) -> bool:
        """Tell ", and the Ministry adopted rules" from ", by lawyers trained in asylum law"."""
        for place in range(max(before.predicate.end, predicate.start - _WIDEST), predicate.start - 1):
            text, following = self.tokens[place].text, self.tokens[place + 1]
            opens = following.capital or self.lexicon.is_a(following.text, "article", "pronoun")
            if text in ";:" or (opens and (text == "," or self.lexicon.is_a(text, "conjunction"))):
                return True
        return False

    def _opens_as_participle(self, predicate: Predicate, following: Predicate | None) -> bool:
        """Tell "Measures adopted in 2019 include" and "Industrialized countries ought" from "Adopted a law"."""
        qualifies = (
            following is not None and following.certain and not self._has_boundary(predicate.end, following.start)
        )
        if self._is_initial(predicate.start):
            return (
                qualifies
                or self._is_absolute(predicate, following)
                or self.lexicon.is_a(self.tokens[predicate.start].text, "not_fragment")
            )
        return qualifies or self._is_joined(predicate.start)

    def _is_absolute(self, predicate: Predicate, following: Predicate | None) -> bool:
        """Tell "Mandated by law to advise Parliament, the Council drafted" from "Adopted a law, and the police"."""
        if following is None or not following.certain or not self._word_at(predicate.end, "preposition"):
            return False
        return any(
            self.tokens[place].text == ","
            and (self.tokens[place + 1].capital or self.lexicon.is_a(self.tokens[place + 1].text, "article", "pronoun"))
            for place in range(predicate.end, min(following.start, predicate.end + _WIDEST) - 1)
        )

    def _hangs_on(self, predicate: Predicate, before: Clause) -> bool:
        """Tell ", funded by donors" and "will train and equipped staff" from a second verb of the clause."""
        after_comma = self.tokens[predicate.start - 1].text == ","
        if after_comma and self._word_at(predicate.end, "preposition"):
            return True
        first = before.predicate
        return not first.lone and not first.passive and first.tense not in _SHARED

    def _is_initial(self, place: int) -> bool:
        return not any(self.tokens[index].is_word for index in range(min(place, 4))) and place <= 4

    def _has_boundary(self, start: int, end: int) -> bool:
        starts = {marker.start for marker in self.markers[self._next_marker : self._next_marker + 3]}
        return any(
            self.tokens[place].text in ",;:"
            or self.lexicon.is_a(self.tokens[place].text, "conjunction")
            or place in starts
            for place in range(start, min(end, start + _WIDEST))
        )

    def _word_at(self, place: int, group: str) -> bool:
        return place < len(self.tokens) and self.lexicon.is_a(self.tokens[place].text, group)

    def _subject(self, predicate: Predicate, before: Clause | None, since: int, level: Level) -> tuple[int, int]:
        """Return the tokens of the subject: what stands before the verb, else the subject of the clause before."""
        first_main = level == "main" and before is not None and self._main is None
        if first_main and self._opening is not None and not self._after_comma(since, predicate):
            return _trim(self.tokens, self.lexicon, 0, self._opening)
        own = _trim(self.tokens, self.lexicon, self._clause_start(since, predicate.start), predicate.start)
        if own[0] < own[1]:
            return own
        if before is None:
            if predicate.start == 0 or self.tokens[predicate.start - 1].text != ",":
                return own
            comma = next((place for place in range(predicate.start) if self.tokens[place].text == ","), 0)
            return _trim(self.tokens, self.lexicon, 0, comma)  # "Article 5, paragraph 2, requires"
        if level == "main" and before.level == "sub":
            return self._main_subject()
        return before.subject

    def _after_comma(self, since: int, predicate: Predicate) -> bool:
        words = range(since, predicate.start)
        comma = next((place for place in reversed(words) if self.tokens[place].text == ","), None)
        return comma is not None and comma + 1 < predicate.start

    def _main_subject(self) -> tuple[int, int]:
        if self._main is not None:
            return self._main.subject
        return _trim(self.tokens, self.lexicon, 0, self._opening or 0)

    def _clause_start(self, since: int, end: int) -> int:
        """Return where the subject may begin: after the last subordinator or comma since the last verb."""
        starts = [marker.end for marker in self.markers[max(0, self._next_marker - 3) : self._next_marker]]
        commas = [place + 1 for place in range(since, end) if self.tokens[place].text in ",;:"]
        return max([since, *(start for start in starts if start <= end), *commas])

    def _close_before(self, predicate: Predicate) -> None:
        """End the rest of the clause before where this one begins."""
        if self.clauses:
            last = self.clauses[-1]
            self.clauses[-1] = Clause(
                last.predicate, last.level, last.subject, (last.rest[0], predicate.start), last.joined, last.governor
            )


def _share_auxiliary(predicate: Predicate, before: Predicate) -> Predicate:
    """Give a second participle the auxiliary of the first: should be investigated and punished."""
    if before.lone:
        return predicate
    return replace(predicate, tense=before.tense, passive=before.passive, negated=before.negated, lone=False)


def _trim(tokens: Sequence[Token], lexicon: StatusLexicon, start: int, end: int) -> tuple[int, int]:
    """Cut conjunctions, adverbs and an opening "In 2019" from a subject."""
    while start < end and (
        (not tokens[start].is_word and not tokens[start].is_number)
        or lexicon.is_a(tokens[start].text, "conjunction", "adverb", "clitic", "reflexive", "negation")
    ):
        start += 1
    while start < end and lexicon.is_a(tokens[end - 1].text, "adverb", "negation", "clitic", "reflexive"):
        end -= 1
    if start < end and lexicon.is_a(tokens[start].text, "preposition"):
        start = next(
            (place for place in range(start + 2, end) if _opens_subject(tokens, lexicon, place)),
            end,
        )
    return (start, end) if start < end else (end, end)


def _opens_subject(tokens: Sequence[Token], lexicon: StatusLexicon, place: int) -> bool:
    token = tokens[place]
    opens = token.capital or lexicon.is_a(token.text, "pronoun", "article")
    return opens and not lexicon.is_a(tokens[place - 1].text, "preposition")
