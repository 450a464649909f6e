"""The official form of a State's name without what kind of State it is: "República de Angola" is "angola"."""

from __future__ import annotations

import re

from pipeline.gazetteer.plain import plain

CHINESE_FORM = re.compile(
    "(?:伊斯兰|社会主义|民主|联邦|人民|多民族|独立|合作)*(?:共和国|王国|大?公国|苏丹国|酋长国|合众国|联邦|联盟|国(?![家际内民籍外防务会]))"
)
"""What kind of State it is, behind its name: "安哥拉共和国"; "国" is no part of "国家报告"."""

_LEADING = frozenset(
    plain(
        """republic kingdom commonwealth principality sultanate islamic democratic people s federal socialist
        cooperative co operative grand duchy federation independent hashemite arab plurinational bolivarian
        république royaume principauté sultanat grand duché islamique démocratique populaire fédérale socialiste
        confédération fédération indépendant hachémite arabe
        república reino principado sultanato gran ducado islámica democrática popular federal federativa socialista
        oriental independiente hachemita árabe
        республика королевство княжество султанат великое герцогство исламская демократическая народная федеративная
        социалистическая арабская государство независимое содружество
        جمهورية مملكة دولة سلطنة إمارة دوقية"""
    ).split()
)
_TRAILING = frozenset(
    plain("الإسلامية الاتحادية الفيدرالية الديمقراطية الديموقراطية الشعبية الاشتراكية المستقلة").split()
)
_LINKS = frozenset(["of", "the", "de", "del", "la", "las", "los", "le", "les", "du", "des", "d", "l", "et", "y", "and"])


def without_form(key: str) -> str | None:
    """Return the short name in a plain official one, None where nothing says what kind of State it is.

    "State of" is no such word: the State of Georgia is no State of the United Nations.
    """
    words = key.split()
    first = next((place for place, word in enumerate(words) if word not in _LEADING | _LINKS), len(words))
    last = len(words)
    while last > first and words[last - 1] in _TRAILING:
        last -= 1
    short = " ".join(words[first:last])
    if short == key:
        form = CHINESE_FORM.search(key)
        short = key[: form.start()] if form and form.end() == len(key) else ""
    return short or None
