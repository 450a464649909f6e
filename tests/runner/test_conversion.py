"""LibreOffice as the last resort: driven for real, skipped where it is not installed."""

from __future__ import annotations

import http.server
import io
import os
import stat
import sys
import tempfile
import threading
import zipfile
from pathlib import Path
from typing import ClassVar

import pyarrow.parquet as pq
import pytest

from pipeline.extract import Extractor
from pipeline.runner import conversion
from pipeline.runner.conversion import convert, find_office

EXTRACT = Path(__file__).resolve().parents[1] / "extract"
FILES = EXTRACT / "files"
sys.path.insert(0, str(EXTRACT))

from word_files import R, paragraph, word_file, zip_file  # noqa: E402

OFFICE = find_office()
needs_office = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
posix_only = pytest.mark.skipif(sys.platform == "win32", reason="the wrapper of LibreOffice is a shell script")


def refused_doc() -> bytes:
    """A document whose list of fonts is damaged: our reader refuses it, LibreOffice does not mind."""
    fine = (FILES / "tongues.doc").read_bytes()
    return fine.replace("Symbol\0".encode("utf-16-le"), "SymbolX".encode("utf-16-le"), 1)


@pytest.fixture
def no_office(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(conversion, "_USUAL_PLACES", ())


@pytest.fixture
def counted_office(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The real LibreOffice behind a script that writes a line for every call."""
    calls, folder = tmp_path / "calls.txt", tmp_path / "bin"
    folder.mkdir()
    script = folder / "soffice"
    script.write_text(f'#!/bin/sh\necho call >> "{calls}"\nexec "{OFFICE}" "$@"\n', encoding="utf-8")
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", str(folder), prepend=os.pathsep)
    return calls


@pytest.mark.slow
@needs_office
def test_documents_are_converted_and_what_is_none_is_left_out() -> None:
    fine = (FILES / "tongues.doc").read_bytes()
    made = convert({"fine": fine, "cut": fine[: len(fine) // 2]}, timeout=120)
    assert list(made) == ["fine"]
    assert "Both States replied in April." in [block.text for block in Extractor()(made["fine"]).blocks]


@pytest.mark.slow
@needs_office
@posix_only
def test_what_a_call_loses_is_tried_once_more_alone(counted_office: Path) -> None:
    fine = (FILES / "tongues.doc").read_bytes()
    convert({"one": fine, "two": fine, "cut": fine[:9000]}, timeout=120)
    assert counted_office.read_text(encoding="utf-8").split() == ["call", "call"]


@pytest.mark.slow
@needs_office
@pytest.mark.skipif(not Path("/proc/self/cmdline").exists(), reason="this system does not list its processes")
def test_a_call_that_takes_too_long_is_ended_with_its_children(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    assert convert({"fine": (FILES / "tongues.doc").read_bytes()}, timeout=0.2) == {}
    assert not [place for place in Path("/proc").glob("[0-9]*/cmdline") if os.fsencode(tmp_path) in _read(place)]


def _read(place: Path) -> bytes:
    try:
        return place.read_bytes()
    except OSError:  # the process has ended
        return b""


class _Listener(http.server.BaseHTTPRequestHandler):
    asked: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        self.asked.append(self.path)
        self.send_error(404)

    do_HEAD = do_OPTIONS = do_GET  # noqa: N815 - the library's names

    def log_message(self, format: str, *arguments: object) -> None:
        """Say nothing."""


@pytest.mark.slow
@needs_office
def test_no_link_of_a_document_is_followed() -> None:
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Listener) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}"
        page = f'<html><head><link rel="stylesheet" href="{address}/style.css"></head><body>Text</body></html>'
        made = convert({"linked": linked_picture(f"{address}/picture.png"), "page": page.encode()}, timeout=120)
        server.shutdown()
    assert "linked" in made
    assert _Listener.asked == []


def linked_picture(address: str) -> bytes:
    """Make a document whose only picture lies elsewhere; by its defaults LibreOffice fetches it."""
    drawing = "http://schemas.openxmlformats.org/drawingml/2006"
    picture = (
        f'<w:r><w:drawing><d:inline xmlns:d="{drawing}/wordprocessingDrawing"><d:extent cx="900000" cy="900000"/>'
        f'<d:docPr id="1" name="p"/><a:graphic xmlns:a="{drawing}/main"><a:graphicData uri="{drawing}/picture">'
        f'<p:pic xmlns:p="{drawing}/picture"><p:nvPicPr><p:cNvPr id="1" name="p"/><p:cNvPicPr/></p:nvPicPr><p:blipFill>'
        '<a:blip r:link="far"/></p:blipFill><p:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="900000"/>'
        '</a:xfrm><a:prstGeom prst="rect"/></p:spPr></p:pic></a:graphicData></a:graphic></d:inline></w:drawing></w:r>'
    )
    packed = zipfile.ZipFile(io.BytesIO(word_file(paragraph("Text", content=picture))))
    members: dict[str, str | bytes] = {name: packed.read(name) for name in packed.namelist()}
    members["word/_rels/document.xml.rels"] = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="far" '
        f'Type="{R}/image" TargetMode="External" Target="{address}"/></Relationships>'
    )
    return zip_file(members)


@pytest.mark.usefixtures("no_office")
def test_nothing_is_converted_without_libreoffice() -> None:
    assert convert({"fine": b"any"}, timeout=1) == {}


@pytest.mark.usefixtures("no_office")
def test_without_libreoffice_the_failure_says_what_to_install(tmp_path: Path, gcm) -> None:
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "old.doc").write_bytes(refused_doc())
    answer = gcm("extract", tmp_path / "papers", "--out", tmp_path / "out")
    assert answer.code == 1
    assert "Install LibreOffice" in answer.out


@pytest.mark.slow
@needs_office
@posix_only
def test_one_call_mends_all_documents_of_a_run_and_the_next_run_needs_none(
    tmp_path: Path, gcm, counted_office: Path
) -> None:
    papers, out = tmp_path / "papers", tmp_path / "out"
    papers.mkdir()
    for name in ("one.doc", "copy.doc"):
        (papers / name).write_bytes(refused_doc())
    (papers / "two.doc").write_bytes(refused_doc() + bytes(512))
    (papers / "plain.txt").write_text("1. The Government adopted a plan in 2019.", encoding="utf-8")
    answer = gcm("run", papers, "--out", out)
    assert answer.code == 0, answer.err
    rows = pq.read_table(out / "data" / "documents.parquet").to_pylist()
    types = {row["file_name"]: (row["media_type"], "converted" in row["warnings"]) for row in rows}
    assert types == {
        "copy.doc": ("application/msword", True),
        "one.doc": ("application/msword", True),
        "two.doc": ("application/msword", True),
        "plain.txt": ("text/plain", False),
    }
    assert gcm("run", papers, "--out", out).code == 0
    assert counted_office.read_text(encoding="utf-8").split() == ["call"]


@pytest.mark.slow
@needs_office
def test_a_document_that_libreoffice_refuses_too_is_damaged_and_is_not_tried_again(
    tmp_path: Path, gcm, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "papers").mkdir()
    data = (FILES / "tongues.doc").read_bytes()
    (tmp_path / "papers" / "no.doc").write_bytes(data.replace(b"\xec\xa5", b"\0\0", 1))
    first = gcm("extract", tmp_path / "papers", "--out", tmp_path / "out")
    assert (first.code, "LibreOffice could not convert it, either" in first.out) == (1, True)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(conversion, "_USUAL_PLACES", ())
    again = gcm("extract", tmp_path / "papers", "--out", tmp_path / "out")
    assert "LibreOffice could not convert it, either" in again.out
