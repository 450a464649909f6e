"""One paper in each further language as Word file, PDF and text in the encodings that people still send."""
# ruff: noqa: E501 (texts and markup are read more easily whole)

from __future__ import annotations

import tempfile
import textwrap
from pathlib import Path

from . import tongues as t
from .model import FILES, Paper, Part, document, h, n, p, plain, title, write_truth
from .ooxml import Look, write_word
from .programs import browser, office
from .reports import PDF, pages
from .web import page
from .word_papers import DOCX

DOC = "application/msword"
TXT = "text/plain"
LABELS = ("I.", "II.", "III.", "IV.")
CHINESE = ("一、", "二、", "三、", "四、")
ARABIC = ("أولاً -", "ثانياً -", "ثالثاً -", "رابعاً -")

TAIWANESE = [
    "本會自1998年起協助在港家庭傭工，去年共接獲1,042宗求助個案。",
    "過半數求助者表示曾被收取超額中介費，平均相當於三個半月的工資。",
    "我們建議當局取消同住規定，並容許傭工在合約終止後停留至少八個星期。",
    "法庭傳譯服務仍然不足：去年有九宗案件因缺乏印尼語傳譯員而押後。",
    "本會感謝特別報告員的邀請，並願意提供進一步的資料。",
]


def build() -> None:
    """Write the papers in the six languages."""
    arabic = _paper(t.AR_TITLE, t.AR_HEADS, t.AR, t.AR_NOTES, "ar", "JOR", ARABIC)
    chinese = _paper(t.ZH_TITLE, t.ZH_HEADS, t.ZH, t.ZH_NOTES, "zh", "MNG", CHINESE)
    russian = _paper(t.RU_TITLE, t.RU_HEADS, t.RU, t.RU_NOTES, "ru", "KGZ", LABELS)
    naskh = Look(font="Noto Naskh Arabic", right_to_left=True, tongue="ar-SA", size=24, justified=False)
    song = Look(font="Noto Serif CJK SC", tongue="zh-CN", size=21)
    serif = Look(font="Liberation Serif", tongue="ru-RU", size=22, footer="Доклад КР, стр.")
    _word("arabic.docx", "Arabic Word file with footnotes", arabic, naskh)
    _office("arabic_office.pdf", "Arabic PDF by LibreOffice with footnotes", arabic, naskh)
    hyphen = _paper(t.AR_TITLE, t.AR_HEADS, t.AR, {}, "ar", "JOR", ARABIC, label="{} -")
    _browser("arabic_browser.pdf", "Arabic PDF by Chromium, numbers as '1 -'", hyphen, "Amiri", right_to_left=True)
    _text("arabic_1256.txt", "Arabic text in Windows-1256, long lines", arabic, "cp1256", width=None)
    _word("chinese.docx", "Chinese Word file with footnotes", chinese, song)
    _office("chinese_office.pdf", "Chinese PDF by LibreOffice with footnotes", chinese, song)
    _text("chinese_gb18030.txt", "Chinese text in GB18030", chinese, "gb18030", width=None)
    ngo = Paper([title("香港家庭傭工互助會意見書"), *[p(text) for text in TAIWANESE]], {}, "zh", None, "ngo")
    _text("chinese_big5.txt", "Traditional Chinese text of an NGO in Big5, no numbers", ngo, "big5", width=None)
    _office("russian_office.pdf", "Russian PDF by LibreOffice with footnotes and a footer", russian, serif)
    _office("russian.doc", "Russian Word 97 file by LibreOffice", russian, serif, kind="doc")
    _text("russian_koi8.txt", "Russian text in KOI8-R, lines wrapped by hand", russian, "koi8-r", width=70)
    _text("russian_1251.txt", "Russian text in Windows-1251, long lines", russian, "cp1251", width=None)
    french = _paper(t.FR_TITLE, t.FR_HEADS, t.FR, t.FR_NOTES, "fr", "SEN", LABELS)
    spanish = _paper(t.ES_TITLE, t.ES_HEADS, t.ES, t.ES_NOTES, "es", "ECU", LABELS)
    _text("french_1252.txt", "French text in Windows-1252, lines wrapped by hand", french, "cp1252", width=72)
    _text("spanish_1252.txt", "Spanish text in Windows-1252, long lines", spanish, "cp1252", width=None)
    _text(
        "french_macroman.txt",
        "French text in Mac Roman with carriage returns",
        french,
        "mac-roman",
        width=None,
        end="\r",
    )


def _paper(heading: str, heads: list[str], texts: list[str], notes: dict[str, tuple[str, str]], tongue: str, state: str, labels: tuple[str, ...],
           label: str = "{}.") -> Paper:  # fmt: skip
    parts = [title(heading)]
    for number, text in enumerate(texts, 1):
        if number in (1, 3, 6, 8):
            place = (1, 3, 6, 8).index(number)
            parts.append(h(heads[place], 1, labels[place]))
        if not notes:
            text = text.replace("[^1]", "").replace("[^2]", "")
        parts.append(n(number, text, label.format(number)))
    return Paper(parts, notes, tongue, state, "state")


def _word(name: str, purpose: str, paper: Paper, look: Look) -> None:
    write_word(paper, FILES / name, look)
    write_truth(name, purpose, [document(paper, name, DOCX)])


def _office(name: str, purpose: str, paper: Paper, look: Look, kind: str = "pdf") -> None:
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "paper.docx"
        write_word(paper, source, look)
        office(source, kind, FILES / name)
    furniture = [look.footer] if look.footer else []
    count = pages(FILES / name) if kind == "pdf" else None
    write_truth(name, purpose, [document(paper, name, PDF if kind == "pdf" else DOC, pages=count, forbidden=furniture)])


def _browser(name: str, purpose: str, paper: Paper, font: str, *, right_to_left: bool = False) -> None:
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "paper.html"
        source.write_text(page(paper, font=font, right_to_left=right_to_left), encoding="utf-8")
        browser(source, FILES / name)
    write_truth(name, purpose, [document(paper, name, PDF, pages=pages(FILES / name))])


def _text(name: str, purpose: str, paper: Paper, encoding: str, *, width: int | None, end: str = "\r\n") -> None:
    bare = Paper([Part(part.kind, plain(part.text), part.number, part.label, part.level) for part in paper.parts], {}, paper.language,
                 paper.submitter_id, paper.submitter_type)  # fmt: skip
    blocks = []
    for part in bare.parts:
        text = f"{part.label} {part.text}" if part.label else part.text
        blocks.append(
            "\n".join(textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)) if width else text
        )
    (FILES / name).write_bytes("\n\n".join(blocks).replace("\n", end).encode(encoding))
    write_truth(name, purpose, [document(bare, name, TXT)])
