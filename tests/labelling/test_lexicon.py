"""The lexicon's engine, on lexicons of a few lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import ConfigError
from pipeline.labelling.lexicon import Entry, Hit, Lexicon, Name
from pipeline.labelling.patterns import compile_pattern

HEADER = "code\tkind\tpattern\tnote\n"


@pytest.fixture
def lexicon_of(tmp_path):
    def build(*lines, name="terms.tsv", known=None):
        folder = tmp_path / "en"
        folder.mkdir(exist_ok=True)
        (folder / name).write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")
        return Lexicon.load(tmp_path, "en", known=known)

    return build


def test_a_term_counts_alone_and_opens_the_gate(lexicon_of):
    reading = lexicon_of("o10,trafficking_smuggling\tterm\ttraffick*").read("They combat trafficking.")
    assert reading.concerns_migration
    assert reading.hits == (
        Hit("gcm_objective", "10", 12, 23, 1.0, "term"),
        Hit("theme", "trafficking_smuggling", 12, 23, 1.0, "term"),
    )


def test_a_topic_counts_only_where_the_sentence_or_its_context_concerns_migration(lexicon_of):
    lexicon = lexicon_of("o15\ttopic\thealth care", "migration\tterm\tmigrant*")
    assert not lexicon.read("Health care for women").hits
    assert lexicon.read("Health care for migrants").codes("gcm_objective") == {"15"}
    assert lexicon.read("Health care for women", in_context=True).codes("gcm_objective") == {"15"}


def test_one_cue_weighs_less_and_two_different_cues_make_a_term(lexicon_of):
    lexicon = lexicon_of("o15\tcue\t(health|schools)", "o15\tcue\thousing")
    lone = lexicon.read("health and health", in_context=True)
    assert {hit.weight for hit in lone.hits} == {0.5}
    assert lone.codes("gcm_objective") == set()
    assert lexicon.read("health and schools", in_context=True).codes("gcm_objective") == {"15"}
    assert lexicon.read("health and housing", in_context=True).codes("gcm_objective") == {"15"}


def test_a_veto_drops_only_the_hits_of_its_label_that_it_touches(lexicon_of):
    lexicon = lexicon_of(
        "o15,basic_services\ttopic\tshelter*", "o10\tterm\ttraffick*", "o15\tveto\tshelter* ~2 victims of traffick*"
    )
    reading = lexicon.read("Shelters for victims of trafficking; a shelter for all")
    assert [(hit.code, hit.start) for hit in reading.hits] == [
        ("basic_services", 0),
        ("10", 24),
        ("15", 39),
        ("basic_services", 39),
    ]


def test_a_mask_hides_what_it_holds_but_not_what_reaches_beyond_it(lexicon_of):
    lexicon = lexicon_of(
        "o4\tterm\tstatelessness",
        "o4\tterm\tratif* ~4 reduction of statelessness",
        "*\tmask\tconvention on the reduction of statelessness",
    )
    assert not lexicon.read("Under the Convention on the Reduction of Statelessness").hits
    assert lexicon.read("It ratified the Convention on the Reduction of Statelessness").codes("gcm_objective") == {"4"}


def test_of_hits_inside_each_other_the_longest_stays(lexicon_of):
    lexicon = lexicon_of("o21\tterm\treturn*", "o21\tterm\tvoluntary return*", "o21\tcue\tvoluntary")
    assert [(hit.start, hit.end) for hit in lexicon.read("voluntary returns").hits] == [(0, 17)]


def test_a_scheme_that_the_user_adds_is_named_before_a_colon(lexicon_of):
    assert lexicon_of("sdg:t10_7\tterm\tmigra*").read("migrants").codes("sdg") == {"t10_7"}


def test_a_language_without_files_gives_an_empty_lexicon(tmp_path):
    lexicon = Lexicon.load(tmp_path, "ar")
    assert not lexicon.entries
    assert not lexicon.read("migrants").hits


def test_all_faults_of_all_files_come_at_once_with_their_places(lexicon_of, tmp_path):
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "terms_bad.tsv").write_text("code,kind\n", encoding="utf-8")
    (tmp_path / "en" / "terms_latin.tsv").write_bytes(HEADER.encode() + "o1\tterm\tdonn\xe9es\n".encode("latin-1"))
    with pytest.raises(ConfigError) as caught:
        lexicon_of(
            "# a remark",
            "o1\tword\tdata",
            "o1\tterm",
            "O 1\tterm\tdata",
            "o1\tterm\t(data",
            "o1\tmask\tdata",
            "o1\tterm\tfigures",
            "o1\tveto\tfigures",
            "o99\tterm\tnumbers",
            "o1\tterm\tfigures",
            known={("gcm_objective", "1")},
        )
    places = [problem.place for problem in caught.value.problems]
    assert places == [
        *(f"en/terms.tsv:{line}" for line in (3, 4, 5, 6, 7, 9, 10, 11)),
        "en/terms_bad.tsv:1",
        "en/terms_latin.tsv",
    ]
    messages = str(caught.value)
    assert "choose term, topic, cue, veto, mask" in messages
    assert "is a veto of 1 here and a term at en/terms.tsv:8: it would veto itself" in messages
    assert "en/terms.tsv:11: 'figures' for 1 stands already at en/terms.tsv:8" in messages
    assert "known are 1" in messages


def test_the_fingerprint_follows_what_entries_say_and_not_where_they_stand(lexicon_of):
    first = lexicon_of("o1\tterm\tdata\tsome note", "o2\tterm\tdrivers").fingerprint
    assert lexicon_of("o2\tterm\tdrivers", "", "o1\tterm\tdata").fingerprint == first
    assert lexicon_of("o2\tterm\tdrivers", "o1\ttopic\tdata").fingerprint != first


def test_other_tables_of_the_language_folder_are_left_alone(lexicon_of, tmp_path):
    lexicon_of("o1\tterm\tdata")
    (tmp_path / "en" / "status.tsv").write_text("another format", encoding="utf-8")
    assert len(Lexicon.load(tmp_path, "en").entries) == 1


@pytest.mark.parametrize("text", ["a" * 100_000, "data " * 20_000, "data, and ~ the " * 6_000, "\u0301" * 100_000])
def test_a_page_that_came_as_one_sentence_is_read_to_its_end(lexicon_of, text):
    reading = lexicon_of("o1\tterm\tdata ~8 (figures|final) ~8 words", "o1\tterm\tfinal word").read(
        text + " final word"
    )
    assert [(hit.start, hit.end) for hit in reading.hits] == [(len(text) + 1, len(text) + 11)]


def small_lexicon():
    lines = {
        "health care": ("15", "topic"),
        "migrants": ("5", "term"),
        "(shelters ~4 trafficking|trafficking)": ("10", "term"),
    }
    return Lexicon(
        [
            Entry((Name("gcm_objective", code),), kind, source, compile_pattern(source))
            for source, (code, kind) in lines.items()
        ],
        "en",
    )


WORDS = ["health", "care", "for", "migrants", ";", "shelters", "of", "trafficking", "in", "the", "camp"]


@given(st.lists(st.sampled_from(WORDS), max_size=20))
def test_hits_are_in_order_and_inside_the_text(words):
    text = " ".join(words)
    hits = small_lexicon().read(text).hits
    assert all(0 <= hit.start < hit.end <= len(text) for hit in hits)
    assert [hit.start for hit in hits] == sorted(hit.start for hit in hits)
