"""Text from files and documents, made safe for a terminal."""

from __future__ import annotations


def printable(text: str) -> str:
    r"""Show control characters (line breaks, escapes) as \xNN: a file's name must not move the cursor.

    "a\nb.pdf" is shown as "a\x0ab.pdf".
    """
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """Give a number with its noun: "1 document", "1,204 documents"."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"
