"""UTF-16 and UTF-32 without a byte order mark, told by the text that they give."""

from __future__ import annotations

import codecs
import re

_BYTE_ORDER_MARKS = (
    # UTF-32 first: its little-endian mark begins with that of UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Space and signs of ASCII, Latin letters, Cyrillic, Arabic, punctuation, Chinese.
_EXPECTED = re.compile(
    "[\t\n\r -~\u00a0-\u017f\u0400-\u045f\u0600-\u06ff\u2010-\u203a\u20ac\u3000-\u3011\u4e00-\u9fff\uff01-\uff5e\ufeff]"
)
_CONTROLS = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_SAMPLE = 8_192  # divides by four
_LEAST_EXPECTED = 0.97
# In every wide text some characters have a control for one of their bytes: Latin letters and all spaces a zero,
# Cyrillic a 4, Arabic a 6, Chinese stops 1, 2 or 12. Text of eight bits a character has none of them.
_LEAST_CONTROLS = 0.02


def wide_encoding(data: bytes) -> str | None:
    """Name the encoding of a text whose characters take two or four bytes, with a mark or without; None for others."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return encoding
    sample = data[: min(_SAMPLE, len(data) - len(data) % 2)]
    if len(_CONTROLS.findall(sample)) < max(_LEAST_CONTROLS * len(sample), 1):
        return None
    return next((name for name in ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be") if _reads(sample, name)), None)


def _reads(sample: bytes, encoding: str) -> bool:
    if encoding.startswith("utf-32"):
        sample = sample[: len(sample) - len(sample) % 4]
    try:
        text = codecs.getincrementaldecoder(encoding)().decode(sample)
    except UnicodeDecodeError:
        return False
    return bool(text) and len(_EXPECTED.findall(text)) >= _LEAST_EXPECTED * len(text)
