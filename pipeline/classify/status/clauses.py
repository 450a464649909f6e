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
_MODAL = frozenset({"obligation", "future", "conditional", "possibility"})
"""Tenses whose auxiliary a second infinitive shares: will open and equip."""
_WIDEST = 100
"""Tokens that are looked at between two verbs; it keeps the work linear in the sentence."""
_CLOSED = frozenset({"determiner", "preposition", "article", "infinitive", "pronoun", "that", "adverb", "conjunction"})
"""Groups of words that no noun belongs to."""
_BESIDE = 2
"""Tokens between two participles of one noun: adequately resourced and mandated."""
_FAR = 2
"""Tokens between a subordinator and a verb from which on the verb may belong to another clause."""
_HEADLESS = 2
"""Tokens of an auxiliary that stands apart from its verb: shall, will not."""
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
    reader = _Reader(tokens, lexicon, markers)
    for number, predicate in enumerate(predicates):
        following = predicates[number + 1] if number + 1 < len(predicates) else None
        reader.read(predicate, following)
    return _promoted(tokens, lexicon, reader) if promote else tuple(reader.clauses)


def _promoted(tokens: Sequence[Token], lexicon: StatusLexicon, reader: _Reader) -> tuple[Clause, ...]:
    """Make a clause the main one where there is none: in "Laws that strip or deny it should be amended" the relative
    clause has lost its verb, and the main clause has taken its place.
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
        since = max(before.predicate.end if before else 0, predicate.start - _WIDEST)
        self._open_markers(predicate, before)
        joined = before is not None and self._is_joined(predicate.start)
        if self._is_qualifier(predicate, following) if self._pending else self._is_no_verb(
            predicate, before, following, joined=joined
        ):
            self._dropped = predicate.end
            return
        leaves = before is not None and before.level == "sub" and self._returns_to_main(predicate, before)
        if before is not None and joined and not self._pending and not leaves:
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
        if headless and before.tense in _MODAL and self._word(before.end) == ",":
            self.clauses[-1] = replace(self.clauses[-1], level="sub")
        return shared

    def _word(self, place: int) -> str:
        return self.tokens[place].text if place < len(self.tokens) else ""

    def _open_markers(self, predicate: Predicate, before: Clause | None) -> None:
        """Take up the subordinators between the last predicate and this one; a semicolon closes what is open."""
        since = self._end(before)
        if any(
            self.tokens[place].text in ";:" for place in range(max(since, predicate.start - _WIDEST), predicate.start)
        ):
            self._pending.clear()
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
        return end - 1 if self.lexicon.is_a(self.tokens[end - 1].text, "that") else end

    def _is_verbless(self, marker: Match, predicate: Predicate) -> bool:
        """Tell "After the second cycle, Parliament ratified" and "While noting this, it was" from a clause."""
        if marker.kind != "adverbial" or marker.end >= predicate.start:
            return False
        prepositional = self.lexicon.is_a(self.tokens[marker.start].text, "preposition")
        tenses = {form.tense for form in self.lexicon.verb_forms(self.tokens[marker.end].text)}
        if not prepositional and not (tenses & {"ing", "part"} and "base" not in tenses):
            return False
        return any(
            self.tokens[place].text == "," and self._opens_clause(place + 1)
            for place in range(marker.end, min(predicate.start - 1, marker.end + _WIDEST))
        )

    def _opens_clause(self, place: int) -> bool:
        token = self.tokens[place]
        return token.capital or self.lexicon.is_a(token.text, "article", "pronoun", "quantifier") or token.is_word

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
            marker, governor = self._pending.pop()
            if predicate.start - marker.end >= _FAR:
                self.far.add(predicate.start)
            if governor is not None and governor.kinds & _HANDS_OVER and not governor.kinds & {"recommend"}:
                return "content", governor
            return "sub", None
        if before is not None and not joined and (
            self._is_reduced(predicate, before) or self._follows_at_once(predicate, before)
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
        while place > before.predicate.end and self.lexicon.is_a(self.tokens[place].text, "adverb", "negation"):
            place -= 1
        if place <= before.predicate.start or not self.lexicon.is_a(self.tokens[place].text, "personal"):
            return False
        earlier = self.tokens[place - 1]
        return earlier.is_word and not self.lexicon.is_a(earlier.text, "conjunction", "adverb", "that")

    def _continues(self, predicate: Predicate, before: Clause) -> bool:
        """Tell whether "and" goes on in a subordinate clause behind the main one: "unless it is safe and care is given"."""
        if before.level != "sub" or self._main is None:
            return False
        marks = [
            place
            for place in range(before.predicate.end, predicate.start)
            if self.tokens[place].text in ",;:" or self.lexicon.is_a(self.tokens[place].text, "conjunction")
        ]
        return bool(marks) and all(self.tokens[place].text not in ",;:" for place in marks)

    def _follows_at_once(self, predicate: Predicate, before: Clause) -> bool:
        """Tell a verb that follows a main verb without a boundary: "report within 90 days of the date it is taken"."""
        if before.level != "main" or before.predicate.lone:
            return False
        return not self._has_boundary(before.predicate.end, predicate.start)

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

    def _is_qualifier(self, predicate: Predicate, following: Predicate | None) -> bool:
        """Tell "that children separated from parents are heard" from "who received training": no verb of the clause."""
        marker = self._pending[-1][0]
        if not predicate.weak or following is None or not following.certain:
            return False
        between = self.tokens[marker.end : predicate.start]
        direct = marker.kind != "adverbial" and all(self.lexicon.is_a(token.text, "adverb") for token in between)
        if direct and not self._before_bare_noun(predicate):
            return False
        return not self._has_boundary(predicate.end, following.start, conjunctions=False)

    def _is_no_verb(
        self, predicate: Predicate, before: Clause | None, following: Predicate | None, *, joined: bool
    ) -> bool:
        """Tell nouns and participles that look like verbs: "measures taken to combat", "will open two visits"."""
        if not predicate.lone:
            return False
        if not predicate.certain and self._word_at(predicate.end, "by") and predicate.start > 0:
            return True  # "measures guided by": with an agent and no auxiliary it qualifies a noun
        if predicate.weak and predicate.certain and following is not None and not following.lone:
            return self._leads_to(predicate, following)
        if before is None:
            return not predicate.certain and self._opens_as_participle(predicate, following)
        if joined:
            return not predicate.certain and self._hangs_on(predicate, before)
        if predicate.certain and self.tokens[predicate.start - 1].text == ";":
            return False  # "explores themes; summarizes replies"
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
        qualifies = self._leads_to(predicate, following)
        if self._is_initial(predicate.start):
            return (
                qualifies
                or self._is_adjective(predicate, following)
                or self._is_absolute(predicate, following)
                or self.lexicon.is_a(self.tokens[predicate.start].text, "not_fragment")
            )
        if self.lexicon.is_a(self.tokens[0].text, "preposition") and self._is_absolute(predicate, following):
            return True  # "In all activities related to schools, the Ministry stresses"
        return qualifies or (self._is_joined(predicate.start) and not self._after_insertion(predicate, following))

    def _leads_to(self, predicate: Predicate, following: Predicate | None) -> bool:
        """Tell whether another verb follows without a boundary: "Staff involved in the process shall"."""
        return following is not None and following.certain and not self._has_boundary(predicate.end, following.start)

    def _after_insertion(self, predicate: Predicate, following: Predicate | None) -> bool:
        """Tell "The Ministry, through its staff, helped" from "Measures, adopted in 2019, include"."""
        if self.tokens[predicate.start - 1].text != "," or (following is not None and following.certain):
            return False
        commas = [place for place in range(predicate.start - 1) if self.tokens[place].text == ","]
        if not commas:
            return False
        opening = self.tokens[commas[-1] + 1].text
        tenses = {form.tense for form in self.lexicon.verb_forms(opening)}
        return "part" in tenses or self.lexicon.is_a(opening, "preposition", "bare")

    def _is_adjective(self, predicate: Predicate, following: Predicate | None) -> bool:
        """Tell "Undocumented women who report must" from "Adopted a law": an unknown participle before a bare noun."""
        return following is not None and "act" not in predicate.kinds and self._before_bare_noun(predicate)

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
        if self._returns_to_main(predicate, before):
            return False
        if predicate.start - self._dropped <= _BESIDE or self._is_attributive(predicate, before):
            return True
        after_comma = self.tokens[predicate.start - 1].text == ","
        if after_comma and self._word_at(predicate.end, "preposition"):
            return True
        first = before.predicate
        return not first.lone and not first.passive and first.tense not in _SHARED

    def _is_attributive(self, predicate: Predicate, before: Clause) -> bool:
        """Tell "a comprehensive and balanced approach" and "specifically defined cases" from "and opened shelters"."""
        if not predicate.weak or not self._before_bare_noun(predicate):
            return False
        place = predicate.start - 1
        if self.lexicon.is_a(self.tokens[place].text, "adverb") or before.predicate.tense != predicate.tense:
            return True
        return place >= 2 and self.lexicon.is_a(self.tokens[place - 2].text, "article", "determiner")

    def _before_bare_noun(self, predicate: Predicate) -> bool:
        after = self.tokens[predicate.end] if predicate.end < len(self.tokens) else None
        if after is None or not after.is_word or after.capital:
            return False
        return not self.lexicon.groups(after.text) & _CLOSED

    def _is_initial(self, place: int) -> bool:
        return not any(self.tokens[index].is_word for index in range(min(place, 4))) and place <= 4

    def _has_boundary(self, start: int, end: int, *, conjunctions: bool = True) -> bool:
        starts = {marker.start for marker in self.markers[self._next_marker : self._next_marker + 3]}
        return any(
            self.tokens[place].text in ",;:"
            or (conjunctions and self.lexicon.is_a(self.tokens[place].text, "conjunction"))
            or place in starts
            for place in range(start, min(end, start + _WIDEST))
        )

    def _word_at(self, place: int, group: str) -> bool:
        return place < len(self.tokens) and self.lexicon.is_a(self.tokens[place].text, group)

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
            self.clauses[-1] = Clause(
                last.predicate, last.level, last.subject, (last.rest[0], predicate.start), last.joined, last.governor
            )


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
