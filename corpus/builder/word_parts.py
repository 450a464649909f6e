"""The XML of a Word package: styles, numbering, relations and the small pieces that the writer puts together."""

from __future__ import annotations

from xml.sax.saxutils import escape

from builder.model import Paper

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_SUPERSCRIPT = '<w:vertAlign w:val="superscript"/>'


def _heading(level: int) -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="Heading{level}"><w:name w:val="heading {level}"/>'
        f'<w:basedOn w:val="BodyText"/><w:pPr><w:keepNext/><w:numPr><w:ilvl w:val="{level - 1}"/><w:numId w:val="1"/>'
        f'</w:numPr><w:outlineLvl w:val="{level - 1}"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>'
    )


def _listed(style_id: str, num_id: int, depth: int) -> str:
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{style_id}"><w:name w:val="{style_id}"/>'
        f'<w:basedOn w:val="BodyText"/><w:pPr><w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{num_id}"/>'
        f"</w:numPr></w:pPr></w:style>"
    )


def _styled(style_id: str, paragraph: str, run: str = "", *, name: str | None = None) -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{style_id}"><w:name w:val="{name or style_id}"/>'
        f'<w:basedOn w:val="Normal"/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>'
    )


def _edge(side: str) -> str:
    return f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>'


_CENTRED = '<w:spacing w:after="60"/><w:jc w:val="center"/>'
STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>'
    '<w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    + _styled("BodyText", '<w:spacing w:after="160"/>', name="Body Text")
    + _styled("Title", '<w:spacing w:before="240" w:after="240"/><w:jc w:val="center"/>', '<w:b/><w:sz w:val="30"/>')
    + _styled("Letterhead", _CENTRED)
    + _styled("DateLine", '<w:spacing w:before="240" w:after="240"/>')
    + _styled("NoteText", "", '<w:sz w:val="18"/>', name="footnote text")
    + _heading(1)
    + _heading(2)
    + _listed("NumberedParagraph", 2, 0)
    + _listed("SubParagraph", 2, 1)
    + _listed("Bullet", 3, 0)
    + '<w:style w:type="table" w:styleId="Grid"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders>'
    + "".join(map(_edge, ("top", "left", "bottom", "right", "insideH", "insideV")))
    + "</w:tblBorders></w:tblPr></w:style>"
)


def _level(depth: int, number_format: str, text: str, *, style_id: str, indent: int) -> str:
    # Word finds the level of a style by this link; the level that the style names itself is for other programs.
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{number_format}"/>'
        f'<w:pStyle w:val="{style_id}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{indent}" w:hanging="567"/></w:pPr></w:lvl>'
    )


def _abstract(number: int, *levels: str) -> str:
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>'
        f"{''.join(levels)}</w:abstractNum>"
    )


NUMBERING = (
    _abstract(
        1,
        _level(0, "upperRoman", "%1.", style_id="Heading1", indent=567),
        _level(1, "upperLetter", "%2.", style_id="Heading2", indent=567),
    )
    + _abstract(
        2,
        _level(0, "decimal", "%1.", style_id="NumberedParagraph", indent=567),
        _level(1, "lowerLetter", "(%2)", style_id="SubParagraph", indent=1134),
    )
    + _abstract(3, _level(0, "bullet", "•", style_id="Bullet", indent=1134))
    + "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in (1, 2, 3))
)

SECTION = (
    '<w:sectPr><w:headerReference w:type="default" r:id="rId5"/><w:footerReference w:type="default" r:id="rId6"/>'
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1418" w:bottom="1418" w:left="1418" '
    'w:header="709" w:footer="709" w:gutter="0"/></w:sectPr>'
)


def part(root: str, xml: str) -> str:
    """Wrap the XML of a part in its root."""
    return f'{_HEAD}<w:{root} xmlns:w="{_W}" xmlns:r="{_R}">{xml}</w:{root}>'


def style(style_id: str) -> str:
    """Name a paragraph's style."""
    return f'<w:pStyle w:val="{style_id}"/>'


def run(text: str, *, bold: bool = False) -> str:
    """Write one run of text."""
    properties = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def citation(kind: str, note_id: str) -> str:
    """Write the place that cites a note; Word prints the number."""
    return f'<w:r><w:rPr>{_SUPERSCRIPT}</w:rPr><w:{kind}Reference w:id="{note_id}"/></w:r>'


def note(kind: str, note_id: str, text: str) -> str:
    """Write the body of a note."""
    return (
        f'<w:{kind} w:id="{note_id}"><w:p><w:pPr>{style("NoteText")}</w:pPr>'
        f"<w:r><w:rPr>{_SUPERSCRIPT}</w:rPr><w:{kind}Ref/></w:r>{run(' ' + text)}</w:p></w:{kind}>"
    )


def note_separators(kind: str) -> str:
    """Write the two lines that Word keeps among the notes and that are none."""
    return (
        f'<w:{kind} w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:{kind}>'
        f'<w:{kind} w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:{kind}>'
    )


def settings(kind: str) -> str:
    """Let notes count in Arabic numbers, endnotes too."""
    return (
        f'<w:{kind}Pr><w:numFmt w:val="decimal"/><w:{kind} w:id="-1"/><w:{kind} w:id="0"/></w:{kind}Pr>'
        '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
        'w:val="15"/></w:compat>'
    )


def header(text: str) -> str:
    """Write the running header."""
    return f'<w:p><w:pPr><w:jc w:val="right"/></w:pPr>{run(text)}</w:p>'


def footer(text: str) -> str:
    """Write the running footer with the page number, a field that Word fills."""
    page = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    return f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr>{run(text + " – ") if text else ""}{page}</w:p>'


def core_properties(paper: Paper) -> str:
    """Write what the file says of itself; the dates are the paper's."""
    moment = f"{paper.date}T00:00:00Z"
    dates = "".join(
        f'<dcterms:{word} xsi:type="dcterms:W3CDTF">{moment}</dcterms:{word}>' for word in ("created", "modified")
    )
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="{_CORE}" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:creator>gcm-pipeline sample corpus</dc:creator><dc:language>{paper.language}</dc:language>{dates}"
        "</cp:coreProperties>"
    )


def content_types(kind: str) -> str:
    """Name the type of every part."""
    names = {
        "document": "document.main", "styles": "styles", "numbering": "numbering", "settings": "settings",
        f"{kind}s": f"{kind}s", "header1": "header", "footer1": "footer",
    }  # fmt: skip
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_WORD_TYPE}.{word}+xml"/>' for name, word in names.items()
    )
    package = "application/vnd.openxmlformats-package"
    return (
        f'{_HEAD}<Types xmlns="{_TYPES}"><Default Extension="rels" ContentType="{package}.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}'
        f'<Override PartName="/docProps/core.xml" ContentType="{package}.core-properties+xml"/></Types>'
    )


def document_relations(kind: str) -> str:
    """Relate the document to its other parts."""
    targets = {
        "styles": "styles", "numbering": "numbering", "settings": "settings",
        f"{kind}s": f"{kind}s", "header": "header1", "footer": "footer1",
    }  # fmt: skip
    written = "".join(
        f'<Relationship Id="rId{place}" Type="{_R}/{word}" Target="{target}.xml"/>'
        for place, (word, target) in enumerate(targets.items(), 1)
    )
    return f'{_HEAD}<Relationships xmlns="{_RELATIONS}">{written}</Relationships>'


PACKAGE_RELATIONS = (
    f'{_HEAD}<Relationships xmlns="{_RELATIONS}">'
    f'<Relationship Id="rId1" Type="{_R}/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="rId2" Type="{_RELATIONS}/metadata/core-properties" Target="docProps/core.xml"/>'
    "</Relationships>"
)
