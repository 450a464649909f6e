"""Mails, archives and files whose name lies about what they are."""
# ruff: noqa: E501 (texts and markup are read more easily whole)

from __future__ import annotations

import base64
import io
import tempfile
import zipfile
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

from .formats import HTML, RTF
from .model import FILES, Paper, b, document, h, letter, n, p, plain, row, title, write_truth
from .ooxml import Look, write_word
from .programs import DATE, info, office
from .reports import PDF, pages
from .varied import paragraphs
from .web import page
from .word_papers import DOCX

MAIL = "message/rfc822"
PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="


def build() -> None:
    """Write the parcels."""
    _mail_with_attachment()
    _mail_in_html()
    _archive()
    _liars()


def _word(paper: Paper, look: Look | None = None) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "paper.docx"
        write_word(paper, target, look or Look())
        return target.read_bytes()


def _office(paper: Paper, kind: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "paper.docx", Path(folder) / f"made.{kind}"
        write_word(paper, source, Look())
        office(source, kind, target)
        return target.read_bytes()


def _mail_with_attachment() -> None:
    body = [
        p("Dear colleagues,"),
        p("Please find attached the input of the Government of Mauritius to the report on the rights of migrants."),
        p("The annex on fishing crews will follow next week."),
        p("With kind regards,"),
    ]
    texts = paragraphs(6, 141)
    annex = Paper(
        [
            title("Input of the Republic of Mauritius"),
            n(1, texts[0] + "[^1]"),
            n(2, texts[1]),
            h("Domestic work"),
            n(3, texts[2]),
            n(4, texts[3]),
        ],
        {"1": ("1", "Employment Rights Act, sect. 5.")},
        "en",
        "MUS",
        "state",
    )
    mail = EmailMessage(policy=SMTP)
    mail["From"], mail["To"], mail["Subject"] = (
        "Desk <desk@gov.example>",
        "registry@un.example",
        "Input – report on migrants’ rights",
    )
    mail["Date"], mail["Message-ID"] = "Fri, 14 Mar 2025 09:26:52 +0400", "<paper-45@gov.example>"
    mail.set_content("\n\n".join(part.text for part in body) + "\n\n-- \nDesk officer\n", cte="quoted-printable")
    html = "".join(f"<p>{part.text}</p>" for part in body)
    mail.add_alternative(f'<html><body>{html}<img src="cid:logo"></body></html>', subtype="html")
    mail.get_payload()[1].add_related(base64.b64decode(PIXEL), "image", "png", cid="<logo>")
    mail.add_attachment(
        _word(annex), maintype="application", subtype=DOCX.partition("/")[2], filename="Input Mauritius – 2025.docx"
    )
    name = "mail_with_attachment.eml"
    (FILES / name).write_bytes(_fixed(mail))
    letter_ = Paper(body, {}, "en", "?", None)
    write_truth(name, "Mail: text and HTML alternative, inline image, Word file attached under a name with a dash",
                [document(letter_, name, MAIL), document(annex, f"{name}/Input Mauritius – 2025.docx", DOCX)])  # fmt: skip


def _fixed(mail: EmailMessage) -> bytes:
    for place, part in enumerate(part for part in mail.walk() if part.is_multipart()):
        part.set_boundary(f"=====papers-{place}=====")
    return mail.as_bytes()


def _mail_in_html() -> None:
    body = [p("Madame, Monsieur,"), p("L’Association « Les Passerelles » vous fait parvenir ses observations sur la situation des travailleurs étrangers à Genève."),
            p("Nous avons reçu 318 personnes en 2024 ; la moitié d’entre elles n’étaient pas payées à temps."), p("Nous demandons que les inspections aient lieu sans préavis, été comme hiver.")]  # fmt: skip
    mail = EmailMessage(policy=SMTP)
    mail["From"], mail["To"], mail["Subject"] = (
        "Les Passerelles <info@passerelles.example>",
        "registry@un.example",
        "Observations à l'intention de la Rapporteuse",
    )
    mail["Date"] = "Mon, 17 Mar 2025 18:02:00 +0100"
    text = (
        "<html><head><style>p{margin:0}</style></head><body>"
        + "".join(f"<p>{part.text.replace('’', chr(39))}</p>" for part in body)
        + "</body></html>"
    )
    mail.set_content(text, subtype="html", charset="iso-8859-1", cte="quoted-printable")
    name = "mail_html_latin1.eml"
    (FILES / name).write_bytes(_fixed(mail))
    said = Paper([p(part.text.replace("’", "'")) for part in body], {}, "fr", None, "ngo")
    write_truth(
        name, "Mail in HTML only, quoted-printable, ISO 8859-1", [document(said, name, MAIL, nowhere=["margin:0"])]
    )


def _archive() -> None:
    texts = paragraphs(9, 151)
    first = Paper(
        [title("Response of the Republic of Namibia"), *[n(k, text) for k, text in enumerate(texts[:4], 1)]],
        {},
        "en",
        "NAM",
        "state",
    )
    second = Paper(
        [title("Submission of the Inland Transport Workers' Union"), *map(p, texts[4:7])], {}, "en", None, "?"
    )
    third = Paper(
        [
            title("Réponse du Bénin"),
            n(1, "Le Bénin a ouvert deux guichets pour les pêcheurs étrangers à Cotonou."),
            n(2, "Les décisions d’éloignement sont susceptibles de recours."),
        ],
        {},
        "fr",
        "BEN",
        "state",
    )
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr(info("deep/union.html"), page(second, font="serif"))
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as archive:
        archive.writestr(info("Namibia.docx"), _word(first))
        archive.writestr(info("more/inner.zip"), inner.getvalue())
        archive.writestr(
            info("r?ponse.txt"),
            "\n\n".join(f"{part.label or ''} {plain(part.text)}".strip() for part in third.parts).encode(),
        )
        archive.writestr(info("__MACOSX/._Namibia.docx"), b"\x00\x05\x16\x07")
    name = "three_papers.zip"
    (FILES / name).write_bytes(raw.getvalue().replace(b"r?ponse.txt", b"r\x82ponse.txt"))
    documents = [
        document(first, f"{name}/Namibia.docx", DOCX),
        document(second, f"{name}/more/inner.zip/deep/union.html", HTML),
        document(third, f"{name}/réponse.txt", "text/plain"),
    ]
    write_truth(
        name,
        "ZIP of three papers: one in a ZIP of its own, one whose name is in code page 437, and a Macintosh shadow file",
        documents,
    )
    _ = DATE


def _liars() -> None:
    texts = paragraphs(20, 161)
    pdf = Paper(
        [title("Contribution of Iceland"), *[n(k, text) for k, text in enumerate(texts[:5], 1)]],
        {},
        "en",
        "ISL",
        "state",
    )
    (FILES / "really_pdf.doc").write_bytes(_office(pdf, "pdf"))
    write_truth(
        "really_pdf.doc",
        "A PDF named .doc",
        [document(pdf, "really_pdf.doc", PDF, pages=pages(FILES / "really_pdf.doc"))],
    )
    word = Paper(
        [title("Contribution of Timor-Leste"), *[n(k, text) for k, text in enumerate(texts[5:9], 1)], b(texts[9])],
        {},
        "en",
        "TLS",
        "state",
    )
    (FILES / "really_docx.pdf").write_bytes(_word(word))
    write_truth("really_docx.pdf", "A Word file named .pdf", [document(word, "really_docx.pdf", DOCX)])
    html = Paper(
        [
            title("Contribution of the Republic of Korea"),
            h("Employment permit system", 1),
            p(texts[10]),
            p(texts[11]),
            row("Year", "Permits"),
            row("2023", "120,000"),
            p(texts[12]),
        ],
        {},
        "en",
        "KOR",
        "state",
    )
    (FILES / "really_html.doc").write_text(
        page(html, font="Arial").replace("<head>", '<head><meta name="Generator" content="Microsoft Word 15">'),
        encoding="utf-8",
    )
    write_truth(
        "really_html.doc", "A web page named .doc, as Word saves one", [document(html, "really_html.doc", HTML)]
    )
    rtf = Paper(
        [title("Contribution of Albania"), *[n(k, text) for k, text in enumerate(texts[13:16], 1)]],
        {},
        "en",
        "ALB",
        "state",
    )
    (FILES / "really_rtf.doc").write_bytes(_office(rtf, "rtf"))
    write_truth("really_rtf.doc", "An RTF named .doc", [document(rtf, "really_rtf.doc", RTF)])
    text = Paper(
        [letter("Submission by Papua New Guinea"), *[n(k, words) for k, words in enumerate(texts[16:20], 1)]],
        {},
        "en",
        "PNG",
        "state",
    )
    lines = [f"{part.label or ''} {part.text}".strip() for part in text.parts]
    (FILES / "text_without_extension").write_text("\n\n".join(lines) + "\n", encoding="utf-8")
    write_truth(
        "text_without_extension", "A text without extension", [document(text, "text_without_extension", "text/plain")]
    )
