"""Tell main clauses from subordinate ones and find their subjects."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from pipeline.classify.status.clause import Clause, Level
from pipeline.classify.status.lexicon import StatusLexicon
from pipeline.classify.status.participles import Participles, Standing
from pipeline.classify.status.phrases import Match
from pipeline.classify.status.places import WIDEST, Places
from pipeline.classify.status.predicates import Predicate
from pipeline.classify.status.tokens import Token

_GOVERNORS = frozenset({"report", "pledge", "plan", "recommend", "praise", "fact", "copula"})
_HANDS_OVER = frozenset({"report", "pledge", "plan"})
_MODAL = frozenset({"obligation", "future", "conditional", "possibility"})
"""Tenses whose auxiliary a second infinitive shares: will open and equip."""
_FAR = 2
"""Tokens between a subordinator and a verb from which on the verb may belong to another clause."""
_HEADLESS = 2
"""Tokens of an auxiliary that stands apart from its verb: shall, will not."""
_OBJECT_WIDTH = 5
"""Tokens between a verb of saying and its "that": informed the Committee that."""


def split_clauses(
    tokens: Sequence[Token], predicates: Sequence[Predicate], lexicon: StatusLexicon, *, promote: bool = True
) -> tuple[Clause, ...]:
    """Give each predicate its level; participles that only qualify a noun are dropped.

    With `promote` a sentence in which all clauses seem subordinate gets a main clause where one has lost its verb.
    """
    matches = lexicon.subordinators([token.text for token in tokens])
    markers = [
        replace(match, kind="adverbial") if match.kind == "opening" else match
        for match in matches
        if match.kind != "nothing" and (match.kind != "opening" or match.start <= 1)
    ]
    places = Places(tokens, lexicon, frozenset(marker.start for marker in markers))
    reader = _Reader(tokens, lexicon, markers, places, Participles(places))
    for number, predicate in enumerate(predicates):
        following = predicates[number + 1] if number + 1 < len(predicates) else None
        reader.read(predicate, following)
    return _promoted(tokens, lexicon, reader) if promote else tuple(reader.clauses)


def _promoted(tokens: Sequence[Token], lexicon: StatusLexicon, reader: _Reader) -> tuple[Clause, ...]:
    """Make a clause the main one where there is none.

    In "Laws that strip or deny it should be amended" the relative clause has lost its verb to the main clause.
    """
    clauses = reader.clauses
    if reader.opening is None or any(clause.level != "sub" for clause in clauses):
        return tuple(clauses)
    for number, clause in enumerate(clauses):
        if clause.predicate.start in reader.far and not clause.predicate.lone and reader.opening > 0:
            subject = _trim(tokens, lexicon, 0, reader.opening)
            if subject[0] < subject[1]:
                clauses[number] = replace(clause, level="main", subject=subject)
                break
    return tuple(clauses)


@dataclass(slots=True)
class _Reader:
    """Walks over the predicates once, keeping the subordinators that still wait for their verb."""

    tokens: Sequence[Token]
    lexicon: StatusLexicon
    markers: Sequence[Match]
    places: Places
    participles: Participles
    clauses: list[Clause] = field(default_factory=list)
    _next_marker: int = 0
    _pending: list[tuple[Match, Predicate | None]] = field(default_factory=list)
    opening: int | None = None
    far: set[int] = field(default_factory=set)
    _dropped: int = -9
    _main: Clause | None = None

    def read(self, predicate: Predicate, following: Predicate | None) -> None:
        """Place one predicate, or drop it when it is a bare participle."""
        before = self.clauses[-1] if self.clauses else None
        since = max(before.predicate.end if before else 0, predicate.start - WIDEST)
        self._open_markers(predicate, before)
        joined = before is not None and self.places.is_joined(predicate.start)
        returns = before is not None and self._returns_to_main(predicate, before)
        if self._pending:
            dropped = self.participles.is_qualifier(predicate, following, self._pending[-1][0])
        else:
            standing = Standing(before, joined, returns, self._main is not None, self._dropped)
            dropped = self.participles.is_no_verb(predicate, following, standing)
        if dropped:
            self._dropped = predicate.end
            return
        if before is not None and joined and not self._pending and not (before.level == "sub" and returns):
            predicate = self._shared(predicate, before.predicate)
        level, governor = self._level(predicate, before, joined=joined)
        subject = self._subject(predicate, before, since, level)
        self._close_before(predicate)
        rest = (predicate.end, len(self.tokens))
        self.clauses.append(Clause(predicate, level, subject, rest, joined=joined, governor=governor))
        if level != "sub":
            self._main = self.clauses[-1]

    def _shared(self, predicate: Predicate, before: Predicate) -> Predicate:
        """Give a joined verb the auxiliary before it; "shall, in due course, open" has its auxiliary apart."""
        shared = _share_auxiliary(predicate, before)
        headless = before.kinds == {"other"} and before.end - before.start <= _HEADLESS and shared is not predicate
        if headless and before.tense in _MODAL and self.places.word(before.end) == ",":
            self.clauses[-1] = replace(self.clauses[-1], level="sub")
        return shared

    def _open_markers(self, predicate: Predicate, before: Clause | None) -> None:
        """Take up the subordinators between the last predicate and this one; a semicolon closes what is open."""
        since = self._end(before)
        if any(
            self.tokens[place].text in ";:" for place in range(max(since, predicate.start - WIDEST), predicate.start)
        ):
            self._pending.clear()
        if before is not None and self.places.has_comma(since, predicate.start):
            self._pending = [item for item in self._pending if item[0].start >= before.predicate.start]
        opened = len(self._pending)
        while self._next_marker < len(self.markers) and self.markers[self._next_marker].start < predicate.start:
            marker = self.markers[self._next_marker]
            self._next_marker += 1
            if marker.start >= since and not (marker.kind == "that" and marker.start == 0):
                self._pending.append((marker, self._governor(marker, before)))
                self.opening = marker.start if self.opening is None else self.opening
        if len(self._pending) > opened and self._is_verbless(self._pending[-1][0], predicate):
            self._pending.pop()

    def _end(self, before: Clause | None) -> int:
        """Return where a verb ends; a "that" which belongs to it still opens its content: "hold that"."""
        if before is None:
            return 0
        end = before.predicate.end
        return end - 1 if self.places.is_a(end - 1, "that") else end

    def _is_verbless(self, marker: Match, predicate: Predicate) -> bool:
        """Tell "After the second cycle, Parliament ratified" and "While noting this, it was" from a clause."""
        if marker.kind != "adverbial" or marker.end >= predicate.start:
            return False
        prepositional = self.places.is_a(marker.start, "preposition")
        tenses = {form.tense for form in self.lexicon.verb_forms(self.tokens[marker.end].text)}
        if not prepositional and not (tenses & {"ing", "part"} and "base" not in tenses):
            return False
        return any(
            self.tokens[place].text == "," and (self.tokens[place + 1].is_word or self.places.opens_clause(place + 1))
            for place in range(marker.end, min(predicate.start - 1, marker.end + WIDEST))
        )

    def _governor(self, marker: Match, before: Clause | None) -> Predicate | None:
        """Return the verb whose content a "that" opens: the one just before, or the last governor after "and"."""
        if marker.kind != "that" or before is None:
            return None
        near = marker.start - before.predicate.end <= _OBJECT_WIDTH
        if near and before.predicate.kinds & _GOVERNORS:
            return before.predicate
        return before.governor if self.places.is_joined(marker.start) else None

    def _level(self, predicate: Predicate, before: Clause | None, *, joined: bool) -> tuple[Level, Predicate | None]:
        if self._pending:
            marker, governor = self._pending.pop()
            if predicate.start - marker.end >= _FAR:
                self.far.add(predicate.start)
            if governor is not None and governor.kinds & _HANDS_OVER and not governor.kinds & {"recommend"}:
                return "content", governor
            return "sub", None
        if (
            before is not None
            and not joined
            and (self._is_reduced(predicate, before) or self._follows_at_once(predicate, before))
        ):
            return "sub", None
        if before is not None and not joined and self._continues(predicate, before):
            return "sub", None
        if before is None or not joined or self._returns_to_main(predicate, before):
            return "main", None
        return before.level, before.governor

    def _is_reduced(self, predicate: Predicate, before: Clause) -> bool:
        """Tell a clause that hangs on a noun or verb without a word between: "in a language they understood"."""
        place = predicate.start - 1
        while place > before.predicate.end and self.places.is_a(place, "adverb", "negation"):
            place -= 1
        if place <= before.predicate.start or not self.places.is_a(place, "personal"):
            return False
        earlier = self.tokens[place - 1]
        return earlier.is_word and not self.lexicon.is_a(earlier.text, "conjunction", "adverb", "that")

    def _continues(self, predicate: Predicate, before: Clause) -> bool:
        """Tell whether "and" goes on in a subordinate clause: "unless it is safe and care is given"."""
        if before.level != "sub" or self._main is None:
            return False
        near = range(max(before.predicate.end, predicate.start - WIDEST), predicate.start)
        marked = any(self.tokens[place].text in ",;:" for place in near)
        return not marked and any(self.places.is_a(place, "conjunction") for place in near)

    def _follows_at_once(self, predicate: Predicate, before: Clause) -> bool:
        """Tell a verb that follows a main verb without a boundary: "report within 90 days of the date it is taken"."""
        if before.level != "main" or before.predicate.lone:
            return False
        return not self.places.has_boundary(before.predicate.end, predicate.start)

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

    def _subject(self, predicate: Predicate, before: Clause | None, since: int, level: Level) -> tuple[int, int]:
        """Return the tokens of the subject: what stands before the verb, else the subject of the clause before."""
        first_main = level == "main" and before is not None and self._main is None
        if first_main and self.opening is not None and not self._after_comma(since, predicate):
            return _trim(self.tokens, self.lexicon, 0, self.opening)
        own = _trim(self.tokens, self.lexicon, self._clause_start(since, predicate.start), predicate.start)
        if own[0] < own[1]:
            return own
        if before is None:
            if predicate.start == 0 or self.tokens[predicate.start - 1].text != ",":
                return own
            first = range(min(predicate.start, WIDEST))
            comma = next((place for place in first if self.tokens[place].text == ","), 0)
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
        return _trim(self.tokens, self.lexicon, 0, self.opening or 0)

    def _clause_start(self, since: int, end: int) -> int:
        """Return where the subject may begin: after the last subordinator or comma since the last verb."""
        starts = [marker.end for marker in self.markers[max(0, self._next_marker - 3) : self._next_marker]]
        commas = [place + 1 for place in range(since, end) if self.tokens[place].text in ",;:"]
        return max([since, *(start for start in starts if start <= end), *commas])

    def _close_before(self, predicate: Predicate) -> None:
        """End the rest of the clause before where this one begins."""
        if self.clauses:
            last = self.clauses[-1]
            rest = (last.rest[0], predicate.start)
            self.clauses[-1] = Clause(last.predicate, last.level, last.subject, rest, last.joined, last.governor)


def _share_auxiliary(predicate: Predicate, before: Predicate) -> Predicate:
    """Give a second verb the auxiliary of the first: should be investigated and punished, will open and equip."""
    if before.lone:
        return predicate
    if not predicate.certain:
        return replace(
            predicate, tense=before.tense, passive=before.passive, negated=before.negated, lone=False, firm=before.firm
        )
    if predicate.lone and predicate.tense == "base" and before.tense in _MODAL:
        return replace(predicate, tense=before.tense, lone=False, firm=before.firm)
    return predicate


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
