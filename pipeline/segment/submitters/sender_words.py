"""The words by which papers say who sends them, from `configs/lexicon/<lang>/senders.txt`, all languages in one.

A line is a kind, a tab and a pattern: `*` any ending, `(a|b)` either, `[a]` may be missing, `~2` up to two words.
Patterns are read without accents; an Arabic word also with what is written together with it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Literal, get_args

from pipeline.config_files import config_file
from pipeline.errors import ConfigError, Problem
from pipeline.gazetteer.plain import fold

Kind = Literal[
    "organ", "holder", "formula", "un", "paper", "reply", "by", "about", "sent", "other", "behalf", "group", "joint",
    "listed", "neutral", "topic", "field", "country", "organization",
    "call", "input", "to", "enclosed", "nhri", "academia", "igo", "ngo", "begins", "maybe", "ends",
]  # fmt: skip

_PARTS = re.compile(r"~(\d)\s+|\[([^\[\]]*)\]\s*|[()|]|\*|\s+|[^~\[\]()|*\s]+")
_HAN, _ARABIC = re.compile("[\u3400-\u9fff]"), re.compile("[\u0620-\u06ff]")
_NEVER = re.compile(r"(?!)")


def sender_words() -> Mapping[Kind, re.Pattern[str]]:
    """Return a pattern for each kind, to be searched in folded small letters; ConfigError with all faults at once."""
    return _words(os.environ.get("GCM_CONFIGS"), os.getcwd())  # noqa: PTH109 - a string is a quick key


@cache
def _words(own: str | None, current: str) -> Mapping[Kind, re.Pattern[str]]:
    """Find and read the lists once for a place: to look for the folder takes longer than to search a line."""
    return _load(config_file("lexicon"))


@cache
def _load(folder: Path) -> Mapping[Kind, re.Pattern[str]]:
    problems: list[Problem] = []
    found: dict[Kind, list[str]] = {kind: [] for kind in get_args(Kind)}
    for path in sorted(folder.glob("*/senders.txt")):
        for place, kind, words in _lines(path):
            if kind not in found or not words:
                message = f"is no kind and pattern with a tab between; known kinds: {', '.join(found)}"
                problems.append(Problem(place, message))
            elif not _is_closed(words):
                problems.append(
                    Problem(place, f"{words}: a bracket is opened and not closed, or closed and not opened")
                )
            else:
                found[kind].append(_expression(fold(words).lower()))
    if problems:
        raise ConfigError(problems)
    return {kind: re.compile("|".join(words)) if words else _NEVER for kind, words in found.items()}


def _is_closed(words: str) -> bool:
    depth = 0
    for mark in re.findall(r"[()]", words):
        depth += 1 if mark == "(" else -1
        if depth < 0:
            return False
    return depth == 0 and words.count("[") == words.count("]")


def _lines(path: Path) -> Iterator[tuple[str, Kind, str]]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            kind, _, words = line.partition("\t")
            yield f"{path.parent.name}/{path.name}:{number}", kind.strip(), words.strip()  # type: ignore[misc]


def _expression(words: str) -> str:
    body = "".join(map(_part, _PARTS.finditer(words)))
    if _HAN.search(words):
        return f"(?:{body})"
    prefix = "[وفبل]{0,2}" if _ARABIC.search(words) else ""
    return rf"(?<!\w){prefix}(?:{body})(?!\w)"


def _part(match: re.Match[str]) -> str:
    if match[1]:
        return rf"(?:\S+\s+){{0,{match[1]}}}"
    if match[2] is not None:
        return rf"(?:(?:{'|'.join(map(re.escape, match[2].split('|')))})\s+)?"
    text = match[0]
    if text == "(":
        return "(?:"
    if text in ")|":
        return text
    return r"\w*" if text == "*" else r"\s+" if text.isspace() else re.escape(text)
