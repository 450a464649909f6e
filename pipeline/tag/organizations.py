"""Find organizations that no list names, by their head word: "Ministry of Health", "Labour Relations Authority"."""

from __future__ import annotations

import re

from pipeline.gazetteer.mention import Mention
from pipeline.tag.titles import Titles

_TITLES = Titles(
    heads=re.compile(
        r"(?<![\w-])(?:Ministry|Ministries|Department|Directorate(?:-General)?|Office|Bureau|Commission(?:er)?|Council|Committee"
        r"|Court|Tribunal|Institute|Institution|Agency|Authority|Cent(?:re|er)|University|Federation|Confederation|Association"
        r"|Inspectorate|Ombuds(?:man|person|woman)|Service|Board|Police|Parliament|Secretariat|Embassy|Foundation|Union"
        r"|Advocate|Network|Task\sForce"
        r"|Ministerio|Secretar[íi]a|Direcci[óo]n|Instituto|Comisi[óo]n|Consejo|Defensor[íi]a|Fiscal[íi]a|Superintendencia"
        r"|Minist[èe]re|Secr[ée]tariat|Direction|Conseil|Commissariat|Tribunal|Institut|D[ée]fenseur)(?![\w-])"
    ),
    openers=re.compile(r"General|Generale|Nacional|against|contra|de|del|des|du|for|of|on|para|pour"),
)
_ALONE = frozenset({"Ombudsman", "Ombudsperson", "Parliament", "Police"})
_UNITED_NATIONS = re.compile(r"United Nations\b|UN\b")


def find_organizations(text: str) -> list[Mention]:
    """Return organizations by their titles; a bare "Committee" or "the Office" is none, "the Police" is one."""
    found = []
    for head in _TITLES.heads.finditer(text):
        start, end = _TITLES.around(text, head)
        if start < head.start() or end > head.end() or head.group() in _ALONE:
            found.append(Mention(start, end, "UN_BODY" if _UNITED_NATIONS.match(text, start) else "ORG"))
    return found
