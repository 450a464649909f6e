"""Bytes to text: which encoding, and whether the bytes are text at all."""

from __future__ import annotations

import codecs
import re

from pipeline.errors import UnsupportedType
from pipeline.extract.text.letters import ASCII, likelihood
from pipeline.extract.text.mojibake import repair
from pipeline.extract.text.wide import wide_encoding

ENCODING_GUESSED = "encoding_guessed"

_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_MAX_CONTROL_SHARE = 0.001
_LINE_ENDS = re.compile(r"\r\n?|\x0b|\x85|\u2028")
_PARAGRAPH_ENDS = re.compile(r"\u2029")

# What the six languages were written in before UTF-8, then the neighbours that could be taken for them; with how much
# likelier a text must be to believe in a rare one. Of equally likely readings the first is taken.
_CANDIDATES = {
    "cp1252": 0, "cp1251": 0, "cp1256": 0, "gb18030": 0, "big5hkscs": 0, "koi8-u": 0, "cp866": 0, "iso8859-5": 0,
    "iso8859-6": 0, "iso8859-15": 1, "mac-roman": 2, "mac-cyrillic": 4, "cp1253": 4, "cp1255": 16, "cp1250": 4,
    "cp1254": 4, "cp949": 4, "cp932": 4, "euc-jp": 4,
}  # fmt: skip
# What senders call an encoding is often a part of what they use.
_WIDER = {
    "ascii": "cp1252", "iso8859-1": "cp1252", "gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs",
    "koi8-r": "koi8-u", "shift_jis": "cp932", "euc_kr": "cp949", "iso8859-9": "cp1254",
}  # fmt: skip
# The others that Python knows are no encodings of texts (idna, unicode_escape), and some take quadratic time.
_OF_TEXTS = re.compile(
    r"(?:utf|iso|cp|windows|koi8|gb|big5|euc|shift|mac|latin|ascii|us-ascii|hz|johab|tis|ks_c)[\w-]{0,20}$"
)
_LINE_BEYOND_ASCII = re.compile(rb"[^\n]*[\x80-\xff][^\n]*\n?")
_SAMPLE = 8_000
# Each byte beyond ASCII costs a right reading about 4 (Cyrillic, Arabic, Chinese) to 6 (Western letters and signs), a
# wrong one or noise 7 and more (measured in tests/extract/test_decoding.py).
_LEAST_LIKELIHOOD = -6.9
# For short texts with a few rare signs or a word in another script.
_ALLOWANCE = 15.0
# Characters beyond ASCII that may be damaged in a text which is otherwise right; a file that was cut off ends in one.
_MAX_DAMAGED_SHARE = 0.02
# Hardly any bytes are UTF-8 by chance: where three in four characters are, the others were pasted from elsewhere.
_MAX_PASTED_SHARE = 0.25
# How much likelier, for each byte and in all, another reading must be than the one that the sender names.
_SURER, _SURER_IN_ALL = 0.5, 20.0
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
# Letters of old Macintosh texts, taken for Windows-1252: signs that nobody writes inside words. What has none of them
# is in Windows-1252, as nearly all is, however well its dashes and apostrophes would do for accented letters.
_MACINTOSH = re.compile(
    r"[^\W\d_][ŽžŠšŸƒˆ˜‡†‰™›‹„‚•‘“\ufffd]+[^\W\d_]|[ŽˆŸ‡†‰˜ƒ\ufffd][a-z]|[a-z][Žˆ‡†˜ƒ\ufffd]|[a-z]{2}[–—][a-z]{1,2}\b"
)
_WESTERN = "pipeline.western"


def decode(data: bytes) -> tuple[str, tuple[str, ...]]:
    """Decode a text with its line ends as newlines; ends of pages stay. Warns `encoding_guessed`, `mojibake_repaired`.

    A byte order mark decides, then the shape of UTF-16, then UTF-8; what is none of them is read in that encoding of
    the six languages which gives the most likely text. Raises UnsupportedType for bytes that are no text.
    """
    guessed: tuple[str, ...] = ()
    if wide := wide_encoding(data):
        text = _nearly(data, wide)
    else:
        text = _decoded(data, "utf-8-sig")
        if text is None:
            text, guessed = _guessed(data), (ENCODING_GUESSED,)
    if text is None or _is_binary(text):
        raise UnsupportedType(
            "The file is not text in UTF-8, UTF-16 or an older encoding of the six languages.",
            hint="If it is text, save it as UTF-8; if it is a document, save it as DOCX or PDF, and run again.",
        )
    return _cleaned(text, guessed)


def decode_as(data: bytes, encoding: str) -> tuple[str, tuple[str, ...]]:
    """Decode a text whose sender names its encoding; where the bytes disagree, they decide as in `decode`."""
    named = _canonical(encoding.strip().lower())
    if not wide_encoding(data) and (named not in _CANDIDATES or _decoded(data, "utf-8") is None):
        text = _decoded(data, named)
        if text is not None and not _is_binary(text) and (named not in _CANDIDATES or _agrees(data, named)):
            return _cleaned(text, ())
    return decode(data)


def _canonical(encoding: str) -> str:
    try:
        name = codecs.lookup(encoding).name if _OF_TEXTS.match(encoding) else ""
    except LookupError:
        return ""
    return _WIDER.get(name, name)


def _cleaned(text: str, warnings: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    text, repaired = repair(text)
    return _PARAGRAPH_ENDS.sub("\n\n", _LINE_ENDS.sub("\n", text)), (*warnings, *repaired)


def _nearly(data: bytes, encoding: str, *, damage: float = _MAX_DAMAGED_SHARE) -> str | None:
    """Decode bytes of which a few may be damaged or cut off at the end."""
    text = data.decode(encoding, "replace").removeprefix("\ufeff")
    is_damaged = text.count("\ufffd") > damage * len(_BEYOND_ASCII.findall(text))
    return None if is_damaged else text


def _decoded(data: bytes, encoding: str) -> str | None:
    """Decode bytes; None where they are not in this encoding, or where no encoding of text has this name."""
    try:
        return data.decode(encoding)
    except (LookupError, ValueError):
        return None


def _guessed(data: bytes) -> str | None:
    """Read bytes as nearly UTF-8, else in the most likely encoding; None if no reading is likely."""
    if _nearly(data, "utf-8", damage=_MAX_PASTED_SHARE) is not None:
        return data.decode("utf-8", _WESTERN).removeprefix("\ufeff")
    sample = _sample(data)
    best, reading = _best_reading(sample)
    return _nearly(data, best) if _is_likely(sample, reading) else None


def _best_reading(sample: bytes) -> tuple[str, float]:
    readings = {encoding: _likelihood(sample, encoding) - rare for encoding, rare in _CANDIDATES.items()}
    if not _MACINTOSH.search(sample.decode("cp1252", "replace")):
        del readings["mac-roman"]
    best = max(readings, key=lambda encoding: readings[encoding])
    return best, readings[best]


def _agrees(data: bytes, named: str) -> bool:
    """Say whether a reading is likely, and no other far likelier."""
    sample = _sample(data)
    reading = _likelihood(sample, named)
    beyond = sum(byte > 0x7F for byte in sample)
    return _is_likely(sample, reading) and _best_reading(sample)[1] < reading + max(_SURER * beyond, _SURER_IN_ALL)


def _sample(data: bytes) -> bytes:
    """Take the first lines that have bytes beyond ASCII."""
    sample = b""
    for match in _LINE_BEYOND_ASCII.finditer(data):
        sample += match[0][:_SAMPLE]
        if len(sample) >= _SAMPLE:
            break
    return sample


def _likelihood(sample: bytes, encoding: str) -> float:
    return likelihood(sample.decode(encoding, "replace"))


def _is_likely(sample: bytes, reading: float) -> bool:
    """Judge a reading by its likelihood for each byte beyond ASCII; the others cost every reading the same."""
    beyond = sum(byte > 0x7F for byte in sample)
    return reading - ASCII * (len(sample) - beyond) >= _LEAST_LIKELIHOOD * beyond - _ALLOWANCE


def _as_western(error: UnicodeError) -> tuple[str, int]:
    """Read the bytes that are no UTF-8 in a text that otherwise is: pieces pasted from older mails."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error(_WESTERN, _as_western)


def _is_binary(text: str) -> bool:
    return "\x00" in text or len(_CONTROLS.findall(text)) > _MAX_CONTROL_SHARE * len(text) + 1
