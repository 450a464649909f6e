"""Mails: their own text, what their headers say, the files that they carry."""

from __future__ import annotations

from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from outlook_files import outlook_message

from pipeline.content import Extraction
from pipeline.errors import DocumentError, LimitExceeded, LockedFile, NoText
from pipeline.extract import Extractor
from pipeline.extract.mail import attachments, read_mail
from pipeline.extract.settings import ExtractSettings

HEADERS = (
    "From: Mission of Arcadia <m@example.org>\nSubject: Reply\n"
    "Date: Tue, 12 May 2020 23:30:00 +0200\nMIME-Version: 1.0\n"
)
GROUP = "Content-Type: multipart/mixed; boundary=b\n\n"


def read(mail: EmailMessage | str | bytes) -> Extraction:
    data = mail.as_bytes() if isinstance(mail, EmailMessage) else mail.encode() if isinstance(mail, str) else mail
    return read_mail(data, settings=ExtractSettings())


def texts(mail: EmailMessage | str | bytes) -> list[str]:
    return [block.text for block in read(mail).blocks]


def mail_of(text: str | None, page: str | None = None) -> EmailMessage:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "Représentation <m@example.org>", "o@example.org", "Réponse – 移民"
    mail["Date"], mail["Message-ID"] = "Tue, 12 May 2020 10:00:00 +0200", "<1@example.org>"
    if text is not None:
        mail.set_content(text, cte="quoted-printable")
    if page is not None and text is not None:
        mail.add_alternative(page, subtype="html")
    elif page is not None:
        mail.set_content(page, subtype="html", cte="base64")
    return mail


def test_headers_are_properties_and_not_text() -> None:
    extraction = Extractor()(mail_of("1. Deux foyers ont ouvert.\n").as_bytes())
    assert extraction.properties == {"title": "Réponse – 移民", "author": "Représentation", "date": "2020-05-12"}
    assert [(block.label, block.text) for block in extraction.blocks] == [("1.", "Deux foyers ont ouvert.")]
    assert extraction.media_type == "message/rfc822"


LONG = "<p>The Government opened two shelters in the port towns, and all children there go to school.</p>" * 3


@pytest.mark.parametrize(
    ("text", "page", "first"),
    [
        ("Plain text.", "<p>As a page.</p>", "Plain text."),
        ("", "<p>As a page.</p>", "As a page."),
        (
            "See the HTML version.",
            LONG,
            "The Government opened two shelters in the port towns, and all children there go to school.",
        ),
        (None, "<p>As a page.</p>", "As a page."),
    ],
)
def test_the_plain_version_is_read_unless_it_says_nothing(text: str | None, page: str, first: str) -> None:
    assert texts(mail_of(text, page))[0] == first


def test_quoted_lines_are_told_from_the_reply() -> None:
    mail = mail_of(
        "Our replies:\n\n> 12. How many shelters are there?\n> > When?\n\nThere are two.\n\n-- \nThe Mission\n"
    )
    assert [(block.kind, block.text) for block in read(mail).blocks] == [
        ("paragraph", "Our replies:"),
        ("other", "How many shelters are there?"),
        ("other", "When?"),
        ("paragraph", "There are two."),
        ("paragraph", "The Mission"),
    ]


def test_lines_that_flow_are_joined() -> None:
    mail = HEADERS + "Content-Type: text/plain; format=flowed\n\nTwo \nshelters \nopened.\nA third.\n"
    assert texts(mail) == ["Two shelters opened.", "A third."]


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("Content-Type: text/plain; charset=koi8-r", "Мигранты были заслушаны.".encode("koi8-r")),
        ("Content-Type: text/plain; charset=wrong", "Мигранты были заслушаны.".encode()),
        ("Content-Type: text/plain", "Мигранты были заслушаны.".encode("cp1251")),
        ("Content-Type: text/html; charset=koi8-r", "<meta charset=utf-8><p>Мигранты были заслушаны.".encode("koi8-r")),
        ("Content-Transfer-Encoding: base64", b"0JzQuNCz0YDQsNC90YLRiyDQsdGL0LvQuCDQt9Cw0YHQu9GD0YjQsNC90Ysu"),
    ],
)
def test_a_body_is_decoded_whatever_its_header_says(head: str, body: bytes) -> None:
    assert texts(f"{HEADERS}{head}\n\n".encode() + body) == ["Мигранты были заслушаны."]


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        ("=?utf-8?B?w4l0YXQ=?= =?iso-8859-1?Q?_des_lieux?=", "État des lieux"),
        ("=?no-such?Q?=C3=A9t=C3=A9?=", "été"),
        ("=?utf-8?B?broken", "=?utf-8?B?broken"),
        ("État\n des lieux", "État des lieux"),
    ],
)
def test_encoded_headers_are_read(subject: str, title: str) -> None:
    mail = HEADERS.replace("Subject: Reply", f"Subject: {subject}") + "\nText."
    assert read(mail).properties["title"] == title


def test_the_pieces_of_a_mail_are_read_in_order_and_its_files_are_not() -> None:
    mail = mail_of("Before.\n")
    mail.add_attachment("Inside a file.", filename="note.txt")
    mail.add_attachment("After.", disposition="inline")
    assert texts(mail) == ["Before.", "After."]


def test_attachments_have_safe_names_and_their_bytes() -> None:
    mail = mail_of("Text.\n", "<p>Text.</p>")
    mail.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="../réponse:1.pdf")
    mail.add_attachment(b"\x89PNG", maintype="image", subtype="png")
    mail.add_attachment(b"signature", maintype="application", subtype="pkcs7-signature", filename="smime.p7s")
    assert list(attachments(mail.as_bytes())) == [("réponse_1.pdf", b"%PDF-1.4"), ("attachment-2.png", b"\x89PNG")]


def test_a_forwarded_mail_is_an_attachment_with_attachments_of_its_own() -> None:
    inner = mail_of("Inner text.\n")
    inner.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="a.pdf")
    outer = mail_of("Outer text.\n")
    outer.add_attachment(inner)
    assert texts(outer) == ["Outer text."]
    [(name, content)] = attachments(outer.as_bytes())
    assert name == "Réponse – 移民.eml"
    assert texts(content) == ["Inner text."]
    assert [name for name, _ in attachments(content)] == ["a.pdf"]


def test_a_forwarded_mail_with_broken_headers_is_still_one() -> None:
    outer = GROUP + "--b\nContent-Type: message/rfc822\nContent-Transfer-Encoding: \xff\n\nSubject: In\n\nInner.\n--b--"
    assert [name for name, _ in attachments(f"{HEADERS}{outer}".encode("latin-1"))] == ["In.eml"]


def test_pictures_of_a_letterhead_are_no_attachments() -> None:
    mail = mail_of(None, "<p>Text <img src='cid:1'></p>")
    mail.add_related(b"\x89PNG", maintype="image", subtype="png", cid="<1>")
    assert list(attachments(mail.as_bytes())) == []


@pytest.mark.parametrize(
    ("head", "error"),
    [
        ("\n \n", NoText),
        ("Content-Type: application/pdf\n\n%PDF", NoText),
        ("Content-Type: multipart/encrypted; boundary=b\n\n--b\n\nx\n--b--", LockedFile),
        ("Content-Type: text/plain\n\n" + "x" * 200, LimitExceeded),
        (GROUP + f"--b\n{GROUP}" * 400, LimitExceeded),
        (GROUP + "--b\n\nx\n" * 2_000, LimitExceeded),
    ],
)  # fmt: skip
def test_a_mail_that_cannot_be_read_is_named(head: str, error: type[DocumentError]) -> None:
    with pytest.raises(error) as caught:
        read_mail((HEADERS + head).encode(), settings=ExtractSettings(max_text_bytes=100))
    assert caught.value.hint.endswith(".")


@pytest.mark.parametrize(
    "head",
    [
        "Content-Type: text/plain; " + '";' * 200_000,
        "Content-Type: multipart/mixed; boundary=" + "=" * 100_000,
        "Subject: " + "=?utf-8?q?" * 50_000,
        "Content-Disposition: attachment; filename*0*=" + "%" * 100_000,
        "Content-Type: text/plain; charset=\x00",
        "Content-Type: text/plain; charset*=x'y'%zz",
    ],
)
def test_a_hostile_header_costs_no_more_than_its_length(head: str) -> None:
    """Hangs for minutes where the standard library looks for the parameters of a header."""
    data = f"{head}\n{HEADERS}\nText.\n".encode()
    assert list(attachments(data)) == [] or "disposition" in head.lower()
    try:
        assert texts(data) == ["Text."]
    except NoText:
        assert "multipart" in head or "Disposition" in head


SAMPLE = mail_of("Our replies:\n\n> Question?\n\nTwo.\n", "<p>Two.</p>")
SAMPLE.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="é.pdf")


@settings(deadline=None)
@given(st.integers(0, len(SAMPLE.as_bytes())), st.integers(0, 80), st.binary(max_size=8))
def test_a_damaged_mail_is_read_or_refused(place: int, length: int, replacement: bytes) -> None:
    data = SAMPLE.as_bytes()
    data = data[:place] + replacement + data[place + length :]
    try:
        list(attachments(data))
        extraction = read(data)
    except DocumentError as error:
        assert error.hint
    else:
        assert extraction.blocks


MESSAGE = outlook_message(
    {"0037": "Réponse", "0C1A": "Mission of Arcadia", "1000": "Madam,\r\n\r\n1. Two shelters opened.\r\n"},
    [
        {"3707": "a/reply.pdf", "3701": b"%PDF" + bytes(range(256)) * 20},
        {"370E": "image/png", "3701": b"\x89PNG" * 1024},
    ],
    sent=132_337_440_000_000_000,
)


def test_an_outlook_message_is_read_as_a_mail() -> None:
    extraction = Extractor()(MESSAGE)
    assert [(block.label, block.text) for block in extraction.blocks] == [
        (None, "Madam,"),
        ("1.", "Two shelters opened."),
    ]
    assert extraction.properties == {"title": "Réponse", "author": "Mission of Arcadia", "date": "2020-05-12"}
    assert [(name, content[:4]) for name, content in attachments(MESSAGE)] == [
        ("reply.pdf", b"%PDF"),
        ("attachment-2.png", b"\x89PNG"),
    ]


def test_an_outlook_message_without_plain_text_is_read_from_its_page() -> None:
    message = outlook_message({"0037": "Reply", "1013": b"<meta charset=utf-8><p>Two shelters \xc3\xa9t\xc3\xa9.</p>"})
    assert [block.text for block in Extractor()(message).blocks] == ["Two shelters été."]


def test_an_outlook_message_without_text_says_so() -> None:
    with pytest.raises(NoText, match="no text"):
        Extractor()(outlook_message({"0037": "Reply"}))


@settings(deadline=None)
@given(st.integers(512, len(MESSAGE)), st.integers(0, 4000), st.binary(max_size=8))
def test_a_damaged_outlook_message_is_read_or_refused(place: int, length: int, replacement: bytes) -> None:
    data = MESSAGE[:place] + replacement + MESSAGE[place + length :]
    try:
        list(attachments(data))
        Extractor()(data)
    except DocumentError as error:
        assert error.hint
