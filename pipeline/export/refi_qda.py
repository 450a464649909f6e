"""A REFI-QDA project (.qdpx), which NVivo, MAXQDA and ATLAS.ti open: sources, codebook, codings, submitters as cases.

The standard (version 1.5, qdasoftware.org) is a ZIP archive of `project.qde`, an XML file, and the sources as text.
Positions count code points of the source's text. Each document is one source: its paragraphs with their numbers, an
empty line between them. Each statement is a selection; its status and its labels are codings of it. Documents that
repeat another one are left out, so that a code counts once.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from uuid import UUID, uuid5
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lxml import etree

from pipeline.export.passages import Paper, Passage, Row, papers_of, title_of
from pipeline.export.source import Source
from pipeline.statistics.counts import scheme_of_name
from pipeline.storage import written_whole
from pipeline.taxonomy import STATUSES

NAMESPACE = "urn:QDA-XML:project:1.0"
_SCHEMA = f"{NAMESPACE} http://schema.qdasoftware.org/versions/Project/v1.0/Project.xsd"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_OURS = UUID("6f1d7a0e-3a54-5d0c-9b52-5f0a8c0d2e11")
"""Root of our identifiers: the same document and label have the same one in every project."""

_EARLIEST = (1980, 1, 1, 0, 0, 0)  # the first time that a ZIP archive can tell; the same tables give the same bytes
_UNSAFE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # what XML 1.0 cannot hold
_COLORS = {STATUSES: "#4477AA", "gcm_objective": "#228833", "theme": "#AA3377"}
_OTHER_COLOR = "#CCBB44"
_VARIABLES = ("symbol", "date", "language", "submitter", "submitter_type", "region", "quality")


@dataclass(frozen=True)
class _Project:
    """A project in the making: the tree, the texts of its sources, and the statements' schemes."""

    source: Source
    texts: dict[str, str] = field(default_factory=dict)

    @cached_property
    def user(self) -> str:
        return _guid("user", "gcm-pipeline")

    @cached_property
    def created(self) -> str | None:
        """When the run finished, as the standard writes times; None where the run does not say."""
        finished = str(self.source.manifest.get("finished") or "")
        return re.sub(r"(\.\d+)?(\+00:00|Z)$", "Z", finished) if finished else None

    def stamp(self) -> dict[str, str]:
        """Say who made an element and when."""
        return {"creatingUser": self.user, **({"creationDateTime": self.created} if self.created else {})}


def write_refi_qda(source: Source, path: Path) -> None:
    """Write the project into one archive."""
    project = _Project(source)
    tree = _tree(project)
    with written_whole(path) as beside, ZipFile(beside, "w") as archive:
        _add(archive, "project.qde", etree.tostring(tree, xml_declaration=True, encoding="utf-8", pretty_print=True))
        for guid, text in project.texts.items():
            _add(archive, f"sources/{guid}.txt", text.encode("utf-8"))


def _tree(project: _Project) -> etree._Element:
    source = project.source
    title = source.edition.title if source.edition else "Annotated submissions"
    root = etree.Element(
        f"{{{NAMESPACE}}}Project",
        {f"{{{_XSI}}}schemaLocation": _SCHEMA, "name": _safe(title), "origin": "gcm-pipeline", **_creating(project)},
        nsmap={None: NAMESPACE, "xsi": _XSI},  # type: ignore[dict-item]  # None is the default namespace; the stubs forget
    )
    users = _sub(root, "Users")
    _sub(users, "User", guid=project.user, name="gcm-pipeline (program)")
    papers = [paper for paper in papers_of(source) if paper.document["duplicate_of"] is None and paper.passages]
    _codebook(root, papers)
    if papers:
        _variables(root)
        _cases(root, papers, project)
        sources = _sub(root, "Sources")
        for paper in papers:
            _source(sources, paper, project)
    _sub(
        root, "Description"
    ).text = "Status, objectives and themes were assigned by a program. Its scores stand in the tables of the run."
    return root


def _creating(project: _Project) -> dict[str, str]:
    return {"creatingUserGUID": project.user, **({"creationDateTime": project.created} if project.created else {})}


def _codebook(root: etree._Element, papers: list[Paper]) -> None:
    """Write one code a scheme and below it one a label: those of the taxonomy all, others where they occur."""
    seen: dict[str, set[str]] = {STATUSES: set(), "gcm_objective": set(), "theme": set()}
    for paper in papers:
        for passage in paper.passages:
            for row in (row for rows in passage.labels.values() for row in rows):
                seen.setdefault(row["scheme"], set()).add(row["code"])
    codes = _sub(_sub(root, "CodeBook"), "Codes")
    for name, occurring in seen.items():
        scheme = scheme_of_name(name)
        color = _COLORS.get(name, _OTHER_COLOR)
        top = _sub(
            codes, "Code", guid=_guid("scheme", name), name=scheme.title if scheme else name, isCodable="false",
            color=color,
        )  # fmt: skip
        known = {label.code: label for label in scheme.labels} if scheme else {}
        for code in [*known, *sorted(occurring - set(known))]:
            label = known.get(code)
            title = f"{code} {label.title}" if code.isdigit() and label else label.title if label else code
            own = _sub(top, "Code", guid=_guid("code", name, code), name=title, isCodable="true", color=color)
            if label:
                _sub(own, "Description").text = _safe(label.definition)


def _variables(root: etree._Element) -> None:
    variables = _sub(root, "Variables")
    for name in _VARIABLES:
        _sub(variables, "Variable", guid=_guid("variable", name), name=name, typeOfVariable="Text")


def _cases(root: etree._Element, papers: list[Paper], project: _Project) -> None:
    """Write one case a submitter: the sources that it sent, and in reports by others the statements on it."""
    from pipeline.statistics.names import names_of

    names = names_of(project.source.tables)
    sent: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for paper in papers:
        sender = paper.document["submitter_id"]
        if sender:
            sent[sender].append(("SourceRef", _guid("source", paper.document["doc_id"])))
        for statement in (row for passage in paper.passages for row in passage.statements):
            if statement["submitter_id"] and statement["submitter_id"] != sender:
                sent[statement["submitter_id"]].append(("SelectionRef", _guid("statement", statement["statement_id"])))
    if not sent:
        return
    cases = _sub(root, "Cases")
    for code, references in sorted(sent.items()):
        case = _sub(cases, "Case", guid=_guid("case", code), name=names.of("submitter", code))
        for tag, guid in sorted(references, key=lambda reference: reference[0] == "SelectionRef"):
            _sub(case, tag, targetGUID=guid)


def _source(sources: etree._Element, paper: Paper, project: _Project) -> None:
    """Write one document as a source with its selections; its text is kept for the archive."""
    document = paper.document
    guid = _guid("source", document["doc_id"])
    text, starts = _plain(paper)
    project.texts[guid] = text
    own = _sub(
        sources, "TextSource", guid=guid, name=f"{title_of(document)} ({document['doc_id']})",
        plainTextPath=f"internal://{guid}.txt", **project.stamp(),
    )  # fmt: skip
    for passage in paper.passages:
        for statement in passage.statements:
            _selection(own, passage, statement, starts[passage.paragraph["paragraph_id"]], project)
    for name in _VARIABLES:
        if document[name] is not None:
            value = _sub(own, "VariableValue")
            _sub(value, "VariableRef", targetGUID=_guid("variable", name))
            _sub(value, "TextValue").text = _safe(str(document[name]))


def _plain(paper: Paper) -> tuple[str, Mapping[str, int]]:
    """Give a document as text, a paragraph with its number a block, and where each paragraph's own text starts."""
    parts: list[str] = []
    starts: dict[str, int] = {}
    length = 0
    for passage in paper.passages:
        paragraph = passage.paragraph
        number = f"{paragraph['number']} " if paragraph["number"] else ""
        # The same number of code points as in the table, so that its offsets hold; line ends would be taken for others.
        text = _UNSAFE.sub("\ufffd", paragraph["text"]).replace("\r", "\n")
        starts[paragraph["paragraph_id"]] = length + len(number)
        parts.append(f"{number}{text}")
        length += len(number) + len(text) + 2
    return "\n\n".join(parts), starts


def _selection(source: etree._Element, passage: Passage, statement: Row, start: int, project: _Project) -> None:
    own = _sub(
        source, "PlainTextSelection", guid=_guid("statement", statement["statement_id"]),
        name=_shortened(statement["text"]), startPosition=str(start + statement["start"]),
        endPosition=str(start + statement["end"]), **project.stamp(),
    )  # fmt: skip
    for scheme, code in _codes(passage, statement):
        coding = _sub(own, "Coding", guid=_guid("coding", statement["statement_id"], scheme, code), **project.stamp())
        _sub(coding, "CodeRef", targetGUID=_guid("code", scheme, code))


def _codes(passage: Passage, statement: Row) -> Iterator[tuple[str, str]]:
    yield STATUSES, statement["status"]
    for label in passage.chosen(statement):
        yield label["scheme"], label["code"]


def _sub(parent: etree._Element, tag: str, /, **attributes: str) -> etree._Element:
    safe = {key: _safe(value) for key, value in attributes.items()}
    return etree.SubElement(parent, f"{{{NAMESPACE}}}{tag}", safe)


def _safe(text: str) -> str:
    """Leave out what XML cannot hold: control characters, lone surrogates."""
    return _UNSAFE.sub("\ufffd", text)


def _shortened(text: str, longest: int = 60) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1]}…"


def _guid(*parts: str) -> str:
    return str(uuid5(_OURS, "\x1f".join(parts)))


def _add(archive: ZipFile, name: str, content: bytes) -> None:
    member = ZipInfo(name, date_time=_EARLIEST)
    member.compress_type = ZIP_DEFLATED
    archive.writestr(member, content)
