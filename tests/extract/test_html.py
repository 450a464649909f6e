"""Web pages: text without its frame, numbers as printed, notes of all dialects, tables."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.content import Block, Extraction, Mark, Note
from pipeline.errors import DamagedFile, DocumentError, LimitExceeded, NoText
from pipeline.extract import Extractor
from pipeline.extract.html import read_html
from pipeline.extract.html.mhtml import read_mhtml
from pipeline.extract.settings import ExtractSettings

FILES = Path(__file__).parent / "html_files"


def read(page: str | bytes) -> Extraction:
    return read_html(page if isinstance(page, bytes) else page.encode(), settings=ExtractSettings())


def blocks(page: str) -> list[tuple[str, str | None, str]]:
    return [(block.kind, block.label, block.text) for block in read(page).blocks]


def texts(page: str) -> list[str]:
    return [block.text for block in read(page).blocks]


ARCADIA = [
    ("heading", 1, None, "Children on the move"),
    ("paragraph", 1, "1.", "Arcadia opened two shelters. All children go to school."),
    ("list_item", 2, "a.", "In the capital;"),
    ("list_item", 2, "b.", "In the port towns."),
    ("paragraph", 1, "2.", "No child is detained."),
    ("heading", 2, None, "Figures"),
    ("table_row", None, None, "Region | Shelters"),
    ("table_row", None, None, "North | 3"),
    ("heading", None, None, "Next steps"),
    ("paragraph", None, "3.", "A law on shelters will be adopted “soon” – in 2025."),
]
ARCADIA_NOTES = (
    Note("1", "Act No. 5 of 2020. In force since May."),
    Note("i", "See the annex.", "endnote"),
)


def test_a_page_written_by_libreoffice_is_read_whole() -> None:
    extraction = read((FILES / "arcadia.html").read_bytes())
    assert [(b.kind, b.level, b.label, b.text) for b in extraction.blocks] == ARCADIA
    assert extraction.blocks[1].marks == (Mark(28, "1"),)
    assert extraction.notes == ARCADIA_NOTES
    assert extraction.properties == {"title": "Reply of Arcadia", "author": "Ministry of Labour"}


def test_its_xhtml_prints_the_brackets_that_its_html_loses() -> None:
    extraction = read((FILES / "arcadia.xhtml").read_bytes())
    assert [block.label for block in extraction.blocks[1:5]] == ["1.", "(a)", "(b)", "2."]
    assert [block.text for block in extraction.blocks] == [text for *_, text in ARCADIA]
    assert extraction.notes == ARCADIA_NOTES


def test_a_page_written_by_word_has_its_numbers_its_notes_and_no_hidden_text() -> None:
    extraction = read((FILES / "word.html").read_bytes())
    assert [(b.kind, b.label, b.text) for b in extraction.blocks] == [
        ("title", None, "Réponse de l’Arcadie"),
        ("heading", "I.", "Accueil"),
        ("paragraph", "1.", "Deux foyers ont ouvert."),
        ("list_item", "(a)", "dans la capitale ;"),
        ("list_item", None, "un point"),
        ("paragraph", "2.", "Version filtrée2e m2."),
        ("heading", None, "Santé"),
        ("paragraph", None, "Le texte barré ajouté suit."),
        ("table_row", None, "Année | Total"),
        ("table_row", None, "2019 | 3 suite | "),
        ("table_row", "1.", "a | b | c"),
    ]
    assert extraction.notes == (Note("1", "Loi no 5. Suite de la note."), Note("i", "Voir l’annexe.", "endnote"))
    assert extraction.warnings == ("tracked_changes",)


SITE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Review | Ministry</title>
<script>var x = "<p>no</p>";</script></head><body class="page no-sidebar">
<a class="visually-hidden" href="#main">Skip to main content</a>
<div id="cookie-banner" role="dialog">We use cookies. <a href="/c">Policy</a></div>
<header class="site-header"><a href="/">Ministry of Interior of Arcadia</a><nav><a href="/a">Home</a></nav></header>
<div class="breadcrumb"><a href="/">Home</a> &gt; Review</div>
<aside><h3>Related</h3><a href="/1">Another page</a></aside>
{open}<h1>Voluntary review</h1><div class="share-buttons"><a href="https://t.example/">Share</a></div>
<p>1. Arcadia opened two shelters, and all children there go to school in the towns around the port.</p>
<ul><li>See the <a href="https://a.example/law">law on foreigners</a>.</li></ul>
<p class="footer-note">The figures are those of 2023.</p>{close}
<section class="related-content"><h2>You may also like</h2><a href="/z">Z page</a><a href="/y">Y page</a></section>
<footer><p>© 2024 Ministry of Interior</p><a href="/p">Privacy</a></footer></body></html>"""


@pytest.mark.parametrize(
    ("opening", "closing"),
    [("<main>", "</main>"), ("<article>", "</article>"), ('<div class="layout">', "</div>"), ("", "")],
)
def test_what_stands_around_the_text_of_a_site_is_left_out(opening: str, closing: str) -> None:
    page = SITE.replace("{open}", opening).replace("{close}", closing)
    assert texts(page) == [
        "Voluntary review",
        "Arcadia opened two shelters, and all children there go to school in the towns around the port.",
        "See the law on foreigners.",
        "The figures are those of 2023.",
    ]
    assert read(page).furniture[:2] == ("Ministry of Interior of Arcadia", "Home")


def test_a_form_around_the_whole_page_and_a_menu_of_the_same_name_as_the_text_are_no_frame() -> None:
    long = "The Government reports on shelters at some length. " * 10
    page = f"<form><div class='menu-content'><p>{long}</p></div><nav><a href='/'>Home</a></nav></form>"
    assert texts(page) == [long.strip()]


def test_a_menu_placed_by_a_table_and_the_signs_beside_headings_are_left_out() -> None:
    menu = "<b>Menu</b><ul>" + "".join(f"<li><a href='{place}.html'>Page {place}</a>" for place in range(9)) + "</ul>"
    text = "<h2>Shelter<a href='#shelter'>¶</a></h2><p>" + "The Government reports on shelters. " * 20 + "</p>"
    page = f"<table><tr><td>{menu}</td><td>{text}</td></tr></table>"
    assert [(block.kind, block.text[:20]) for block in read(page).blocks] == [
        ("heading", "Shelter"),
        ("paragraph", "The Government repor"),
    ]


def test_rows_of_links_that_nothing_names_are_dropped_at_the_ends_only() -> None:
    menu = "".join(f'<p><a href="/{place}">Page {place}</a></p>' for place in range(5))
    source = '<p><a href="https://a.example/">Law of 2020</a></p>'
    assert texts(f"{menu}<p>First.</p>{source}<p>Last.</p>{menu}") == ["First.", "Law of 2020", "Last."]
    assert texts(f"<p>Only text.</p>{source}") == ["Only text.", "Law of 2020"]


@pytest.mark.parametrize(
    ("attributes", "labels"),
    [
        ("", ["1.", "2."]),
        ("start=3", ["3.", "4."]),
        ("type=a", ["a.", "b."]),
        ("type=A start=26", ["Z.", "AA."]),
        ("type=i start=9", ["ix.", "x."]),
        ("type=I", ["I.", "II."]),
        ("style='list-style-type: arabic-indic' start=11", ["١١.", "١٢."]),
        ("reversed", ["2.", "1."]),
        ("style='list-style-type: lower-alpha'", ["a.", "b."]),
        ("style='list-style: none'", [None, None]),
        ("start=99999999999999999999", ["999999.", "1000000."]),
    ],
)
def test_a_list_counts_as_a_browser_does(attributes: str, labels: list[str | None]) -> None:
    assert [block.label for block in read(f"<ol {attributes}><li>one thing<li>two things</ol>").blocks] == labels


def test_items_nest_jump_and_go_on_in_further_paragraphs() -> None:
    page = (
        "<ol><li>One<ol type=i><li>first<li value=4>fourth</ol></li><li><p>Two.</p><p>More of it.</p></li></ol>"
        "<ul><li>dot</li></ul>"
    )
    assert [(b.kind, b.level, b.label, b.text) for b in read(page).blocks] == [
        ("paragraph", 1, "1.", "One"),
        ("list_item", 2, "i.", "first"),
        ("list_item", 2, "iv.", "fourth"),
        ("paragraph", 1, "2.", "Two."),
        ("paragraph", None, None, "More of it."),
        ("list_item", 1, None, "dot"),
    ]


PANDOC = """<p>Text<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a> goes on.</p>
<section id="footnotes" class="footnotes" role="doc-endnotes"><hr/><ol><li id="fn1"><p>The
<em>note</em>.<a href="#fnref1" class="footnote-back" role="doc-backlink">↩︎</a></p></li></ol></section>"""
MARKDOWN = """<p>Text<sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup> goes on.</p>
<div class="footnote"><hr><ol><li id="fn:1"><p>The note.&#160;<a
class="footnote-backref" href="#fnref:1" title="back">&#8617;</a></p></li></ol></div>"""
WIKI = """<p>Text<sup id="cite_ref-1" class="reference"><a href="#cite_note-1">[1]</a></sup> goes on.</p>
<ol><li id="cite_note-1"><span class="mw-cite-backlink"><b><a href="#cite_ref-1">^</a></b></span>
<span>The note.</span></li></ol>"""
DOCS = """<p>Text<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup> goes on.</p><hr><div><p><a href="#ftnt_ref1"
id="ftnt1">[1]</a> The note.</p></div>"""
GENERIC = (
    """<p>Text <sup><a name="a1" href="#n1">1</a></sup> goes on.</p><p><a name="n1" href="#a1">1</a>. The note.</p>"""
)
RAISED = """<p>Text<sup><a href="page.html#n1">(1)</a></sup> goes on.</p><p id="n1">(1) The note.</p>"""
NAMED = """<p>Text<a class="see-footnote" href="#footnote1_x">1</a> goes on.</p>
<ul><li id="footnote1_x">The note.</li></ul>"""
TABLE = """<p>Text<sup><a name="r1" href="#n1">1</a></sup> goes on.</p>
<table><tr><td><a name="n1" href="#r1">1</a></td><td>The note.</td></tr></table>"""


LINKLESS = """<p>Text<sup>1</sup> goes on.</p><hr><p><sup>1</sup>The note.</p>"""


@pytest.mark.parametrize("page", [LINKLESS, PANDOC, MARKDOWN, WIKI, DOCS, GENERIC, RAISED, NAMED, TABLE])
def test_a_note_is_tied_to_its_place_in_every_dialect(page: str) -> None:
    extraction = read(page)
    assert extraction.blocks == (Block("Text goes on.", marks=(Mark(4, "1"),)),)
    assert extraction.notes == (Note("1", "The note."),)


@pytest.mark.parametrize(
    "page",
    [
        "<p>See <a href='#p12'>12</a>.</p><p id=p12>12. The Government.</p>",
        "<p>On the 3<sup>rd</sup> of May, 5 m<sup>2</sup>.</p>",
        "<p>On 5 m<sup>2</sup>.</p><p><sup>2</sup> Text.</p>",
        "<p>One<sup>1</sup>.</p><p><sup>1</sup> First.</p><p><sup>2</sup> Never cited.</p>",
        "<ul><li><a href='#s1' id=t1>1</a></ul><h2 id=s1><a href='#t1'>1</a> Title</h2>",
    ],
)
def test_other_links_and_raised_letters_are_no_notes(page: str) -> None:
    extraction = read(page)
    assert extraction.notes == ()
    assert not any(block.marks for block in extraction.blocks)


@pytest.mark.parametrize(
    ("before", "printed"), [("as agreed.", "¹"), ("en 2019", "¹"), ("of 30 m", "1"), ("10", "1"), ("CO", "1")]
)
def test_raised_figures_without_a_note_stay_raised_where_they_may_be_a_mark(before: str, printed: str) -> None:
    assert texts(f"<p>{before}<sup>1</sup> and more of it</p>") == [f"{before}{printed} and more of it"]


def test_two_places_may_cite_one_note_and_a_comma_between_marks_goes_with_them() -> None:
    page = (
        "<p>One<sup><a href='#n1' id=r1>1</a>, <a href='#n2' id=r2>2</a></sup> and two"
        "<sup><a href='#n1'>1</a></sup>.</p>"
        "<p id=n1>1 <a href='#r1'>back</a> First.</p><p id=n2>2 <a href='#r2'>back</a> Second.</p>"
    )
    extraction = read(page)
    assert extraction.blocks == (Block("One and two.", marks=(Mark(3, "1"), Mark(3, "2"), Mark(11, "1"))),)
    assert extraction.notes == (Note("1", "First."), Note("2", "Second."))


def test_a_table_has_each_cell_once() -> None:
    page = (
        "<table><caption>Figures</caption><tr><th rowspan=2>Region<th colspan=2>Shelters<tr><td>2019<td>2020"
        "<tr><td>1. North<td><p>3</p><p>new</p><td></table>"
    )
    assert [(b.kind, b.label, b.cells or b.text) for b in read(page).blocks] == [
        ("paragraph", None, "Figures"),
        ("table_row", None, ("Region", "Shelters")),
        ("table_row", None, ("", "2019", "2020")),
        ("table_row", "1.", ("North", "3 new", "")),
    ]


@pytest.mark.parametrize(
    "page",
    [
        "<table><tr><td><p>One.</p><p>Two.</p></td></tr></table>",
        "<table><tr><td><table><tr><td>One.</td></tr></table></td><td>Two.</td></tr></table>",
        "<table role=presentation><tr><td>One.</td><td>Two.</td></tr></table>",
        "<table><tr><td>One.</td></tr><tr><td></td><td>Two.</td></tr></table>",
    ],
)
def test_a_table_that_only_places_text_is_no_table(page: str) -> None:
    assert blocks(page) == [("paragraph", None, "One."), ("paragraph", None, "Two.")]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<p>one<br>two<br><br>three", ["one two", "three"]),
        ("<p>Items:<br>1. first<br>2. second", ["Items:", "first", "second"]),
        ("<p>a <del>old</del><ins>new</ins> b", ["a new b"]),
        ("<p>a<span hidden>x</span><span style='display: none'>y</span><i aria-hidden=true>z</i> b", ["a b"]),
        ("<p>a<noscript>x</noscript><template>y</template><style>z</style><select><option>o</select> b", ["a b"]),
        ("<p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>字", ["漢字"]),
        ("<p>a &amp; b &lt;c&gt; caf&eacute; &#8211; &nbsp; d", ["a & b <c> café – d"]),
        ("<p>the <q>plan</q> of <b>wo</b>rds", ["the “plan” of words"]),
        ("<dl><dt>Term<dd>Meaning</dl><blockquote>Quoted</blockquote>", ["Term", "Meaning", "Quoted"]),
        ("<pre>4. A text that runs on\n\n5. Another</pre>", ["A text that runs on", "Another"]),
        ("loose text<div>in a block</div>after it", ["loose text", "in a block", "after it"]),
        ("<p>保护\n  移民 的\nA", ["保护移民 的 A"]),
        (f"<div aria-hidden=true><p>{'Text. ' * 60}</div>", [("Text. " * 60).strip()]),
        ("<details><summary>More</summary>All of it</details>", ["More", "All of it"]),
    ],
)  # fmt: skip
def test_a_text_is_what_the_page_prints(page: str, expected: list[str]) -> None:
    assert texts(page) == expected


def test_a_line_in_bold_is_a_heading_and_a_bold_word_is_none() -> None:
    page = (
        "<p><b>Access to health</b></p><p><b>Note</b> that all see doctors.</p><p><strong>They were heard.</strong></p>"
    )
    assert [block.kind for block in read(page).blocks] == ["heading", "paragraph", "paragraph"]


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ('<meta charset="windows-1251">', "cp1251"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">', "koi8-r"),
        ('<meta charset="utf-8">', "cp1251"),
        ("", "cp1251"),
        ("", "utf-8"),
        ('<meta charset="utf-8">', "utf-16"),
        ('<meta charset="utf-16">', "utf-8"),
        ("", "utf-16-le"),
    ],
)
def test_the_encoding_is_the_one_that_the_page_names_if_its_bytes_agree(head: str, encoding: str) -> None:
    page = f"<html><head>{head}</head><body><p>Правительство открыло два приюта для мигрантов."
    extraction = Extractor()(page.encode(encoding))
    assert [block.text for block in extraction.blocks] == ["Правительство открыло два приюта для мигрантов."]


def test_xhtml_closes_its_elements_and_its_entities_stay_unread() -> None:
    page = (
        '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
        '<html xmlns="http://www.w3.org/1999/xhtml"><head><title/><script src="a.js"/></head>'
        '<body><a id="top"/><p>One &x; two.</p><p/><p>Three.</p></body></html>'
    )
    assert texts(page)[-2:] == ["One &x; two.", "Three."]


MHTML = """From: <Saved by Blink>
Snapshot-Content-Location: https://a.example/page
Subject: Page
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="=_b"

--=_b
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable
Content-Location: https://a.example/frame

<p>A frame</p>
--=_b
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable
Content-Location: https://a.example/page

<html><head><title>P</title></head><body><p>L=E2=80=99=C3=89tat a ouvert=
 deux foyers.</p></body></html>
--=_b--
"""


def test_a_page_saved_in_one_file_is_its_main_page() -> None:
    extraction = Extractor()(MHTML.encode())
    assert [block.text for block in extraction.blocks] == ["L’État a ouvert deux foyers."]
    assert extraction.media_type == "multipart/related"
    assert extraction.properties == {"title": "P"}


def test_a_saved_page_without_a_page_holds_no_text() -> None:
    with pytest.raises(NoText):
        read_mhtml(MHTML.replace("text/html", "image/png").encode(), settings=ExtractSettings())


@pytest.mark.parametrize(
    ("page", "error"),
    [
        ("<html><body><script>draw()</script></body></html>", NoText),
        ("<!-- nothing -->", DamagedFile),
        ("<div>" * 100_000 + "text", LimitExceeded),
    ],
)
def test_a_page_that_cannot_be_read_is_named(page: str, error: type[DocumentError]) -> None:
    with pytest.raises(error) as caught:
        read(page)
    assert caught.value.hint.endswith(".")


@pytest.mark.parametrize(
    "page",
    [
        "<b><i>" * 900 + "text",
        "<p>" + "<br>" * 50_000 + "text",
        "<table><tr><td rowspan=65000 colspan=1000>" * 300 + "text",
        "<p>" + "<a href='#a' id='a'>1</a>" * 5_000 + "text",
        "<p id=n>1</p>" + "<sup><a href='#n'>1</a></sup>" * 5_000 + "text",
        "<ol>" * 500 + "<li>text",
        "<p style='" + "display:" * 20_000 + "'>text",
        "<html xmlns='x'>" + "<a " * 20_000 + "/>text",
        "<p>text" + "&#160; " * 50_000,
        "<q>" * 1500 + "text",
    ],
)
def test_a_hostile_page_is_read_in_bounded_time(page: str) -> None:
    """Hangs for minutes where the work grows with the square of the page."""
    try:
        assert any("text" in block.text for block in read(page).blocks)
    except LimitExceeded:
        return


TAGS = (
    "p", "div", "ul", "ol", "li", "table", "tr", "td", "th", "h1", "br", "b", "a", "sup", "pre", "span", "nav", "main",
    "del", "q", "dl", "dt",
)  # fmt: skip
PIECES = st.lists(
    st.one_of(
        st.sampled_from([f"<{tag}>" for tag in TAGS] + [f"</{tag}>" for tag in TAGS]),
        st.sampled_from(
            ["<a href='#x' id='y'>1</a>", "<p id='x'>1 <a href='#y'>b</a>", "<td rowspan=3>", "1.\xa0\xa0 "]
        ),
        st.text(max_size=6),
    ),
    max_size=30,
)


@settings(deadline=None)
@given(PIECES)
def test_any_markup_is_read_or_refused_with_marks_inside_the_text(pieces: list[str]) -> None:
    try:
        extraction = read("<p>" + "".join(pieces))
    except DocumentError:
        return
    assert all(block.text for block in extraction.blocks)
    assert all(0 <= mark.offset <= len(block.text) for block in extraction.blocks for mark in block.marks)


def test_the_running_head_and_foot_of_an_office_page_are_no_text():
    page = (
        '<html><body><div title="header"><p>Reply of Malta</p></div><p>1. Malta opened a shelter for migrants.</p>'
        '<div title="footer"><p>Page 2</p></div></body></html>'
    )
    extraction = read_html(page.encode(), settings=ExtractSettings())
    assert [block.text for block in extraction.blocks] == ["Malta opened a shelter for migrants."]
