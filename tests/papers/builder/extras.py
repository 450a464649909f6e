"""What else arrives: styles that count, CID fonts, drafts with watermark or line numbers, long tables, mixed papers."""
# ruff: noqa: E501 (texts and markup are read more easily whole)

from __future__ import annotations

import datetime
import io
import tempfile
import zipfile
from pathlib import Path

import docx
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from . import tongues as t
from .languages import _paper
from .model import (
    FILES,
    Paper,
    Part,
    b,
    document,
    h,
    n,
    p,
    plain,
    row,
    title,
    write_truth,
)
from .ooxml import Look, write_word
from .programs import office, pack
from .reports import PDF, pages
from .typeset import Style, Typesetter
from .varied import paragraphs
from .word_papers import DOCX


def build() -> None:
    """Write the further papers."""
    _list_styles()
    _chinese_cid()
    _numbered_headings()
    _columns_by_hand()
    _line_numbers()
    _long_table()
    _three_columns()
    _indents()
    _mixed()


def _clean(paper: docx.document.Document, name: str) -> None:
    paper.core_properties.created = paper.core_properties.modified = datetime.datetime(2025, 3, 14)
    held = io.BytesIO()
    paper.save(held)
    with zipfile.ZipFile(held) as archive:
        pack(FILES / name, {entry: archive.read(entry) for entry in archive.namelist()})


def _list_styles() -> None:
    texts = paragraphs(9, 201)
    paper = docx.Document()
    paper.sections[0].header.paragraphs[0].text = "Montenegro – written replies"
    paper.add_heading("Written replies of Montenegro", 0)
    paper.add_heading("Access to justice", 1)
    for text in texts[:3]:
        paper.add_paragraph(text, style="List Number")
    paper.add_heading("Services", 1)
    for text in texts[3:5]:
        paper.add_paragraph(text, style="List Number")
    for text in texts[5:7]:
        paper.add_paragraph(text, style="List Bullet")
    paper.add_paragraph(texts[7], style="Intense Quote")
    closing = paper.add_paragraph("The Ministry thanks the 12")
    closing.add_run("th").font.superscript = True
    closing.add_run(" session for its questions. ").bold = True
    closing.add_run("Podgorica, 2025.").italic = True
    parts = [title("Written replies of Montenegro"), h("Access to justice"), *[n(k, x) for k, x in enumerate(texts[:3], 1)], h("Services"), *[n(k, x) for k, x in enumerate(texts[3:5], 4)], *map(b, texts[5:7]), p(texts[7]),
             p("The Ministry thanks the 12th session for its questions. Podgorica, 2025.")]  # fmt: skip
    name = "list_styles.docx"
    _clean(paper, name)
    write_truth(
        name,
        "Word file by python-docx: numbers and bullets that come from paragraph styles",
        [document(Paper(parts, {}, "en", "MNE", "state"), name, DOCX, nowhere=["Montenegro – written replies"])],
    )


def _chinese_cid() -> None:
    paper = _paper(
        "越南常驻代表团提交的书面材料",
        t.ZH_HEADS,
        [text.replace("该国", "越南") for text in t.ZH],
        {},
        "zh",
        "VNM",
        ("一、", "二、", "三、", "四、"),
    )
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    name = "chinese_cid.pdf"
    canvas = Canvas(str(FILES / name), pagesize=A4, invariant=1)
    y = 770.0
    for part in paper.parts:
        size = {"title": 18, "heading": 14}.get(part.kind, 11)
        line = f"{part.label or ''}{plain(part.text)}"
        line = line if part.kind != "body" else f"{part.label}  {plain(part.text)}"
        while line:
            room = int(430 / size)
            canvas.setFont("STSong-Light", size)
            canvas.drawString(80, y, line[:room])
            line, y = line[room:], y - size * 1.6
        y -= 8
    canvas.save()
    write_truth(
        name,
        "Chinese PDF by reportlab in a CID font that is not embedded, words cut at line ends",
        [document(paper, name, PDF, pages=1)],
    )


def _numbered_headings() -> None:
    texts = paragraphs(16, 211)
    parts = [title("Migrant Justice Alliance: joint submission on Trinidad and Tobago"), h("Introduction", 1, "1."), p(texts[0]), p(texts[1]), h("Legal framework", 1, "2."), h("Entry and stay", 2, "2.1"), p(texts[2]), p(texts[3] + "[^1]"),
             h("Deportation", 2, "2.2"), *map(p, texts[4:8]), h("Children", 1, "3."), h("School places in Port of Spain and in the southern districts of the island", 2, "3.1"), *map(p, texts[8:11]), h("Recommendations", 1, "4."),
             Part("body", "Ratify the 1954 Convention;", "i", "i.", 2), Part("body", "Register all births;", "ii", "ii.", 2), Part("body", "Close the heliport facility.", "iii", "iii.", 2), *map(p, texts[11:14])]  # fmt: skip
    notes = {"1": ("1", "Immigration Act, chap. 18:01, sect. 9.")}
    _by_office(
        "numbered_headings.pdf",
        "NGO paper whose headings are numbered and whose paragraphs are not; roman items",
        Paper(parts, notes, "en", None, "ngo"),
        Look(font="Carlito", size=22, footer="MJA – p."),
    )


def _columns_by_hand() -> None:
    texts = paragraphs(24, 221)
    notes = {str(k): (str(k), text) for k, text in enumerate(paragraphs(5, 222), 1)}
    parts = [title("Draft observations by Finland")]
    for number, text in enumerate(texts, 1):
        if number in (1, 9, 17):
            parts.append(
                h(
                    {
                        1: "Asylum and stay",
                        9: "Berry pickers and other seasonal workers from abroad",
                        17: "Deportation flights",
                    }[number],
                    1,
                    {1: "I.", 9: "II.", 17: "III."}[number],
                )
            )
        if number % 5 == 2:
            text = text.replace(" ", f"[^{number // 5 + 1}] ", 1) if number == 12 else f"{text}[^{number // 5 + 1}]"
        if number in (6, 19):
            text += f" The same holds for what is said in paragraph \n{number + 9}. of the annex, which concerns \n3.2 per cent of all cases."
        parts.append(n(number, text))
    paper = Paper(parts, notes, "en", "FIN", "state", None, ("DRAFT", "Finland – draft of 3 March"))
    name = "columns_by_hand.pdf"
    style = Style(
        face="serif",
        size=9.5,
        leading=11.5,
        left=56,
        right=56,
        columns=2,
        justified=True,
        header="Finland – draft of 3 March",
        footer=" ",
        watermark="DRAFT",
    )
    count = Typesetter(paper, style, FILES / name).run()
    write_truth(
        name,
        "Two columns with numbered paragraphs, notes at the foot of each column, watermark, lines that begin with figures",
        [document(paper, name, PDF, pages=count)],
    )


def _line_numbers() -> None:
    texts = paragraphs(20, 231)
    parts = [title("Advance unedited contribution of Bhutan"), *[n(k, text) for k, text in enumerate(texts, 1)]]
    _by_office(
        "line_numbers.pdf",
        "Draft with line numbers in the margin",
        Paper(parts, {}, "en", "BTN", "state"),
        Look(font="Liberation Serif", size=24, line_numbers=True, justified=False),
    )


def _long_table() -> None:
    chance = paragraphs(34, 241)
    rows = [row("No.", "Recommendation", "Position", head=True)]
    rows += [
        row(f"{140 + k // 20}.{k % 20 + 1}", text.split(". ")[0] + ".", "Supported" if k % 3 else "Noted")
        for k, text in enumerate(chance)
    ]
    parts = [
        title("Addendum: views on conclusions and recommendations, submitted by Suriname"),
        p("Suriname has examined all recommendations. Its position on each of them is shown below."),
        *rows,
        p("Suriname will report on implementation in 2027."),
    ]
    _by_office(
        "long_table.pdf",
        "Table of 34 rows over pages whose head is repeated, cells of several lines",
        Paper(parts, {}, "en", "SUR", "state"),
        Look(font="Liberation Sans", footer="Suriname – addendum, page"),
    )


def _three_columns() -> None:
    asked = [
        ("1", "Has the State ratified Convention No. 189?", "Yes, in 2021. Grenada reports every three years."),
        ("2", "Is there a hotline?", "Yes: 5-HELP."),
        ("3", "How many visas were issued to artists?", "212 in 2024."),
    ]
    rows = [row("No.", "Question", "Reply of the Government of Grenada", head=True), *[row(*cells) for cells in asked]]
    parts = [title("Questionnaire"), *rows, p("Done at Saint George’s on 2 April 2025.")]
    name = "questionnaire_three_columns.docx"
    paper = Paper(parts, {}, "en", "GRD", "state")
    write_word(paper, FILES / name, Look(font="Arial"))
    write_truth(
        name,
        "Questionnaire in three columns: number, question, reply; the State stands in the head of the column",
        [document(paper, name, DOCX)],
    )


def _indents() -> None:
    texts = paragraphs(18, 251)
    parts = [title("Observations of the Ombudsperson of the Republic of North Macedonia"), h("THE MANDATE OF THE OMBUDSPERSON", 1), *map(p, texts[:5]), h("VISITS TO THE BORDER CROSSINGS AT TABANOVCE AND GEVGELIJA", 1), *map(p, texts[5:12]),
             h("CONCLUSIONS", 1), *map(p, texts[12:])]  # fmt: skip
    look = Look(font="Liberation Serif", size=22, first_line=500, centred=True, footer="Ombudsperson · Skopje ·")
    _by_office(
        "indents.pdf",
        "Paragraphs told apart by the indent of their first line alone, centred headings in capitals",
        Paper(parts, {}, "en", "?", "nhri"),
        look,
    )


def _mixed() -> None:
    parts = [title("Cabo Verde: contribution in three languages"), h("English"), p(paragraphs(1, 261)[0]), h("Français"), p(plain(t.FR[1]).replace("275 000", "12 400")), p(plain(t.FR[6])), h("Español"), p(plain(t.ES[5])), h("Português"),
             p("O Governo de Cabo Verde abriu, em 2024, dois centros de acolhimento para trabalhadores estrangeiros e as suas famílias nas ilhas de Santiago e do Sal."), h("العربية"), p(plain(t.AR[5])), h("English again"), *map(p, paragraphs(6, 262)[1:])]  # fmt: skip
    spoken = {
        "275": "fr",
        "12 400": "fr",
        "Aucun mineur": "fr",
        "Ningún niño": "es",
        "O Governo de Cabo": "other",
        "يلتحق": "ar",
        paragraphs(6, 262)[2][:30]: "en",
    }
    del spoken["275"]
    paper = Paper(parts, {}, "en", "CPV", "state")
    name = "mixed_languages.docx"
    write_word(paper, FILES / name, Look(font="Noto Sans"))
    write_truth(
        name,
        "Paper in English, French, Spanish, Arabic and a language that is none of the six",
        [document(paper, name, DOCX, tongues=spoken)],
    )


def _by_office(name: str, purpose: str, paper: Paper, look: Look) -> None:
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "paper.docx"
        write_word(paper, source, look)
        office(source, "pdf", FILES / name)
    write_truth(
        name,
        purpose,
        [document(paper, name, PDF, pages=pages(FILES / name), forbidden=[look.footer] if look.footer else [])],
    )
