"""The small source model of a paper: parts in reading order, notes by key, facts; truth is read off the model alone.

Markup inside a text: `[^k]` cites note k, `**bold**`, `^^superscript^^` that is no mark (3^^rd^^), U+00AD a place
where a typesetter may break a word with a hyphen that is not part of the word.
"""

from __future__ import annotations

import json
import os
import re
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(os.environ.get("PAPERS_OUT", Path(__file__).parent.parent))
SEED = int(os.environ.get("PAPERS_SEED", "0"))
"""Other than 0: other words, faces, sizes and margins, to measure on papers that nobody has looked at."""
FILES = HERE / "files"
TRUTH = HERE / "truth"
MARKUP = re.compile(r"(\[\^\w+\]|\*\*.+?\*\*|\^\^.+?\^\^|__.+?__)", re.DOTALL)


@dataclass(frozen=True)
class Run:
    """A stretch of one look; `note` holds the key of a note and then no text."""

    text: str
    bold: bool = False
    raised: bool = False
    italic: bool = False
    note: str | None = None


@dataclass(frozen=True)
class Part:
    """One paragraph, heading or table row; `label` is what is printed before it, `number` what the truth says."""

    kind: str
    text: str
    number: str | None = None
    label: str | None = None
    level: int = 1
    cells: tuple[str, ...] = ()
    head: bool = False
    spans: tuple[int, ...] = ()


@dataclass
class Paper:
    """A paper: parts, notes (key -> mark and text) and the facts that a reader should find."""

    parts: list[Part]
    notes: dict[str, tuple[str, str]] = field(default_factory=dict)
    language: str = "en"
    submitter_id: str | None = None
    submitter_type: str | None = None
    symbol: str | None = None
    furniture: tuple[str, ...] = ()


def runs(text: str) -> list[Run]:
    """Cut a marked-up text into runs."""
    out = []
    for piece in MARKUP.split(text):
        if piece.startswith("[^"):
            out.append(Run("", note=piece[2:-1]))
        elif piece.startswith("**"):
            out.append(Run(piece[2:-2], bold=True))
        elif piece.startswith("__"):
            out.append(Run(piece[2:-2], italic=True))
        elif piece.startswith("^^"):
            out.append(Run(piece[2:-2], raised=True))
        elif piece:
            out.append(Run(piece))
    return out


def plain(text: str) -> str:
    """Drop all markup: the text as it must come out."""
    return "".join(run.text for run in runs(text)).replace("\u00ad", "").replace("\n", "")


def cited(text: str) -> list[tuple[str, int]]:
    """Find the notes that a text cites, each with its offset in the plain text."""
    found, offset = [], 0
    for run in runs(text):
        if run.note:
            found.append((run.note, offset))
        offset += len(run.text.replace("\u00ad", "").replace("\n", ""))
    return found


def h(text: str, level: int = 1, label: str | None = None) -> Part:
    """Make a heading; its label ("II.", "A.") is no part of its text."""
    return Part("heading", text, label=label, level=level)


def p(text: str) -> Part:
    """Make an unnumbered paragraph."""
    return Part("body", text)


def n(number: int | str, text: str, label: str | None = None, level: int = 1) -> Part:
    """Make a numbered paragraph, printed as "12." unless a label says otherwise."""
    return Part("body", text, number=str(number), label=label or f"{number}.", level=level)


def b(text: str, mark: str = "•") -> Part:
    """Make a bullet."""
    return Part("body", text, label=mark, level=2)


def title(text: str) -> Part:
    """Make a line of the title block."""
    return Part("title", text)


def letter(text: str) -> Part:
    """Make a line of a letterhead, an address, a reference or a signature."""
    return Part("letterhead", text)


def row(*cells: str, head: bool = False, spans: tuple[int, ...] = ()) -> Part:
    """Make a table row; neighbouring rows are one table."""
    return Part("table_row", " ".join(cells), cells=cells, head=head, spans=spans)


def document(paper: Paper, path: str, media_type: str | None, **more: object) -> dict[str, object]:
    """State what a reader must find in one document of a file."""
    paragraphs = [_paragraph(part) for part in paper.parts]
    return {
        "path": path,
        "media_type": media_type,
        "languages": [paper.language],
        "submitter_id": paper.submitter_id,
        "submitter_type": paper.submitter_type,
        "symbol": paper.symbol,
        "pages": None,
        "paragraphs": paragraphs,
        "notes": list(_notes(paper)),
        "forbidden": list(paper.furniture),
        "nowhere": [],
        **more,
    }


def write_truth(name: str, purpose: str, documents: list[dict[str, object]], **more: object) -> None:
    """Write the truth of one file beside the others."""
    truth = {"file": name, "purpose": purpose, "outcome": "read", "errors": [], "documents": documents, **more}
    text = json.dumps(truth, ensure_ascii=False, indent=1) + "\n"
    (TRUTH / f"{name}.json").write_text(text, encoding="utf-8")


def write_failure(
    name: str, purpose: str, *errors: str, outcome: str = "failure", nowhere: tuple[str, ...] | list[str] = ()
) -> None:
    """Write the truth of a file that must be refused with one of these errors ("either" where reading is right too)."""
    write_truth(name, purpose, [], outcome=outcome, errors=list(errors), nowhere=list(nowhere))


def _paragraph(part: Part) -> dict[str, object]:
    out: dict[str, object] = {"number": part.number, "kind": part.kind, "text": plain(part.text)}
    if part.kind == "heading":
        out["level"] = part.level
    if part.cells:
        out["cells"] = [plain(cell) for cell in part.cells]
    return out


def _notes(paper: Paper) -> list[dict[str, object]]:
    found = []
    for part in paper.parts:
        text = plain(part.text)
        for key, offset in cited(part.text):
            mark, words = paper.notes[key]
            before = text[max(0, offset - 20) : offset]
            found.append({"mark": mark, "text": plain(words), "number": part.number, "before": before})
    return found
