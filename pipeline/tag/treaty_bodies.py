"""Tell a treaty body from its treaty where both go by one acronym: "CEDAW recommended", but "CEDAW was ratified"."""

from __future__ import annotations

import re

from pipeline.gazetteer.mention import Mention

_LINKS = {"CAT": "CAT_C", "CED": "CED_C", "CEDAW": "CEDAW_C", "CERD": "CERD_C", "CRC": "CRC_C", "CRPD": "CRPD_C"}
"""The links of the committees in the gazetteer, by the acronym that they share with their conventions."""

_ACTING = re.compile(
    rf"(?<![\w-])(?P<acronym>{'|'.join(sorted(_LINKS, key=len, reverse=True))})"
    r"(?=\s(?:(?:also|further|in\s\d{4})\s)?"
    r"(?:recommended|noted|urged|commended|welcomed|expressed|encouraged|called\supon|requested|regretted|reiterated"
    r"|invited|considered|observed|asked|acknowledged|reminded|(?:was|remained)\s(?:\w+\s)?concerned)\b)"
)


def find_treaty_bodies(text: str) -> list[Mention]:
    """Return the committees that a text calls by the acronym of their treaty: those that say or ask something."""
    return [Mention(*match.span(), "UN_BODY", _LINKS[match["acronym"]]) for match in _ACTING.finditer(text)]
