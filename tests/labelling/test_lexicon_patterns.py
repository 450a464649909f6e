"""The pattern language: what matches, what must not, and what is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.labelling.patterns import PatternError, compile_pattern, fold, plain


def matched(pattern: str, text: str) -> list[str]:
    form = plain(text)
    spans = [form.original(*match.span()) for match in compile_pattern(pattern).regex.finditer(form.text)]
    return [text[start:end] for start, end in spans]


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ("border guard", "Border Guard posts", ["Border Guard"]),
        ("border guard", "border guards", []),
        ("border guard*", "two border guards left", ["border guards"]),
        ("age assessment", "age-assessment", ["age-assessment"]),
        ("child* best interests", "each child’s best interests", ["child’s best interests"]),
        ("workers rights", "migrant workers' rights", ["workers' rights"]),
        ("access to [basic] services", "access to services", ["access to services"]),
        ("access to [basic] services", "access to basic services", ["access to basic services"]),
        ("(boys|young girls) alone", "young girls alone", ["young girls alone"]),
        ("train* ~2 guards", "training of border guards", ["training of border guards"]),
        ("train* ~2 guards", "training of all the border guards", []),
        ("health ~3 education", "health, housing and education", ["health, housing and education"]),
        ("health ~3 education", "health; also education", []),
        ("health ~3 education", "health. Education", []),
        ("etat civil", "l’état civil", ["état civil"]),
        ("droit d'asile", "le droit d’asile", ["droit d’asile"]),
        ("2030 agenda", "the 2030 Agenda", ["2030 Agenda"]),
        ("niñ* separad*", "niñas separadas", ["niñas separadas"]),
    ],
)
def test_a_pattern_matches_whole_words_in_any_spelling(pattern, text, expected):
    assert matched(pattern, text) == expected


def test_a_decomposed_accent_and_a_soft_hyphen_change_nothing_but_the_offsets():
    assert matched("régulari*", "la re\u0301gula\u00adrisation") == ["re\u0301gula\u00adrisation"]


@pytest.mark.parametrize(
    ("pattern", "message"),
    [
        ("(child|boy", "'(' is not closed"),
        ("child|boy)", "closes nothing"),
        ("(child|)", "an alternative is empty"),
        ("", "an alternative is empty"),
        ("~3 school", "begins or ends with a gap"),
        ("school ~3", "begins or ends with a gap"),
        ("school ~40 child", "a gap is between 1 and 10"),
        ("[the]", "requires no word"),
        ("mi* worker", "too short for a star"),
        ("mig*ant", "a star may only end a word"),
        ("*migrant", "a star may only end a word"),
    ],
)
def test_a_faulty_pattern_is_refused_with_a_sentence(pattern, message):
    with pytest.raises(PatternError, match=r".") as caught:
        compile_pattern(pattern)
    assert message in str(caught.value)


@given(st.text(max_size=200))
def test_every_word_of_the_plain_form_comes_from_its_place_in_the_text(text):
    form = plain(text)
    assert form.text == f" {' '.join(form.text.split())} "
    for word, (start, end) in zip(form.text.split(), form.spans, strict=True):
        assert 0 <= start < end <= len(text)
        assert word == ";" or word[:1] in fold(text[start:end])


@given(st.text(alphabet="abc é-’;.\n", max_size=60), st.text(alphabet="abc -’.", max_size=20))
def test_text_put_before_shifts_a_match_by_its_length(text, before):
    pattern = compile_pattern("(abc|cab*) ~2 é")
    form, shifted = plain(text), plain(f"{before}; {text}")
    spans = [form.original(*match.span()) for match in pattern.regex.finditer(form.text)]
    later = [shifted.original(*match.span()) for match in pattern.regex.finditer(shifted.text)]
    added = len(before) + 2
    assert [(start + added, end + added) for start, end in spans] == [span for span in later if span[0] >= added]
