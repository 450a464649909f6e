"""Word draft and charts: `gcm draft`, `gcm charts`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.inspect import Folder, edition_of, manifest_of
from pipeline.cli.text import counted, printable
from pipeline.runner import Store


def draft(
    folder: Folder,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FILE.docx", help="Word file.  [default: DIR/draft.docx]")
    ] = None,
    most: Annotated[int, typer.Option("--most", min=1, help="Quotations a submitter and theme.")] = 5,
) -> None:
    """Write the skeleton of the report's summary chapter in Word: quotations with footnotes, tables and charts.

    Example: gcm draft outputs/sample --out draft.docx
    """
    edition = edition_of(manifest_of(folder))
    from pipeline.draft import write_draft
    from pipeline.statistics.dataset import read_tables

    path = out or folder / "draft.docx"
    tables = read_tables(Store(folder).data, edition=edition)
    quotations = write_draft(tables, path, edition=edition, most=most)
    print(f"{printable(str(path))}: {counted(quotations, 'quotation')}, each with its place in a footnote")


def charts(
    folder: Folder,
    out: Annotated[Path | None, typer.Option("--out", metavar="FOLDER", help="Folder.  [default: DIR/charts]")] = None,
) -> None:
    """Write the charts of a run as SVG and PNG for slides, each with its numbers as CSV.

    Example: gcm charts outputs/sample --out slides
    """
    edition = edition_of(manifest_of(folder))
    from pipeline.charts import write_charts
    from pipeline.statistics.dataset import read_tables

    path = out or folder / "charts"
    written = write_charts(read_tables(Store(folder).data, edition=edition), path)
    print(f"{printable(str(path))}: {counted(len(written), 'chart')}" if written else "No statements, so no charts.")
