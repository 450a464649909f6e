"""Asks pdfium what stands in a box of a page."""

from __future__ import annotations

import pypdfium2 as pdfium

from pipeline.content import Box
from pipeline.extract.pdf_placement import placement


class PageTexts:
    """What stands in boxes of a document's pages; the page asked about last is kept open until `close`."""

    def __init__(self, document: pdfium.PdfDocument) -> None:
        self._document = document
        self._number = 0
        self._open: tuple[pdfium.PdfPage, pdfium.PdfTextPage] | None = None

    def __call__(self, box: Box) -> str:
        """Return the text in a box."""
        if self._open is None or box.page != self._number:
            self.close()
            page = self._document[box.page - 1]
            self._open, self._number = (page, page.get_textpage()), box.page
        page, text_page = self._open
        place = placement(page)
        (x0, y0), (x1, y1) = place.stored(box.x0, box.y0), place.stored(box.x1, box.y1)
        return str(text_page.get_text_bounded(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)))

    def close(self) -> None:
        """Close the page that is open."""
        if self._open is not None:
            page, text_page = self._open
            text_page.close()
            page.close()
            self._open = None
