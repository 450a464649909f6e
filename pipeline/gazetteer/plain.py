"""Names without what may differ between two prints of one name."""

from __future__ import annotations

import re
import unicodedata

_ARTICLE = re.compile(r"^(?:the|la|le|les|l|el|los|las) (?=\w)")


def plain(name: str) -> str:
    """Fold case, accents, apostrophes, dashes, brackets and a leading article: "The NETHERLANDS" is "netherlands"."""
    decomposed = unicodedata.normalize("NFKD", name.replace("&", " and ").replace("ı", "i")).casefold()
    letters = "".join(char for char in decomposed if not unicodedata.combining(char))
    return _ARTICLE.sub("", re.sub(r"\W+", " ", letters).strip(), count=1)
