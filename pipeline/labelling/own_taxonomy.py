"""Schemes of the user's own: which there are, and what a scheme file of one's own must keep to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from pipeline.config_files import config_file, config_names
from pipeline.errors import ConfigError, Problem
from pipeline.labelling.lexicon import EVERYTHING, GATE_SCHEME
from pipeline.taxonomy import OBJECTIVES, STATUSES, THEMES, Scheme, read_scheme

SHIPPED = (OBJECTIVES, THEMES, STATUSES)
_TAKEN = frozenset({
    *SHIPPED, GATE_SCHEME, EVERYTHING.scheme,
    "objective", "submitter", "submitter_type", "region", "language", "document",
    "id", "paragraph", "start", "end", "score", "review", "gold", "actor", "labels", "words", "order",
    "statements", "commitments", "documents", "submitters",
})  # fmt: skip
"""Names that mean something else in the lexicon, among the models, to `gcm stats --by` or on the report's page."""
_NAME = re.compile(r"[a-z][a-z0-9_]*")
_CODE = re.compile(r"[a-z0-9][a-z0-9_.-]*")
_CODE_LINE = re.compile(r"\s*code\s*=\s*[\"'](?P<code>[^\"']*)[\"']")


def own_scheme_names() -> list[str]:
    """List the schemes that the configuration has beside those of the pipeline: ["sdg"]."""
    return [name for name in config_names("taxonomy") if name not in SHIPPED]


def read_own_scheme(name: str) -> Scheme:
    """Read the taxonomy of a scheme of one's own; ConfigError with all its faults, each with its line."""
    path = config_file(f"taxonomy/{name}.toml")
    scheme = read_scheme(path)
    problems = [*_name_faults(name, scheme), *_code_faults(scheme, path)]
    if problems:
        raise ConfigError(problems)
    return scheme


def own_labels() -> set[tuple[str, str]]:
    """Give scheme and code of every label of one's own schemes, without those whose taxonomy has faults."""
    return {(name, code) for name in own_scheme_names() for code in _codes(name)}


def _codes(name: str) -> tuple[str, ...]:
    try:
        return read_own_scheme(name).codes
    except ConfigError:
        return ()


def label_places(scheme: Scheme) -> dict[str, str]:
    """Tell for each code of a scheme the file and line that define it: {"10.7": "taxonomy/sdg.toml:12"}."""
    return _places(scheme, config_file(f"taxonomy/{scheme.name}.toml"))


def _places(scheme: Scheme, path: Path) -> dict[str, str]:
    places = dict.fromkeys(scheme.codes, f"taxonomy/{path.name}")
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        match = _CODE_LINE.match(line)
        if match and match["code"] in places:
            places[match["code"]] = f"taxonomy/{path.name}:{number}"
    return places


def _name_faults(name: str, scheme: Scheme) -> Iterator[Problem]:
    place = f"taxonomy/{name}.toml"
    if scheme.name != name:
        yield Problem(place, f"says scheme = {scheme.name!r}; write the file's name, {name!r}")
    if name in _TAKEN:
        yield Problem(place, f"the name {name!r} means something else here; give file and scheme another one")
    elif not _NAME.fullmatch(name):
        yield Problem(place, f"{name!r} is no name for a scheme; take small letters, digits and _, a letter first")


def _code_faults(scheme: Scheme, path: Path) -> Iterator[Problem]:
    for code, place in _places(scheme, path).items():
        if not _CODE.fullmatch(code):
            yield Problem(place, f"{code!r} is no code; take small letters, digits and _ . - (10.7, child_labour)")
