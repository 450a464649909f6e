"""The reference pages say what the code does."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

DOCS = Path(__file__).resolve().parents[2] / "docs"

spec = importlib.util.spec_from_file_location("build_reference", DOCS / "build_reference.py")
assert spec is not None
assert spec.loader is not None
build_reference = importlib.util.module_from_spec(spec)
spec.loader.exec_module(build_reference)

PAGES = build_reference.pages()


@pytest.mark.parametrize("name", sorted(PAGES))
def test_a_reference_page_is_what_the_code_would_write(name):
    assert (DOCS / name).read_text(encoding="utf-8") == PAGES[name], "run `make docs` and commit the pages"


def test_every_command_has_an_example():
    page = PAGES["command-line.md"]
    assert page.count("\n## gcm ") == page.count("Example: gcm ")
