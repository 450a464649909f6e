"""Gold: sentences with the labels that people gave, as texts or as references to sentences of papers we may not copy.

Both forms are JSON Lines, one sentence a row, with `status` (the accepted values) and, for `objectives` and `themes`,
the labels `required` and `allowed`. A label that is only allowed was given by one of two readers: neither giving it nor
leaving it out is an error.

A row with text names its paper (`source`). A reference names the SHA-256 of the paper's file and the hash of the
sentence in a plain form, so that it can be published where the paper cannot, and is found wherever the paper is read.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from pipeline.records import Status
from pipeline.storage import write_text
from pipeline.taxonomy import OBJECTIVES, THEMES

SCHEMES: Mapping[str, str] = {"objectives": OBJECTIVES, "themes": THEMES}
"""The fields of a gold row that hold labels, each with its scheme."""

_NO_WORD = re.compile(r"\W+")
_HASH_DIGITS = 16


class Objectives(BaseModel):
    """Objectives of the Global Compact that a sentence must have, and that it may have."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    required: tuple[int, ...]
    allowed: tuple[int, ...]


class Themes(BaseModel):
    """Themes that a sentence must have, and that it may have."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    required: tuple[str, ...]
    allowed: tuple[str, ...]


class _Row(BaseModel):
    id: str = Field(min_length=1)
    language: str | None = None
    register_: str | None = Field(default=None, alias="register")
    status: tuple[Status, ...] = Field(min_length=1)
    objectives: Objectives
    themes: Themes


class Text(_Row):
    """A gold row that holds the sentence; what else its readers noted in the row is passed over."""

    model_config = ConfigDict(frozen=True, extra="ignore", populate_by_name=True)

    source: str
    text: str = Field(min_length=1)


class Reference(_Row):
    """A gold row that points to a sentence: by file, by hash, and by its place where the file says it twice."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    document: str
    sha256: str = Field(pattern="^[0-9a-f]{64}$")
    paragraph: str | None
    order: int = Field(ge=1)
    sentence: str = Field(pattern="^[0-9a-f]{16}$")


@dataclass(frozen=True, slots=True)
class Wanted:
    """Labels of one scheme: those that must be given, and all that may be (the required among them)."""

    required: frozenset[str]
    allowed: frozenset[str]


@dataclass(frozen=True, slots=True)
class GoldSentence:
    """One sentence of either form; `text` or `sha256`, `sentence` and `order` say which one it is."""

    row: Text | Reference
    place: str

    @property
    def id(self) -> str:
        """The id of the row."""
        return self.row.id

    @property
    def text(self) -> str | None:
        """The sentence, where the row holds it."""
        return self.row.text if isinstance(self.row, Text) else None

    @property
    def document(self) -> str:
        """What its paper is called."""
        return self.row.source if isinstance(self.row, Text) else self.row.document

    @property
    def paragraph(self) -> str | None:
        """The number of its paragraph, where it is known."""
        return None if isinstance(self.row, Text) else self.row.paragraph

    @property
    def language(self) -> str | None:
        """The language, where a person said so."""
        return self.row.language

    @property
    def register(self) -> str | None:
        """The kind of paper, where a person said so."""
        return self.row.register_

    @property
    def status(self) -> tuple[Status, ...]:
        """The accepted statuses, the first preferred."""
        return self.row.status

    def wanted(self, field: str) -> Wanted:
        """Give the labels of `objectives` or `themes` as codes."""
        labels: Objectives | Themes = self.row.objectives if field == "objectives" else self.row.themes
        return Wanted(frozenset(map(str, labels.required)), frozenset(map(str, labels.allowed)))

    @property
    def identity(self) -> tuple[str, ...]:
        """What no other row may share: the file, the sentence, and in a reference its place."""
        if isinstance(self.row, Text):
            return (self.row.source, sentence_hash(self.row.text))
        return (self.row.sha256, self.row.sentence, str(self.row.order))


@dataclass(frozen=True, slots=True)
class Gold:
    """All sentences of a gold file or folder, and a fingerprint that changes where a sentence or a label does."""

    name: str
    sentences: tuple[GoldSentence, ...]
    fingerprint: str


def plain(text: str) -> str:
    """Bring a text into the form in which sentences are compared: small letters, words parted by one space.

    "The State's  law (2019)" is "the state s law 2019".
    """
    return _NO_WORD.sub(" ", text.lower()).strip()


def sentence_hash(text: str) -> str:
    """Hash a sentence in its plain form, so that dashes, quotes and line breaks play no part."""
    return hashlib.sha256(plain(text).encode("utf-8", "surrogatepass")).hexdigest()[:_HASH_DIGITS]


def reference(
    sentence: Text,
    *,
    document: str,
    sha256: str,
    order: int,
    paragraph: str | None = None,
    language: str | None = None,
    register: str | None = None,
) -> Reference:
    """Make of a row with text a row that points to it; language and register are the row's own where not given."""
    return Reference(
        id=sentence.id,
        document=document,
        sha256=sha256,
        paragraph=paragraph,
        order=order,
        sentence=sentence_hash(sentence.text),
        language=language or sentence.language,
        register_=register or sentence.register_,
        status=sentence.status,
        objectives=sentence.objectives,
        themes=sentence.themes,
    )


def write_references(path: Path, references: Sequence[Reference]) -> None:
    """Write references as JSON Lines, in the order given."""
    write_text(path, "".join(f"{row.model_dump_json(by_alias=True)}\n" for row in references))
