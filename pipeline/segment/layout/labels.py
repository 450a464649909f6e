"""Printed labels at the start of rows, and whether a number is plausible where it stands.

A line that starts "2013." or "4.5 percentage points" or "(2) strengthen" in the middle of a paragraph is no label: a
number must go on where one of the running numberings stopped, or begin a new one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.content import Line
from pipeline.segment.layout.rows import Row

NUMBER = re.compile(r"(\d{1,4})(?:[.)．）][-–—]?|(?<!\d{4})[-–])(?:,? (\d{1,4})[.)])*")
SIGNED = re.compile(r"(?:§ ?|№ ?|[Nn]\.?[°º] ?)(\d{1,4}(?:\.\d{1,3})*)[.):]?[-–—]?|(\d{1,3})(?:[°º][.)]?[-–—]?|/)")
"""The sign that means paragraph or number before it, or an ordinal's after it: "§ 1.", "N° 1", "1º", "1/"."""

DOTTED = re.compile(r"((?:\d{1,4}|[A-ZА-Я]|[IVXL]{1,6})(?:\.\d{1,3})*)\.(\d{1,3})\.?")
LETTER = re.compile(
    r"\(([a-z]{1,2}|[ivxl]{1,6}|\d{1,3}|[а-яё]|[\u0621-\u064a]\u0640?)\)|([a-z]|[ivx]{1,5}|[а-яё]|[\u0621-\u064a])\)|"
    r"([a-z]|[ivx]{1,5}|[а-яё])\."
)
HEADING = re.compile(r"(?:(?:[IVXLC]{1,7}|[A-Z]{1,2})(?:(?:\.\d{1,2}){1,3})?|\d{1,2}(?:\.\d{1,2}){0,3})(?:\.-|[.)])?")
ORDINAL = re.compile(
    r"((?:[أا]ول|ثاني|ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع|عاشر)[\u064b-\u0652]*ا[\u064b-\u0652]*|"
    r"(?:حادي|ثاني|ثالث|رابع|خامس)\s+عشر|ألف|باء|جيم|دال|هاء|واو|زاي|حاء|طاء|ياء)\s*[-–:]\s*(?=\S|$)"
)
"""How Arabic papers count their chapters (first -, second -) and sections (alif -, ba' -)."""

CHINESE_CHAPTER = re.compile(r"([一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]{1,3}[章节部](?:分)?)\s*(?=\S|$)")
CHINESE_SECTION = re.compile(r"(（[一二三四五六七八九十]{1,3}）|（\d{1,2}）|[①-⑳])\s*(?=\S)")
CHINESE_NUMBER = re.compile(r"(\d{1,3}[、．.])\s*(?=[\u3007-\u9fff《“]|\d{4}年)")
"""In Chinese no space follows a number, and many a sentence begins with its year."""

SURE_BULLET = re.compile(r"[•▪●○■□◦‣➢➤✓❖∙·]")
BULLET = re.compile(r"[•▪●○■□◦‣➢➤✓❖∙·*–—-]|o")

SIGNS = frozenset({"§", "№", "N°", "Nº", "n°", "nº", "N.°", "N.º"})

MAX_JUMP = 3
"""Numbers that may be missing in a row (withdrawn paragraphs) before a number counts as a stray figure."""

COLUMN = 14.0
"""In points: numbers of one list stand within it; their right edges align, so that their left edges do not."""


@dataclass(frozen=True, slots=True)
class Label:
    """A label as printed, cut from its row; `apart` where a wide gap follows it."""

    text: str
    rest: tuple[Line, ...]
    apart: bool


def cut_label(row: Row, pattern: re.Pattern[str]) -> Label | None:
    """Cut a label that the pattern matches from the row's start; None where the row begins otherwise."""
    first = row.parts[0]
    head, space, tail = first.text.partition(" ")
    if tail[:2] in ("- ", "– ") and head.isdigit():  # "12 - " is "12-"
        head, tail = head + tail[0], tail[2:]
    if head in SIGNS and tail[:1].isdigit():  # "§ 12. " is one label
        number, space, tail = tail.partition(" ")
        head = f"{head} {number}"
    if len(row.parts) > 1 and pattern.fullmatch(first.text):
        head, space = first.text, ""
    if not pattern.fullmatch(head) or (not space and len(row.parts) == 1):
        return None
    if not space:
        return Label(head, row.parts[1:], apart=True)
    cut = len(first.text) - len(tail)
    marks = tuple(replace(mark, offset=max(0, mark.offset - cut)) for mark in first.marks)
    return Label(head, (replace(first, text=tail, marks=marks), *row.parts[1:]), apart=False)


def cut_glued(row: Row, pattern: re.Pattern[str]) -> Label | None:
    """Cut a label after which no space needs to stand; None where the row begins otherwise."""
    first = row.parts[0]
    match = pattern.match(first.text)
    if match is None or (match.end() == len(first.text) and len(row.parts) == 1):
        return None
    cut = match.end()
    if cut == len(first.text):
        return Label(match[1], row.parts[1:], apart=True)
    marks = tuple(replace(mark, offset=max(0, mark.offset - cut)) for mark in first.marks)
    return Label(match[1], (replace(first, text=first.text[cut:], marks=marks), *row.parts[1:]), apart=False)


@dataclass(slots=True)
class _Sequence:
    left: float
    last: int


class Numbering:
    """The numberings that are open, outermost first, and the letters and decimals below them."""

    def __init__(self) -> None:
        self._open: list[_Sequence] = []
        self._dotted: dict[str, int] = {}
        self._letter = ""
        self._chapter = ""

    def open_chapter(self, label: str) -> None:
        """Take note of a heading's number: below "2." a paragraph may be 2.1."""
        self._chapter = label.rstrip(".)")

    def is_in_chapter(self, label: str) -> bool:
        """Tell a decimal that is hardly a figure: it counts on in the heading's chapter, or is 1.1.1, or A.1."""
        dotted = DOTTED.fullmatch(label)
        return dotted is not None and (dotted[1] == self._chapter or not dotted[1].isdigit())

    def accept(self, label: str, left: float, *, begins: bool) -> bool:
        """Take a label into the numbering if it is plausible; `begins` where a paragraph surely begins."""
        if number := NUMBER.fullmatch(label):
            last = int(number[2] or number[1])
            return self._accept_number(int(number[1]), last, left, begins=begins)
        if signed := SIGNED.fullmatch(label):
            return self._accept_signed(signed[1] or signed[2], left, begins=begins)
        if dotted := DOTTED.fullmatch(label):
            return self._accept_dotted(dotted[1], int(dotted[2]), begins=begins)
        if letter := LETTER.fullmatch(label):
            if letter[3]:
                return self._accept_dotted_letter(letter[3], begins=begins)
            return self._accept_letter(letter[1] or letter[2], begins=begins)
        return False

    def _accept_signed(self, number: str, left: float, *, begins: bool) -> bool:
        if dotted := DOTTED.fullmatch(number):
            return self._accept_dotted(dotted[1], int(dotted[2]), begins=begins)
        return begins and self._accept_number(int(number), int(number), left, begins=False)

    def _accept_number(self, number: int, last: int, left: float, *, begins: bool) -> bool:
        follows = [place for place, open_ in enumerate(self._open) if open_.last + 1 == number]
        if follows:
            place = min(reversed(follows), key=lambda place: abs(self._open[place].left - left))
        elif number == 1 or (begins and not self._open):
            place = len(self._open)
            self._open.append(_Sequence(left, number))
        else:
            jumps = [place for place, open_ in enumerate(self._open) if self._jumps(open_, number, left)]
            if not begins or not jumps:
                return False
            place = jumps[-1]
        del self._open[place + 1 :]
        self._open[place] = _Sequence(left, last)
        self._letter = ""
        return True

    def _jumps(self, sequence: _Sequence, number: int, left: float) -> bool:
        return 0 < number - sequence.last <= MAX_JUMP + 1 and abs(sequence.left - left) < COLUMN

    def _accept_dotted(self, parent: str, minor: int, *, begins: bool) -> bool:
        last = self._dotted.get(parent)
        is_open = any(str(sequence.last) == parent for sequence in self._open)
        if last is None:
            plausible = minor == 1 and (is_open or begins)
        else:
            plausible = minor == last + 1 or (begins and 0 < minor - last <= MAX_JUMP + 1)
        if plausible:
            self._dotted[parent] = minor
            self._letter = ""
        return plausible

    def _accept_dotted_letter(self, letter: str, *, begins: bool) -> bool:
        """Take "a." or "i." that opens a list, and what counts on in it; abbreviations and initials look alike."""
        if not (begins and letter in ("a", "i", "\u0430")) and not _follows(self._letter, letter):
            return False
        self._letter = letter
        return True

    def _accept_letter(self, letter: str, *, begins: bool) -> bool:
        if letter in ("a", "i", "1") or _follows(self._letter, letter) or (begins and not letter.isdigit()):
            self._letter = letter
            return True
        return False


def _follows(last: str, letter: str) -> bool:
    if last.isdigit() and letter.isdigit():
        return int(letter) == int(last) + 1
    romans: Sequence[str] = (
        "i",
        "ii",
        "iii",
        "iv",
        "v",
        "vi",
        "vii",
        "viii",
        "ix",
        "x",
        "xi",
        "xii",
        "xiii",
        "xiv",
        "xv",
    )
    if last in romans and letter in romans and romans.index(letter) == romans.index(last) + 1:
        return True
    return len(last) == len(letter) and last != "" and ord(letter[-1]) == ord(last[-1]) + 1
