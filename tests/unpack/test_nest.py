"""unpack: what lies in archives and mails, and every way in which they try to cost more than they should."""

from __future__ import annotations

import gzip
import hashlib
import io
import random
import zipfile
from dataclasses import replace

import pytest
from containers import TEXT, locked, mail, nested, overlapping, tarred, zipped

from pipeline.errors import DocumentError
from pipeline.extract.settings import ExtractSettings
from pipeline.unpack.heads import HEAD, may_be_container
from pipeline.unpack.nest import Unpacked, unpack

SETTINGS = ExtractSettings(max_members=50, max_nesting=3, max_expanded_bytes=20_000_000)


def opened(data: bytes, **limits: int) -> tuple[Unpacked, dict[str, bytes]]:
    """Unpack, and give the kept bytes by the path of their member."""
    kept: dict[str, bytes] = {}

    def keep(content: bytes) -> str:
        sha256 = hashlib.sha256(content).hexdigest()
        kept[sha256] = content
        return sha256

    found = unpack(data, settings=replace(SETTINGS, **limits), keep=keep)
    return found, {member.path: kept[member.sha256] for member in found.members if member.sha256}


def problems(found: Unpacked) -> dict[str, str]:
    return {member.path: type(member.problem).__name__ for member in found.members if member.problem}


@pytest.mark.parametrize(
    "data",
    [
        zipped(("paper.txt", TEXT)),
        zipped(("paper.txt", TEXT), compressed=False),
        tarred(("paper.txt", TEXT)),
        gzip.compress(tarred(("paper.txt", TEXT))),
        mail("Please find our paper attached.", ("paper.txt", TEXT)),
    ],
    ids=["zip", "stored", "tar", "tar.gz", "mail"],
)
def test_a_container_gives_the_files_in_it(data):
    assert opened(data)[1] == {"paper.txt": TEXT}
    assert may_be_container(data[:HEAD])


def test_a_gzip_stream_gives_its_one_file_under_the_name_that_it_notes():
    packed = io.BytesIO()
    with gzip.GzipFile("note.txt", "wb", fileobj=packed, mtime=0) as stream:
        stream.write(TEXT)
    assert opened(packed.getvalue())[1] == {"note.txt": TEXT}
    assert opened(gzip.compress(TEXT))[1] == {"content": TEXT}


def test_what_is_no_container_is_left_alone():
    assert opened(TEXT) == (Unpacked(None), {})
    word = zipped(("[Content_Types].xml", b'ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"'))
    assert opened(word)[0].kind is None


def test_containers_in_containers_are_opened_and_mails_among_them_are_documents_too():
    letter = mail("Our paper.", ("inner.zip", zipped(("deep/paper.txt", TEXT))))
    found, kept = opened(zipped(("letter.eml", letter), ("other.txt", b"Other.")))
    assert kept == {"letter.eml": letter, "letter.eml/inner.zip/deep/paper.txt": TEXT, "other.txt": b"Other."}
    assert [member.attachments for member in found.members] == [1, 0, 0]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/passwd.txt", "etc/passwd.txt"),
        ("/absolute/a.txt", "absolute/a.txt"),
        ("C:\\Papers\\a.txt", "Papers/a.txt"),
        ("..\\..\\a.txt", "a.txt"),
        ("a\x1b[31m\nb.txt", "a_[31m_b.txt"),
        ("a\u202etxt.exe", "a_txt.exe"),
        ("..", "unnamed"),
        ("x" * 5000 + ".docx", "x" * 200 + ".docx"),
        ("/".join("abcdefghijklmnopqrstuvwxyz"), "/".join("ghijklmnopqrstuvwxyz")),
    ],
)
def test_a_hostile_name_is_only_shown(name, shown):
    assert list(opened(zipped((name, TEXT)))[1]) == [shown]


@pytest.mark.parametrize(
    ("raw", "flag", "shown"),
    [
        (b"r\x82ponse.txt", 0, "réponse.txt"),
        ("réponse.txt".encode(), 0, "réponse.txt"),
        ("Ответ.txt".encode(), 0x800, "Ответ.txt"),
    ],
    ids=["code page 437", "UTF-8 without the flag", "UTF-8"],
)
def test_names_are_read_in_the_encoding_that_they_were_written_in(raw, flag, shown):
    data = bytearray(zipped(("x" * len(raw), TEXT)).replace(b"x" * len(raw), raw))
    for head, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(head) + place + 1] |= flag >> 8
    assert list(opened(bytes(data))[1]) == [shown]


def test_files_of_one_name_are_told_apart():
    with pytest.warns(UserWarning, match="Duplicate name"):
        data = zipped(("a.txt", b"one"), ("a.txt", b"two"), ("b/a.txt", b"three"))
    assert opened(data)[1] == {"a.txt": b"one", "a (2).txt": b"two", "b/a.txt": b"three"}


def test_what_systems_leave_in_folders_is_passed_over_and_named():
    junk = ("__MACOSX/._a.txt", ".DS_Store", "b/Thumbs.db", "~$a.docx", ".git/config")
    found, kept = opened(zipped(("a.txt", TEXT), *((name, b"x") for name in junk)))
    assert list(kept) == ["a.txt"]
    assert found.skipped == junk


@pytest.mark.parametrize(
    ("data", "error", "said"),
    [
        (zipped(), "NoText", "holds no documents"),
        (zipped(("folder/", b"")), "NoText", "holds no documents"),
        (locked(zipped(("a.txt", TEXT))), "LockedFile", "A password protects"),
        (zipped(("zeros.txt", b"0" * 15_000_000)), "LimitExceeded", "as a zip bomb does"),
        (zipped(*((f"{n}.zip", zipped(("z", b"0" * 11_000_000))) for n in range(5))), "LimitExceeded", "None of its 5"),
        (overlapping(1_000_000, 40), "LimitExceeded", "as a zip bomb does"),
        (zipped(*((f"{n}.txt", TEXT) for n in range(60))), "LimitExceeded", "60 files or more; the limit is 50"),
        (nested(4), "LimitExceeded", "more than 3 deep"),
        (gzip.compress(b"0" * 15_000_000), "LimitExceeded", "as a zip bomb does"),
        (gzip.compress(random.Random(1).randbytes(3000))[:2000], "DamagedFile", "cut off"),
        (zipped(("a.txt", TEXT), compressed=False).replace(b"Fiji", b"Peru"), "DamagedFile", "cannot be unpacked"),
        (tarred(("a.txt", TEXT))[:600], "DamagedFile", "archive"),
    ],
    ids=[
        "empty", "only a folder", "locked", "bomb", "nested bomb", "overlapping", "too many", "too deep", "gzip bomb",
        "cut gzip", "wrong checksum", "cut tar",
    ],
)  # fmt: skip
def test_an_archive_that_gives_nothing_says_why(data, error, said):
    found, kept = opened(data)
    assert type(found.problem).__name__ == error
    assert said in found.problem.message
    assert found.problem.hint
    assert found.problem.media_type
    assert kept == {}


def test_a_member_that_cannot_be_had_does_not_harm_those_beside_it():
    bomb = zipped(("zeros.txt", b"0" * 15_000_000))
    found, kept = opened(zipped(("a.txt", TEXT), ("bomb.zip", bomb), ("large.txt", b"ab" * 600)), max_bytes=1000)
    assert kept == {"a.txt": TEXT}
    assert problems(found) == {"large.txt": "LimitExceeded", "bomb.zip": "LimitExceeded"}
    assert found.problem is None


def test_the_limits_hold_over_the_whole_nest():
    inner = zipped(*((f"{n}.txt", TEXT) for n in range(30)))
    found, kept = opened(zipped(("a.zip", inner), ("b.zip", inner)))
    assert len(kept) == 30
    assert problems(found) == {"b.zip": "LimitExceeded"}


def test_the_attachments_beyond_a_limit_are_named_and_the_mail_is_kept():
    found, kept = opened(mail("Papers.", *((f"{n}.txt", b"%d" % n) for n in range(60))))
    assert found.problem is None
    assert found.attachments == len(kept) == 50
    assert problems(found) == {"further attachments": "LimitExceeded"}


def test_an_archive_that_holds_itself_ends():
    data = nested(30)
    assert type(opened(data)[0].problem).__name__ == "LimitExceeded"


@pytest.mark.parametrize(
    "whole",
    [
        zipped(("a.txt", TEXT), ("b.zip", zipped(("c.txt", TEXT)))),
        gzip.compress(tarred(("a.txt", TEXT))),
        tarred(("a.txt", TEXT), ("b.txt", TEXT)),
        mail("Text.", ("a.zip", zipped(("c.txt", TEXT)))),
    ],
    ids=["zip", "tar.gz", "tar", "mail"],
)
def test_whatever_bytes_come_nothing_is_raised(whole):
    noise = random.Random(11)
    for _ in range(150):
        data = bytearray(whole[: noise.randint(1, len(whole))] if noise.random() < 0.2 else whole)
        for _ in range(noise.randint(1, 8)):
            data[noise.randrange(len(data))] = noise.randrange(256)
        found, _ = opened(bytes(data))
        assert found.problem is None or isinstance(found.problem, DocumentError)


def test_a_lie_about_a_size_shortens_a_file_and_spends_nothing():
    data = bytearray(zipped(("a.txt", b"0" * 100_000)))
    place = data.index(b"PK\x01\x02") + 24
    data[place : place + 4] = (10).to_bytes(4, "little")
    found, kept = opened(bytes(data))
    assert kept == {}
    assert type(found.problem).__name__ == "DamagedFile"


def test_the_unicode_name_of_info_zip_is_read():
    import struct
    import zlib

    entry = zipfile.ZipInfo("?.txt")
    name = "移徙.txt".encode()
    entry.extra = struct.pack("<HHBI", 0x7075, 5 + len(name), 1, zlib.crc32(b"?.txt")) + name
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(entry, TEXT)
    assert list(opened(packed.getvalue())[1]) == ["移徙.txt"]
