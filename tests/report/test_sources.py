"""Links from the report to the files that were read."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from lxml import html
from pages import data_of

from pipeline.report.sources import links_of


@pytest.mark.parametrize(
    "name", ["a.pdf", "annex 1 #2?.pdf", "100%.pdf", "c:d.pdf", "ملف.pdf", "sub/dir/a.pdf", "<b>&'\".pdf"]
)
def test_a_link_leads_from_the_page_to_the_file_as_a_browser_resolves_it(name: str, tmp_path: Path) -> None:
    file, page = tmp_path / "corpus" / name, tmp_path / "outputs" / "2031" / "report" / "index.html"
    file.parent.mkdir(parents=True)
    file.write_bytes(b"a file")
    link = links_of({"a": file}, page).by_document["a"]
    assert unquote(urlsplit(urljoin(page.as_uri(), link)).path) == file.as_posix()
    assert link.startswith("../../../corpus/")


def test_a_file_that_is_not_there_has_no_link(tmp_path: Path) -> None:
    assert links_of({"a": tmp_path / "a.pdf", "b": tmp_path}, tmp_path / "report" / "index.html").by_document == {}


@pytest.mark.slow
def test_a_run_leads_to_its_inputs_and_names_what_archives_hold(tmp_path: Path) -> None:
    inputs, out = tmp_path / "papers", tmp_path / "out"
    inputs.mkdir()
    (inputs / "fiji.txt").write_text(
        "Submission of Fiji\n\n1. Fiji opened two clinics for migrants.\n", encoding="utf-8"
    )
    with zipfile.ZipFile(inputs / "more.zip", "w") as parcel:
        parcel.writestr("nepal.txt", "Submission of Nepal\n\n1. Nepal opened two offices for migrant workers.\n")
    command = [sys.executable, "-m", "pipeline", "run", str(inputs), "--out", str(out)]
    subprocess.run(command, check=True, capture_output=True)
    text = (out / "report" / "index.html").read_text(encoding="utf-8")
    documents = data_of(html.document_fromstring(text))["documents"]
    links = dict(zip(documents["path"], documents["link"], strict=True))
    assert links == {"fiji.txt": "../../papers/fiji.txt", "more.zip/nepal.txt": None}
    assert str(tmp_path) not in text
