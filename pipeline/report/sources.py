"""Links from the page to the files that were read: relative ones, and only to files that are there."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote


@dataclass(frozen=True, slots=True)
class Links:
    """The addresses of files as seen from the page, by document, and the end of the page's own address.

    A page that was carried elsewhere, as an attachment of a mail, sees by that end that its links lead nowhere.
    """

    by_document: Mapping[str, str]
    at: str


def links_of(files: Mapping[str, Path], page: Path) -> Links:
    """Give the addresses of the files that are there, as seen from the page.

    A file that is not there has none, nor has one on another drive (Windows). Links are taken as they are spelled,
    symbolic links and all, because a browser does so too.
    """
    found = {doc_id: _link(file, page) for doc_id, file in files.items() if file.is_file()}
    at = f"{Path(os.path.abspath(page)).parent.name}/{page.name}"  # noqa: PTH100
    return Links({doc_id: link for doc_id, link in found.items() if link is not None}, at)


def _link(file: Path, page: Path) -> str | None:
    try:
        way = os.path.relpath(os.path.abspath(file), os.path.abspath(page.parent))  # noqa: PTH100 - leaves links alone
    except ValueError:  # Windows: no way leads from one drive to another
        return None
    return quote(os.fsencode(Path(way).as_posix()))
