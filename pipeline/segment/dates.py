"""Dates as papers print them in the six official languages: "18 June 2020", "3 мая 2020 года", "2020年6月18日"."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from pipeline.gazetteer.plain import fold, printed

# Arabic has three sets of names: the common one, the Levant's and the Maghreb's.
_NAMES = """
january janvier enero января يناير جانفي كانون_الثاني
february fevrier febrero февраля فبراير فيفري شباط
march mars marzo марта مارس آذار
april avril abril апреля أبريل إبريل أفريل نيسان
may mai mayo мая مايو ماي أيار
june juin junio июня يونيو يونيه جوان حزيران
july juillet julio июля يوليو يوليه جويلية يوليوز تموز
august aout agosto августа أغسطس أوت غشت آب
september septembre septiembre setiembre сентября سبتمبر شتنبر أيلول
october octobre octubre октября أكتوبر تشرين_الأول
november novembre noviembre ноября نوفمبر نونبر تشرين_الثاني
december decembre diciembre декабря ديسمبر دجنبر كانون_الأول
"""
_MONTHS = {
    fold(name.replace("_", " ")): month
    for month, names in enumerate(_NAMES.strip().splitlines(), 1)
    for name in names.split()
}
_MONTH = f"(?:{'|'.join(sorted(_MONTHS, key=len, reverse=True))})"
_YEAR = r"(?:19|20)\d{2}(?!\d)"
_DAY_FIRST = re.compile(
    rf"(?<!\d)(\d{{1,2}})(?:er|st|nd|rd|th|\.?[º°o])?[»\"”]?\s+(?:of\s+|de\s+)?(?:{_MONTH}\s?/\s?)?({_MONTH}),?\s+(?:del?\s+)?({_YEAR})"
)
_MONTH_FIRST = re.compile(rf"(?<!\w)({_MONTH})\s+(\d{{1,2}}),\s+({_YEAR})")
_NUMBERS = re.compile(rf"(?<![\d./])(\d{{1,2}})([./])(\d{{1,2}})\2({_YEAR})")
_ISO = re.compile(rf"(?<!\d)({_YEAR})-(\d{{2}})-(\d{{2}})(?!\d)")
_CHINESE = re.compile(
    r"((?:19|20)\d{2}|[〇零一二三四五六七八九]{4})\s?年\s?(\d{1,2}|[一二三四五六七八九十]{1,3})\s?月\s?"
    r"(\d{1,2}|[一二三四五六七八九十]{1,3})\s?日"
)
_DIGITS = {ord(char): str(value) for digits in ("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹") for value, char in enumerate(digits)}
_CHINESE_DIGITS = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {"零": 0}
_LAST_MONTH = 12


def dates_in(line: str) -> Iterator[str]:
    """Yield the dates of a line as ISO 8601; what is no day of the calendar is none.

    "18/06/2020" is one, "3/4/2020" is not: it may be a day of March or of April.
    """
    text = fold(printed(line)).lower().translate(_DIGITS)
    written: list[tuple[str | int, ...]] = [(year, _MONTHS[name], day) for day, name, year in _DAY_FIRST.findall(text)]
    written += [(year, _MONTHS[name], day) for name, day, year in _MONTH_FIRST.findall(text)]
    written += [
        (year, month, day)
        for day, mark, month, year in _NUMBERS.findall(text)
        if mark == "." or int(day) > _LAST_MONTH or day == month
    ]
    written += _ISO.findall(text)
    written += [tuple(map(_chinese_number, parts)) for parts in _CHINESE.findall(text)]
    for year, month, day in written:
        if date := _valid(int(year), int(month), int(day)):
            yield date


def _chinese_number(text: str) -> int:
    """Read 〇-digits one by one ("二〇二〇") and tens as spoken ("二十一")."""
    if text.isascii():
        return int(text)
    if "十" in text:
        tens, _, ones = text.partition("十")
        return _CHINESE_DIGITS.get(tens, 1) * 10 + _CHINESE_DIGITS.get(ones, 0)
    return int("".join(str(_CHINESE_DIGITS[char]) for char in text))


def _valid(year: int, month: int, day: int) -> str | None:
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return None
