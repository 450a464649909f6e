"""Markdown's marks reduced to the text that a reader sees."""

from __future__ import annotations

import html
import re

_SIGNS = re.compile(
    r"^#{1,6} \S|\]\(\w+:|\*\*[^*\s]|^```|^\|?[ ]?:?-{3,}:?[ ]?\|[ |:-]*$|^\[[^\]\n]{1,99}\]:[ ]<?https?://",
    re.MULTILINE,
)
# Small steps in order: links before emphasis, which may stand inside and around them; escapes last. Every pattern stops
# at the next opener of its kind, so that a row of openers costs no more than its length.
_STEPS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"<!--(?:(?!<!--).)*?-->", re.DOTALL), ""),
    (re.compile(r"!\[[^\[\]]*\]\([^)]*\)"), ""),
    (re.compile(r"\[([^\[\]]*)\]\((?:[^()\s]|\([^()]*\))*(?:\s+\"[^\"]*\")?\)"), r"\1"),
    (
        re.compile(
            r"</?(?:a|article|b|blockquote|center|dd|details|div|dl|dt|em|figure|font|h[1-6]|i|img|kbd|li|mark|ol|p|section|"
            r"small|span|strong|sub|summary|sup|u|ul)\b[^<>]*>",
            re.IGNORECASE,
        ),
        "",
    ),
    (re.compile(r"<((?:https?://|mailto:)[^<>\s]+)>"), r"\1"),
    (re.compile(r"(?<!\\)\*\*+"), ""),
    (re.compile(r"(?<![\\\w*])\*(?=\S)([^*]+?)(?<=\S)\*(?![\w*])"), r"\1"),
    (re.compile(r"(?<![\\\w])(_{1,2})(?=\S)(.{1,500}?)(?<=\S)\1(?!\w)"), r"\2"),
    (re.compile(r"`([^`]+)`"), r"\1"),
    (re.compile(r"\\([!-/:-@\[-`{-~])"), r"\1"),
    (re.compile(r"\\(?=\s*$)"), ""),
)


_FENCE = re.compile(r"[ ]{0,3}(?:```|~~~)[^`\n]*$", re.MULTILINE)
_QUOTE = re.compile(r"^(?:[ ]{0,3}>[ ]?)+", re.MULTILINE)
_LINE_BREAK_TAG = re.compile(r"<br\s{0,9}/?>", re.IGNORECASE)
_DEFINITION = re.compile(
    r"^[ ]{0,3}\[([^\[\]^\n]{1,200})\]:[ \t]{1,9}<?([^\s<>]{1,2000})>?"
    r"(?:[ \t]{1,9}(?:\"[^\"\n]{0,500}\"|'[^'\n]{0,500}'|\([^()\n]{0,500}\)))?[ \t]{0,9}(?:\n|$)",
    re.MULTILINE,
)
_REFERENCE = re.compile(r"\[([^\[\]\n]{1,500})\](?:[ ]?\[([^\[\]\n]{0,200})\])?(?![(:])")
_ALIGNMENT = re.compile(r"\s{0,3}\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$")
_HTML_TABLE = re.compile(r"<table\b[^<>]*>(.{0,100000}?)</table\s*>", re.IGNORECASE | re.DOTALL)
_HTML_ROW = re.compile(r"<tr\b[^<>]*>((?:(?!<tr\b).)*)", re.IGNORECASE | re.DOTALL)
_HTML_CELL = re.compile(r"<t[dh]\b[^<>]*>((?:(?!</?t[dhr]\b).)*)", re.IGNORECASE | re.DOTALL)


def in_plain_lines(text: str) -> str:
    """Write what spans lines in Markdown (tables, links by reference, fences, quotations) so that each line tells.

    Tables come out with a bar at both ends of each row.
    """
    text = _HTML_TABLE.sub(_bars_for_html, _LINE_BREAK_TAG.sub(" ", _QUOTE.sub("", _FENCE.sub("", text))))
    text = _without_references(text)
    return "\n".join(_with_bars(text.split("\n")))


def _bars_for_html(table: re.Match[str]) -> str:
    rows = [_HTML_CELL.findall(row) for row in _HTML_ROW.findall(table[1])]
    lines = [" | ".join(" ".join(cell.replace("|", "\\|").split()) for cell in row) for row in rows]
    return "\n" + "\n".join(f"| {line} |" for line in lines) + "\n"


def _without_references(text: str) -> str:
    names = {match[1].strip().lower() for match in _DEFINITION.finditer(text)}
    if not names:
        return text

    def words(match: re.Match[str]) -> str:
        name = (match[2] or match[1]).strip().lower()
        return match[1] if name in names else match[0]

    return _REFERENCE.sub(words, _DEFINITION.sub("", text))


def _with_bars(lines: list[str]) -> list[str]:
    """Give the rows of tables that are written without outer bars their bars, and drop the rows that only align."""
    done: list[str] = []
    in_table = False
    for line in lines:
        if "|" in line and _ALIGNMENT.match(line) and done and "|" in done[-1]:
            done[-1] = _barred(done[-1])
            in_table = True
            continue
        in_table = in_table and "|" in line
        done.append(_barred(line) if in_table else line)
    return done


def _barred(line: str) -> str:
    return f"| {line.strip().removeprefix('|').removesuffix('|').strip()} |"


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
