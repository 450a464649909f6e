"""Statistics of a run: `gcm stats`."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.inspect import Folder, edition_of, labels_of, manifest_of
from pipeline.cli.text import counted, printable
from pipeline.errors import ConfigError, Problem
from pipeline.runner import Store

if TYPE_CHECKING:
    import pandas as pd

    from pipeline.statistics.dataset import Tables
    from pipeline.statistics.estimates import Estimate


class Format(StrEnum):
    """What `gcm stats` writes."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    XLSX = "xlsx"


def stats(
    folder: Folder,
    by: Annotated[str, typer.Option("--by", help="Dimensions to count by, joined by commas.")] = "theme,status",
    form: Annotated[
        Format | None, typer.Option("--format", help="How to print it.  [default: by the name of FILE, else table]")
    ] = None,
    out: Annotated[Path | None, typer.Option("--out", metavar="FILE", help="File to write instead.")] = None,
) -> None:
    """Count statements by theme, objective, status, submitter and more, alone or in any combination.

    Dimensions: theme, objective, status, a scheme of your own, submitter, submitter_type, region, language, document,
    year, quality. Counts by one scheme alone come with shares, their 95 % intervals, and both corrected for the
    errors of the program.

    Example: gcm stats outputs/sample --by objective,submitter --format csv
    """
    chosen = form or _named(out)
    if chosen is Format.XLSX and out is None:
        raise ConfigError([Problem("--format xlsx", "is no text for the screen; name a file: --out FILE.xlsx")])
    manifest = manifest_of(folder)
    from pipeline.statistics.counts import statistics
    from pipeline.statistics.dataset import read_tables
    from pipeline.statistics.errors import thresholds_of
    from pipeline.statistics.estimated import estimated, has_shares

    tables = read_tables(Store(folder).data, edition=edition_of(manifest))
    dimensions = [name.strip() for name in by.split(",") if name.strip()]
    frame = statistics(tables, dimensions)
    found: Sequence[Estimate] = ()
    if has_shares(dimensions):
        frame, found = estimated(tables, dimensions[0], thresholds=thresholds_of(labels_of(manifest)))
    _give(frame, chosen, out, _said(tables, found))


def _named(out: Path | None) -> Format:
    """Choose the form that a file's name asks for."""
    known = {".csv": Format.CSV, ".json": Format.JSON, ".xlsx": Format.XLSX}
    return known.get(out.suffix.lower(), Format.TABLE) if out else Format.TABLE


def _said(tables: Tables, found: Sequence[Estimate]) -> list[str]:
    """Say what the numbers cover, how they were made and what to know of single ones."""
    from pipeline.statistics.counts import COUNTING, coverage
    from pipeline.statistics.estimates import ESTIMATING
    from pipeline.statistics.expected import expected

    estimating = ESTIMATING if found else ()
    return [*coverage(tables).caveats(), *expected(tables).sentences(), *COUNTING, *estimating, *_notes(found)]


def _notes(found: Sequence[Estimate]) -> Iterator[str]:
    """Say every note once, with the labels that it is about unless it is about all."""
    about: dict[str, list[str]] = {}
    for own in found:
        for note in own.notes:
            about.setdefault(note, []).append(str(own.code))
    for note, codes in about.items():
        yield note if len(codes) == len(found) else f"{note} ({', '.join(codes)})"


def _give(frame: pd.DataFrame, form: Format, out: Path | None, said: Sequence[str]) -> None:
    """Print the counts, or write them to a file."""
    if form is Format.XLSX and out is not None:
        from pipeline.cli.counted_workbook import write_workbook

        write_workbook(frame, said, out)
    elif out is None:
        sys.stdout.write(_text(frame, form, said))
    else:
        from pipeline.storage import write_text

        # Excel takes a file of CSV for UTF-8 where it begins with the mark of it.
        write_text(out, ("\ufeff" if form is Format.CSV else "") + _text(frame, form, said))
    if out is not None:
        print(f"{printable(str(out))}: {counted(len(frame), 'row')}")


def _csv(frame: pd.DataFrame) -> str:
    """Write CSV whose texts are no formulas; a code beside a missing one stays a whole number."""
    import pandas as pd

    from pipeline.write.csv import safe

    cells = {
        name: pd.Series([safe(value) if isinstance(value, str) else value for value in column], dtype=object)
        for name, column in frame.items()
    }
    return str(pd.DataFrame(cells, columns=frame.columns).to_csv(index=False, lineterminator="\n"))


def _text(frame: pd.DataFrame, form: Format, said: Sequence[str]) -> str:
    if form is Format.CSV:
        return _csv(frame)
    if form is Format.JSON:
        return f"{frame.to_json(orient='records', force_ascii=False, indent=1)}\n"
    table = _percent(frame).to_string(index=False, na_rep="") if len(frame) else "No statements."
    return "\n".join([table, "", *said]) + "\n"


def _percent(frame: pd.DataFrame) -> pd.DataFrame:
    """Show shares in percent, and leave the notes to the sentences below the table."""
    from pipeline.statistics.estimated import SHARES

    shown = {
        name: frame[name].map(lambda value: f"{100 * value:.1f}%", na_action="ignore")
        for name in SHARES
        if name in frame.columns
    }
    if "evidence" in frame.columns:
        shown["evidence"] = frame["evidence"].fillna("")
    return frame.assign(**shown).drop(columns="note", errors="ignore")
