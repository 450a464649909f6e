"""Who acts, where a sentence says it plainly."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.classify.cues.clauses import Placed
from pipeline.classify.cues.meanings import MEANINGS
from pipeline.classify.cues.text import Token

_ACTORS = frozenset({"government", "body"})
_LONGEST = 10
"""Tokens that a name may have; what is longer holds more than a name."""
_ARTICLE = ("ال", "وال")
_ACCORDING_TO = "据"


def actor_span(placed: Sequence[Placed], tokens: Sequence[Token]) -> tuple[int, int] | None:
    """Return the span of who acts, None where it is not plain.

    Russian and Chinese sentences begin with who acts ("Министерство труда Utopia приняло"); in Arabic it stands right
    behind the first verb ("أطلقت وزارة العمل"). "В министерстве" and "在大会" name none.
    """
    verb = next((item.hit for item in placed if item.kind in MEANINGS), None)
    subject = next((item.hit for item in placed if item.kind in _ACTORS), None)
    if verb is None or subject is None:
        return None
    if "\u0600" <= tokens[verb.start].text[:1] <= "\u06ff":
        if subject.start != verb.end or tokens[subject.start].form.startswith("لل"):
            return None
        start, end = subject.start, _arabic_end(tokens, subject.end)
    elif "\u3400" <= tokens[verb.start].text[:1] <= "\u9fff":
        start, end = int(tokens[0].text == _ACCORDING_TO), subject.end
    else:
        start, end = 0, verb.start
        if subject.start > 0 or subject.end > verb.start:
            return None
    named = tokens[start:end]
    if not 0 < len(named) <= _LONGEST or any(token.is_mark or token.text[:1].isdigit() for token in named):
        return None
    return named[0].start, named[-1].end


def _arabic_end(tokens: Sequence[Token], end: int) -> int:
    """Take the definite words behind, or a State: وزارة العمل والتنمية, حكومة Utopia."""
    first = end
    while end < len(tokens) and not tokens[end].is_mark:
        token = tokens[end]
        state = end == first and token.text.isascii()
        definite = token.form.startswith(_ARTICLE) and token.form not in ("الي", "الى", "التي", "الذي")
        if not (state or definite):
            break
        end += 1
    return end
