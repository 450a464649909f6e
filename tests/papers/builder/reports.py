"""Long reports in the United Nations' layout: cover, symbols, running lines, notes, contents, restarting numbers."""
# ruff: noqa: E501 (texts and markup are read more easily whole)

from __future__ import annotations

import re
import tempfile
from pathlib import Path

from pypdf import PdfReader

from .english import HEADINGS, NOTES, REPORT
from .model import FILES, Paper, Part, document, h, n, p, row, title, write_truth
from .ooxml import Look, write_word
from .programs import office, qpdf
from .typeset import Style, Typesetter
from .varied import paragraphs

PDF = "application/pdf"


def build() -> None:
    """Write the reports."""
    _footnotes_by_hand()
    _footnotes_by_office()
    _endnotes_by_hand()
    _endnotes_by_office()
    _restart()
    _rotated()
    _two_columns_office()


def pages(path: Path) -> int:
    """Count a PDF's pages with a program that the pipeline does not use."""
    return len(PdfReader(path).pages)


def _report(state: str) -> tuple[list[Part], dict[str, tuple[str, str]]]:
    parts = [title(f"National report submitted by {state} on the human rights of migrants")]
    for number, text in enumerate(REPORT, 1):
        if number in HEADINGS:
            label, words, level = HEADINGS[number]
            parts.append(h(words, level, label))
        parts.append(n(number, text))
    return parts, {key: (key, text) for key, text in NOTES.items()}


def _footnotes_by_hand() -> None:
    parts, notes = _report("Kenya")
    parts = [_hyphened(part) for part in parts]
    furniture = ("A/HRC/WG.6/49/KEN/1", "GE.25-04417", "Distr.: General", ". . .", ".....")
    paper = Paper(parts, notes, "en", "KEN", "state", "A/HRC/WG.6/49/KEN/1", furniture)
    cover = ("United Nations                                        A/HRC/WG.6/49/KEN/1", "General Assembly", "Distr.: General", "14 March 2025",
             "Original: English", "Human Rights Council", "Forty-ninth session", "Geneva, 28 April–9 May 2025")  # fmt: skip
    style = Style(
        face="serif",
        justified=True,
        header="A/HRC/WG.6/49/KEN/1",
        footer="GE.25-04417",
        cover=cover,
        contents=True,
        heading_width=250,
    )
    name = "report_footnotes_serif.pdf"
    count = Typesetter(paper, style, FILES / name).run()
    write_truth(name, "State report set by hand: cover, contents with dot leaders, notes over pages, hyphens at line ends",
                [document(paper, name, PDF, pages=count)])  # fmt: skip


def _hyphened(part: Part) -> Part:
    """Allow a break inside each long word, after a vowel and a consonant near its middle, where a typesetter might."""
    text = (
        re.sub(r"(?<![\w.-])[a-z]{8,}(?![\w-])", lambda found: _broken(found.group()), part.text)
        if part.kind == "body"
        else part.text
    )
    return Part(part.kind, text, part.number, part.label, part.level)


def _broken(word: str) -> str:
    places = [k for k in range(4, len(word) - 3) if word[k - 1] not in "aeiou" and word[k] not in "aeiouhy"] or [
        k for k in range(4, len(word) - 3) if word[k - 1] in "aeiou" and word[k] not in "aeiou"
    ]
    if not places:
        return word
    place = min(places, key=lambda k: abs(k - len(word) / 2))
    return f"{word[:place]}\u00ad{word[place:]}"


def _footnotes_by_office() -> None:
    texts = paragraphs(40, 7)
    notes = {str(k): (str(k), words) for k, words in enumerate(NOTES.values(), 1)}
    parts = [
        title("Report submitted by the Republic of Moldova"),
        title("Rights of migrants: progress and remaining gaps"),
    ]
    for number, text in enumerate(texts, 1):
        if number % 8 == 1:
            parts.append(
                h(
                    [
                        "Background",
                        "Workers and employers",
                        "Children and families",
                        "Detention and return",
                        "The way ahead",
                    ][number // 8],
                    1,
                    ["I", "II", "III", "IV", "V"][number // 8] + ".",
                )
            )
        if number % 4 == 0:
            first, _, rest = text.partition(". ")
            text = f"{first}.[^{number // 4}] {rest}"
        parts.append(n(number, text))
    furniture = ("CMW/C/MDA/2", "GE.24-19902")
    paper = Paper(parts, notes, "en", "MDA", "state", "CMW/C/MDA/2", furniture)
    _by_office("report_footnotes_sans.pdf", "State report by LibreOffice in a sans serif face, footnotes, running lines", paper,
               Look(font="Liberation Sans", header="CMW/C/MDA/2", footer="GE.24-19902"))  # fmt: skip


def _endnotes_by_hand() -> None:
    texts = paragraphs(34, 11)
    notes = {
        str(k): (str(k), f"{words} {tail}")
        for k, (words, tail) in enumerate(zip(NOTES.values(), paragraphs(10, 12), strict=True), 1)
    }
    parts = [title("Alternative report of the Lakeside Centre for Migrants' Rights")]
    for number, text in enumerate(texts, 1):
        if number in (1, 9, 20, 30):
            parts.append(
                h(
                    {
                        1: "Executive summary",
                        9: "What we saw on our visits",
                        20: "Access to justice for those who have no papers",
                        30: "Recommendations",
                    }[number]
                )
            )
        if number in (2, 3, 8, 13, 14, 21, 22, 25, 28, 33):
            place = (2, 3, 8, 13, 14, 21, 22, 25, 28, 33).index(number) + 1
            words = text.split(" ")
            words[4] += f"[^{place}]"
            text = " ".join(words)
        parts.append(n(number, text))
    paper = Paper(parts, notes, "en", None, "ngo", None, ("Lakeside Centre – alternative report",))
    style = Style(
        face="sans",
        size=9.5,
        leading=13,
        left=80,
        right=80,
        header="Lakeside Centre – alternative report",
        footer=" ",
        endnotes="Endnotes",
    )
    name = "report_endnotes_sans.pdf"
    count = Typesetter(paper, style, FILES / name).run()
    write_truth(
        name, "Report of an NGO with endnotes, ragged, cited in mid sentence", [document(paper, name, PDF, pages=count)]
    )


def _endnotes_by_office() -> None:
    texts = paragraphs(30, 21)
    notes = {str(k): (str(k), words) for k, words in enumerate(paragraphs(8, 22), 1)}
    parts = [title("Compilation prepared by the Office of the United Nations High Commissioner for Human Rights")]
    for number, text in enumerate(texts, 1):
        if number in (1, 12, 22):
            parts.append(
                h(
                    {1: "Scope of international obligations", 12: "Implementation", 22: "Cooperation with mechanisms"}[
                        number
                    ],
                    1,
                    {1: "I.", 12: "II.", 22: "III."}[number],
                )
            )
        if number % 4 == 3:
            text = text[:-1] + f"[^{number // 4 + 1}]." if number % 8 == 3 else text + f"[^{number // 4 + 1}]"
        parts.append(n(number, text))
    paper = Paper(parts, notes, "en", None, "un", "A/HRC/58/62", ("A/HRC/58/62", "GE.25-00311"))
    look = Look(
        font="DejaVu Serif", size=19, header="A/HRC/58/62", footer="GE.25-00311", endnotes=tuple(notes), note_size=None
    )
    _by_office(
        "report_endnotes_serif.pdf",
        "UN report by LibreOffice with endnotes, mark before and after the full stop",
        paper,
        look,
    )


def _restart() -> None:
    base = paragraphs(9, 31)
    recs = [
        "Ratify the Convention on migrant workers (Philippines);", "End the detention of children (Uruguay) (Mexico);",
        "Raise the minimum wage of domestic workers by 4.5 per cent before the 3^^rd^^ cycle (Sri Lanka);",
        "Continue to register the births of all children, in line with target 16.9 (Holy See);",
        "Set up a firewall between services and police, as announced on\n1 July 2024 (Portugal);",
        "Consider visiting the camps named in paragraph 12.3 of the compilation (Chad);",
        "Train judges, prosecutors and border guards in gender-sensitive interviewing, and publish the results (Iceland);",
    ]  # fmt: skip
    more = ["Maintain the humanitarian visa (Fiji);", "Share its experience with the region[^1] (Maldives);", "Provide interpreters at the 2^^nd^^ instance[^2] (Cabo Verde);",
            "Adopt the bill on statelessness without delay (Côte d’Ivoire);"]  # fmt: skip
    parts = [title("Report of the Working Group on the Universal Periodic Review: Ghana")]
    parts += [
        h("Presentation by the State under review", 2, "A."),
        *[n(104 + k, text) for k, text in enumerate(base[:6])],
    ]
    parts += [
        h("Conclusions and/or recommendations", 1, "II."),
        n(110, "The recommendations listed below enjoy the support of Ghana:"),
    ]
    parts += [Part("body", text.replace("\n", " "), f"110.{k}", f"110.{k}", 2) for k, text in enumerate(recs, 1)]
    parts += [n(111, "The following recommendations will be examined by Ghana, which will respond in due time:")]
    parts += [Part("body", text, f"111.{k}", f"{k}.", 2) for k, text in enumerate(more, 1)]
    parts += [
        n(112, base[7]),
        n(
            113,
            "All conclusions reflect the position of the submitting States. They should not be construed as endorsed by the Working Group as a whole.",
        ),
    ]
    notes = {
        "1": ("1", "The delegation referred to the regional consultative process."),
        "2": ("2", "The recommendation as read out said “at second instance”."),
    }
    paper = Paper(parts, notes, "en", "?", None, "A/HRC/57/14", ("A/HRC/57/14", "GE.24-11873"))
    name = "restart_in_paragraph.pdf"
    style = Style(face="serif", header="A/HRC/57/14", footer="GE.24-11873", justified=True)
    count = Typesetter(paper, style, FILES / name).run()
    write_truth(
        name,
        "Numbers 110.1 and numbering restarting inside paragraph 111, ordinals beside real marks",
        [document(paper, name, PDF, pages=count)],
    )


def _rotated() -> None:
    texts = paragraphs(26, 41)
    parts = [title("Submission of Jamaica"), *[n(k, text) for k, text in enumerate(texts[:8], 1)]]
    rows = [
        row("Measure", "Year", "Persons reached", head=True),
        row("Bridge classes", "2022", "312"),
        row("Mobile registrars", "2023", "1,902"),
        row("Legal clinics", "2024", "540"),
    ]
    parts += [h("Measures in figures", 1), *rows, *[n(k, text) for k, text in enumerate(texts[8:], 9)]]
    paper = Paper(parts, {}, "en", "JAM", "state", None, ("Submission of Jamaica, page",))
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.pdf"
        look = Look(font="Liberation Serif", size=26, footer="Submission of Jamaica, page", landscape=True)
        write_word(paper, Path(folder) / "plain.docx", look)
        office(Path(folder) / "plain.docx", "pdf", plain)
        name = "rotated_pages.pdf"
        turned = Path(folder) / "turned.pdf"
        _turn(plain, turned)
        qpdf(turned, FILES / name)
    write_truth(name, "Landscape pages, page 2 drawn sideways and turned upright by /Rotate 90, page 3 by /Rotate 270",
                [document(paper, name, PDF, pages=pages(FILES / name))])  # fmt: skip


def _turn(source: Path, target: Path) -> None:
    """Draw pages 2 and 3 sideways and let /Rotate stand them up again, as scanners and Word's landscape sections do."""
    from pypdf import PdfWriter, Transformation

    writer = PdfWriter(clone_from=source)
    for place, (angle, rotate) in {1: (90, 90), 2: (270, 270)}.items():
        if place < len(writer.pages):
            page = writer.pages[place]
            wide, high = float(page.mediabox.width), float(page.mediabox.height)
            shift = (high, 0) if angle == 90 else (0, wide)
            page.add_transformation(Transformation().rotate(angle).translate(*shift))
            page.mediabox.upper_right = (high, wide)
            page.cropbox.upper_right = (high, wide)
            page.rotation = rotate
    writer.write(target)


def _two_columns_office() -> None:
    texts = paragraphs(26, 51)
    parts = [h("A newsletter on the rights of seafarers and fishers", 1), *[p(text) for text in texts[:5]], h("Stranded crews", 2), *[p(text) for text in texts[5:14]],
             h("Fair recruitment", 2), *[p(text) for text in texts[14:]]]  # fmt: skip
    paper = Paper(parts, {}, "en", None, None, None, ("Harbour Watch, issue 12, page",))
    _by_office(
        "two_columns_office.pdf",
        "Section in two columns by LibreOffice, no numbers",
        paper,
        Look(columns=2, footer="Harbour Watch, issue 12, page"),
    )


def _by_office(name: str, purpose: str, paper: Paper, look: Look) -> None:
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "paper.docx"
        write_word(paper, source, look)
        office(source, "pdf", FILES / name)
    write_truth(name, purpose, [document(paper, name, PDF, pages=pages(FILES / name))])
