"""Real papers to learn from: whole documents with the sentences in them that people labelled."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from pipeline.errors import ConfigError, DocumentError, Problem
from pipeline.evaluate.gold import Gold, GoldSentence, Reference, sentence_hash
from pipeline.extract import Extractor
from pipeline.labelling.context import Context, contexts_of
from pipeline.layers import Segmented
from pipeline.segment import Segmenter

_Wanted: TypeAlias = tuple[Reference, GoldSentence, float]


@dataclass(frozen=True, slots=True)
class GoldPaper:
    """One paper: all its sentences with their contexts, and some of them labelled by people."""

    name: str
    contexts: tuple[Context, ...]
    labelled: tuple[Labelled, ...]


@dataclass(frozen=True, slots=True)
class Labelled:
    """One labelled sentence: its place in the paper, what people gave it, and what it counts in fitting."""

    place: int
    gold: GoldSentence
    weight: float


def read_papers(folder: Path, golds: Sequence[tuple[Gold, float]]) -> list[GoldPaper]:
    """Read the papers of a folder that golds refer to; ConfigError where one is missing or cannot be read.

    A sentence that is no longer cut as the gold has it is left out.
    """
    wanted: dict[str, list[_Wanted]] = defaultdict(list)
    for gold, weight in golds:
        for sentence in gold.sentences:
            if isinstance(sentence.row, Reference):
                wanted[sentence.row.sha256].append((sentence.row, sentence, weight))
    papers = [_read(path, data, wanted.pop(sha256)) for path, data, sha256 in _files(folder) if sha256 in wanted]
    if wanted:
        missing = sorted({rows[0][0].document for rows in wanted.values()})
        message = f"does not hold {', '.join(missing)}; configs/gold/README.md says how to bring the papers together"
        raise ConfigError([Problem(str(folder), message)])
    return papers


def _files(folder: Path) -> Iterator[tuple[Path, bytes, str]]:
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        data = path.read_bytes()
        yield path, data, hashlib.sha256(data).hexdigest()


def _read(path: Path, data: bytes, rows: Sequence[_Wanted]) -> GoldPaper:
    try:
        segmented = Segmenter()(Extractor()(data), doc_id="gold", file_name=path.name)
    except DocumentError as error:
        raise ConfigError([Problem(path.name, f"cannot be learnt from: {error}")]) from error
    return GoldPaper(path.name, tuple(contexts_of(segmented)), tuple(_found(segmented, rows)))


def _found(segmented: Segmented, rows: Sequence[_Wanted]) -> Iterator[Labelled]:
    places: dict[str, list[int]] = defaultdict(list)
    for place, sentence in enumerate(segmented.sentences):
        places[sentence_hash(sentence.text)].append(place)
    for reference, gold, weight in rows:
        same = places.get(reference.sentence)
        if same:
            yield Labelled(min(same, key=lambda place: abs(place + 1 - reference.order)), gold, weight)
