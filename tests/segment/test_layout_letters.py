"""Letters and short papers: what frames their text is told from it, in real PDF files and in blocks."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pytest
from reportlab.lib.pagesizes import LETTER
from reportlab.pdfgen.canvas import Canvas

from pipeline.content import Block
from pipeline.extract.pdf import read_pdf
from pipeline.extract.settings import ExtractSettings
from pipeline.segment.layout import Layout, lines_to_blocks, mark_letter_parts

LEFT, RIGHT, TOP = 72.0, 540.0, 700.0
TEXT = (
    "The Ministry opened reception centres in the northern provinces and trained the",
    "officers who work there, so that families are registered within a day and sent",
    "on to the schools nearby.",
)
PROSE = Block("The Ministry opened three reception centres in the northern provinces.")


class Sheet:
    """A PDF in the making: lines from the top down, each `gap` lines below the one before."""

    def __init__(self) -> None:
        self._buffer = io.BytesIO()
        self._canvas = Canvas(self._buffer, pagesize=LETTER, invariant=1)
        self._y = TOP

    def put(self, text: str, *, font: str = "Times-Roman", size: float = 11, at: str = "left", gap: float = 1) -> Sheet:
        self._y -= 1.25 * size * gap
        self._canvas.setFont(font, size)
        draw = {"left": self._canvas.drawString, "right": self._canvas.drawRightString}
        if at == "centre":
            self._canvas.drawCentredString((LEFT + RIGHT) / 2, self._y, text)
        else:
            draw[at](LEFT if at == "left" else RIGHT, self._y, text)
        return self

    def prose(self, times: int = 1) -> Sheet:
        for _ in range(times):
            for place, row in enumerate(TEXT):
                self.put(row, gap=1 if place else 2)
        return self

    def running(self, text: str, *, y: float) -> Sheet:
        self._canvas.setFont("Times-Roman", 8)
        self._canvas.drawString(LEFT, y, text)
        return self

    def new_page(self) -> Sheet:
        self._canvas.showPage()
        self._y = TOP
        return self

    def layout(self) -> Layout:
        self._canvas.save()
        return lines_to_blocks(read_pdf(self._buffer.getvalue(), settings=ExtractSettings(max_pages=5)))


def kinds(blocks: Sequence[Block]) -> list[tuple[str, str]]:
    return [(block.kind, block.text[:24]) for block in blocks]


def test_a_one_page_letter_keeps_only_its_text_as_paragraphs() -> None:
    sheet = Sheet().put("Ministry of Labour", font="Times-Bold", at="centre").put("12 Harbour Street", at="centre")
    sheet.put("Tel. +41 22 123 45 67", at="centre").put("Ref. 123/2020", gap=3)
    sheet.put("Tessara, 12 March 2020", at="right").put("Dear Sir or Madam,", gap=2).prose(2)
    sheet.put("Yours sincerely,", gap=2).put("Anna Keller", gap=3).put("Director")
    assert kinds(sheet.layout().blocks) == [
        ("letterhead", "Ministry of Labour"),
        ("letterhead", "12 Harbour Street"),
        ("letterhead", "Tel. +41 22 123 45 67"),
        ("letterhead", "Ref. 123/2020"),
        ("letterhead", "Tessara, 12 March 2020"),
        ("other", "Dear Sir or Madam,"),
        ("paragraph", TEXT[0][:24]),
        ("paragraph", TEXT[0][:24]),
        ("other", "Yours sincerely,"),
        ("other", "Anna Keller Director"),
    ]


def test_a_centred_title_stands_apart_from_the_headings_below_it() -> None:
    sheet = Sheet().put("Contribution of the Harbour Network", font="Times-Bold", at="centre")
    sheet.put("At sea", font="Times-Bold", gap=2).prose().put("On land", font="Times-Bold", gap=2).prose()
    assert [block.kind for block in sheet.layout().blocks] == ["title", "heading", "paragraph", "heading", "paragraph"]


def test_lines_that_return_on_both_pages_of_a_paper_are_furniture() -> None:
    sheet = Sheet()
    for page in (1, 2):
        sheet.running("Harbour Network", y=760).running(f"5 Quay Road · Page {page} of 2", y=30).prose(4).new_page()
    layout = sheet.layout()
    assert layout.furniture == ("Harbour Network", "5 Quay Road · Page 1 of 2", "5 Quay Road · Page 2 of 2")
    assert {block.text for block in layout.blocks} == {" ".join(TEXT)}


def test_the_first_lines_of_two_pages_that_begin_alike_stay_text() -> None:
    layout = Sheet().prose(3).new_page().prose(3).layout()
    assert (len(layout.blocks), layout.furniture) == (6, ())


@pytest.mark.parametrize("number", ["1", "- 1 -", "1/1", "Page 1 of 1", "Página 1 de 1"])
def test_a_page_number_is_furniture_even_on_a_single_page(number: str) -> None:
    layout = Sheet().running(number, y=30).prose(3).layout()
    assert (len(layout.blocks), layout.furniture) == (3, (number,))


def test_decimals_below_a_numbered_heading_are_numbers() -> None:
    sheet = Sheet()
    for chapter in (1, 2):
        sheet.put(f"{chapter}. Law and practice", font="Times-Bold", gap=2)
        sheet.put(f"{chapter}.1 The law was amended in every province of the country last year.", gap=2)
        sheet.put(f"{chapter}.2 A second law is in preparation.", gap=2)
    assert [block.label for block in sheet.layout().blocks] == ["1.", "1.1", "1.2", "2.", "2.1", "2.2"]


def test_a_bullet_set_as_the_letter_o_is_no_letter() -> None:
    layout = Sheet().prose().put("We ask the State to:", gap=2).put("o End detention;", gap=1.5).layout()
    assert (layout.blocks[-1].kind, layout.blocks[-1].label) == ("list_item", "•")


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Permanent Mission of Tessaronia", "letterhead"),
        ("Ministerio de Relaciones Exteriores", "letterhead"),
        ("Ref. 123/2020", "letterhead"),
        ("Note verbale No. 45/2020", "letterhead"),
        ("Fait à Berne, le 3 mai 2020", "letterhead"),
        ("Montelar, 5 de junio de 2020.", "letterhead"),
        ("Réponses de Valquereuse au questionnaire", "title"),
        ("Excellency,", "other"),
        ("Monsieur le Rapporteur spécial,", "other"),
        ("Estimado señor Relator:", "other"),
    ],
)
def test_a_line_above_the_text_is_known_by_its_words(line: str, kind: str) -> None:
    assert [block.kind for block in mark_letter_parts([Block(line), PROSE])] == [kind, "paragraph"]


@pytest.mark.parametrize(
    "text",
    [
        "We opened in March 2020.",
        "No 5 centres were opened",
        "Dear memories were all they carried.",
        "In Geneva, migrants met the Ministry of Labour.",
        "Yes",
    ],
)
def test_what_could_be_text_stays_text(text: str) -> None:
    assert {block.kind for block in mark_letter_parts([Block(text), PROSE, Block(text), PROSE])} == {"paragraph"}


@pytest.mark.parametrize(
    "close",
    [
        "Kind regards",
        "Cordialement,",
        "Le saluda atentamente,",
        "Veuillez agréer, Monsieur, l’expression de ma considération.",
        "The Mission avails itself of this opportunity to renew the assurances of its highest consideration.",
    ],
)
def test_a_close_with_its_signature_is_no_statement(close: str) -> None:
    blocks = [PROSE, Block(close), Block("Smith", kind="heading", label="J."), Block("Tessara, 3 May 2020")]
    marked = mark_letter_parts(blocks)
    assert [block.kind for block in marked] == ["paragraph", "other", "other", "other"]
    assert marked[2].text == "J. Smith"


def test_a_heading_below_a_close_opens_the_annex() -> None:
    blocks = [PROSE, Block("Kind regards,"), Block("Anna Keller"), Block("Answers", kind="heading"), PROSE]
    assert [block.kind for block in mark_letter_parts(blocks)] == [
        "paragraph",
        "other",
        "other",
        "heading",
        "paragraph",
    ]


def test_a_paper_of_short_lines_alone_is_left_as_it_is() -> None:
    blocks = tuple(Block(text) for text in ("Ministry of Labour", "Geneva", "Ref. 1/2020"))
    assert mark_letter_parts(blocks) == blocks


@pytest.mark.parametrize(
    ("lines", "kinds"),
    [
        (["Republic of Tessaronia", "Ministry of Labour"], ["letterhead", "letterhead"]),
        (["Republic of Tessaronia", "Contribution to the report"], ["letterhead", "title"]),
        (
            ["Republic of Tessaronia", "Contribution to the report", "General information"],
            ["letterhead", "title", "heading"],
        ),
        (["Republic of Tessaronia", "Work at sea"], ["letterhead", "heading"]),
    ],
)
def test_the_last_line_above_a_plain_text_is_a_heading_unless_it_names_office_or_paper(
    lines: list[str], kinds: list[str]
) -> None:
    # The reader of plain text takes the last of them for a heading, since it stands alone above a paragraph.
    head = [*map(Block, lines[:-1]), Block(lines[-1], kind="heading", style="short")]
    blocks = [*head, PROSE, Block("Homes", kind="heading", style="short"), PROSE]
    assert [block.kind for block in mark_letter_parts(blocks)[: len(head)]] == kinds
