"""What the draft says, before Word comes in: sections in the order of the United Nations, quotations by theme.

Only words of the papers and numbers of the statistics; whatever else stands in the draft is a heading or says how it
was made.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.statistics.dataset import Tables, kinds_of, records
from pipeline.statistics.names import Names, names_of
from pipeline.statistics.places import placed
from pipeline.taxonomy import THEMES, load_scheme

KINDS = (
    ("state", "States"),
    ("igo", "Intergovernmental organizations"),
    ("un", "United Nations entities"),
    ("nhri", "National human rights institutions"),
    ("ngo", "Civil society organizations"),
    ("academia", "Academia"),
    ("other", "Others"),
)
"""Kinds of submitters in the order in which reports of the United Nations take them, with their headings."""

WITHOUT_THEME = "Other"


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a quotation stands: what its footnote says."""

    document: str
    symbol: str | None
    file: str
    number: str | None
    page: int | None
    statement_id: str

    def __str__(self) -> str:
        """Write it as a footnote: document, paragraph, page, id in the dataset."""
        name = self.symbol or self.document
        parts = [name, f"para. {self.number}" if self.number else "", f"p. {self.page}" if self.page else ""]
        place = ", ".join(part for part in parts if part)
        return f"{place}. File {self.file}; statement {self.statement_id}."


@dataclass(frozen=True, slots=True)
class Quoted:
    """One statement as the draft quotes it, with its status, its other themes and where it stands."""

    text: str
    status: str
    also: tuple[str, ...]
    needs_review: bool
    citation: Citation


@dataclass(frozen=True, slots=True)
class ThemeGroup:
    """The quotations of one submitter on one theme, in the order of the paper; `left_out` more are in the dataset."""

    title: str
    quotations: tuple[Quoted, ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class Section:
    """One submitter."""

    name: str
    groups: tuple[ThemeGroup, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """The submitters of one kind, by alphabet."""

    title: str
    sections: tuple[Section, ...]


def parts_of(tables: Tables, *, most: int) -> tuple[Part, ...]:
    """Lay out the draft: at most `most` quotations a submitter and theme, the most probable ones.

    Quoted are statements that report, promise or ask for an act, or that carry a theme. A statement stands once, under
    its most probable theme; the others are named beside it.
    """
    names, kinds = names_of(tables), kinds_of(tables)
    by_submitter: defaultdict[str, list[Any]] = defaultdict(list)
    for row in records(placed(tables)):
        if row.submitter is not None and (row.status != "none" or len(row.themes)):
            by_submitter[row.submitter].append(row)
    themes = _first_themes(tables)
    told = {heading: sorted(_of_kind(kind, by_submitter, kinds, names)) for kind, heading in KINDS}
    return tuple(
        Part(
            heading,
            tuple(
                Section(name, _groups(by_submitter[code], themes, names, tables, most=most)) for _, name, code in own
            ),
        )
        for heading, own in told.items()
        if own
    )


def _of_kind(
    kind: str, submitters: Iterable[str], kinds: dict[str, str], names: Names
) -> Iterator[tuple[str, str, str]]:
    """Give the submitters of a kind as sorting key, name and code: the United Nations sort by English names."""
    for code in submitters:
        if kinds.get(code, "other") == kind:
            name = names.of("submitter", code)
            yield name.casefold(), name, code


def _first_themes(tables: Tables) -> dict[str, str]:
    """Map statements to their most probable theme."""
    labels = tables.labels[tables.labels["chosen"] & (tables.labels["scheme"] == THEMES)]
    best = labels.sort_values(["score", "code"], ascending=[False, True], kind="stable").drop_duplicates("statement_id")
    return dict(zip(best["statement_id"], best["code"], strict=True))


def _groups(
    rows: Sequence[Any], themes: dict[str, str], names: Names, tables: Tables, *, most: int
) -> tuple[ThemeGroup, ...]:
    documents = {row.doc_id: row for row in records(tables.documents)}
    grouped: defaultdict[str | None, list[Any]] = defaultdict(list)
    for row in rows:
        grouped[themes.get(row.statement_id)].append(row)
    groups = []
    for code in [*load_scheme(THEMES).codes, None]:
        own = grouped.get(code, [])
        if own:
            kept = _best(own, most)
            title = names.of("theme", code) if code is not None else WITHOUT_THEME
            quoted = tuple(_quoted(row, code, names, documents[row.doc_id]) for row in kept)
            groups.append(ThemeGroup(title, quoted, len(own) - len(kept)))
    return tuple(groups)


def _best(rows: Sequence[Any], most: int) -> list[Any]:
    """Keep the most probable, acts before facts, and give them in the order of the paper."""
    ranked = sorted(range(len(rows)), key=lambda at: (rows[at].status == "none", -rows[at].status_score, at))[:most]
    return [rows[at] for at in sorted(ranked)]


def _quoted(row: Any, theme: str | None, names: Names, document: Any) -> Quoted:  # noqa: ANN401 - rows of frames
    return Quoted(
        text=" ".join(row.text.split()),
        status=names.of("status", row.status),
        also=tuple(names.short("theme", code) for code in row.themes if code != theme),
        needs_review=bool(row.needs_review),
        citation=Citation(
            document=row.document,
            symbol=document.symbol,
            file=document.path,
            number=row.number,
            page=row.page,
            statement_id=row.statement_id,
        ),
    )
