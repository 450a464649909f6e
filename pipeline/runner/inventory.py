"""Which documents there are: every file below the inputs, with an id from its bytes."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.errors import ConfigError, DocumentError, Problem, UnreadableFile
from pipeline.runner.store import Store
from pipeline.unpack.names import is_ignored

_ID_LENGTH = 12  # hexadecimal digits: a million documents collide with a chance below one in five hundred


@dataclass(frozen=True, slots=True)
class Source:
    """One document of the inputs: where its bytes lie, what it is called in the tables, and their hash.

    `path` is relative to the common folder of the inputs, with slashes; what lies in an archive or a mail continues its
    path. `problem` is set where the bytes cannot be had, `duplicate_of` where an earlier document holds the same bytes;
    `attachments` counts the documents that a mail carries.
    """

    file: Path
    path: str
    sha256: str | None
    doc_id: str
    size: int | None
    problem: DocumentError | None = None
    duplicate_of: str | None = None
    attachments: int = 0

    @property
    def file_name(self) -> str:
        """The last part of the path."""
        return self.path.rsplit("/", 1)[-1]


@dataclass(frozen=True, slots=True)
class Inventory:
    """The documents found, sorted by path, and what was passed over: temporary and hidden files, folders of runs."""

    sources: tuple[Source, ...]
    skipped: tuple[str, ...]


def take_inventory(inputs: Sequence[Path], *, out: Path) -> Inventory:
    """List the documents below the inputs; ConfigError where an input does not exist or where there are none.

    A file that cannot be read is listed with its problem. Links to folders are listed as problems, not followed: they
    may lead round in circles. Run folders, `out` among them, are passed over: a run never reads what a run wrote.
    """
    roots = [Path(os.path.abspath(path)) for path in inputs]  # noqa: PTH100 - resolves "..", leaves links alone
    own = Path(os.path.abspath(out))  # noqa: PTH100
    if problems := [problem for path, root in zip(inputs, roots, strict=True) for problem in _faults(path, root, own)]:
        raise ConfigError(problems)
    base = _common_folder(roots)
    found = {path: passed_over for root in roots for path, passed_over in _below(root, own)}
    paths = sorted(found, key=lambda path: os.fsencode(path.as_posix()))  # the same order on every system
    sources = with_ids(_source(path, base) for path in paths if not found[path])
    if not sources:
        message = "holds no documents; name files, or folders with files"
        raise ConfigError([Problem(str(path), message) for path in inputs])
    return Inventory(tuple(sources), tuple(_shown(path, base) for path in paths if found[path]))


def _faults(path: Path, root: Path, out: Path) -> Iterator[Problem]:
    if not os.path.lexists(root):
        yield Problem(str(path), "does not exist; name files or folders that do")
    elif root == out:
        yield Problem(str(path), "is to be read and to be written to; name another folder with --out")
    elif _is_run_folder(root):
        yield Problem(str(path), "is the folder of a run, not of documents; name the folder that the run read")


def _common_folder(roots: Sequence[Path]) -> Path | None:
    folders = [root if os.path.isdir(root) else root.parent for root in roots]  # noqa: PTH112 - no error where denied
    try:
        return Path(os.path.commonpath(folders))
    except ValueError:  # Windows: inputs on two drives have no folder in common
        return None


def _below(root: Path, out: Path) -> Iterator[tuple[Path, bool]]:
    """Give every file below an input, and every folder that is not entered, with whether it is passed over."""
    if not os.path.isdir(root):  # noqa: PTH112
        yield root, False
        return
    unlisted: list[OSError] = []
    for name, subfolders, files in os.walk(root, onerror=unlisted.append):
        folder = Path(name)
        passed_over = {own for own in subfolders if is_ignored(own) or _is_own(folder / own, out)}
        links = {own for own in subfolders if (folder / own).is_symlink()} - passed_over
        yield from ((folder / own, True) for own in passed_over)
        yield from ((folder / own, False) for own in links)
        yield from ((folder / own, is_ignored(own)) for own in files)
        subfolders[:] = [own for own in subfolders if own not in passed_over | links]
    yield from ((Path(error.filename), False) for error in unlisted)


def _is_own(folder: Path, out: Path) -> bool:
    return folder == out or _is_run_folder(folder)


def _is_run_folder(folder: Path) -> bool:
    return os.path.lexists(Store(folder).plan)


def _source(file: Path, base: Path | None) -> Source:
    path = _shown(file, base)
    try:
        digest, size = _hash(file)
    except DocumentError as problem:
        return without_bytes(file, path, problem)
    return with_bytes(file, path, digest, size)


def with_bytes(file: Path, path: str, sha256: str, size: int) -> Source:
    """Make the source of bytes that are there; its id comes from them."""
    return Source(file, path, sha256, sha256[:_ID_LENGTH], size)


def without_bytes(file: Path, path: str, problem: DocumentError) -> Source:
    """Make the source of bytes that cannot be had; its id comes from its path."""
    return Source(file, path, None, _short(path.encode()), None, problem)


def _hash(file: Path) -> tuple[str, int]:
    try:
        mode = file.stat().st_mode
        if stat.S_ISDIR(mode) and not file.is_symlink():
            raise UnreadableFile("This folder cannot be listed.", hint="Ask for the right to read it, then run again.")
        if stat.S_ISDIR(mode):
            raise UnreadableFile("This is a link to a folder.", hint="Name the folder itself as an input.")
        if not stat.S_ISREG(mode):
            raise UnreadableFile("This is no regular file.", hint="Copy the document's content into a file.")
        with file.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest(), file.stat().st_size
    except OSError as error:
        hint = "Check that the file exists, is no broken link and may be read by you, then run again."
        raise UnreadableFile(f"The file cannot be opened: {error.strerror}.", hint=hint) from error


def with_ids(sources: Iterable[Source]) -> list[Source]:
    """Tell copies of the same bytes apart: the first keeps the id, the next ones end in -2, -3."""
    seen: dict[str, int] = {}
    numbered = []
    for source in sources:
        seen[source.doc_id] = copy = seen.get(source.doc_id, 0) + 1
        if copy > 1:
            source = replace(source, doc_id=f"{source.doc_id}-{copy}", duplicate_of=source.doc_id)
        numbered.append(source)
    return numbered


def _shown(path: Path, base: Path | None) -> str:
    below = path.relative_to(base) if base and path != base and path.is_relative_to(base) else path
    return storable(below if path != base else Path(path.name))


def storable(path: Path) -> str:
    r"""Give a path as text that every table can hold; bytes that are no UTF-8 appear as \xNN."""
    return os.fsencode(path.as_posix()).decode("utf-8", "backslashreplace")


def _short(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:_ID_LENGTH]
