"""One paper with every feature of structure, in all formats; a page each in the six languages, in three formats.

The source is a Word file written here; LibreOffice makes an OpenDocument text of it and, from that, all the others.
"""
# ruff: noqa: E501 (texts and markup are read more easily whole)

from __future__ import annotations

import json
import re
import tempfile
from pathlib import Path

from . import languages as lang
from . import tongues as t
from .english import NOTES, REPORT
from .model import HERE, Paper, Part, document, h, p, row, runs, title
from .ooxml import Look, Maker, _notes_part, write_word
from .programs import office

FOLDER = HERE / "one_paper"
FORMATS = {
    "odt": "odt",
    "docx": "docx:MS Word 2007 XML",
    "doc": "doc",
    "rtf": "rtf",
    "pdf": "pdf",
    "html": "html:HTML (StarWriter)",
    "txt": "txt:Text (encoded):UTF8,LF",
}


def counted(number: str, text: str, place: str) -> Part:
    """Make a paragraph whose number is counted by a numbering definition and level ("1/0")."""
    return Part("body", text, number, f"#{place}", 1 + number.count("("))


def listed(text: str) -> Part:
    """Make an item of a bulleted list."""
    return Part("body", text, None, "#3/0", 2)


QUOTE = "“Nobody told us that the contract was written in two versions,” a welder from Cuenca explained, “and that only one of them counted.”"
PARTS = [
    title("Report of the Plurinational State of Bolivia on the situation of migrants"),
    h("Introduction", 1, "#2/0"),
    counted("1", "The present report covers the years 2022 to 2024.[^a] It follows the structure proposed by the secretariat.", "1/0"),
    counted("2", "A first draft was discussed at the 3^^rd^^ national forum, held in Cochabamba. The 21^^st^^ of March was chosen on purpose.", "1/0"),
    h("Legal and institutional framework for people who enter, stay in or leave the national territory, including for those who cross it on the way to a third country", 1, "#2/0"),
    h("Laws", 2, "#2/1"),
    counted("3", "Act No. 370 sets out three principles:", "1/0"),
    counted("3(a)", "No one is punished for crossing a border without papers;", "1/1"),
    counted("3(b)", "Families stay together, and in particular:", "1/1"),
    counted("3(b)(i)", "Children are heard in every procedure;[^b]", "1/2"),
    counted("3(b)(ii)", "Siblings are placed in the same home;", "1/2"),
    counted("3(c)", "Everyone may appeal within fifteen days.", "1/1"),
    counted("4", "**Fees.** Since Decree 1923 no fee is due for minors. The average fee for adults was lowered from 1,240 to 310 bolivianos.[^c]", "1/0"),
    h("Institutions", 2, "#2/1"),
    counted("5", "The Directorate General of Migration employs 1,106 persons, 54 per cent of whom are women. It has offices in nine departments and at 38 border posts.", "1/0"),
    p("The offices at Desaguadero and Villazón are open day and night."),
    counted("6", "Its inspectors heard many accounts such as the following:", "1/0"),
    p(f"__{QUOTE}__"),
    h("Results", 1, "#2/0"),
    counted("7", "The table below sums up what was done. Figures for 2024 are provisional.[^d]", "1/0"),
    row("Measure", "Persons reached", head=True, spans=(1, 2)),
    row("", "2023", "2024", head=True),
    row("Regularization", "9,214", "11,870"),
    row("Legal advice at the border", "2,048", "3,391"),
    counted("8", "The following remain to be done:", "1/0"),
    listed("Open a shelter in Guayaramerín;"),
    listed("Train 200 interpreters of Quechua, Aymara and Portuguese;"),
    listed("Publish the statistics of the labour inspectorate every quarter."),
    counted("9", "Bolivia undertakes to ratify the amendments before the end of 2026. It will report on this in its next submission.", "1/0"),
    h("Annex: pledges", 1, None),
    counted("1", "Bolivia will waive exit fees for students.[^e]", "4/0"),
    counted("2", "Bolivia will double the budget for consular assistance by 2027.", "4/0"),
]  # fmt: skip
PART_NOTES = {
    "a": ("1", "Data were extracted on 31 January 2025."),
    "b": ("2", "Article 25 of the Act; see also general comment No. 23, para. 17."),
    "c": ("3", "Decree of 12 March 2014, as amended on the 2^^nd^^ of May 2023."),
    "d": ("i", "They include persons who were counted twice."),
    "e": ("ii", "The fee amounts to 50 bolivianos."),
}
PAPER = Paper(PARTS, PART_NOTES, "en", "BOL", "state")


class _Counting(Maker):
    """Counts numbers and bullets where a label begins with #."""

    def paragraph(self, part: Part, properties: str = "") -> str:
        if not (part.label or "").startswith("#"):
            return super().paragraph(part, properties)
        num, level = part.label[1:].split("/")
        style = f"Heading{part.level}" if part.kind == "heading" else "Normal"
        counted_by = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>'
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{counted_by}</w:pPr>{self.text(part.text)}</w:p>'


def _numbering() -> str:
    from .word_papers import _level

    plain = _level(0, "decimal", "%1.") + _level(1, "lowerLetter", "(%2)") + _level(2, "lowerRoman", "(%3)")
    roman = _level(0, "upperRoman", "%1.") + _level(1, "upperLetter", "%2.")
    kinds = "".join(
        f'<w:abstractNum w:abstractNumId="{k}"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
        for k, levels in enumerate((plain, roman, _level(0, "bullet", "•"), plain), 1)
    )
    return kinds + "".join(f'<w:num w:numId="{k}"><w:abstractNumId w:val="{k}"/></w:num>' for k in (1, 2, 3, 4))


def build() -> None:
    """Write the paper in seven formats, the pages in three, and the truth of both."""
    files = FOLDER / "files"
    files.mkdir(parents=True, exist_ok=True)
    look = Look(
        font="Liberation Serif",
        size=22,
        numbering=_numbering(),
        endnotes=("d", "e"),
        endnote_marks="lowerRoman",
        header="Plurinational State of Bolivia – national report",
        footer="Page",
    )
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "source.docx"
        maker = _Counting(PAPER, look)
        body = maker.body()
        notes = {f"word/{kind}s.xml": _notes_part(maker, kind) for kind in ("footnote", "endnote")}
        write_word(PAPER, source, look, body=body, extra=notes)
        _all_formats(source, files, "paper", FORMATS)
        truth = {
            "paper": document(
                PAPER, "paper", None, nowhere=[look.header], sections=_sections(PARTS), sentences=_sentences(PARTS)
            )
        }
        for tongue, (paper, page_look) in _pages().items():
            write_word(paper, source, page_look)
            _all_formats(source, files, f"page_{tongue}", {kind: FORMATS[kind] for kind in ("odt", "docx", "pdf")})
            truth[f"page_{tongue}"] = document(paper, f"page_{tongue}", None, sections=_sections(paper.parts))
    (FOLDER / "truth.json").write_text(json.dumps(truth, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _all_formats(source: Path, files: Path, stem: str, formats: dict[str, str]) -> None:
    middle = files / f"{stem}.odt"
    office(source, formats["odt"], middle)
    for kind, wanted in formats.items():
        if kind != "odt":
            office(middle, wanted, files / f"{stem}.{kind}")


def _pages() -> dict[str, tuple[Paper, Look]]:
    latin = Look(font="Liberation Serif", size=22)
    english = lang._paper(
        "National report submitted by Botswana",
        ["Method", "Work", "Borders", "Next"],
        [*REPORT[:7], REPORT[38]],
        {k: (k, NOTES[k]) for k in "12"},
        "en",
        "BWA",
        lang.LABELS,
    )
    return {
        "en": (english, latin),
        "fr": (lang._paper(t.FR_TITLE, t.FR_HEADS, t.FR, t.FR_NOTES, "fr", "SEN", lang.LABELS), latin),
        "es": (lang._paper(t.ES_TITLE, t.ES_HEADS, t.ES, t.ES_NOTES, "es", "ECU", lang.LABELS), latin),
        "ru": (lang._paper(t.RU_TITLE, t.RU_HEADS, t.RU, t.RU_NOTES, "ru", "KGZ", lang.LABELS), latin),
        "ar": (lang._paper(t.AR_TITLE, t.AR_HEADS, t.AR, t.AR_NOTES, "ar", "JOR", lang.ARABIC), Look(font="Noto Naskh Arabic", right_to_left=True, tongue="ar-SA", size=24, justified=False)),
        "zh": (lang._paper(t.ZH_TITLE, t.ZH_HEADS, t.ZH, t.ZH_NOTES, "zh", "MNG", lang.CHINESE), Look(font="Noto Serif CJK SC", tongue="zh-CN", size=21)),
    }  # fmt: skip


def _sections(parts: list[Part]) -> list[list[str]]:
    """List, for each paragraph and heading, the headings above it, its own included."""
    path: list[str] = []
    out = []
    for part in parts:
        if part.kind == "heading":
            path = [*path[: part.level - 1], part.text]
        if part.kind in ("heading", "body"):
            out.append(path)
    return out


def _sentences(parts: list[Part]) -> list[str]:
    """List the sentences of the body; the paper has no abbreviation before a capital but "No." and the like."""
    out = []
    for part in parts:
        if part.kind == "body":
            text = "".join(run.text for run in runs(part.text))
            out += re.split(r"(?<=[a-z\d][.:;])(?<!No\.) (?=[A-Z])", text)
    return out
