"""Corpora at the edges of what a report must show."""

from __future__ import annotations

from run_tables import Run, document, failed, failure


def many_submitters() -> Run:
    run = Run([document(f"d{number}", f"body-{number}", submitter=f"Body {number}") for number in range(200)])
    for number in range(200):
        run.says(f"d{number}", "The body met.", objectives=[23])
    return run


def one_with_a_long_name() -> Run:
    run = Run([document("a", "long", submitter="N" * 200, submitter_type="ngo", title="T" * 200)])
    run.says("a", "W" * 3000)
    return run


def only_failures() -> Run:
    return Run([failed("d")], [failure("d")])


def one_document() -> Run:
    run = Run([document("a")])
    run.says("a", "Fiji opened two clinics.", themes=["basic_services"], objectives=[15])
    return run


def nobody_known() -> Run:
    """A corpus in which no statement has a submitter, a theme or an objective."""
    run = Run([document("a", None)])
    run.says("a", "Somebody met.", status="none")
    return run
