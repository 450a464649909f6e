"""What is true of the sample papers, so that tests know what the pipeline should find in them."""

from __future__ import annotations

from typing import TypedDict

from builder.model import Block, Paper


class NoteTruth(TypedDict):
    """One note: its printed mark, and where in the text without marks it stands."""

    mark: str
    offset: int
    paragraph: str
    text: str


class PaperTruth(TypedDict):
    """What the pipeline should find in one paper; `numbers`, `headings` and the others stand in reading order."""

    submitter: str
    submitter_id: str
    submitter_type: str
    language: str
    date: str
    numbers: list[str]
    headings: list[str]
    section_paths: list[list[str]]
    items: int
    table_rows: int
    footnotes: int
    notes: list[NoteTruth]
    furniture: list[str]
    facts: list[int]
    objectives: list[int]
    themes: list[str]
    statuses: list[str]


def paper_truth(paper: Paper) -> PaperTruth:
    """Gather what is true of one paper from its blocks."""
    headings = [block for block in paper.blocks if block.kind == "heading"]
    return PaperTruth(
        submitter=paper.sender.name,
        submitter_id=paper.sender.id,
        submitter_type=paper.sender.type,
        language=paper.language,
        date=paper.date,
        numbers=_numbers(paper.blocks),
        headings=[block.clean for block in headings],
        section_paths=_section_paths(headings),
        items=sum(block.kind == "item" for block in paper.blocks),
        table_rows=sum(block.kind == "row" for block in paper.blocks),
        footnotes=len(paper.notes),
        notes=[note for block in paper.blocks for note in _notes(block, paper.notes)],
        furniture=[line for line in (paper.header, paper.footer) if line],
        facts=list(paper.facts),
        objectives=list(paper.objectives),
        themes=list(paper.themes),
        statuses=list(paper.statuses),
    )


def _numbers(blocks: tuple[Block, ...]) -> list[str]:
    """List the full numbers: 3 and below it 3(a); a letter under a heading alone is (a)."""
    numbers = []
    parent = ""
    for block in blocks:
        if block.kind == "heading":
            parent = ""
        elif block.kind == "paragraph" and block.label:
            parent = block.label.rstrip(".")
            numbers.append(parent)
        elif block.kind == "item" and block.label and block.label != "•":
            numbers.append(parent + block.label)
    return numbers


def _section_paths(headings: list[Block]) -> list[list[str]]:
    """Give each heading's path from the outermost heading down to itself."""
    paths: list[list[str]] = []
    path: list[str] = []
    for block in headings:
        path = [*path[: block.level - 1], block.clean]
        paths.append(path)
    return paths


def _notes(block: Block, notes: tuple[str, ...]) -> list[NoteTruth]:
    found = []
    offset = 0
    for stretch, mark in block.pieces:
        offset += len(stretch)
        if mark:
            found.append(NoteTruth(mark=mark, offset=offset, paragraph=block.clean, text=notes[int(mark) - 1]))
    return found
