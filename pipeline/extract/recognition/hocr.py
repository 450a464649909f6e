"""Reads hOCR, Tesseract's fullest answer.

Unlike its TSV it says for every line where the baseline runs and how large the font is, by which layout is understood.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from pipeline.extract.recognition.words import PrintedLine, Word

_XHTML = "{http://www.w3.org/1999/xhtml}"
_LINE_KINDS = frozenset({"ocr_line", "ocr_header", "ocr_caption", "ocr_textfloat"})
_BOX = re.compile(r"\bbbox (-?\d+) (-?\d+) (-?\d+) (-?\d+)")
_BASELINE = re.compile(r"\bbaseline (-?[\d.]+(?:e-?\d+)?) (-?[\d.]+)")
_SIZE = re.compile(r"\bx_size (-?[\d.]+)")
_CONFIDENCE = re.compile(r"\bx_wconf (\d+)")


def parse_hocr(text: str | bytes) -> tuple[PrintedLine, ...]:
    """Return the lines of an hOCR page; what is no hOCR has none."""
    content = text.encode() if isinstance(text, str) else text
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError:
        return ()
    return tuple(_lines(root)) if root is not None else ()


def _lines(root: etree._Element) -> Iterator[PrintedLine]:
    for span in root.iter(f"{_XHTML}span", "span"):
        if span.get("class") not in _LINE_KINDS:
            continue
        title = span.get("title", "")
        box, size = _BOX.search(title), _SIZE.search(title)
        words = tuple(_words(span))
        if box is None or not words:
            continue
        left, top, _, bottom = map(int, box.groups())
        run = _BASELINE.search(title)
        slope, offset = (float(run[1]), float(run[2])) if run else (0.0, 0.0)
        start = min(word.x0 for word in words)
        yield PrintedLine(
            words=words,
            baseline=bottom + offset + slope * (start - left),
            slope=slope,
            height=float(size[1]) if size else float(bottom - top),
        )


def _words(line: etree._Element) -> Iterator[Word]:
    for span in line:
        title = span.get("title", "")
        box, sure = _BOX.search(title), _CONFIDENCE.search(title)
        text = "".join(map(str, span.itertext())).strip()
        if box is not None and text:
            yield Word(text, float(box[1]), float(box[3]), float(sure[1]) if sure else 0.0)
