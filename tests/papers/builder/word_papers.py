"""Word files with what Word alone has: counted numbers, tracked changes, comments, text boxes, content controls."""
# ruff: noqa: E501 (texts and markup are read more easily whole)

from __future__ import annotations

from html import escape

from .model import FILES, Paper, Part, b, document, h, n, p, title, write_truth
from .ooxml import SPACES, XML, Look, Maker, write_word
from .varied import paragraphs

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def build() -> None:
    """Write the Word papers."""
    _automatic()
    _tracked()
    _boxes()
    _run_ins()


def _level(depth: int, form: str, text: str, start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{567 * (depth + 1)}" w:hanging="567"/></w:pPr></w:lvl>'
    )


def _numbering() -> str:
    plain = _level(0, "decimal", "%1.") + _level(1, "lowerLetter", "(%2)") + _level(2, "lowerRoman", "(%3)")
    roman = _level(0, "upperRoman", "%1.") + _level(1, "upperLetter", "%2.")
    legal = _level(0, "decimal", "%1", 4) + _level(1, "decimal", "%1.%2") + _level(2, "decimal", "%1.%2.%3")
    kinds = "".join(
        f'<w:abstractNum w:abstractNumId="{k}"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
        for k, levels in enumerate((plain, roman, legal), 1)
    )
    nums = "".join(f'<w:num w:numId="{k}"><w:abstractNumId w:val="{k}"/></w:num>' for k in (1, 2, 3))
    again = '<w:num w:numId="4"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    return kinds + nums + again


def _automatic() -> None:
    texts = paragraphs(20, 61)
    at = {"I.": (2, 0), "II.": (2, 0), "A.": (2, 1), "B.": (2, 1), "III.": (2, 0), "4": (3, 0)}
    parts = [title("Submission of the Kingdom of Lesotho to the Special Rapporteur on the human rights of migrants")]
    parts += [
        h("Context", 1, "I."),
        n(1, texts[0] + "[^a]"),
        n(2, texts[1]),
        h("Legislation", 1, "II."),
        h("Entry", 2, "A."),
        n(3, "The Act of 2020 grants every newcomer:"),
    ]
    subs = [("3(a)", "A written decision in a language that he or she understands;[^b]"), ("3(b)", "Access to a lawyer, including:"),
            ("3(b)(i)", "In transit zones and at sea;"), ("3(b)(ii)", "By telephone[^c] where no lawyer is near;"), ("3(c)", "An appeal within ten days.")]  # fmt: skip
    parts += [Part("body", text, number, None, 1 + number.count("(")) for number, text in subs]
    parts += [h("Stay", 2, "B."), n(4, texts[2]), n(5, "Residence permits may be extended on the ground of:")]
    parts += [
        Part("body", text, f"5({k})", None, 2)
        for k, text in zip("abc", ("Study;", "Medical treatment;[^d]", "Family life."), strict=True)
    ]
    parts += [
        h("Statistics", 1, "III."),
        p("The figures below were supplied by the Bureau of Statistics and concern the year 2023."),
        n(6, texts[3]),
        n(7, texts[4]),
    ]
    parts += [h("Detailed answers", 1, None), Part("body", "General remarks on the questionnaire.", "4", None), Part("body", texts[5], "4.1", None, 2), Part("body", texts[6], "4.2", None, 2),
              Part("body", texts[7], "4.2.1", None, 3), Part("body", texts[8], "4.3", None, 2), h("Annex: pledges", 1, None)]  # fmt: skip
    parts += [
        Part("body", text, f"{k}", f"again{k}")
        for k, text in enumerate(
            ("Lesotho pledges to open two reception centres.", "Lesotho pledges to abolish exit permits.[^e]"), 1
        )
    ]
    notes = {"a": ("1", "Population census, 2021, table 14."), "b": ("2", "Section 11 of the Act."), "c": ("i", "The number is 116 000; calls are free of charge and are not recorded."),
             "d": ("3", "Regulation 8 lists the illnesses."), "e": ("ii", "Exit permits were introduced in 1967.")}  # fmt: skip
    paper = Paper(parts, notes, "en", "LSO", "state", None)
    automatic = (
        at | {str(k): (1, 0) for k in range(1, 8)} | {"4.1": (3, 1), "4.2": (3, 1), "4.2.1": (3, 2), "4.3": (3, 1)}
    )
    automatic |= {key: (1, key.count("(")) for part in parts if (key := part.number or "") and "(" in key}
    look = Look(
        font="Calibri",
        numbering=_numbering(),
        endnotes=("c", "e"),
        endnote_marks="lowerRoman",
        split=True,
        header="Kingdom of Lesotho – submission",
    )
    maker = _Automatic(paper, look, automatic)
    name = "automatic_numbering.docx"
    body = maker.body()
    _write(paper, look, maker, body, name)
    for part in parts:
        if (part.label or "").startswith("again"):
            object.__setattr__(part, "label", None)
    write_truth(name, "Counted numbers on several levels that go on after headings and restart, footnotes and endnotes in roman figures",
                [document(paper, name, DOCX, forbidden=["Kingdom of Lesotho – submission"])])  # fmt: skip


class _Automatic(Maker):
    """Counts numbers by numbering definitions; the last two paragraphs restart under a definition of their own."""

    def __init__(self, paper: Paper, look: Look, automatic: dict[str, tuple[int, int]]) -> None:
        super().__init__(paper, look)
        self.table_of = automatic
        self.legal = False

    def paragraph(self, part: Part, properties: str = "") -> str:
        self.legal = self.legal or part.text == "Detailed answers"
        key = part.number or part.label or ""
        place = self.table_of.get(key)
        if (part.label or "").startswith("again"):
            place = (4, 0)
        elif part.number == "4" and self.legal:
            place = (3, 0)
        elif part.number == "4":
            place = (1, 0)
        counted = (
            "" if place is None else f'<w:numPr><w:ilvl w:val="{place[1]}"/><w:numId w:val="{place[0]}"/></w:numPr>'
        )
        style = f"Heading{part.level}" if part.kind == "heading" else "Title" if part.kind == "title" else "Normal"
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{counted}</w:pPr>{self.text(part.text)}</w:p>'


def _write(paper: Paper, look: Look, maker: Maker, body: str, name: str, extra: dict[str, str] | None = None) -> None:
    """Write a body made beforehand, with the notes that its maker saw."""
    write_word(paper, FILES / name, look, body=body, extra=_notes(maker) | (extra or {}))


def _notes(maker: Maker) -> dict[str, str]:
    from .ooxml import _notes_part

    return {f"word/{kind}s.xml": _notes_part(maker, kind) for kind in ("footnote", "endnote") if maker.notes[kind]}


WHO = 'w:id="{}" w:author="Desk officer" w:date="2025-02-03T10:00:00Z"'


def _r(text: str, tag: str = "t") -> str:
    return f'<w:r><w:{tag} xml:space="preserve">{escape(text)}</w:{tag}></w:r>'


def _ins(text: str, k: int) -> str:
    return f"<w:ins {WHO.format(k)}>{_r(text)}</w:ins>"


def _del(text: str, k: int) -> str:
    return f"<w:del {WHO.format(k)}>{_r(text, 'delText')}</w:del>"


def _tracked() -> None:
    moved = "Bilateral labour agreements are published in full, with their annexes."
    bodies = [
        f'<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr>{_r("Comments by the Government of Uruguay on the draft report")}</w:p>',
        f'<w:p>{_r("1.")}<w:r><w:tab/></w:r>{_r("The Government ")}{_del("intends to consider", 1)}{_ins("has decided to adopt", 2)}{_r(" a law on regularization")}{_ins(" before the end of 2025", 3)}{_r(".")}</w:p>',
        f'<w:moveFromRangeStart {WHO.format(4)} w:name="move1"/><w:p><w:pPr><w:rPr><w:moveFrom {WHO.format(5)}/></w:rPr></w:pPr><w:moveFrom {WHO.format(6)}>{_r(moved)}</w:moveFrom></w:p><w:moveFromRangeEnd w:id="4"/>',
        f'<w:p><w:pPr><w:rPr><w:del {WHO.format(7)}/></w:rPr></w:pPr>{_r("2.")}<w:r><w:tab/></w:r>{_r("Residence cards are issued free of charge")}{_del(".", 8)}</w:p><w:p>{_ins(" and", 9)}{_r(" within fifteen days in all nineteen departments.")}</w:p>',
        f'<w:p><w:pPr><w:rPr><w:ins {WHO.format(10)}/></w:rPr></w:pPr>{_ins("3.", 11)}<w:ins {WHO.format(12)}><w:r><w:tab/></w:r></w:ins>{_ins("A paragraph that was added whole.", 13)}</w:p>',
        f'<w:p><w:pPr><w:rPr><w:del {WHO.format(14)}/></w:rPr></w:pPr>{_del("4. A paragraph that was struck out whole.", 15)}</w:p>',
        f'<w:moveToRangeStart {WHO.format(16)} w:name="move1"/><w:p><w:pPr><w:rPr><w:moveTo {WHO.format(17)}/></w:rPr></w:pPr><w:moveTo {WHO.format(18)}>{_r(moved)}</w:moveTo></w:p><w:moveToRangeEnd w:id="16"/>',
        f'<w:p>{_r("4.")}<w:r><w:tab/></w:r><w:commentRangeStart w:id="0"/>{_r("Health care is open to everyone")}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>{_r(", whatever papers they hold.")}<w:r><w:rPr><w:vanish/></w:rPr><w:t> Hidden remark for the editor.</w:t></w:r></w:p>',
        f'<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="4000"/><w:gridCol w:w="4000"/></w:tblGrid>'
        f'<w:tr><w:tc><w:p>{_r("Permits issued")}</w:p></w:tc><w:tc><w:p>{_r("2024")}</w:p></w:tc></w:tr>'
        f'<w:tr><w:trPr><w:del {WHO.format(19)}/></w:trPr><w:tc><w:p>{_del("Draft row", 20)}</w:p></w:tc><w:tc><w:p>{_del("999", 21)}</w:p></w:tc></w:tr>'
        f'<w:tr><w:tc><w:p>{_r("Humanitarian visas")}</w:p></w:tc><w:tc><w:p>{_r("1,24")}{_ins("5", 22)}</w:p></w:tc></w:tr></w:tbl><w:p/>',
    ]  # fmt: skip
    parts = [title("Comments by the Government of Uruguay on the draft report"), n(1, "The Government has decided to adopt a law on regularization before the end of 2025."),
             n(2, "Residence cards are issued free of charge and within fifteen days in all nineteen departments."), n(3, "A paragraph that was added whole."), p(moved),
             n(4, "Health care is open to everyone, whatever papers they hold."), Part("table_row", "Permits issued 2024", cells=("Permits issued", "2024")),
             Part("table_row", "Humanitarian visas 1,245", cells=("Humanitarian visas", "1,245"))]  # fmt: skip
    comments = f"{XML}<w:comments {SPACES}><w:comment {WHO.format(0)}><w:p>{_r('Check with the health ministry')}</w:p></w:comment></w:comments>"
    paper = Paper(parts, {}, "en", "URY", "state")
    name = "tracked_changes.docx"
    write_word(paper, FILES / name, Look(), body="".join(bodies), extra={"word/comments.xml": comments})
    nowhere = ["intends to consider", "struck out whole", "Draft row", "999", "Check with the health", "Hidden remark"]
    write_truth(name, "Tracked insertions, deletions, a move, a deleted paragraph mark, a deleted row, a comment, hidden text",
                [document(paper, name, DOCX, nowhere=nowhere)])  # fmt: skip


def _boxes() -> None:
    box = "Box 1. A nurse from Lomé: “I worked for two years without a contract before the inspectors came.”"
    control = "The form was completed on behalf of the Togolese Republic by the Ministry of Social Action."
    inner = f"<w:p>{_r(box)}</w:p>"
    shape = (
        '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
        '<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>'
        '<wp:extent cx="4000000" cy="800000"/><wp:wrapTopAndBottom/><wp:docPr id="1" name="Text Box 1"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        f'<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="4000000" cy="800000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx><w:txbxContent>{inner}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp>'
        f"</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    link = f'<w:hyperlink w:anchor="x">{_r("the hotline of the ministry")}</w:hyperlink>'
    body = (
        f'<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>{_r("Reply of Togo to the questionnaire")}</w:p>'
        f"<w:sdt><w:sdtPr><w:alias w:val=\"Author\"/></w:sdtPr><w:sdtContent><w:p>{_r(control)}</w:p></w:sdtContent></w:sdt>"
        f'<w:p>{_r("Migrants can reach ")}{link}{_r(" at any hour; in ")}<w:sdt><w:sdtContent>{_r("2024")}</w:sdtContent></w:sdt>{_r(" it received 6,310 calls.")}</w:p>{shape}'
        f'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DATE \\@ "yyyy" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>{_r("Lomé, 2025")}<w:r><w:fldChar w:fldCharType="end"/></w:r>{_r(": the plan for fishers")}<w:r><w:noBreakHyphen/></w:r>{_r("migrants was adopted.")}</w:p>'
        f'<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p>{_r("Click or tap here to enter text.")}</w:p></w:sdtContent></w:sdt>'
        f'<w:sdt><w:sdtContent><w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="4000"/></w:tblGrid><w:tr><w:tc><w:p>{_r("Consulates that answer in Ewe")}</w:p></w:tc><w:tc><w:p>{_r("14")}</w:p></w:tc></w:tr></w:tbl></w:sdtContent></w:sdt>'
        f'<w:p>{_r("A second line")}<w:r><w:br/></w:r>{_r("follows a manual break.")}</w:p>'
    )  # fmt: skip
    parts = [h("Reply of Togo to the questionnaire"), p(control), p("Migrants can reach the hotline of the ministry at any hour; in 2024 it received 6,310 calls."), p(box),
             p("Lomé, 2025: the plan for fishers-migrants was adopted."), Part("table_row", "Consulates that answer in Ewe 14", cells=("Consulates that answer in Ewe", "14")),
             p("A second line follows a manual break.")]  # fmt: skip
    paper = Paper(parts, {}, "en", "TGO", "state")
    name = "boxes_and_controls.docx"
    write_word(paper, FILES / name, Look(), body=body)
    write_truth(name, "Text box with fallback (once), content controls, hyperlink, field, placeholder, table in a control",
                [document(paper, name, DOCX, nowhere=["Click or tap", "yyyy"])])  # fmt: skip


def _run_ins() -> None:
    texts = paragraphs(9, 71)
    parts = [title("Submission by the Network of Migrant Women, Guatemala"), h("What we found"), n(1, "**Wages.** " + texts[0]), n(2, "**Housing and transport.** " + texts[1]), n(3, "**Violence** remains under-reported. " + texts[2]),
             p("**In three of the five shelters, the door was locked at night.**"), n(4, texts[3] + "[^1]"), h("What we ask for"), b(texts[4]), b("**At once:** " + texts[5]), b(texts[6]),
             n(5, texts[7] + " The 1^^st^^ and 4^^th^^ visits were unannounced.[^2]")]  # fmt: skip
    notes = {"1": ("1", "Interviews of 4 and 5 May 2024."), "2": ("2", "Visits took place between 06:00 and 08:00.")}
    paper = Paper(parts, notes, "en", None, "ngo")
    name = "bold_run_ins.docx"
    write_word(paper, FILES / name, Look(font="Carlito", split=True))
    write_truth(
        name,
        "Bold running text that is no heading, bullets typed by hand, ordinals beside marks",
        [document(paper, name, DOCX)],
    )
