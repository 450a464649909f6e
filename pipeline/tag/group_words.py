"""Read the words of which names of groups of persons are made, from `configs/gazetteer/LANGUAGE/grammar/groups.tsv`.

words    as printed; "(a|b|)" stands for a, b or nothing
part     what they are in a name, see `PARTS`
link     the group that they say, empty where another word says it

head     women                   stands alone
lone     youth                   stands alone where no noun follows
one      refugee                 the same, but only with a word that says which
the      elderly                 stands alone after an article
name     Roma                    stands alone, with no adjective before it
weak     persons                 only with a word of the parts below that says which
before   unaccompanied           stands before a head, also in an enumeration
beside   women migrant workers   a noun that stands right before a head
between  migrant care workers    stands there too, but does not say which persons
behind   migrantes               an adjective that stands behind a head, also in an enumeration
after    with disabilities       follows a head
harm     trafficking             what victims are victims of
no       foreign nationals       a whole that is no group
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path

from pipeline.errors import ConfigError, Problem
from pipeline.gazetteer.trie import Node, grow
from pipeline.gazetteer.words import read_words

_HEADS = ("head", "lone", "one", "the", "name", "weak")
PARTS = (*_HEADS, "before", "beside", "between", "behind", "after", "harm", "no", "grammar")
_CHOICE = re.compile(r"\(([^()]*)\)")
_MOST_FORMS = 400
"""A line may stand for so many names."""


@dataclass(frozen=True, slots=True)
class GroupWord:
    """What some words are in the name of a group."""

    part: str
    link: str | None


@dataclass(frozen=True, slots=True)
class GroupWords:
    """The words of one language: heads and what follows them forwards, what stands before them backwards."""

    heads: Node[GroupWord]
    before: Node[GroupWord]
    after: Node[GroupWord]
    harms: Node[GroupWord]
    refused: Node[GroupWord]
    grammar: Node[GroupWord]


@cache
def group_words(folder: Path, language: str) -> GroupWords | None:
    """Read one language's list; None where there is none. ConfigError names every malformed line."""
    path = folder / language / "grammar" / "groups.tsv"
    if not path.is_file():
        return None
    found = GroupWords(Node(), Node(), Node(), Node(), Node(), Node())
    problems: list[Problem] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()[1:], start=2):
        cells = line.split("\t")
        if not line.strip() or line.startswith("#"):
            continue
        if len(cells) != 3 or cells[1] not in PARTS:
            problems.append(Problem(f"{language}/grammar/groups.tsv:{number}", _malformed(cells)))
            continue
        for form in expanded(cells[0]):
            _add(found, read_words(form).lower, GroupWord(cells[1], cells[2] or None))
    if problems:
        raise ConfigError(problems)
    return found


def expanded(text: str) -> list[str]:
    """Return the names that a line stands for: "in (a|) state" is "in a state" and "in state"; at most 400."""
    pieces = _CHOICE.split(text)
    choices = [piece.split("|") if number % 2 else [piece] for number, piece in enumerate(pieces)]
    forms: list[str] = []
    for form in product(*choices):
        if len(forms) == _MOST_FORMS:
            break
        forms.append(" ".join("".join(form).split()))
    return forms


def _malformed(cells: list[str]) -> str:
    if len(cells) != 3:
        return f"{len(cells)} columns where 3 belong, between tabs."
    return f"{cells[1]!r} is no part of a name; known are {', '.join(PARTS)}."


def _add(found: GroupWords, words: list[str], word: GroupWord) -> None:
    for form in _with_and_without_hyphens(words):
        if word.part in _HEADS:
            grow(found.heads, form, word)
        elif word.part in ("before", "beside", "between"):
            grow(found.before, form[::-1], word)
        elif word.part in ("after", "behind"):
            grow(found.after, form, word)
        else:
            others = {"harm": found.harms, "no": found.refused, "grammar": found.grammar}
            grow(others[word.part], form, word)


def _with_and_without_hyphens(words: list[str]) -> Iterator[list[str]]:
    yield words
    if "-" in words[1:-1]:
        yield [word for word in words if word != "-"]
