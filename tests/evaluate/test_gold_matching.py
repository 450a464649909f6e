"""Gold sentences found in a run, by hash and by text."""

from __future__ import annotations

import pytest
from own_gold import gold_of, row, run_of

from pipeline.evaluate.gold import GoldSentence, Text, reference
from pipeline.evaluate.matching import find
from pipeline.evaluate.predictions import predictions_of

ADOPTED = "In 2019 the parliament adopted a law on domestic workers."
OPENED = "The ministry opened four shelters along the northern border."
WILL = "It will train the staff of all of them next year."
RUN = run_of([[ADOPTED, "It binds all employers."], [OPENED, WILL]], [[OPENED]])


def by_hash(text, *, sha256=f"{0:064x}", order=1):
    own = reference(Text.model_validate(row("1", text)), document="A", sha256=sha256, order=order)
    return find([GoldSentence(own, "gold:1")], RUN)[0]


def by_text(text, run=RUN, **values):
    return find(gold_of(row("1", text, **values)).sentences, run)[0]


@pytest.mark.parametrize("seek", [by_hash, by_text])
def test_a_sentence_is_found_whatever_its_quotes_and_spaces(seek):
    assert seek("In 2019, the Parliament  adopted a law on “domestic workers”") == (0,)


def test_a_reference_is_looked_for_in_its_own_paper_alone():
    assert by_hash(OPENED, sha256=f"{1:064x}") == (4,)
    assert by_hash(ADOPTED, sha256=f"{1:064x}") == ()
    assert by_hash(ADOPTED, sha256=f"{7:064x}") == ()


def test_a_sentence_that_is_cut_in_two_today_is_found_in_both_parts_the_longer_one_first():
    assert by_hash(f"{OPENED} {WILL}") == (2, 3)
    assert by_hash(f"It binds all employers. {OPENED}") == ()  # of two paragraphs
    (prediction,) = predictions_of([(2, 3)], RUN)
    assert prediction.status == "implemented"
    assert prediction.labels["objectives"] == {"1", "2"}


def test_of_a_sentence_said_twice_the_one_nearest_to_its_place_is_meant():
    run = run_of([["We agree with the panel."], [ADOPTED], ["We agree with the panel."]])
    text = Text.model_validate(row("1", "We agree with the panel."))
    for order, wanted in ((1, (0,)), (3, (2,)), (9, (2,))):
        own = reference(text, document="A", sha256=f"{0:064x}", order=order)
        assert find([GoldSentence(own, "gold:1")], run) == [wanted]


def test_of_two_copies_of_a_file_the_one_that_repeats_nothing_is_read():
    run = run_of([[ADOPTED]], [[ADOPTED]], shas=["a" * 64, "a" * 64])
    run.documents.loc[0, "duplicate_of"] = "d1"
    own = reference(Text.model_validate(row("1", ADOPTED)), document="A", sha256="a" * 64, order=1)
    assert find([GoldSentence(own, "gold:1")], run) == [(1,)]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (f"Also, {ADOPTED}", (0,)),  # the statement lies inside the sentence
        ("the parliament adopted a law on domestic workers", (0,)),  # the sentence lies inside the statement
        ("In 2020 the parliament adopted a law on domestic workers.", (0,)),  # alike
        ("In 2019 the parliament rejected every bill on foreign students.", ()),
        ("Nothing of this kind is said anywhere.", ()),
    ],
)
def test_a_text_is_found_inside_around_and_by_likeness(text, rows):
    assert by_text(text) == rows


def test_a_text_in_several_papers_is_the_one_of_the_paper_that_the_row_names():
    assert by_text(OPENED, source="unknown.md") == (2, 4)
    assert by_text(OPENED, source="d1.md") == (4,)


def test_texts_beyond_all_measure_are_compared_without_likeness():
    long = "law " * 30_000
    assert by_text(f"A {long}", run=run_of([[f"The {long}", ADOPTED]])) == ()


def test_a_run_without_the_paper_leaves_all_of_it_missed():
    assert predictions_of([()], RUN) == [None]
