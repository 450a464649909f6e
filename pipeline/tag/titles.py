"""Follow a capitalized title to both sides of its head word: "National Strategy for Equality", "Ministry of Health"."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from pipeline.tag.dates import MONTHS
from pipeline.tag.title_words import TitleWords

LONGEST = 22
"""Titles are followed for so many words to either side."""

_WORD_BEFORE = re.compile(r"\(?([^\W\d_][\w'’/.-]*)\)?(,?\s)")
_WORD_AFTER = re.compile(r"(,?\s)([^\W\d_][\w'’/-]*)")
_REACH = 40
"""The longest word with its space, in code points; longer ones end a title."""

_SENTENCE_START = re.compile(r"(?:^|[.;:!?•–—)“]\s*|\n)$")
_RUN = re.compile(r"[^\W\d_a-zà-ÿ][\w'’-]*(?:\s[^\W\d_a-zà-ÿ][\w'’-]*){0,7}")
_OPENS = re.compile(r"\s(?:of|for|on|against|de|del|du|des|pour|para)\s")
_PAIRED = re.compile(r"\sand\s(?:Guidelines|Programme|Plan|Platform|Regulations|Framework)(?!\w)")
"""The second head of a title with two: "Declaration and Programme of Action"."""

_LONGEST_PART = 2
"""Words of a part of a ministry's name, "Social Affairs"; a longer one with a head word is a name of its own."""

_POSSESSIVES = ("'s", "’s", "s'", "s’")
_AFTER_IN = frozenset(["Human", "Persons", "Women", "Children", "Education", "Conflict", "Armed"])
"""What trafficking and violence are in, no place."""

_NAMES_TOO = frozenset(["May", "March", "Mai", "Mars"])
_BEFORE_MONTHS = frozenset(["of", "in"])
_NO_NAME = re.compile(r"[IVXLC]+|[A-Z]")
_LONG = 10
"""A title of so many words may go on with a place: "Council for ... Communities of Members of Nations in Utopia"."""

_ELISIONS = ("l'", "l’", "d'", "d’")
_LISTING = frozenset(["and", "y", "e", "et"])
_ARTICLES = frozenset(["the", "el", "la", "le", "los", "las", "les", "l"])


@dataclass(frozen=True, slots=True)
class TitleFollower:
    """Finds the extent of a title; built once with the words of titles."""

    lists: TitleWords

    def around(self, text: str, start: int, end: int, borders: Collection[int], *, law: bool) -> tuple[int, int]:
        """Return where the title around a head word begins and ends; the head itself where nothing is capitalized.

        `borders` are offsets at which names of their own begin: an enumeration goes on to no such name. `law`: the
        title of a law or treaty holds more words in lower case than that of an organization.
        """
        return self._reach_back(text, start, borders), self.reach_on(text, end, borders, law=law)

    def reach_on(self, text: str, end: int, borders: Collection[int], *, law: bool) -> int:
        """Return where a title ends that goes on behind a place."""
        kind = "law" if law else "organization"
        openers, joints = self.lists[f"after {kind}"], self.lists[f"joint in {kind}"]
        paired = _PAIRED.match(text, end) if law else None
        last = place = end = paired.end() if paired else end
        before = ""
        for number in range(LONGEST):
            match = _WORD_AFTER.match(text, place)
            if not match or (number == 0 and ("," in match[1] or match[2] not in openers)):
                break
            word = match[2][2:] if match[2].startswith(_ELISIONS) else match[2]  # "l'Intérieur"
            if not (word[:1].isupper() or word in joints) or _is_time_or_place(word, before, number, law=law):
                break
            listed = "," in match[1] or before in _LISTING
            if listed and self._begins_anew(text, match, before, borders):
                break
            place = match.end()
            last = place if word[:1].isupper() else last
            if word.endswith(_POSSESSIVES) and text[place + 1 : place + 2].isupper():
                return place - 1 - (word[-1] == "s")
            before = before if before in _LISTING and word in _ARTICLES else word
        return _without_open_list(text, end, last)

    def _reach_back(self, text: str, start: int, borders: Collection[int]) -> int:
        first = place = start
        cut: int | None = None
        in_brackets = False
        for _ in range(LONGEST):
            match = _word_before(text, place)
            if not match or "," in match[2]:
                break
            word = match[1]
            if word[0].isupper():
                if word in self.lists.heads and _OPENS.match(
                    text, match.end(1)
                ):  # another title: "Ministry of X and ..."
                    return first if cut is None else cut
                if self._is_no_first_word(text, match, first == start) or (cut == first and match.start() in borders):
                    break
                cut = first if word.endswith(_POSSESSIVES) else cut
                first = match.start(1)
                in_brackets = in_brackets or text[match.end(1)] == ")"
                if text[first - 1] == "(" and not in_brackets:
                    break
            elif place == start or not self._joins(text, word, first):
                break
            elif word in _LISTING:
                cut = first
            place = match.start()
        return first

    def _joins(self, text: str, word: str, first: int) -> bool:
        return word in self.lists["joint before"] or (word == "the" and text.startswith("Republic of", first))

    def _is_no_first_word(self, text: str, match: re.Match[str], at_head: bool) -> bool:
        word = match[1]
        if word == "Government":
            return not at_head
        if word == "States" and text.endswith("United ", 0, match.start()):
            return False
        if word in self.lists["not first"] or _NO_NAME.fullmatch(word):
            return word != "State" or _begins_sentence(text, match.start())
        return word in self.lists["imperative"] and _begins_sentence(text, match.start())

    def _begins_anew(self, text: str, match: re.Match[str], before: str, borders: Collection[int]) -> bool:
        """Tell whether an enumeration goes on to another name: "Ministry of Health *and the Court* of Audit"."""
        article = match[2] in _ARTICLES
        start = match.end() + 1 if article else match.start(2)
        if start in borders or (article and "," in text[max(0, match.start() - 5) : match.start()]):
            return True
        run = _RUN.match(text, start)
        words = run.group().split() if run else []
        head = next((word for word in words if word in self.lists.heads), None)
        if run is None or head is None:
            return False
        followed = head == words[-1] and _OPENS.match(text, run.end())
        in_new_part = article or before in _ARTICLES or words[0] == head or len(words) > _LONGEST_PART
        return bool(followed) or in_new_part


def _word_before(text: str, place: int) -> re.Match[str] | None:
    """Match the word that ends before a place with the space behind it."""
    if place < 1 or not text[place - 1].isspace():
        return None
    start = text.rfind(" ", max(0, place - _REACH), place - 1) + 1
    match = _WORD_BEFORE.match(text, max(start, place - _REACH), place)
    return match if match and match.end() == place else None


def _begins_sentence(text: str, start: int) -> bool:
    return bool(_SENTENCE_START.search(text, max(0, start - 4), start))


def _is_time_or_place(word: str, before: str, number: int, *, law: bool) -> bool:
    """Tell what stands behind a title rather than in it: "in December", "in Geneva"."""
    if word.lower() in MONTHS and (word not in _NAMES_TOO or before in _BEFORE_MONTHS):
        return True
    return before == "in" and not law and number < _LONG and word not in _AFTER_IN


def _without_open_list(text: str, start: int, end: int) -> int:
    """Cut a title at a comma that no "and" closes: "Ministry of Health, Slovenia" ends before the comma."""
    comma = text.find(",", start, end)
    closed = any(f" {word} " in text[comma:end] for word in _LISTING)
    return end if comma < 0 or closed else comma
