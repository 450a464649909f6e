"""Writes papers as HTML: for Chromium to print, for LibreOffice to open, or to be read as it is."""
# ruff: noqa: E501 (texts and markup are read more easily whole)

from __future__ import annotations

from html import escape
from itertools import groupby

from .model import Paper, Part, Run, runs

STYLE = """@page{{size:A4;margin:22mm 20mm}}body{{font-family:{font};font-size:11pt;line-height:1.35;{more}}}
p{{margin:0 0 8pt 0}}h1{{font-size:16pt}}h2{{font-size:13pt}}h3{{font-size:11.5pt}}sup{{font-size:65%;line-height:0}}
table{{border-collapse:collapse;width:100%}}td,th{{border:1px solid #444;padding:3pt;text-align:start;vertical-align:top}}
.head{{text-align:center}}.note{{font-size:9pt}}.b{{margin-inline-start:24pt}}"""


def page(paper: Paper, *, font: str, more: str = "", right_to_left: bool = False, links: bool = False) -> str:
    """Write a whole page with the notes at its end."""
    direction = ' dir="rtl"' if right_to_left else ""
    return (
        f'<!DOCTYPE html>\n<html lang="{paper.language}"{direction}><head><meta charset="utf-8"><title>Document</title>'
        f"<style>{STYLE.format(font=font, more=more)}</style></head>\n<body>\n{inside(paper, links=links)}\n</body></html>\n"
    )


def inside(paper: Paper, *, links: bool = False) -> str:
    """Write the parts and the notes."""
    out = []
    for is_row, group in groupby(paper.parts, key=lambda part: part.kind == "table_row"):
        parts = list(group)
        out += [_table(parts)] if is_row else [_block(part, paper, links=links) for part in parts]
    if paper.notes:
        lines = [_note(mark, text, paper, links=links) for mark, text in paper.notes.values()]
        out.append("<hr>" + "\n".join(lines))
    return "\n".join(out)


def _block(part: Part, paper: Paper, *, links: bool) -> str:
    tag = {"title": "h1", "heading": f"h{part.level + 1}"}.get(part.kind, "p")
    kind = {"letterhead": ' class="head"'}.get(
        part.kind, ' class="b"' if part.level > 1 and part.kind == "body" else ""
    )
    label = f"{escape(part.label)}&nbsp;&nbsp; " if part.label else ""
    return f"<{tag}{kind}>{label}{_text(part.text, paper, links=links)}</{tag}>"


def _text(text: str, paper: Paper, *, links: bool = False) -> str:
    return "".join(_run(run, paper, links=links) for run in runs(text))


def _run(run: Run, paper: Paper, *, links: bool) -> str:
    if run.note:
        mark = paper.notes[run.note][0]
        return f'<sup><a href="#fn{mark}" id="ref{mark}">{mark}</a></sup>' if links else f"<sup>{mark}</sup>"
    text = escape(run.text, quote=False)
    for on, tag in ((run.bold, "b"), (run.italic, "i"), (run.raised, "sup")):
        text = f"<{tag}>{text}</{tag}>" if on else text
    return text


def _note(mark: str, text: str, paper: Paper, *, links: bool) -> str:
    anchor = f' id="fn{mark}"' if links else ""
    back = f' <a href="#ref{mark}">↩</a>' if links else ""
    return f'<p class="note"{anchor}><sup>{mark}</sup> {_text(text, paper)}{back}</p>'


def _table(rows: list[Part]) -> str:
    lines = []
    for row in rows:
        tag = "th" if row.head else "td"
        spans = row.spans or (1,) * len(row.cells)
        cells = [
            f"<{tag}{f' colspan={span}' if span > 1 else ''}>{_plain(cell)}</{tag}>"
            for cell, span in zip(row.cells, spans, strict=True)
        ]
        lines.append(f"<tr>{''.join(cells)}</tr>")
    return f"<table>{''.join(lines)}</table>"


def _plain(text: str) -> str:
    return "".join(escape(run.text, quote=False) for run in runs(text))
