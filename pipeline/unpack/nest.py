"""Archives and mails to the files in them, with limits over everything that one of them holds, however deep.

What lies inside is a stranger's: sizes, counts and names are claims. Names are only ever shown; the bytes go to `keep`,
which names them itself. Nothing is unpacked that was not paid for from the budget first.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from pipeline.errors import DocumentError, LimitExceeded, NoText
from pipeline.extract.settings import ExtractSettings
from pipeline.unpack.budget import Budget, Packed
from pipeline.unpack.kinds import Kind, kind_of
from pipeline.unpack.names import is_ignored, shown_name, told_apart

Keep = Callable[[bytes], str]
"""Puts bytes where they will be read from and returns their SHA-256."""


@dataclass(frozen=True, slots=True)
class Member:
    """One file found in a container: its path below the container, and its bytes' hash or why they cannot be had.

    `attachments` counts what a mail carries.
    """

    path: str
    sha256: str | None = None
    size: int | None = None
    attachments: int = 0
    problem: DocumentError | None = None


@dataclass(frozen=True, slots=True)
class Unpacked:
    """What a file came to: `kind` is None for one that is no container.

    `skipped` are hidden and temporary files; `problem` says why an archive gave nothing at all.
    """

    kind: str | None
    members: tuple[Member, ...] = ()
    skipped: tuple[str, ...] = ()
    attachments: int = 0
    problem: DocumentError | None = None


def unpack(data: bytes, *, settings: ExtractSettings, keep: Keep) -> Unpacked:
    """Open a container and those in it; every fault of it or of a file in it becomes a `problem`, none is raised."""
    kind = kind_of(data)
    if kind is None:
        return Unpacked(None)
    nest = _Nest(settings, Budget(settings, packed=len(data)), keep)
    try:
        members = nest.members(data, kind, below="", depth=1)
    except DocumentError as problem:
        problem.media_type = kind.media_type
        # A damaged mail is left to the reader of mails, which says what is wrong with it.
        return Unpacked(kind.name, problem=None if kind.is_document else problem)
    return Unpacked(kind.name, tuple(members), tuple(nest.skipped), _readable(members))


@dataclass(slots=True)
class _Nest:
    """A container with all that lies in it."""

    settings: ExtractSettings
    budget: Budget
    keep: Keep
    skipped: list[str] = field(default_factory=list)

    def members(self, data: bytes, kind: Kind, *, below: str, depth: int) -> list[Member]:
        """List what a container holds, its paths starting with `below`; raises where none of it can be had."""
        if depth > self.settings.max_nesting:
            raise LimitExceeded(
                f"Archives and mails lie in one another more than {self.settings.max_nesting} deep.",
                hint="Unpack the outer ones, or raise extract.max_nesting in a file given with --config.",
            )
        found: list[Member] = []
        taken: set[str] = set()
        for packed in kind.open(data, self.budget):
            name = shown_name(packed.name)
            if is_ignored(name):
                self.skipped.append(below + name)
                continue
            found += self._one(packed, below + told_apart(name, taken), depth)
        if not kind.is_document:
            _check_any(found)
        return found

    def _one(self, packed: Packed, path: str, depth: int) -> list[Member]:
        """List one file, or what it holds where it is a container itself."""
        kind = None
        try:
            content = packed.read()
            kind = kind_of(content)
            if kind is None:
                return [self._kept(path, content)]
            inner = self.members(content, kind, below=f"{path}/", depth=depth + 1)
        except DocumentError as problem:
            problem.media_type = kind.media_type if kind else None
            return [Member(path, problem=problem)]
        own = [self._kept(path, content, attachments=_readable(inner))] if kind.is_document else []
        return [*own, *inner]

    def _kept(self, path: str, content: bytes, *, attachments: int = 0) -> Member:
        return Member(path, self.keep(content), len(content), attachments)


def _readable(members: list[Member]) -> int:
    return sum(member.problem is None for member in members)


def _check_any(found: list[Member]) -> None:
    """Refuse an archive that gave nothing, with one sentence instead of one for each file."""
    if not found:
        raise NoText("The archive holds no documents.", hint="Ask the sender what it was meant to hold.")
    problems = [member.problem for member in found if member.problem is not None]
    if len(problems) == len(found):
        first = problems[0]
        several = len(found) > 1
        message = f"None of its {len(found):,} files could be taken out. The first: {first.message}"
        raise type(first)(message if several else first.message, hint=first.hint, media_type=first.media_type)
