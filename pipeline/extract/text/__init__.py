"""Plain text, Markdown and the text exports of Word documents."""

from __future__ import annotations

from pipeline.content import Extraction
from pipeline.errors import NoText
from pipeline.extract.limits import check_text_size
from pipeline.extract.marks import without_strays
from pipeline.extract.settings import ExtractSettings
from pipeline.extract.text.blocks import units_to_blocks
from pipeline.extract.text.decoding import decode
from pipeline.extract.text.front_matter import split_front_matter
from pipeline.extract.text.markdown import in_plain_lines, is_markdown
from pipeline.extract.text.notes import hold_notes
from pipeline.extract.text.pages import without_page_furniture
from pipeline.extract.text.units import join_lines


def read_text(data: bytes, *, settings: ExtractSettings) -> Extraction:
    """Read a text file as blocks and notes.

    Raises LimitExceeded for a text too long, UnsupportedType for bytes that are no text and NoText for white space.
    """
    check_text_size(data, settings)
    decoded, warnings = decode(data)
    properties, body = split_front_matter(without_strays(decoded))
    body, furniture = without_page_furniture(body)
    body, notes = hold_notes(body)
    markdown = bool(properties) or is_markdown(body)
    if markdown:
        body = in_plain_lines(body)
    blocks = units_to_blocks(join_lines(body, markdown=markdown), markdown=markdown)
    if not blocks:
        raise NoText("The file holds no text.", hint="Check that the right file was sent.")
    return Extraction(
        media_type="text/plain",
        engine="text",
        blocks=blocks,
        notes=notes,
        furniture=furniture,
        warnings=warnings,
        properties=properties,
    )
