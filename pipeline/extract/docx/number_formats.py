"""Counts as Word prints them, in the formats and scripts that lists and notes may ask for."""

from __future__ import annotations

import re
from collections.abc import Callable

# Word itself gives up on letters at 780; a hostile start value would fill the memory with them.
_LONGEST_LETTERS = 780
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LATIN = "abcdefghijklmnopqrstuvwxyz"
# Russian lists leave out ё, й, ъ and ь (ECMA-376 part 1, 17.18.59, as for the other scripts).
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщыэюя"
# The alphabet in today's order, and in the order of the letters' old values as numbers.
_ARABIC_ALPHA = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"
_ARABIC_ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضغظ"
_HINDI_DIGITS = str.maketrans("0123456789", "०१२३४५६७८९")
_WIDE_DIGITS = str.maketrans("0123456789", "０１２３４５６７８９")
_CHINESE_DIGITS, _CHINESE_UNITS = "〇一二三四五六七八九", ("", "十", "百", "千")
_TAIWANESE_DIGITS = "○一二三四五六七八九"
_LEGAL_DIGITS, _LEGAL_UNITS = "零壹贰叁肆伍陆柒捌玖", ("", "拾", "佰", "仟")
_LEGAL_DIGITS_TRADITIONAL = "零壹貳參肆伍陸柒捌玖"
_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_SYMBOLS = "*†‡§"
_PADDED = re.compile(r"(0*)1, ")


def format_count(count: int, number_format: str) -> str:
    """Write a count in one of Word's formats; formats in words come out as digits.

    >>> [format_count(28, style) for style in ("decimal", "lowerLetter", "upperRoman", "decimalZero")]
    ['28', 'bb', 'XXVIII', '28']
    """
    if number_format == "none":
        return ""
    if number_format in _DIGITS:
        return _DIGITS[number_format](count)
    writer = _WRITERS.get(number_format)
    return writer(count) if writer and 0 < count <= _LONGEST_LETTERS else str(count)


def padded_format(pattern: str) -> str:
    """Name the format of a list that the author padded ("001, 002, 003, ..."); decimal for any other pattern."""
    match = _PADDED.match(pattern)
    return f"decimalZero{len(match[1])}" if match and 0 < len(match[1]) <= 4 else "decimal"


def roman(count: int) -> str:
    """Write a count above zero in small Roman numerals."""
    written = ""
    for worth, sign in _ROMAN:
        times, count = divmod(count, worth)
        written += sign * times
    return written


def _repeated(alphabet: str) -> Callable[[int], str]:
    """Count a, b, ... z, aa, bb."""
    return lambda count: alphabet[(count - 1) % len(alphabet)] * ((count - 1) // len(alphabet) + 1)


def _once(alphabet: str) -> Callable[[int], str]:
    """Count with signs that are used once, and with digits after the last."""
    return lambda count: alphabet[count - 1] if count <= len(alphabet) else str(count)


def _within(first: str, size: int, beyond: str = "{}") -> Callable[[int], str]:
    """Count with signs that follow each other in Unicode, and with digits after the last."""
    return lambda count: chr(ord(first) + count - 1) if count <= size else beyond.format(count)


def _ordinal(count: int) -> str:
    ending = "th" if count % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(count % 10, "th")
    return f"{count}{ending}"


def _counted(digits: str, units: tuple[str, ...], *, short_ten: bool) -> Callable[[int], str]:
    """Count in Chinese with units up to thousands: 一百零五; ten alone loses its one where `short_ten` says so."""

    def write(count: int) -> str:
        written, gap = "", False
        for place, digit in enumerate(str(count)):
            unit = units[len(str(count)) - 1 - place]
            if digit == "0":
                gap = bool(written)
                continue
            written += ("零" if gap else "") + digits[int(digit)] + unit
            gap = False
        return written[1:] if short_ten and 10 <= count < 20 else written

    return write


def _to_ninety_nine(digits: str) -> Callable[[int], str]:
    """Count with tens (二十一) up to 99 and digit by digit from a hundred on (一〇〇), as Word does."""
    tens, beyond = _counted(digits, _CHINESE_UNITS, short_ten=True), _by_digit(digits)
    return lambda count: tens(count) if count < 100 else beyond(count)


def _by_digit(digits: str) -> Callable[[int], str]:
    return lambda count: "".join(digits[int(digit)] for digit in str(count))


def _zodiac(count: int) -> str:
    return _STEMS[(count - 1) % 10] + _BRANCHES[(count - 1) % 12]


def _ascii_digits(count: int) -> str:
    return str(count)


_THOUSANDS = _counted(_CHINESE_DIGITS, _CHINESE_UNITS, short_ten=True)
_WRITERS: dict[str, Callable[[int], str]] = {
    "lowerLetter": _repeated(_LATIN),
    "upperLetter": _repeated(_LATIN.upper()),
    "lowerRoman": roman,
    "upperRoman": lambda count: roman(count).upper(),
    "ordinal": _ordinal,
    "russianLower": _repeated(_RUSSIAN),
    "russianUpper": _repeated(_RUSSIAN.upper()),
    "arabicAlpha": _repeated(_ARABIC_ALPHA),
    "arabicAbjad": _repeated(_ARABIC_ABJAD),
    "decimalEnclosedCircle": _within("①", 20),
    "decimalEnclosedCircleChinese": _within("①", 10),
    "decimalEnclosedFullstop": _within("⒈", 20, "{}."),
    "decimalEnclosedParen": _within("⑴", 20, "({})"),
    "ideographEnclosedCircle": _within("㊀", 10),
    "chineseCounting": _to_ninety_nine(_CHINESE_DIGITS),
    "taiwaneseCounting": _to_ninety_nine(_TAIWANESE_DIGITS),
    "chineseCountingThousand": _THOUSANDS,
    "taiwaneseCountingThousand": _THOUSANDS,
    "japaneseCounting": _THOUSANDS,
    "chineseLegalSimplified": _counted(_LEGAL_DIGITS, _LEGAL_UNITS, short_ten=False),
    "ideographLegalTraditional": _counted(_LEGAL_DIGITS_TRADITIONAL, _LEGAL_UNITS, short_ten=False),
    "ideographDigital": _by_digit(_CHINESE_DIGITS),
    "taiwaneseDigital": _by_digit(_TAIWANESE_DIGITS),
    "japaneseDigitalTenThousand": _by_digit(_CHINESE_DIGITS),
    "ideographTraditional": _once(_STEMS),
    "ideographZodiac": _once(_BRANCHES),
    "ideographZodiacTraditional": _zodiac,
    "chicago": _repeated(_SYMBOLS),
}
_DIGITS: dict[str, Callable[[int], str]] = {
    "decimal": _ascii_digits,
    "hindiNumbers": lambda count: str(count).translate(_HINDI_DIGITS),
    "decimalFullWidth": lambda count: str(count).translate(_WIDE_DIGITS),
    "decimalFullWidth2": lambda count: str(count).translate(_WIDE_DIGITS),
    "numberInDash": lambda count: f"- {count} -",
} | {f"decimalZero{zeros or ''}": lambda count, zeros=zeros: f"{count:0{(zeros or 1) + 1}d}" for zeros in range(5)}
