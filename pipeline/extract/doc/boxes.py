"""Text boxes that doc2docx leaves out: their words are read from the file and put into the rewritten document.

Word keeps the text of all boxes in one story of the file; where the tables that tie boxes to their places are not as
the library wants them (LibreOffice writes such files), it leaves an object sign in the text and drops the story.
"""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

from doc2docx.cfb import CompoundFile
from doc2docx.diagnostics import ConversionReport
from doc2docx.msdoc import FileInformationBlock, read_piece_table
from doc2docx.msdoc.fib import FibBase

from pipeline.extract.doc.rewriting import FAULTS, Rewritten

_DROPPED = frozenset({"MAIN_TEXTBOX_TABLE_MALFORMED", "GROUPED_MAIN_TEXTBOXES_DEFERRED"})
_OBJECT_SIGN = "\ufffc"
# A field is 0x13 code 0x14 result 0x15; 0x0B and 0x0C are breaks, the other controls anchors and cell ends.
_FIELD_CODE = re.compile(r"\x13[^\x13-\x15]*(?:\x14|(?=\x15))")
_CONTROLS = re.compile(r"[\x00-\x06\x08\x0e-\x1d]")
_BREAKS = re.compile(r"[\x0b\x0c]")
_PARAGRAPH_ENDS = re.compile(r"[\r\x07]")


def with_dropped_boxes(rewritten: Rewritten, data: bytes) -> Rewritten:
    """Return the rewritten document with the boxes that it lost, at the first place that lost an object."""
    paragraphs = _box_paragraphs(data) if rewritten.diagnostics & _DROPPED else []
    if not paragraphs:
        return rewritten
    return rewritten.with_main_part(lambda xml: _with_boxes(xml.decode(), paragraphs).encode())


def _box_paragraphs(data: bytes) -> list[str]:
    """Read the story of the boxes; nothing where it cannot be had, for the document itself was read."""
    report = ConversionReport("")
    try:
        compound = CompoundFile(data)
        main = compound.open_stream("WordDocument")
        fib = FileInformationBlock.parse(main)
        table = compound.open_stream(FibBase.parse(main).table_stream_name)
        pieces = read_piece_table(table, main, fc_clx=fib.clx.fc, lcb_clx=fib.clx.lcb, report=report)
        start = fib.textbox_story_cp_start
        characters = pieces.extract_characters(start, start + fib.ccp_textboxes, report, story="textboxes")
    except FAULTS:
        return []
    text = _FIELD_CODE.sub("", "".join(character.text for character in characters))
    plain = _BREAKS.sub("\n", _CONTROLS.sub("", text)).replace("\x1e", "-").replace("\x1f", "\u00ad")
    return [paragraph for paragraph in _PARAGRAPH_ENDS.split(plain) if paragraph.strip()]


def _with_boxes(xml: str, paragraphs: list[str]) -> str:
    written = "".join(f'<w:p><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>' for text in paragraphs)
    before, sign, after = xml.partition(_OBJECT_SIGN)
    if sign:
        return f"{before}</w:t><w:pict><w:txbxContent>{written}</w:txbxContent></w:pict><w:t>{after}"
    before, body_end, after = xml.rpartition("</w:body>")
    return before + written + body_end + after
