"""Text that was UTF-8, was read as something else and saved again ("Ã©" for "é")."""

from __future__ import annotations

import re

MOJIBAKE_REPAIRED = "mojibake_repaired"

# The first byte of a character in UTF-8 and the one after it, as Windows-1252, Windows-1251, Mac Roman and the code
# page of DOS show them: worth a closer look, which takes long.
_SUSPECT = re.compile(
    "[\u00c2-\u00f4][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
    "|[ВГРС][\u0080-\u00bfЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—™љ›њќћџЎўЈҐЁЄЇІіґё№єјЅѕї]"
    "|[√├┬╨╤]"
)


def repair(text: str) -> tuple[str, tuple[str, ...]]:
    """Undo such a reading line by line, where that leaves nothing that looks like one; warns where it did.

    >>> repair("Les migrants ont Ã©tÃ© entendus.")
    ('Les migrants ont été entendus.', ('mojibake_repaired',))
    >>> repair("La QUALITÉ» des soins")
    ('La QUALITÉ» des soins', ())
    """
    if text.isascii():
        return text, ()
    lines = text.split("\n")
    repaired = [_repaired(line) if _SUSPECT.search(line) else line for line in lines]
    return ("\n".join(repaired), (MOJIBAKE_REPAIRED,)) if repaired != lines else (text, ())


def _repaired(line: str) -> str:
    from ftfy import badness, fix_encoding

    fixed = fix_encoding(line) if badness.is_bad(line) else line
    return line if badness.is_bad(fixed) else fixed
