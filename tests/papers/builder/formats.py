"""The formats beside PDF and Word: saved web page, Markdown, RTF in two dialects, OpenDocument, legacy Word."""
# ruff: noqa: E501 (texts and markup are read more easily whole)

from __future__ import annotations

import re
import tempfile
from pathlib import Path

from .model import FILES, Paper, Part, b, document, h, n, p, row, title, write_truth
from .ooxml import Look, write_word
from .programs import office
from .varied import paragraphs
from .web import inside

RTF, ODT, DOC, HTML, MARKDOWN = (
    "application/rtf",
    "application/vnd.oasis.opendocument.text",
    "application/msword",
    "text/html",
    "text/markdown|text/plain",
)


def build() -> None:
    """Write one or two papers in each format."""
    _web_page()
    _markdown()
    _office(
        "soffice.rtf",
        "RTF by LibreOffice with footnotes, table and counted numbers typed",
        _paper(111, "Philippines", "PHL"),
        RTF,
    )
    _office("footnotes.odt", "OpenDocument text with footnotes", _paper(112, "the Republic of Zambia", "ZMB"), ODT)
    _office(
        "soffice.doc", "Word 97 file by LibreOffice with footnotes and a table", _paper(113, "Sri Lanka", "LKA"), DOC
    )
    _word_rtf()


def _paper(seed: int, state: str, code: str) -> Paper:
    texts = paragraphs(12, seed)
    notes = {
        "1": ("1", paragraphs(1, seed + 500)[0]),
        "2": ("2", "Law No. 33 of 2014, sect. 4."),
        "3": ("3", "Ibid., sect. 9 (b)."),
    }
    parts = [title(f"Voluntary review of {state}: implementation of the Global Compact"), h("Preparation of the review", 1, "A."), n(1, texts[0]), n(2, texts[1] + "[^1]"), n(3, texts[2].replace(".", ",[^2] according to the ministry.", 1)),
             h("Results", 1, "B."), n(4, texts[3]), p(texts[4]), row("Objective", "Lead agency", "Progress", head=True), row("Objective 3", "Information centres", "38 opened"), row("Objective 6", "Labour office", "Under way"),
             n(5, texts[5] + "[^3]"), b(texts[6]), b(texts[7]), h("Outlook", 1, "C."), n(6, texts[8]), n(7, texts[9])]  # fmt: skip
    return Paper(parts, notes, "en", code, "state")


def _office(name: str, purpose: str, paper: Paper, media_type: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "paper.docx"
        write_word(paper, source, Look(font="Liberation Serif", footer="Voluntary review, page"))
        office(source, name.rpartition(".")[2], FILES / name)
    write_truth(name, purpose, [document(paper, name, media_type, forbidden=["Voluntary review, page"])])


def article() -> Paper:
    """Make the article of the saved web page."""
    texts = paragraphs(8, 121)
    notes = {
        "1": ("1", "Interview with the author, 12 May 2024."),
        "2": ("2", "Ministry of Labour, press release of 3 June 2024."),
    }
    parts = [
        title("Harvest without papers: a briefing by the Rural Workers' Forum"),
        p(texts[0]),
        p(texts[1] + "[^1]"),
        h("The season of 2024", 1),
        p(texts[2]),
        b(texts[3]),
        b(texts[4] + "[^2]"),
        h("Our demands", 1),
        p(texts[5]),
        p(texts[6]),
    ]
    return Paper(parts, notes, "en", None, "ngo")


def web_page(paper: Paper) -> str:
    """Write the article into a site with navigation, banner and footer."""
    body = re.sub(r'<p class="b">•&nbsp;&nbsp; (.*?)</p>', r"<ul><li>\1</li></ul>", inside(paper, links=True))
    menu = "".join(
        f'<li><a href="/{word.lower()}">{word}</a></li>' for word in ("Home", "Campaigns", "Donate now", "Press room")
    )
    return (
        '<!DOCTYPE html>\n<!-- saved from url=(0039)https://forum.example/harvest --><html lang="en"><head><meta charset="utf-8"><title>Harvest without papers – Rural Workers\' Forum</title>'
        '<script>var tracker="Tracking script text";</script><style>.x{color:red}</style></head><body>'
        f'<header><nav><ul>{menu}</ul></nav></header><div id="cookie-consent" class="cookie-banner" role="dialog"><p>We use cookies to improve your visit. By clicking Accept you agree to our policy.</p><button>Accept all</button></div>'
        f'<main><article>{body}</article></main><aside><h3>Related posts</h3><ul><li><a href="/a">Five myths about greenhouses</a></li></ul></aside>'
        '<footer><p>© 2025 Rural Workers’ Forum. All rights reserved.</p><ul><li><a href="/privacy">Privacy policy</a></li></ul></footer></body></html>'
    )


def _web_page() -> None:
    paper = article()
    text = web_page(paper)
    name = "saved_page.html"
    (FILES / name).write_text(text, encoding="utf-8")
    forbidden = [
        "Donate now",
        "We use cookies",
        "Accept all",
        "Five myths",
        "All rights reserved",
        "Privacy policy",
        "Tracking script",
        "↩",
    ]
    write_truth(
        name,
        "Saved web page: navigation, cookie banner, article with linked notes, related posts, footer",
        [document(paper, name, HTML, nowhere=forbidden)],
    )


def _markdown() -> None:
    texts = paragraphs(8, 131)
    notes = {
        "act": ("act|1", "Act 11 of 2019, part III."),
        "count": ("count|2", "Counted by volunteers on 2 May 2024."),
    }
    parts = [title("Shadow report of the Coastal Legal Clinic"), h("Pushbacks", 1), n(1, texts[0]), n(2, texts[1] + "[^act]"), h("Evidence", 2), n(3, texts[2].replace(" ", " **really** ", 1)), b(texts[3]), b(texts[4] + "[^count]"),
             row("Month", "Boats"), row("May", "14"), row("June", "9"), h("Conclusion", 1), p(texts[5])]  # fmt: skip
    lines = []
    for part in parts:
        text = part.text.replace("^^", "")
        if part.kind == "table_row":
            lines.append("| " + " | ".join(part.cells) + " |" + ("\n|---|---:|" if part.cells[0] == "Month" else ""))
            continue
        mark = {"title": "# ", "heading": "#" * (part.level + 1) + " "}.get(
            part.kind, f"{part.number}. " if part.number else "- " if part.label else ""
        )
        lines.append(f"\n{mark}{text}\n" if part.kind != "body" or part.label != "•" else f"{mark}{text}")
    lines += ["", *[f"[^{key}]: {text}" for key, (_, text) in notes.items()], ""]
    name = "footnotes.md"
    (FILES / name).write_text("\n".join(lines), encoding="utf-8")
    paper = Paper(parts, notes, "en", None, "ngo")
    write_truth(
        name, "Markdown with headings, numbers, bullets, table, named footnotes", [document(paper, name, MARKDOWN)]
    )


def _rtf(text: str) -> str:
    out = []
    for sign in text:
        code = ord(sign)
        if sign in "\\{}":
            out.append("\\" + sign)
        elif code < 128:
            out.append(sign)
        elif code < 256 and sign in "éèàçôûêîùÉ«»":
            out.append(f"\\'{code:02x}")
        else:
            out.append(f"\\u{code if code < 32768 else code - 65536}\\'3f")
    return "".join(out)


def _word_rtf() -> None:
    """Write by hand what Word writes: groups per run, styles, list texts, notes in destinations, unicode with fallbacks."""
    texts = ["Le Royaume du Maroc a régularisé 23 096 personnes en 2014, puis 14 156 lors d’une seconde campagne.",
             "Les consulats à l’étranger délivrent un « passeport d’urgence » en moins de 48 heures — y compris le dimanche.",
             "L’école est ouverte à tous ; 7 803 élèves étrangers y étaient inscrits à la rentrée.",
             "Une enquête, menée à Tanger et à Oujda, a recueilli la parole de 612 femmes."]  # fmt: skip
    rows = [("Ville", "Permanences"), ("Tanger", "112"), ("Oujda", "58")]
    parts = [title("Rapport du Royaume du Maroc sur la politique migratoire"), h("Première partie", 1), n(1, texts[0]), n(2, texts[1].replace("48 heures", "48 heures[^1]")), h("Seconde partie", 1), n(3, texts[2]), p(texts[3]),
             *[row(*cells) for cells in rows]]  # fmt: skip
    notes = {"1": ("1", "Circulaire du 2 mai 2022 ; l’euro (€) fait foi.")}
    note = r"{\super\chftn }{\footnote \pard\plain \s15\fs20 {\super\chftn }{ " + _rtf(notes["1"][1]) + "}}"
    out = [r"{\rtf1\ansi\ansicpg1252\uc1\deff0\deflang1036{\fonttbl{\f0\froman\fcharset0 Times New Roman;}{\f1\fswiss Arial;}}{\colortbl;\red0\green0\blue0;}",
           r"{\stylesheet{\ql \f0\fs24 \snext0 Normal;}{\s1\outlinelevel0 \b\f1\fs28 \sbasedon0 \snext0 heading 1;}{\s15 \fs20 \sbasedon0 footnote text;}}",
           r"{\info{\title Brouillon interne}{\author Bureau 4}}{\*\generator Riched20 10.0;}{\header \pard\plain Politique migratoire du Maroc\par}{\footer \pard\plain page {\field{\*\fldinst PAGE}{\fldrslt 1}}\par}",
           r"\paperw11906\paperh16838\margl1417\margr1417\sectd "]  # fmt: skip
    for part in parts:
        if part.kind == "table_row":
            out.append(
                r"\trowd\trgaph108\cellx3000\cellx6000 "
                + "".join(r"\pard\intbl " + _rtf(cell) + r"\cell " for cell in part.cells)
                + r"\row"
            )
            continue
        look = {"title": r"\pard\plain \qc\b\fs32 ", "heading": r"\pard\plain \s1\outlinelevel0\b\f1\fs28 "}.get(
            part.kind, r"\pard\plain \qj\f0\fs24 "
        )
        label = r"{\listtext\pard\plain " + f"{part.number}." + r"\tab}\ls1\ilvl0 " if part.number else ""
        body = _rtf(part.text).replace("[^1]", note)
        cut = len(body) // 3 if "footnote" not in body and "\\" not in body else 0
        out.append(look + label + "{" + body[:cut] + "}{\\lang1036 " + body[cut:] + "}\\par ")
    out.append(r"{\v texte cach\'e9}\pard\par }")
    name = "word_dialect.rtf"
    (FILES / name).write_bytes("\r\n".join(out).encode("ascii"))
    paper = Paper(parts, notes, "fr", "MAR", "state")
    nowhere = ["Brouillon interne", "texte caché", "Politique migratoire du Maroc", "Riched20", "Times New Roman"]
    write_truth(
        name,
        "RTF as Word writes it: list texts, note destinations, unicode with fallbacks, hidden text, header",
        [document(paper, name, RTF, nowhere=nowhere)],
    )


__all__ = ["Part", "article", "build", "web_page"]
