"""The dataset of a run in other formats: each module writes one, `FORMATS` lists them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from pipeline.errors import ConfigError, Problem
from pipeline.export.source import Source

__all__ = ["FORMATS", "Format", "Source", "check_place", "export", "format_named"]


@dataclass(frozen=True, slots=True)
class Format:
    """One format: its name, what it is for, who writes it, and the ending of its file or the sign of its folder.

    `sign` is the file by which a folder of this format is known: only such a folder is written over. `writer` names
    module and function below `pipeline.export`, which are loaded when they are called.
    """

    name: str
    purpose: str
    writer: str
    suffix: str = ""
    sign: str | None = None

    @property
    def is_folder(self) -> bool:
        """Tell whether the format is a folder of files rather than one file."""
        return self.sign is not None

    def write(self, source: Source, path: Path) -> None:
        """Write a run in this format; what stands at `path` is replaced."""
        module, function = self.writer.split(":")
        getattr(import_module(f"pipeline.export.{module}"), function)(source, path)


FORMATS: dict[str, Format] = {
    one.name: one
    for one in (
        Format("jsonl", "JSON Lines, for programs of any language", "jsonl:write_jsonl", sign="statements_full.jsonl"),
        Format("xlsx", "Excel workbook, for reading, filtering and counting", "xlsx:write_xlsx", ".xlsx"),
        Format("sqlite", "SQLite database with full-text search", "sqlite:write_sqlite", ".sqlite"),
        Format("docbin", "spaCy DocBin, for training and language tools", "docbin:write_docbin", ".spacy"),
        Format(
            "hf", "Hugging Face dataset with its card", "huggingface:write_huggingface", sign="data/annotated.parquet"
        ),
        Format("qdpx", "REFI-QDA project, for NVivo, MAXQDA, ATLAS.ti", "refi_qda:write_refi_qda", ".qdpx"),
        Format("labelstudio", "tasks for Label Studio", "label_studio:write_label_studio", sign="tasks.json"),
    )
}
"""Every format of `gcm export`, by name."""


def format_named(name: str) -> Format:
    """Find a format; ConfigError with the known ones where there is none of that name."""
    if name not in FORMATS:
        known = ", ".join(FORMATS)
        raise ConfigError([Problem(f"format {name}", f"unknown; known formats: {known}")])
    return FORMATS[name]


def export(source: Source, form: Format, path: Path) -> None:
    """Write a run in one format; ConfigError, and nothing written, where something else stands at `path`."""
    check_place(source, form, path)
    form.write(source, path)


def check_place(source: Source, form: Format, path: Path) -> None:
    """Refuse a place where an export would destroy what it did not make; ConfigError with the next step."""
    problems = [Problem(str(path), message) for message in _faults(source, form, path)]
    if problems:
        raise ConfigError(problems)


def _faults(source: Source, form: Format, path: Path) -> Iterator[str]:
    own = source.data.resolve()
    if own in (path.resolve(), *path.resolve().parents):
        yield "lies in the folder of the run's tables, which holds them alone; name another place with --out"
    elif form.is_folder:
        yield from _faults_of_folder(form, path)
    elif path.is_dir():
        yield f"is a folder, and {form.name} is one file; name a file that ends in {form.suffix}"
    elif path.exists() and path.suffix.lower() != form.suffix:
        yield f"exists and does not end in {form.suffix}; name a file that does, or one that does not exist yet"


def _faults_of_folder(form: Format, path: Path) -> Iterator[str]:
    if path.exists() and not path.is_dir():
        yield f"is a file, and {form.name} is a folder of files; name a folder that is new or empty"
    elif path.is_dir() and not (path / str(form.sign)).is_file() and not _is_empty(path):
        yield f"holds files that no {form.name} export made; name a folder that is new or empty"


def _is_empty(folder: Path) -> bool:
    """Tell whether a folder holds nothing but half-written files that a killed export left."""
    return all(name.startswith(".") and name.endswith(".part") for name in os.listdir(folder))  # noqa: PTH208
