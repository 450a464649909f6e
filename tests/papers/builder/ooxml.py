"""Writes a Word file part by part, the way Word does it: split runs, notes parts, numbering part, header and footer."""
# ruff: noqa: E501 (texts and markup are read more easily whole)

from __future__ import annotations

import random
from dataclasses import dataclass, field, replace
from html import escape
from pathlib import Path

from .model import SEED, Paper, Part, Run, plain, runs
from .programs import pack

SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
)
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."


@dataclass
class Look:
    """How the file looks: fonts, page, direction, running lines, and which notes stand at the end."""

    font: str = "Liberation Serif"
    size: int = 20
    right_to_left: bool = False
    tongue: str = "en-GB"
    header: str | None = None
    footer: str | None = None
    columns: int = 1
    landscape: bool = False
    endnotes: tuple[str, ...] = ()
    endnote_marks: str = "decimal"
    note_size: int | None = 17
    automatic: dict[str, tuple[int, int]] = field(default_factory=dict)
    numbering: str = ""
    page_break_after: int | None = None
    split: bool = False
    justified: bool = True
    line_numbers: bool = False
    first_line: int = 0
    centred: bool = False


def write_word(
    paper: Paper, target: Path, look: Look, *, body: str | None = None, extra: dict[str, str] | None = None
) -> None:
    """Write the paper; `body` replaces the paragraphs' XML, `extra` adds parts (comments)."""
    look = _varied(look)
    maker = Maker(paper, look)
    inside = body if body is not None else maker.body()
    parts = {
        "word/document.xml": f"{XML}<w:document {SPACES}><w:body>{inside}{_section(look)}</w:body></w:document>",
        "word/styles.xml": _styles(look),
        "word/footnotes.xml": _notes_part(maker, "footnote"),
        "word/endnotes.xml": _notes_part(maker, "endnote"),
        "word/settings.xml": f"{XML}<w:settings {SPACES}>{_note_settings()}</w:settings>",
    }
    if look.numbering:
        parts["word/numbering.xml"] = f"{XML}<w:numbering {SPACES}>{look.numbering}</w:numbering>"
    if look.header:
        parts["word/header1.xml"] = (
            f"{XML}<w:hdr {SPACES}><w:p><w:r><w:t>{escape(look.header)}</w:t></w:r></w:p></w:hdr>"
        )
    if look.footer:
        parts["word/footer1.xml"] = (
            f"{XML}<w:ftr {SPACES}><w:p><w:r><w:t xml:space='preserve'>{escape(look.footer)} </w:t></w:r>"
            "<w:fldSimple w:instr=' PAGE '><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>"
        )
    parts |= extra or {}
    pack(target, {name: text.encode() for name, text in _package(parts).items()})


def _varied(look: Look) -> Look:
    """Change face and size where a seed asks for papers that nobody has seen."""
    if not SEED or look.right_to_left or look.tongue.startswith("zh"):
        return look
    chance = random.Random(f"{SEED} {look}")
    faces = ("Liberation Serif", "Liberation Sans", "DejaVu Serif", "Carlito", "DejaVu Sans", "Noto Serif", "Caladea")
    size = chance.randint(19, 25)
    return replace(
        look,
        font=chance.choice(faces),
        size=size,
        note_size=look.note_size and size - chance.randint(2, 5),
        justified=chance.random() < 0.5,
    )


class Maker:
    """Turns parts into WordprocessingML and remembers which notes were cited."""

    def __init__(self, paper: Paper, look: Look) -> None:
        self.paper, self.look = paper, look
        self.notes: dict[str, list[str]] = {"footnote": [], "endnote": []}

    def body(self) -> str:
        """Write all parts; neighbouring rows become one table."""
        out, rows = [], []
        for place, part in enumerate(self.paper.parts):
            if part.kind == "table_row":
                rows.append(part)
                continue
            out += [self.table(rows)] if rows else []
            rows = []
            out.append(self.paragraph(part))
            if place == self.look.page_break_after:
                out.append('<w:p><w:r><w:br w:type="page"/></w:r></w:p>')
        return "".join([*out, *([self.table(rows) + "<w:p/>"] if rows else [])])

    def paragraph(self, part: Part, properties: str = "") -> str:
        """Write one paragraph with its label typed or counted."""
        style = {"heading": f"Heading{part.level}", "title": "Title"}.get(part.kind, "Normal")
        key = part.number or part.label or ""
        pieces = [f'<w:pStyle w:val="{style}"/>']
        label = ""
        if key in self.look.automatic:
            num, level = self.look.automatic[key]
            pieces.append(f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>')
        elif part.label:
            label = f'<w:r><w:t xml:space="preserve">{escape(part.label)}</w:t></w:r><w:r><w:tab/></w:r>'
        if self.look.right_to_left:
            pieces.append("<w:bidi/>")
        if part.level > 1 and part.kind == "body":
            pieces.append(f'<w:ind w:left="{567 * (part.level - 1)}"/>')
        if self.look.first_line and part.kind == "body" and part.level == 1:
            pieces.append(f'<w:spacing w:after="0"/><w:ind w:firstLine="{self.look.first_line}"/>')
        if self.look.centred and part.kind == "heading":
            pieces.append('<w:jc w:val="center"/>')
        if self.look.justified and part.kind == "body":
            pieces.append('<w:jc w:val="both"/>')
        return f'<w:p w14:paraId="0A1B2C3D"><w:pPr>{"".join(pieces)}{properties}</w:pPr>{label}{self.text(part.text)}</w:p>'

    def text(self, text: str) -> str:
        """Write the runs of a text."""
        return "".join(self.run(run) for run in runs(text))

    def run(self, run: Run) -> str:
        """Write one run, or two with a spelling mark between where the look asks for Word's own scattering."""
        if run.note:
            return self.reference(run.note)
        marks = ("<w:b/>" if run.bold else "") + ("<w:i/>" if run.italic else "")
        marks += '<w:vertAlign w:val="superscript"/>' if run.raised else ""
        marks += "<w:rtl/>" if self.look.right_to_left else ""
        cut = len(run.text) // 2 if self.look.split and len(run.text) > 12 else 0
        halves = [run.text[:cut], run.text[cut:]] if cut else [run.text]
        written = [f'<w:r w:rsidR="00AB12CD"><w:rPr>{marks}</w:rPr>{_words(half)}</w:r>' for half in halves]
        return '<w:proofErr w:type="spellStart"/>'.join(written)

    def reference(self, key: str) -> str:
        """Write the mark of a note and keep the note for its part."""
        kind = "endnote" if key in self.look.endnotes else "footnote"
        self.notes[kind].append(key)
        number = len(self.notes[kind])
        return f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:{kind}Reference w:id="{number}"/></w:r>'

    def table(self, rows: list[Part]) -> str:
        """Write a table; spans count the columns that each cell covers."""
        width = max(sum(r.spans) or len(r.cells) for r in rows)
        edges = "".join(
            f'<w:{side} w:val="single" w:sz="4"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV")
        )
        grid = f'<w:gridCol w:w="{9000 // width}"/>' * width
        lines = "".join(self._row(row, width) for row in rows)
        visual = "<w:bidiVisual/>" if self.look.right_to_left else ""
        return f"<w:tbl><w:tblPr>{visual}<w:tblBorders>{edges}</w:tblBorders></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{lines}</w:tbl>"

    def _row(self, row: Part, width: int) -> str:
        cells = []
        for text, span in zip(row.cells, row.spans or (1,) * len(row.cells), strict=True):
            merged = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
            inside = self.text(f"**{text}**" if row.head and text else text)
            bidi = "<w:pPr><w:bidi/></w:pPr>" if self.look.right_to_left else ""
            cells.append(
                f'<w:tc><w:tcPr><w:tcW w:w="{9000 // width * span}" w:type="dxa"/>{merged}</w:tcPr><w:p>{bidi}{inside}</w:p></w:tc>'
            )
        return f"<w:tr>{'<w:trPr><w:tblHeader/></w:trPr>' if row.head else ''}{''.join(cells)}</w:tr>"


def _words(text: str) -> str:
    pieces = []
    for number, piece in enumerate(text.split("\u00ad")):
        pieces.append(("<w:softHyphen/>" if number else "") + f'<w:t xml:space="preserve">{escape(piece)}</w:t>')
    return "".join(pieces)


def _notes_part(maker: Maker, kind: str) -> str:
    own = [
        f'<w:{kind} w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:{kind}>',
        f'<w:{kind} w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:{kind}>',
    ]
    for number, key in enumerate(maker.notes[kind], 1):
        style = '<w:pStyle w:val="FootnoteText"/>' if maker.look.note_size else ""
        bidi = f"<w:pPr>{style}{'<w:bidi/>' if maker.look.right_to_left else ''}</w:pPr>"
        inside = "".join(maker.run(run) for run in runs(maker.paper.notes[key][1]))
        own.append(
            f'<w:{kind} w:id="{number}"><w:p>{bidi}<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:{kind}Ref/></w:r>'
            f'<w:r><w:t xml:space="preserve"> </w:t></w:r>{inside}</w:p></w:{kind}>'
        )
    return f"{XML}<w:{kind}s {SPACES}>{''.join(own)}</w:{kind}s>"


def _note_settings() -> str:
    return (
        '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
        '<w:endnotePr><w:numFmt w:val="lowerRoman"/><w:endnote w:id="-1"/><w:endnote w:id="0"/></w:endnotePr>'
    )


def _section(look: Look) -> str:
    wide, high = (16838, 11906) if look.landscape else (11906, 16838)
    turned = ' w:orient="landscape"' if look.landscape else ""
    head = '<w:headerReference w:type="default" r:id="rIdHeader"/>' if look.header else ""
    foot = '<w:footerReference w:type="default" r:id="rIdFooter"/>' if look.footer else ""
    numbers = f'<w:endnotePr><w:numFmt w:val="{look.endnote_marks}"/></w:endnotePr>' if look.endnotes else ""
    lines = '<w:lnNumType w:countBy="1" w:restart="newPage"/>' if look.line_numbers else ""
    columns = f'{lines}<w:cols w:num="{look.columns}" w:space="480"/>'
    return (
        f'<w:sectPr>{head}{foot}{numbers}<w:pgSz w:w="{wide}" w:h="{high}"{turned}/><w:pgMar w:top="1304" w:right="1134" '
        f'w:bottom="1304" w:left="1134" w:header="600" w:footer="600" w:gutter="0"/>{columns}</w:sectPr>'
    )


def _styles(look: Look) -> str:
    fonts = f'<w:rFonts w:ascii="{look.font}" w:hAnsi="{look.font}" w:eastAsia="{look.font}" w:cs="{look.font}"/>'
    size = f'<w:sz w:val="{look.size}"/><w:szCs w:val="{look.size}"/><w:lang w:val="{look.tongue}" w:eastAsia="{look.tongue}" w:bidi="{look.tongue}"/>'
    heads = "".join(
        f'<w:style w:type="paragraph" w:styleId="Heading{level}"><w:name w:val="heading {level}"/><w:basedOn w:val="Normal"/>'
        f'<w:pPr><w:keepNext/><w:spacing w:before="240" w:after="120"/><w:outlineLvl w:val="{level - 1}"/></w:pPr>'
        f'<w:rPr><w:b/><w:bCs/><w:sz w:val="{look.size + 8 - 3 * level}"/></w:rPr></w:style>'
        for level in (1, 2, 3)
    )
    notes = (
        '<w:style w:type="paragraph" w:styleId="FootnoteText"><w:name w:val="footnote text"/><w:basedOn w:val="Normal"/>'
        f'<w:rPr><w:sz w:val="{look.note_size}"/><w:szCs w:val="{look.note_size}"/></w:rPr></w:style>'
    )
    return (
        f"{XML}<w:styles {SPACES}><w:docDefaults><w:rPrDefault><w:rPr>{fonts}{size}</w:rPr></w:rPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        f'<w:pPr><w:spacing w:after="120"/></w:pPr></w:style>{heads}{notes if look.note_size else ""}'
        '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/>'
        f'<w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:b/><w:bCs/><w:sz w:val="{look.size + 10}"/></w:rPr></w:style></w:styles>'
    )


def _package(parts: dict[str, str]) -> dict[str, str]:
    names = {"styles": "styles", "footnotes": "footnotes", "endnotes": "endnotes", "settings": "settings"}
    names |= {"numbering": "numbering", "header1": "header", "footer1": "footer", "comments": "comments"}
    types, relations = [], []
    for path in parts:
        stem = path.removeprefix("word/").removesuffix(".xml")
        kind = "document.main" if stem == "document" else names[stem]
        types.append(f'<Override PartName="/{path}" ContentType="{WORD}{kind}+xml"/>')
        if stem != "document":
            key = {"header1": "rIdHeader", "footer1": "rIdFooter"}.get(stem, f"rId_{stem}")
            relations.append(f'<Relationship Id="{key}" Type="{KIND}{names[stem]}" Target="{stem}.xml"/>')
    declared = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
    )
    box = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
    return {
        "[Content_Types].xml": f'{XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{declared}{"".join(types)}</Types>',
        "_rels/.rels": f'{XML}<Relationships {box}><Relationship Id="rId1" Type="{KIND}officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f"{XML}<Relationships {box}>{''.join(relations)}</Relationships>",
        **parts,
    }


__all__ = ["Look", "Maker", "plain", "write_word"]
