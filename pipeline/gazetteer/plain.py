"""Names without what may differ between two prints of one name."""

from __future__ import annotations

import re
import unicodedata

_ARTICLE = re.compile(r"^(?:the|la|le|les|l|el|los|las) (?=\w)")


# Arabic prints a final heh or yeh with or without dots, and some fonts hold the Persian letters in their place.
_ARABIC = {"ة": "ه", "ى": "ي", "ی": "ي", "ک": "ك"}
_SHAPES = _ARABIC | {"’": "'", "‘": "'", "ʼ": "'", "‐": "-", "‑": "-", "–": "-", "ı": "i"}


def fold(text: str) -> str:
    """Replace every letter by its base letter and the shapes of apostrophes and dashes by one; keep every offset."""
    return text.translate(_FOLDS)


class _Folds(dict[int, str]):
    """The folded form of every code point, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        self[code] = folded = _SHAPES.get(char, unicodedata.normalize("NFD", char)[0])
        return folded


_FOLDS = _Folds()


def printed(text: str) -> str:
    """Return a text in one form of its letters, without marks that print nothing and without Arabic vowels."""
    if text.isascii():
        return text
    return "".join(
        char
        for char in unicodedata.normalize("NFKC", text)
        if char != "ـ" and unicodedata.category(char) not in ("Cf", "Mn")
    )


def plain(name: str) -> str:
    """Fold case, accents, apostrophes, dashes, brackets and a leading article: "The NETHERLANDS" is "netherlands"."""
    decomposed = unicodedata.normalize("NFKD", name.replace("&", " and ").replace("ı", "i")).casefold()
    letters = "".join(_ARABIC.get(char, char) for char in decomposed if not unicodedata.combining(char) and char != "ـ")
    return _ARTICLE.sub("", re.sub(r"\W+", " ", letters).strip(), count=1)
