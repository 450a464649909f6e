"""Bytes of a web page to its tree: the encoding, then the markup, whatever state it is in."""

from __future__ import annotations

import re

from lxml import etree

from pipeline.errors import DamagedFile, LimitExceeded
from pipeline.extract.html.names import Element
from pipeline.extract.marks import without_strays
from pipeline.extract.text.decoding import decode, decode_as
from pipeline.extract.text.wide import wide_encoding

_HEAD = 4_096
_CHARSET = re.compile(rb"""<meta\b[^>]{0,300}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w:.-]{2,40})""", re.IGNORECASE)
_XML_ENCODING = re.compile(
    rb"""\s{0,99}<\?xml\b[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']([\w:.-]{2,40})""", re.IGNORECASE
)
_IS_XHTML = re.compile(r"""\s{0,99}<\?xml\b|<html\b[^>]{0,500}\bxmlns=""", re.IGNORECASE)
_XML_DECLARATION = re.compile(r"\s{0,99}<\?xml\b[^>]{0,500}\?>")
# XML closes an empty element in its tag, HTML would take it for open: <script src="x"/> swallows the page.
_CLOSED_TAG = re.compile(
    r"<(?!(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)\b)([A-Za-z][\w:-]{0,40})"
    r"((?:\s[^<>]{0,2000})?)/>",
    re.IGNORECASE,
)


def parse_page(data: bytes, *, charset: str = "") -> tuple[Element, tuple[str, ...]]:
    """Parse a web page or a piece of one; returns its root and the warnings of decoding.

    Nothing is fetched and no entity is defined. Raises DamagedFile for a page without elements, LimitExceeded for
    nesting that no parser follows, UnsupportedType for bytes that are no text.
    """
    text, warnings = _decode(data, charset)
    text = without_strays(text)
    if _IS_XHTML.search(text[:_HEAD]):
        text = _CLOSED_TAG.sub(r"<\1\2></\1>", _XML_DECLARATION.sub("", text, count=1))
    # Text in code points: the parser would take the word of a charset in the page over ours.
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, no_network=True)
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        root = None
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" or "depth" in entry.message for entry in parser.error_log):
        raise LimitExceeded(
            "The elements of the web page are nested too deeply.", hint="Print the page to PDF and run again."
        )
    if root is None:
        raise DamagedFile("The web page holds no elements.", hint="Save the page anew from a browser and run again.")
    return root, warnings


def _decode(data: bytes, charset: str) -> tuple[str, tuple[str, ...]]:
    """Trust a byte order mark, then what the page says of itself, as long as its bytes agree."""
    if wide_encoding(data):
        return decode(data)
    if charset:
        return decode_as(data, charset)
    head = data[:_HEAD]
    named = _CHARSET.search(head) or _XML_ENCODING.match(head)
    # What can be read as ASCII is not in UTF-16, whatever a converter left in its head.
    if named is None or named[1].lower().startswith((b"utf-16", b"utf16")):
        return decode(data)
    return decode_as(data, named[1].decode("ascii"))
