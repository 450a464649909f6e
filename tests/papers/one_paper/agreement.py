"""What each format must say of the one paper, what a run says, and where the two differ.

    python tests/papers/one_paper/agreement.py RUN_FOLDER [--write]

shows the differences of a finished run over `one_paper/files`; `--write` keeps the list of those that are open.
"""

from __future__ import annotations

import difflib
import json
import re
import sys
from pathlib import Path
from typing import Any

import pandas as pd

HERE = Path(__file__).parent
TRUTH: dict[str, dict[str, Any]] = json.loads((HERE / "truth.json").read_text(encoding="utf-8"))
ASPECTS = ("numbers", "texts", "headings", "sections", "notes", "rows", "sentences", "language", "submitter", "clean")
FILES = sorted(path.name for path in (HERE / "files").iterdir())


def questions() -> list[tuple[str, str]]:
    """List what is asked: an aspect of a file. The truth of a page holds no sentences."""
    return [(name, aspect) for name in FILES for aspect in ASPECTS if aspect != "sentences" or name.startswith("paper")]


def load(run: Path) -> dict[str, pd.DataFrame]:
    """Read the tables of a run."""
    names = ("documents", "paragraphs", "footnotes", "statements")
    return {name: pd.read_parquet(run / "data" / f"{name}.parquet") for name in names}


def expected(truth: dict[str, Any], form: str) -> dict[str, Any]:
    """State what a format must give: the truth, less what the format itself has lost, each with its reason."""
    body = [part for part in truth["paragraphs"] if part["kind"] == "body"]
    rows = [bare("".join(part["cells"])) for part in truth["paragraphs"] if part["kind"] == "table_row"]
    heads = [part["text"] for part in truth["paragraphs"] if part["kind"] == "heading"]
    notes = [(note["mark"], note["text"], note["number"], squeeze(note["before"])) for note in truth["notes"]]
    paths = [path for path, kind in zip(truth["sections"], _kinds(truth), strict=True) if kind == "body"]
    out = {
        "numbers": [part["number"] for part in body if part["number"]],
        "texts": [squeeze(part["text"]) for part in body],
        "headings": heads,
        "sections": paths,
        "notes": sorted(notes),
        "rows": rows,
        "sentences": truth.get("sentences"),
        "language": truth["languages"][0],
        "submitter": truth["submitter_id"],
        "clean": [],
    }
    if form == "txt":
        # LibreOffice's text export drops the notes and leaves their marks in the text, like any other character.
        out["notes"] = []
        out["texts"] = [_with_marks(part, truth["notes"]) for part in body]
        out["sentences"] = None
        # It writes one cell a line, so that no row can be told from a paragraph.
        out["rows"] = []
    return out


def found(tables: dict[str, pd.DataFrame], name: str) -> dict[str, Any]:
    """Read from the tables what a run says of one file."""
    form = name.partition(".")[2]
    row = tables["documents"][tables["documents"].file_name == name].iloc[0]
    own = tables["paragraphs"][tables["paragraphs"].doc_id == row.doc_id].sort_values("order")
    body = own[~own.kind.isin(["heading", "title", "table_row", "letterhead"])]
    cells = _cell_lines(own) if form == "txt" else set()
    body = body[~body.text.isin(cells)]
    told = tables["statements"][tables["statements"].paragraph_id.isin(body.paragraph_id)]
    every = " ".join(own.text)
    nowhere = [word for word in TRUTH[name.partition(".")[0]]["nowhere"] if word in every]
    return {
        "numbers": [number for number in body.number if isinstance(number, str)],
        "texts": [squeeze(text) for text in body.text],
        "headings": [squeeze(text) for text in own[own.kind == "heading"].text],
        "sections": [list(path) for path in body.section_path],
        "notes": _notes(tables["footnotes"][tables["footnotes"].doc_id == row.doc_id], own),
        "rows": [] if form == "txt" else [bare(text) for text in own[own.kind == "table_row"].text],
        "sentences": None if form == "txt" else [squeeze(text) for text in told.text],
        "language": row.language,
        "submitter": row.submitter_id,
        "clean": nowhere + re.findall(r"[\ue000-\uf8ff\ufffe\ufffd\u00ad]", every),
    }


def squeeze(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def bare(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).lower()


def _kinds(truth: dict[str, Any]) -> list[str]:
    return [part["kind"] for part in truth["paragraphs"] if part["kind"] in ("body", "heading")]


def _with_marks(part: dict[str, Any], notes: list[dict[str, Any]]) -> str:
    text: str = part["text"]
    for note in notes:
        if note["number"] == part["number"] and note["before"] in text:
            at = text.index(note["before"]) + len(note["before"])
            text = text[:at] + note["mark"] + text[at:]
    return squeeze(text)


def _cell_lines(own: pd.DataFrame) -> set[str]:
    """List the cells that the text export writes one a line, beside the column heads that stand in no other text."""
    cells = {cell for part in TRUTH["paper"]["paragraphs"] for cell in part.get("cells", [])}
    return {text for text in own.text if text in cells}


def _notes(notes: pd.DataFrame, own: pd.DataFrame) -> list[tuple[str, str, str | None, str]]:
    by_id = {row.paragraph_id: row for row in own.itertuples()}
    out = []
    for note in notes.itertuples():
        cites = by_id.get(note.paragraph_id)
        before = cites.text[: int(note.offset)][-20:] if cites is not None and pd.notna(note.offset) else ""
        number = cites.number if cites is not None and isinstance(cites.number, str) else None
        out.append((str(note.mark), squeeze(note.text), number, squeeze(before)))
    return sorted(out)


def main() -> None:
    tables = load(Path(sys.argv[1]))
    still = []
    for name, aspect in questions():
        stem, _, form = name.partition(".")
        want, got = expected(TRUTH[stem], form)[aspect], found(tables, name)[aspect]
        if want == got:
            continue
        still.append(f"{name} {aspect}")
        sys.stdout.write(f"## {name} {aspect}\n")
        pair = [[str(x) for x in side] if isinstance(side, list) else [str(side)] for side in (want, got)]
        lines = [
            line for line in difflib.unified_diff(*pair, lineterm="", n=0) if not line.startswith(("---", "+++", "@@"))
        ]
        sys.stdout.write("".join(f"    {line[:300]}\n" for line in lines))
    if "--write" in sys.argv:
        reasons = json.loads((HERE / "open.json").read_text(encoding="utf-8"))
        kept = {key: reasons.get(key, "to be explained") for key in still}
        (HERE / "open.json").write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
