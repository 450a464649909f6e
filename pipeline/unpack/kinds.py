"""Which files are containers, in one visible table, decided by their bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pipeline.errors import DocumentError
from pipeline.extract import media_type
from pipeline.unpack.budget import Budget, Packed
from pipeline.unpack.heads import is_tar
from pipeline.unpack.mails import open_mail
from pipeline.unpack.streams import open_gzip, open_tar
from pipeline.unpack.zips import open_zip


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of container; `is_document` where it has a text of its own, as a mail has."""

    name: str
    media_type: str
    open: Callable[[bytes, Budget], Iterator[Packed]]
    is_document: bool = False


_KINDS = {
    media_type.ZIP: Kind("zip", media_type.ZIP.name, open_zip),
    media_type.GZIP: Kind("gzip", media_type.GZIP.name, open_gzip),
    media_type.EMAIL: Kind("mail", media_type.EMAIL.name, open_mail, is_document=True),
    media_type.OUTLOOK: Kind("mail", media_type.OUTLOOK.name, open_mail, is_document=True),
}
_TAR = Kind("tar", "application/x-tar", open_tar)


def kind_of(data: bytes) -> Kind | None:
    """Decide what kind of container bytes are; None for none, and for what the readers will refuse with a sentence."""
    if is_tar(data):
        return _TAR
    try:
        return _KINDS.get(media_type.sniff(data))
    except DocumentError:
        return None
