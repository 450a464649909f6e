"""A line of a paper's head, read for who speaks: its letters in one form, the States that it names, what is between."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property

from pipeline.gazetteer.load import load_gazetteer
from pipeline.gazetteer.plain import fold, plain, printed
from pipeline.gazetteer.spotting import Spot, spot_states
from pipeline.gazetteer.states import default_folder
from pipeline.segment.submitters.sender_words import sender_words

MAX_TITLE = 200
"""Code points of a line that may be a title or a letterhead."""

_SENTENCE_ENDS = (".", "。", "؛", ";", "；")
_TITLE_WORDS = 6  # a longer line with a full stop is a sentence
_LONGEST = 600  # code points of a first paragraph that are read
_HAN = re.compile("[\u3400-\u9fff]")
_LINKING = """the of and la le les l los las el de del du des d y e et i republic republique republica kingdom
royaume reino state etat estado government gouvernement gobierno и республики республикои правительства
и 和 及 与 、 دوله جمهوريه حكومه و"""
_LINKS = frozenset(_LINKING.split())
"""Words that may stand between a preposition and a State's name, or between two names in a list."""

_WORD = re.compile(r"[\u3400-\u9fff]|[^\W_\u3400-\u9fff]+")
_PARTICIPLE = re.compile(r"\w+(?:ed|ees?|es?|ad[oa]s?|id[oa]s?|ным|ными|нои|нные|нных)$")
_FOLLOWERS = """to at on in for and pursuant concerning regarding reply response replies responses submission
contribution statement au aux à al a en pour y et permanent mission before by under follow
auprès près ante con sede при в и по"""
_MAY_FOLLOW = frozenset(_FOLLOWERS.split())
"""What may follow a State's name in capitals or as a noun: "IRELAND TO THE COUNCIL", "Fiji Permanent Mission"."""


@dataclass(frozen=True)
class HeadLine:
    """`text` is printed as in the paper, `folded` in small letters without accents; offsets agree."""

    text: str
    folded: str

    @cached_property
    def spots(self) -> tuple[Spot, ...]:
        """The States that the line names, in order."""
        return tuple(spot_states(self.text))

    @property
    def is_title(self) -> bool:
        """Tell a line that may be a title: short, and no sentence."""
        ends = self.text.endswith(_SENTENCE_ENDS)
        return len(self.text) <= MAX_TITLE and not (ends and len(self.text.split()) > _TITLE_WORDS)

    @property
    def says_whose(self) -> bool:
        """Tell a title, which may say that the paper is others'; a sentence on civil society says no such thing."""
        return self.is_title and not self.text.endswith(_SENTENCE_ENDS)

    @property
    def is_chinese(self) -> bool:
        """Tell a line in Chinese, where the sender stands before the word for the paper."""
        return len(_HAN.findall(self.text)) * 2 > len(self.text.replace(" ", ""))

    def list_from(self, first: int) -> list[Spot]:
        """Return the spots from the `first` on that follow one another as a list does: "Mali, Niger and the Sudan"."""
        listed = [self.spots[first]]
        for spot in self.spots[first + 1 :]:
            gap = _WORD.findall(self.folded[listed[-1].end : spot.start])
            if not set(gap) <= _LINKS or spot.start - listed[-1].end > 40 or self._ends(listed[-1].end, spot.start):
                break
            listed.append(spot)
        return listed

    def is_whole_name(self, spot: Spot) -> bool:
        """Tell a State's name from the beginning of another: "Fiji to the Council" from "Fiji Women’s Network"."""
        word = self._following(spot)
        return not (word[:1].isupper() and word[:1].isascii() and word.lower() not in _MAY_FOLLOW)

    def ends_with_name(self, spot: Spot) -> bool:
        """Tell a State's name at the end of what is named from one in a sentence: "Fiji failed to register them"."""
        word = self._following(spot)
        return not word[:1].islower() or word in _MAY_FOLLOW

    def _following(self, spot: Spot) -> str:
        if not self.text[spot.end : spot.end + 1].isspace():
            return ""
        following = self.text[spot.end :].split(maxsplit=1)[:1]
        return following[0].strip(",.;:") if following else ""

    def _ends(self, start: int, end: int) -> bool:
        return any(mark in self.text[start:end] for mark in ".:!?()")


def read_line(text: str) -> HeadLine:
    """Read one line."""
    text = " ".join(printed(text[:_LONGEST]).split())
    folded = fold(text).lower()
    if len(folded) != len(text):  # a few letters change their length with their case
        folded = fold(text)
    return HeadLine(text, folded)


def says_who_sends(line: HeadLine, start: int, end: int) -> bool:
    """Tell whether the words between a word for the paper and a State's name say that the State sends the paper.

    "by", "of the Government of", "written by the Ministry of Health of" do; "on the policy of", "of violations
    committed by" and "of the Human Rights Commission of" do not.
    """
    words, gap = sender_words(), _without_addressee(line.folded[start:end])
    if any(words[kind].search(gap) for kind in ("nhri", "academia", "igo", "ngo", "un")):
        return False
    prepositions = list(words["by"].finditer(gap))
    if prepositions:
        before, gap = gap[: prepositions[-1].start()].split(), gap[prepositions[-1].end() :]
        if before and _PARTICIPLE.fullmatch(before[-1]) and not words["sent"].fullmatch(before[-1]):
            return False
    if words["about"].search(gap) and not (prepositions and words["organ"].search(gap)):
        return False
    organ = words["organ"].search(gap)
    left = [word for word in _WORD.findall(gap[: organ.start()] if organ else gap) if word not in _LINKS]
    return len(left) <= (0 if prepositions and not organ else 2) and (bool(prepositions or organ) or _is_genitive(gap))


def _is_genitive(gap: str) -> bool:
    """Tell a gap that ends in a genitive, or one in a language that needs no word for it."""
    last = _WORD.findall(gap)
    if not last:
        return bool(re.fullmatch(r"[\s:–-]*", gap))
    return last[-1] in _LINKS or not last[-1].isascii()


_ADDRESSEE = re.compile(
    r"(?:\b(?:to|au|aux|al|a|на|к)|(?<!\w)(?:على|عن))\s+(?:\S+\s+){0,4}?"
    r"(?:questionnaire|cuestionario|вопросник\w*|анкет\w*|الاستبيان|استبيان|call for inputs?|note verbale)"
)


def _without_addressee(gap: str) -> str:
    return _ADDRESSEE.sub(" ", gap)


def nationality(word: str) -> str | None:
    """Return the State whose adjective a word is in English, French or Spanish: "Moroccan" is MAR."""
    return _nationalities().get(plain(word))


@cache
def _nationalities() -> dict[str, str]:
    listed = load_gazetteer(default_folder()).names
    names = [name for language in ("en", "fr", "es") for name in listed.get(language, ()) if name.is_adjective]
    return {plain(name.text): name.link for name in names if name.type == "STATE" and name.link}
