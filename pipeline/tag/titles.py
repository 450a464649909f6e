"""Follow a capitalized title to both sides of its head word: "National Strategy for Equality", "Ministry of Health"."""

from __future__ import annotations

import re
from dataclasses import dataclass

LONGEST = 14
"""Titles are followed for so many words to either side."""

_WORD_BEFORE = re.compile(r"([^\W\d_][\w'’.-]*)(,?\s)$")
_WORD_AFTER = re.compile(r"(,?\s)([^\W\d_][\w'’/-]*)")
_REACH = 40
"""The longest word with its space, in code points; longer ones end a title."""

_JOINTS_BEFORE = re.compile(r"against|and|de|del|des|du|e|en|et|for|in|la|of|on|para|y")
_JOINTS_AFTER = re.compile(
    r"against|amending|and|au|aux|between|by|concerning|contra|contre|de|del|des|du|e|el|en|et|for|from"
    r"|governing|in|into|its|la|las|le|les|los|of|on|or|para|por|pour|que|ratifying|regarding|regulating"
    r"|relatif|relative|sobre|sur|the|their|to|with|y|à"
)
_NOT_FIRST = re.compile(
    r"A|Accordingly|Additionally|After|All|Also|Although|An|And|Another|Any|Article|Articles|As|At|Because"
    r"|Before|Both|But|By|Ce|Ces|Cette|Chapter|Conversely|Dans|De|Des|Draft|Du|During|Each|El|En|Esta|Este"
    r"|Every|Finally|First|Following|For|From|Furthermore|Government|Governments|However|If|Implementing"
    r"|In|Indeed|It|Its|La|Las|Le|Les|Los|Many|Moreover|Most|New|No|Of|On|Other|Our|Par|Para|Por|Pour"
    r"|Pursuant|Regarding|Second|Section|Según|Selon|Several|Since|Some|Such|That|The|Their|Then|There"
    r"|These|They|This|Those|Through|To|Un|Una|Under|Une|Unlike|Until|Upon|When|Where|While|With|Within"
)
"""Capitalized words that begin a sentence or a phrase, not a title."""

_AND = (" and", " and the", " y", " y el", " y la", " e", " et", " et le", " et la")


@dataclass(frozen=True, slots=True)
class Titles:
    """A kind of title: its head words and the words that may follow a head at once ("Law *on* Foreigners")."""

    heads: re.Pattern[str]
    openers: re.Pattern[str]

    def around(self, text: str, head: re.Match[str]) -> tuple[int, int]:
        """Return where the title around a head word begins and ends; the head itself where nothing is capitalized."""
        return self._reach_back(text, head.start()), self._reach_on(text, head.end())

    def _reach_back(self, text: str, start: int) -> int:
        first = place = start
        for _ in range(LONGEST):
            match = _WORD_BEFORE.search(text, max(0, place - _REACH), place)
            if not match or self.heads.fullmatch(match[1]) or _NOT_FIRST.fullmatch(match[1]):
                break
            capital = match[1][0].isupper()
            joint = place < start and _JOINTS_BEFORE.fullmatch(match[1])
            if "," in match[2] or not (capital or joint):
                break
            place = match.start()
            first = place if capital else first
        return first

    def _reach_on(self, text: str, end: int) -> int:
        last = place = end
        for number in range(LONGEST):
            match = _WORD_AFTER.match(text, place)
            if not match or (number == 0 and ("," in match[1] or not self.openers.fullmatch(match[2]))):
                break
            capital = match[2][0].isupper()
            listed = "," in match[1] or text.endswith(_AND, 0, place)
            if not (capital or _JOINTS_AFTER.fullmatch(match[2])) or (listed and self.heads.fullmatch(match[2])):
                break
            place = match.end()
            last = place if capital else last
        return _without_open_list(text, end, last)


def _without_open_list(text: str, start: int, end: int) -> int:
    """Cut a title at a comma that no "and" closes: "Ministry of Health, Slovenia" ends before the comma."""
    comma = text.find(",", start, end)
    closed = any(f" {word} " in text[comma:end] for word in ("and", "y", "e", "et"))
    return end if comma < 0 or closed else comma
