"""Gold files: read whole, with every fault told at once and at its line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from pydantic import ValidationError

from pipeline.errors import ConfigError, Problem
from pipeline.evaluate.gold import SCHEMES, Gold, GoldSentence, Reference, Text
from pipeline.taxonomy import load_scheme


def read_gold(path: Path) -> Gold:
    """Read a gold file, or every *.jsonl of a folder, in either form; ConfigError with all faults at once."""
    problems: list[Problem] = []
    sentences: list[GoldSentence] = []
    for file in _files(path):
        sentences += _sentences(file, problems)
    problems += _repeated(sentences)
    for sentence in sentences:
        problems += _faults(sentence)
    if not sentences and not problems:
        problems.append(Problem(str(path), "holds no gold sentence; docs/evaluation.md says what a row looks like"))
    if problems:
        raise ConfigError(sorted(problems, key=_by_place))
    return Gold(path.stem, tuple(sentences), _fingerprint(sentences))


def _by_place(problem: Problem) -> tuple[str, int]:
    file, _, line = problem.place.rpartition(":")
    return (file, int(line)) if line.isdigit() else (problem.place, 0)


def _files(path: Path) -> list[Path]:
    if path.is_dir():
        files = sorted(path.glob("*.jsonl"))
        if not files:
            raise ConfigError([Problem(str(path), "holds no *.jsonl; give a gold file or a folder of gold files")])
        return files
    if not path.is_file():
        raise ConfigError([Problem(str(path), "does not exist; give a gold file or a folder of gold files")])
    return [path]


def _sentences(path: Path, problems: list[Problem]) -> Iterator[GoldSentence]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        problems.append(Problem(str(path), f"is not UTF-8 ({error.reason} at byte {error.start}); save it as UTF-8"))
        return
    for number, line in enumerate(text.split("\n"), 1):  # not splitlines: a sentence may hold U+2028
        place = f"{path}:{number}"
        if not line.strip():
            continue
        try:
            yield GoldSentence(_row(line), place)
        except ValidationError as error:
            faults = (f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}" for fault in error.errors())
            problems.append(Problem(place, f"is no gold row: {'; '.join(faults)}"))
        except json.JSONDecodeError as error:
            problems.append(Problem(place, f"is no JSON ({error.msg} at column {error.colno}); one object a line"))
        except UnicodeEncodeError:
            problems.append(Problem(place, "holds half a character (a lone surrogate such as \\ud800); write it whole"))
        except RecursionError:
            problems.append(Problem(place, "is no gold row: its JSON is nested too deeply"))


def _row(line: str) -> Text | Reference:
    raw = json.loads(line)
    json.dumps(raw, ensure_ascii=False).encode()  # what cannot be written again is refused here and not on the page
    with_text = not isinstance(raw, dict) or "text" in raw
    return Text.model_validate(raw) if with_text else Reference.model_validate(raw)


def _faults(sentence: GoldSentence) -> Iterator[Problem]:
    for field, scheme in SCHEMES.items():
        wanted, known = sentence.wanted(field), load_scheme(scheme).codes
        unknown = sorted((wanted.required | wanted.allowed) - set(known))
        if unknown:
            yield Problem(sentence.place, f"{field} has no {', '.join(unknown)}; known: {', '.join(known)}")
        forbidden = sorted(wanted.required - wanted.allowed)
        if forbidden:
            message = f"{field}: {', '.join(forbidden)} is required and not allowed; add what is required to `allowed`"
            yield Problem(sentence.place, message)


def _repeated(sentences: list[GoldSentence]) -> Iterator[Problem]:
    ids: dict[str, str] = {}
    seen: dict[tuple[str, ...], str] = {}
    for sentence in sentences:
        earlier = ids.setdefault(sentence.id, sentence.place)
        if earlier != sentence.place:
            yield Problem(sentence.place, f"has the id {sentence.id} of {earlier}; give each row its own")
        earlier = seen.setdefault(sentence.identity, sentence.place)
        if earlier != sentence.place:
            yield Problem(sentence.place, f"repeats the sentence of {earlier}; keep one of them")


def _fingerprint(sentences: list[GoldSentence]) -> str:
    """Hash what is asked and what is answered; the order of rows and labels and the names of things play no part."""
    lines = sorted(
        json.dumps(
            [
                sentence.identity,
                sentence.status,
                [
                    [sorted(sentence.wanted(field).required), sorted(sentence.wanted(field).allowed)]
                    for field in SCHEMES
                ],
            ]
        )
        for sentence in sentences
    )
    return sha256("\n".join(lines).encode()).hexdigest()[:16]
