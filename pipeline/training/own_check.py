"""Schemes of the user's own, checked: taxonomy, examples, word lists and model, all faults at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from pipeline.config_files import config_folders
from pipeline.errors import ConfigError, Problem
from pipeline.labelling.lexicon import Lexicon
from pipeline.labelling.own_examples import OwnExamples, examples_folder, load_examples
from pipeline.labelling.own_labeller import fitting
from pipeline.labelling.own_model import OwnModel
from pipeline.labelling.own_taxonomy import own_scheme_names, read_own_scheme
from pipeline.taxonomy import Scheme
from pipeline.training import lexicon_fingerprint
from pipeline.training.own_scheme import statements_fingerprint

T = TypeVar("T")


def own_names() -> list[str]:
    """List every scheme that has a taxonomy or examples: examples without a taxonomy are a fault, too."""
    folders = {path.name for folder in config_folders() for path in (folder / "schemes").glob("*") if path.is_dir()}
    return sorted({*own_scheme_names(), *folders})


def check_own_scheme(name: str) -> None:
    """Check everything about one scheme; ConfigError with every fault, each with file and, where it has one, line."""
    if name not in own_scheme_names():
        message = f"holds examples of a scheme that has no taxonomy/{name}.toml; write one, or take the folder away"
        raise ConfigError([Problem(f"schemes/{name}", message)])
    problems: list[Problem] = []
    scheme = _tried(problems, lambda: read_own_scheme(name))
    if scheme is not None:
        fitted = _tried(problems, lambda: fitting(name))
        # Who was given a trained scheme need not have its examples.
        without = fitted is not None and not examples_folder(name).is_dir()
        examples = None if without else _tried(problems, lambda: load_examples(scheme))
        for language in _languages(name):
            _tried(problems, lambda spoken=language: _lexicon(scheme, spoken))  # type: ignore[misc]
        if fitted is not None:
            problems.extend(_stale(name, fitted[1], examples))
    if problems:
        raise ConfigError(problems)


def _tried(problems: list[Problem], part: Callable[[], T]) -> T | None:
    try:
        return part()
    except ConfigError as error:
        problems.extend(error.problems)
    return None


def _languages(name: str) -> list[str]:
    return sorted({path.parent.name for path in examples_folder(name).glob("*/*.tsv")})


def _lexicon(scheme: Scheme, language: str) -> None:
    known = {(scheme.name, code) for code in scheme.codes}
    try:
        Lexicon.load(examples_folder(scheme.name), language, known=known)
    except ConfigError as error:
        named = [Problem(f"schemes/{scheme.name}/{fault.place}", fault.message) for fault in error.problems]
        raise ConfigError(named) from error


def _stale(name: str, model: OwnModel, examples: OwnExamples | None) -> Iterator[Problem]:
    """Tell what has changed since a model was fitted."""
    place, again = f"models/{name}.npz", f"run: gcm train --scheme {name}"
    if examples is not None and examples.fingerprint != model.note["examples"]:
        yield Problem(place, f"was fitted on other examples than those in schemes/{name}; {again}")
    if examples is not None and lexicon_fingerprint(examples_folder(name)) != model.note["lexicon"]:
        yield Problem(place, f"was fitted with other word lists than those in schemes/{name}; {again}")
    if statements_fingerprint() != model.note["statements"]:
        yield Problem(place, f"was fitted beside another models/statements.npz, whose scores it hears; {again}")
