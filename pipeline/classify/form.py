"""The outward form of a statement, as features: what is no sentence at all shows it by its form.

Dates, addresses, table rows, salutations and lead-ins have no verb for the grammar to read, and neither have the
bullets of a fact sheet; form helps to tell them apart.
"""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_]+")
_SHORT = 4  # words; dates, addresses and greetings rarely have more
_MANY_FIGURES = 0.2  # share of digits among letters and digits; table rows and reference lines lie above
_FULL_STOPS = (".", ";", "!", "?", "。", "؟", "…", ".”", ".»", ".)", "!”", "?”")


def form_features(text: str) -> dict[str, float]:
    """Name what is unusual in the form of a text: `form=short`, `form=open` (no full stop), `form=row`, ..."""
    words = _WORD.findall(text)
    digits = sum(character.isdigit() for character in text)
    letters = sum(len(word) for word in words)
    found = {
        "short": len(words) <= _SHORT,
        "open": not text.endswith(_FULL_STOPS),
        "lead_in": text.endswith(":"),
        "row": " | " in text,
        "figures": digits > _MANY_FIGURES * max(1, digits + letters),
        "capitals": len(words) > 1 and all(word[0].isupper() for word in words if len(word) > 3),
        "greeting": text.endswith(","),
    }
    return {f"form={name}": 1.0 for name, present in found.items() if present}
