"""Markdown's marks reduced to the text that a reader sees."""

from __future__ import annotations

import html
import re

_SIGNS = re.compile(r"^#{1,6} \S|\]\(\w+:|\*\*[^*\s]|^```", re.MULTILINE)
# Small steps in order: links before emphasis, which may stand inside and around them; escapes last. Every pattern stops
# at the next opener of its kind, so that a row of openers costs no more than its length.
_STEPS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"<!--(?:(?!<!--).)*?-->", re.DOTALL), ""),
    (re.compile(r"!\[[^\[\]]*\]\([^)]*\)"), ""),
    (re.compile(r"\[([^\[\]]*)\]\((?:[^()\s]|\([^()]*\))*(?:\s+\"[^\"]*\")?\)"), r"\1"),
    (re.compile(r"</?(?:a|b|br|div|em|font|i|p|small|span|strong|sub|sup|u)\b[^<>]*>", re.IGNORECASE), ""),
    (re.compile(r"<((?:https?://|mailto:)[^<>\s]+)>"), r"\1"),
    (re.compile(r"(?<!\\)\*\*+"), ""),
    (re.compile(r"(?<![\\\w*])\*(?=\S)([^*]+?)(?<=\S)\*(?![\w*])"), r"\1"),
    (re.compile(r"(?<![\\\w])(_{1,2})(?=\S)(.{1,500}?)(?<=\S)\1(?!\w)"), r"\2"),
    (re.compile(r"`([^`]+)`"), r"\1"),
    (re.compile(r"\\([!-/:-@\[-`{-~])"), r"\1"),
)


def is_markdown(text: str) -> bool:
    """Say whether a text shows headings, links, bold stretches or fences of Markdown."""
    return _SIGNS.search(text) is not None


def plain(text: str) -> str:
    """Reduce inline markup to its text.

    >>> plain("the [**Plan**](https://example.org/plan), *in full*")
    'the Plan, in full'
    """
    for pattern, replacement in _STEPS:
        text = pattern.sub(replacement, text)
    return html.unescape(text)
