"""The configuration: whose file counts, and every fault with its place and the known keys."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.config import Config, Edition, LabelSettings, Submitter, load_config
from pipeline.config_files import config_file, config_folders, config_names, shipped_folder
from pipeline.errors import ConfigError


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of the user's own configuration."""
    monkeypatch.setenv("GCM_CONFIGS", str(tmp_path))
    return tmp_path


def written(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def faults(*, edition: str | None = None, own_file: Path | None = None) -> list[str]:
    with pytest.raises(ConfigError) as raised:
        load_config(edition=edition, own_file=own_file)
    assert str(raised.value) == "\n".join(map(str, raised.value.problems))
    return [str(problem) for problem in raised.value.problems]


def test_the_shipped_settings_and_edition_are_sound() -> None:
    config = load_config(edition="2020")
    assert config.edition is not None
    assert (config.edition.symbol, len(config.edition.submitters)) == ("A/75/292", 26)
    assert 0 < config.settings.labels.near_miss < config.settings.labels.theme_threshold


def test_without_a_name_there_is_no_edition() -> None:
    assert load_config().edition is None


def test_a_file_of_ones_own_changes_what_it_names_and_leaves_the_rest(tmp_path: Path) -> None:
    config = load_config(own_file=written(tmp_path / "own.toml", "[run]\njobs = 3\n"))
    assert config.settings.run.jobs == 3
    assert config.settings.extract == load_config().settings.extract


def test_all_faults_are_named_at_once_with_place_and_known_keys(tmp_path: Path) -> None:
    file = "[labels]\nnear_mis = 0.1\ntheme_threshold = 2\n[runn]\njobs = 1\n[run]\njobs = 'many'\n"
    found = faults(own_file=written(tmp_path / "own.toml", file), edition="1999")
    assert found[0] == "own.toml: runn: unknown section; known: extract, labels, run"
    assert "pipeline.toml: labels.theme_threshold: Input should be less than 1 (found 2)" in found
    assert any(line.startswith("pipeline.toml: labels.near_mis: unknown key; known keys here: obj") for line in found)
    assert any(line.startswith("pipeline.toml: run.jobs: ") and "found 'many'" in line for line in found)
    assert "edition 1999: unknown; known editions: 2020" in found
    assert len(found) == 5


def test_a_missing_key_is_missing(own: Path) -> None:
    text = (shipped_folder() / "pipeline.toml").read_text(encoding="utf-8").replace("jobs = 0", "")
    written(own / "pipeline.toml", text)
    assert faults() == ["pipeline.toml: run.jobs: is missing"]


@pytest.mark.parametrize("content", ["[run", "jobs = ", "\N{BOM}["])
def test_a_file_that_is_no_toml_is_one_fault(tmp_path: Path, content: str) -> None:
    [fault] = faults(own_file=written(tmp_path / "own.toml", content))
    assert fault.startswith("own.toml: is not valid TOML: ")


def test_a_broken_pipeline_toml_hides_behind_no_list_of_missing_keys(own: Path) -> None:
    written(own / "pipeline.toml", "[run")
    [fault] = faults()
    assert fault.startswith("pipeline.toml: is not valid TOML: ")


def test_an_empty_pipeline_toml_lacks_every_section(own: Path) -> None:
    written(own / "pipeline.toml", "")
    assert faults() == [f"pipeline.toml: {section}: is missing" for section in ("extract", "labels", "run")]


def test_a_file_that_is_not_there_says_what_to_do(tmp_path: Path) -> None:
    [fault] = faults(own_file=tmp_path / "absent.toml")
    assert fault.endswith("cannot be read (No such file or directory); name a file that exists")


def test_an_edition_is_checked_down_to_its_submitters(own: Path) -> None:
    submitters = "[[submitters]]\nid = 'FJI'\nname = 'Fiji'\n" * 2 + "[[submitters]]\nid = 'X'\nnam = 'X'\n"
    written(own / "editions/2021.toml", f"name = '2021'\ntitle = 'Rights'\n{submitters}")
    found = faults(edition="2021")
    assert "editions/2021.toml: submitters.2.nam: unknown key; known keys here: id, name, type, also" in found
    assert "editions/2021.toml: submitters.2.name: is missing" in found


def test_a_submitter_is_listed_once(own: Path) -> None:
    submitters = "[[submitters]]\nid = 'FJI'\nname = 'Fiji'\n" * 2
    written(own / "editions/2021.toml", f"name = '2021'\ntitle = 'Rights'\n{submitters}")
    assert faults(edition="2021") == ["editions/2021.toml: submitters 2: FJI is listed twice; keep one entry"]


def test_a_file_of_ones_own_replaces_the_shipped_one_of_its_name(own: Path) -> None:
    mine = written(own / "editions/2021.toml", "")
    assert config_file("editions/2021.toml") == mine
    assert config_file("editions/2020.toml") == shipped_folder() / "editions/2020.toml"
    assert config_names("editions") == ["2020", "2021"]


def test_the_current_folders_configs_come_before_the_shipped_ones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GCM_CONFIGS", raising=False)
    (tmp_path / "configs").mkdir()
    monkeypatch.chdir(tmp_path)
    assert config_folders() == [tmp_path / "configs", shipped_folder()]


def test_a_configuration_that_nobody_has_is_named_with_where_it_was_sought(own: Path) -> None:
    with pytest.raises(ConfigError, match=r"absent\.toml: no such configuration; looked in ") as raised:
        config_file("absent.toml")
    assert str(own) in str(raised.value)


def test_a_folder_that_is_none_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GCM_CONFIGS", str(tmp_path / "misspelt"))
    with pytest.raises(ConfigError, match=r"GCM_CONFIGS: .*misspelt is no folder"):
        config_folders()


@settings(deadline=None)
@given(
    st.builds(
        LabelSettings,
        objective_threshold=st.floats(0.01, 0.99),
        theme_threshold=st.floats(0.01, 0.99),
        near_miss=st.floats(0.01, 0.99),
        review_doubt=st.floats(0, 9),
    ),
    st.lists(
        st.builds(Submitter, id=st.text(min_size=2, max_size=4), name=st.text(min_size=2, max_size=9)), max_size=3
    ),
)
def test_a_configuration_survives_its_way_through_json(labels: LabelSettings, submitters: list[Submitter]) -> None:
    settings = load_config().settings.model_copy(update={"labels": labels})
    config = Config(settings=settings, edition=Edition(name="2021", title="Rights", submitters=submitters))
    assert Config.model_validate_json(config.model_dump_json()) == config


def test_every_setting_of_the_shipped_file_says_what_it_means() -> None:
    shipped = tomllib.loads((shipped_folder() / "pipeline.toml").read_text(encoding="utf-8"))
    settings = load_config().settings
    for section, keys in shipped.items():
        fields = type(getattr(settings, section)).model_fields
        assert {key: bool(fields[key].description) for key in keys} == dict.fromkeys(fields, True)
