"""Small Word files made by hand, part by part, so that each test shows the XML that it is about."""

from __future__ import annotations

import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
_ROOTS = {"header": "hdr", "footer": "ftr"}
_DIGITS = "123456789"


def word_file(body: str, **parts: str) -> bytes:
    """Make a Word file from the XML inside w:body and inside the roots of other parts (styles="...", header1="...")."""
    contents = {"document": _part("document", f"<w:body>{body}</w:body>")}
    contents |= {part: _part(_ROOTS.get(part.rstrip(_DIGITS), part), xml) for part, xml in parts.items()}
    overrides = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{_MAIN_TYPE.format(_content_type(part))}"/>'
        for part in contents
    )
    related = "".join(
        f'<Relationship Id="r{place}" Type="{R}/{part.rstrip(_DIGITS)}" Target="{part}.xml"/>'
        for place, part in enumerate(parts)
    )
    main = f'<Relationship Id="r1" Type="{R}/officeDocument" Target="word/document.xml"/>'
    return zip_file(
        {
            "[Content_Types].xml": f'<Types xmlns="{_TYPES}"><Default Extension="rels" ContentType="application/'
            f'vnd.openxmlformats-package.relationships+xml"/>{overrides}</Types>',
            "_rels/.rels": f'<Relationships xmlns="{_RELATIONS}">{main}</Relationships>',
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{_RELATIONS}">{related}</Relationships>',
            **{f"word/{part}.xml": xml for part, xml in contents.items()},
        }
    )


def zip_file(members: dict[str, str | bytes]) -> bytes:
    """Pack members into a compressed ZIP archive."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for member, content in members.items():
            archive.writestr(member, content)
    return packed.getvalue()


def paragraph(text: str = "", *, style: str = "", properties: str = "", content: str = "") -> str:
    """Write a paragraph with its text in one run, or with runs of its own as `content`."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{run(text) if text else ''}{content}</w:p>"


def run(text: str, properties: str = "") -> str:
    """Write a run; tabs and line breaks become Word's elements."""
    written = text.replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">').replace("\n", "</w:t><w:br/><w:t>")
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{written}</w:t></w:r>'


def numbered(text: str, num_id: int, depth: int = 0) -> str:
    """Write a paragraph of a list."""
    return paragraph(text, properties=f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{num_id}"/></w:numPr>')


def level(depth: int, number_format: str, text: str, *, start: int = 1, more: str = "") -> str:
    """Write one level of a list."""
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{number_format}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def table(*rows: list[str]) -> str:
    """Write a table from the XML of its cells."""
    columns = "<w:gridCol/>" * max(len(row) for row in rows)
    written = "".join(f"<w:tr>{''.join(row)}</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{columns}</w:tblGrid>{written}</w:tbl>"


def cell(*texts: str, properties: str = "") -> str:
    """Write a table cell of one paragraph a text."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(paragraph(text) for text in texts or ('',))}</w:tc>"


def _part(root: str, xml: str) -> str:
    return f'<w:{root} xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="{MC}">{xml}</w:{root}>'


def _content_type(part: str) -> str:
    return "document.main" if part == "document" else part.rstrip(_DIGITS)
