"""Names of files in containers, made fit to be shown and stored; they are never used as places on a disk."""

from __future__ import annotations

import re
import unicodedata

IGNORED_NAMES = frozenset({".ds_store", "thumbs.db", "desktop.ini", "__macosx"})
_DRIVE = re.compile(r"^[A-Za-z]:")
_LONGEST_PART = 200
_LONGEST_ENDING = 12
_MOST_PARTS = 20
_UNSHOWABLE = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})  # controls, marks that turn the reading round, halves


def shown_name(name: str) -> str:
    r"""Reduce a name to folders and a file name, joined by slashes, whatever it was meant to lead to.

    "..\..\etc/passwd" becomes "etc/passwd", "C:\Papers\a.pdf" becomes "Papers/a.pdf".
    """
    parts = [_shown_part(part) for part in re.split(r"[/\\]+", _DRIVE.sub("", name))]
    kept = [part for part in parts if part not in ("", ".", "..")]
    return "/".join(kept[-_MOST_PARTS:]) or "unnamed"


def told_apart(name: str, taken: set[str]) -> str:
    """Give a second file of the same name a number: "a.pdf", "a (2).pdf"; the name given is taken from then on."""
    stem, dot, ending = name.rpartition(".")
    choice, number = name, 1
    while choice in taken:
        number += 1
        choice = f"{stem} ({number}).{ending}" if dot and "/" not in ending else f"{name} ({number})"
    taken.add(choice)
    return choice


def is_ignored(name: str) -> bool:
    """Tell hidden files, Office's lock files (~$name) and what systems leave in folders from documents."""
    return any(part.startswith(("~$", ".")) or part.lower() in IGNORED_NAMES for part in name.split("/"))


def _shown_part(part: str) -> str:
    cleaned = "".join("_" if unicodedata.category(c) in _UNSHOWABLE else c for c in part[: 4 * _LONGEST_PART]).strip()
    if len(cleaned) <= _LONGEST_PART:
        return cleaned
    _, dot, ending = part[-_LONGEST_ENDING:].rpartition(".")
    return cleaned[:_LONGEST_PART] + (dot + ending if dot and ending.isalnum() else "")
