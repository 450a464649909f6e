"""OpenDocument texts made by hand, part by part, and one paper that LibreOffice wrote."""

from __future__ import annotations

from pathlib import Path

import pytest
from word_files import zip_file

from pipeline.content import Block, Extraction, Mark, Note
from pipeline.errors import DamagedFile, DocumentError, LimitExceeded, LockedFile, NoText
from pipeline.extract import Extractor
from pipeline.extract.odt import read_odt
from pipeline.extract.settings import ExtractSettings

OFFICE = Path(__file__).parent / "office"
OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{OASIS}{local}:1.0"'
    for prefix, local in (
        ("office", "office"), ("style", "style"), ("text", "text"), ("table", "table"), ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"), ("meta", "meta"), ("manifest", "manifest"), ("svg", "svg-compatible"),
    )
) + ' xmlns:dc="http://purl.org/dc/elements/1.1/"'  # fmt: skip


def part(root: str, xml: str) -> str:
    return f"<office:{root} {NAMESPACES}>{xml}</office:{root}>"


def odt_file(body: str, *, styles: str = "", pages: str = "", meta: str = "", **parts: str) -> bytes:
    members: dict[str, str | bytes] = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": part("document-content", f"<office:body><office:text>{body}</office:text></office:body>"),
        "styles.xml": part(
            "document-styles",
            f"<office:styles>{styles}</office:styles><office:master-styles>{pages}</office:master-styles>",
        ),
        "meta.xml": part("document-meta", f"<office:meta>{meta}</office:meta>"),
    }
    return zip_file(members | parts)


def read(body: str, **parts: str) -> Extraction:
    return read_odt(odt_file(body, **parts), settings=ExtractSettings())


def p(text: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def h(text: str, level: int = 1, style: str = "H", more: str = "") -> str:
    return f'<text:h text:style-name="{style}" text:outline-level="{level}" {more}>{text}</text:h>'


def listed(*items: str, more: str = 'text:style-name="L"') -> str:
    return f"<text:list {more}>{''.join(f'<text:list-item>{item}</text:list-item>' for item in items)}</text:list>"


def note(number: int, text: str, kind: str = "footnote", label: str = "") -> str:
    own = f' text:label="{label}"' if label else ""
    return (
        f'<text:note text:note-class="{kind}"><text:note-citation{own}>{label or number}</text:note-citation>'
        f"<text:note-body>{p(text)}</text:note-body></text:note>"
    )


def number_level(level: int, number_format: str, more: str = "", kind: str = "list-level-style-number") -> str:
    return f'<text:{kind} text:level="{level}" style:num-format="{number_format}" {more}/>'


LIST = (
    '<text:list-style style:name="L">'
    + number_level(1, "1", 'style:num-suffix="."')
    + number_level(2, "a", 'style:num-prefix="(" style:num-suffix=")"')
    + number_level(3, "1", 'text:display-levels="3"')
    + '</text:list-style><text:list-style style:name="B"><text:list-level-style-bullet text:level="1"/>'
    + "</text:list-style>"
)


def style(name: str, more: str = "", *, properties: str = "", family: str = "paragraph") -> str:
    looks = f"<style:text-properties {properties}/>" if properties else ""
    return f'<style:style style:name="{name}" style:family="{family}" {more}>{looks}</style:style>'


def labels(extraction: Extraction) -> list[tuple[str | None, str]]:
    return [(block.label, block.text) for block in extraction.blocks]


def without_styles(blocks: tuple[Block, ...]) -> list[tuple[object, ...]]:
    return [(block.kind, block.level, block.label, block.text, block.marks, block.cells) for block in blocks]


def test_a_paper_written_by_libreoffice_is_read_like_the_word_file_it_was_made_of() -> None:
    word, odt = (Extractor()((OFFICE / name).read_bytes()) for name in ("paper.docx", "paper.odt"))
    assert without_styles(odt.blocks) == without_styles(word.blocks)
    assert (odt.notes, odt.furniture, odt.warnings) == (word.notes, word.furniture, word.warnings)
    assert odt.left_out == word.left_out == {"comments": 1, "deleted passages": 1}


def test_lists_count_on_where_they_say_so_and_begin_anew_where_not() -> None:
    inner = p("one") + listed(p("deep"), p("deeper"), more="")
    extraction = read(
        listed(inner, p("two"))
        + h("Between")
        + listed(p("three"), more='text:style-name="L" text:continue-numbering="true" xml:id="x"')
        + listed(p("other"), more='text:style-name="L"')
        + listed(p("four"), more='text:style-name="L" text:continue-list="x"')
        + listed(p("point"), more='text:style-name="B"'),
        styles=LIST,
    )
    assert labels(extraction) == [
        ("1.", "one"), ("(a)", "deep"), ("(b)", "deeper"), ("2.", "two"), (None, "Between"), ("3.", "three"),
        ("1.", "other"), ("4.", "four"), (None, "point"),
    ]  # fmt: skip


def test_a_deeper_number_names_the_levels_above_and_starts_where_it_is_told() -> None:
    third = listed(p("c"), p("d"), more="")
    second = f'<text:list><text:list-item text:start-value="3">{p("b")}{third}</text:list-item></text:list>'
    extraction = read(listed(p("a") + second), styles=LIST)
    assert [block.label for block in extraction.blocks] == ["1.", "(c)", "1.c.1", "1.c.2"]
    assert [block.level for block in extraction.blocks] == [None, 2, 3, 3]


def test_only_the_first_paragraph_of_an_item_carries_its_number() -> None:
    header = f'<text:list text:style-name="L"><text:list-header>{p("no number")}</text:list-header></text:list>'
    assert labels(read(listed(p("one") + p("more"), p("two")) + header, styles=LIST)) == [
        ("1.", "one"), (None, "more"), ("2.", "two"), (None, "no number"),
    ]  # fmt: skip


def test_word_writes_each_item_as_a_list_of_its_own() -> None:
    def item(text: str, depth: int) -> str:
        more = 'text:style-name="L" text:continue-numbering="true"'
        return listed(item(text, depth - 1) if depth else p(text), more=more)

    assert labels(read(item("one", 0) + item("a", 1) + item("b", 1) + item("two", 0) + item("a", 1), styles=LIST)) == [
        ("1.", "one"), ("(a)", "a"), ("(b)", "b"), ("2.", "two"), ("(a)", "a"),
    ]  # fmt: skip


@pytest.mark.parametrize(("more", "label"), [("", "aa"), ('style:num-letter-sync="true"', "aa"), ("x", "ab")])
def test_letters_go_on_after_z(more: str, label: str) -> None:
    start = 28 if more == "x" else 27
    levels = number_level(1, "a", f'text:start-value="{start}" {more if more != "x" else ""}')
    styles = f'<text:list-style style:name="L">{levels}</text:list-style>'
    assert read(listed(p("item")), styles=styles).blocks[0].label == label


OUTLINE = (
    style("H", 'style:default-outline-level="1"')
    + style("H2", 'style:default-outline-level="2"')
    + style("Plain", 'style:parent-style-name="H" style:list-style-name=""')
    + '<text:outline-style style:name="Outline">'
    + number_level(1, "I", 'style:num-suffix="."', "outline-level-style")
    + number_level(2, "A", 'style:num-suffix="."', "outline-level-style")
    + "</text:outline-style>"
)


def test_headings_are_numbered_by_the_outline_unless_they_take_leave_of_it() -> None:
    extraction = read(
        h("One")
        + h("First", 2, "H2")
        + h("Second", 2, "H2")
        + h("Unnumbered", 1, "Plain")
        + h("Unlisted", 1, "H", 'text:is-list-header="true"')
        + h("Two")
        + h("First", 2, "H2")
        + h("Nine", 1, "H", 'text:restart-numbering="true" text:start-value="9"'),
        styles=OUTLINE,
    )
    assert labels(extraction) == [
        ("I.", "One"), ("A.", "First"), ("B.", "Second"), (None, "Unnumbered"), (None, "Unlisted"), ("II.", "Two"),
        ("A.", "First"), ("IX.", "Nine"),
    ]  # fmt: skip
    assert [block.level for block in extraction.blocks] == [1, 2, 2, 1, 1, 1, 2, 1]


def test_titles_contents_and_bold_lines_are_told_by_their_styles() -> None:
    styles = (
        style("Title")
        + style("Mine", 'style:parent-style-name="Title"')
        + style("Contents_20_1", 'style:display-name="Contents 1"')
        + style("Bold", properties='fo:font-weight="bold"', family="text")
        + style("Heading_20_3")
    )
    extraction = read(
        p("Report", "Mine")
        + p("Shelter<text:tab/>3", "Contents_20_1")
        + f"<text:table-of-content><text:index-body>{h('Listed')}</text:index-body></text:table-of-content>"
        + p('<text:span text:style-name="Bold">Access to health</text:span>')
        + p("Beds", "Heading_20_3"),
        styles=styles,
    )
    assert [(block.kind, block.level) for block in extraction.blocks] == [
        ("title", None), ("other", None), ("other", None), ("heading", None), ("heading", 3),
    ]  # fmt: skip


def test_styles_based_on_each_other_do_not_hang() -> None:
    circle = style("A", 'style:parent-style-name="B"') + style("B", 'style:parent-style-name="A"')
    assert read(p("Text.", "A"), styles=circle).blocks[0].text == "Text."


def test_notes_are_tied_to_their_place_with_the_mark_that_is_printed() -> None:
    first, second, third = note(1, "First."), note(1, "Gazette.", "endnote"), note(0, "* Survey.", label="*")
    extraction = read(p(f"Migrants{first} are{second} protected{third}."))
    assert extraction.blocks[0].text == "Migrants are protected."
    assert extraction.blocks[0].marks == (Mark(8, "1"), Mark(12, "1"), Mark(22, "*"))
    assert extraction.notes == (Note("1", "First."), Note("1", "Gazette.", "endnote"), Note("*", "Survey."))


def test_a_note_whose_mark_the_file_leaves_out_is_counted() -> None:
    empty = note(1, "See.", "endnote").replace(">1<", "><")
    assert [mark.mark for mark in read(p(f"As{empty} agreed{empty}.")).blocks[0].marks] == ["i", "ii"]


def test_only_what_is_printed_is_read() -> None:
    hidden = style("Gone", properties='text:display="none"', family="text")
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion>" + p("deleted") + "</text:deletion>"
        "</text:changed-region></text:tracked-changes>"
        + p(
            'Seen<text:s text:c="3"/>and<text:line-break/>co\u00adop<text:change text:change-id="c1"/>'
            '<text:span text:style-name="Gone"> hidden</text:span><office:annotation>'
            + p("Why?")
            + "</office:annotation><text:ruby><text:ruby-base>base</text:ruby-base><text:ruby-text>r</text:ruby-text>"
            "</text:ruby>\n  again<text:page-number>7</text:page-number>"
        )
        + f'<text:section text:display="none">{p("secret")}</text:section><text:section>{p("open")}</text:section>'
    )
    extraction = read(body, styles=hidden)
    assert [block.text for block in extraction.blocks] == ["Seen and coopbase again7", "open"]
    assert extraction.warnings == ("comments", "tracked_changes")
    assert extraction.left_out == {"comments": 1, "deleted passages": 1}


def test_signs_of_picture_fonts_are_read_for_what_they_mean() -> None:
    styles = style("W", properties='style:font-name="Wingdings"', family="text")
    body = p('<text:span text:style-name="W">\uf0a8</text:span> yes \uf0b3 3, un\u2011bound\ufffc')
    assert read(body, styles=styles).blocks[0].text == "☐ yes ≥ 3, un-bound"


def test_an_embedded_file_is_reported() -> None:
    frame = "<draw:frame><draw:object/><draw:image/></draw:frame>"
    assert read(p("Text" + frame)).warnings == ("unsupported_part",)


@pytest.mark.parametrize(
    ("number_format", "label"),
    [("一, 二, 三, ...", "三"), ("أ, ب, ت, ...", "ت"), ("а, б, .., аа, аб, ... (ru)", "в"), ("I", "III"), ("?", "3")],
)
def test_numbers_are_printed_in_the_script_of_the_list(number_format: str, label: str) -> None:
    levels = number_level(1, number_format, 'text:start-value="3"')
    styles = f'<text:list-style style:name="L">{levels}</text:list-style>'
    assert read(listed(p("item")), styles=styles).blocks[0].label == label


def test_frames_and_shapes_are_read_after_their_paragraph() -> None:
    frame = f"<draw:frame><draw:text-box>{p('boxed')}</draw:text-box><svg:desc>a box</svg:desc></draw:frame>"
    shape = f"<draw:g><draw:custom-shape>{p('shaped')}</draw:custom-shape></draw:g>"
    blocks = read(frame + p(f"Before{frame} it{shape}") + p("After")).blocks
    assert [block.text for block in blocks] == ["boxed", "Before it", "boxed", "shaped", "After"]


def cell(text: str, more: str = "") -> str:
    return f"<table:table-cell {more}>{p(text)}</table:table-cell>"


def table(columns: int, *rows: str) -> str:
    column = f'<table:table-column table:number-columns-repeated="{columns}"/>'
    written = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)
    return f"<table:table>{column}{written}</table:table>"


def test_a_table_becomes_rows_with_merged_cells_once() -> None:
    covered = "<table:covered-table-cell/>"
    square = 'table:number-columns-spanned="2" table:number-rows-spanned="2"'
    rows = read(
        table(
            3,
            cell("Region") + cell("Beds") + cell("Year"),
            cell("Theme", 'table:number-columns-spanned="2"') + covered + cell("2019"),
            cell("North", square) + covered + cell("2020"),
            covered + covered + cell("2021"),
        )
    ).blocks
    assert [row.cells for row in rows] == [
        ("Region", "Beds", "Year"), ("Theme", "2019"), ("North", "2020"), ("", "2021"),
    ]  # fmt: skip


def test_a_table_of_one_column_is_a_frame_around_paragraphs() -> None:
    assert labels(read(table(1, cell("1.<text:tab/>What?"), cell("Two shelters.")))) == [
        ("1.", "What?"), (None, "Two shelters."),
    ]  # fmt: skip


def test_headers_footers_and_properties_are_kept_apart() -> None:
    pages = (
        f"<style:master-page><style:header>{p('Arcadia 2020')}</style:header><style:footer>{p('page 1')}</style:footer>"
        f'<style:header-left style:display="false">{p("never")}</style:header-left></style:master-page>'
    )
    meta = "<dc:title>Report</dc:title><meta:initial-creator>Ministry</meta:initial-creator><dc:creator>X</dc:creator>"
    extraction = read(p("Text"), pages=pages, meta=meta)
    assert extraction.furniture == ("Arcadia 2020", "page 1")
    assert extraction.properties == {"title": "Report", "author": "Ministry"}


def refused(data: bytes, **limits: int) -> DocumentError:
    with pytest.raises(DocumentError) as caught:
        Extractor(ExtractSettings(**limits))(data)
    return caught.value


def test_a_document_with_a_password_is_locked() -> None:
    manifest = part(
        "x",
        '<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry>',
    )
    assert isinstance(refused(odt_file("", **{"META-INF/manifest.xml": manifest, "content.xml": "?"})), LockedFile)


def test_documents_without_text_or_body_or_with_too_much_are_refused() -> None:
    assert isinstance(refused(odt_file(p(""))), NoText)
    assert isinstance(refused(odt_file("", **{"content.xml": part("document-content", "")})), DamagedFile)
    assert isinstance(refused(odt_file("<text:p>")), DamagedFile)
    assert isinstance(refused(odt_file(p("a" * 20_000_000))), LimitExceeded)


def test_an_entity_is_never_expanded_nor_fetched(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("password")
    content = f'<!DOCTYPE o [<!ENTITY x SYSTEM "{secret.as_uri()}">]>' + part(
        "document-content", f"<office:body><office:text>{p('Before')}{p('&x;')}</office:text></office:body>"
    )
    assert [block.text for block in Extractor()(odt_file("", **{"content.xml": content})).blocks] == ["Before"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<text:section>", "</text:section>"),
        ('<text:list text:style-name="L"><text:list-item>', "</text:list-item></text:list>"),
        ("<table:table><table:table-row><table:table-cell>", "</table:table-cell></table:table-row></table:table>"),
        ("<text:p><draw:frame><draw:text-box>", "</draw:text-box></draw:frame></text:p>"),
    ],
)
def test_what_is_nested_as_deep_as_the_parser_allows_is_read(before: str, after: str) -> None:
    times = 240 // before.count("<")
    extraction = read(before * times + p("<text:span>" * 8 + "deep" + "</text:span>" * 8) + after * times, styles=LIST)
    assert "deep" in extraction.blocks[0].text


@pytest.mark.parametrize("value", ["999999999", "99999999999999999999", "-1", "x", ""])
def test_absurd_numbers_are_no_trouble(value: str) -> None:
    body = (
        listed(p("one")).replace("<text:list-item", f'<text:list-item text:start-value="{value}"')
        + h("heading").replace('outline-level="1"', f'outline-level="{value}"')
        + table(1, cell("cell", f'table:number-rows-spanned="{value}" table:number-columns-repeated="{value}"'))
        + p(f'a<text:s text:c="{value}"/>b')
        + f'<text:numbered-paragraph text:style-name="L" text:level="{value}">{p("two")}</text:numbered-paragraph>'
    )
    styles = LIST.replace('display-levels="3"', f'display-levels="{value}"') + OUTLINE
    assert [block.text for block in read(body, styles=styles).blocks] == ["one", "heading", "cell", "a b", "two"]
