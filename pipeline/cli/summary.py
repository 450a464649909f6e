"""What a run came to, in a few lines that a person reads."""

from __future__ import annotations

from collections import Counter

from pipeline.cli.text import counted, printable
from pipeline.runner import RunResult, Store
from pipeline.stages import StageName

_FAILURES_SHOWN = 10


def summarize(result: RunResult, store: Store, until: StageName) -> str:
    """Tell what was read, what was found and where it is."""
    states = Counter(state.state for state in result.states)
    lines = [_read_line(states, result)]
    if until in ("write", "report"):
        lines.append(_found_line(result))
        lines += _quality_line(result, store)
        lines.append(f"Tables:  {printable(str(store.data))}")
    if until == "report":
        lines.append(f"Report:  {printable(str(store.page))}")
    lines += _failure_lines(result, store, listed=until in ("write", "report"))
    return "\n".join(lines)


def _read_line(states: Counter[str], result: RunResult) -> str:
    parts = [f"{states['done']} read", f"{states['cached']} unchanged", f"{states['failed']} failed"]
    if result.skipped:
        parts.append(f"{len(result.skipped):,} passed over")
    return f"Read:    {counted(len(result.states), 'document')} ({', '.join(parts)}) in {result.seconds:.1f} s"


def _found_line(result: RunResult) -> str:
    counts = result.counts
    return (
        f"Found:   {counted(counts['paragraphs'], 'paragraph')}, {counted(counts['footnotes'], 'footnote')}, "
        f"{counted(counts['statements'], 'statement')} ({counted(counts['commitments'], 'commitment')}), "
        f"{counted(counts['entities'], 'entity', 'entities')}, {counted(counts['submitters'], 'submitter')}"
    )


def _quality_line(result: RunResult, store: Store) -> list[str]:
    """Tell how far the reading can be trusted, where there is something to look at."""
    fair, poor = result.counts.get("fair", 0), result.counts.get("poor", 0)
    if not fair + poor:
        return []
    where = printable(str(store.folder))
    return [f"Quality: {result.counts['good']} good, {fair} fair, {poor} poor; why and what to do: gcm status {where}"]


def _failure_lines(result: RunResult, store: Store, *, listed: bool) -> list[str]:
    if not result.failed:
        return []
    where = f" (all in {printable(str(store.failures))})" if listed else ""
    lines = [f"\n{counted(len(result.failed), 'document')} could not be read{where}:"]
    lines += [
        "  " + printable(f"{state.path}: {state.reason or ''} {state.hint or ''}".rstrip())
        for state in result.failed[:_FAILURES_SHOWN]
    ]
    if len(result.failed) > _FAILURES_SHOWN:
        lines.append(f"  and {len(result.failed) - _FAILURES_SHOWN} more: gcm status {printable(str(store.folder))}")
    return lines
