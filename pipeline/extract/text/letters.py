"""How likely a text is in one of the languages that States write, as far as its letters tell.

The likelihoods are natural logarithms, by the order in which letters are used: close enough to tell a right reading of
some bytes from a wrong one, which is full of letters and neighbours that no language puts there.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_RUSSIAN = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъёіїєґў"
_ARABIC = "اليمنورتبةعدسفهكقأحجشصطخىضذزثغإءئظآؤـًَُِّْ"
_LATIN = "éóíáèàñçêúôîüûùâöäïëœãõÉÀßåøæÇÊÈÁÍÓÚÑÎÔÖÜÄÂŒÅØÆìòšžŠŽýÿ"
_SIGNS = "’–“”«»\u00a0°º…—•§€£¿¡ª‘·‹›„©®™½¼¾²³†‰±²µ¶×№،؛؟٪٠١٢٣٤٥٦٧٨٩"
# Letters of further languages, so that a text in one of them is not taken for a rare text in one of the six.
_GREEK, _HEBREW = "αοιετσνηυρπκμλςωδγίάόχθέφήύβώξζψ", "יוהלאתבמרשנדפקעחםגטכןזסצךףץ"
_EASTERN = "łąęśżčšžćńźďěřůťıışğőűđăţșț"
_KANA = "のいにしたをはとるがてなでかれすさりらもまくんっうきこつけそよせおえめあわちみどだ"
_CHINESE_SIGNS = "，。、（）：；“”《》？！—…·\u3000「」『』〈〉【】％０１２３４５６７８９－．～"
# The characters that papers on migration use most, simplified and traditional.
_CHINESE = (
    "的一国人在和有移民为是不中会了以政府权利法对年地于这者上大家个保护作工儿童际合关公约行主发成等生学进动制定"
    "施社区机部门可出要他她们其与所及或从提供支持服务教育卫健康平措全理条件时间下新方力日经过第二三四五六七八九十"
    "百万千本能多员实员入到来去加强共同信息报告问题包括开展国内外难女性别歧视劳就业安居住边境管身份被还但就也并"
    "通已将应该通过根据案件执行程序律师案障碍基本自由尊重参与代表团委会议联合国秘书长感谢荣幸意见面向由之无正"
    "國為會權對於這個護際關約發學進動制區機門們與從務衛條時間過萬員實來強報問題開難別視勞業邊經還並將應該團議聯書長謝見無設備"
    "說得我你小心看事都分起用高相體後前樣種想没体后说样种"
)
_CHINESE_SCRIPT = "CJK"  # scripts have the names that the names of their letters begin with

ASCII = -3.0
_CAPITAL = -2.5  # beside its small letter
_RARE_LETTER, _RARE_SIGN = -11.0, -10.0
_CONTROL = -16.0
_CHINESE_COMMON, _CHINESE_KNOWN, _CHINESE_RARE = -6.0, -9.0, -14.0
_KOREAN, _RARE_KANA = -7.0, -6.0
_OTHER_SCRIPT, _MIXED_SCRIPTS = -4.0, -3.0
_BEGINS_SMALL = -3.0
_CAPITAL_GOES_ON = 2.4
_CAPITAL_INSIDE, _ODD_NEIGHBOUR = -5.0, -4.0
_ALPHABETS = frozenset({"LATIN", "CYRILLIC", "GREEK", "ARABIC", "HEBREW"})
_NOT_IN_WORDS = frozenset("¤¦¨´¸¼½¾³²¹±×÷¬¶µ")


def _ranked(letters: str, first: float, step: float) -> dict[str, float]:
    return {letter: first - step * rank for rank, letter in reversed(list(enumerate(letters)))}


_LIKELIHOODS = {
    **dict.fromkeys(_CHINESE, _CHINESE_COMMON),
    **_ranked(_SIGNS, -5.5, 0.06),
    **_ranked(_LATIN, -4.0, 0.1),
    **_ranked(_EASTERN, -5.0, 0.1),
    **_ranked(_KANA, -4.0, 0.03),
    **_ranked(_HEBREW, -2.2, 0.11),
    **_ranked(_GREEK, -2.2, 0.11),
    **_ranked(_ARABIC, -2.2, 0.11),
    **_ranked(_RUSSIAN, -2.2, 0.11),
    **dict.fromkeys(_CHINESE_SIGNS[:12], -4.5),
}


def likelihood(text: str) -> float:
    """Return the logarithm of how likely a text is, up to a constant; comparable between readings of the same bytes."""
    before, last_script = " ", ""
    total = _BEGINS_SMALL if next((letter for letter in text if letter.isalpha()), "").islower() else 0.0
    for character in text:
        total += _alone(character)
        if not (before.isascii() and character.isascii()):
            total += _after(before, character)
        script = _script(character)
        if script and script != last_script:
            total += _OTHER_SCRIPT
            last_script = script
        before = character
    return total


@lru_cache(maxsize=4096)
def _alone(character: str) -> float:
    if " " <= character <= "~" or character in "\t\n\r":
        return ASCII
    if character in _LIKELIHOODS:
        return _LIKELIHOODS[character]
    small = character.lower()
    if small != character and small in _LIKELIHOODS:
        return _LIKELIHOODS[small] + _CAPITAL
    if "\uac00" <= character <= "\ud7a3":
        return _KOREAN
    if "\u3040" <= character <= "\u30ff":
        return _RARE_KANA
    if _script(character) == _CHINESE_SCRIPT:
        return _CHINESE_KNOWN if _is_known(character) else _CHINESE_RARE
    category = unicodedata.category(character)
    if category in {"Cc", "Co", "Cn", "So"} or character == "\ufffd":
        return _CONTROL
    return _RARE_LETTER if category.startswith("L") else _RARE_SIGN


@lru_cache(maxsize=65_536)
def _after(before: str, character: str) -> float:
    """Weigh two neighbours: scripts that mix inside a word, a capital after a small letter, a sign between letters."""
    first, second = _script(before), _script(character)
    if first and second and first != second:
        return 0.0 if _CHINESE_SCRIPT in {first, second} else _MIXED_SCRIPTS
    if character.isupper() and before.islower():
        return _CAPITAL_INSIDE
    if character.isupper() and before.isupper():
        return _CAPITAL_GOES_ON
    is_odd = (before.isdigit() and second in _ALPHABETS) or (first in _ALPHABETS and character in _NOT_IN_WORDS)
    return _ODD_NEIGHBOUR if is_odd else 0.0


@lru_cache(maxsize=4096)
def _script(character: str) -> str:
    """Name the script of a letter, "" for what is none."""
    if not character.isalpha():
        return ""
    if "\u3040" <= character <= "\u9fff":  # Japanese mixes its own letters with Chinese ones
        return _CHINESE_SCRIPT
    return unicodedata.name(character, "").split(" ", 1)[0]


def _is_known(character: str) -> bool:
    """Say whether a character is among those that schools teach: the first levels of the two national standards."""
    simplified, traditional = character.encode("gb2312", "ignore"), character.encode("big5", "ignore")
    return b"\xb0" <= simplified[:1] < b"\xd8" or b"\xa4" <= traditional[:1] <= b"\xc6"
