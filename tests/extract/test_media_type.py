"""What a file is, told from bytes alone, and what is said of those that cannot be read."""

from __future__ import annotations

import io
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas
from word_files import paragraph, word_file, zip_file

from pipeline.errors import DamagedFile, DocumentError, LimitExceeded, LockedFile, UnsupportedType
from pipeline.extract import Extractor, media_type
from pipeline.extract.media_type import MediaType, sniff
from pipeline.extract.settings import ExtractSettings

NOISE = bytes(place * 97 % 256 for place in range(4000))
OLE_HEAD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0")


def ole(stream: str) -> bytes:
    return OLE_HEAD + stream.encode("utf-16-le").ljust(128, b"\0")


def office(content_type: str) -> bytes:
    return zip_file({"[Content_Types].xml": f'<Types><Override ContentType="{content_type}"/></Types>'})


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n", media_type.PDF),
        (b"junk of a mail gateway\r\n" * 20 + b"%PDF-1.4\n", media_type.PDF),
        (word_file(paragraph("Text")), media_type.DOCX),
        (office("application/vnd.ms-word.document.macroEnabled.main+xml"), media_type.DOCX),
        (office("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"), media_type.XLSX),
        (office("application/vnd.ms-excel.sheet.macroEnabled.main+xml"), media_type.XLSX),
        (office("application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"), media_type.PPTX),
        (zip_file({"mimetype": "application/vnd.oasis.opendocument.text"}), media_type.ODT),
        (zip_file({"mimetype": "application/epub+zip"}), media_type.EPUB),
        (zip_file({"submission.pdf": b"%PDF-1.7"}), media_type.ZIP),
        (zip_file({}), media_type.ZIP),
        (ole("WordDocument"), media_type.DOC),
        (ole("Workbook"), media_type.XLS),
        (ole("EncryptedPackage"), media_type.ENCRYPTED_OFFICE),
        (ole("__properties_version1.0"), media_type.OUTLOOK),
        (OLE_HEAD + bytes(512), media_type.OLE),
        (OLE_HEAD + b"ab" + "WordDocument".encode("utf-16-le"), media_type.OLE),
        (rb"{\rtf1\ansi Text}", media_type.RTF),
        (b"\xef\xbb\xbf<!DOCTYPE html><html><p>Text", media_type.HTML),
        (b'<?xml version="1.0"?>\n<!-- saved -->\n<html xmlns="">', media_type.HTML),
        (b'<?xml version="1.0"?><?xml-stylesheet href="a.css"?><!DOCTYPE html>', media_type.HTML),
        (b'<?xml version="1.0"?><w:wordDocument/>', media_type.XML),
        (b"Received: from a by b\r\nFrom: c@example.org\r\nSubject: Submission\r\n\r\nText", media_type.EMAIL),
        (b"From: The Permanent Mission\nTo: OHCHR\nSubject: Note verbale\n\nThe Mission ...", media_type.TEXT),
        (b'[{"text": "a row"}]', media_type.JSON),
        (b"[Translation from French] The Government ...", media_type.TEXT),
        (b"\x89PNG\r\n\x1a\n\0\0", media_type.PNG),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", media_type.JPEG),
        (b"II*\0\x08\0\0\0", media_type.TIFF),
        (b"\x1f\x8b\x08\0", media_type.GZIP),
        ("Les migrants ont été entendus.".encode("cp1252"), media_type.TEXT),
        ("The Government".encode("utf-16"), media_type.TEXT),
        ("The Government".encode("utf-16-le"), media_type.TEXT),
        (b"\xff\xfe" + "<html><p>Text".encode("utf-16-le"), media_type.HTML),
        (b"<div class='field'><p>Text</p></div>", media_type.HTML),
        (b"<table><tr><td>a<td>b", media_type.HTML),
        (b"<p> is how a paragraph begins in a page.", media_type.TEXT),
        (b'<div align="center">\n\n# Report\n\n- **Bold**\n</div>', media_type.TEXT),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x", media_type.MHTML),
        (b"From: <Saved by X>\nMIME-Version: 1.0\nContent-Type: multipart/related;\n boundary=x\n\n", media_type.MHTML),
        (b"To: a@example.org\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n", media_type.EMAIL),
        (NOISE, media_type.UNKNOWN),
    ],
)  # fmt: skip
def test_bytes_tell_their_type(data: bytes, kind: MediaType) -> None:
    assert sniff(data) == kind


def refused(data: bytes, settings: ExtractSettings | None = None) -> DocumentError:
    with pytest.raises(DocumentError) as caught:
        Extractor(settings or ExtractSettings())(data)
    return caught.value


@pytest.mark.parametrize(
    ("data", "error", "words"),
    [
        (b"", DamagedFile, "empty"),
        (b"PK\x03\x04 and nothing more", DamagedFile, "cannot be opened"),
        (ole("WordDocument"), DamagedFile, "Word 97-2003"),
        (OLE_HEAD[:400], DamagedFile, "cut off"),
        (ole("EncryptedPackage"), LockedFile, "password"),
        (zip_file({"mimetype": "application/vnd.oasis.opendocument.text"}), DamagedFile, "OpenDocument"),
        (b"\x00\x00\x00\x18ftypheic", UnsupportedType, "HEIC"),
        (NOISE, UnsupportedType, "unknown type"),
    ],
)
def test_what_cannot_be_read_is_named_with_a_next_step(data: bytes, error: type[DocumentError], words: str) -> None:
    caught = refused(data)
    assert type(caught) is error
    assert words in caught.message
    assert caught.hint.endswith(".")


def test_a_file_above_the_limit_is_not_looked_at() -> None:
    assert isinstance(refused(b"x" * 11, ExtractSettings(max_bytes=10)), LimitExceeded)


def test_each_type_goes_to_its_reader() -> None:
    file = io.BytesIO()
    canvas = Canvas(file)
    canvas.drawString(72, 720, "The Government reported progress.")
    canvas.save()
    extract = Extractor()
    assert [line.text for line in extract(file.getvalue()).lines] == ["The Government reported progress."]
    assert extract(word_file(paragraph("Word."))).blocks[0].text == "Word."
    assert extract(b"Text.").blocks[0].text == "Text."


@given(st.binary(max_size=300), st.sampled_from([b"", b"PK\x03\x04", OLE_HEAD[:8], b"{\\rtf", b"\xff\xfe", b"[", b"<"]))
def test_any_bytes_are_read_or_refused_as_a_document(data: bytes, head: bytes) -> None:
    try:
        extraction = Extractor()(head + data)
    except DocumentError as error:
        assert error.message
        assert error.hint
    else:
        assert extraction.blocks


def test_importing_the_stage_loads_no_reader() -> None:
    code = "import sys, pipeline.extract; print({'lxml', 'pypdfium2'} & {name.split('.')[0] for name in sys.modules})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
