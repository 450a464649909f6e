"""The quality gate: every code has a sentence, and the worst one decides."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pipeline.quality import REMARKS, codes_of_measures, quality_of, remark_on, without_contradictions


@pytest.mark.parametrize("remark", REMARKS, ids=lambda remark: remark.code)
def test_every_code_is_told_in_sentences(remark):
    assert re.fullmatch(r"[A-Z].*\.", remark.sentence)
    assert remark.advice == "" or re.fullmatch(r"[A-Z].*\.", remark.advice)
    assert remark_on(remark.code) == remark


@pytest.mark.parametrize(
    ("codes", "quality"),
    [
        ([], "good"),
        (["comments", "tracked_changes", "same_text", "converted"], "good"),
        (["number_gap"], "fair"),
        (["comments", "odd_thing"], "fair"),
        (["number_gap", "no_body_text"], "poor"),
        (["failed"], "poor"),
    ],
)
def test_the_worst_code_decides(codes, quality):
    assert quality_of(codes) == quality


def test_an_unknown_code_is_spelt_out():
    assert remark_on("odd_thing").sentence == "Odd thing."


@pytest.mark.parametrize(
    ("pages", "characters", "codes"),
    [(0, 0, ["no_pages"]), (3, 250, ["few_words"]), (3, 350, []), (None, 3, [])],
)
def test_pages_without_text_are_never_silent(pages, characters, codes):
    assert codes_of_measures(pages=pages, characters=characters) == codes


def test_a_mail_that_only_carries_documents_is_not_blamed_for_saying_nothing():
    assert without_contradictions(["only_attachments", "no_body_text"]) == ["only_attachments"]
    assert without_contradictions(["no_body_text", "comments", "comments"]) == ["no_body_text", "comments"]


def test_every_code_of_the_readers_has_its_sentence():
    package = Path(__file__).parent.parent / "pipeline"
    known = {remark.code for remark in REMARKS}
    named = re.compile(r'^[A-Z_]+ = "([a-z]+(?:_[a-z]+)+)"$', re.MULTILINE)
    added = re.compile(r'warnings(?:\.add\(|=\[|=\()"([a-z_]+)"')
    files = [*package.glob("extract/**/*.py"), *package.glob("segment/*.py"), *package.glob("runner/*.py")]
    found = {code for file in files for pattern in (named, added) for code in pattern.findall(file.read_text("utf-8"))}
    assert found - known == set()
