"""The skeleton of the report's summary chapter in Word: it quotes and cites, and invents nothing."""

from __future__ import annotations

from pathlib import Path

from pipeline.charts import charts_of, draw
from pipeline.config import Edition
from pipeline.draft.annex import annex_of
from pipeline.draft.content import parts_of
from pipeline.draft.document import Draft
from pipeline.statistics.counts import coverage
from pipeline.statistics.dataset import Tables
from pipeline.statistics.expected import expected
from pipeline.storage import written_whole

MOST = 5
"""Quotations a submitter and theme, where nobody asks for more or fewer."""

__all__ = ["MOST", "write_draft"]


def write_draft(tables: Tables, path: Path, *, edition: Edition | None, most: int = MOST) -> int:
    """Write the draft into a Word file and give the number of its quotations.

    `most` is the number of quotations a submitter and theme; those left out are counted where they would stand.
    """
    title = edition.title if edition else "Human rights of migrants"
    draft = Draft(title)
    draft.title(title, _below(edition))
    draft.heading("Note to the drafter", 1)
    for sentence in _note(tables):
        draft.remark(sentence)
    parts = parts_of(tables, most=most)
    draft.heading(_summary(edition), 1)
    for part in parts:
        draft.part(part)
    if not parts:
        draft.remark("No statement of a known submitter was found.")
    draft.heading("Annex: tables and charts", 1)
    for table in annex_of(tables):
        draft.table(table)
    for chart in charts_of(tables):
        draft.heading(chart.title, 2)
        draft.picture(draw(chart, "png", titled=False), f"{chart.title}. {chart.note}")
    with written_whole(path) as beside:
        draft.save(beside)
    return sum(len(group.quotations) for part in parts for section in part.sections for group in section.groups)


def _below(edition: Edition | None) -> list[str]:
    if edition is None:
        return ["Draft of the summary chapter"]
    lines = [f"Draft of the summary chapter, edition {edition.name}"]
    return lines + ([f"Submissions in answer to {edition.resolution}"] if edition.resolution else [])


def _summary(edition: Edition | None) -> str:
    if edition is None or edition.resolution is None:
        return "Summary of information received"
    return f"Summary of information received on {edition.resolution}"


def _note(tables: Tables) -> list[str]:
    return [
        "Every paragraph below quotes a submission word for word; its footnote says where. In brackets stands what a"
        " program made of it: check the quotation and its status before you use it, and take the brackets out.",
        *coverage(tables).caveats(),
        *expected(tables).sentences(),
    ]
