"""What a status reading holds besides the status: spans, actor, features; and the word lists behind it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.classify.status.grammar import StatusGrammar
from pipeline.classify.status.inflect import regular_forms
from pipeline.classify.status.lexicon import load_lexicon
from pipeline.classify.status.reading import STATUSES
from pipeline.classify.status.tokens import tokenize
from pipeline.errors import ConfigError

LEXICON = Path(__file__).resolve().parents[2] / "configs" / "lexicon"
ENGLISH = StatusGrammar.load(LEXICON, "en")


@pytest.mark.parametrize(
    ("sentence", "actor"),
    [
        ("The Government had opened a shelter.", "The Government"),
        ("In 2019, the Ministry of Economic Development launched a portal.", "the Ministry of Economic Development"),
        ("Slovenia has adopted a new law.", "Slovenia"),
        ("We will fund 40 shelters.", "We"),
        ("A shelter was opened by the Ministry of Health in 2019.", "the Ministry of Health"),
        ("Migrants face discrimination.", None),
        ("Language courses are available.", None),
    ],
)
def test_the_actor_is_who_acts_and_not_who_is_acted_upon(sentence, actor):
    span = ENGLISH(sentence).actor

    assert (sentence[slice(*span)] if span else None) == actor


def test_the_cue_is_the_verb_group_or_the_formula_that_decided():
    sentence = "The Government had recently adopted a law that protects workers."

    assert [sentence[slice(*cue)] for cue in ENGLISH(sentence).cues] == ["had recently adopted"]


def test_offsets_count_code_points_after_a_character_beyond_the_first_plane():
    sentence = "😀 The Government has opened a shelter."

    assert [sentence[slice(*cue)] for cue in ENGLISH(sentence).cues] == ["has opened"]


def test_features_name_the_votes_the_tense_and_the_subject():
    features = ENGLISH("The Ministry will open 12 shelters.").features

    assert {"vote=planned", "tense=future", "subject=government", "figure"} <= features.keys()


def test_a_language_without_word_lists_gets_a_cautious_reading():
    grammar = StatusGrammar.load(LEXICON, "xx")

    assert grammar("Правительство приняло закон.").status == "implemented"
    assert grammar("Правительство приняло закон?").status == "none"
    assert grammar("Правительство приняло закон.").strength < 0.5


def test_a_sentence_of_a_hundred_thousand_characters_is_read():
    sentence = "The Government adopted a law " + "and trained officers, who were paid, " * 3_000 + "."

    assert ENGLISH(sentence).status == "implemented"


@given(
    st.text(max_size=200) | st.lists(st.sampled_from("the Government had to will be that and , . ( ? adopted 5 who"))
)
def test_any_text_gets_a_status_and_spans_inside_it(text):
    sentence = text if isinstance(text, str) else " ".join(text)
    reading = ENGLISH(sentence, section=[sentence], previous=sentence + ":")

    assert reading.status in STATUSES
    assert 0 <= reading.strength <= 1
    assert all(
        0 <= start < end <= len(sentence) for start, end in (*reading.cues, *([reading.actor] if reading.actor else []))
    )


def test_a_malformed_word_list_tells_every_bad_line_with_its_number(tmp_path):
    path = tmp_path / "status.tsv"
    path.write_text("verb.act\tadopt\nadverb\tquickly\nverb.act adopt\n", encoding="utf-8")

    with pytest.raises(ConfigError, match=r"status.tsv:2: (.|\n)*status.tsv:3: "):
        load_lexicon(path)


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_the_word_lists_are_sound_and_hold_no_line_twice(language):
    path = LEXICON / language / "status.tsv"
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]

    assert load_lexicon(path).verbs
    assert len(lines) == len(set(lines))


def test_the_longest_known_ending_inflects_a_verb():
    endings = {"": {"past": ("ed",)}, "y": {"past": ("ied",)}}

    assert set(regular_forms("apply", endings)) == {("applied", "past")}
    assert set(regular_forms("adopt", endings)) == {("adopted", "past")}


def test_french_elisions_and_inversions_are_words_of_their_own():
    words = [token.text for token in tokenize("L’État pourrait-il agir ?", elision=True)]

    assert words == ["l'", "état", "pourrait", "-", "il", "agir", "?"]
