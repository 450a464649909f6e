"""What can go wrong, as a small tree.

    PipelineError
    ├── ConfigError          the configuration or the arguments are wrong: nothing is written, exit code 2
    └── DocumentError        one document cannot be read: a row in failures.jsonl, the run goes on
        ├── UnreadableFile   the bytes cannot be had (permissions, a broken link, no regular file)
        ├── UnsupportedType  the bytes are of a type no reader exists for
        ├── DamagedFile      the bytes claim a type and do not keep the promise (cut, corrupt, empty)
        ├── LockedFile       a password protects the content
        ├── NoText           the file opens and holds no text (a scan, empty pages)
        ├── NeedsConversion  no reader of ours reads it, LibreOffice may convert it
        └── LimitExceeded    larger, longer or slower than the settings allow

Every message is a sentence saying what happened; every `hint` says what the reader can do next.
"""

from __future__ import annotations

from dataclasses import dataclass


class PipelineError(Exception):
    """Anything that this package raises on purpose."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault in a configuration: where it stands and what is wrong, with the known choices in the sentence."""

    place: str
    message: str

    def __str__(self) -> str:
        return f"{self.place}: {self.message}"


class ConfigError(PipelineError):
    """All the faults of a configuration at once; `problems` keeps them apart."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems
        super().__init__("\n".join(str(problem) for problem in problems))


class DocumentError(PipelineError):
    """One document cannot be read. `message` says what happened, `hint` what to do, `media_type` what its bytes are."""

    def __init__(self, message: str, *, hint: str, media_type: str | None = None) -> None:
        self.message = message
        self.hint = hint
        self.media_type = media_type
        super().__init__(message)


class UnreadableFile(DocumentError):
    """The bytes cannot be had."""


class UnsupportedType(DocumentError):
    """No reader exists for what the bytes are."""


class DamagedFile(DocumentError):
    """The bytes begin as one type and do not keep its promise."""


class LockedFile(DocumentError):
    """A password protects the content."""


class NoText(DocumentError):
    """The file opens and holds no text."""


class NeedsConversion(DocumentError):
    """No reader of ours reads these bytes; the run has LibreOffice convert them where it is installed."""


class LimitExceeded(DocumentError):
    """Larger, longer or slower than the settings allow."""
