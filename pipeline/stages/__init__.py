"""The stages, in one visible table: the order of the table is the order of the pipeline.

The first four take one document at a time and may run in any process; the last two gather all documents and run once.
`needs` and `makes` say what goes in and out. `code`, `configuration` and `libraries` name what a stage's result hangs
on beside its input: the parts of the package it runs, the configuration it reads and the libraries it stands on, all
of them part of its fingerprint.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

StageName = Literal["extract", "segment", "tag", "classify", "write", "report"]


@dataclass(frozen=True, slots=True)
class Stage:
    """One step: its name, a line of help, what it needs and makes, and what its result depends on."""

    name: StageName
    help: str
    needs: str
    makes: str
    code: tuple[str, ...]
    configuration: tuple[str, ...] = ()
    libraries: tuple[str, ...] = ()


STAGES: tuple[Stage, ...] = (
    Stage(
        "extract",
        "read what each file holds: text, lines, notes",
        needs="the file's bytes",
        makes="content",
        code=("extract", "content.py", "collector.py"),
        libraries=("pypdfium2", "pdfplumber", "pillow", "lxml", "msdoc2docx"),
    ),
    Stage(
        "segment",
        "paragraphs with numbers and sections, footnotes, sentences, who speaks",
        needs="content",
        makes="paragraphs, footnotes, sentences",
        code=("segment", "gazetteer", "content.py", "layers.py", "records.py"),
        configuration=("gazetteer", "lexicon"),
        libraries=("spacy", "lingua-language-detector", "babel", "pycountry"),
    ),
    Stage(
        "tag",
        "entities and the objectives of the Global Compact for Migration",
        needs="paragraphs, sentences",
        makes="entities, objectives",
        code=("tag", "labelling", "gazetteer", "layers.py", "records.py", "taxonomy.py"),
        configuration=("gazetteer", "lexicon", "taxonomy", "models/*.npz"),
        libraries=("numpy",),
    ),
    Stage(
        "classify",
        "themes, schemes of one's own and status of every statement",
        needs="paragraphs, sentences, entities",
        makes="themes, labels of own schemes, statuses",
        code=("classify", "labelling", "gazetteer", "layers.py", "records.py", "taxonomy.py"),
        configuration=("lexicon", "taxonomy", "models/*.npz", "gazetteer", "schemes"),
        libraries=("numpy",),
    ),
    Stage(
        "write",
        "all tables as Parquet and CSV, the data package and the list of failures",
        needs="every layer",
        makes="data/, failures.jsonl",
        code=(
            "write",
            "duplicates",
            "quality.py",
            "runner/repeats.py",
            "runner/gather.py",
            "segment/submitters",
            "gazetteer",
            "records.py",
        ),
        configuration=("gazetteer", "lexicon"),
        libraries=("pyarrow", "pandas", "datasketch"),
    ),
    Stage(
        "report",
        "theme statistics and the browsable report",
        needs="data/",
        makes="report/index.html",
        code=("report", "statistics", "offline_page.py", "quality.py", "gazetteer", "records.py", "taxonomy.py"),
        configuration=("taxonomy", "gazetteer", "models"),
        libraries=("pandas", "jinja2", "babel", "pycountry"),
    ),
)

DOCUMENT_STAGES: tuple[Stage, ...] = STAGES[:4]
"""The stages that work on one document at a time."""


def stage_named(name: str) -> Stage:
    """Return the stage of a name; KeyError with the known names where there is none."""
    for stage in STAGES:
        if stage.name == name:
            return stage
    raise KeyError(f"no stage {name!r}; the stages are {', '.join(stage.name for stage in STAGES)}")
