"""Questionnaires, unnumbered papers with bullets, tables, a joint statement, columns by a browser."""
# ruff: noqa: E501 (texts and markup are read more easily whole)

from __future__ import annotations

import datetime
import tempfile
import zipfile
from pathlib import Path

import docx
from docx.shared import Pt

from .model import FILES, Paper, Part, b, document, h, letter, n, p, row, title, write_truth
from .ooxml import Look, write_word
from .programs import browser, office, pack
from .reports import PDF, pages
from .varied import paragraphs
from .web import page
from .word_papers import DOCX

QUESTIONS = [
    ("1. Which laws protect migrants from arbitrary arrest in your country?",
     "Article 14 of the Constitution of Paraguay and Act 6984/22 on migration. An order of arrest must be signed by a judge, and a copy is handed to the person in a language known to him or her."),
    ("2. Please describe the measures taken to ensure access to health care, including for those in an irregular situation.",
     "Primary care, vaccination and childbirth are free of charge. In 2024 the public network attended 48,116 persons without documents."),
    ("3. Are there firewalls between service providers and immigration authorities?",
     "Yes. Decree 512 of 2023 forbids hospitals and schools to hand over personal data."),
    ("4. What obstacles remain?", "Distances in the Chaco are long, and there are only 22 interpreters of Guaraní sign language."),
]  # fmt: skip
BOLD_QUESTIONS = [
    ("Question 1: What steps were taken to prevent deaths at sea?",
     ["Malta operates four patrol boats and one aircraft. They answered 214 calls in 2024.", "Merchant ships are thanked by letter and refunded for the fuel that they used."]),
    ("Question 2: How are rescued children received?", ["They sleep in a house of their own, near the school of Hal Far, and a guardian is named within two days."]),
    ("Question 3: How many appeals were decided, and how long did they take?", ["The tribunal decided 1,003 appeals.[^1] The median was 74 days.", "Forty-one cases are pending."]),
]  # fmt: skip


def build() -> None:
    """Write the forms and the papers without numbers."""
    _questionnaire_word()
    _questionnaire_pdf()
    _questionnaire_bold()
    _bullets()
    _institution()
    _joint()
    _columns()


def _questionnaire_word() -> None:
    paper = docx.Document()
    paper.core_properties.created = paper.core_properties.modified = datetime.datetime(2025, 3, 14)
    paper.add_heading("Questionnaire on the human rights of migrants: reply of Paraguay", 1)
    table = paper.add_table(rows=1, cols=3)
    table.style = "Table Grid"
    merged = table.rows[0].cells[0].merge(table.rows[0].cells[2])
    merged.text = "Part A. Law and practice"
    for question, answer in QUESTIONS:
        cells = table.add_row().cells
        cells[0].text = question
        cells[1].merge(cells[2]).text = answer
    tail = table.add_row().cells
    tail[0].text, tail[1].text, tail[2].text = "Contact", "Directorate of Human Rights", "ddhh@mre.example"
    paper.add_paragraph("Asunción, 14 March 2025").runs[0].font.size = Pt(9)
    name = "questionnaire_table.docx"
    paper.save(str(FILES / name))
    with zipfile.ZipFile(FILES / name) as archive:
        members = {entry: archive.read(entry) for entry in archive.namelist()}
    pack(FILES / name, members)
    parts = [h("Questionnaire on the human rights of migrants: reply of Paraguay"), row("Part A. Law and practice"), *[row(*pair) for pair in QUESTIONS],
             row("Contact", "Directorate of Human Rights", "ddhh@mre.example"), letter("Asunción, 14 March 2025")]  # fmt: skip
    facts = Paper(parts, {}, "en", "PRY", "state")
    write_truth(name, "Questionnaire in a table with merged cells, by python-docx", [document(facts, name, DOCX)])


def _questionnaire_pdf() -> None:
    rows = [row("Question", "Answer", head=True)]
    rows += [row("Is the right to family reunification guaranteed?", "Yes, after one year of residence. Spouses of the same sex are included since 2021."),
             row("Which authority grants work permits, and within what time?", "The Agencia de Migración, within thirty days. In 2024 it granted 7,118 permits and refused 402."),
             row("Describe the complaint mechanisms.", "A hotline, a web form in English, French and Haitian Creole, and a counter in each province."),
             row("Good practices", "The programme for the children of cane cutters, evaluated in 2023, reached 96 per cent of the settlements named in the survey of 2019.")]  # fmt: skip
    parts = [
        title("Reply of the Dominican Republic to the questionnaire of the Special Rapporteur"),
        *rows,
        p("The annexes were sent by separate mail."),
    ]
    _by_office(
        "questionnaire_table.pdf",
        "Questionnaire in a ruled table of two columns, PDF by LibreOffice",
        Paper(parts, {}, "en", "DOM", "state"),
        Look(font="Liberation Sans"),
    )


def _questionnaire_bold() -> None:
    parts = [title("Malta: inputs to the report on deaths at sea")]
    for question, answers in BOLD_QUESTIONS:
        parts += [Part("question", f"**{question}**"), *map(p, answers)]
    notes = {"1": ("1", "Figures of the Immigration Appeals Board.")}
    paper = Paper(parts, notes, "en", "MLT", "state")
    name = "questionnaire_bold.docx"
    write_word(paper, FILES / name, Look(font="Arial"))
    paper.parts = [Part("heading", part.text.strip("*")) if part.kind == "question" else part for part in parts]
    write_truth(name, "Bold questions, answers below them", [document(paper, name, DOCX)])


def _bullets() -> None:
    texts = paragraphs(16, 81)
    parts = [title("Pacific Families Without Borders: written contribution"), h("Who we are", 1), p("Pacific Families Without Borders is an association registered in Auckland. It has 340 members and no paid staff."), p(texts[0]),
             h("Seasonal schemes", 1), p("Workers told us about three problems:"), b(texts[1]), b(texts[2]), b("Deductions from wages – for transport, bedding and “administration” – that nobody explains;"),
             p(texts[3]), p(texts[4]), h("Families left behind", 1), p(texts[5]), p(texts[6]), p(texts[7]), b(texts[8], "–"), b(texts[9], "–"), p(texts[10]), h("Recommendations", 1),
             p("We call on the Governments concerned:"), Part("body", "To let workers change employers without losing their visa;", "(a)", "(a)", 2), Part("body", "To pay for one visit home a season;", "(b)", "(b)", 2),
             Part("body", "To publish the list of approved employers.", "(c)", "(c)", 2), p(texts[11])]  # fmt: skip
    paper = Paper(parts, {}, "en", None, "ngo", None, ("Pacific Families Without Borders | contribution |",))
    _by_office(
        "ngo_bullets.pdf",
        "Unnumbered NGO paper with bullets, dashes and lettered items",
        paper,
        Look(font="Carlito", size=22, footer="Pacific Families Without Borders | contribution |"),
    )


def _institution() -> None:
    texts = paragraphs(8, 91)
    rows = [
        row("Complaints received", "2022", "2023", "2024", head=True),
        row("Detention", "41", "38", "29"),
        row("Wages", "117", "160", "204"),
        row("Schooling", "12", "9", "15"),
        row("All complaints", "170", "207", "248"),
    ]
    parts = [title("Submission by the National Human Rights Commission of Nepal"), p("The Commission is accredited with A status and submits the present information in its own name."), h("Complaints"), p(texts[0]), *rows,
             p("Source: database of the Commission."), h("Visits"), n(1, texts[1]), n(2, texts[2] + "[^1]"), n(3, texts[3]), h("Follow-up"), n(4, texts[4]), n(5, texts[5])]  # fmt: skip
    notes = {"1": ("1", "The report on the visit is available from the Commission on request.")}
    paper = Paper(parts, notes, "en", "?", "nhri")
    name = "nhri_table.docx"
    write_word(paper, FILES / name, Look(font="Calibri", footer="NHRC Nepal"))
    write_truth(
        name,
        "Paper of a national human rights institution with a table of figures",
        [document(paper, name, DOCX, forbidden=["NHRC Nepal"])],
    )
    _by_office(
        "nhri_table.pdf",
        "The same as a PDF: ruled table of figures between paragraphs",
        paper,
        Look(font="Liberation Sans", footer="NHRC Nepal, page", note_size=None),
    )


def _joint() -> None:
    parts = [title("Joint statement on the protection of migrants in transit"), p("Delivered by Costa Rica on behalf of Costa Rica, Panama, Colombia and Chile"),
             p("We, the Governments of Costa Rica, Panama, Colombia and Chile, express our concern at the number of families who cross the Darién on foot."),
             p("Together we have opened four information points, staffed by 86 officials, and we share the costs in equal parts."), h("Panama"), p("Panama adds that its border service carried 1,210 children to safety in 2023."),
             h("Chile"), p("Chile wishes to place on record that it received the group’s expert meeting in Arica on 4 and 5 June 2024."), h("Commitments"),
             p("We shall exchange lists of missing persons once a month, and we shall report jointly in 2026.")]  # fmt: skip
    paper = Paper(parts, {}, "en", "?", "state")
    name = "joint_statement.docx"
    write_word(paper, FILES / name, Look(font="Times New Roman"))
    spoken = {"Panama adds": "PAN", "Chile wishes": "CHL"}
    write_truth(
        name,
        "Four States speak together; two have sections of their own",
        [document(paper, name, DOCX, speakers=spoken)],
    )


def _columns() -> None:
    texts = paragraphs(22, 101)
    parts = [
        title("Observatory of Domestic Work: factsheet on Lebanon"),
        h("Sponsorship", 2),
        *map(p, texts[:7]),
        h("Wages and rest", 2),
        *map(p, texts[7:15]),
        h("Shelters and returns", 2),
        *map(p, texts[15:]),
    ]
    paper = Paper(parts, {}, "en", None, None)
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "columns.html"
        source.write_text(
            page(paper, font="Liberation Sans", more="column-count:2;column-gap:9mm;text-align:justify"),
            encoding="utf-8",
        )
        name = "two_columns_browser.pdf"
        browser(source, FILES / name)
    write_truth(
        name,
        "Two columns by Chromium, justified, title in the first column",
        [document(paper, name, PDF, pages=pages(FILES / name))],
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
