"""The whole configuration, checked at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from pipeline.classify.status.grammar import StatusGrammar
from pipeline.config import load_config
from pipeline.config_files import config_file, config_names
from pipeline.errors import ConfigError, Problem
from pipeline.evaluate.floors import FLOORS_FILE, read_floors
from pipeline.evaluate.gold_files import read_gold
from pipeline.gazetteer.load import load_gazetteer
from pipeline.labelling.corpus import load_corpus
from pipeline.labelling.lexicon import Lexicon
from pipeline.labelling.model import MODEL_FILE, read_model
from pipeline.labelling.own_taxonomy import own_labels
from pipeline.manifest import MANIFEST_NAME
from pipeline.runner.inventory import take_inventory
from pipeline.runner.listing import read_listing
from pipeline.segment.submitters.sender_words import sender_words
from pipeline.statistics.errors import ERRORS_FILE, mismatches, shipped_errors
from pipeline.tag.group_words import group_words
from pipeline.tag.title_words import title_words
from pipeline.taxonomy import OBJECTIVES, STATUSES, THEMES, load_scheme
from pipeline.training import lexicon_fingerprint
from pipeline.training.own_check import check_own_scheme, own_names


def check_configuration(inputs: Sequence[Path] = (), *, manifest: Path | None = None) -> list[str]:
    """Check every part of the configuration and the manifests; returns a line for each, or raises ConfigError with all.

    Without `inputs` the manifests are those below the folder `corpus`.
    """
    parts: list[tuple[str, Callable[[], object]]] = [("pipeline.toml", load_config)]
    parts += [(f"edition {name}", partial(load_config, edition=name)) for name in config_names("editions")]
    parts += [(f"taxonomy {name}", partial(load_scheme, name)) for name in (OBJECTIVES, THEMES, STATUSES)]
    parts += [(f"lexicon {name}", partial(_lexicon, name)) for name in _languages()]
    parts += [("gazetteer", _gazetteer), ("training corpus and model", _model)]
    parts += [
        ("words of senders", sender_words),
        ("gold", _gold),
        ("errors of the model", shipped_errors),
        *_manifests(inputs, manifest),
    ]
    parts += [(f"own scheme {name}", partial(check_own_scheme, name)) for name in own_names()]
    problems: list[Problem] = []
    for _, part in parts:
        try:
            part()
        except ConfigError as error:
            problems.extend(error.problems)
    if problems:
        raise ConfigError(list(dict.fromkeys(problems)))  # every edition stands on the same pipeline.toml
    return [name for name, _ in parts]


def remarks() -> list[str]:
    """Say what stops no run and costs something: errors that belong to another model correct nothing."""
    again = "run: gcm train --papers FOLDER, or gcm evaluate DIR GOLD --errors FILE"
    return [
        f"{ERRORS_FILE}: was measured with {fault}, so that no share is corrected; {again}"
        for fault in mismatches(shipped_errors())
    ]


def _manifests(inputs: Sequence[Path], manifest: Path | None) -> list[tuple[str, Callable[[], object]]]:
    folders = [[path] for path in inputs]
    if not inputs:
        folders = [[path.parent] for path in sorted(Path("corpus").glob(f"**/{MANIFEST_NAME}"))]
    if manifest is not None:
        folders = [list(inputs)] if inputs else [[manifest.parent]]
    return [(f"manifest of {', '.join(map(str, below))}", partial(_listing, below, manifest)) for below in folders]


def _listing(inputs: Sequence[Path], manifest: Path | None) -> None:
    read_listing(take_inventory(inputs, out=Path("outputs")), manifest)


def _languages() -> list[str]:
    """List the languages with lists of topics; others have only the words of senders."""
    return sorted({path.parent.name for path in config_file("lexicon").glob("*/*.tsv")})


def _lexicon(language: str) -> None:
    folder = config_file("lexicon")
    known = {(name, code) for name in (OBJECTIVES, THEMES) for code in load_scheme(name).codes}
    Lexicon.load(folder, language, known=known | own_labels())
    StatusGrammar.load(folder, language)


def _gold() -> None:
    folder = config_file("gold")
    read_gold(folder)
    read_floors(config_file(FLOORS_FILE))


def _gazetteer() -> None:
    """Read the lists of names and those of the words that names are made of."""
    folder = config_file("gazetteer")
    load_gazetteer(folder)
    title_words(folder)
    for language in sorted(path.parent.parent.name for path in folder.glob("*/grammar/groups.tsv")):
        group_words(folder, language)


def _model() -> None:
    schemes = {name: load_scheme(name) for name in (OBJECTIVES, THEMES)}
    corpus = load_corpus(config_file("training"), schemes)
    model = read_model(config_file(MODEL_FILE))
    faults = {
        "on another training corpus than the one that lies here": model.note["corpus"] != corpus.fingerprint,
        "with other word lists than those that lie here": model.note["lexicon"]
        != lexicon_fingerprint(config_file("lexicon")),
        "for another version of the taxonomy": model.note.get("taxonomy")
        != {name: scheme.version for name, scheme in schemes.items()},
        "for other labels than those of the taxonomy": any(
            model.schemes[name].codes != scheme.codes for name, scheme in schemes.items()
        ),
    }
    problems = [Problem(MODEL_FILE, f"was fitted {fault}; run: gcm train") for fault, holds in faults.items() if holds]
    if problems:
        raise ConfigError(problems)
