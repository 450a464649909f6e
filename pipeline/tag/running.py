"""Follow a title that goes on in lower case: "the law on the work of foreigners", "Special Rapporteur on torture"."""

from __future__ import annotations

import re

from pipeline.tag.title_words import TitleWords

LONGEST = 22
_WORD = re.compile(r"\s([^\W\d_][\w'’/-]*|\((?:re|non)\)[\w-]+)")
_PARTICIPLE = re.compile(r"[a-z]{3,}ed")
_ADVERB = "ly"
_ARTICLES = frozenset(["the", "its", "their", "to"])


def run_on(text: str, end: int, lists: TitleWords) -> int:
    """Return where a title ends whose first words end at `end`: at a mark, a verb, a number or after 22 words.

    What follows must be words of the title; words of grammar at its end do not count.
    """
    joints, stops = lists["joint in lower case"], lists["ends lower case"]
    last = place = end
    before = "of"
    for _ in range(LONGEST):
        match = _WORD.match(text, place)
        is_passive = before == "to" and match is not None and match[1] == "be"  # "the right to be heard"
        if not match or (match[1] in stops and not is_passive) or (before == "and" and match[1] in _ARTICLES):
            break
        noun_before = before not in joints and not before.endswith(_ADVERB)
        if (
            noun_before and before != "be" and _PARTICIPLE.fullmatch(match[1])
        ):  # "law adopted", but "law of displaced persons"
            break
        before = match[1]
        place = match.end()
        last = last if before in joints else place
    return last
