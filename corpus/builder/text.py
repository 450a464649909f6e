"""Papers as text: a Word document's text export, wrapped lines, an e-mail's lines, and Markdown."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable

from builder.model import Block, Form, Paper

_WIDTH = 78
# French sets a space before these signs; an ordinary one would let a line begin with the sign.
_BEFORE_SIGNS = re.compile(r" (?=[;:!?»])")
_MARK = re.compile(r"\[\^(\d+)\]")


def write_text(paper: Paper) -> bytes:
    """Write a paper in its form of text, as UTF-8 with plain line ends."""
    return _WRITERS[paper.form](paper).encode()


def _export(paper: Paper) -> str:
    """Write as Word's text exports do: tabs around labels and before headings, notes inline after their paragraph."""
    return "\n".join(_exported(block, paper.notes) for block in paper.blocks) + "\n"


def _exported(block: Block, notes: tuple[str, ...]) -> str:
    bodies = "".join(f" [{mark}: \t{notes[int(mark) - 1]}]" for mark in _MARK.findall(block.text))
    text = _MARK.sub(r"[footnoteRef:\1]", block.text) + bodies
    indent = "\t" if block.kind in {"heading", "item", "title"} else ""
    return f"{indent}{block.label}\t{text}" if block.label else f"{indent}{text}"


def _wrapped(paper: Paper) -> str:
    """Write with hard line ends, headings in capitals and dashes for bullets."""
    return "\n\n".join(map(_wrapped_block, paper.blocks)) + "\n"


def _wrapped_block(block: Block) -> str:
    if block.kind in {"heading", "letterhead"}:
        return block.text.upper() if block.kind == "heading" else block.text
    label = {"•": "- ", None: ""}.get(block.label, f"{block.label} ")
    text = _BEFORE_SIGNS.sub("\u00a0", block.text)
    return textwrap.fill(text, _WIDTH, initial_indent=label, subsequent_indent=" " * len(label))


def _mail(paper: Paper) -> str:
    """Write one line a paragraph, as mail programs save what people type."""
    return "\n\n".join(f"{block.label} {block.text}" if block.label else block.text for block in paper.blocks) + "\n"


def _markdown(paper: Paper) -> str:
    """Write Markdown with its footnotes at the end."""
    notes = [f"[^{number}]: {note}" for number, note in enumerate(paper.notes, 1)]
    return "\n\n".join([*map(_marked_up, paper.blocks), *notes]) + "\n"


def _marked_up(block: Block) -> str:
    if block.kind == "heading":
        return f"{'#' * block.level} {block.text}"
    if block.kind == "letterhead":
        return f"**{block.text}**"
    label = {"•": "- ", None: ""}.get(block.label, f"{block.label} ")
    return label + block.text


_WRITERS: dict[Form, Callable[[Paper], str]] = {
    "export": _export,
    "wrapped": _wrapped,
    "mail": _mail,
    "markdown": _markdown,
}
