"""Make paper.docx by hand and have LibreOffice write the same paper as ODT and RTF.

python tests/extract/office/make_paper.py      (needs soffice; the files it makes are kept beside it)
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from word_files import cell, level, numbered, paragraph, run, table, word_file  # noqa: E402

LISTS = (
    # 0: headings I. and A.; 1: paragraphs 1. (a) (i) through the whole paper; 2: legal 1.1.1; 3: bullets
    '<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>'
    + level(0, "upperRoman", "%1.", more='<w:pStyle w:val="Heading1"/>')
    + level(1, "upperLetter", "%2.", more='<w:pStyle w:val="Heading2"/>')
    + '</w:abstractNum><w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/>'
    + level(0, "decimal", "%1.")
    + level(1, "lowerLetter", "(%2)")
    + level(2, "lowerRoman", "(%3)")
    + '</w:abstractNum><w:abstractNum w:abstractNumId="2"><w:multiLevelType w:val="multilevel"/>'
    + level(0, "decimal", "%1", start=4)
    + level(1, "decimal", "%1.%2")
    + level(2, "decimal", "%1.%2.%3")
    + '</w:abstractNum><w:abstractNum w:abstractNumId="3"><w:multiLevelType w:val="hybridMultilevel"/>'
    + level(0, "bullet", "\u2022")
    + level(1, "bullet", "\u2013")
    + "</w:abstractNum>"
    + "".join(
        f'<w:num w:numId="{key}"><w:abstractNumId w:val="{abstract}"/>{more}</w:num>'
        for key, abstract, more in (
            (1, 0, ""),
            (2, 1, ""),
            (3, 2, ""),
            (4, 3, ""),
            (5, 1, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'),
        )
    )
)


def _style(style_id: str, name: str, properties: str = "", look: str = "", kind: str = "paragraph") -> str:
    return (
        f'<w:style w:type="{kind}" w:styleId="{style_id}"><w:name w:val="{name}"/>'
        f"<w:pPr>{properties}</w:pPr><w:rPr>{look}</w:rPr></w:style>"
    )


def _listed(num_id: int, depth: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{num_id}"/></w:numPr>'


STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    + _style("Title", "Title", look='<w:b/><w:sz w:val="40"/>')
    + _style("Heading1", "heading 1", _listed(1, 0) + '<w:outlineLvl w:val="0"/>', '<w:b/><w:sz w:val="32"/>')
    + _style("Heading2", "heading 2", _listed(1, 1) + '<w:outlineLvl w:val="1"/>', '<w:b/><w:sz w:val="28"/>')
    + _style("TOC1", "toc 1")
    + _style("FootnoteText", "footnote text")
    + _style("Secret", "Secret", look="<w:vanish/>", kind="character")
)


def _cites(note_id: int, kind: str = "footnote", custom: str = "") -> str:
    follows = ' w:customMarkFollows="1"' if custom else ""
    text = f"<w:t>{custom}</w:t>" if custom else ""
    reference = f'<w:{kind}Reference{follows} w:id="{note_id}"/>'
    return f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>{reference}{text}</w:r>'


def _note(note_id: int, text: str, kind: str = "footnote", custom: str = "") -> str:
    own = f"<w:r><w:t>{custom}</w:t></w:r>" if custom else f"<w:r><w:{kind}Ref/></w:r>"
    return f'<w:{kind} w:id="{note_id}"><w:p>{own}{run(" " + text)}</w:p></w:{kind}>'


def _separators(kind: str) -> str:
    return "".join(
        f'<w:{kind} w:type="{name}" w:id="{place}"><w:p><w:r><w:{name}/></w:r></w:p></w:{kind}>'
        for place, name in ((-1, "separator"), (0, "continuationSeparator"))
    )


_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
BOX = (
    f'<w:r><w:drawing><wp:anchor xmlns:wp="{_WP}" xmlns:a="{_A}" simplePos="0" relativeHeight="2" behindDoc="0" '
    'locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column">'
    '<wp:posOffset>0</wp:posOffset></wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>300000'
    '</wp:posOffset></wp:positionV><wp:extent cx="2000000" cy="600000"/><wp:wrapTopAndBottom/>'
    '<wp:docPr id="7" name="Box"/>'
    f'<a:graphic><a:graphicData uri="{_WPS}"><wps:wsp xmlns:wps="{_WPS}"><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm>'
    '<a:off x="0" y="0"/><a:ext cx="2000000" cy="600000"/></a:xfrm><a:prstGeom prst="rect"/></wps:spPr><wps:txbx>'
    "<w:txbxContent>{}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor>"
    "</w:drawing></w:r>"
)
_BY = 'w:author="A. Clerk" w:date="2021-03-01T10:00:00Z"'
INSERTED = f'<w:ins w:id="901" {_BY}>{run("adopted ")}</w:ins>'
DELETED = f'<w:del w:id="902" {_BY}><w:r><w:delText xml:space="preserve">considered </w:delText></w:r></w:del>'
COMMENTED = (
    '<w:commentRangeStart w:id="0"/>' + run("fifty places")
    + '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
)  # fmt: skip


def body() -> str:
    """Write the paper: an invented submission with every feature that the readers share."""
    return "".join(
        [
            paragraph("Submission of the Republic of Arcadia on safe migration", style="Title"),
            paragraph("Introduction\t2", style="TOC1"),
            paragraph("Labour migration\t3", style="TOC1"),
            paragraph("Introduction", style="Heading1"),
            numbered("Arcadia welcomes the invitation to report on the protection of people on the move.", 2),
            paragraph(
                properties=_listed(2, 0),
                content=run("A national plan")
                + _cites(1)
                + run(" was approved in 2019, and a second one")
                + _cites(2)
                + run(" follows. It rests on three duties:"),
            ),
            numbered("To register every arrival within a day;", 2, 1),
            numbered("To offer counsel free of charge, namely", 2, 1),
            numbered("in the language of the person;", 2, 2),
            numbered("in private;", 2, 2),
            numbered("To house families together.", 2, 1),
            paragraph("Labour migration", style="Heading1"),
            paragraph("Seasonal workers", style="Heading2"),
            paragraph(
                properties=_listed(2, 0),
                content=run("The parliament ")
                + DELETED
                + INSERTED
                + run("a law on seasonal work, with ")
                + COMMENTED
                + run(" kept for it.")
                + _cites(1, "endnote"),
            ),
            numbered("Employers must:", 2),
            numbered("Pay the wage agreed;", 2, 1),
            numbered("Return the passport.", 2, 1),
            paragraph("Domestic workers", style="Heading2"),
            numbered("Inspections rose from 120 to 340 a year.", 2),
            numbered("Shelters stand in", 4),
            numbered("the capital, and", 4, 1),
            numbered("two ports.", 4, 1),
            paragraph(
                content=run("Plain words with a hard\u00a0space, a soft co\u00adoperation and an ")
                + run("unseen ", '<w:rStyle w:val="Secret"/>')
                + run("secret ", "<w:vanish/>")
                + run("open end.")
                + BOX.format(paragraph("A box says that help is free."))
            ),
            paragraph("Annex: figures", style="Heading1"),
            numbered("Counting begins again here.", 5),
            numbered("And goes on here.", 5),
            numbered("Legal chapter", 3),
            numbered("A rule of it.", 3, 1),
            numbered("A detail of the rule.", 3, 2),
            numbered("Another rule.", 3, 1),
            paragraph("12.\tA number that was typed."),
            paragraph("(b)\tA letter that was typed."),
            paragraph(content=run("A source with its own mark") + _cites(3, custom="*") + run(" stands here.")),
            table(
                [cell("Region"), cell("Places"), cell("Year")],
                [cell("North and south", properties='<w:gridSpan w:val="2"/>'), cell("2019")],
                [cell("North", properties='<w:vMerge w:val="restart"/>'), cell("30"), cell("2020")],
                [cell("", properties="<w:vMerge/>"), cell("45", "since May"), cell("2021")],
            ),
            paragraph("Between the tables."),
            table([cell("What did the State do?", "It opened two shelters.")]),
            paragraph(content=run("Access to health", "<w:b/>")),
            paragraph("Медицинская помощь доступна всем. 所有移民均可就医。 الرعاية الصحية متاحة للجميع."),
            paragraph("One line\nand the next; a tab\tinside."),
            '<w:sectPr><w:headerReference w:type="default" r:id="r5"/><w:footerReference w:type="default" r:id="r6"/>'
            "</w:sectPr>",
        ]
    )


def paper() -> bytes:
    """Pack the paper as DOCX."""
    return word_file(
        body(),
        styles=STYLES,
        numbering=LISTS,
        footnotes=_separators("footnote")
        + _note(1, "Decree 7 of 2019.")
        + _note(2, "Draft of the ministry, second edition.")
        + _note(3, "Survey by the port authority.", custom="*"),
        endnotes=_separators("endnote") + _note(1, "Official gazette, 2021.", "endnote"),
        comments=f'<w:comment w:id="0" {_BY} w:initials="AC">{paragraph("Is it fifty?")}</w:comment>',
        header1=paragraph("Arcadia, March 2021"),
        footer1=paragraph("Original: English"),
    )


if __name__ == "__main__":
    (HERE / "paper.docx").write_bytes(paper())
    for kind in ("odt", "rtf"):
        command = ["soffice", "--headless", "--convert-to", kind, "--outdir", HERE, HERE / "paper.docx"]
        subprocess.run(command, check=True)
