"""The block of `key: value` lines between two lines of dashes that opens many Markdown files."""

from __future__ import annotations

import re

_FRONT_MATTER = re.compile(r"\A\s*---[ \t]*\n(.*?)\n---[ \t]*(?:\n|\Z)", re.DOTALL)
_ENTRY = re.compile(r"^([A-Za-z_][\w-]*):[ \t]*(.*(?:\n[ \t]+.*)*)", re.MULTILINE)
_FOLD = re.compile(r"\\?\n[ \t]*(?:\\(?= ))?")
_ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|(.))")


def split_front_matter(text: str) -> tuple[dict[str, str], str]:
    """Split off the front matter as its plain entries; nested ones are left out.

    Reads the part of YAML that such files use (plain and quoted scalars, folded lines), so that no YAML library,
    with its tags and aliases, ever sees a stranger's file.
    """
    match = _FRONT_MATTER.match(text)
    if match is None or _ENTRY.search(match[1]) is None:
        return {}, text
    entries = {entry[1]: _scalar(entry[2]) for entry in _ENTRY.finditer(match[1])}
    return {key: value for key, value in entries.items() if value}, text[match.end() :]


def _scalar(value: str) -> str:
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] == '"':
        return _squeezed(_ESCAPE.sub(_unescaped, _folded(value[1:-1])))
    if len(value) > 1 and value[0] == value[-1] == "'":
        return _squeezed(value[1:-1].replace("''", "'"))
    return _squeezed(value)


def _folded(value: str) -> str:
    """Join the lines of a double-quoted scalar: a backslash before the break swallows the space."""
    return _FOLD.sub(lambda match: "" if match[0].startswith("\\") else " ", value)


def _unescaped(match: re.Match[str]) -> str:
    code = match[1] or match[2]
    if code:
        return chr(int(code, 16))
    return {"n": " ", "t": " ", "_": " "}.get(match[3], match[3])


def _squeezed(value: str) -> str:
    return re.sub(r"\s+", " ", value).strip()
