"""One paper in seven formats, a page in six languages and three formats: the same numbers, sections, notes, sentences.

All files come from one source (`tests/papers/builder/one_paper.py`) through LibreOffice. Where a format cannot hold
what the others hold, `agreement.expected` says so with its reason; `open.json` lists what is wanted and not reached
yet, with the reason, and a line that has been reached must leave it (`agreement.py RUN_FOLDER --write`).
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from agreement import TRUTH, expected, found, load, questions

pytestmark = pytest.mark.slow

HERE = Path(__file__).parent
OPEN: dict[str, str] = json.loads((HERE / "open.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def tables(gcm: Any, tmp_path_factory: pytest.TempPathFactory) -> dict[str, pd.DataFrame]:
    out = tmp_path_factory.mktemp("one_paper")
    answer = gcm("run", HERE / "files", "--out", out, "--jobs", "2")
    assert answer.code == 0, answer.err
    return load(out)


def cases() -> list[Any]:
    named = [(name, aspect, f"{name} {aspect}") for name, aspect in questions()]
    marks = {key: [pytest.mark.xfail(reason=reason, strict=True)] for key, reason in OPEN.items()}
    return [pytest.param(name, aspect, id=key, marks=marks.get(key, [])) for name, aspect, key in named]


@pytest.mark.parametrize(("name", "aspect"), cases())
def test_a_format_says_what_the_source_says(tables: dict[str, pd.DataFrame], name: str, aspect: str) -> None:
    stem, _, form = name.partition(".")
    assert found(tables, name)[aspect] == expected(TRUTH[stem], form)[aspect]
