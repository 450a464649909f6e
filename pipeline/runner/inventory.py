"""Which documents there are: every file below the inputs, with an id from its bytes."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.errors import ConfigError, DocumentError, Problem, UnreadableFile

_ID_LENGTH = 12  # hexadecimal digits: a million documents collide with a chance below one in five hundred
_IGNORED_NAMES = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})


@dataclass(frozen=True, slots=True)
class Source:
    """One file of the inputs: where it is, what it is called in the tables, and its bytes' hash.

    `path` is relative to the common folder of the inputs, with slashes; `problem` is set where the bytes cannot be had,
    `duplicate_of` where an earlier file holds the same bytes.
    """

    file: Path
    path: str
    sha256: str | None
    doc_id: str
    size: int | None
    problem: DocumentError | None = None
    duplicate_of: str | None = None

    @property
    def file_name(self) -> str:
        """The last part of the path."""
        return self.path.rsplit("/", 1)[-1]


@dataclass(frozen=True, slots=True)
class Inventory:
    """The documents found, sorted by path, and the paths of temporary and hidden files that were passed over."""

    sources: tuple[Source, ...]
    skipped: tuple[str, ...]


def take_inventory(inputs: Sequence[Path]) -> Inventory:
    """List the documents below the inputs; ConfigError where an input does not exist.

    A file that cannot be read is listed with its problem. Links to folders are listed as problems, not followed: they
    may lead round in circles.
    """
    missing = [path for path in inputs if not os.path.lexists(path)]
    if missing:
        raise ConfigError([Problem(str(path), "does not exist; name files or folders that do") for path in missing])
    base = _common_folder(inputs)
    files = sorted({file for path in inputs for file in _files_below(path)}, key=os.fsencode)
    skipped = tuple(_printable(file.relative_to(base)) for file in files if _is_ignored(file.name))
    sources = _with_ids(_source(file, base) for file in files if not _is_ignored(file.name))
    return Inventory(tuple(sources), skipped)


def _common_folder(inputs: Sequence[Path]) -> Path:
    roots = [path.absolute() if path.is_dir() else path.absolute().parent for path in inputs]
    return Path(os.path.commonpath(roots)) if roots else Path()


def _files_below(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path.absolute()
        return
    for folder, subfolders, names in os.walk(path.absolute()):
        subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
        yield from (Path(folder, name) for name in subfolders if Path(folder, name).is_symlink())
        yield from (Path(folder, name) for name in names)


def _is_ignored(name: str) -> bool:
    # Office's lock files (~$name) and hidden files are no submissions.
    return name in _IGNORED_NAMES or name.startswith(("~$", "."))


def _source(file: Path, base: Path) -> Source:
    path = _printable(file.relative_to(base)) if file != base else _printable(Path(file.name))
    try:
        digest, size = _hash(file)
    except DocumentError as problem:
        return Source(file, path, None, _short(path.encode()), None, problem)
    return Source(file, path, digest, digest[:_ID_LENGTH], size)


def _hash(file: Path) -> tuple[str, int]:
    try:
        mode = file.stat().st_mode
        if stat.S_ISDIR(mode):
            raise UnreadableFile("This is a link to a folder.", hint="Name the folder itself as an input.")
        if not stat.S_ISREG(mode):
            raise UnreadableFile("This is no regular file.", hint="Copy the document's content into a file.")
        with file.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest(), file.stat().st_size
    except OSError as error:
        hint = "Check that the file exists, is no broken link and may be read by you, then run again."
        raise UnreadableFile(f"The file cannot be opened: {error.strerror}.", hint=hint) from error


def _with_ids(sources: Iterable[Source]) -> list[Source]:
    """Tell copies of the same bytes apart: the first keeps the id, the next ones end in -2, -3."""
    seen: dict[str, int] = {}
    numbered = []
    for source in sources:
        seen[source.doc_id] = copy = seen.get(source.doc_id, 0) + 1
        if copy > 1:
            source = replace(source, doc_id=f"{source.doc_id}-{copy}", duplicate_of=source.doc_id)
        numbered.append(source)
    return numbered


def _printable(path: Path) -> str:
    r"""Give a path as text that every table can hold; bytes that are no UTF-8 appear as \xNN."""
    return os.fsencode(path.as_posix()).decode("utf-8", "backslashreplace")


def _short(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:_ID_LENGTH]
