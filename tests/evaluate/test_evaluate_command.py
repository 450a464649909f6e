"""`gcm evaluate` on a real run: from papers and gold to figures, page and floors."""

from __future__ import annotations

import importlib.util
import json
import shutil
from pathlib import Path

import pandas as pd
import pytest
from own_gold import row

from pipeline.cli.carded import CARD, HELD_OUT, write_card
from pipeline.evaluate.gold import Text, reference, write_references
from pipeline.evaluate.gold_files import read_gold

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "corpus" / "sample"
SHARED = ROOT / ".." / "shared"
PAPERS = ("09-fiji-statement.md", "11-serbia-letter.txt")
GOLD = [
    row(
        "fiji", "A changing climate and natural disasters can leave a community no other way than to move.",
        source=PAPERS[0], status=["none"], objectives=[2], themes=["climate_disaster"], register="submission",
    ),
    row(
        "serbia-law", "Our law protects the rights of migrants.", source=PAPERS[1],
        themes_allowed=["legal_policy_framework"],
    ),
    row(
        "serbia-health", "During the COVID-19 pandemic, efforts were made to keep migrants in good health.",
        source=PAPERS[1], objectives=[15], themes=["covid_19", "basic_services"],
    ),
    row("lost", "Nobody of the three says this about anything at all.", source=PAPERS[1]),
]  # fmt: skip


@pytest.fixture(scope="module")
def run(tmp_path_factory, gcm):
    folder = tmp_path_factory.mktemp("evaluate")
    (folder / "in").mkdir()
    for name in PAPERS:
        shutil.copy(SAMPLE / name, folder / "in" / name)
    assert gcm("run", folder / "in", "--edition", "2020", "--out", folder / "out").code == 0
    return folder / "out"


@pytest.fixture
def gold(tmp_path):
    path = tmp_path / "few.jsonl"
    path.write_text("".join(json.dumps(own) + "\n" for own in GOLD), "utf-8")
    return path


def test_the_screen_shows_figures_and_what_is_missing(run, gold, gcm):
    answer = gcm("evaluate", run, gold)
    assert (answer.code, answer.err) == (0, "")
    assert "Status, accuracy" in answer.out
    assert "1 sentence not found: lost (11-serbia-letter.txt)." in answer.out
    assert "With 2 papers the intervals are rough" in answer.out
    assert max(map(len, answer.out.splitlines())) <= 80


def test_the_json_says_what_it_covers_and_what_made_the_run(run, gold, gcm):
    result = json.loads(gcm("evaluate", run, gold, "--format", "json").out)
    covers, origin = result["covers"], result["origin"]
    assert (covers["documents"], covers["documents_found"], covers["sentences"], covers["found"]) == (2, 2, 4, 3)
    assert covers["fingerprint"] == read_gold(gold).fingerprint
    assert result["figures"]["found"]["value"] == 0.75
    assert (origin["edition"], origin["near_miss"], origin["model_is_current"]) == ("2020", 0.15, True)
    assert origin["model"]["sentences"] > 0
    assert {(own["dimension"], own["name"]) for own in result["groups"]} >= {("submitter type", "state"),
        ("register", "submission"), ("language", "en"), ("document", PAPERS[0])}  # fmt: skip


def test_references_to_the_same_sentences_give_the_same_figures(run, gold, gcm, tmp_path):
    documents = pd.read_parquet(run / "data" / "documents.parquet").set_index("file_name")["sha256"]
    rows = [
        reference(Text.model_validate(own), document=own["source"], sha256=documents[own["source"]], order=1)
        for own in GOLD
    ]
    write_references(tmp_path / "refs.jsonl", rows)
    texts, references = (
        json.loads(gcm("evaluate", run, path, "--format", "json").out) for path in (gold, tmp_path / "refs.jsonl")
    )
    assert references["figures"] == texts["figures"]
    assert references["review"] == texts["review"]


def test_the_page_and_the_json_are_written_side_by_side(run, gold, gcm, tmp_path):
    answer = gcm("evaluate", run, gold, "--format", "json", "--out", tmp_path / "quality")
    assert answer.code == 0
    assert str(tmp_path / "quality" / "evaluation.html") in answer.err
    assert (tmp_path / "quality" / "evaluation.json").read_text("utf-8") == answer.out
    assert "Quality against few" in (tmp_path / "quality" / "evaluation.html").read_text("utf-8")


def test_figures_below_their_floors_end_with_1_and_a_sentence_each(run, gold, gcm, tmp_path, monkeypatch):
    own = tmp_path / "configs"
    (own / "gold").mkdir(parents=True)
    monkeypatch.setenv("GCM_CONFIGS", str(own))
    floors = own / "gold" / "floors.toml"
    assert gcm("evaluate", run, gold, "--floors").code == 2

    text = f'[few]\nfingerprint = "{read_gold(gold).fingerprint}"\nat_least = {{ found = 0.75 }}\n'
    floors.write_text(text, "utf-8")
    assert gcm("evaluate", run, gold, "--floors").code == 0

    floors.write_text(text.replace("0.75", "0.9"), "utf-8")
    answer = gcm("evaluate", run, gold, "--floors")
    assert (answer.code, answer.err) == (1, "error: found is 0.7500, below its floor of 0.9.\n")
    assert "Status, accuracy" in answer.out


def test_faults_of_arguments_end_with_2_and_nothing_written(run, gold, gcm, tmp_path):
    for arguments in ((tmp_path, gold), (run, tmp_path / "none.jsonl")):
        answer = gcm("evaluate", *arguments, "--out", tmp_path / "quality")
        assert answer.code == 2
        assert answer.err.startswith("error: ")
    assert not (tmp_path / "quality").exists()


@pytest.mark.shared
@pytest.mark.slow
def test_our_figures_are_those_of_the_teams_own_check(gcm, tmp_path):
    if not SHARED.is_dir():
        pytest.skip("the team's shared folder is not here")
    gold, report = SHARED / "gold" / "dev.jsonl", SHARED / "corpus" / "report-2020"
    assert gcm("run", report, "--edition", "2020", "--out", tmp_path / "out").code == 0
    ours = json.loads(gcm("evaluate", tmp_path / "out", gold, "--format", "json").out)["figures"]
    check = importlib.util.spec_from_file_location("score", SHARED / "checks" / "score_annotations.py")
    module = importlib.util.module_from_spec(check)
    check.loader.exec_module(module)
    rows = [json.loads(line) for line in gold.read_text("utf-8").splitlines()]
    theirs, _ = module.score(rows, module.predictions(tmp_path / "out", rows))
    assert ours["found"]["value"] < 1  # one of the two papers of this gold is not in the run: both count it as missed
    assert {name: ours[name]["value"] for name in theirs} == pytest.approx(theirs, abs=1e-4)


def test_the_model_card_measures_the_model_on_papers_of_the_held_out_gold(run, gold, tmp_path, monkeypatch):
    (tmp_path / "gold").mkdir()
    shutil.copy(gold, tmp_path / HELD_OUT)
    monkeypatch.setenv("GCM_CONFIGS", str(tmp_path))
    card = write_card(tmp_path / "statements.npz", run.parent / "in")
    text = card.read_text("utf-8")
    assert card == tmp_path / CARD
    assert f"fingerprint `{read_gold(gold).fingerprint}`" in text
    assert "3 of 4 gold sentences were found, in 2 of 2 papers." in text
    assert write_card(tmp_path / "statements.npz", run.parent / "in").read_text("utf-8") == text
