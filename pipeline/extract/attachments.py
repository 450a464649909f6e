"""The files that a mail carries: documents of their own."""

from __future__ import annotations

import base64
import binascii
import mimetypes
import re
from collections.abc import Iterator

from pipeline.extract.mime import Part, decoded_words, header, parse_message, parts, payload

# The signatures of mail programs, and reports on whether a mail was delivered or read.
_NO_DOCUMENTS = frozenset({
    "application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature",
    "message/delivery-status", "message/disposition-notification", "message/external-body",
})  # fmt: skip
_BODY_TYPES = frozenset({"text/plain", "text/html"})
_UNSAFE = re.compile(r'[\x00-\x1f\x7f<>:"|?*]+')
_LONGEST_NAME = 150
_LONGEST_ENDING = 10


def mail_attachments(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the bytes of each attachment of a mail in MIME form, a forwarded mail as an .eml file.

    Names have no folders and may come twice. Signatures and the pictures of a letterhead are left out. Raises
    LimitExceeded and DamagedFile before the first.
    """
    for order, part in enumerate(_attached(parse_message(data), inside=""), 1):
        content = _forwarded(part) if part.is_multipart() else payload(part)
        if content.strip():
            yield _name(part, order), content


def is_body(part: Part) -> bool:
    """Say whether a part is text of the mail itself and no file."""
    is_text = part.get_content_type() in _BODY_TYPES and not part.is_multipart()
    return is_text and part.get_content_disposition() != "attachment" and not file_name(part)


def file_name(part: Part) -> str:
    """Return the name of the file that a part is; "" for a part that is none."""
    try:
        named = part.get_filename("")
    except (ValueError, LookupError, AttributeError, TypeError):
        return ""
    return safe_name(decoded_words(named))


def safe_name(named: str) -> str:
    """Reduce a file name to one without folders that any system takes, its ending kept.

    >>> safe_name("../../etc/Réponse: final.pdf")
    'Réponse_ final.pdf'
    """
    last = _UNSAFE.sub("_", re.split(r"[/\\]", named.strip())[-1]).strip(" .")
    stem, dot, ending = last.rpartition(".")
    return f"{stem[:_LONGEST_NAME]}{dot}{ending[:_LONGEST_ENDING]}" if dot else last[:_LONGEST_NAME]


def _attached(part: Part, *, inside: str) -> Iterator[Part]:
    """Walk through groups of parts, but not into forwarded mails, which are attachments as a whole."""
    kind = part.get_content_type()
    if part.get_content_maintype() == "multipart":
        for below in parts(part):
            yield from _attached(below, inside=kind)
        return
    is_letterhead = inside == "multipart/related" and part.get_content_maintype() == "image"
    if not (is_letterhead or kind in _NO_DOCUMENTS or is_body(part)):
        yield part


def _forwarded(part: Part) -> bytes:
    """Write a forwarded mail out again; some mailers encode it whole, which the standard forbids."""
    try:
        written = b"\n".join(message.as_bytes() for message in parts(part))
    except (ValueError, LookupError, AttributeError, TypeError, RecursionError):
        return b""
    if header(part, "content-transfer-encoding").lower() != "base64":
        return written
    try:
        return base64.b64decode(written)
    except binascii.Error:
        return written


def _name(part: Part, order: int) -> str:
    named = file_name(part)
    if not part.is_multipart():
        return named or f"attachment-{order}{mimetypes.guess_extension(part.get_content_type()) or ''}"
    subject = next((header(message, "subject") for message in parts(part)), "")
    named = named or safe_name(re.sub(r"[/\\]", "_", subject)) or f"message-{order}"
    return named if named.lower().endswith(".eml") else f"{named}.eml"
