"""Archives and mails among the inputs become the documents that they hold, before anything is read.

Containers are opened by worker processes under the limits of documents. What they hold is kept in the run folder, by
hash; a listing that stands is not made again.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from pipeline import errors
from pipeline.config import Config
from pipeline.errors import DocumentError, UnreadableFile
from pipeline.runner.fingerprint import containers_fingerprint
from pipeline.runner.inventory import Inventory, Source, with_bytes, with_ids, without_bytes
from pipeline.runner.limits import limited, limits_of
from pipeline.runner.store import Store
from pipeline.storage import write_text, written_whole
from pipeline.unpack.heads import HEAD, may_be_container


@dataclass(frozen=True, slots=True)
class Fault:
    """A DocumentError, as it is stored."""

    error: str
    message: str
    hint: str
    media_type: str | None = None

    def raised(self) -> DocumentError:
        """Make the error again."""
        kind: type[DocumentError] = getattr(errors, self.error)
        return kind(self.message, hint=self.hint, media_type=self.media_type)


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of a container: its path below it, and its hash and size or why it cannot be had."""

    path: str
    sha256: str | None
    size: int | None
    attachments: int
    fault: Fault | None


@dataclass(frozen=True, slots=True)
class Contents:
    """What a file holds; `kind` is None for one that is no container."""

    kind: str | None
    entries: tuple[Entry, ...] = ()
    skipped: tuple[str, ...] = ()
    attachments: int = 0
    fault: Fault | None = None


def with_members(inventory: Inventory, *, store: Store, config: Config, processes: int, force: bool) -> Inventory:
    """Put in the place of every archive what it holds, and after every mail what it carries; nothing vanishes."""
    candidates = {
        source.sha256: source for source in inventory.sources if source.sha256 and _is_candidate(source, config)
    }
    listings = {sha: store.container(sha, containers_fingerprint(config)) for sha in candidates}
    found = {} if force else {sha: own for sha, path in listings.items() if (own := _listed(path, store))}
    pending = {sha: source for sha, source in candidates.items() if sha not in found}
    if pending:
        _open_all(pending, listings, store=store, config=config, processes=processes)
        found |= {sha: own for sha in pending if (own := _listed(listings[sha], store))}
    _drop_unused(store, set(listings.values()), found.values())
    if not any(own.kind for own in found.values()):
        return inventory
    sources = [
        each for source in inventory.sources for each in _expanded(source, found.get(source.sha256 or ""), store)
    ]
    skipped = [path for source in inventory.sources for path in _skipped(source, found.get(source.sha256 or ""))]
    return Inventory(tuple(with_ids(sources)), (*inventory.skipped, *skipped))


def _is_candidate(source: Source, config: Config) -> bool:
    if source.size is None or source.size > config.settings.extract.max_bytes:
        return False
    try:
        with source.file.open("rb") as stream:
            return may_be_container(stream.read(HEAD))
    except OSError:  # gone since the inventory was taken; reading it will say so
        return False


def _listed(path: Path, store: Store) -> Contents | None:
    try:
        stored: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        entries = tuple(Entry(**{**entry, "fault": _fault(entry["fault"])}) for entry in stored["entries"])
        contents = Contents(**{**stored, "entries": entries, "skipped": tuple(stored["skipped"])})
        contents = replace(contents, fault=_fault(stored["fault"]))
        whole = all((store.members / e.sha256).stat().st_size == e.size for e in entries if e.sha256)
    except (OSError, ValueError, TypeError, KeyError):  # never made, cut short by a kill, or a member taken away
        return None
    return contents if whole else None


def _fault(stored: Mapping[str, Any] | None) -> Fault | None:
    return Fault(**stored) if stored else None


def _open_all(
    pending: Mapping[str, Source], listings: Mapping[str, Path], *, store: Store, config: Config, processes: int
) -> None:
    from pipeline.runner.execute import Work, work_off

    write = partial(_write_fault, listings=listings)
    work: Work[Source, None] = Work(
        run=partial(_open, listings=listings, store=store, config=config),
        stopped=write,
        died=partial(_died, write=write),
    )
    work_off(pending, work, store=store, config=config, processes=processes, take=lambda _: None)


def _open(source: Source, is_watched: bool, *, listings: Mapping[str, Path], store: Store, config: Config) -> None:
    """Open one container in a worker process and write its listing."""
    from pipeline.extract.settings import ExtractSettings
    from pipeline.unpack.nest import unpack

    sha256 = source.sha256 or ""
    extract = config.settings.extract
    try:
        with limited(limits_of(extract), store.note(sha256), memory=not is_watched):
            data = source.file.read_bytes()
            if hashlib.sha256(data).hexdigest() != sha256:
                return  # it changed during the run; reading it will say so
            unpacked = unpack(
                data, settings=ExtractSettings(**extract.model_dump()), keep=partial(_keep, store.members)
            )
    except DocumentError as problem:
        _write_fault(source, problem, listings=listings)
        return
    except (OSError, MemoryError):  # out of reach, or more than this machine has; reading it will say so
        return
    entries = tuple(
        Entry(member.path, member.sha256, member.size, member.attachments, _stored(member.problem))
        for member in unpacked.members
    )
    contents = Contents(unpacked.kind, entries, unpacked.skipped, unpacked.attachments, _stored(unpacked.problem))
    write_text(listings[sha256], json.dumps(asdict(contents)))


def _keep(folder: Path, content: bytes) -> str:
    sha256 = hashlib.sha256(content).hexdigest()
    path = folder / sha256
    if not (path.exists() and path.stat().st_size == len(content)):
        with written_whole(path) as beside:
            beside.write_bytes(content)
    return sha256


def _stored(problem: DocumentError | None) -> Fault | None:
    return Fault(type(problem).__name__, problem.message, problem.hint, problem.media_type) if problem else None


def _write_fault(source: Source, problem: DocumentError, *, listings: Mapping[str, Path]) -> None:
    contents = Contents("archive", fault=_stored(problem))
    write_text(listings[source.sha256 or ""], json.dumps(asdict(contents)))


def _died(source: Source, *, write: partial[None]) -> None:
    hint = "Unpack it with another program and run again on what it holds."
    write(source, errors.DamagedFile("The process that opened this archive died.", hint=hint))


def _drop_unused(store: Store, listings: set[Path], contents: Iterable[Contents]) -> None:
    """Drop what containers held that are no longer among the inputs."""
    used = {entry.sha256 for own in contents for entry in own.entries}
    for path in store.members.glob("[!.]*"):
        if path.name not in used:
            path.unlink(missing_ok=True)
    if listings:
        for path in next(iter(listings)).parent.glob("*.json"):
            if path not in listings:
                path.unlink(missing_ok=True)


def _expanded(source: Source, contents: Contents | None, store: Store) -> Iterator[Source]:
    own = replace(source, doc_id=source.duplicate_of or source.doc_id, duplicate_of=None)
    if contents is None or contents.kind is None:
        yield own
        return
    if contents.fault is not None:
        yield replace(own, problem=contents.fault.raised())
        return
    if contents.kind == "mail":
        yield replace(own, attachments=contents.attachments)
    for entry in sorted(contents.entries, key=lambda entry: entry.path):
        path = f"{source.path}/{entry.path}"
        if entry.sha256 is None or entry.size is None:
            unknown = UnreadableFile("The file cannot be taken out.", hint="Unpack the archive and run again.")
            yield without_bytes(source.file, path, entry.fault.raised() if entry.fault else unknown)
        else:
            member = with_bytes(store.members / entry.sha256, path, entry.sha256, entry.size)
            yield replace(member, attachments=entry.attachments)


def _skipped(source: Source, contents: Contents | None) -> list[str]:
    return [f"{source.path}/{path}" for path in sorted(contents.skipped)] if contents else []
