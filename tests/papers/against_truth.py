"""What a run has read of a paper, beside the truth about it: each part counted, each miss a sentence."""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

import pandas as pd

HERE = Path(os.environ.get("PAPERS_OUT", Path(__file__).parent))
TRUTH = HERE / "truth"
PARTS = ("body", "loose", "heads", "rows", "notes", "links", "facts", "order")
FACTS = ("media_type", "language", "submitter_id", "submitter_type", "symbol", "pages")
ALIASES = {
    "text/rtf": "application/rtf",
    "text/x-markdown": "text/markdown",
    "application/x-rtf": "application/rtf",
}


@dataclass
class Score:
    """Found and wanted of each part, and sentences about what is amiss."""

    found: Counter[str] = field(default_factory=Counter)
    wanted: Counter[str] = field(default_factory=Counter)
    dirt: int = 0
    answered: bool = True
    misses: list[str] = field(default_factory=list)

    def share(self, part: str) -> float | None:
        """Tell the share found, None where nothing is wanted."""
        return self.found[part] / self.wanted[part] if self.wanted[part] else None

    def add(self, part: str, right: bool, miss: str) -> None:
        """Count one thing; a miss is kept as a sentence."""
        self.wanted[part] += 1
        self.found[part] += right
        if not right:
            self.misses.append(f"{part}: {miss}")


@dataclass(frozen=True)
class Run:
    """The tables of a run that the measure needs."""

    documents: pd.DataFrame
    paragraphs: pd.DataFrame
    footnotes: pd.DataFrame
    failures: list[dict[str, Any]]


def load(folder: Path) -> Run:
    """Read a run folder."""
    tables = [pd.read_parquet(folder / "data" / f"{name}.parquet") for name in ("documents", "paragraphs", "footnotes")]
    listed = folder / "failures.jsonl"
    lines = listed.read_text(encoding="utf-8").splitlines() if listed.exists() else []
    return Run(*tables, [json.loads(line) for line in lines])


def truths() -> list[dict[str, Any]]:
    """Read the truth of every paper."""
    return [json.loads(path.read_text(encoding="utf-8")) for path in sorted(TRUTH.glob("*.json"))]


def measure(run: Run, truth: dict[str, Any]) -> Score:
    """Compare one file with what was written into it."""
    score = Score()
    failed = [row for row in run.failures if row["path"].startswith(truth["file"])]
    if truth["outcome"] != "read":
        _refusal(score, run, truth, failed)
        return score
    for row in failed:
        score.misses.append(f"failure: {row['path']}: {row['error']}: {row['message']}")
    for wanted in truth["documents"]:
        _document(score, run, wanted)
    return score


def _refusal(score: Score, run: Run, truth: dict[str, Any], failed: list[dict[str, Any]]) -> None:
    whole = [row for row in failed if row.get("page") is None]
    own = run.documents[run.documents.path.str.startswith(truth["file"])]
    read = run.paragraphs[run.paragraphs.doc_id.isin(own.doc_id)]
    leaked = [words for words in truth.get("nowhere", []) if read.text.str.contains(words, regex=False).any()]
    if leaked:
        score.answered = False
        score.misses.append(f"leak: {leaked} stands in the text")
        return
    if truth["outcome"] == "either" and not whole:
        score.answered = len(read) > 0
        score.misses += [] if score.answered else ["neither read nor refused"]
        return
    right = [row for row in whole if row["error"] in truth["errors"] and row["message"].strip() and row["hint"].strip()]
    score.answered = bool(right) and (truth["outcome"] == "either" or len(read) == 0)
    if not score.answered:
        got = [(row["path"], row["error"], row["message"][:90]) for row in whole]
        score.misses.append(f"refusal: wanted one of {truth['errors']}, got {got}, {len(read)} paragraphs")


def _document(score: Score, run: Run, wanted: dict[str, Any]) -> None:
    stem, star, _ = wanted["path"].partition("*")
    paths = run.documents.path
    found = run.documents[paths.str.startswith(stem) if star else paths == wanted["path"]]
    if found.empty:
        known = [path for path in run.documents.path if path.startswith(wanted["path"].split("/")[0])]
        score.misses.append(f"document {wanted['path']!r} is not in the run, which has {known}")
    own = run.paragraphs[run.paragraphs.doc_id.isin(found.doc_id)].sort_values("order")
    rows = [_clean(row) for row in own.to_dict("records")]
    _body(score, rows, [x for x in wanted["paragraphs"] if x["kind"] == "body"])
    _heads(score, rows, [x for x in wanted["paragraphs"] if x["kind"] == "heading"])
    _rows(score, rows, [x for x in wanted["paragraphs"] if x["kind"] == "table_row"])
    _notes(
        score,
        rows,
        [_clean(r) for r in run.footnotes[run.footnotes.doc_id.isin(found.doc_id)].to_dict("records")],
        wanted["notes"],
    )
    _order(score, rows, wanted["paragraphs"])
    _facts(score, _clean(found.iloc[0].to_dict()) if len(found) else {}, wanted)
    _speakers(score, rows, wanted.get("speakers", {}))
    _tongues(score, rows, wanted.get("tongues", {}))
    _dirt(score, rows, wanted)


def _clean(row: dict[str, Any]) -> dict[str, Any]:
    return {key: (None if isinstance(value, float) and pd.isna(value) else value) for key, value in row.items()}


def squeeze(text: str) -> str:
    """Make all white space one plain space."""
    return re.sub(r"\s+", " ", text).strip()


def bare(text: str) -> str:
    """Keep letters and digits, lower case."""
    return re.sub(r"[\W_]+", "", text).lower()


def _body(score: Score, rows: list[dict[str, Any]], wanted: list[dict[str, Any]]) -> None:
    body = [row for row in rows if row["kind"] not in ("heading", "title", "table_row")]
    have = Counter((_number(row["number"]), squeeze(row["text"])) for row in body)
    everything = bare(" ".join(row["text"] for row in rows))
    for part in wanted:
        key = (_number(part["number"]), squeeze(part["text"]))
        right = have[key] > 0
        have[key] -= right
        score.add("body", right, "" if right else f"[{part['number']}] {_nearest(rows, part['text'])}")
        score.wanted["loose"] += 1
        score.found["loose"] += bare(part["text"]) in everything


def _number(number: object) -> str | None:
    return None if number is None else str(number).rstrip(".")


def _nearest(rows: list[dict[str, Any]], text: str) -> str:
    """Show what stands in place of a missed text: the row that begins most like it, else one that holds it."""
    start = bare(text)
    near = max(rows, key=lambda row: _shared(start, bare(row["text"])), default=None)
    if near is None or _shared(start, bare(near["text"])) < min(20, len(start)):
        near = next((row for row in rows if start[:40] in bare(row["text"])), None)
    if near is None:
        return f"wanted {squeeze(text)[:110]!r}, found nowhere"
    return f"wanted {_difference(squeeze(text), squeeze(near['text']))} (is {near['kind']}, number {near['number']!r})"


def _shared(first: str, second: str) -> int:
    return next(
        (k for k, (a, b) in enumerate(zip(first, second, strict=False)) if a != b), min(len(first), len(second))
    )


def _difference(wanted: str, got: str) -> str:
    if wanted == got:
        return f"{wanted[:70]!r}, text right"
    at = next((k for k, (a, b) in enumerate(zip(wanted, got, strict=False)) if a != b), min(len(wanted), len(got)))
    begin = max(0, at - 25)
    return f"at {at}: {wanted[begin : at + 35]!r}, got {got[begin : at + 35]!r}"


def _heads(score: Score, rows: list[dict[str, Any]], wanted: list[dict[str, Any]]) -> None:
    have = Counter(squeeze(row["text"]) for row in rows if row["kind"] in ("heading", "title"))
    for part in wanted:
        text = squeeze(part["text"])
        right = have[text] > 0
        have[text] -= right
        score.add("heads", right, "" if right else _nearest(rows, text))


def _rows(score: Score, rows: list[dict[str, Any]], wanted: list[dict[str, Any]]) -> None:
    table = [row for row in rows if row["kind"] == "table_row"]
    texts = [bare(row["text"]) for row in table] + [bare(f"{row['number'] or ''} {row['text']}") for row in table]
    for part in wanted:
        cells = "".join(bare(cell) for cell in part["cells"])
        right = cells in texts
        score.add("rows", right, "" if right else f"wanted {part['cells']}; {_nearest(rows, part['cells'][0])}")


def _notes(score: Score, rows: list[dict[str, Any]], notes: list[dict[str, Any]], wanted: list[dict[str, Any]]) -> None:
    by_id = {row["paragraph_id"]: row for row in rows}
    for note in wanted:
        own = [
            x
            for x in notes
            if squeeze(x["text"]) == squeeze(note["text"]) and str(x["mark"]) in note["mark"].split("|")
        ]
        near = [(x["mark"], x["text"][:60]) for x in notes if bare(x["text"])[:12] == bare(note["text"])[:12]]
        score.add("notes", bool(own), f"wanted {note['mark']!r} {note['text'][:60]!r}, got {near or 'nothing like it'}")
        cites = by_id.get(own[0]["paragraph_id"]) if own else None
        before = squeeze(cites["text"][: int(own[0]["offset"])]) if cites and own[0]["offset"] is not None else None
        right = bool(
            cites
            and before is not None
            and _number(cites["number"]) == note["number"]
            and before.endswith(squeeze(note["before"]))
        )
        where = f"cited by {cites['number'] if cites else None!r} after {before[-20:] if before else before!r}"
        score.add("links", right, f"note {note['mark']!r}: wanted {note['number']!r} after {note['before']!r}, {where}")


def _order(score: Score, rows: list[dict[str, Any]], wanted: list[dict[str, Any]]) -> None:
    """Check that neighbours stand in the order in which they were written."""
    everything = bare(" ".join(row["text"] for row in rows))
    body = [part for part in wanted if part["kind"] == "body"]
    places = [everything.find(bare(part["text"])) for part in body]
    for part, (first, second) in zip(body[1:], pairwise(places), strict=False):
        if first >= 0 and second >= 0:
            score.add("order", first < second, f"{part['text'][:60]!r} comes before what it follows")


def _facts(score: Score, row: dict[str, Any], wanted: dict[str, Any]) -> None:
    for fact in FACTS:
        want = wanted["languages"][0] if fact == "language" else wanted[fact]
        if want == "?" or (want is None and fact != "submitter_id"):
            continue
        got = row.get(fact)
        got = int(got) if fact == "pages" and got is not None else got
        got = ALIASES.get(got, got) if fact == "media_type" else got
        right = bool(row) and (str(got) in str(want).split("|") if want is not None else _no_state(got))
        score.add("facts", right, f"{fact}: wanted {want!r}, got {got!r} ({row.get('submitter')})")
        if fact == "submitter_id":
            score.wanted["submitter"] += 1
            score.found["submitter"] += right


def _no_state(got: object) -> bool:
    return not (isinstance(got, str) and re.fullmatch(r"[A-Z]{3}", got))


def _speakers(score: Score, rows: list[dict[str, Any]], wanted: dict[str, str]) -> None:
    for words, code in wanted.items():
        got = next((row["submitter_id"] for row in rows if words in row["text"]), None)
        score.add("facts", got == code, f"{words!r} speaks for {code}, got {got!r}")


def _tongues(score: Score, rows: list[dict[str, Any]], wanted: dict[str, str]) -> None:
    for words, tongue in wanted.items():
        got = next((row["language"] for row in rows if words in row["text"]), None)
        score.add("facts", got == tongue, f"paragraph with {words!r} is in {tongue}, got {got!r}")


def _dirt(score: Score, rows: list[dict[str, Any]], wanted: dict[str, Any]) -> None:
    body = " \n ".join(row["text"] for row in rows if row["kind"] not in ("letterhead", "title", "other"))
    every = " \n ".join(row["text"] for row in rows)
    odd = re.findall(r"[\ue000-\uf8ff\ufffe\ufffd\u00ad]", every)
    bad = (
        [words for words in wanted["forbidden"] if words in body]
        + [w for w in wanted["nowhere"] if w in every]
        + odd[:3]
    )
    score.dirt += len(bad)
    score.misses += [f"dirt: {words!r} stands in the text" for words in bad]
