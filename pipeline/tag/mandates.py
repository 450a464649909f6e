"""Find mandate holders and general comments, whose titles go on in lower case: "Special Rapporteur on torture"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.gazetteer.mention import Mention
from pipeline.gazetteer.words import Words
from pipeline.tag.running import run_on
from pipeline.tag.title_words import TitleWords

WORDS = (
    "Rapporteur", "Rapporteurs", "Expert", "Experts", "Representative", "Representatives", "Envoy",
    "Coordinator", "comment", "comments", "recommendation", "recommendations", "Comment", "Comments", "Recommendation",
    "Recommendation",
    "Recommendations",
)  # fmt: skip
"""The words by which they are found."""

_MANDATE_BEFORE = re.compile(
    r"(?:(?:United\sNations|UN|U\.N\.)\s)?(?:Special|Independent|High|Deputy\sHigh|Deputy\sSpecial|Emergency\sRelief|Resident)\s$"
)
_GENERAL_BEFORE = re.compile(r"(?<!\w)(?:[Jj]oint\s)?[Gg]eneral\s$")
_REACH = 40
_OF_WHOM = re.compile(r"\sof\sthe\s(?:United\sNations\s)?(?:Secretary-General|President\sof\sthe\s[A-Z]\w+\s[A-Z]\w+)")
_SUBJECT = re.compile(r"\s(?:on|for|in\sthe\sfield\sof)\s(?=[a-zA-Z])")
_NUMBERED = re.compile(r"\s(?:Nos?\.?\s?)?\d{1,2}(?:(?:,|\sand|,\sand)\s\d{1,2}\b)*(?!\d|[.,]\d|\s?%)(?:\s\(\d{4}\))?")
_ON = re.compile(r",?\son\s(?=[a-z])")


def find_mandates(text: str, words: Words, places: Sequence[int], lists: TitleWords) -> list[Mention]:
    """Return mandates (UN_BODY), also without their subject, and numbered general comments (INSTRUMENT).

    `places` are those of the words in `WORDS`. "An expert" and "recommendation 5" are none.
    """
    found = []
    for start, end in (words.spans[place] for place in places):
        if text[start].islower() or text[start:end].startswith(("Comment", "Recommendation")):
            mention = _general_comment(text, start, end, lists)
        else:
            mention = _mandate(text, start, end, lists)
        if mention:
            found.append(mention)
    return found


def _general_comment(text: str, start: int, end: int, lists: TitleWords) -> Mention | None:
    before = _GENERAL_BEFORE.search(text, max(0, start - _REACH), start)
    number = _NUMBERED.match(text, end) if before else None
    if before is None or number is None:
        return None
    about = _ON.match(text, number.end())
    last = run_on(text, about.end() - 1, lists) if about else number.end()
    return Mention(before.start(), last if not about or last > about.end() else number.end(), "INSTRUMENT")


def _mandate(text: str, start: int, end: int, lists: TitleWords) -> Mention | None:
    before = _MANDATE_BEFORE.search(text, max(0, start - _REACH), start)
    if before is None:
        return None
    whom = _OF_WHOM.match(text, end)
    end = whom.end() if whom else end
    about = _SUBJECT.match(text, end)
    last = run_on(text, about.end() - 1, lists) if about else end
    return Mention(before.start(), last if about and last > about.end() else end, "UN_BODY")
