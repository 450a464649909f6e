"""What a model is fitted from, read and checked as a whole before anything is fitted or written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from pipeline.classify.status.grammar import StatusGrammar
from pipeline.config_files import config_file
from pipeline.errors import ConfigError, Problem
from pipeline.evaluate.gold import Gold
from pipeline.evaluate.gold_files import read_gold
from pipeline.labelling.corpus import Corpus, load_corpus
from pipeline.labelling.lexicon import Lexicon
from pipeline.labelling.own_taxonomy import own_labels
from pipeline.taxonomy import OBJECTIVES, THEMES, load_scheme

FIT_GOLD = {"gold/fit.jsonl": 1.0, "gold/fit_read.jsonl": 0.5}
"""The labelled sentences of real papers that may be learnt from, as references, and what one of them counts.

Those whose errors the authors of word lists and grammar have read count little, since rules look better on them than
they are.
"""

_SCHEMES = (OBJECTIVES, THEMES)
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Inputs:
    """The authored corpus, and, where papers are learnt from, the golds with what their sentences count."""

    corpus: Corpus
    golds: tuple[tuple[Gold, float], ...]


def read_inputs(*, with_gold: bool) -> Inputs:
    """Read corpus, word lists and gold; ConfigError with every fault of all of them, each with its place."""
    problems: list[Problem] = []
    corpus = _read(_corpus, problems)
    for language in sorted(path.name for path in config_file("lexicon").iterdir() if path.is_dir()):
        _read(partial(_lexicon, language), problems)
    golds: list[tuple[Gold, float]] = []
    for name, weight in FIT_GOLD.items() if with_gold else ():
        gold = _read(partial(_gold, name), problems)
        golds += [(gold, weight)] if gold else []
    if problems or corpus is None:
        raise ConfigError(list(dict.fromkeys(problems)))
    return Inputs(corpus, tuple(golds))


def _gold(name: str) -> Gold:
    return read_gold(config_file(name))


def _read(part: Callable[[], _T], problems: list[Problem]) -> _T | None:
    try:
        return part()
    except ConfigError as error:
        problems.extend(error.problems)
        return None


def _corpus() -> Corpus:
    schemes = {name: load_scheme(name) for name in _SCHEMES}
    corpus = load_corpus(config_file("training"), schemes)
    used = {name: {code for example in corpus.examples for code in example.codes(name)} for name in _SCHEMES}
    without = [
        Problem(f"taxonomy/{name}.toml", f"{code} ({scheme.label(code).short}) has no example in configs/training")
        for name, scheme in schemes.items()
        for code in scheme.codes
        if code not in used[name]
    ]
    if without:
        raise ConfigError(without)
    return corpus


def _lexicon(language: str) -> None:
    known = {(name, code) for name in _SCHEMES for code in load_scheme(name).codes}
    folder: Path = config_file("lexicon")
    Lexicon.load(folder, language, known=known | own_labels())
    StatusGrammar.load(folder, language)
