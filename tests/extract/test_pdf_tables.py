"""Ruled tables of PDFs: small ones drawn by reportlab."""

from __future__ import annotations

import io
from collections.abc import Callable

import pypdfium2 as pdfium
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from pipeline.content import Extraction
from pipeline.extract.pdf import read_pdf
from pipeline.extract.pdf_tables import count_rules
from pipeline.extract.settings import ExtractSettings

Drawing = Callable[[Canvas], None]


def drawn(*pages: Drawing, turn: int = 0) -> bytes:
    """Draw pages with y from the top."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, bottomup=0, invariant=True)
    for page in pages:
        canvas.setPageRotation(turn)
        canvas.setFont("Helvetica", 10)
        page(canvas)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def read(data: bytes) -> Extraction:
    return read_pdf(data, settings=ExtractSettings())


def rules(canvas: Canvas, ys: list[float], xs: list[float] | None = None) -> None:
    """Draw rules at these heights and between them at these places across."""
    xs = xs or [60, 200, 340]
    for y in ys:
        canvas.line(xs[0], y, xs[-1], y)
    for x in xs:
        canvas.line(x, ys[0], x, ys[-1])


def shape(extraction: Extraction) -> list[list[int]]:
    return [[len(row) for row in table.rows] for table in extraction.tables]


def test_rules_in_both_directions_make_cells() -> None:
    def page(canvas: Canvas) -> None:
        rules(canvas, [100, 120, 150])
        canvas.drawString(64, 114, "Year")
        canvas.drawString(204, 114, "Visas")

    extraction = read(drawn(page))
    assert shape(extraction) == [[2, 2]]
    first = extraction.tables[0].rows[0][0]
    assert (first.page, first.x0, first.y0, first.x1, first.y1) == pytest.approx((1, 60, 100, 200, 120), abs=1)


def test_a_frame_around_text_is_no_table() -> None:
    def page(canvas: Canvas) -> None:
        rules(canvas, [100, 200], [60, 340])
        canvas.drawString(64, 114, "This box stands in the middle of the page.")

    assert read(drawn(page)).tables == ()


def test_columns_of_text_between_rules_are_no_table() -> None:
    def page(canvas: Canvas) -> None:
        rules(canvas, [60, 800])
        canvas.drawString(64, 114, "A column of the newsletter")

    assert read(drawn(page)).tables == ()


def test_a_cell_over_several_columns_is_one_cell() -> None:
    def page(canvas: Canvas) -> None:
        rules(canvas, [120, 140, 160])
        canvas.rect(60, 100, 280, 20)
        canvas.drawString(64, 114, "Permits by year and kind")

    assert shape(read(drawn(page))) == [[1, 2, 2]]


def test_a_row_that_the_page_cuts_is_open_at_its_foot() -> None:
    def page(canvas: Canvas) -> None:
        rules(canvas, [700, 720])
        for x in (60, 200, 340):
            canvas.line(x, 720, x, 780)
        canvas.drawString(64, 734, "The office opened")

    table = read(drawn(page)).tables[0]
    assert [round(row[0].y1) for row in table.rows] == [720, 780]


def test_a_line_that_runs_over_a_border_is_parted_there() -> None:
    def page(canvas: Canvas) -> None:
        rules(canvas, [100, 120, 140], [60, 200, 204, 340])
        canvas.drawString(180, 114, "2019")
        canvas.drawString(206, 114, "2020")
        canvas.drawString(64, 134, "Permits")

    extraction = read(drawn(page))
    assert {"2019", "2020"} <= {line.text for line in extraction.lines}


def underlined(canvas: Canvas) -> None:
    canvas.drawString(64, 114, "A heading with a rule below it")
    for y in (118, 300, 500, 520, 780):
        canvas.line(60, y, 340, y)


def frames(canvas: Canvas) -> None:
    canvas.drawString(64, 114, "Two frames below one another")
    canvas.rect(60, 100, 280, 80)
    canvas.rect(60, 300, 280, 80)
    canvas.line(60, 90, 340, 90)
    canvas.line(60, 400, 340, 400)


def shaded(canvas: Canvas) -> None:
    canvas.setFillGray(0.9)
    for y in range(100, 300, 20):
        canvas.rect(60 + y / 10, y, 280, 14, stroke=0, fill=1)
    canvas.setFillGray(0)
    canvas.drawString(64, 114, "Text on a coloured ground")


@pytest.mark.parametrize("page", [underlined, frames, shaded])
def test_pages_without_a_grid_are_not_looked_at_twice(page: Drawing) -> None:
    document = pdfium.PdfDocument(drawn(page))
    try:
        assert count_rules(document[0]) == 0
    finally:
        document.close()


def test_more_paths_than_a_table_has_are_a_drawing() -> None:
    def page(canvas: Canvas) -> None:
        canvas.drawString(64, 50, "A map")
        for place in range(1600):
            canvas.line(60, 100 + place / 4, 340, 100 + place / 4)
            canvas.line(60 + place / 4, 100, 60 + place / 4, 500)

    assert read(drawn(page)).tables == ()
