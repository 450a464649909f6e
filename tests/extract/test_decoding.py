"""Which encoding a text is in: a grid of languages, encodings and lengths, and what is refused."""

from __future__ import annotations

import pytest
from encoded_texts import ENCODINGS, LONG, SHORT, WIDE, encoded
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.errors import UnsupportedType
from pipeline.extract import media_type
from pipeline.extract.media_type import sniff
from pipeline.extract.text.decoding import decode, decode_as

GRID = [
    pytest.param(text, encoding, id=f"{language}-{encoding}-{length}")
    for length, texts in (("short", SHORT), ("long", LONG))
    for language, text in texts.items()
    for encoding in ENCODINGS[language]
]


@pytest.mark.parametrize(("text", "encoding"), GRID)
def test_a_text_of_two_sentences_or_a_page_is_read_in_its_encoding(text: str, encoding: str) -> None:
    data, held = encoded(text, encoding)
    assert decode(data)[0] == held
    assert sniff(data) == media_type.TEXT


@pytest.mark.parametrize("encoding", WIDE)
def test_a_wide_encoding_without_a_mark_is_certain(encoding: str) -> None:
    assert decode(SHORT["ru"].encode(encoding)) == (SHORT["ru"], ())


def test_a_guess_is_told() -> None:
    assert decode(SHORT["ar"].encode("cp1256")) == (SHORT["ar"], ("encoding_guessed",))


@pytest.mark.parametrize(
    "text",
    [
        "The harbour school – a barge – is open. The crews’ papers were “lost” at sea…",
        "<p>Crews – mostly cooks – were paid late.</p>",
        "L’école du port – une péniche – est ouverte…",
        "• The harbour school’s barge\n• The crew’s mess\n",
    ],
)
def test_dashes_and_quotes_are_not_taken_for_letters_of_the_macintosh(text: str) -> None:
    assert decode(text.encode("cp1252"))[0] == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Η κυβέρνηση άνοιξε δύο κέντρα για μετανάστες.", "cp1253"),
        ("הממשלה פתחה שני מקלטים למהגרים.", "cp1255"),
        ("Władze otworzyły dwa ośrodki dla cudzoziemców.", "cp1250"),
        ("政府は移民のために二つの施設を開設した。", "cp932"),
        ("정부는 이주민을 위해 두 개의 쉼터를 열었다.", "cp949"),
        ("Уряд відкрив два притулки для мігрантів.", "cp1251"),
        ("Die Behörden eröffneten zwei Häuser für Flüchtlinge.", "cp1252"),
    ],
)
def test_a_further_language_is_not_taken_for_one_of_the_six(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding))[0] == text


@pytest.mark.parametrize(
    "data",
    [
        bytes(128 + place * 53 % 128 for place in range(400)),
        b"text \x01\x02\x03\x04 text",
        b"\xff\xfeodd",
        b"\x00\x01\x02\x03" * 50,
    ],
)
def test_bytes_that_no_encoding_makes_a_text_of_are_refused(data: bytes) -> None:
    with pytest.raises(UnsupportedType, match="not text"):
        decode(data)


def test_a_piece_of_an_older_text_in_a_text_in_utf_8_is_read_as_western() -> None:
    data = SHORT["fr"].encode() * 4 + "été".encode("cp1252")
    assert decode(data) == (SHORT["fr"] * 4 + "été", ("encoding_guessed",))


def test_a_text_in_utf_8_that_is_cut_inside_a_character_keeps_its_encoding() -> None:
    assert decode(LONG["ru"].encode()[:-2])[0].startswith(LONG["ru"][:-3])


@pytest.mark.parametrize(
    ("language", "misread"), [("fr", "cp1252"), ("ru", "cp1251"), ("es", "latin-1"), ("zh", "latin-1")]
)
def test_a_text_that_was_read_wrong_and_saved_again_is_repaired(language: str, misread: str) -> None:
    spoilt = SHORT[language].encode().decode(misread)
    assert decode(spoilt.encode()) == (SHORT[language], ("mojibake_repaired",))


@pytest.mark.parametrize(
    "text", ["La QUALITÉ» des soins", "SÃO TOMÉ E PRÍNCIPE", "« À Âmes », Ångström", "5 °C – 3×4 ½"]
)
def test_rare_but_right_letters_are_left_alone(text: str) -> None:
    assert decode(text.encode()) == (text, ())


@pytest.mark.parametrize(
    ("data", "named", "text"),
    [
        ("été".encode("cp1252"), "ISO-8859-1", "été"),
        ("“été”".encode("cp1252"), "iso-8859-1", "“été”"),
        ("été".encode(), "windows-1252", "été"),
        (SHORT["ru"].encode("koi8-r"), "koi8-r", SHORT["ru"]),
        (SHORT["ru"].encode("koi8-r"), "windows-1251", SHORT["ru"]),
        (SHORT["zh"].encode("gb18030"), "gb2312", SHORT["zh"]),
        ("Жа".encode("cp1251"), "windows-1251", "Жа"),
        ("été".encode(), "unicode_escape", "été"),
        ("été".encode(), "no-such-encoding", "été"),
    ],
)
def test_the_word_of_the_sender_counts_as_long_as_the_bytes_agree(data: bytes, named: str, text: str) -> None:
    assert decode_as(data, named)[0] == text


@settings(deadline=None)
@given(st.binary(min_size=1, max_size=200))
def test_any_bytes_are_decoded_or_refused(data: bytes) -> None:
    try:
        text, _ = decode(data)
    except UnsupportedType:
        return
    assert "\x00" not in text


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "cp866", "iso8859-5", "cp1256"])
def test_a_title_in_capitals_is_not_taken_for_small_letters(encoding: str) -> None:
    text = "ДОКЛАД О ЗАЩИТЕ МИГРАНТОВ И БЕЖЕНЦЕВ" if encoding != "cp1256" else "تقرير"
    assert decode(text.encode(encoding))[0] == text
