from pathlib import Path

import pytest

from pipeline.errors import ConfigError
from pipeline.gazetteer.load import load_gazetteer
from pipeline.gazetteer.matcher import NameMatcher
from pipeline.gazetteer.mention import Mention, outermost
from pipeline.gazetteer.plain import fold
from pipeline.gazetteer.states import default_folder

SHIPPED = default_folder()


def write_gazetteer(folder: Path, names: str) -> Path:
    (folder / "en").mkdir()
    (folder / "states.tsv").write_text("iso3\tname\tregion\nSVN\tSlovenia\tSouthern Europe\n", encoding="utf-8")
    (folder / "en" / "bodies.tsv").write_text("name\ttype\tlink\n" + names, encoding="utf-8")
    return folder


def test_every_malformed_line_is_reported_with_its_place(tmp_path: Path) -> None:
    folder = write_gazetteer(tmp_path, "Some Court\tCOURT\t\nUtopia\tSTATE\tUTO\ntoo\tfew\n")
    with pytest.raises(ConfigError) as raised:
        load_gazetteer(folder)
    assert [problem.place for problem in raised.value.problems] == [f"en/bodies.tsv:{line}" for line in (4, 2, 3)]


def test_a_users_own_names_are_found(tmp_path: Path) -> None:
    folder = write_gazetteer(tmp_path, "harbour masters\tGROUP\t\nHarbour Court\tORG\tHC\n")
    matcher = NameMatcher(load_gazetteer(folder).names["en"], "en")
    text = "Harbour Masters before the HARBOUR COURT, not a harbour court"
    assert [(text[m.start : m.end], m.type) for m in matcher(text)] == [
        ("Harbour Masters", "GROUP"),
        ("HARBOUR COURT", "ORG"),
    ]


@pytest.mark.parametrize("path", sorted(SHIPPED.rglob("*.tsv")), ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_shipped_lists_are_sorted_and_without_repetition(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()[1:]
    assert lines == sorted(set(lines))


def test_folding_keeps_every_offset() -> None:
    text = "Côte d’Ivoire – İstanbul, Ελλάδα, الأردن, ﬁn"
    assert len(fold(text)) == len(text)
    assert fold("Côte d’Ivoire") == "Cote d'Ivoire"


def test_the_outermost_of_overlapping_mentions_stays() -> None:
    law, state, date = Mention(4, 20, "LAW"), Mention(4, 9, "STATE", "SVN"), Mention(25, 29, "DATE")
    assert outermost([date, state, law]) == [law, date]


def test_of_equal_mentions_the_first_given_stays() -> None:
    assert outermost([Mention(0, 5, "UN_BODY"), Mention(0, 5, "ORG")]) == [Mention(0, 5, "UN_BODY")]
