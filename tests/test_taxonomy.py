"""Schemes: the shipped ones are whole, a broken one is refused with all its faults."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import ConfigError
from pipeline.records import STATUSES as STATUS_CODES
from pipeline.taxonomy import OBJECTIVES, STATUSES, THEMES, load_scheme, read_scheme

LABEL = "[[label]]\ncode = '{}'\ntitle = 'T'\nshort = 'S'\ndefinition = 'What the label covers, in a sentence.'\n"
HEAD = "scheme = 'mine'\ntitle = 'Mine'\nversion = 1\n"


def faults(tmp_path: Path, text: str) -> list[str]:
    path = tmp_path / "mine.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as raised:
        read_scheme(path)
    return [str(problem) for problem in raised.value.problems]


def test_the_objectives_are_the_23_of_the_global_compact() -> None:
    assert load_scheme(OBJECTIVES).codes == tuple(str(number) for number in range(1, 24))


def test_the_statuses_are_those_of_the_records() -> None:
    assert load_scheme(STATUSES).codes == STATUS_CODES


@pytest.mark.parametrize("name", [OBJECTIVES, THEMES, STATUSES])
def test_every_label_has_a_name_and_says_what_not_to_confuse_it_with(name: str) -> None:
    scheme = load_scheme(name)
    assert scheme.name == name
    assert all(label.title and label.short and len(label.definition) > 20 for label in scheme.labels)
    assert any(label.not_to_confuse for label in scheme.labels)


def test_a_scheme_keeps_the_order_of_its_file(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(HEAD + LABEL.format("b") + LABEL.format("a"), encoding="utf-8")
    scheme = read_scheme(path)
    assert (scheme.name, scheme.title, scheme.version, scheme.codes) == ("mine", "Mine", 1, ("b", "a"))
    assert scheme.label("a").code == "a"


def test_an_unknown_code_is_refused_with_the_known_ones() -> None:
    with pytest.raises(KeyError, match="gcm_objective has no label '24'; known: 1, 2, 3"):
        load_scheme(OBJECTIVES).label("24")


def test_all_faults_are_named_at_once(tmp_path: Path) -> None:
    short = "[[label]]\ncode = 'c'\ntitle = 'T'\nshort = 'S'\ndefinition = 'Short.'\n"
    wrong = "[[label]]\ncode = 'd'\ntitle = 'T'\nshrt = 'S'\ndefinition = 'What the label covers, in a sentence.'\n"
    found = faults(tmp_path, "scheme = 'mine'\ntitle = 'Mine'\n" + LABEL.format("a") * 2 + short + wrong)
    assert found == [
        "mine.toml: label 4.short: Field required",
        "mine.toml: label 4.shrt: Extra inputs are not permitted",
        "mine.toml: `version` is missing",
        "mine.toml: a: is defined twice",
        "mine.toml: c: needs a definition",
    ]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("[[label", "is not valid TOML"),
        (HEAD, "has no [[label]]"),
        (HEAD + "label = ['a']", "label 1: Input should be a valid dictionary"),
    ],
)
def test_a_file_that_is_no_scheme_is_refused(tmp_path: Path, text: str, fault: str) -> None:
    assert fault in faults(tmp_path, text)[0]
