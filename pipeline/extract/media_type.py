"""What a file is, decided by its bytes alone."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from pipeline.errors import DamagedFile
from pipeline.extract.archives import open_archive, read_member
from pipeline.extract.text.wide import wide_encoding

_SAVE_AS = "Save it as DOCX or PDF and run again."
_OFFICE = "application/vnd.openxmlformats-officedocument."


@dataclass(frozen=True, slots=True)
class MediaType:
    """A type of file: its IANA name, what to call it in a sentence, and what to do where no reader exists."""

    name: str
    title: str
    hint: str = _SAVE_AS


PDF = MediaType("application/pdf", "a PDF")
DOCX = MediaType(_OFFICE + "wordprocessingml.document", "a Word document")
TEXT = MediaType("text/plain", "plain text")

DOC = MediaType("application/msword", "a Word 97-2003 document")
RTF = MediaType("application/rtf", "a rich text (RTF) document")
ODT = MediaType("application/vnd.oasis.opendocument.text", "an OpenDocument text")
HTML = MediaType("text/html", "a web page")
MHTML = MediaType("multipart/related", "a web page saved in one file")
XML = MediaType("application/xml", "an XML file")
JSON = MediaType("application/json", "a file of structured data (JSON)", "Run on the document that the data came from.")
XLSX = MediaType(_OFFICE + "spreadsheetml.sheet", "an Excel workbook", "Print the sheets to PDF and run again.")
PPTX = MediaType(
    _OFFICE + "presentationml.presentation", "a PowerPoint presentation", "Export it as PDF and run again."
)
XLS = MediaType("application/vnd.ms-excel", "an Excel 97-2003 workbook", XLSX.hint)
PPT = MediaType("application/vnd.ms-powerpoint", "a PowerPoint 97-2003 presentation", PPTX.hint)
ODS = MediaType("application/vnd.oasis.opendocument.spreadsheet", "an OpenDocument spreadsheet", XLSX.hint)
ODP = MediaType("application/vnd.oasis.opendocument.presentation", "an OpenDocument presentation", PPTX.hint)
EPUB = MediaType("application/epub+zip", "an electronic book")

_SAVE_MAIL = "Save its text and its attachments as files of their own and run again."
EMAIL = MediaType("message/rfc822", "an e-mail", _SAVE_MAIL)
OUTLOOK = MediaType("application/vnd.ms-outlook", "an Outlook message", _SAVE_MAIL)

_UNPACK = "Unpack it and run again on what it holds."
ZIP = MediaType("application/zip", "a ZIP archive", _UNPACK)
GZIP = MediaType("application/gzip", "a gzip archive", _UNPACK)
SEVEN_ZIP = MediaType("application/x-7z-compressed", "a 7-Zip archive", _UNPACK)
RAR = MediaType("application/vnd.rar", "a RAR archive", _UNPACK)

_RECOGNISE = "Run text recognition (OCR) on it, save the result as PDF and run again."
PNG = MediaType("image/png", "a PNG image", _RECOGNISE)
JPEG = MediaType("image/jpeg", "a JPEG image", _RECOGNISE)
GIF = MediaType("image/gif", "a GIF image", _RECOGNISE)
TIFF = MediaType("image/tiff", "a TIFF image", _RECOGNISE)
WEBP = MediaType("image/webp", "a WebP image", _RECOGNISE)
HEIC = MediaType("image/heic", "a HEIC image", "Save it as JPEG or PDF and run again.")

ENCRYPTED_OFFICE = MediaType(
    "application/x-ole-storage", "an Office document with a password", "Ask the sender for a copy without a password."
)
OLE = MediaType("application/x-ole-storage", "an older Office file of an unknown kind")
UNKNOWN = MediaType(
    "application/octet-stream",
    "a file of an unknown type",
    "Check that it opens in the program that made it, then save it as DOCX or PDF and run again.",
)

_SIGNATURES: tuple[tuple[re.Pattern[bytes], MediaType], ...] = (
    (re.compile(rb"\{\\rtf"), RTF),
    (re.compile(rb"\x89PNG\r\n\x1a\n"), PNG),
    (re.compile(rb"\xff\xd8\xff"), JPEG),
    (re.compile(rb"GIF8[79]a"), GIF),
    (re.compile(rb"II\*\x00|MM\x00\*"), TIFF),
    (re.compile(rb"RIFF....WEBP", re.DOTALL), WEBP),
    (re.compile(rb"....ftyp(?:heic|heix|mif1|msf1)", re.DOTALL), HEIC),
    (re.compile(rb"\x1f\x8b\x08"), GZIP),
    (re.compile(rb"7z\xbc\xaf\x27\x1c"), SEVEN_ZIP),
    (re.compile(rb"Rar!\x1a\x07"), RAR),
    # The standard wants the PDF header within the first 1024 bytes, whatever stands before it.
    (re.compile(rb".{0,1019}%PDF-", re.DOTALL), PDF),
    (
        re.compile(
            rb"\s*(?:<\?xml[^>]*>\s*){0,3}(?:<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
            re.I | re.S,
        ),
        HTML,
    ),
    (re.compile(rb"\s*<\?xml\b"), XML),
)
# Main parts as [Content_Types].xml names them; documents, templates, with or without macros (which never run here).
_OOXML_PARTS: tuple[tuple[re.Pattern[bytes], MediaType], ...] = (
    (re.compile(rb"(?:wordprocessingml|ms-word)\.(?:document|template)[\w.]*\.main\+xml", re.I), DOCX),
    (re.compile(rb"(?:spreadsheetml|ms-excel)\.[\w.]*\.?main\+xml", re.I), XLSX),
    (re.compile(rb"(?:presentationml|ms-powerpoint)\.[\w.]*\.?main\+xml", re.I), PPTX),
)
_OLE_STREAMS = (
    ("EncryptedPackage", ENCRYPTED_OFFICE),
    ("WordDocument", DOC),
    ("Workbook", XLS),
    ("Book", XLS),
    ("PowerPoint Document", PPT),
    ("__properties_version1.0", OUTLOOK),
)
_MIMETYPE_ENTRIES = {kind.name.encode(): kind for kind in (ODT, ODS, ODP, EPUB)}
_MIMETYPE_ENTRIES[ODT.name.encode() + b"-template"] = ODT
_ZIP_HEAD = (b"PK\x03\x04", b"PK\x05\x06")
OLE_HEAD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_ENTRY_SIZE = 128
_HEAD = 4096
_CONTENT_TYPES_SIZE = 1_000_000

_HEADER_LINE = re.compile(rb"^([A-Za-z][A-Za-z-]+):[ \t]?\S", re.MULTILINE)
# Letters and memoranda have "From:" and "Subject:" too; only mail programs write these.
_MAIL_ONLY = {b"received", b"message-id", b"mime-version", b"return-path", b"delivered-to", b"x-mailer"}
_MAIL_COMMON = {b"from", b"to", b"date", b"subject"}

# A web page saved in one file is a mail that was never sent.
_PAGE_KIND = re.compile(rb"^content-type:\s*multipart/related\b", re.IGNORECASE | re.MULTILINE)
_SENT = {b"to", b"received", b"message-id", b"return-path", b"delivered-to"}
# Pages cut out of a site begin with any block; Markdown may, too, and then goes on with its own signs.
_PIECE_OF_PAGE = re.compile(
    rb"\s*(?:<!--(?:(?!-->).)*-->\s*)*<(?:p|div|table|h[1-6]|meta|title|article|section|main|ul|ol|dl|center|font|span|"
    rb"blockquote|style|link|base)\b[^>]*>",
    re.IGNORECASE | re.DOTALL,
)
_BLOCK_TAG = re.compile(
    rb"</?(?:p|div|table|tr|t[dh]|h[1-6]|title|article|section|ul|ol|li|dl|center|blockquote)\b", re.I
)
_MARKDOWN_SIGN = re.compile(rb"^(?:#{1,6} |[*-] |\|.*\|\s*$)|\]\(\w+:|\*\*\w", re.MULTILINE)

_TEXT_SAMPLE = 65_536
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1f\x7f]")
_MAX_CONTROL_SHARE = 0.001


def sniff(data: bytes) -> MediaType:
    """Decide what bytes are, never asking a name.

    Raises DamagedFile for an empty file and for a ZIP archive that does not open, LockedFile for one with a password.
    """
    if not data:
        raise DamagedFile("The file is empty.", hint="Fetch it again or ask the sender for another copy.")
    if data.startswith(_ZIP_HEAD):
        return _zip_type(data)
    if data.startswith(OLE_HEAD):
        found = next((kind for name, kind in _OLE_STREAMS if _has_ole_stream(data, name)), None)
        return found or _unknown_ole(data)
    wide = wide_encoding(data)
    head = _narrowed(data, wide) if wide else data.removeprefix(b"\xef\xbb\xbf")[:_HEAD]
    if _is_saved_page(head):
        return MHTML
    if _is_mail(head):
        return EMAIL
    for signature, kind in _SIGNATURES:
        if signature.match(head):
            return kind
    if not (wide or _seems_text(data[:_TEXT_SAMPLE])):
        return UNKNOWN
    if _PIECE_OF_PAGE.match(head) and len(_BLOCK_TAG.findall(head)) > 1 and not _MARKDOWN_SIGN.search(head):
        return HTML
    return JSON if _is_json(data) else TEXT


def _zip_type(data: bytes) -> MediaType:
    with open_archive(data) as archive:
        named = read_member(archive, "mimetype", limit=_HEAD)
        if named in _MIMETYPE_ENTRIES:
            return _MIMETYPE_ENTRIES[named]
        content_types = read_member(archive, "[Content_Types].xml", limit=_CONTENT_TYPES_SIZE) or b""
    return next((kind for part, kind in _OOXML_PARTS if part.search(content_types)), ZIP)


def _has_ole_stream(data: bytes, name: str) -> bool:
    """Look for a directory entry: its name opens a record of 128 bytes, so that text naming it does not count."""
    wanted = name.encode("utf-16-le") + b"\0\0"
    place = data.find(wanted)
    while place >= 0:
        if place % _OLE_ENTRY_SIZE == 0:
            return True
        place = data.find(wanted, place + 1)
    return False


def _unknown_ole(data: bytes) -> MediaType:
    """Raise DamagedFile for a file whose directory, which would say what it is, lies beyond its end."""
    sector_size = 4096 if data[30:32] == b"\x0c\0" else 512
    directory = (int.from_bytes(data[48:52], "little") + 1) * sector_size
    if directory >= len(data):
        raise DamagedFile(
            "The file begins as an older Office file and is cut off.", hint="Fetch it again or ask for another copy."
        )
    return OLE


def _narrowed(data: bytes, encoding: str) -> bytes:
    """Write the beginning of a text of two or four bytes a character as if it had one."""
    return data[: 4 * _HEAD].decode(encoding, "ignore").removeprefix("\ufeff").encode("utf-8", "ignore")[:_HEAD]


def _is_saved_page(head: bytes) -> bool:
    lines = re.split(rb"\r?\n\r?\n", head, maxsplit=1)[0]
    names = {match[1].lower() for match in _HEADER_LINE.finditer(lines)}
    return b"mime-version" in names and _PAGE_KIND.search(lines) is not None and not names & _SENT


def _is_mail(head: bytes) -> bool:
    lines = re.split(rb"\r?\n\r?\n", head, maxsplit=1)[0]
    names = {match[1].lower() for match in _HEADER_LINE.finditer(lines)}
    first = _HEADER_LINE.match(lines) or lines.startswith(b"From ")
    return bool(first) and bool(names & _MAIL_ONLY) and bool(names & _MAIL_COMMON)


def _is_json(data: bytes) -> bool:
    """Parse what begins like an object or a list: a text may begin with a bracket, too."""
    if not data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"{", b"[")):
        return False
    try:
        json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return False
    return True


def _seems_text(sample: bytes) -> bool:
    """Say whether bytes may be text; the text reader decides once it knows the encoding."""
    return b"\x00" not in sample and len(_CONTROLS.findall(sample)) <= _MAX_CONTROL_SHARE * len(sample) + 1
