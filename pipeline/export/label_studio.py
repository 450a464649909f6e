"""Tasks for Label Studio: one a statement, with what the program found as predictions, and the configuration of labels.

In Label Studio: new project, paste `labels.xml` under Labeling Setup, import `tasks.json`. What a person decided
already comes as an annotation, everything else as a prediction that is shown first and can be corrected.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

from lxml import etree

from pipeline.config_files import config_names
from pipeline.export.passages import Paper, Passage, Row, papers_of, title_of
from pipeline.export.source import Source
from pipeline.records import EntityType
from pipeline.storage import write_text
from pipeline.taxonomy import STATUSES, Scheme, load_scheme

_FIELD = "text"


def write_label_studio(source: Source, folder: Path) -> None:
    """Write tasks.json and labels.xml; statements of documents that repeat another one are left out."""
    schemes = _schemes(source)
    tasks = [task for paper in papers_of(source) for task in _tasks(paper, source, schemes)]
    write_text(folder / "tasks.json", json.dumps(tasks, ensure_ascii=False, indent=1) + "\n")
    write_text(folder / "labels.xml", _configuration(schemes))


def _schemes(source: Source) -> list[Scheme]:
    """Give the schemes to be labelled with: status, then those that labelled something and can be named."""
    seen = set(source.table("labels")["scheme"].to_pylist()) | {"gcm_objective", "theme"}
    known = set(config_names("taxonomy"))
    return [load_scheme(STATUSES), *(load_scheme(name) for name in sorted(seen & known))]


def _tasks(paper: Paper, source: Source, schemes: list[Scheme]) -> Iterator[dict[str, Any]]:
    if paper.document["duplicate_of"] is not None:
        return
    model = str(source.manifest.get("version") or "gcm-pipeline")
    for passage in paper.passages:
        for statement in passage.statements:
            result = [*_choices(passage, statement, schemes), *_entities(passage, statement)]
            task: dict[str, Any] = {"data": _data(paper.document, passage, statement)}
            if statement["gold"]:
                task["annotations"] = [{"result": result, "ground_truth": True}]
            else:
                score = statement["status_score"]
                task["predictions"] = [{"model_version": model, "score": score, "result": result}]
            yield task


def _data(document: Row, passage: Passage, statement: Row) -> dict[str, Any]:
    paragraph = passage.paragraph
    return {
        _FIELD: statement["text"],
        "statement_id": statement["statement_id"],
        "document": title_of(document),
        "place": ", ".join(
            part
            for part in (
                f"paragraph {paragraph['number']}" if paragraph["number"] else "",
                f"page {paragraph['page_first']}" if paragraph["page_first"] else "",
            )
            if part
        ),
        "section": " > ".join(paragraph["section_path"]),
        "paragraph": paragraph["text"],
        "submitter": statement["submitter_id"],
        "language": statement["language"],
        "needs_review": statement["needs_review"],
    }


def _choices(passage: Passage, statement: Row, schemes: list[Scheme]) -> Iterator[dict[str, Any]]:
    given = {STATUSES: [statement["status"]]}
    for label in passage.chosen(statement):
        given.setdefault(label["scheme"], []).append(label["code"])
    for scheme in schemes:
        if given.get(scheme.name):
            yield {
                "id": f"{statement['statement_id']}.{scheme.name}",
                "from_name": scheme.name,
                "to_name": _FIELD,
                "type": "choices",
                "value": {"choices": given[scheme.name]},
            }


def _entities(passage: Passage, statement: Row) -> Iterator[dict[str, Any]]:
    for entity in passage.entities:
        if entity["statement_id"] == statement["statement_id"]:
            start, end = entity["start"] - statement["start"], entity["end"] - statement["start"]
            value = {"start": start, "end": end, "text": entity["text"], "labels": [entity["type"]]}
            yield {
                "id": entity["entity_id"],
                "from_name": "entities",
                "to_name": _FIELD,
                "type": "labels",
                "value": value,
            }


def _configuration(schemes: list[Scheme]) -> str:
    """Lay out the page of a task: context, sentence with entities, one list of choices a scheme."""
    view = etree.Element("View")
    for field in ("document", "place", "section", "paragraph"):
        etree.SubElement(view, "Text", name=field, value=f"${field}")
    labels = etree.SubElement(view, "Labels", name="entities", toName=_FIELD)
    for kind in get_args(EntityType):
        etree.SubElement(labels, "Label", value=kind)
    etree.SubElement(view, "Text", name=_FIELD, value=f"${_FIELD}", granularity="word")
    for scheme in schemes:
        etree.SubElement(view, "Header", value=scheme.title)
        kind = "single" if scheme.name == STATUSES else "multiple"
        choices = etree.SubElement(view, "Choices", name=scheme.name, toName=_FIELD, choice=kind, showInline="false")
        for label in scheme.labels:
            # The code is what comes back; the alias would be stored instead of the shown value.
            etree.SubElement(choices, "Choice", value=f"{label.code} {label.title}", alias=label.code)
    return etree.tostring(view, pretty_print=True, encoding="unicode")
