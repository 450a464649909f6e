"""The page and the model card: all the figures, for every reader, and nothing that runs."""

from __future__ import annotations

import re

import pytest
from lxml import html
from own_gold import ORIGIN, gold_of, row, said

from pipeline.errors import ConfigError
from pipeline.evaluate.card import model_card
from pipeline.evaluate.evaluation import measure
from pipeline.evaluate.page import render_page
from pipeline.evaluate.result import read_evaluation

HOSTILE = "<script>alert(1)</script> | `x` [a](b)"
RESULT = measure(
    gold_of(
        row("1", "One.", objectives=[7], themes=["children_family"], register=HOSTILE),
        row("2", "Two.", status=["planned"], objectives=[10], source=f"{HOSTILE}.md"),
        row("3", "Three.", source="c.md"),
    ),
    [
        said(objectives={"7": 0.9}, themes={"children_family": 0.7}),
        said(objectives={"7": 0.4}, needs_review=True),
        None,
    ],
    origin=ORIGIN,
)
PAGE = render_page(RESULT)
TREE = html.fromstring(PAGE)


def test_the_page_shows_every_main_figure_with_its_interval():
    table = TREE.xpath("//section[@id='figures']//tbody/tr")
    shown = {line.xpath("string(th)"): [cell.text_content() for cell in line.xpath("td")] for line in table}
    assert len(shown) == len(RESULT.figures)
    accuracy = RESULT.figures["status_accuracy"]
    assert shown["Status, accuracy"] == ["0.333", f"{accuracy.low:.2f} to {accuracy.high:.2f}"]


def test_every_plot_has_a_name_and_its_numbers_in_a_table():
    plots = TREE.xpath("//svg[contains(@class, 'plot')]")
    assert len(plots) == 4
    for plot in plots:
        (title,) = plot.xpath("title")
        assert plot.get("role") == "img"
        assert plot.get("aria-labelledby") == title.get("id")
        assert plot.xpath("ancestor::div[@class='plots']//table")
    assert all(bar.get("aria-hidden") == "true" for bar in TREE.xpath("//svg[@class='bar']"))


def test_tables_have_captions_scopes_and_headings_come_in_order():
    for table in TREE.xpath("//table"):
        assert table.xpath("caption")
        assert all(head.get("scope") in {"row", "col"} for head in table.xpath(".//th"))
    levels = [int(heading.tag[1]) for heading in TREE.xpath("//h1|//h2|//h3")]
    assert levels[0] == 1
    assert set(levels[1:]) == {2}


def test_every_id_is_there_once_and_every_link_and_label_leads_to_one():
    ids = TREE.xpath("//@id")
    assert len(ids) == len(set(ids))
    named = [link.removeprefix("#") for link in TREE.xpath("//a/@href")] + TREE.xpath("//@aria-labelledby")
    assert set(named) <= set(ids)


def test_text_of_files_is_never_markup_and_no_address_is_asked():
    assert "<script" not in PAGE
    assert "&lt;script&gt;" in PAGE
    assert not re.search(r"""(?:src|href)=["'](?!#)""", PAGE)
    (policy,) = TREE.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none'; style-src 'sha256-")


def test_the_same_evaluation_gives_the_same_page():
    assert render_page(RESULT) == PAGE


def test_the_json_is_read_again_as_it_was_written(tmp_path):
    (tmp_path / "evaluation.json").write_text(RESULT.as_json(), "utf-8")
    assert read_evaluation(tmp_path / "evaluation.json") == RESULT
    (tmp_path / "other.json").write_text("{}", "utf-8")
    with pytest.raises(ConfigError, match="is no evaluation"):
        read_evaluation(tmp_path / "other.json")


def test_the_card_says_what_the_model_is_how_good_it_is_and_how_to_repeat_it():
    card = model_card(RESULT)
    headings = re.findall(r"^## (.+)$", card, re.MULTILINE)
    assert headings == [
        "What it was fitted on", "How good it is", "By kind of paper and language", "The weakest labels",
        "Are the scores probabilities?", "Limits", "How to repeat it",
    ]  # fmt: skip
    accuracy = RESULT.figures["status_accuracy"]
    assert f"| Status, accuracy | 0.333 | {accuracy.low:.2f} to {accuracy.high:.2f} |" in card
    assert "| languages of the authored sentences | en, fr |" in card
    assert "real papers" not in card
    assert "2 of 3 gold sentences were found" in card
    assert RESULT.covers.fingerprint in card
    assert all(len(line) <= 120 or line.startswith(("|", "- ")) for line in card.splitlines())


def test_names_from_files_do_not_break_the_tables_of_the_card():
    card = model_card(RESULT)
    assert "<script>" not in card
    for table in re.findall(r"(?:^\|.*\n)+", card, re.MULTILINE):
        widths = {len(re.findall(r"(?<!\\)\|", line)) for line in table.splitlines()}
        assert len(widths) == 1, table


def test_a_model_that_learnt_from_real_papers_says_so_and_from_this_gold_still_more():
    note = {"sentences": 12, "papers": 3, "labelled": 1200, "gold": "f" * 16}
    learnt = RESULT.model_copy(update={"origin": ORIGIN.model_copy(update={"model": note})})
    assert "learnt from 1,200 labelled sentences of\n3 real papers" in model_card(learnt)
    assert "these very sentences" not in model_card(learnt)
    same = {**note, "gold": RESULT.covers.fingerprint}
    flattered = RESULT.model_copy(update={"origin": ORIGIN.model_copy(update={"model": same})})
    assert "these very sentences" in model_card(flattered)
    assert "these very sentences" in render_page(flattered)


def test_a_run_that_is_older_than_the_code_is_told():
    older = RESULT.model_copy(update={"origin": ORIGIN.model_copy(update={"model_is_current": False})})
    assert "have changed since this run" in render_page(older)
    assert "have changed since this run" in model_card(older)
    assert "have changed since this run" not in PAGE
