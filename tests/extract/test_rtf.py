"""Rich text of several programs' dialects, written by hand, and one paper that LibreOffice wrote."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.content import Block, Extraction, Mark, Note
from pipeline.errors import DocumentError, LimitExceeded, NoText
from pipeline.extract import Extractor
from pipeline.extract.rtf import read_rtf
from pipeline.extract.settings import ExtractSettings

OFFICE = Path(__file__).parent / "office"
FONTS = (
    r"{\fonttbl{\f0\froman\fcharset0 Times New Roman;}{\f1\fnil\fcharset2 Symbol;}{\f2\fcharset204 Times Cyr;}"
    r"{\f3\fcharset178 Times New Roman (Arabic);}{\f4\fcharset134 SimSun;}{\f5\fcharset128 MS Mincho;}"
    r"{\f6\fcharset238 Times New Roman CE;}{\f7\fmodern\fcharset0 Courier New;}}"
)


def read(body: str | bytes, head: str = r"\ansicpg1252\deff0" + FONTS) -> Extraction:
    inside = body if isinstance(body, bytes) else body.encode("ascii")
    data = rb"{\rtf1\ansi" + head.encode("ascii") + b"\n" + inside + b"}"
    return read_rtf(data, settings=ExtractSettings())


def texts(extraction: Extraction) -> list[str]:
    return [block.text for block in extraction.blocks]


def kinds(extraction: Extraction) -> list[tuple[str, int | None, str | None, str]]:
    return [(block.kind, block.level, block.label, block.text) for block in extraction.blocks]


def without_styles(blocks: tuple[Block, ...]) -> list[tuple[object, ...]]:
    return [(block.kind, block.level, block.label, block.text, block.marks, block.cells) for block in blocks]


def test_a_paper_written_by_libreoffice_is_read_like_the_word_file_it_was_made_of() -> None:
    word, rich = (Extractor()((OFFICE / name).read_bytes()) for name in ("paper.docx", "paper.rtf"))
    assert without_styles(rich.blocks) == without_styles(word.blocks)
    assert (rich.notes, rich.furniture, rich.warnings) == (word.notes, word.furniture, word.warnings)
    assert rich.left_out == word.left_out == {"comments": 1, "deleted passages": 1}


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (r"\u1057?\u1090?\u1072?\u1090?\u1100?\u1103?\par", "Статья"),
        (r"{\uc0\u31227 \u27665 }\par", "移民"),
        (r"{\uc2 \u31227\'d2\'c6\u27665\'c3\'f1}\par", "移民"),
        (r"{\f4 \'d2\'c6\'c3\'f1}\par", "移民"),
        (r"{\f5 \'88\'da\'96\'af}\par", "移民"),
        (r"{\f2 \'d1\'f2\'e0\'f2\'fc\'ff}\par", "Статья"),
        (r"{\f3 \'c7\'e1\'e3\'e5\'c7\'cc\'d1\'e6\'e4}\par", "المهاجرون"),
        (r"{\rtlch\fcs1 \af3\alang1025 \'c7\'e1\'e3\'e5\'c7\'cc\'d1\'e6\'e4}\par", "المهاجرون"),
        (r"{\f6 \'a3\'f3d\'9f}\par", "Łódź"),
        (r"\u-10179?\u-8704?\par", "😀"),
        (r"caf\'e9\~du\emdash c\'f4t\'e9 co\-op\_ed\par", "café du—côté coop-ed"),
        (r"\u8220\'93quoted\u8221\'94 \{braces\} \\\par", "“quoted” {braces} \\"),
        (r"{\upr{Stat?}{\*\ud{Sta\u1090?}}}\par", "Staт"),
    ],
)
def test_characters_are_those_that_were_typed(body: str, text: str) -> None:
    assert texts(read(body)) == [text]


def test_a_second_byte_that_looks_like_a_control_sign_belongs_to_its_character() -> None:
    # In Shift JIS the second byte of this character is the backslash.
    assert texts(read(rb"{\f5 \'83\'5c\'83\'7b}\par")) == ["ソボ"]


@pytest.mark.parametrize(
    ("head", "body", "text"),
    [
        (r"\ansicpg1251\deff0{\fonttbl{\f0\fnil Arial;}}", r"\'cc\'e8\'e3\'f0\'e0\'ed\'f2\'fb", "Мигранты"),
        (r"\ansicpg1251\deff0{\fonttbl{\f0\fcharset0 Arial;}}", r"\'cc\'e8\'e3\'f0\'e0\'ed\'f2\'fb", "Мигранты"),
        (r"\ansicpg1251\deff0{\fonttbl{\f0\fcharset0 A;}{\f1\fcharset204 A;}}", r"caf\'e9 \f1\'ff", "café я"),
        (r"\ansicpg1256\deff0{\fonttbl{\f0\fnil Arial;}}", r"\'e5\'cc\'d1\'c9", "هجرة"),
        (r"\ansicpg936\deff0{\fonttbl{\f0\fnil SimSun;}}", r"\'d2\'c6\'c3\'f1", "移民"),
        (r"\mac\deff0{\fonttbl{\f0\fnil Geneva;}}", r"caf\'8e", "café"),
    ],
)
def test_the_code_page_of_the_document_holds_where_the_font_says_nothing(head: str, body: str, text: str) -> None:
    assert texts(read(body, head)) == [text]


def test_unescaped_bytes_in_utf_8_are_read_as_such() -> None:
    assert texts(read("Société civile — 移民\\par".encode())) == ["Société civile — 移民"]


WORD = (
    r"{\stylesheet{\ql\fs24 \snext0 Normal;}{\s1\sbasedon0\outlinelevel0\b\fs32 heading 1;}{\s15\sbasedon0 Title;}"
    r"{\s16\sbasedon0 toc 1;}{\*\cs10 Default Paragraph Font;}{\s17\sbasedon1 My part;}{\s18 footnote text;}}"
    r"{\info{\title Report of Arcadia}{\author Ministry of Labour}{\operator Clerk}{\doccomm secret}}"
)


def test_styles_of_word_make_titles_headings_and_contents() -> None:
    extraction = read(
        WORD
        + r"\pard\plain \s15\qc {\b\fs40 Report of Arcadia}\par \pard\plain \s16 {Shelter\tab 3}\par "
        + r"\pard\plain \s17\b\fs32 {Shelter}\par \pard\plain \outlinelevel2 {Beds}\par \pard\plain "
        + r"{Two were opened.}\par "
        + r"\pard\plain \qc {\b Access to health}\par"
    )
    assert kinds(extraction) == [
        ("title", None, None, "Report of Arcadia"),
        ("other", None, None, "Shelter 3"),
        ("heading", 1, None, "Shelter"),
        ("heading", 3, None, "Beds"),
        ("paragraph", None, None, "Two were opened."),
        ("heading", None, None, "Access to health"),
    ]
    assert extraction.properties == {"title": "Report of Arcadia", "author": "Ministry of Labour"}


def test_the_numbers_that_word_prints_are_labels() -> None:
    def item(printed: str, depth: int, text: str, font: str = r"\f0") -> str:
        listed = rf"{{\listtext\pard\plain\ltrpar {font} \rtlch\fcs1 \af0 \ltrch\fcs0 \loch{font} {printed}\tab}}"
        return rf"{listed}\pard\plain \ilvl{depth}\ls2 {{\insrsid77 {text}}}\par "

    extraction = read(
        item("1.", 0, "Arcadia reports.")
        + item("(a)", 1, "A law;")
        + item("1.2.1", 2, "A rule.")
        + item(r"\'b7", 0, "A point", r"\f1")
        + item("o", 1, "A deeper point", r"\f7")
        + item("1)", 0, "Again.")
    )
    assert kinds(extraction) == [
        ("paragraph", None, "1.", "Arcadia reports."),
        ("list_item", 2, "(a)", "A law;"),
        ("list_item", 3, "1.2.1", "A rule."),
        ("list_item", 1, None, "A point"),
        ("list_item", 2, None, "A deeper point"),
        ("paragraph", None, "1)", "Again."),
    ]


def test_lists_of_wordpad_and_textedit_are_read() -> None:
    wordpad = (
        r"\viewkind4\uc1\pard{\pntext\f0 1.\tab}{\*\pn\pnlvlbody\pnf0\pnstart1\pndec{\pntxta.}}\f0\fs22 First\par "
        r"{\pntext\f1\'B7\tab}Point\par "
    )
    textedit = "\\pard\\ls1\\ilvl0\\cf0 {\\listtext\t2.\t}Second\\\n{\\listtext\t\\uc0\\u8226 \t}Dot\\\nThird\\\r\nLast"
    assert [(block.label, block.text) for block in read(wordpad + textedit).blocks] == [
        ("1.", "First"), (None, "Point"), ("2.", "Second"), (None, "Dot"), (None, "Third"), (None, "Last"),
    ]  # fmt: skip


def test_a_typed_label_is_split_and_a_typed_bullet_cut() -> None:
    body = r"\pard 12.\tab Typed.\par (b)\tab Too.\par \bullet  Point.\par -\tab Dash.\par - No point.\par"
    assert kinds(read(body)) == [
        ("paragraph", None, "12.", "Typed."),
        ("list_item", None, "(b)", "Too."),
        ("list_item", 1, None, "Point."),
        ("list_item", 1, None, "Dash."),
        ("paragraph", None, None, "- No point."),
    ]


def test_footnotes_and_endnotes_of_word_are_tied_to_their_place() -> None:
    cited = r"{\cs16\super \chftn {\footnote%s \pard\plain \s18 {\cs16\super \chftn }{ %s}}}"
    extraction = read(
        r"\ftnnar\aftnnrlc Migrants" + cited % ("", "First source.") + " are protected"
        + cited % (r"\ftnalt", "Gazette.") + r" by law." + cited % ("", r"Second\par source.") + r"\par"
    )  # fmt: skip
    (block,) = extraction.blocks
    assert (block.text, block.marks) == (
        "Migrants are protected by law.",
        (Mark(8, "1"), Mark(22, "i"), Mark(30, "2")),
    )
    assert extraction.notes == (
        Note("1", "First source."), Note("i", "Gazette.", "endnote"), Note("2", "Second source."),
    )  # fmt: skip


@pytest.mark.parametrize("citation", [r"{\super *{\footnote {\super *} Survey.}}", r"*{\*\footnote * Survey.}"])
def test_a_mark_of_the_authors_own_is_kept_and_not_counted(citation: str) -> None:
    extraction = read(rf"A source{citation} and{{\super\chftn{{\footnote\chftn  Law.}}}} more.\par")
    assert extraction.blocks[0].text == "A source and more."
    assert extraction.blocks[0].marks == (Mark(8, "*"), Mark(12, "1"))
    assert extraction.notes == (Note("*", "Survey."), Note("1", "Law."))


@pytest.mark.parametrize(
    ("words", "mark"), [(r"\ftnnrlc", "i"), (r"\sftnnauc", "A"), (r"\ftnstart4", "4"), (r"\sftnstart7\sftnnalc", "g")]
)
def test_notes_are_counted_as_the_document_says(words: str, mark: str) -> None:
    assert read(words + r" As agreed.{\chftn{\footnote\chftn See there.}}\par").notes == (Note(mark, "See there."),)


def test_tracked_changes_are_accepted_and_comments_counted() -> None:
    extraction = read(
        r"The Government {\deleted plans}{\revised adopted}{\*\atnid A}{\*\atnauthor B}\chatn{\*\annotation Which?}"
        r" a law{\deleted{\super\chftn{\footnote\chftn Gone.}}}.\par Runs {\deleted here\par }on.\par"
    )
    assert texts(extraction) == ["The Government adopted a law.", "Runs on."]
    assert (extraction.notes, extraction.warnings) == ((), ("comments", "tracked_changes"))
    assert extraction.left_out == {"comments": 1, "deleted passages": 2}


def test_signs_of_picture_fonts_are_read_for_what_they_mean() -> None:
    fonts = r"\ansicpg1252{\fonttbl{\f0 Arial;}{\f1\fcharset2 Wingdings;}{\f2\fcharset2 Symbol;}}"
    body = r"{\f1\'a8} yes {\f1 \u-3842?} no {\f1\'4a}, {\f2\'b3} 3 {\f2 a}\par"
    assert texts(read(body, fonts)) == ["☐ yes ☑ no , ≥ 3 α"]


def test_an_embedded_file_is_reported() -> None:
    extraction = read(r"Text{\object{\*\objclass Excel}{\*\objdata 00ff}{\result {\pict 00}shown}}\par")
    assert (texts(extraction), extraction.warnings) == (["Textshown"], ("unsupported_part",))


def test_only_what_is_printed_is_read() -> None:
    extraction = read(
        r"{\header Arcadia 2020\par}{\footerf page {\field{\*\fldinst PAGE}{\fldrslt 1}}\par}"
        r"Seen {\v hidden }{\*\unknown lost {deep}}{\field{\*\fldinst HYPERLINK x}{\fldrslt link}}"
        r"{\pict\pngblip 89504e47\bin5 }}}{\}\bin3 }}}{\xe\v index}{\*\bkmkstart b} again\par"
    )  # fmt: skip
    assert texts(extraction) == ["Seen link again"]
    assert extraction.furniture == ("Arcadia 2020", "page 1")


def test_a_text_box_is_read_after_its_paragraph_and_not_twice() -> None:
    box = (
        r"{\shp{\*\shpinst\shpleft0{\sp{\sn shapeType}{\sv 202}}{\shptxt \pard\plain {Boxed words}\par}}"
        r"{\shprslt{\*\do{\dptxbxtext \pard Boxed words\par}}}}"
    )
    assert texts(read(rf"Before{box} it\par After\par")) == ["Before it", "Boxed words", "After"]


def test_a_table_becomes_rows_with_merged_cells_once() -> None:
    extraction = read(
        r"\trowd\cellx1\cellx2\pard\intbl Region\cell Beds\cell\row"
        r"\trowd\clmgf\cellx1\clmrg\cellx2\pard\intbl Theme\cell\cell\row"
        r"\trowd\clvmgf\cellx1\cellx2\pard\intbl North\cell 3\par since May\cell\row"
        r"\trowd\clvmrg\cellx1\cellx2\pard\intbl\cell 4\cell\row\pard After.\par"
    )
    assert [block.cells for block in extraction.blocks] == [
        ("Region", "Beds"), ("Theme",), ("North", "3 since May"), ("", "4"), (),
    ]  # fmt: skip
    assert texts(extraction)[-1] == "After."


def test_a_table_of_one_column_is_a_frame_around_paragraphs() -> None:
    extraction = read(r"\trowd\cellx9\pard\intbl 1.\tab What?\par Two shelters.\cell\row\pard End.\par")
    assert kinds(extraction) == [
        ("paragraph", None, "1.", "What?"),
        ("paragraph", None, None, "Two shelters."),
        ("paragraph", None, None, "End."),
    ]


def test_a_table_in_a_table_is_read_once() -> None:
    extraction = read(
        r"\trowd\cellx1\cellx2\pard\intbl left\cell\pard\intbl\itap2 deep\nestcell{\nonesttables\par}deeper\nestcell"
        r"{\*\nesttableprops\trowd\cellx1\cellx2\nestrow}{\nonesttables\par}\pard\intbl\itap1\cell"
        r"{\trowd\cellx1\cellx2\row}\pard End\par"
    )
    assert [block.cells for block in extraction.blocks] == [("left", "deep | deeper"), ()]


def test_a_mark_in_a_table_counts_in_the_rows_text() -> None:
    note = r"{\super\chftn{\footnote\chftn Source.}}"
    (row,) = read(rf"\trowd\cellx1\cellx2\pard\intbl alpha\cell beta{note}\cell\row\pard").blocks
    assert (row.text, row.marks) == ("alpha | beta", (Mark(12, "1"),))


def refused(data: bytes, **limits: int) -> DocumentError:
    with pytest.raises(DocumentError) as caught:
        Extractor(ExtractSettings(**limits))(data)
    return caught.value


def test_a_document_without_text_says_so() -> None:
    assert isinstance(refused(rb"{\rtf1\ansi{\pict 00ff}\par}"), NoText)


def test_long_text_is_refused_and_long_pictures_are_not() -> None:
    assert isinstance(refused(rb"{\rtf1 " + b"word " * 1000 + b"}", max_text_bytes=1000), LimitExceeded)
    assert isinstance(refused(rb"{\rtf1 {\pict" + b"{}" * 1000 + b"}}", max_text_bytes=1000), LimitExceeded)
    pictured = rb"{\rtf1 Text{\pict " + b"00ff" * 1000 + b"}}"
    assert Extractor(ExtractSettings(max_text_bytes=1000))(pictured).blocks[0].text == "Text"


def test_deep_groups_are_refused() -> None:
    assert isinstance(refused(rb"{\rtf1 " + b"{" * 5000 + b"deep"), LimitExceeded)


def test_a_document_cut_short_is_read_as_far_as_it_goes_and_says_so() -> None:
    extraction = read_rtf(rb"{\rtf1\ansi First.\par Sec{\b ond", settings=ExtractSettings())
    assert (texts(extraction), extraction.warnings) == (["First.", "Second"], ("repaired",))


def test_a_brace_too_many_does_not_end_the_document() -> None:
    extraction = read_rtf(rb"{\rtf1 First.\par }}Second.\par }junk", settings=ExtractSettings())
    assert (texts(extraction), extraction.warnings) == (["First.", "Second."], ("repaired",))


FRAGMENTS = st.sampled_from(
    [b"{", b"}", rb"\par ", rb"\cell ", rb"\row ", rb"\nestcell ", rb"\nestrow ", rb"\itap3 ", rb"\intbl ", rb"\trowd ",
     rb"\cellx1 ", rb"\clmrg ", rb"{\footnote ", rb"\chftn ", rb"\u-1 ", rb"\u55357?", rb"\uc-1 ", rb"\uc9 ", rb"\'8",
     rb"\'83", rb"\bin9999999999 ", rb"\bin-5 ", rb"\*", rb"{\*\annotation ", rb"{\listtext ", rb"{\shptxt ", b"\\",
     rb"{\fonttbl ", rb"\fcharset128 ", rb"\cpg0 ", rb"\ansicpg99999 ", rb"{\stylesheet ", rb"\s1 ", rb"\sbasedon1 ",
     rb"{\upr ", rb"{\*\ud ", rb"{\info ", rb"{\title ", rb"\ftnalt ", rb"\ftnstart-3 ", rb"\deleted ", rb"\v ",
     b"text", "\ue000é".encode(), b"\xff\x00", rb"\f7 ", rb"\outlinelevel99 ", rb"\ilvl99\ls1 "]
)  # fmt: skip


@given(st.lists(FRAGMENTS, max_size=30))
def test_whatever_comes_is_read_or_refused_with_a_sentence(fragments: list[bytes]) -> None:
    try:
        extraction = read_rtf(rb"{\rtf1" + b"".join(fragments), settings=ExtractSettings())
    except DocumentError as error:
        assert error.message.endswith(".")
    else:
        assert all(0 <= mark.offset <= len(block.text) for block in extraction.blocks for mark in block.marks)
        assert "\ue000" not in "".join(texts(extraction))


def test_pandocs_dialect_is_read() -> None:
    extraction = read(
        r"{\pard \ql \f0 \sa180 \outlinelevel1 \b \fs32 Shelter\par}"
        r"{\pard \ql \f0 \sa180 Two were opened.{\super\chftn}{\*\footnote\chftn\~\plain\pard Decree 7.}\par}"
        "{\n\\trowd \\trgaph120\n\\cellx4320\\cellx8640\n\\trkeep\\intbl\n{\n"
        "{{\\pard\\intbl \\ql Region\\par}\n\\cell}\n"
        "{{\\pard\\intbl \\ql Beds\\par}\n\\cell}\n}\n\\intbl\\row}\n"
        r"{\pard \ql \fi-360\li360 \bullet \tx360\tab In the capital;\sa180\par}"
    )
    assert [(block.kind, block.text) for block in extraction.blocks] == [
        ("heading", "Shelter"), ("paragraph", "Two were opened."), ("table_row", "Region | Beds"),
        ("list_item", "In the capital;"),
    ]  # fmt: skip
    assert extraction.notes == (Note("1", "Decree 7."),)
