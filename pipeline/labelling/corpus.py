"""The training corpus: authored sentences with their labels, from `configs/training/<lang>/*.jsonl`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from pydantic import ConfigDict, TypeAdapter, ValidationError
from pydantic.dataclasses import dataclass as checked_dataclass

from pipeline.errors import ConfigError, Problem
from pipeline.records import Status
from pipeline.taxonomy import OBJECTIVES, THEMES, Scheme


@checked_dataclass(frozen=True, config=ConfigDict(extra="forbid"))
class Example:
    """One authored sentence: its labels, the kind of paper it imitates, and its context where it has one."""

    text: str
    status: Status
    objectives: tuple[int, ...]
    themes: tuple[str, ...]
    register: str
    section: str | None = None
    previous: str | None = None

    def codes(self, scheme: str) -> frozenset[str]:
        """Return the labels of one scheme, as codes."""
        return frozenset(self.themes) if scheme == THEMES else frozenset(str(code) for code in self.objectives)


@dataclass(frozen=True, slots=True)
class Corpus:
    """All examples with their languages, and a fingerprint of the files they came from."""

    examples: tuple[Example, ...]
    languages: tuple[str, ...]
    fingerprint: str


def load_corpus(folder: Path, schemes: dict[str, Scheme]) -> Corpus:
    """Read every file below a folder; ConfigError with all faults (unknown codes, repeated sentences) at once."""
    problems: list[Problem] = []
    examples: list[Example] = []
    languages: list[str] = []
    state = sha256()
    seen: dict[str, str] = {}
    for path in sorted(folder.glob("*/*.jsonl")):
        state.update(path.read_bytes())
        for place, example in _examples(path, problems):
            problems.extend(_faults(example, place, seen, schemes))
            examples.append(example)
            languages.append(path.parent.name)
    if not examples and not problems:
        problems.append(Problem(str(folder), "holds no <language>/*.jsonl with examples"))
    if problems:
        raise ConfigError(problems)
    return Corpus(tuple(examples), tuple(languages), state.hexdigest()[:16])


def _examples(path: Path, problems: list[Problem]) -> Iterator[tuple[str, Example]]:
    adapter = TypeAdapter(Example)
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        place = f"{path.parent.name}/{path.name}:{number}"
        if not line.strip():
            continue
        try:
            yield place, adapter.validate_json(line)
        except ValidationError as error:
            faults = (f"{'.'.join(map(str, fault['loc']))} {fault['msg']}".strip() for fault in error.errors())
            problems.append(Problem(place, f"is no example: {'; '.join(faults)}"))


def _faults(example: Example, place: str, seen: dict[str, str], schemes: dict[str, Scheme]) -> Iterator[Problem]:
    for name in (OBJECTIVES, THEMES):
        unknown = example.codes(name) - set(schemes[name].codes)
        if unknown:
            yield Problem(place, f"{name} has no {', '.join(sorted(unknown))}; known: {', '.join(schemes[name].codes)}")
    earlier = seen.setdefault(example.text, place)
    if earlier != place:
        yield Problem(place, f"repeats the sentence of {earlier}")
