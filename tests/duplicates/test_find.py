"""find_repeats: which papers repeat another one, whatever their format, and which only look alike."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest

from pipeline.duplicates.find import Paper, find_repeats
from pipeline.duplicates.signature import sign, words_of

FRAME = [
    "The Permanent Mission presents its compliments to the Office of the High Commissioner and has the honour to refer "
    "to its note verbale, by which Member States were invited to submit information on the protection of migrants.",
    "The Permanent Mission avails itself of this opportunity to renew the assurances of its highest consideration.",
]


SYLLABLES = ("mi", "gra", "ta", "lor", "ven", "su", "pel", "do", "rin", "ka")


def sentences(seed: int, number: int = 60) -> list[str]:
    """Make sentences of invented words, which repeat as the words of a language do."""
    draw = random.Random(seed)
    words = ["".join(draw.choices(SYLLABLES, k=2)) for _ in range(14 * number)]
    return [" ".join(words[14 * n : 14 * n + 14]) + "." for n in range(number)]


def paper(doc_id: str, texts: list[str], kind: str = "docx", edition: str | None = None) -> Paper:
    return Paper(doc_id, sign(texts), kind, lambda: texts, edition)


def codes(*papers: Paper, earlier: tuple[Paper, ...] = ()) -> dict[str, tuple[str, ...]]:
    return {doc_id: finding.codes for doc_id, finding in find_repeats(papers, earlier).items()}


ONE = sentences(1)
PRINTED = ["Permanent Mission of Ambria", "Page 1 of 3", *ONE]
REVISED = [*ONE[:52], *sentences(2, 8)]
HALF_NEW = [*ONE[:30], *sentences(3, 30)]


def test_one_text_in_two_formats_is_one_paper():
    found = find_repeats([paper("a", ONE), paper("b", PRINTED, "pdf"), paper("c", [" ".join(ONE)], "txt")])
    assert {doc_id: (finding.codes, finding.duplicate_of) for doc_id, finding in found.items()} == {
        "b": (("same_text",), "a"),
        "c": (("same_text",), "a"),
    }
    assert found["c"].similar_to[0].similarity == 1.0
    assert found["b"].similar_to[0].doc_id == "a"


@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_a_revised_version_is_another_paper_and_says_of_which(kind):
    (finding,) = find_repeats([paper("a", ONE), paper("b", REVISED, kind)]).values()
    assert finding.codes == ("near_duplicate",)
    assert finding.duplicate_of is None
    (similar,) = finding.similar_to
    assert (similar.doc_id, similar.edition) == ("a", None)
    assert 0.6 <= similar.similarity < 1


def test_one_changed_figure_makes_another_version_in_the_same_format():
    changed = [*ONE[:-1], ONE[-1] + " 41"]
    assert codes(paper("a", ONE), paper("b", changed)) == {"b": ("near_duplicate",)}


@pytest.mark.parametrize(
    "other",
    [HALF_NEW, [FRAME[0], *sentences(9, 8), FRAME[1]], sentences(4)],
    ids=["keeps half of the text", "the same frame around another matter", "other sentences of the same words"],
)
def test_papers_that_only_look_alike_are_two(other):
    assert codes(paper("a", [FRAME[0], *ONE[:8], FRAME[1]]), paper("b", ONE), paper("c", other)) == {}


def test_translations_are_no_repeats():
    french = ["Le Gouvernement a ouvert des centres d'accueil pour enfants dans le nord du pays en 2019."] * 3
    english = ["The Government opened shelters for children in the north of the country in 2019."] * 3
    assert codes(paper("a", english), paper("b", french)) == {}


def test_short_texts_are_left_alone():
    note = ["Please find our paper attached."]
    assert codes(paper("a", note), paper("b", note)) == {}


def test_chinese_is_compared_sign_by_sign():
    text = ["政府于二〇一九年通过了一项关于气候流动的国家计划，并在北部地区为移徙儿童开设了两个收容中心。"]
    assert codes(paper("a", text), paper("b", [text[0].replace("，", ", ")], "pdf")) == {"b": ("same_text",)}


def test_last_years_paper_is_known_again_with_its_edition():
    last_year = (paper("old", ONE, edition="2019"), paper("other", sentences(5), edition="2019"))
    found = find_repeats([paper("a", REVISED), paper("b", sentences(6))], last_year)
    assert found["a"].codes == ("sent_before",)
    assert found["a"].duplicate_of is None
    assert [(similar.doc_id, similar.edition) for similar in found["a"].similar_to] == [("old", "2019")]
    assert set(found) == {"a"}


def test_a_paper_may_be_a_copy_and_sent_before():
    found = find_repeats([paper("a", ONE), paper("b", ONE, "pdf")], [paper("old", ONE, edition="2019")])
    assert found["b"].codes == ("same_text", "sent_before")
    assert [similar.edition for similar in found["b"].similar_to] == [None, "2019"]


def test_a_chain_of_copies_leads_to_the_first():
    found = find_repeats([paper("a", ONE), paper("b", PRINTED, "pdf"), paper("c", PRINTED, "pdf")])
    assert {finding.duplicate_of for finding in found.values()} == {"a"}


def test_words_leave_out_case_signs_and_forms_of_letters():
    assert words_of(["Co‑operation: ＡＢＣ ﬁnal"]) == words_of(["co-operation abc FINAL"])


def test_the_signature_of_a_text_is_the_same_everywhere():
    assert sign(ONE) == sign(list(ONE))
    assert all(one.values != other.values for one, other in pairwise(map(sign, (ONE, REVISED, HALF_NEW))))
    plan = sign(["The Government adopted a plan."])
    assert plan.values.startswith("b51c1f33")  # kept from run to run
