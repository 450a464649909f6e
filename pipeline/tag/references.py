"""Find references to objectives of the Global Compact for Migration and to targets of the 2030 Agenda."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.gazetteer.mention import Mention

OBJECTIVES = 23
GOALS = 17

_AND = r"(?:,\s|,?\s(?:and|or|et|ou|y|e|o)\s|\s?[-–]\s?|\s(?:to|à|a)\s)"
_COMPACT = (
    r"(?:Global\sCompact(?:\s(?:for|on)\s(?:Safe,\sOrderly\sand\sRegular\s)?Migration)?|GCM|(?:Migration\s)?Compact"
    r"|Pacte\smondial(?:\spour\sdes\smigrations\ss[ûu]res,\sordonn[ée]es\set\sr[ée]guli[èe]res|\ssur\sles\smigrations)?"
    r"|Pacto\sMundial(?:\spara\s(?:la|una)\sMigraci[óo]n(?:\sSegura,\sOrdenada\sy\sRegular)?)?)"
)
_OF = r"\s(?:of|under|in|du|de|del)\s(?:the\s|its\s|le\s|el\s)?"
_OBJECTIVE = re.compile(
    r"(?<![\w-])(?P<before>(?:strategic|specific|general|overall|priority)\s)?"
    r"(?:objectives?|objectifs?|objetivos?)\s(?:n[o°º]s?\.?\s|(?:nos?\.|numbers?)\s)?(?P<number>\d{1,2})(?![\w/]|[.,]\d)",
    re.IGNORECASE,
)
_MORE_OBJECTIVES = re.compile(rf"{_AND}(?:objectives?\s)?(?P<number>\d{{1,2}})(?![\w/%]|[.,]\d|\sper\scent)")
_OF_COMPACT = re.compile(_OF + _COMPACT + r"(?!\w)")
_OF_OTHER = re.compile(r"\s(?:of|under|du|de|del)\s(?:the|its|our|this|their|la|le|el|su)\s")

_GOAL = re.compile(
    r"(?<![\w-])(?:(?:Sustainable\sDevelopment\s|SDG\s)?(?:Goals?|[Tt]argets?)|SDGs?|ODD|ODS|cibles?|metas?"
    r"|[Oo]bjectifs?\sde\sd[ée]veloppement\sdurable|Objetivos?\sde\sDesarrollo\sSostenible)\s(?:n[o°º]s?\.?\s|target\s)?"
    r"(?P<number>\d{1,2}(?:\.(?:\d{1,2}|[a-d]))?)(?!\w|[.,]\d|/\d|\sper\scent)"
)
_MORE_GOALS = re.compile(
    rf"{_AND}(?:target\s)?(?P<number>\d{{1,2}}(?:\.(?:\d{{1,2}}|[a-d]))?)(?!\w|[.,]\d|/\d|\sper\scent)"
)
_OF_GOALS = re.compile(
    r"\sof\sthe\s(?:Sustainable\sDevelopment\sGoals?|SDGs?|2030\sAgenda(?:\sfor\sSustainable\sDevelopment)?)"
    r"|\sdes\sobjectifs\sde\sd[ée]veloppement\sdurable|\sde\slos\sObjetivos\sde\sDesarrollo\sSostenible"
)
_BARE_GOAL = re.compile(r"(?:target|cible|meta)s?\s\d{1,2}$", re.IGNORECASE)


_NEAR_OBJECTIVE = ("bjectiv", "bjectif", "bjetiv", "OBJE")
_NEAR_GOAL = ("Goal", "arget", "SDG", "ODD", "ODS", "cible", "meta ", "metas ", "bjecti", "bjetiv")


def find_references(text: str) -> list[Mention]:
    """Return one mention for each objective (link "2") and each goal or target (link "10", "10.7") referred to.

    "Strategic objective 2", "objective 3 of the plan" and "target 5" are references to something else.
    """
    objectives = list(_objectives(text)) if any(word in text for word in _NEAR_OBJECTIVE) else []
    return [*objectives, *_goals(text)] if any(word in text for word in _NEAR_GOAL) else objectives


def _objectives(text: str) -> Iterator[Mention]:
    for numbers in _enumerations(text, _OBJECTIVE, _MORE_OBJECTIVES):
        match = numbers[0]
        compact = _OF_COMPACT.match(text, numbers[-1].end())
        if match["before"] or (not compact and _OF_OTHER.match(text, numbers[-1].end())):
            continue
        tail = compact if len(numbers) == 1 else None
        for number in numbers:
            if 1 <= int(number["number"]) <= OBJECTIVES:
                start = number.start() if number is match else number.start("number")
                yield Mention(start, tail.end() if tail else number.end(), "OBJECTIVE_REF", number["number"])


def _goals(text: str) -> Iterator[Mention]:
    for numbers in _enumerations(text, _GOAL, _MORE_GOALS):
        match = numbers[0]
        tail = _OF_GOALS.match(text, match.end()) if len(numbers) == 1 else None
        if _BARE_GOAL.match(match.group()):
            continue
        for number in numbers:
            if 1 <= int(number["number"].split(".")[0]) <= GOALS:
                start = number.start() if number is match else number.start("number")
                yield Mention(start, tail.end() if tail else number.end(), "SDG_TARGET", number["number"])


def _enumerations(text: str, first: re.Pattern[str], more: re.Pattern[str]) -> Iterator[list[re.Match[str]]]:
    """Yield each first number with those that follow it in its enumeration."""
    match = first.search(text)
    while match:
        numbers = [match]
        while following := more.match(text, numbers[-1].end()):
            numbers.append(following)
        yield numbers
        match = first.search(text, numbers[-1].end())
