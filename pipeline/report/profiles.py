"""What the pages of submitters, objectives and themes show: numbers, quotations, figures and laws.

Every value is a place in the lists of choices, every statement a place in the list of statements; -1 is "none".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from pipeline.report.grids import WITH_PROFILE
from pipeline.report.naming import Code
from pipeline.statistics.counts import statistics
from pipeline.statistics.dataset import Tables, kinds_of, records, regions_of
from pipeline.statistics.quotations import Quotation, quotations
from pipeline.statistics.reported import figures, laws

Places = Mapping[str, Mapping[Code, int]]

_COUNTED = (
    ("submitter",), ("theme",), ("objective",), ("submitter", "status"), ("theme", "objective"),
    ("submitter", "theme", "status"), ("submitter", "objective", "status"),
)  # fmt: skip
"""What is counted for the pages; a statement has one submitter and one status, so these may be added up."""

_QUOTED = (("theme",), ("objective",), ("submitter", "theme"), ("submitter", "objective"))
_OF_ONE, _OF_CELL = 5, 3  # quotations at the head of a page, and of a cell
_LONGEST = 160  # characters of a figure's or a law's name; what is longer stands in its sentence


def profiles(tables: Tables, places: Places, statements: Mapping[str, int]) -> dict[str, Any]:
    """Gather the data of all pages; `statements` maps ids to places."""
    kinds, regions = kinds_of(tables), regions_of(tables)
    return {
        "pages": list(WITH_PROFILE),
        "kinds": [_place(places["submitter_type"], kinds.get(str(code))) for code in places["submitter"]],
        "regions": [_place(places["region"], regions.get(str(code))) for code in places["submitter"]],
        "counts": {"/".join(by): _counts(tables, by, places) for by in _COUNTED},
        "quotations": {
            "submitter": _of_submitters(tables, places["submitter"], statements),
            **{"/".join(by): _quotations(tables, by, places, statements) for by in _QUOTED},
        },
        "figures": _figures(tables, statements),
        "laws": _laws(tables, places["submitter"], statements),
    }


def _counts(tables: Tables, by: Sequence[str], places: Places) -> list[list[int]]:
    """Give one row a combination: its places, then statements, commitments, documents and submitters."""
    return [
        [
            *(_place(places[dimension], getattr(row, dimension)) for dimension in by),
            *(row.statements, row.commitments, row.documents, row.submitters),
        ]
        for row in records(statistics(tables, by))
    ]


def _quotations(
    tables: Tables, by: Sequence[str], places: Places, statements: Mapping[str, int]
) -> list[list[int | list[int]]]:
    """Give one row a cell: its places, then the places of its statements, the best first."""
    rows, columns = (*by, None)[:2]
    found = quotations(tables, str(rows), columns, limit=_OF_ONE if columns is None else _OF_CELL)
    return sorted(
        [
            *(_place(places[dimension], code) for dimension, code in zip(by, cell, strict=False)),
            [statements[quotation.statement_id] for quotation in chosen],
        ]
        for cell, chosen in found.items()
    )


def _of_submitters(
    tables: Tables, submitters: Mapping[Code, int], statements: Mapping[str, int]
) -> list[list[int | list[int]]]:
    """Give each submitter's best quotations: first what it says on a theme, which is why it was asked."""
    on_themes, at_all = (quotations(tables, "submitter", column, limit=_OF_ONE) for column in ("theme", None))
    found: dict[Code, list[Quotation]] = {
        code: sorted(
            (quotation for (who, theme), chosen in on_themes.items() if who == code and theme for quotation in chosen),
            key=lambda quotation: -quotation.score,
        )
        + list(others)
        for (code, _), others in at_all.items()
    }
    return sorted(
        [
            _place(submitters, code),
            [statements[name] for name in list(dict.fromkeys(each.statement_id for each in chosen))[:_OF_ONE]],
        ]
        for code, chosen in found.items()
    )


def _figures(tables: Tables, statements: Mapping[str, int]) -> list[list[Any]]:
    found = _each(records(figures(tables)), statements)
    return [[place, _short(row.figure), _short(row.of_whom)] for place, row in found]


def _laws(tables: Tables, submitters: Mapping[Code, int], statements: Mapping[str, int]) -> list[list[Any]]:
    found = _each(records(laws(tables)), statements)
    return [[_place(submitters, row.submitter), _short(row.law), int(row.mentions), place] for place, row in found]


def _each(rows: Iterable[Any], statements: Mapping[str, int]) -> Iterable[tuple[int, Any]]:
    return ((statements[row.statement_id], row) for row in rows)


def _short(text: str | None) -> str | None:
    return text if text is None or len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _place(places: Mapping[Code, int], code: Code) -> int:
    return places.get(code, -1)
