"""Make the Word 97-2003 samples: papers of our own, written as DOCX by hand and saved as DOC by LibreOffice.

python tests/extract/files/make_doc.py      (needs soffice; the files it makes are kept beside it)
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE.parent / "office")]

from make_paper import paper  # noqa: E402
from word_files import cell, level, numbered, paragraph, run, table, word_file  # noqa: E402

LISTS = (
    '<w:abstractNum w:abstractNumId="0">'
    + level(0, "decimal", "%1.")
    + level(1, "decimal", "%1.%2.")
    + level(2, "upperLetter", "%3)")
    + '</w:abstractNum><w:abstractNum w:abstractNumId="1">'
    + level(0, "chineseCounting", "%1、")
    + '</w:abstractNum><w:abstractNum w:abstractNumId="2">'
    + level(0, "russianLower", "%1)")
    + '</w:abstractNum><w:abstractNum w:abstractNumId="3">'
    + level(0, "bullet", "–")
    + "</w:abstractNum>"
    + "".join(f'<w:num w:numId="{n + 1}"><w:abstractNumId w:val="{n}"/></w:num>' for n in range(4))
    + '<w:num w:numId="9"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="40"/>'
    "</w:lvlOverride></w:num>"
)
STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr>'
    "<w:rPr><w:b/></w:rPr></w:style>"
    '<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr>'
    "</w:style>"
)


def _cites(note_id: int, kind: str = "footnote") -> str:
    return f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:{kind}Reference w:id="{note_id}"/></w:r>'


def _note(note_id: int, text: str, kind: str = "footnote") -> str:
    return f'<w:{kind} w:id="{note_id}"><w:p><w:r><w:{kind}Ref/></w:r>{run(" " + text)}</w:p></w:{kind}>'


def _field(code: str, result: str) -> str:
    def sign(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    return f"{sign('begin')}<w:r><w:instrText>{code}</w:instrText></w:r>{sign('separate')}{run(result)}{sign('end')}"


def _cell_of(content: str) -> str:
    return f"<w:tc>{content}</w:tc>"


def tongues() -> bytes:
    """Write a paper in four scripts with notes, numbers, tables, fields and a letterhead on its first page."""
    body = "".join(
        [
            paragraph("Joint reply of Northland and Southland", style="H1"),
            numbered("Both States replied in April.", 1),
            paragraph(properties='<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>',
                      content=run("The reply cites a ruling") + _cites(1) + run(" of the court.")),
            numbered("It was made public;", 1, 2),
            numbered("It was translated.", 1, 2),
            numbered("A second part follows.", 1, 1),
            table([cell("Port"), cell("Arrivals"), cell("Year")],
                  [cell("East", properties='<w:vMerge w:val="restart"/>'), cell("1 204"), cell("2021")],
                  [cell("", properties="<w:vMerge/>"), cell("988"), cell("2022")],
                  [cell("Both years together", properties='<w:gridSpan w:val="2"/>'), cell("2 192")]),
            numbered("The count goes on after the table.", 1),
            paragraph("Обращение", style="H2"),
            paragraph(content=run("Правительство приняло закон о детях мигрантов") + _cites(2) + run(" в мае.")),
            numbered("право на школу;", 3), numbered("право на врача;", 3), numbered("право на защиту.", 3),
            paragraph("答复", style="H2"),
            paragraph(content=run("政府设立了热线电话") + _cites(3) + run("，全天提供服务。")),
            numbered("热线电话使用九种语言。", 2), numbered("咨询免费。", 2),
            paragraph("الرد", style="H2", properties="<w:bidi/>"),
            paragraph(properties="<w:bidi/>",
                      content=run("افتتحت الحكومة ثلاثة مراكز للإيواء", "<w:rtl/>") + _cites(4)
                      + run(" في عام 2021.", "<w:rtl/>")),
            paragraph("Closing", style="H2"),
            numbered("Counting starts at forty.", 9), numbered("And goes on.", 9),
            numbered("A dash opens this one.", 4),
            paragraph(content=run("See ") + _field('HYPERLINK "https://example.org/plan"', "the plan")
                      + run(" on page ") + _field("PAGEREF plan", "7") + run(", as said") + _cites(1, "endnote")
                      + run(" before.")),
            table([cell("Outer"), _cell_of(table([cell("inner one"), cell("inner two")]) + paragraph())]),
            paragraph("The end of the reply."),
            '<w:sectPr><w:headerReference w:type="first" r:id="r4"/><w:headerReference w:type="default" r:id="r5"/>'
            "<w:titlePg/></w:sectPr>",
        ]
    )  # fmt: skip
    notes = ("Ruling 12 of 2020.", "Закон № 8, статья 3.", "见附件二。", "تقرير الوزارة، الصفحة 9.")
    return word_file(
        body,
        styles=STYLES,
        numbering=LISTS,
        footnotes="".join(_note(place, text) for place, text in enumerate(notes, 1)),
        endnotes=_note(1, "Letter of 3 May.", "endnote"),
        header1=paragraph("Republic of Northland") + paragraph("Ministry of Foreign Affairs"),
        header2=paragraph("Joint reply, continued"),
    )


_BY = 'w:author="A. Clerk" w:date="2021-03-01T10:00:00Z"'


def changes() -> bytes:
    """Write a paper with tracked changes: words and an end of a paragraph deleted, words inserted, a comment."""
    deleted = f'<w:del w:id="1" {_BY}><w:r><w:delText xml:space="preserve">three </w:delText></w:r></w:del>'
    inserted = f'<w:ins w:id="2" {_BY}>{run("four ")}</w:ins>'
    commented = '<w:commentRangeStart w:id="0"/>' + run("in May") + '<w:commentRangeEnd w:id="0"/>'
    return word_file(
        "".join(
            [
                paragraph(content=run("The province opened ") + deleted + inserted + run("centres.")),
                paragraph("They were staffed ", properties=f'<w:rPr><w:del w:id="3" {_BY}/></w:rPr>'),
                paragraph("by nurses and interpreters."),
                paragraph(content=run("The law entered into force ") + commented
                          + '<w:r><w:commentReference w:id="0"/></w:r>' + run(" of that year.")),
            ]
        ),
        styles=STYLES,
        comments=f'<w:comment w:id="0" {_BY} w:initials="AC">{paragraph("Or in June?")}</w:comment>',
    )  # fmt: skip


SAMPLES = {"paper": paper, "tongues": tongues, "changes": changes}

if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        for sample, make in SAMPLES.items():
            source = Path(folder) / f"{sample}.docx"
            source.write_bytes(make())
            subprocess.run(["soffice", "--headless", "--convert-to", "doc", "--outdir", HERE, source], check=True)
