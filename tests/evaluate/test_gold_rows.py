"""Gold in both forms: hashes, references, and files whose every fault is told at its line."""

from __future__ import annotations

import json

import pytest
from own_gold import row

from pipeline.errors import ConfigError
from pipeline.evaluate.gold import Text, plain, reference, sentence_hash, write_references
from pipeline.evaluate.gold_files import read_gold

SENTENCE = "The Government opened two shelters for victims of trafficking."


def written(folder, *rows):
    path = folder / "own.jsonl"
    lines = [own if isinstance(own, str) else json.dumps(own) for own in rows]
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def faults(path):
    with pytest.raises(ConfigError) as raised:
        read_gold(path)
    return [str(problem) for problem in raised.value.problems]


def test_dashes_quotes_case_and_line_breaks_play_no_part_in_a_hash():
    assert plain(" The “State’s”\nlaw — 2019 ") == "the state s law 2019"
    assert sentence_hash("The State's law, 2019.") == sentence_hash("the “State’s” law —\n2019")
    assert sentence_hash("a law") != sentence_hash("two laws")
    assert len(sentence_hash("")) == 16


def test_a_reference_keeps_the_labels_and_leaves_out_the_text(tmp_path):
    own = Text.model_validate(row("1", SENTENCE, objectives=[10], objectives_allowed=[15], themes=["basic_services"]))
    pointer = reference(own, document="A/1/2", sha256="a" * 64, order=3, paragraph="12", register="submission")
    write_references(tmp_path / "refs.jsonl", [pointer])
    text = (tmp_path / "refs.jsonl").read_text("utf-8")
    assert "shelters" not in text
    assert json.loads(text) == {
        "id": "1", "document": "A/1/2", "sha256": "a" * 64, "paragraph": "12", "order": 3,
        "sentence": sentence_hash(SENTENCE), "language": None, "register": "submission", "status": ["implemented"],
        "objectives": {"required": [10], "allowed": [10, 15]},
        "themes": {"required": ["basic_services"], "allowed": ["basic_services"]},
    }  # fmt: skip
    (back,) = read_gold(tmp_path / "refs.jsonl").sentences
    assert (back.row, back.register, back.paragraph) == (pointer, "submission", "12")


def test_what_readers_noted_beside_a_row_with_text_is_passed_over(tmp_path):
    gold = read_gold(written(tmp_path, row("1", SENTENCE, previous=None, section=["Shelters"]), ""))
    assert (gold.name, len(gold.sentences), gold.sentences[0].text) == ("own", 1, SENTENCE)


def test_every_fault_is_told_at_once_and_at_its_line(tmp_path):
    path = written(
        tmp_path,
        row("1", SENTENCE, objectives=[24], themes=["weather"]),
        row("2", "It will open more.", status=["promised"]),
        row("3", "It is planned.") | {"objectives": {"required": [7], "allowed": []}},
        "{no JSON",
        row("1", "Another sentence."),
        row("6", "the government opened two shelters, for victims of trafficking"),
        '["no", "object"]',
    )
    told = faults(path)
    assert [int(line.removeprefix(f"{path}:").split(":")[0]) for line in told] == [1, 1, 2, 3, 4, 5, 6, 7]
    for line, part in zip(
        told,
        ("objectives has no 24", "themes has no weather", "status.0", "7 is required and not allowed", "is no JSON",
         "has the id 1", f"repeats the sentence of {path}:1", "is no gold row"),
        strict=True,
    ):  # fmt: skip
        assert part in line


@pytest.mark.parametrize(
    ("change", "part"),
    [
        ({"sha256": "abc"}, "sha256"),
        ({"sentence": "g" * 16}, "sentence"),
        ({"order": 0}, "order"),
        ({"remark": "?"}, "remark"),
        ({"status": []}, "status"),
        ({"document": "\ud800"}, "half a character"),
    ],
)
def test_a_reference_of_another_form_is_refused(change, part, tmp_path):
    own = reference(Text.model_validate(row("1", SENTENCE)), document="A/1/2", sha256="a" * 64, order=1)
    (told,) = faults(written(tmp_path, json.loads(own.model_dump_json(by_alias=True)) | change))
    assert part in told


def test_the_same_sentence_twice_in_a_paper_is_two_references_where_the_places_differ(tmp_path):
    own = Text.model_validate(row("1", SENTENCE))
    other = own.model_copy(update={"id": "2"})
    rows = [reference(each, document="A", sha256="a" * 64, order=n) for n, each in enumerate((own, other), 1)]
    write_references(tmp_path / "refs.jsonl", rows)
    assert len(read_gold(tmp_path / "refs.jsonl").sentences) == 2


def test_the_fingerprint_hangs_on_sentences_and_labels_alone(tmp_path):
    first, second = row("1", SENTENCE, objectives=[10]), row("2", "It will open more.", objectives=[7, 10])
    base = read_gold(written(tmp_path, first, second)).fingerprint
    assert read_gold(written(tmp_path, second, first | {"register": "ngo", "id": "x"})).fingerprint == base
    assert read_gold(written(tmp_path, first, row("2", "It will open more.", objectives=[10]))).fingerprint != base


@pytest.mark.parametrize("make", [lambda path: path.mkdir(), lambda path: None, lambda path: path.touch()])
def test_a_place_without_gold_is_a_sentence_with_a_next_step(make, tmp_path):
    make(tmp_path / "gold.jsonl")
    (told,) = faults(tmp_path / "gold.jsonl")
    assert "give a gold file" in told or "docs/evaluation.md" in told


def test_a_folder_of_gold_files_is_one_gold(tmp_path):
    written(tmp_path, row("1", SENTENCE)).rename(tmp_path / "b.jsonl")
    written(tmp_path, row("2", "It will open more."))
    assert [sentence.id for sentence in read_gold(tmp_path).sentences] == ["1", "2"]


def test_a_line_nested_beyond_all_measure_is_a_fault_and_no_crash(tmp_path):
    (told,) = faults(written(tmp_path, "[" * 100_000))
    assert ":1: is no gold row" in told
