"""Messages in MIME form, parsed so that no header and no nesting of a stranger's can crash or stall the parser.

The standard library's own parser with its oldest policy, which hands out headers as they stand: the newer one parses
each header into objects, fails on broken ones in a dozen ways and takes quadratic time for long ones.
"""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterator
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.parser import BytesParser
from email.policy import Compat32
from typing import TypeAlias

from pipeline.errors import DamagedFile, LimitExceeded, UnsupportedType
from pipeline.extract.text.decoding import decode, decode_as

Part: TypeAlias = "Message[str, str]"

# Longer than any subject or file name; the library takes quadratic time to find the parameters of a header.
_LONGEST_HEADER = 4_000
# Parts that hold parts. The parser asks for every line whether it ends one of those that are open.
_MAX_CONTAINERS = 150
_CONTAINER = re.compile(rb"^content-type:\s{0,9}(?:multipart|message)/", re.IGNORECASE | re.MULTILINE)
_SPACE = re.compile(r"\s+")


class _Bounded(Compat32):
    """The oldest policy with long headers cut."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(sourcelines)
        return name, value[:_LONGEST_HEADER]


_PARSER = BytesParser(policy=_Bounded())


def parse_message(data: bytes) -> Part:
    """Parse a message; raises LimitExceeded for nesting without end and DamagedFile for what is no message."""
    if len(_CONTAINER.findall(data)) > _MAX_CONTAINERS:
        raise LimitExceeded(
            f"The message holds more than {_MAX_CONTAINERS} messages or groups of parts.",
            hint="Save the messages that matter as files of their own and run again.",
        )
    try:
        return _PARSER.parsebytes(data)
    except RecursionError as error:
        raise LimitExceeded(
            "The parts of the message are nested too deeply.", hint="Save its text as a file of its own and run again."
        ) from error
    except (ValueError, LookupError, AttributeError, TypeError) as error:  # found by mutating messages
        raise DamagedFile("The message cannot be parsed.", hint="Ask the sender for another copy.") from error


def header(part: Part, name: str) -> str:
    """Return a header as a reader sees it, on one line; "" where the part has none."""
    raw = next((value for key, value in part.raw_items() if key.lower() == name.lower()), "")
    return _SPACE.sub(" ", decoded_words(str(raw))).strip()


def decoded_words(raw: str) -> str:
    """Decode the encoded words of RFC 2047 in a header, and raw bytes that no mailer should have sent."""
    try:
        pieces = decode_header(raw)
    except (HeaderParseError, ValueError):
        return _readable(raw)
    return "".join(_piece(content, charset) for content, charset in pieces)


def payload(part: Part) -> bytes:
    """Return the bytes of a part that holds no parts, its transfer encoding undone."""
    try:
        content = part.get_payload(decode=True)
    except (ValueError, LookupError, AttributeError, TypeError, binascii.Error):
        content = None
    return content if isinstance(content, bytes) else b""


def text_of(part: Part) -> tuple[str, tuple[str, ...]]:
    """Decode a text part: by the charset that it names if its bytes agree, else by what its bytes are."""
    data = payload(part)
    if not data.strip():
        return "", ()
    named = parameter(part, "charset")
    return decode_as(data, named) if named else decode(data)


def parameter(part: Part, name: str, *, header_name: str = "content-type") -> str:
    """Return a parameter of a header in lower case, "" without one."""
    try:
        value = part.get_param(name, "", header_name)
    except (ValueError, LookupError, AttributeError, TypeError):
        return ""
    return (value[2] if isinstance(value, tuple) else str(value)).strip().lower()


def parts(message: Part) -> Iterator[Part]:
    """Yield the parts directly below a part; none for one that holds no parts."""
    content = message.get_payload() if message.is_multipart() else ()
    yield from (part for part in content if isinstance(part, Message))


def _piece(content: str | bytes, charset: str | None) -> str:
    if isinstance(content, str):
        return _readable(content)
    if charset is None:
        return _readable(content.decode("raw-unicode-escape"))
    try:
        return decode_as(content, charset)[0]
    except UnsupportedType:
        return content.decode("latin-1")


def _readable(text: str) -> str:
    """Read the raw bytes that the parser keeps as lone surrogates."""
    data = text.encode("utf-8", "surrogateescape")
    try:
        return decode(data)[0] if data else ""
    except UnsupportedType:
        return data.decode("utf-8", "replace")
