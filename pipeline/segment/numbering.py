"""Full paragraph numbers from printed labels: 29, 119(a), 140.81, and 111.1 where numbering restarts inside 111.

A label is what the page prints ("12.", "(a)", "140.81"); the number is what a reader would cite. Labels arrive in
reading order and must make sense there: a year at the start of a line is no number, and a jump is kept with a warning.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import pairwise

from pipeline.content import Block, Mark

NUMBER_GAP = "number_gap"
NUMBER_REPEATED = "number_repeated"

_ARABIC = re.compile(r"\(?(\d{1,4})[.)]?$")
_DOTTED = re.compile(r"(\d{1,4}(?:\.\d{1,4})+)[.)]?$")
_IN_CHAPTER = re.compile(r"((?:[A-ZА-Я]|[IVXLC]{1,7})(?:\.\d{1,4})+)[.)]?$")
# "1.-", "1º", "1/", "N° 1", "§ 1": what else stands round a number, each of it without its dashes.
_SIGNED = re.compile(r"(?:(?:[Nn]\.?[°º]|[№§])\s?)?(\d{1,4}(?:\.\d{1,4})*)\s?(?:[.):]|[°º][.)]?|/)?\.?$")
# Latin, Cyrillic and Arabic letters, Chinese numerals.
_LETTER = re.compile(r"\(?([a-z]{1,4}|[а-я]|[\u0621-\u064a]\u0640?|[一二三四五六七八九十]{1,3})[.)]$")
_ALPHABETS = (
    # Without ё and й, with or without ы; the old and today's order.
    "абвгдежзиклмнопрстуфхцчшщэюя", "абвгдежзиклмнопрстуфхцчшщыэюя",
    "أبجدهوزحطيكلمنسعفصقرشت", "أبتثجحخدذرزسشصضطظعغفقكلمنهوي",
    ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十",
     *(f"十{digit}" for digit in "一二三四五六七八九"), "二十"),
)  # fmt: skip
# The brackets and stops of other scripts, as numbers are written here.
_SIGNS = str.maketrans({"（": "(", "）": ")", "．": ".", "、": ".", "-": ".", "–": ".", "—": "."})
_IS_CERTAIN = re.compile(r"\(?\d+(?:\.\d+)*[.)]{0,2}$")
_BROKEN_DECIMAL = re.compile(r"\d{1,2}\s?(?:[%٪％]|[^\W\d_])")
_LOOK_AHEAD = 100  # blocks, for the number that follows a doubtful one
_REMEMBERED = 2_000  # labels, which come again in every paper
_STROKE = "\u0640"
_DIGIT = re.compile(r"\d")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_FIRST_YEAR = 1900  # a label from here on is a year that begins a line, not a paragraph
_KINDS_WITH_NUMBERS = frozenset({"paragraph", "list_item", "table_row"})


@dataclass(frozen=True, slots=True)
class Numbered:
    """A block and its full number, None without one."""

    block: Block
    number: str | None


@dataclass(slots=True)
class _Count:
    """Where the numbering stands: the main series, a series restarted inside a paragraph, and lettered series."""

    main: int | None = None
    inner: int | None = None
    parent: str | None = None
    letters: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    heading_since: bool = False


def number_blocks(blocks: Iterable[Block]) -> tuple[list[Numbered], list[str]]:
    """Give every block its full number; returns the blocks with their numbers and the warning codes met."""
    count = _Count()
    numbered = list(_numbered(list(blocks), count))
    return numbered, list(dict.fromkeys(count.warnings))


def _numbered(blocks: Sequence[Block], count: _Count) -> Iterator[Numbered]:
    for place, block in enumerate(blocks):
        if block.kind == "heading":
            count.heading_since = True
            count.letters.clear()
        if block.label is None or block.kind not in _KINDS_WITH_NUMBERS:
            yield Numbered(block, None)
            continue
        label = _plain_label(block.label)
        is_stray = _is_doubtful(label, block.text) and not _is_expected(label, count, _after(blocks, place))
        number = None if is_stray else _next_number(label, count)
        if number is None and not _is_bullet(block.label):
            block = label_back_into_text(block)
        count.heading_since = False if number else count.heading_since
        yield Numbered(block, number)


def _is_doubtful(label: str, text: str) -> bool:
    """Tell what may be no number at all: "4. 5 per cent", "3° Norte", "§ 12 Aliens Act"."""
    if _BROKEN_DECIMAL.match(text):
        return _ARABIC.match(label) is not None
    return not _IS_CERTAIN.match(label) and _SIGNED.match(label) is not None


def _is_expected(label: str, count: _Count, following: Iterable[Block]) -> bool:
    """Say whether a number goes on where the numbering stopped, or the next number goes on from it."""
    value = _value(label)
    if value is None or (count.main is not None and value == count.main + 1):
        return True
    if (count.inner is not None and value == count.inner + 1) or (count.main and count.heading_since and value == 1):
        return True
    values = (_value(_plain_label(block.label)) for block in following if block.label)
    return next((other for other in values if other is not None), None) == value + 1


def _after(blocks: Sequence[Block], place: int) -> Iterator[Block]:
    return (blocks[after] for after in range(place + 1, min(place + _LOOK_AHEAD, len(blocks))))


def _value(label: str) -> int | None:
    """Return the whole number that a label counts; None for a letter and for a number of several levels."""
    signed = _SIGNED.match(label) or _ARABIC.match(label)
    return int(signed[1]) if signed and signed[1].isdigit() else None


@lru_cache(maxsize=_REMEMBERED)
def _plain_label(label: str) -> str:
    """Write a label with the digits and signs of the West: "١٢-" as "12.", "（三）" as "(三)"."""
    stripped = _DIGIT.sub(lambda digit: str(int(digit[0])), label.strip())
    is_foreign = not stripped.isascii() or stripped != label.strip() or stripped[:1].isdigit()
    return re.sub(r"\s+(?=\W$)", "", stripped.translate(_SIGNS)) if is_foreign else stripped


def _next_number(label: str, count: _Count) -> str | None:
    if match := _DOTTED.match(label):
        return _dotted_number(match[1], count)
    if match := _ARABIC.match(label):
        return _arabic_number(int(match[1]), count)
    if match := _IN_CHAPTER.match(label):
        count.inner, count.parent = None, match[1]
        count.letters.clear()
        return match[1]
    if (match := _SIGNED.match(label)) and match[0] != match[1]:
        return _next_number(match[1], count)
    if match := _LETTER.match(label):
        return _lettered_number(match[1], count)
    return None


def _arabic_number(value: int, count: _Count) -> str | None:
    if value >= _FIRST_YEAR and (count.main or 0) < _FIRST_YEAR - 50:
        return None
    if count.inner is not None and count.parent is not None:
        if value == count.inner + 1 and not (value == (count.main or 0) + 1 and count.heading_since):
            return _inner_number(value, count)
        if value <= (count.main or 0):
            return _inner_number(value, count, gap=True)
    if value == 1 and count.main is not None and not count.heading_since:
        count.parent = str(count.main)
        return _inner_number(1, count)
    return _main_number(value, count)


def _main_number(value: int, count: _Count) -> str:
    if count.main is not None and value > count.main + 1:
        count.warnings.append(NUMBER_GAP)
    if count.main is not None and 1 < value <= count.main:
        count.warnings.append(NUMBER_REPEATED)
    count.main, count.inner, count.parent = value, None, None
    count.letters.clear()
    return str(value)


def _inner_number(value: int, count: _Count, *, gap: bool = False) -> str:
    if gap:
        count.warnings.append(NUMBER_GAP)
    count.inner = value
    count.letters.clear()
    return f"{count.parent}.{value}"


def _dotted_number(label: str, count: _Count) -> str | None:
    first = int(label.split(".")[0])
    if count.main is not None and not count.main <= first <= count.main + 1 and first >= _FIRST_YEAR:
        return None
    if count.main is None or first > count.main:
        count.main = first
    count.inner, count.parent = None, label
    count.letters.clear()
    return label


def _lettered_number(letter: str, count: _Count) -> str:
    """Compose a lettered number: (i) after (h) is a letter, after (a) a Roman numeral below it."""
    for depth in range(len(count.letters), 0, -1):
        if _follows(count.letters[depth - 1], letter):
            del count.letters[depth - 1 :]
            break
    else:
        if not (count.letters and letter in {"a", "i"}):
            count.letters.clear()
    count.letters.append(letter)
    return _stem(count) + "".join(f"({part})" for part in count.letters)


def _stem(count: _Count) -> str:
    if count.inner is not None:
        return f"{count.parent}.{count.inner}"
    if count.parent is not None:
        return count.parent
    return "" if count.main is None or count.heading_since else str(count.main)


def _follows(before: str, after: str) -> bool:
    if len(before) == len(after) == 1 and ord(after) == ord(before) + 1:
        return True
    letters = before.rstrip(_STROKE), after.rstrip(_STROKE)
    if any(letters in pairwise(alphabet) for alphabet in _ALPHABETS):
        return True
    return bool(roman_value(before)) and roman_value(after) == (roman_value(before) or 0) + 1


def roman_value(numeral: str) -> int | None:
    """Return the value of a Roman numeral in either case, None for anything else ("iv" is 4, "iix" is None)."""
    letters = numeral.lower()
    if not re.fullmatch(r"(?=.)(x?c|x?l|l?x{0,3})?(ix|iv|v?i{0,3})", letters):
        return None
    values = [_ROMAN_VALUES[letter] for letter in letters]
    return sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))


def _is_bullet(label: str) -> bool:
    return not any(character.isalnum() for character in label)


def label_back_into_text(block: Block) -> Block:
    """Undo the split of label and text where the label was none; marks move along."""
    prefix = f"{block.label} "
    marks = tuple(Mark(mark.offset + len(prefix), mark.mark) for mark in block.marks)
    cells = (prefix + block.cells[0], *block.cells[1:]) if block.cells else ()
    return replace(block, label=None, text=prefix + block.text, marks=marks, cells=cells)
