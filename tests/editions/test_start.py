"""gcm init: the next edition's file, from the last one."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.config import Edition, Submitter, load_config
from pipeline.config_files import shipped_folder
from pipeline.editions import edition_gaps
from pipeline.editions.start import as_toml, last_before, toml_string
from pipeline.errors import ConfigError


@pytest.fixture(autouse=True)
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, without a configuration of one's own."""
    monkeypatch.delenv("GCM_CONFIGS", raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_init_writes_into_the_folder_where_people_work_and_never_into_the_package(gcm, workplace: Path) -> None:
    shipped = sorted(shipped_folder().rglob("*"))
    answer = gcm("init", "2022")
    assert answer.code == 0
    assert [path.as_posix() for path in Path().rglob("*.toml")] == ["configs/editions/2022.toml"]
    assert sorted(shipped_folder().rglob("*")) == shipped


def test_the_new_edition_loads_and_carries_the_submitters_over(gcm) -> None:
    assert gcm("init", "2022").code == 0
    old, new = load_config(edition="2020").edition, load_config(edition="2022").edition
    assert old is not None
    assert new is not None
    assert new.submitters == old.submitters
    assert (new.name, new.previous, new.title) == ("2022", "2020", old.title)
    assert (new.symbol, new.resolution, new.issues_in_focus) == (None, None, [])


def test_the_last_editions_own_facts_stand_in_the_file_as_comments_only(gcm) -> None:
    gcm("init", "2022")
    lines = Path("configs/editions/2022.toml").read_text(encoding="utf-8").splitlines()
    for fact in ("A/75/292", "A/RES/74/148", "Missing migrants"):
        assert all(line.lstrip().startswith("#") for line in lines if fact in line)
        assert any(fact in line for line in lines)


def test_a_submitter_keeps_its_line_so_that_two_editions_can_be_compared_line_by_line(gcm) -> None:
    gcm("init", "2022")
    old = (shipped_folder() / "editions" / "2020.toml").read_text(encoding="utf-8").splitlines()
    new = Path("configs/editions/2022.toml").read_text(encoding="utf-8").splitlines()
    assert [line for line in new if line.startswith("    {")] == [line for line in old if line.startswith("    {")]


def test_an_edition_that_exists_is_never_written_over(gcm) -> None:
    gcm("init", "2022")
    path = Path("configs/editions/2022.toml")
    path.write_text(path.read_text(encoding="utf-8").replace('title = "Human', 'title = "My human'), encoding="utf-8")
    for name in ("2022", "2020"):
        answer = gcm("init", name)
        assert (answer.code, "exists already" in answer.err) == (2, True)
    assert 'title = "My human' in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["../2022", "a/b", "", ".hidden", "20 22", "x" * 41, "con\n"])
def test_what_is_no_name_for_a_file_is_refused(name: str, gcm) -> None:
    answer = gcm("init", name)
    assert answer.code == 2
    assert not Path("configs").exists()


def test_another_edition_to_start_from_can_be_named_and_must_be_known(gcm) -> None:
    gcm("init", "2022")
    assert gcm("init", "2024", "--from", "2020").code == 0
    assert 'previous = "2020"' in Path("configs/editions/2024.toml").read_text(encoding="utf-8")
    answer = gcm("init", "2026", "--from", "1999")
    assert (answer.code, "unknown; known editions: 2020, 2022, 2024" in answer.err) == (2, True)


@pytest.mark.parametrize(
    ("name", "known", "chosen"),
    [
        ("2022", ["2020", "2021", "2030"], "2021"),
        ("2010", ["2020", "2021"], "2021"),
        ("100", ["9", "20"], "20"),
        ("2022-mid", ["2022", "2020"], "2022"),
        ("2022", [], None),
        ("2022", ["2022"], None),
    ],
)
def test_the_last_edition_before_the_new_one_is_chosen(name: str, known: list[str], chosen: str | None) -> None:
    assert last_before(name, known) == chosen


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


@given(title=TEXTS, symbol=TEXTS, issues=st.lists(TEXTS, max_size=3), names=st.lists(TEXTS, max_size=3))
def test_whatever_texts_an_edition_holds_the_new_file_is_valid_and_holds_the_same(
    title: str, symbol: str, issues: list[str], names: list[str]
) -> None:
    submitters = [Submitter(id=f"S{place}", name=f"{name}xx", also=[name]) for place, name in enumerate(names)]
    source = Edition(name=f"20{title}", title=title, symbol=symbol, issues_in_focus=issues, submitters=submitters)
    read = Edition.model_validate(tomllib.loads(as_toml("2022", source)))
    assert (read.name, read.previous, read.title) == ("2022", source.name, title)
    assert (read.submitters, read.issues_in_focus) == (submitters, [])


def test_no_character_breaks_out_of_its_quotation_marks() -> None:
    for code in [*range(0x20), *range(0x22, 0x30), 0x5C, 0x7F, 0x85, 0x2028, 0xFFFE, 0x1F600]:
        assert tomllib.loads(f"text = {toml_string(chr(code))}")["text"] == chr(code)


def test_gaps_are_named_each_with_its_line_and_stop_nothing(gcm) -> None:
    gcm("init", "2022")
    answer = gcm("check")
    assert answer.code == 0
    lines = Path("configs/editions/2022.toml").read_text(encoding="utf-8").splitlines()
    gaps = {gap.key: gap for gap in edition_gaps()}
    assert list(gaps) == ["symbol", "resolution", "issues_in_focus"]
    assert all(lines[gap.line - 1].startswith(f"{key} = ") for key, gap in gaps.items())
    assert answer.out.count("missing: ") == 3
    assert f"2022.toml, line {gaps['symbol'].line}: the report's symbol is not filled in" in answer.out


def edited(*changes: tuple[str, str]) -> list[str]:
    path = Path("configs/editions/2022.toml")
    text = path.read_text(encoding="utf-8")
    for old, new in (
        ('resolution = ""', 'resolution = "A/RES/76/172"'),
        ("issues_in_focus = [", 'issues_in_focus = [ "One",'),
        *changes,
    ):
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")
    return [gap.message for gap in edition_gaps()]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (('symbol = ""', 'symbol = "A/77/189"'), []),
        (('symbol = ""', 'symbol = "A/75/292"'), ["A/75/292 is the symbol of 2020; this edition has one of its own"]),
        (('name = "2022"\n', 'name = "2020"\n'), ["the name is 2020, the file is 2022.toml; make them equal", None]),
        (
            ('previous = "2020"', 'previous = "1999"'),
            [None, "the edition before, 1999, is not known; known: 2020, 2022"],
        ),
        (('id = "ALB"', 'id = "ALX"'), [None, "ALX (Albania) is no State's ISO 3166 code; mend it, or give a type"]),
    ],
)
def test_slips_of_the_pen_are_named(change: tuple[str, str], said: list[str | None], gcm) -> None:
    gcm("init", "2022")
    open_still = "the report's symbol is not filled in, such as A/75/292"
    assert edited(change) == [line or open_still for line in said]


def test_an_edition_with_a_fault_is_left_to_the_list_of_faults(gcm) -> None:
    gcm("init", "2022")
    Path("configs/editions/2022.toml").write_text("name = 3\n", encoding="utf-8")
    assert edition_gaps() == []
    with pytest.raises(ConfigError):
        load_config(edition="2022")
    assert gcm("check").code == 2


def test_a_configuration_folder_that_is_none_is_refused(gcm, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("GCM_CONFIGS", str(tmp_path / "nowhere"))
    answer = gcm("init", "2022")
    assert (answer.code, "is no folder" in answer.err) == (2, True)
    monkeypatch.setenv("GCM_CONFIGS", str(tmp_path))
    assert gcm("init", "2022").code == 0
    assert (tmp_path / "editions" / "2022.toml").exists()
