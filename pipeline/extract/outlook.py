"""Messages as Outlook keeps them: a compound file with a stream for each property (MS-OXMSG)."""

from __future__ import annotations

import datetime
import io
import mimetypes
import struct
from collections.abc import Iterator

import olefile

from pipeline.content import Extraction
from pipeline.errors import DamagedFile, LimitExceeded, NoText, UnsupportedType
from pipeline.extract.attachments import safe_name
from pipeline.extract.html import read_html
from pipeline.extract.mail import Content, author_of, mail_extraction, read_plain
from pipeline.extract.media_type import OUTLOOK
from pipeline.extract.settings import ExtractSettings
from pipeline.extract.text.decoding import decode

# Numbers of properties, MS-OXPROPS.
_SUBJECT, _SENDER, _SENDER_ADDRESS, _BODY, _HTML = "0037", "0C1A", "5D01", "1000", "1013"
_FILE_DATA, _FILE_NAME, _FILE_SHORT_NAME, _FILE_TYPE = "3701", "3707", "3704", "370E"
_SUBMITTED, _DELIVERED = 0x0039, 0x0E06
_UNICODE, _EIGHT_BITS, _BINARY, _TIME = "001F", "001E", "0102", 0x0040
_ATTACHMENT = "__attach_version1.0_"
_ROOT_HEADER, _ENTRY = 32, 16
_EPOCH = datetime.datetime(1601, 1, 1, tzinfo=datetime.UTC)
_DAMAGE = (
    OSError,
    ValueError,
    IndexError,
    KeyError,
    TypeError,
    AttributeError,
    struct.error,
    RecursionError,
    MemoryError,
)
_MOST_ATTACHMENTS = 1_000
_ASK_AGAIN = "Open it in Outlook and save it again, or ask the sender for another copy."


def read_msg(data: bytes, *, settings: ExtractSettings) -> Extraction:
    """Read an Outlook message's own text; its attachments are documents of their own.

    Raises NoText for a message without text, LimitExceeded and DamagedFile.
    """
    message = _Message(data)
    content = _read_body(message, settings)
    properties = {
        "title": message.text(_SUBJECT),
        "author": author_of(message.text(_SENDER) or message.text(_SENDER_ADDRESS)),
        "date": message.date(),
    }
    return mail_extraction(content, properties, kind=OUTLOOK.name)


def outlook_attachments(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the bytes of each file that an Outlook message carries; forwarded messages are left out."""
    message = _Message(data)
    for order, storage in enumerate(message.attachments(), 1):
        content = message.stream(f"{storage}/__substg1.0_{_FILE_DATA}{_BINARY}")
        if content:
            named = message.text(_FILE_NAME, storage) or message.text(_FILE_SHORT_NAME, storage)
            ending = mimetypes.guess_extension(message.text(_FILE_TYPE, storage)) or ""
            yield safe_name(named) or f"attachment-{order}{ending}", content


def _read_body(message: _Message, settings: ExtractSettings) -> Content:
    plain = message.text(_BODY).replace("\r\n", "\n")
    _check_length(plain, settings)
    content = read_plain(plain, settings) if plain.strip() else Content()
    if content.blocks:
        return content
    page = message.stream(f"__substg1.0_{_HTML}{_BINARY}") or message.text(_HTML).encode()
    page = page.rstrip(b"\0")
    if not page.strip():
        return Content()
    try:
        read = read_html(page, settings=settings)
    except NoText:
        return Content()
    return Content(read.blocks, read.notes, read.warnings)


def _check_length(text: str, settings: ExtractSettings) -> None:
    if len(text) > settings.max_text_bytes:
        raise LimitExceeded(
            f"The message has {len(text):,} characters; the limit for text is {settings.max_text_bytes:,}.",
            hint="Split it, or raise extract.max_text_bytes in a file given with --config.",
        )


class _Message:
    """The streams of a message by the numbers of their properties."""

    def __init__(self, data: bytes) -> None:
        try:
            self._file = olefile.OleFileIO(io.BytesIO(data))
            self._streams = {"/".join(path): path for path in self._file.listdir(streams=True)}
        except _DAMAGE as error:
            raise DamagedFile("The Outlook message cannot be opened.", hint=_ASK_AGAIN) from error

    def stream(self, path: str) -> bytes:
        """Return the bytes of a stream, none where the message has no such stream."""
        if path not in self._streams:
            return b""
        try:
            return bytes(self._file.openstream(self._streams[path]).read())
        except _DAMAGE as error:
            raise DamagedFile("A part of the Outlook message cannot be read.", hint=_ASK_AGAIN) from error

    def text(self, number: str, storage: str = "") -> str:
        """Return a property that is text."""
        stem = f"{storage}/__substg1.0_{number}" if storage else f"__substg1.0_{number}"
        wide = self.stream(stem + _UNICODE)
        if wide:
            return wide.decode("utf-16-le", "replace").rstrip("\0")
        narrow = self.stream(stem + _EIGHT_BITS).rstrip(b"\0")
        try:
            return decode(narrow)[0] if narrow else ""
        except UnsupportedType:
            return narrow.decode("cp1252", "replace")

    def date(self) -> str:
        """Return the day when the message was sent, "" where it does not say."""
        entries = self.stream("__properties_version1.0")[_ROOT_HEADER:]
        found = {}
        for place in range(0, len(entries) - _ENTRY + 1, _ENTRY):
            kind, number, _, value = struct.unpack_from("<HHIQ", entries, place)
            if kind == _TIME:
                found[number] = value
        ticks = found.get(_SUBMITTED) or found.get(_DELIVERED) or 0
        try:
            return (_EPOCH + datetime.timedelta(microseconds=ticks // 10)).date().isoformat() if ticks else ""
        except OverflowError:
            return ""

    def attachments(self) -> list[str]:
        """List the storages of the attached files."""
        storages = {path.split("/")[0] for path in self._streams if path.startswith(_ATTACHMENT)}
        return sorted(storages)[:_MOST_ATTACHMENTS]
