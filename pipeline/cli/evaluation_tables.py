"""An evaluation on the screen, as tables that fit a terminal of 80 columns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from pipeline.cli.text import counted, printable
from pipeline.evaluate.result import Evaluation, Figure, Group, LabelFigures
from pipeline.evaluate.words import (
    METHODS,
    caveats,
    interval,
    named_figures,
    on_calibration,
    percent,
    written,
)

_MISSED_SHOWN = 10
_SHORT = {
    "implemented": "implem.", "in_progress": "in progr.", "recommended": "recom.", "not found": "missed",
}  # fmt: skip
"""Heads of the confusion matrix that would not fit; the rows name the statuses in full."""


def show(evaluation: Evaluation) -> None:
    """Print an evaluation on standard output."""
    console = Console(highlight=False, markup=False, emoji=False)
    covers = evaluation.covers
    console.print(f"Gold {printable(covers.gold)} (fingerprint {covers.fingerprint})")
    for table in _tables(evaluation):
        console.print(table)
    for sentence in [*caveats(evaluation), *on_calibration(evaluation), _review(evaluation), *_missed(evaluation)]:
        console.print(Text(f"- {sentence}"))


def _tables(evaluation: Evaluation) -> Iterable[Table]:
    rows = [(name, written(own.value), interval(own)) for name, own in named_figures(evaluation)]
    yield _table("Main figures", ("", "value", "95 %"), rows)
    yield _confusion(evaluation)
    yield _labels("Status", evaluation.statuses)
    for scheme in evaluation.schemes:
        yield _labels(scheme.field.capitalize(), scheme.labels)
        methods = [
            (METHODS[own.method], f"{own.given:,}", written(own.precision.value), interval(own.precision))
            for own in scheme.methods
        ]
        yield _table(f"{scheme.field.capitalize()}: precision by method", ("", "given", "precision", "95 %"), methods)
    for dimension, groups in groupby(evaluation.groups, key=lambda group: group.dimension):
        heads = ("", "n", "status", "95 %", "object.", "95 %", "themes", "95 %")
        yield _table(f"By {dimension}: accuracy of status, F1 of labels", heads, map(_group, groups))


def _confusion(evaluation: Evaluation) -> Table:
    confusion = evaluation.confusion
    rows = [(right, *map(str, counts)) for right, counts in zip(confusion.right, confusion.counts, strict=True)]
    return _table(
        "Status: right (rows) and given (columns)", ("", *(_SHORT.get(code, code) for code in confusion.given)), rows
    )


def _labels(title: str, labels: Sequence[LabelFigures]) -> Table:
    rows = [
        (f"{own.code} {own.name}" if own.code.isdigit() else own.name, f"{own.required:,}", f"{own.given:,}",
         written(own.precision.value), written(own.recall.value), written(own.f1.value),
         interval(own.f1))
        for own in labels
        if own.required or own.given
    ]  # fmt: skip
    return _table(title, ("", "req.", "given", "prec.", "recall", "F1", "95 %"), rows)


def _group(group: Group) -> tuple[str, ...]:
    figures = (group.status_accuracy, group.objectives_micro_f1, group.themes_micro_f1)
    return (group.name, f"{group.sentences:,}", *(said for own in figures for said in (_short(own), _range(own))))


def _short(figure: Figure) -> str:
    return "–" if figure.value is None else f"{figure.value:.2f}"


def _range(figure: Figure) -> str:
    return "–" if figure.low is None or figure.high is None else f"{figure.low:.2f}–{figure.high:.2f}"


def _table(title: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Table:
    table = Table(
        title=title, title_justify="left", title_style="bold", box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0)
    )
    table.add_column(heads[0], overflow="fold")
    for head in heads[1:]:
        table.add_column(head, justify="right", overflow="fold")
    for row in rows:
        table.add_row(*(Text(printable(cell)) for cell in row))
    return table


def _review(evaluation: Evaluation) -> str:
    review = evaluation.review
    return (
        f"{percent(review.marked)} of the sentences are marked for review; they hold "
        f"{percent(review.marked_label_errors.value)} of the errors of labels and "
        f"{percent(review.marked_status_errors.value)} of those of status."
    )


def _missed(evaluation: Evaluation) -> Iterable[str]:
    missed = evaluation.covers.missed
    if not missed:
        return
    shown = ", ".join(printable(f"{own.id} ({own.document})") for own in missed[:_MISSED_SHOWN])
    more = f", and {len(missed) - _MISSED_SHOWN:,} more (all with --format json)" if len(missed) > _MISSED_SHOWN else ""
    yield f"{counted(len(missed), 'sentence')} not found: {shown}{more}."
