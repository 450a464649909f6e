"""The configuration of a run: read, checked and completed here, then passed on as small typed records.

`load_config` reads `pipeline.toml`, an optional file of the user's on top of it and the edition, and reports every
fault at once with its place. Unknown keys are errors: a misspelt setting must not pass for a changed one.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from pipeline.config_files import config_file, config_names
from pipeline.errors import ConfigError, Problem
from pipeline.records import SubmitterType

S = TypeVar("S", bound="Section")


class Section(BaseModel):
    """A frozen part of the configuration; unknown keys are errors."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class ExtractSettings(Section):
    """Limits for what is read; hostile files are the reason for all of them."""

    max_bytes: int = Field(gt=0, description="largest file that is opened, in bytes")
    max_text_bytes: int = Field(gt=0, description="largest text, web page or mail body that is read, in bytes")
    max_pages: int = Field(gt=0, description="most pages that are read of one document")
    max_expanded_bytes: int = Field(gt=0, description="most bytes that a compressed document may unpack to")
    max_expansion_ratio: int = Field(gt=1, description="most bytes unpacked per byte packed")
    max_members: int = Field(gt=0, description="most files that are taken out of one archive or mail")
    max_nesting: int = Field(ge=1, description="how deep archives and mails may lie in one another")
    max_seconds: int = Field(gt=0, description="longest that one document may take, in seconds")
    max_memory_bytes: int = Field(gt=0, description="most memory that one document may take, in bytes")
    recognition: Literal["auto", "off"] = Field(
        description="auto recognizes pages without text where an engine is installed"
    )
    recognition_dpi: int = Field(ge=72, le=600, description="pixels per inch at which pages are recognized")


class LabelSettings(Section):
    """From scores to labels."""

    objective_threshold: float = Field(gt=0, lt=1, description="score from which an objective is chosen")
    theme_threshold: float = Field(gt=0, lt=1, description="score from which a theme is chosen")
    near_miss: float = Field(gt=0, lt=1, description="score from which a rejected label is kept as a near miss")
    review_doubt: float = Field(ge=0, description="expected errors of a statement from which on a person should look")


class RunSettings(Section):
    """How the work is done; nothing here changes a result."""

    jobs: int = Field(ge=0, description="processes; 0 stands for one per processor")


class Settings(Section):
    """Every setting of `pipeline.toml`."""

    extract: ExtractSettings
    labels: LabelSettings
    run: RunSettings


class Submitter(Section):
    """One sender of a submission, with the name that the edition's report uses."""

    id: str = Field(min_length=2, description="ISO 3166 alpha-3 for a State, else a short name")
    name: str = Field(min_length=2, description="name as the report prints it")
    type: SubmitterType = "state"
    also: list[str] = Field(default_factory=list, description="other names under which papers arrive")


class Edition(Section):
    """One annual report: what it answers and who was expected or seen to submit."""

    name: str
    title: str
    symbol: str | None = None
    resolution: str | None = None
    previous: str | None = Field(default=None, description="name of the edition before this one")
    issues_in_focus: list[str] = Field(default_factory=list)
    submitters: list[Submitter] = Field(default_factory=list)

    @field_validator("symbol", "resolution", "previous")
    @classmethod
    def _is_known(cls, value: str | None) -> str | None:
        """Take an empty text for what it is: not filled in yet."""
        return value or None


class Config(Section):
    """Everything a run is told: settings and, where one is named, the edition."""

    settings: Settings
    edition: Edition | None = None


def load_config(*, edition: str | None = None, own_file: Path | None = None) -> Config:
    """Read the configuration of a run; ConfigError with all faults at once."""
    problems: list[Problem] = []
    merged = _merged_settings(own_file, problems)
    # What cannot be read at all holds no settings, and to list each as missing would hide the one fault.
    settings = _checked(Settings, merged, "pipeline.toml", problems) if merged or not problems else None
    chosen = _load_edition(edition, problems) if edition is not None else None
    if problems or settings is None:
        raise ConfigError(problems)
    return Config(settings=settings, edition=chosen)


def _merged_settings(own_file: Path | None, problems: list[Problem]) -> dict[str, Any]:
    merged = _read_toml(config_file("pipeline.toml"), problems)
    if own_file is None:
        return merged
    for section, values in _read_toml(own_file, problems).items():
        known = merged.get(section)
        if not isinstance(known, dict) or not isinstance(values, dict):
            problems.append(Problem(f"{own_file.name}: {section}", f"unknown section; known: {', '.join(merged)}"))
            continue
        merged[section] = {**known, **values}
    return merged


def _load_edition(name: str, problems: list[Problem]) -> Edition | None:
    known = config_names("editions")
    if name not in known:
        problems.append(Problem(f"edition {name}", f"unknown; known editions: {', '.join(known) or 'none'}"))
        return None
    file = f"editions/{name}.toml"
    faults = len(problems)
    values = _read_toml(config_file(file), problems)
    edition = _checked(Edition, values, file, problems) if len(problems) == faults else None
    if edition is not None:
        problems.extend(_edition_problems(edition, file))
    return edition


def _edition_problems(edition: Edition, file: str) -> Iterator[Problem]:
    seen: set[str] = set()
    for place, submitter in enumerate(edition.submitters, 1):
        if submitter.id in seen:
            yield Problem(f"{file}: submitters {place}", f"{submitter.id} is listed twice; keep one entry")
        seen.add(submitter.id)


def _read_toml(path: Path, problems: list[Problem]) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        problems.append(Problem(str(path), f"cannot be read ({error.strerror}); name a file that exists"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        problems.append(Problem(path.name, f"is not valid TOML: {error}"))
    return {}


def _checked(model: type[S], values: Mapping[str, Any], file: str, problems: list[Problem]) -> S | None:
    try:
        return model.model_validate(values)
    except ValidationError as error:
        for fault in error.errors():
            place = ".".join(str(step) for step in fault["loc"])
            problems.append(Problem(f"{file}: {place}", _sentence(fault, model)))
    return None


def _sentence(fault: Mapping[str, Any], model: type[Section]) -> str:
    if fault["type"] == "extra_forbidden":
        known = _known_keys(model, fault["loc"][:-1])
        return f"unknown key; known keys here: {', '.join(known)}"
    return f"{fault['msg']} (found {fault['input']!r})" if fault["type"] != "missing" else "is missing"


def _known_keys(model: type[BaseModel], path: tuple[Any, ...]) -> list[str]:
    for step in path:
        field = model.model_fields.get(step) if isinstance(step, str) else None
        inner = field.annotation if field else None
        if isinstance(inner, type) and issubclass(inner, BaseModel):
            model = inner
        elif field and step == "submitters":
            model = Submitter
    return list(model.model_fields)
