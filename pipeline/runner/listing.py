"""The manifests among the inputs of a run: read first, taken out of the documents, laid over those that they name."""

from __future__ import annotations

import os
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.errors import ConfigError, Problem
from pipeline.manifest import MANIFEST_NAME, Row, below_path, match_rows, read_manifest
from pipeline.runner.inventory import Inventory, Source

Given = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Listing:
    """The documents without the manifests, and what manifests say of them, by the path of the document."""

    inventory: Inventory
    given: Mapping[str, Given]


def read_listing(inventory: Inventory, manifest: Path | None = None) -> Listing:
    """Read all manifests; ConfigError with the faults of all of them at once.

    Every `manifest.csv` speaks for its folder and those below; a nearer one is heard, and `manifest` before all others.
    """
    own = [source for source in inventory.sources if _is_manifest(source, manifest)]
    sources = tuple(source for source in inventory.sources if source not in own)
    problems: list[Problem] = []
    given: dict[str, Given] = {}
    for source in sorted(own, key=lambda source: source.path.count("/")):
        if manifest is None or not _same(source.file, manifest):
            given |= _heard(source.file, sources, source.path[: -len(source.file_name)], problems)
    if manifest is not None:
        given |= _heard(manifest, sources, "", problems)
    if own and not sources:
        problems.append(Problem(own[0].path, "is the only file there; name a folder with documents"))
    if problems:
        raise ConfigError(problems)
    return Listing(replace(inventory, sources=sources), given)


def _heard(manifest: Path, sources: Sequence[Source], below: str, problems: list[Problem]) -> dict[str, Given]:
    paths = sorted(source.path for source in sources)
    base = _base(sources)
    try:
        rows = [_as_shown(row, manifest.absolute().parent, base, paths) for row in read_manifest(manifest)]
        return dict(match_rows(rows, paths, below=below))
    except ConfigError as error:
        problems.extend(error.problems)
        return {}


def _base(sources: Sequence[Source]) -> str | None:
    """Return the folder to which the paths of the documents are relative, None where they are not."""
    for source in sources:
        whole = Path(os.path.abspath(source.file)).as_posix()  # noqa: PTH100 - resolves "..", leaves links alone
        if whole.endswith(f"/{source.path}"):
            return whole[: -len(source.path)]
    return None


def _as_shown(row: Row, folder: Path, base: str | None, paths: Sequence[str]) -> Row:
    """Name a row's file as the tables do, where the manifest's own folder leads to it: "../2021/a.pdf" is a.pdf."""
    written = row.file.replace("\\", "/")
    whole = Path(os.path.abspath(folder / written)).as_posix()  # noqa: PTH100
    if base is None or not whole.startswith(base):
        return row
    shown = whole[len(base) :]
    place = bisect_left(paths, shown)
    is_there = paths[place : place + 1] == [shown] or bool(below_path(shown, paths))
    return replace(row, file=shown, is_path=True) if is_there else row


def _is_manifest(source: Source, manifest: Path | None) -> bool:
    named = source.file_name == MANIFEST_NAME or (manifest is not None and _same(source.file, manifest))
    return named and not _is_member(source)


def _is_member(source: Source) -> bool:
    """Tell what lies inside an archive or a mail from a file of its own."""
    return source.file.name != source.file_name


def _same(one: Path, other: Path) -> bool:
    return one.absolute() == other.absolute()
