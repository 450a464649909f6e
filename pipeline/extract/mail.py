"""Mails, in MIME form (.eml) and as Outlook keeps them (.msg): their own text, and the files that they carry."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from email.utils import parseaddr, parsedate_to_datetime
from itertools import groupby

from pipeline.content import Block, Extraction, Note
from pipeline.errors import LimitExceeded, LockedFile, NoText
from pipeline.extract.attachments import is_body, mail_attachments
from pipeline.extract.html import read_html
from pipeline.extract.limits import check_text_size
from pipeline.extract.media_type import EMAIL, OLE_HEAD
from pipeline.extract.mime import Part, header, parameter, parse_message, parts, payload, text_of
from pipeline.extract.settings import ExtractSettings
from pipeline.extract.text import read_text

_QUOTED = re.compile(r"(?:[ \t]?>)+[ \t]?")
_MOST_TURNS = 2_000  # between quoted and own lines; past this a mail is no mail
_STUB_SHARE = 0.25
_FLOWED_LINE = re.compile(r" \n(?!-- \n|>|\n)")
_SIGNATURE_MARK = re.compile(r"^-- ?$", re.MULTILINE)
_ENCRYPTED = frozenset({"multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"})


@dataclass(frozen=True, slots=True)
class Content:
    """What a mail's text holds, whatever form it came in."""

    blocks: tuple[Block, ...] = ()
    notes: tuple[Note, ...] = ()
    warnings: tuple[str, ...] = ()

    @property
    def length(self) -> int:
        """The number of characters."""
        return sum(len(block.text) for block in self.blocks)


def read_mail(data: bytes, *, settings: ExtractSettings) -> Extraction:
    """Read a mail's own text; its headers become properties, its attachments are documents of their own.

    Lines that a reply quotes have the kind `other`. Raises NoText for a mail without text, LockedFile for an encrypted
    one, LimitExceeded and DamagedFile.
    """
    message = parse_message(data)
    if message.get_content_type() in _ENCRYPTED and parameter(message, "smime-type") != "signed-data":
        raise LockedFile("The mail is encrypted.", hint="Ask the sender to send it without encryption.")
    if sum(is_body(part) for part in message.walk()) > settings.max_members:
        raise LimitExceeded(
            f"The mail has more than {settings.max_members:,} pieces of text.",
            hint="Save its text as a file of its own, or raise extract.max_members in a file given with --config.",
        )
    content = _read(message, settings)
    return mail_extraction(content, _properties(message), kind=EMAIL.name)


def mail_extraction(content: Content, properties: dict[str, str], *, kind: str) -> Extraction:
    """Make the extraction of a mail; raises NoText for one without text."""
    if not content.blocks:
        raise NoText(
            "The mail holds no text of its own.",
            hint="If it carries attachments, these are read as documents of their own.",
        )
    return Extraction(
        media_type=kind,
        engine="mail",
        blocks=content.blocks,
        notes=content.notes,
        warnings=tuple(dict.fromkeys(content.warnings)),
        properties={key: text for key, text in properties.items() if text},
    )


def attachments(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the bytes of each attachment of a mail of either form; forwarded mails end in .eml.

    Names have no folders and may come twice. Every way to fail is a DocumentError.
    """
    if data.startswith(OLE_HEAD):
        from pipeline.extract.outlook import outlook_attachments

        yield from outlook_attachments(data)
    else:
        yield from mail_attachments(data)


def _read(part: Part, settings: ExtractSettings) -> Content:
    """Read the text of a part and of those in it: of several versions the best, of several pieces all."""
    if part.get_content_maintype() != "multipart":
        return _read_body(part, settings) if is_body(part) else Content()
    below = [_read(each, settings) for each in parts(part)]
    if part.get_content_type() == "multipart/alternative":
        return _best(below)
    return _joined(below)


def _joined(contents: Sequence[Content]) -> Content:
    return Content(
        tuple(block for content in contents for block in content.blocks),
        tuple(note for content in contents for note in content.notes),
        tuple(warning for content in contents for warning in content.warnings),
    )


def _best(versions: list[Content]) -> Content:
    """Choose the first version, which is the plainest, unless it only says that there is another."""
    longest = max((content.length for content in versions), default=0)
    return next((content for content in versions if content.length > _STUB_SHARE * longest), Content())


def _read_body(part: Part, settings: ExtractSettings) -> Content:
    data = payload(part)
    check_text_size(data, settings)
    try:
        if part.get_content_type() == "text/html":
            read = read_html(data, settings=settings, charset=parameter(part, "charset"))
            return Content(read.blocks, read.notes, read.warnings)
        text, warnings = text_of(part)
        if parameter(part, "format") == "flowed":
            text = _FLOWED_LINE.sub("" if parameter(part, "delsp") == "yes" else " ", text)
        return replace(read_plain(text, settings), warnings=warnings)
    except NoText:
        return Content()


def read_plain(text: str, settings: ExtractSettings) -> Content:
    """Read plain text, with the lines that a reply quotes told from its own."""
    runs = groupby(_SIGNATURE_MARK.sub("", text).split("\n"), key=lambda line: _QUOTED.match(line) is not None)
    groups = [(is_quoted, list(lines)) for is_quoted, lines in runs]
    if len(groups) > _MOST_TURNS:
        groups = [(False, text.split("\n"))]
    return _joined([_read_lines(lines, settings, is_quoted=is_quoted) for is_quoted, lines in groups])


def _read_lines(lines: list[str], settings: ExtractSettings, *, is_quoted: bool) -> Content:
    text = "\n".join(_QUOTED.sub("", line) if is_quoted else line for line in lines)
    try:
        read = read_text(text.encode("utf-8", "replace"), settings=settings)
    except NoText:
        return Content()
    blocks = tuple(replace(block, kind="other") for block in read.blocks) if is_quoted else read.blocks
    return Content(blocks, read.notes, read.warnings)


def _properties(message: Part) -> dict[str, str]:
    return {
        "title": header(message, "subject"),
        "author": author_of(header(message, "from")),
        "date": iso_date(header(message, "date")),
    }


def author_of(sender: str) -> str:
    """Return the name in an address, the bare address where it has none.

    >>> author_of('"Permanent Mission" <mission@example.org>'), author_of("mission@example.org")
    ('Permanent Mission', 'mission@example.org')
    """
    name, address = parseaddr(sender) if "@" in sender else (sender, "")
    return name or address or sender


def iso_date(sent: str) -> str:
    """Return the day of a mail's date, "" for what is none."""
    try:
        return parsedate_to_datetime(sent).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""
