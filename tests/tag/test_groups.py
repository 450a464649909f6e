"""Groups of persons by the make of their names, and the recall of OHCHR's own marks."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from mentions_of import links, names

from pipeline.errors import ConfigError
from pipeline.tag.group_words import expanded, group_words

MARKED = Path(__file__).resolve().parents[2] / ".." / "shared" / "corpus" / "general-comments"
OPEN_TO_US = ("CMW_GC1_domestic", "CMW_GC2_migrant_workers", "CEDAW-GC38-Trafficking", "CRC-GC6-UASC")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("women and girls", ["women", "girls"]),
        ("refugee, asylum-seeking and migrant children", ["refugee, asylum-seeking and migrant children"]),
        ("unaccompanied and/or separated children", ["unaccompanied and/or separated children"]),
        ("women migrant workers in an irregular situation", ["women migrant workers in an irregular situation"]),
        ("the children of seasonal workers", ["children of seasonal workers"]),
        ("victims of torture, violence and trafficking", ["victims of torture, violence and trafficking"]),
        ("potential victims of forced labour", ["victims of forced labour"]),
        ("national, ethnic and linguistic minorities", ["national, ethnic and linguistic minorities"]),
        ("the Roma community and Roma community members", ["Roma", "Roma community members"]),
        ("persons with disabilities, older persons", ["persons with disabilities", "older persons"]),
        ("every migrant worker’s rights", ["migrant worker"]),
        ("the elderly; “erased” persons and youth", ["elderly", "“erased” persons", "youth"]),
        ("migrants in irregular situations, missing persons", ["migrants in irregular situations", "missing persons"]),
        ("people living with HIV; people of African descent", ["people living with HIV", "people of African descent"]),
    ],
)  # fmt: skip
def test_a_group_has_its_adjectives_and_its_tail(text: str, found: list[str]) -> None:
    assert names(text, "GROUP") == found


@pytest.mark.parametrize(
    "text",
    [
        "vulnerable groups, families, foreigners and migrants",
        "a child, the victims, persons, workers, members of their families",
        "foreign nationals and vulnerable persons",
        "youth employment, refugee status, elderly care",
        "persons in vulnerable situations",
    ],
)
def test_umbrella_words_and_adjectives_alone_are_no_groups(text: str) -> None:
    assert names(text, "GROUP") == []


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("niñas y niños migrantes no acompañados", "es", ["niñas", "niños migrantes no acompañados"]),
        ("personas refugiadas y apátridas mayores", "es", ["personas refugiadas y apátridas mayores"]),
        ("enfants migrants non accompagnés ou séparés", "fr", ["enfants migrants non accompagnés ou séparés"]),
        ("victimes de la traite et de violences", "fr", ["victimes de la traite et de violences"]),
        ("защита женщин, детей и просителей убежища", "ru", ["женщин", "детей", "просителей убежища"]),
        ("保护难民和无国籍人", "zh", ["难民", "无国籍人"]),
        ("حماية اللاجئين والنساء", "ar", ["اللاجئين", "والنساء"]),
    ],
)  # fmt: skip
def test_groups_are_found_in_the_six_languages(text: str, language: str, found: list[str]) -> None:
    assert names(text, "GROUP", language) == found


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("unaccompanied migrant children", "unaccompanied minors"),
        ("women migrant workers", "women migrant workers"),
        ("older women", "women"),
        ("undocumented persons", "undocumented migrants"),
        ("trafficked persons", "victims of trafficking"),
    ],
)
def test_a_group_is_linked_to_its_class(text: str, link: str) -> None:
    assert links(text, "GROUP") == [link]


def test_a_line_stands_for_all_its_choices() -> None:
    assert expanded("in (a|) (state|states) of need") == [
        "in a state of need",
        "in a states of need",
        "in state of need",
        "in states of need",
    ]


def test_every_malformed_line_of_a_users_list_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "en" / "grammar"
    folder.mkdir(parents=True)
    (folder / "groups.tsv").write_text("words\tpart\tlink\nsailors\tcrew\t\nsailors\n", encoding="utf-8")
    with pytest.raises(ConfigError) as raised:
        group_words(tmp_path, "en")
    assert [problem.place for problem in raised.value.problems] == [
        "en/grammar/groups.tsv:2",
        "en/grammar/groups.tsv:3",
    ]


@pytest.mark.shared
@pytest.mark.skipif(not MARKED.is_dir(), reason="the team's shared folder is not here")
@pytest.mark.parametrize(("label", "least"), [("Children", 0.85), ("Women/girls", 0.85), ("Migrants", 0.85)])
def test_the_marks_of_general_comments_are_found_again(label: str, least: float) -> None:
    sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))
    from groups import recalls

    files = [MARKED / f"Annotated_{name}.json" for name in OPEN_TO_US]
    rows = [row for path in files for row in json.loads(path.read_text(encoding="utf-8"))]
    found, marked, *_ = recalls(rows)[label]
    assert found >= least * marked
