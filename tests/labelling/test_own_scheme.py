"""A scheme of one's own: read, checked, fitted and applied, from files alone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from own_schemes import EXAMPLES, TAXONOMY, write_scheme

from pipeline.errors import ConfigError
from pipeline.labelling.context import Context
from pipeline.labelling.labeller import Scored
from pipeline.labelling.own_examples import load_examples
from pipeline.labelling.own_labeller import OwnLabeller, own_labellers
from pipeline.labelling.own_model import OwnModel, read_own_model, write_own_model
from pipeline.labelling.own_taxonomy import own_scheme_names, read_own_scheme
from pipeline.taxonomy import Scheme, load_scheme
from pipeline.training.own_check import check_own_scheme, own_names
from pipeline.training.own_cues import title_cues
from pipeline.training.own_scheme import fit_own, train_own


@pytest.fixture
def configs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of the user's own configuration that holds the scheme and no model."""
    monkeypatch.setenv("GCM_CONFIGS", str(tmp_path))
    load_scheme.cache_clear()
    write_scheme(tmp_path)
    yield tmp_path
    load_scheme.cache_clear()


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Scheme, OwnModel]]:
    """The scheme and its model, fitted once."""
    folder = tmp_path_factory.mktemp("configs")
    write_scheme(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GCM_CONFIGS", str(folder))
        scheme = read_own_scheme("council")
        yield scheme, fit_own(scheme, load_examples(scheme))


def labels(trained: tuple[Scheme, OwnModel], *texts: str) -> list[Scored]:
    contexts = [Context.of(text, "en") for text in texts]
    return [label for own in OwnLabeller(*trained, near_miss=0.2).scored(contexts) for label in own]


def chosen(trained: tuple[Scheme, OwnModel], text: str) -> set[str]:
    return {label.code for label in labels(trained, text) if label.chosen}


def faults(name: str = "council") -> list[str]:
    with pytest.raises(ConfigError) as raised:
        check_own_scheme(name)
    return [str(problem) for problem in raised.value.problems]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("The canteen of the school in Mill Lane will serve lunch from May.", {"meals"}),
        ("Four further buses were bought for line three.", {"transport.bus"}),
        ("More books were borrowed from the library than ever.", {"libraries"}),
        ("The museum showed paintings of the sea.", set()),
    ],
)
def test_a_new_sentence_gets_its_labels_though_it_has_nothing_to_do_with_migration(trained, text, codes):
    assert chosen(trained, text) == codes


def test_a_label_points_at_the_words_that_speak_for_it(trained):
    text = "Last year Norway's libraries lent more novels."
    [label] = [label for label in labels(trained, text) if label.code == "libraries"]
    assert [text[span.start : span.end] for span in label.evidence] == ["libraries"]
    assert label.method in ("rule", "both")


def test_scores_are_probabilities_and_near_misses_are_kept_below_the_threshold(trained):
    found = labels(trained, *(text for text, _ in EXAMPLES))
    assert all(0 <= label.score <= 1 for label in found)
    assert all(label.chosen == (label.score >= trained[1].threshold) for label in found)


def test_a_model_survives_its_file(trained, tmp_path):
    scheme, model = trained
    write_own_model(model, tmp_path / "council.npz")
    stored = read_own_model(tmp_path / "council.npz")
    assert (stored.note, stored.cues, stored.threshold) == (model.note, model.cues, model.threshold)
    text = "The library lends books in the bus."
    again = {label.code: label.score for label in labels((scheme, stored), text)}
    assert again == pytest.approx({label.code: label.score for label in labels(trained, text)}, abs=0.005)


def test_the_same_examples_give_the_same_file(configs, tmp_path):
    files = [train_own("council", tmp_path / f"{number}.npz")[1].read_bytes() for number in range(2)]
    assert files[0] == files[1]


def test_training_says_how_well_each_label_does_on_unseen_examples(trained):
    figures = trained[1].note["figures"]
    assert {code: examples for code, (examples, _) in figures["labels"].items()} == {
        "meals": 16, "transport.bus": 16, "libraries": 16,
    }  # fmt: skip
    assert figures["micro_f1"] > 0.6


def test_a_spreadsheet_is_read_like_json_lines(configs):
    before = load_examples(read_own_scheme("council")).examples
    (configs / "schemes" / "council" / "council.jsonl").unlink()
    rows = [f'"{text}";"{codes.replace(" ", "; ")}";en' for text, codes in EXAMPLES]
    sheet = "\ufeffText;Labels;Language\r\n" + "\r\n".join(rows) + "\r\n;;\r\n"
    (configs / "schemes" / "council" / "sheet.csv").write_text(sheet, encoding="utf-8", newline="")
    assert load_examples(read_own_scheme("council")).examples == before


@pytest.mark.parametrize(
    ("sheet", "said"),
    [
        ("sentence,labels\nA tram.,meals\n", "council/sheet.csv:1: has the columns sentence, labels"),
        ("text,labels\nA tram,meals,bus\n", "council/sheet.csv:2: has more cells than the header names"),
        ('text,labels\n"' + "never closed " * 20_000, "council/sheet.csv: is no table"),
    ],
)
def test_a_spreadsheet_that_cannot_be_read_is_named_with_its_line(configs, sheet, said):
    (configs / "schemes" / "council" / "sheet.csv").write_text(sheet, encoding="utf-8")
    assert any(said in fault for fault in faults())


def test_words_that_stand_in_many_examples_are_no_cues(configs):
    cues = title_cues(read_own_scheme("council"), ["The school was painted.", "The old school burned down.", "A line."])
    assert cues == {"meals": ("meal*",), "transport.bus": ("bus",), "libraries": ("librar*",)}


def test_only_schemes_beside_the_shipped_ones_are_ones_own(configs):
    assert own_scheme_names() == ["council"]
    assert own_names() == ["council"]


def test_a_scheme_without_a_model_is_not_applied_and_the_check_says_so(configs):
    assert own_labellers(near_miss=0.2) == []
    assert faults() == [
        "taxonomy/council.toml: no model was trained for it, so no statement gets its labels; "
        "run: gcm train --scheme council"
    ]


def test_faults_of_examples_and_taxonomy_come_together_with_file_and_line(configs):
    label = '\n[[label]]\ncode = "zoo"\ntitle = "Zoo"\nshort = "Zoo"\ndefinition = "Animals and their keepers."\n'
    write_scheme(configs, taxonomy=TAXONOMY + label)
    found = [fault for fault in faults() if "model" not in fault]
    assert found == ["taxonomy/council.toml:24: zoo has no example; label at least 8 texts with it, or take it out"]
    rows = [("A sentence.", "trams"), ("A sentence.", ""), ("Another.", "meals")]
    folder = write_scheme(configs, examples=(*rows,))
    with (folder / "council.jsonl").open("a", encoding="utf-8") as stream:
        stream.write('{"text": "", "labels": []}\n{"text": "x", "label": "meals"}\n')
    (folder / "en").mkdir()
    (folder / "en" / "terms.tsv").write_text(
        "code\tkind\tpattern\tnote\ncouncil:trams\tterm\ttram*\n", encoding="utf-8"
    )
    found = [fault for fault in faults() if "no model" not in fault]
    assert [fault.split(": ")[0] for fault in found] == [
        "schemes/council/council.jsonl:1",
        "schemes/council/council.jsonl:2",
        "schemes/council/council.jsonl:4",
        "schemes/council/council.jsonl:5",
        "schemes/council/en/terms.tsv:2",
    ]
    assert found[0].endswith("council has no trams; known: meals, transport.bus, libraries")
    assert "repeats the text of schemes/council/council.jsonl:1" in found[1]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("region", "the name 'region' means something else here"),
        ("two-words", "'two-words' is no name for a scheme"),
        ("townhall", "says scheme = 'council'; write the file's name, 'townhall'"),
    ],
)
def test_a_name_that_cannot_stand_is_refused(configs, name, said):
    taxonomy = TAXONOMY if name == "townhall" else TAXONOMY.replace('"council"', f'"{name}"')
    write_scheme(configs, taxonomy=taxonomy, name=name)
    assert said in faults(name)[0]


def test_examples_without_a_taxonomy_are_a_fault(configs):
    (configs / "taxonomy" / "council.toml").unlink()
    assert own_names() == ["council"]
    assert [fault.split(";")[0] for fault in faults()] == [
        "schemes/council: holds examples of a scheme that has no taxonomy/council.toml"
    ]


def test_a_model_of_another_version_is_refused_and_a_stale_one_reported(configs):
    train_own("council")
    check_own_scheme("council")
    folder = write_scheme(configs, taxonomy=TAXONOMY.replace("version = 1", "version = 2"))
    with (folder / "council.jsonl").open("a", encoding="utf-8") as stream:
        stream.write(json.dumps({"text": "A tram is no bus.", "labels": []}) + "\n")
    again = "run: gcm train --scheme council"
    assert faults() == [
        f"models/council.npz: was fitted for version 1 of a taxonomy that is now version 2; {again}",
    ]
    with pytest.raises(ConfigError, match="version 1"):
        own_labellers(near_miss=0.2)
    write_scheme(configs)
    with (folder / "council.jsonl").open("a", encoding="utf-8") as stream:
        stream.write(json.dumps({"text": "A tram is no bus.", "labels": []}) + "\n")
    assert faults() == [f"models/council.npz: was fitted on other examples than those in schemes/council; {again}"]
    assert len(own_labellers(near_miss=0.2)) == 1


def test_lines_of_a_word_list_speak_for_a_label_and_against_one(configs):
    (configs / "schemes" / "council" / "en").mkdir()
    lines = (
        "code\tkind\tpattern\tnote\ncouncil:meals\tterm\tmidday soup\ncouncil:libraries\tveto\tlibrary of programs\n"
    )
    (configs / "schemes" / "council" / "en" / "terms.tsv").write_text(lines, encoding="utf-8")
    train_own("council")
    [labeller] = own_labellers(near_miss=0.01)
    text = "Midday soup was cut from the library of programs."
    [found] = labeller.scored([Context.of(text, "en")])
    by_code = {label.code: label for label in found}
    assert by_code["meals"].chosen
    assert [text[span.start : span.end] for span in by_code["meals"].evidence] == ["Midday soup"]
    assert "libraries" not in by_code or by_code["libraries"].method == "model"


def test_what_is_no_model_is_refused(tmp_path):
    (tmp_path / "council.npz").write_bytes(b"PK")
    with pytest.raises(ConfigError, match="is no model of a scheme"):
        read_own_model(tmp_path / "council.npz")
