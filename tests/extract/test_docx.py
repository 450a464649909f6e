"""What the paragraphs, headings and tables of Word documents become, and which documents are refused."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest
from word_files import W, cell, level, paragraph, run, table, word_file, zip_file

from pipeline.content import Block, Extraction
from pipeline.errors import DamagedFile, DocumentError, LimitExceeded, NoText
from pipeline.extract import Extractor
from pipeline.extract.docx import read_docx
from pipeline.extract.settings import ExtractSettings

SHARED = Path(__file__).resolve().parents[2] / ".." / "shared" / "corpus" / "upr"


def read(body: str, **parts: str) -> Extraction:
    return read_docx(word_file(body, **parts), settings=ExtractSettings())


def kinds(blocks: tuple[Block, ...]) -> list[tuple[str, int | None, str]]:
    return [(block.kind, block.level, block.text) for block in blocks]


def style(style_id: str, name: str, more: str = "") -> str:
    return f'<w:style w:type="paragraph" w:styleId="{style_id}"><w:name w:val="{name}"/>{more}</w:style>'


def test_a_document_made_with_python_docx_is_read_in_order() -> None:
    made = docx.Document()
    made.core_properties.title, made.core_properties.author = "Submission of Arcadia", "Ministry of Labour"
    made.add_heading("Submission of Arcadia", level=0)
    made.add_heading("Shelter", level=1)
    made.add_paragraph("Two shelters were opened.")
    made.add_paragraph("Both are in the capital", style="List Bullet")
    made.sections[0].header.paragraphs[0].text = "Arcadia 2020"
    file = io.BytesIO()
    made.save(file)

    extraction = Extractor()(file.getvalue())
    assert kinds(extraction.blocks) == [
        ("title", None, "Submission of Arcadia"),
        ("heading", 1, "Shelter"),
        ("paragraph", None, "Two shelters were opened."),
        ("list_item", 1, "Both are in the capital"),
    ]
    assert extraction.properties == {"title": "Submission of Arcadia", "author": "Ministry of Labour"}
    assert extraction.furniture == ("Arcadia 2020",)
    assert extraction.pages is None


def test_a_heading_is_known_by_its_style_and_by_those_it_is_based_on() -> None:
    styles = (
        style("berschrift2", "heading 2")
        + style("Mine", "My headings", '<w:basedOn w:val="berschrift2"/>')
        + style("Outlined", "Outlined", '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>')
        + style("H1G", "_ H_1_G")
    )
    body = "".join(paragraph(name, style=name) for name in ("berschrift2", "Mine", "Outlined", "H1G"))
    assert [(block.kind, block.level) for block in read(body, styles=styles).blocks] == [
        ("heading", 2), ("heading", 2), ("heading", 3), ("heading", 2),
    ]  # fmt: skip


def test_styles_based_on_each_other_do_not_hang() -> None:
    circle = style("A", "A", '<w:basedOn w:val="B"/>') + style("B", "B", '<w:basedOn w:val="A"/>')
    assert kinds(read(paragraph("Text.", style="A"), styles=circle).blocks) == [("paragraph", None, "Text.")]


def test_a_short_bold_line_is_a_heading_and_a_bold_sentence_is_not() -> None:
    bold = "<w:b/>"
    body = (
        paragraph(content=run("Access to ", bold) + run("health", bold))
        + paragraph(content=run("All migrants have access to health care.", bold))
        + paragraph(content=run("Note ", bold) + run("that this is plain"))
    )
    assert [block.kind for block in read(body).blocks] == ["heading", "paragraph", "paragraph"]


def test_equal_looks_share_a_style_and_different_ones_do_not() -> None:
    big, small = '<w:b/><w:sz w:val="28"/>', '<w:b/><w:sz w:val="22"/>'
    body = "".join(paragraph(content=run(text, look)) for text, look in [("One", big), ("Two", small), ("Three", big)])
    first, second, third = (block.style for block in read(body).blocks)
    assert first == third != second


def test_typed_chapter_labels_make_headings() -> None:
    (heading, item) = read(paragraph("\tIV.\tSummary of replies") + paragraph("\t(a)\tTo ratify;")).blocks
    assert (heading.kind, heading.label, heading.text) == ("heading", "IV.", "Summary of replies")
    assert (item.kind, item.label, item.text) == ("list_item", "(a)", "To ratify;")


def test_an_entry_of_a_table_of_contents_is_no_heading() -> None:
    (entry,) = read(paragraph("I.\tIntroduction\t3", style="TOC1"), styles=style("TOC1", "toc 1")).blocks
    assert entry.kind == "other"


def test_a_table_becomes_rows_with_merged_cells_once() -> None:
    wide = cell("Theme: housing", properties='<w:gridSpan w:val="2"/>')
    tall = cell("North", properties='<w:vMerge w:val="restart"/>')
    below = cell("North", properties="<w:vMerge/>")
    rows = table([cell("Region"), cell("Shelters")], [wide], [tall, cell("3")], [below, cell("4", "since May")])
    blocks = read(rows).blocks
    assert [block.cells for block in blocks] == [
        ("Region", "Shelters"), ("Theme: housing",), ("North", "3"), ("", "4 since May"),
    ]  # fmt: skip
    assert all(block.kind == "table_row" and block.text == " | ".join(block.cells) for block in blocks)


def test_the_number_of_a_row_is_its_label() -> None:
    (row,) = read(table([cell("115.1 Ratify the Convention"), cell("Supported")])).blocks
    assert (row.label, row.cells) == ("115.1", ("Ratify the Convention", "Supported"))


def test_a_table_of_one_column_is_a_frame_around_paragraphs() -> None:
    blocks = read(table([cell("1. What was done?", "Two shelters were opened.")])).blocks
    assert [(block.kind, block.label) for block in blocks] == [("paragraph", "1."), ("paragraph", None)]


def test_a_table_in_a_table_is_read_once() -> None:
    inner = table([cell("deep"), cell("deeper")])
    (row,) = read(table([cell("left"), f"<w:tc>{inner}{paragraph()}</w:tc>"])).blocks
    assert row.cells == ("left", "deep | deeper")


def test_a_strict_document_is_read_like_any_other() -> None:
    packed = zipfile.ZipFile(io.BytesIO(word_file(paragraph("Strict text."))))
    strict = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    members = {name: packed.read(name).replace(W.encode(), strict) for name in packed.namelist()}
    assert Extractor()(zip_file(members)).blocks[0].text == "Strict text."


def test_a_number_of_a_heading_style_is_its_label() -> None:
    lists = (
        '<w:abstractNum w:abstractNumId="0">'
        + level(0, "upperRoman", "%1.", more='<w:pStyle w:val="H"/>')
        + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    styles = style("H", "heading 1", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
    (heading,) = read(paragraph("Introduction", style="H"), styles=styles, numbering=lists).blocks
    assert (heading.kind, heading.level, heading.label) == ("heading", 1, "I.")


def test_an_entity_is_never_expanded_nor_fetched(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("password")
    packed = zipfile.ZipFile(io.BytesIO(word_file(paragraph("Before") + paragraph("AFTER"))))
    members = {name: packed.read(name) for name in packed.namelist()}
    entity = f'<!DOCTYPE w [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'.encode()
    members["word/document.xml"] = entity + members["word/document.xml"].replace(b"AFTER", b"&x;")
    assert [block.text for block in Extractor()(zip_file(members)).blocks] == ["Before"]


def refused(data: bytes, **limits: int) -> DocumentError:
    with pytest.raises(DocumentError) as caught:
        Extractor(ExtractSettings(**limits))(data)
    return caught.value


def test_a_zip_bomb_is_refused_before_it_expands() -> None:
    bomb = word_file(paragraph("a" * 20_000_000))
    assert isinstance(refused(bomb), LimitExceeded)
    assert isinstance(refused(word_file(paragraph("a")), max_expanded_bytes=100), LimitExceeded)


def test_a_document_without_text_says_so() -> None:
    assert isinstance(refused(word_file(paragraph())), NoText)


def test_broken_xml_names_the_part() -> None:
    packed = zipfile.ZipFile(io.BytesIO(word_file(paragraph("Text"))))
    members = {name: packed.read(name) for name in packed.namelist()}
    error = refused(zip_file(members | {"word/document.xml": b"<w:document"}))
    assert isinstance(error, DamagedFile)
    assert "word/document.xml" in error.message


def test_a_document_cut_short_is_damaged() -> None:
    data = word_file(paragraph("Text"))
    assert isinstance(refused(data[: len(data) // 2]), DamagedFile)


def test_a_part_that_was_damaged_inside_the_archive_is_damaged() -> None:
    data = bytearray(word_file(paragraph("Text of some length, so that there is something to damage.")))
    place = data.find(b"word/document.xml") + len(b"word/document.xml")
    data[place + 20 : place + 60] = bytes(40)
    assert isinstance(refused(bytes(data)), DamagedFile)


@pytest.mark.shared
@pytest.mark.parametrize(
    ("file_name", "rows"),
    [
        ("UPR20__Slovenia_ThematicListRecommendations_E.docx", 201),
        ("UPR34_Slovenia_Thematic_list_of_Recommendations.docx", 269),
    ],
)
def test_a_real_list_of_recommendations_has_all_its_rows(file_name: str, rows: int) -> None:
    if not SHARED.is_dir():
        pytest.skip("the team's shared folder is not beside this checkout")
    blocks = Extractor()((SHARED / file_name).read_bytes()).blocks
    assert [block.kind for block in blocks] == ["table_row"] * rows
