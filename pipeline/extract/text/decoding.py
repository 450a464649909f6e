"""Bytes to text: which encoding, and whether the bytes are text at all."""

from __future__ import annotations

import codecs
import re

from pipeline.errors import UnsupportedType

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    # UTF-32 first: its little-endian mark begins with that of UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_MAX_CONTROL_SHARE = 0.001
# French prose in Windows-1252 has 4 % of letters beyond ASCII; Cyrillic or Greek misread as such has nearly all.
_MAX_FOREIGN_SHARE = 0.25
_LINE_ENDS = re.compile(r"\r\n?|\x0b|\x85|\u2028")
_PARAGRAPH_ENDS = re.compile(r"\x0c|\u2029")


def decode(data: bytes) -> tuple[str, tuple[str, ...]]:
    """Decode a text with its line ends as newlines, and the warnings (`encoding_guessed`).

    A byte order mark decides, then UTF-8; what is neither is read as Windows-1252 if it then looks like prose.
    Raises UnsupportedType for bytes that are no text.
    """
    warnings: tuple[str, ...] = ()
    text = _marked(data)
    if text is None:
        text = _decoded(data, "utf-8")
    if text is None:
        text, warnings = _guessed(data), ("encoding_guessed",)
    if text is None or _is_binary(text):
        raise UnsupportedType(
            "The file is not text in UTF-8, UTF-16 or a Western encoding.",
            hint="If it is text, save it as UTF-8; if it is a document, save it as DOCX or PDF, and run again.",
        )
    return _PARAGRAPH_ENDS.sub("\n\n", _LINE_ENDS.sub("\n", text)), warnings


def _marked(data: bytes) -> str | None:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _decoded(data[len(mark) :], encoding)
    return None


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _guessed(data: bytes) -> str | None:
    text = _decoded(data, "cp1252")
    if text is None:
        return None
    letters = sum(character.isalpha() for character in text)
    foreign = sum(character > "\x7f" for character in text)
    return text if foreign <= _MAX_FOREIGN_SHARE * letters else None


def _is_binary(text: str) -> bool:
    return "\x00" in text or len(_CONTROLS.findall(text)) > _MAX_CONTROL_SHARE * len(text) + 1
