"""What else arrives as text in further encodings, letter, forwarded mail or attack, and what is sent again."""
# ruff: noqa: E501 (texts and markup are read more easily whole)

from __future__ import annotations

import email.policy
import json
import tempfile
import zipfile
from email.message import EmailMessage
from pathlib import Path

import docx

from . import tongues as t
from .extras import _clean
from .languages import LABELS, _paper, _text
from .letters import LETTERS
from .model import (
    FILES,
    TRUTH,
    Paper,
    document,
    letter,
    n,
    p,
    title,
    write_failure,
    write_truth,
)
from .ooxml import SPACES, Look, write_word
from .parcels import MAIL, _fixed
from .programs import info, pack
from .varied import paragraphs
from .word_papers import DOCX


def build() -> None:
    """Write these papers; the extras are there already, one of them is sent again."""
    _texts()
    _letter_files()
    _forwarded()
    _attacks()
    _again()


def _texts() -> None:
    russian = _paper(t.RU_TITLE, t.RU_HEADS, t.RU, t.RU_NOTES, "ru", "KGZ", LABELS)
    french = _paper(t.FR_TITLE, t.FR_HEADS, t.FR, t.FR_NOTES, "fr", "SEN", LABELS)
    spanish = _paper(t.ES_TITLE, t.ES_HEADS, t.ES, t.ES_NOTES, "es", "ECU", LABELS)
    _text("russian_866.txt", "Russian text in code page 866", russian, "cp866", width=78)
    _text("french_utf16.txt", "French text in UTF-16 with a byte order mark", french, "utf-16", width=None)
    _text(
        "spanish_utf8_bom.txt",
        "Spanish text in UTF-8 with a byte order mark, lines wrapped",
        spanish,
        "utf-8-sig",
        width=68,
    )
    arabic = _paper(t.AR_TITLE, t.AR_HEADS, t.AR, t.AR_NOTES, "ar", "JOR", ("أولاً -", "ثانياً -", "ثالثاً -", "رابعاً -"))
    _text("arabic_iso.txt", "Arabic text in ISO 8859-6", arabic, "iso-8859-6", width=None)


def _letter_files() -> None:
    for tongue, form in (("en", "docx"), ("fr", "txt"), ("es", "docx")):
        state, top, body, end = LETTERS[tongue]
        parts = [*map(letter, top), *map(p, body), *map(letter, end)]
        facts = Paper(parts, {}, tongue, state, "state")
        name = f"letter_{tongue}.{form}"
        if form == "txt":
            (FILES / name).write_text("\n\n".join(part.text for part in parts) + "\n", encoding="utf-8")
        else:
            made = docx.Document()
            for part in parts:
                line = made.add_paragraph(part.text)
                line.alignment = 1 if part.kind == "letterhead" else 3
            _clean(made, name)
        write_truth(
            name,
            f"Note verbale ({tongue}) as {form}",
            [document(facts, name, DOCX if form == "docx" else "text/plain")],
        )


def _forwarded() -> None:
    inner = EmailMessage(policy=email.policy.SMTP)
    inner["From"], inner["To"], inner["Subject"], inner["Date"] = (
        "mfa@gov.example",
        "mission@gov.example",
        "Ответ Республики Беларусь",
        "Tue, 18 Mar 2025 11:00:00 +0300",
    )
    said = [
        "Республика Беларусь направляет ответ на запрос Специального докладчика.",
        "В 2024 году разрешение на работу получили 41 220 иностранцев.",
        "Семьи с детьми не подвергаются задержанию.",
    ]
    inner.set_content("\n\n".join(said) + "\n", charset="koi8-r", cte="base64")
    outer = EmailMessage(policy=email.policy.SMTP)
    outer["From"], outer["To"], outer["Subject"], outer["Date"] = (
        "mission@gov.example",
        "registry@un.example",
        "Fwd: reply",
        "Tue, 18 Mar 2025 12:30:00 +0100",
    )
    outer.set_content("Please find the reply of the Republic of Belarus attached to this message.\n")
    outer.add_attachment(inner)
    name = "mail_forwarded.eml"
    (FILES / name).write_bytes(_fixed(outer))
    first = Paper(
        [p("Please find the reply of the Republic of Belarus attached to this message.")], {}, "en", "?", None
    )
    second = Paper([p(text) for text in said], {}, "ru", "BLR", "state")
    write_truth(
        name,
        "Mail that carries another mail, in KOI8-R and base64",
        [document(first, name, MAIL), document(second, f"{name}/*", MAIL)],
    )


def _attacks() -> None:
    with tempfile.TemporaryDirectory() as folder:
        word = Path(folder) / "plain.docx"
        write_word(Paper([title("Submission"), p("A harmless line.")]), word, Look())
        with zipfile.ZipFile(word) as archive:
            members = {name: archive.read(name) for name in archive.namelist()}
    entity = f'<?xml version="1.0"?><!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document {SPACES}><w:body><w:p><w:r><w:t>Secret: &x; A line that is long enough to be read.</w:t></w:r></w:p></w:body></w:document>'
    pack(FILES / "external_entity.docx", members | {"word/document.xml": entity.encode()})
    write_failure(
        "external_entity.docx",
        "A Word file that asks for a file of the machine",
        "DamagedFile",
        outcome="either",
        nowhere=["root:"],
    )
    with zipfile.ZipFile(FILES / "traversal.zip", "w") as archive:
        archive.writestr(
            info("../../tmp/papers_escaped.txt"),
            "1. A submission that wants to be written elsewhere. It has two sentences.",
        )
    write_failure(
        "traversal.zip",
        "A ZIP whose member wants to leave its folder",
        "DamagedFile",
        "UnsupportedType",
        "LimitExceeded",
        outcome="either",
    )
    html = "<div>" * 60_000 + "<p>Deep down there is a line that nobody will read.</p>"
    (FILES / "deep.html").write_text(f"<!DOCTYPE html><html><body>{html}</body></html>", encoding="utf-8")
    write_failure(
        "deep.html", "A web page nested sixty thousand deep", "DamagedFile", "LimitExceeded", "NoText", outcome="either"
    )


def _again() -> None:
    """Send one file twice, and last year's paper again with little changed; say which papers are the same."""
    (FILES / "copy of list_styles.docx").write_bytes((FILES / "list_styles.docx").read_bytes())
    known = json.loads((TRUTH / "list_styles.docx.json").read_text(encoding="utf-8"))
    twin = known["documents"][0] | {"path": "copy of list_styles.docx"}
    write_truth("copy of list_styles.docx", "The same bytes under another name", [twin])
    texts = paragraphs(30, 271)
    new = paragraphs(2, 272)
    for name, year, words in (
        ("kiribati_2024.docx", 2024, texts),
        ("kiribati_2025.docx", 2025, [*texts[:7], new[0], *texts[8:29], new[1]]),
    ):
        parts = [title(f"Submission of Kiribati, {year}"), *[n(k, text) for k, text in enumerate(words, 1)]]
        paper = Paper(parts, {}, "en", "KIR", "state")
        write_word(paper, FILES / name, Look(font="Calibri"))
        write_truth(name, "Last year's paper sent again with two paragraphs changed", [document(paper, name, DOCX)])
    same = [["list_styles.docx", "copy of list_styles.docx"], ["kiribati_2024.docx", "kiribati_2025.docx"], ["nhri_table.docx", "nhri_table.pdf"], ["note_verbale_en.pdf", "letter_en.docx"], ["note_verbale_fr.pdf", "letter_fr.txt"], ["note_verbale_es.pdf", "letter_es.docx"],
            ["arabic.docx", "arabic_office.pdf", "arabic_browser.pdf", "arabic_1256.txt", "arabic_iso.txt"], ["chinese.docx", "chinese_office.pdf", "chinese_gb18030.txt"],
            ["russian.doc", "russian_office.pdf", "russian_koi8.txt", "russian_1251.txt", "russian_866.txt"], ["french_1252.txt", "french_macroman.txt", "french_utf16.txt"], ["spanish_1252.txt", "spanish_utf8_bom.txt"]]  # fmt: skip
    (TRUTH.parent / "duplicates.json").write_text(json.dumps(same, indent=1) + "\n", encoding="utf-8")
