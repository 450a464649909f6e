"""StatusClassifier: the likeliest status, its probability and who acts."""

from __future__ import annotations

import pytest

from pipeline.classify.statuses import StatusClassifier, laid_out
from pipeline.labelling.context import Context
from pipeline.records import STATUSES, Status

CLASSIFY = StatusClassifier()


@pytest.mark.parametrize(
    ("language", "text", "status"),
    [
        ("en", "The Government adopted a law on migration in 2019.", "implemented"),
        ("en", "The Ministry is preparing a plan for migrant children.", "in_progress"),
        ("en", "The Government will open three clinics for migrants in 2021.", "planned"),
        ("en", "The Government remains committed to the rights of migrants.", "pledged"),
        ("en", "States should end the detention of migrant children.", "recommended"),
        ("en", "Yours sincerely,", "none"),
        ("fr", "Le Gouvernement a adopté une loi sur les migrations en 2019.", "implemented"),
        ("es", "El Gobierno abrirá tres clínicas para migrantes en 2021.", "planned"),
    ],
)
def test_a_plain_sentence_has_its_status(language: str, text: str, status: Status) -> None:
    [guess] = CLASSIFY([Context(text, language)], [None])
    assert guess.status == status
    assert guess.score >= 1 / len(STATUSES)


@pytest.mark.parametrize(
    ("text", "speaker", "actor"),
    [
        ("The Government adopted a law.", "FJI", "Government of Fiji"),
        ("The Government adopted a law.", None, "The Government"),
        ("The Government adopted a law.", "harbour-alliance", "The Government"),
        ("The Ministry of Health opened a clinic.", "FJI", "The Ministry of Health"),
        ("Yours sincerely,", "FJI", None),
    ],
)
def test_the_government_is_the_government_of_the_state_that_speaks(
    text: str, speaker: str | None, actor: str | None
) -> None:
    assert CLASSIFY([Context(text, "en")], [speaker])[0].actor == actor


def test_the_actor_is_quoted_with_the_names_of_states_that_the_grammar_does_not_see() -> None:
    text = "In 2019, Fiji adopted a law."

    assert CLASSIFY([Context.of(text, "en")], [None], [text])[0].actor == "Fiji"


@pytest.mark.parametrize("language", ["ru", "zh", "other", None])
def test_a_language_without_a_grammar_gets_a_status_all_the_same(language: str | None) -> None:
    assert CLASSIFY([Context("Правительство приняло закон.", language)], ["RUS"])[0].status in STATUSES


def test_no_sentence_gives_no_guess() -> None:
    assert CLASSIFY([], []) == []


def test_every_sentence_needs_its_speaker() -> None:
    with pytest.raises(ValueError, match="shorter"):
        CLASSIFY([Context("A law.", "en")] * 2, [None])


def test_features_that_the_model_does_not_know_are_left_out() -> None:
    assert laid_out([{"a": 1.0, "unheard": 2.0}, {"b": 3.0}], ("b", "a")).tolist() == [[0.0, 1.0], [3.0, 0.0]]
