"""Where a statement stands, for people: document, submitter, paragraph number, page."""

from __future__ import annotations

from typing import Any

import pandas as pd

from pipeline.statistics.dataset import Tables

PLACE = ("doc_id", "document", "submitter", "number", "page")
"""Columns of a place: document's id and title (or file name), submitter's code, paragraph number and first page."""


def placed(tables: Tables) -> pd.DataFrame:
    """Give every statement that counts with its sentence (`text`) and the columns `PLACE`, indexed by its id."""
    statements = tables.counted
    paragraphs = tables.paragraphs.set_index("paragraph_id")
    documents = tables.documents.set_index("doc_id")
    title = documents["title"].where(documents["title"].notna(), documents["file_name"])
    whole = statements["paragraph_id"].map(paragraphs["text"])
    return statements.assign(
        text=[text[start:end] for text, start, end in zip(whole, statements["start"], statements["end"], strict=True)],
        document=statements["doc_id"].map(title),
        number=objects(statements["paragraph_id"].map(paragraphs["number"])),
        page=objects(statements["paragraph_id"].map(paragraphs["page_first"])),
    ).set_index("statement_id", drop=False)


def objects(column: pd.Series[Any]) -> pd.Series[Any]:
    """Give a column with None where a value is missing and whole numbers as such: 3.0 is 3, NaN is None."""
    values = [None if pd.isna(value) else int(value) if isinstance(value, float) else value for value in column]
    return pd.Series(values, index=column.index, dtype=object)
