"""Follow the numbers and years behind a title: "Convention, 2011 (No. 189)", "Plan for the period 2015-2020"."""

from __future__ import annotations

import re

_DAY = r"(?:\d{1,2}\s[^\W\d_]{3,10}\s(?:de\s|del\s)?)"
_SIGN = r"(?:\(?(?:Nos?\.?|N[°ºo]s?|n[°ºo]s?|núms?|Núms?|N\.[°º])\.?\s?)"
_NUMBER = re.compile(
    r"\s(?:19|20)\d\d/\d{1,4}/(?:EU|EC|EEC|JHA)\b|\s\((?:EU|EC|EEC)\)\s(?:No\.?\s)?\d{1,4}/\d{2,4}|"
    rf",?\s(?:{_SIGN}(?:[\dIVXL][\w./-]{{0,18}}\w|\d)(?:(?:,|\sand|,\sand)\s\d{{1,3}}\b){{0,8}}\)?)"
    rf"(?:\s(?:of|du|de|del)\s{_DAY}?(?:19|20)\d\d|\s\((?:19|20)\d\d\))?"
    rf"|\s\d{{1,5}}(?:[/-]\d{{2,5}})?(?![\w/–−—-]|[.,]\d|\s?%)(?:\s(?:of|du|de|del)\s{_DAY}?(?:19|20)\d\d|\s\((?:19|20)\d\d\))?"
)
_PERIOD = r"(?:19|20)\d\d(?:\s?(?:[-–−/]|to)\s?(?:(?:19|20)\d\d|\d\d))?"
YEARS = re.compile(
    rf",?\s(?:(?:of|for|de|in|covering)\s)?(?:the\s(?:period|years?)\s(?:of\s)?)?\(?(?:for\s(?:the\speriod\s)?)?{_PERIOD}\)?(?![\w/]|[.,]\d)"
    rf"|\s(?:for|in)\sthe\s{_PERIOD}\s[Pp]eriod\b"
)


def with_number(text: str, last: int, *, titled: bool) -> int:
    """Return where number and years end that follow a title: "Convention, 2011 (No. 189)", "Plan for 2015-2020"."""
    number = _NUMBER.match(text, last)
    end = number.end() if number else last
    years = YEARS.match(text, end) if titled or number else None
    end = years.end() if years else end
    after = _NUMBER.match(text, end) if years and not number and text.startswith(" (N", end) else None
    return _balanced(text, last, after.end() if after else end)


def _balanced(text: str, start: int, end: int) -> int:
    """Leave out a closing bracket that opens before."""
    return end - 1 if text[end - 1] == ")" and end > start and "(" not in text[start:end] else end
