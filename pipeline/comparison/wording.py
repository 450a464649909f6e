"""Figures and findings in words, the same in the table, the page and the workbook."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.comparison.result import Change, Comparison, Count, EditionSummary, Line, Pair
from pipeline.comparison.significance import FEWEST_ARRANGEMENTS, FEWEST_CARRIERS, LEVEL

METHOD = (
    "A share is the part of an edition's statements that carry a label. Papers that repeat another one of the same"
    " edition do not count, as in the report of each edition.",
    "All editions are labelled by one model. Where an edition was published with another one, its figures as published"
    " stand beside, and the difference is parted: what the texts changed, and what the model changed.",
    "The interval covers the true difference of shares in 95 of 100 cases. It is wide where the statements of one"
    " text resemble each other (Newcombe's interval with the design effect of Rao and Scott).",
    "More than noise means two things: no more than 5 in 100 of all labels so marked are false alarms (permutation"
    " test, corrected by Benjamini and Hochberg over every label of every two editions on this page), and the interval"
    " does not hold 0.",
    f"A label that fewer than {FEWEST_CARRIERS} texts carry is not tested: chance alone could put them all in one"
    " edition.",
    "A statement is repeated where an earlier edition holds the same words in the same order, or half of its word"
    " triples; sentences of fewer than eight words are left out.",
    "Errors of the model, alike in all editions, make differences look smaller; they do not make them.",
)
"""How the numbers are made, in sentences for the reader."""

NOT_TESTED = "too few texts to test"


def percent(share: float | None) -> str:
    """Give a share: 0.074 is "7.4 %"; that of nothing is a dash."""
    return "–" if share is None else f"{100 * share:.1f} %"


def points(difference: float | None) -> str:
    """Give a difference of shares in percentage points with its sign: "+1.9", "−0.3", "0.0"."""
    if difference is None:
        return "–"
    number = f"{100 * abs(difference):.1f}"
    return number if float(number) == 0 else f"{'+' if difference > 0 else '−'}{number}"


def spread(interval: tuple[float, float] | None) -> str:
    """Give an interval in percentage points: "−5.5 to +9.2"; nothing where there is none."""
    return "" if interval is None else f"{points(interval[0])} to {points(interval[1])}"


def probability(value: float | None) -> str:
    """Give a p to three decimals: "0.021", "< 0.001"."""
    if value is None:
        return NOT_TESTED
    return "< 0.001" if value < 0.001 else f"{value:.3f}"


def of_all(count: Count, whole: EditionSummary) -> str:
    """Give a count with what it is part of: "29 of 393 statements (7.4 %)"."""
    return f"{count.statements:,} of {many(whole.statements, 'statement')} ({percent(count.share)})"


def claim(line: Line, place: int, comparison: Comparison) -> str:
    """Say what became of a label between two editions, in a sentence that can be checked."""
    pair, change = comparison.pairs[place], line.changes[place]
    old, new = comparison.editions[pair.old], comparison.editions[pair.new]
    p = probability(change.adjusted)
    return (
        f"{of_all(line.counts[pair.old], old)} in {old.name}, {of_all(line.counts[pair.new], new)} in {new.name}: "
        f"{points(change.difference)} points (95 % interval {spread(change.interval)}; adjusted p "
        f"{p if p.startswith('<') else f'= {p}'})."
    )


def marked(comparison: Comparison, place: int) -> list[Line]:
    """List the labels that changed by more than noise, the largest difference first."""
    lines = [line for line in comparison.lines if line.changes[place].is_marked]
    return sorted(lines, key=lambda line: -abs(line.changes[place].difference or 0))


def appeared(comparison: Comparison, place: int, kind: str) -> list[Line]:
    """List the labels that are new, or that vanished, the most frequent first."""
    pair = comparison.pairs[place]
    there = pair.new if kind == "new" else pair.old
    lines = [line for line in comparison.lines if line.changes[place].kind == kind]
    return sorted(lines, key=lambda line: -line.counts[there].statements)


def unit_sentences(pair: Pair, comparison: Comparison) -> Iterator[str]:
    """Say what was taken for independent, and what the test can claim."""
    old, new = comparison.editions[pair.old], comparison.editions[pair.new]
    if pair.unit == "none":
        yield "One of the two has no statements, so nothing can be tested."
    elif pair.unit == "submitter":
        yield (
            f"Tested by exchanging whole submitters ({pair.clusters[0]:,} of {old.name}, {pair.clusters[1]:,} of "
            f"{new.name}), because the statements of one submitter resemble each other."
        )
    else:
        yield (
            f"Too few submitters to exchange (fewer than {FEWEST_ARRANGEMENTS:,} ways), so {pair.unit}s were exchanged "
            f"({pair.clusters[0]:,} of {old.name}, {pair.clusters[1]:,} of {new.name}). What is marked tells these "
            "papers apart; it says nothing about submitters who are not in them."
        )


def recycled_sentence(pair: Pair, comparison: Comparison) -> str:
    """Say how much of the new edition repeats the old one."""
    old, new = comparison.editions[pair.old], comparison.editions[pair.new]
    if not pair.recycled:
        return f"No statement of {new.name} repeats one of {old.name}."
    exact = sum(one.similarity == 1 for one in pair.recycled)
    share = percent(len(pair.recycled) / new.statements if new.statements else None)
    return (
        f"{len(pair.recycled):,} of {many(new.statements, 'statement')} of {new.name} ({share}) repeat {old.name}: "
        f"{exact:,} word for word, {len(pair.recycled) - exact:,} with changes."
    )


def submitters_sentence(pair: Pair, comparison: Comparison) -> str:
    """Say who stayed, came and went, in numbers."""
    old, new = comparison.editions[pair.old], comparison.editions[pair.new]
    return (
        f"{len(pair.stayed):,} in both; {len(pair.came):,} only in {new.name}; {len(pair.went):,} only in {old.name}."
    )


def many(number: int, noun: str) -> str:
    """Give a number with its noun: "1 document", "1,204 documents"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def title(comparison: Comparison) -> str:
    """Name the comparison: "2009, 2014 and 2019"."""
    names: Sequence[str] = [edition.name for edition in comparison.editions]
    return f"{', '.join(names[:-1])} and {names[-1]}"


def details(change: Change) -> Iterator[tuple[str, str]]:
    """Give the finer figures of a change as terms and values."""
    yield "Difference of shares", f"{points(change.difference)} points"
    if change.interval:
        yield "95 % interval", spread(change.interval)
    yield "p", probability(change.p)
    if change.adjusted is not None:
        yield "p, adjusted for all labels", f"{probability(change.adjusted)} (marked up to {LEVEL:g})"
    if change.by_model is not None and abs(change.by_model) > 0:
        yield "Difference as published", f"{points(change.published)} points"
        yield "of it, from the texts", f"{points(change.difference)} points"
        yield "of it, from the model", f"{points(change.by_model)} points"
    fresh = many(change.fresh.statements, "statement")
    yield "Without repeated text", f"{fresh} ({percent(change.fresh.share)}), {points(change.fresh_difference)} points"
    both = change.same_submitters
    yield "Among submitters of both", "no submitter is in both" if both is None else f"{points(both)} points"
