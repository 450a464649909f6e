"""Files that are surely no containers, told by their first bytes, so that nobody has to open them."""

from __future__ import annotations

import re

HEAD = 512
"""Bytes at the beginning of a file that `may_be_container` looks at."""

TAR_MAGIC = b"ustar"
TAR_MAGIC_PLACE = 257

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_GZIP = b"\x1f\x8b"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # Outlook's messages
_MARKED_TEXT = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")  # may be a mail
_LIKE_A_MAIL = re.compile(rb"\s*(?:[A-Za-z][A-Za-z-]+:|From )")


def may_be_container(head: bytes) -> bool:
    """Tell from the first bytes whether a file may be an archive or a mail; most PDFs, texts and web pages are none."""
    return head.startswith((*_ZIP, _GZIP, _OLE, *_MARKED_TEXT)) or is_tar(head) or _LIKE_A_MAIL.match(head) is not None


def is_tar(data: bytes) -> bool:
    """Tell whether bytes begin as a tar archive of the last forty years."""
    return data[TAR_MAGIC_PLACE : TAR_MAGIC_PLACE + len(TAR_MAGIC)] == TAR_MAGIC
