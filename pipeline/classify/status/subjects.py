"""Say what kind of thing a subject is, and who acts."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.classify.status.clause import Clause
from pipeline.classify.status.lexicon import StatusLexicon
from pipeline.classify.status.tokens import Token

ACTORS = frozenset({"government", "body", "states", "first_person", "name"})
"""The classes of subject that can act; a law, a measure or a migrant is no actor of a commitment."""

_SHORTEST_ARTICLE = 3
_WIDEST_HEAD = 12
"""Tokens of a subject that are looked at: its head stands near its beginning."""


def subject_class(tokens: Sequence[Token], clause: Clause, lexicon: StatusLexicon) -> str:
    """Return the class of a clause's subject: a class of `noun` lines, first_person, name, other or empty."""
    start, end = clause.subject
    if start >= end:
        ending = lexicon.we_ending
        says_we = bool(ending) and any(
            token.text.endswith(ending) for token in tokens[clause.predicate.start : clause.predicate.end]
        )
        return "first_person" if says_we else "empty"
    if any(lexicon.is_a(token.text, "first_person") for token in tokens[start : min(end, start + 1)]):
        return "first_person"
    ruled = _by_article(tokens[start : min(end, start + _WIDEST_HEAD)], lexicon)
    if ruled is not None:
        return ruled
    words = _head_words(tokens[start : min(end, start + _WIDEST_HEAD)], lexicon)
    ordered = words if lexicon.head_first else words[::-1]
    known = [lexicon.nouns[word.text] for word in ordered if word.text in lexicon.nouns]
    if known and (lexicon.head_first or ordered[0].text in lexicon.nouns or known[0] in ACTORS):
        return known[0]
    return "name" if _is_name(words, lexicon, initial=start == 0) else "other"


def _by_article(tokens: Sequence[Token], lexicon: StatusLexicon) -> str | None:
    """Take "Section 14 of the Aliens Act" and "Part III of the Convention" for the law or the treaty."""
    if len(tokens) < _SHORTEST_ARTICLE or not lexicon.is_a(tokens[0].text, "article_word"):
        return None
    classes = (lexicon.nouns.get(token.text) for token in tokens[1:])
    return next((name for name in classes if name in ("law", "treaty")), None)


def actor_span(tokens: Sequence[Token], clause: Clause, kind: str, lexicon: StatusLexicon) -> tuple[int, int] | None:
    """Return the code points of who acts: the subject, or in the passive the agent after "by"."""
    if clause.predicate.passive:
        span = _agent(tokens, clause, lexicon)
        return _code_points(tokens, span) if span is not None else None
    if kind not in ACTORS:
        return None
    start, end = clause.subject
    return _code_points(tokens, (start, _noun_phrase_end(tokens, start, end, lexicon)))


def _is_name(words: Sequence[Token], lexicon: StatusLexicon, *, initial: bool) -> bool:
    """Tell a proper name by its capitals; a lone plural that opens the sentence ("Flights") is no name."""
    named = [word for word in words if word.capital and not lexicon.is_a(word.text, "determiner", "pronoun", "article")]
    if not named:
        return False
    if not initial or named[0] is not words[0]:
        return True
    return len(named) == len(words) and not named[-1].text.endswith("s")


def _head_words(tokens: Sequence[Token], lexicon: StatusLexicon) -> list[Token]:
    """Return the words before the first preposition, looking through "a number of" to what is counted."""
    words: list[Token] = []
    for token in tokens:
        if lexicon.is_a(token.text, "preposition"):
            if words and all(lexicon.is_a(word.text, "quantifier", "determiner") for word in words):
                counted = not lexicon.is_a(words[0].text, "definite")
                if counted:
                    words.clear()
                    continue
            break
        if token.is_word:
            words.append(token)
    return words


def _agent(tokens: Sequence[Token], clause: Clause, lexicon: StatusLexicon) -> tuple[int, int] | None:
    start, end = clause.rest
    for place in range(start, min(end, start + _WIDEST_HEAD) - 1):
        if lexicon.is_a(tokens[place].text, "by"):
            stop = _noun_phrase_end(tokens, place + 1, min(end, place + 1 + _WIDEST_HEAD), lexicon)
            words = [token.text for token in tokens[place + 1 : stop]]
            acts = any(lexicon.nouns.get(word) in ACTORS for word in words) or tokens[place + 1].capital
            return (place + 1, stop) if acts else None
    return None


def _noun_phrase_end(tokens: Sequence[Token], start: int, end: int, lexicon: StatusLexicon) -> int:
    """Return where a noun phrase ends: before a comma or a preposition other than the one of names (of, de)."""
    for place in range(start + 1, end):
        text = tokens[place].text
        if text in ",;:()" or (lexicon.is_a(text, "preposition") and not lexicon.is_a(text, "genitive")):
            return place
    return end


def _code_points(tokens: Sequence[Token], span: tuple[int, int]) -> tuple[int, int] | None:
    start, end = span
    return (tokens[start].start, tokens[end - 1].end) if start < end else None
