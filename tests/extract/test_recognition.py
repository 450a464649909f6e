"""Recognition of scans that are made here: our texts in the six languages, drawn, turned a little and dusted."""

from __future__ import annotations

import io
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas
from scanned_texts import DPI, TEXTS, page_of, scan_pdf, scanned, set_text, share_found

from pipeline.content import Box, Extraction, Line
from pipeline.errors import DamagedFile, DocumentError, LimitExceeded, NoText
from pipeline.extract import Extractor
from pipeline.extract.pdf import read_pdf
from pipeline.extract.recognition.at_hand import recognition_at_hand
from pipeline.extract.recognition.doubt import is_rubbish
from pipeline.extract.recognition.engines import best_engine, installed_engines
from pipeline.extract.recognition.furniture import part_furniture
from pipeline.extract.recognition.hocr import parse_hocr
from pipeline.extract.recognition.languages import lacks_language, latin_languages
from pipeline.extract.recognition.repairs import repaired
from pipeline.extract.recognition.sizes import in_few_sizes
from pipeline.extract.recognition.words import PageReading, PrintedLine, Word
from pipeline.extract.settings import ExtractSettings
from pipeline.runner.recognized import PageFolder
from pipeline.segment.layout import lines_to_blocks

CORPUS = Path(__file__).resolve().parents[2] / ".." / "shared" / "corpus" / "upr"
LEAST_SHARE = {"en": 0.95, "fr": 0.95, "es": 0.95, "ru": 0.95, "ar": 0.92, "zh": 0.95}


def need(language: str) -> None:
    """Skip where no engine here reads a language."""
    if not any(language in engine.languages for engine in installed_engines()):
        pytest.skip(f"no recognition engine with data for {language} is installed here")


def text_of(extraction: Extraction) -> str:
    return plain(" ".join(line.text for line in extraction.lines))


def plain(text: str) -> str:
    return text.replace("’", "'").replace("‘", "'")


def read(data: bytes, **settings: object) -> Extraction:
    return Extractor(ExtractSettings(**settings))(data)


@pytest.fixture
def without_engines(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Hide the program and the package that this machine may have."""
    monkeypatch.setenv("PATH", "")
    monkeypatch.setitem(sys.modules, "tesserocr", None)
    installed_engines.cache_clear()
    yield
    installed_engines.cache_clear()


@pytest.mark.parametrize("language", TEXTS)
def test_a_scan_is_read_in_each_language(language: str) -> None:
    need(language)
    extraction = read(scan_pdf(scanned(page_of(language))))
    found = text_of(extraction)
    is_spaced = language != "zh"
    share = share_found(plain(TEXTS[language]), found if is_spaced else found.replace(" ", ""), spaced=is_spaced)
    assert share >= LEAST_SHARE[language]
    assert (extraction.method, extraction.warnings, extraction.pages) == ("ocr", ("recognized",), 1)


@pytest.mark.parametrize("degrees", [90, 180])
def test_a_page_that_lies_on_its_side_or_head_is_turned(degrees: int) -> None:
    need("en")
    picture = scanned(page_of("en")).rotate(degrees, expand=True)
    assert share_found(plain(TEXTS["en"]), text_of(read(scan_pdf(picture)))) >= 0.95


def test_the_package_alone_reads_a_scan_without_any_program(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("tesserocr", reason="the extra `ocr` is not installed here")
    monkeypatch.setenv("PATH", "")
    installed_engines.cache_clear()
    try:
        extraction = read(scan_pdf(scanned(page_of("en"))))
    finally:
        installed_engines.cache_clear()
    assert extraction.engine.startswith("pdfium, tesserocr")
    assert share_found(plain(TEXTS["en"]), text_of(extraction)) >= 0.95


@pytest.mark.parametrize(("language", "expected"), [("fr", True), ("en", False)])
def test_a_page_read_without_its_own_language_says_so(language: str, expected: bool) -> None:
    assert lacks_language(TEXTS[language], ("en",)) == expected
    assert not lacks_language(TEXTS[language], ("en", "fr", "es"))
    assert not lacks_language(TEXTS[language], ("ru", "en"))


def test_paragraphs_of_a_scan_keep_their_borders_and_numbers() -> None:
    need("en")
    blocks = lines_to_blocks(read(scan_pdf(scanned(page_of("en"))))).blocks
    assert [block.label for block in blocks] == [None, "2.", "3.", "4."]
    assert [len(block.text) // 100 for block in blocks] == [len(part) // 100 for part in TEXTS["en"].split("\n")]


def test_lines_of_one_size_in_a_crooked_scan_have_one_size_and_one_margin() -> None:
    need("en")
    lines = read(scan_pdf(scanned(page_of("en"), skew=0.8))).lines
    (size,) = {line.size for line in lines}
    assert size == pytest.approx(11, abs=1.5)
    assert max(line.box.x0 for line in lines) - min(line.box.x0 for line in lines) < 2.5
    assert not any(line.bold for line in lines)


def test_two_columns_are_read_one_after_the_other() -> None:
    need("en")
    first, second = TEXTS["en"].split("\n")[:2], TEXTS["en"].split("\n")[2:]
    page = Image.new("L", (round(595 * DPI / 72), round(842 * DPI / 72)), 255)
    for place, part in enumerate((first, second)):
        column = set_text("\n".join(part), "en", points=10, width=300, margin=30)
        page.paste(column, (round(place * 280 * DPI / 72), 0))
    text = " ".join(block.text for block in lines_to_blocks(read(scan_pdf(scanned(page)))).blocks)
    assert text.index("guardian") < text.index("inspectors") < text.index("interpreters")
    assert "legal advice and a school for children" in text


def test_a_scan_behind_a_page_of_text_is_read_too() -> None:
    need("en")
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=True)
    canvas.drawString(72, 700, "The State sends its report on migration with this letter.")
    canvas.showPage()
    canvas.drawInlineImage(scanned(page_of("en")), 0, 0, 595, 842)
    canvas.showPage()
    canvas.save()
    extraction = read(buffer.getvalue())
    assert (extraction.method, extraction.warnings) == ("mixed", ("recognized",))
    assert [line.text for line in extraction.lines if line.box.page == 1] == [
        "The State sends its report on migration with this letter."
    ]
    assert share_found(plain(TEXTS["en"]), text_of(extraction)) >= 0.95


def shifted_layer(text: str) -> bytes:
    """Set a scan with a layer of letters that stand for others under it, as fonts without a table leave."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=True)
    for row, start in enumerate(range(0, len(text), 70)):
        spoilt = "".join(chr(ord(sign) - 29) if "a" <= sign <= "z" else sign for sign in text[start : start + 70])
        canvas.drawString(72, 770 - 20 * row, spoilt)
    canvas.drawInlineImage(scanned(page_of("en")), 0, 0, 595, 842)
    canvas.save()
    return buffer.getvalue()


def test_a_layer_of_rubbish_gives_way_to_what_the_page_shows() -> None:
    need("en")
    extraction = read(shifted_layer(TEXTS["en"].replace("\n", " ")))
    assert (extraction.method, extraction.warnings) == ("ocr", ("recognized",))
    assert share_found(plain(TEXTS["en"]), text_of(extraction)) >= 0.95


def test_a_layer_of_rubbish_stays_with_a_warning_where_recognition_is_off() -> None:
    extraction = read(shifted_layer(TEXTS["en"].replace("\n", " ")), recognition="off")
    assert (extraction.method, extraction.warnings) == ("text", ("doubtful_text_layer",))


def lines_of(text: str) -> list[Line]:
    return [Line(text[start : start + 80], Box(1, 72, 0, 500, 10), 10.0) for start in range(0, len(text), 80)]


@pytest.mark.parametrize(
    "text",
    [
        *TEXTS.values(),
        "CoE-CPT, para. 12. CoE-Commissioner, p. 2. " * 12,
        "1,204 3,118 45.2 Male 88 Female 97 Total 185 " * 12,
        "Vlada je lani na severu države odprla tri sprejemne centre za družine priseljencev. " * 5,
        "Năm ngoái Chính phủ đã mở ba trung tâm tiếp nhận các gia đình di cư ở tỉnh phía bắc. " * 5,
        "V loňském roce otevřela vláda na severu tři přijímací střediska, čtvrtletně zvlášť zřízená. " * 5,
        "Im vergangenen Jahr eröffnete die Regierung drei Aufnahmezentren für Familien von Zuwanderern. " * 5,
    ],
)
def test_good_text_in_any_language_is_no_rubbish(text: str) -> None:
    assert not is_rubbish(lines_of(text))


@pytest.mark.parametrize(
    "text",
    [
        TEXTS["ru"].encode("cp1251", "replace").decode("latin-1"),
        re.sub(
            "[а-я]", lambda match: chr(ord("a") + ord(match[0]) % 26) if ord(match[0]) % 3 else match[0], TEXTS["ru"]
        ),
        "(cid:12)(cid:3)(cid:77) (cid:5)(cid:8)" * 20,
        "".join(chr(0xF000 + ord(sign)) for sign in TEXTS["en"]),
        "Xqz wrtplk bvnm dfghjk lkjhg trwqp zxcvb mnbvcx " * 8,
        "".join(chr(ord(sign) + 0x120) if sign.isalpha() else sign for sign in TEXTS["en"]),
    ],
    ids=["Cyrillic as Latin-1", "two scripts in a word", "glyph numbers", "private use", "no vowels", "rare letters"],
)
def test_letters_that_stand_for_others_are_rubbish(text: str) -> None:
    assert is_rubbish(lines_of(text))


def test_a_blank_page_is_neither_recognized_nor_missed() -> None:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=True)
    canvas.drawString(72, 700, "Only the first page says something.")
    canvas.showPage()
    canvas.showPage()
    canvas.save()
    extraction = read(buffer.getvalue())
    assert (extraction.method, extraction.warnings, extraction.pages) == ("text", (), 2)


def test_a_page_seen_before_is_not_recognized_again(tmp_path: Path) -> None:
    need("en")
    data = scan_pdf(*[scanned(set_text(text, "en")) for text in TEXTS["en"].split("\n")[:2]])
    extractor = Extractor(ExtractSettings(), PageFolder(tmp_path))
    first = extractor(data)
    kept = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.json")}
    assert len(kept) == 2
    # An answer that no engine would give shows where the second reading comes from.
    for path in kept:
        path.write_text(path.read_text(encoding="utf-8").replace("centre", "center"), encoding="utf-8")
    changed = {path: path.stat().st_mtime_ns for path in kept}
    second = extractor(data)
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.json")} == changed
    assert text_of(second) == text_of(first).replace("centre", "center") != text_of(first)


def test_a_spoilt_cache_is_no_obstacle(tmp_path: Path) -> None:
    need("en")
    extractor = Extractor(ExtractSettings(), PageFolder(tmp_path))
    data = scan_pdf(scanned(page_of("en")))
    first = extractor(data)
    for path in tmp_path.rglob("*.json"):
        path.write_text('{"lines": 3}', encoding="utf-8")
    assert extractor(data) == first


@pytest.mark.usefixtures("without_engines")
def test_without_an_engine_the_failure_says_what_to_install() -> None:
    with pytest.raises(NoText, match="1 page and no text") as caught:
        read(scan_pdf(page_of("en")))
    assert "pip install 'gcm-pipeline[ocr]'" in caught.value.hint
    assert "tesseract-ocr" in caught.value.hint


def test_where_recognition_is_off_the_failure_says_how_to_allow_it() -> None:
    with pytest.raises(NoText) as caught:
        read(scan_pdf(page_of("en")), recognition="off")
    assert "extract.recognition" in caught.value.hint


@pytest.mark.usefixtures("without_engines")
def test_without_an_engine_the_pages_of_text_are_kept_and_the_others_named() -> None:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=True)
    canvas.drawString(72, 700, "The annex is a scan.")
    canvas.showPage()
    canvas.drawInlineImage(page_of("en"), 0, 0, 595, 842)
    canvas.save()
    extraction = read(buffer.getvalue())
    assert [line.text for line in extraction.lines] == ["The annex is a scan."]
    assert (extraction.method, extraction.warnings) == ("text", ("pages_without_text",))


def picture_file(kind: str, *pictures: Image.Image) -> bytes:
    buffer = io.BytesIO()
    several = {"save_all": True, "append_images": pictures[1:]} if len(pictures) > 1 else {}
    pictures[0].save(buffer, kind, **several)
    return buffer.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF", "TIFF"])
def test_a_picture_file_is_read(kind: str) -> None:
    need("en")
    extraction = read(picture_file(kind, scanned(page_of("en"))))
    assert share_found(plain(TEXTS["en"]), text_of(extraction)) >= 0.95
    assert (extraction.method, extraction.pages) == ("ocr", 1)
    assert extraction.media_type == f"image/{kind.lower()}"


def test_every_page_of_a_fax_is_read() -> None:
    need("en")
    pages = [scanned(set_text(text, "en")).convert("1") for text in TEXTS["en"].split("\n")[:2]]
    extraction = read(picture_file("TIFF", *pages))
    assert extraction.pages == 2
    assert {line.box.page for line in extraction.lines} == {1, 2}
    assert "guardian" in " ".join(line.text for line in extraction.lines if line.box.page == 2)


def test_a_transparent_picture_lies_on_white_paper() -> None:
    need("en")
    page = page_of("en")
    see_through = Image.new("RGBA", page.size, (0, 0, 0, 0))
    see_through.putalpha(page.point(lambda shade: 255 - shade))
    assert share_found(plain(TEXTS["en"]), text_of(read(picture_file("PNG", see_through)))) >= 0.95


def test_a_picture_without_text_says_so() -> None:
    need("en")
    with pytest.raises(NoText, match="no text could be recognized"):
        read(picture_file("PNG", Image.new("L", (600, 800), 255)))


def test_a_picture_of_too_many_pixels_is_refused_unread() -> None:
    need("en")
    with pytest.raises(LimitExceeded, match="pixels"):
        read(picture_file("PNG", Image.new("1", (14_000, 14_000))))


def test_a_tiff_of_too_many_pages_is_refused() -> None:
    need("en")
    with pytest.raises(LimitExceeded, match="2 pages"):
        read(picture_file("TIFF", *[Image.new("1", (40, 40), 1)] * 3), max_pages=2)


def test_a_cut_picture_is_damaged() -> None:
    need("en")
    with pytest.raises(DamagedFile):
        read(picture_file("PNG", page_of("en"))[:20_000])


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF", "TIFF"])
def test_spoilt_pictures_end_in_an_extraction_or_a_document_error(kind: str) -> None:
    good = picture_file(kind, set_text("A short line.", "en", width=150, height=60, margin=20))
    for place in range(12, min(len(good), 400), 53):
        spoilt = good[:place] + bytes([good[place] ^ 0xA5, 0xFF]) + good[place + 2 :]
        try:
            read(spoilt)
        except DocumentError as error:
            assert error.hint


def test_nothing_is_written_to_the_terminal(capfd: pytest.CaptureFixture[str]) -> None:
    need("en")
    fax = picture_file("TIFF", set_text("A short line.", "en", width=150, height=60, margin=20).convert("1"))
    cut = fax.replace(b"\x11\x01\x04\x00\x01", b"\x11\x01\x03\x00\x09")  # the strips' place in the directory
    for data in (fax, cut, picture_file("TIFF", Image.new("1", (9, 9)))):
        try:
            read(data)
        except DocumentError as error:
            assert error.hint
    assert capfd.readouterr().err == ""


def test_hocr_says_where_lines_and_words_stand() -> None:
    (line,) = parse_hocr(
        "<html><span class='ocr_line' title='bbox 100 200 500 240; baseline 0.01 -8; x_size 32'>"
        "<span class='ocrx_word' title='bbox 100 205 180 232; x_wconf 91'>Human</span> "
        "<span class='ocrx_word' title='bbox 190 205 280 240; x_wconf 81'><strong>rights</strong></span></span></html>"
    )
    assert line == PrintedLine((Word("Human", 100, 180, 91), Word("rights", 190, 280, 81)), 232.0, 0.01, 32.0)
    assert line.confidence == pytest.approx(85.5, abs=0.1)


@pytest.mark.parametrize("text", ["", "no markup", "<html", b"\xff\xfe\x00"])
def test_what_is_no_hocr_has_no_lines(text: str | bytes) -> None:
    assert parse_hocr(text) == ()


def row(words: str, x0: float, baseline: float, *, height: float = 30.0, gap: float = 8.0) -> PrintedLine:
    """Set words of ten pixels a letter."""
    placed = []
    for word in words.split():
        placed.append(Word(word, x0, x0 + 10 * len(word), 90.0))
        x0 += 10 * len(word) + gap
    return PrintedLine(tuple(placed), baseline, 0.0, height)


def test_letters_that_stand_where_list_signs_stand_are_list_signs() -> None:
    lines = [row("e Opening", 100, 200, gap=40), row("centres", 150, 240), row("¢ Training", 101, 280, gap=40)]
    assert [line.words[0].text for line in repaired(lines, ("en",))] == ["•", "centres", "•"]
    alone = [row("e Opening", 100, 200, gap=40)]
    assert repaired(alone, ("en",))[0].words[0].text == "e"


@pytest.mark.parametrize(
    ("read_as", "expected"),
    [("17...", "17."), ("24,", "24."), ("2:", "2."), ("|.", "1."), ("I.", "I."), ("1990", "1990")],
)
def test_a_number_before_a_tab_gets_its_full_stop_back(read_as: str, expected: str) -> None:
    assert repaired([row(f"{read_as} Slovenia", 100, 200, gap=40)], ("en",))[0].words[0].text == expected
    assert (
        repaired([row(f"{read_as} Slovenia", 100, 200, gap=8)], ("en",))[0].words[0].text == read_as or read_as == "|."
    )


def test_a_number_that_stands_far_before_its_line_is_found() -> None:
    need("en")
    page = Image.new("L", (round(595 * DPI / 72), round(842 * DPI / 72)), 255)
    for place, paragraph in enumerate(TEXTS["en"].split("\n")[1:]):
        number, text = paragraph.split(" ", 1)
        y = round((60 + 130 * place) * DPI / 72)
        page.paste(set_text(text, "en", width=400, height=120, margin=10), (round(150 * DPI / 72), y))
        page.paste(set_text(number, "en", width=40, height=40, margin=10), (round(90 * DPI / 72), y))
    lines = read(scan_pdf(scanned(page))).lines
    assert [line.text for line in lines if line.box.x0 < 120] == ["2.", "3.", "4."]


def test_an_upright_stroke_before_a_small_letter_is_i_in_english_only() -> None:
    line = [row("that | am", 100, 200)]
    assert [word.text for word in repaired(line, ("en",))[0].words] == ["that", "I", "am"]
    assert [word.text for word in repaired(line, ("fr",))[0].words] == ["that", "am"]


def test_sizes_that_differ_by_measurement_become_one_and_titles_stay_apart() -> None:
    lines = [
        Line("A line of the running text", Box(1, 72, y, 500, y + 10), size)
        for y, size in ((100, 10.8), (114, 11.4), (128, 11.1))
    ]
    title = Line("The title of the paper", Box(1, 72, 60, 300, 80), 18.2)
    assert [line.size for line in in_few_sizes([title, *lines])] == [18.0, 11.0, 11.0, 11.0]
    known = [Line("Read from the file", Box(2, 72, 0, 1, 1), 10.5)]
    assert [line.size for line in in_few_sizes([title, *lines], known)] == [18.0, 10.5, 10.5, 10.5]


def test_a_header_read_a_little_otherwise_on_each_page_is_furniture() -> None:
    heads = ("UNION OF STATES", "UNI0N OF STATES", "UNION OF STAIES")
    lines = [Line(head, Box(page, 200, 50, 380, 60), 9.0) for page, head in enumerate(heads, 1)]
    body = [Line(f"Objective {page}", Box(page, 72, 62, 400, 72), 11.0) for page in (1, 2, 3)]
    numbers = [Line(f"Page {page}", Box(page, 72, 780, 400, 790), 11.0) for page in (1, 2, 3)]
    scrap = [Line("\\", Box(2, 390, 51, 394, 60), 9.0)]
    left, furniture = part_furniture([*lines, *body, *scrap, *numbers])
    assert left == body
    assert furniture == (*heads, "\\", "Page 1", "Page 2", "Page 3")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (TEXTS["en"], ("en",)),
        (TEXTS["fr"], ("fr",)),
        (TEXTS["es"], ("es",)),
        (f"{TEXTS['en']} {TEXTS['fr']}", ("en", "fr", "es")),
        ("Annex II", ("ru",)),
    ],
)
def test_small_words_tell_the_language_of_latin_letters(text: str, expected: tuple[str, ...]) -> None:
    assert latin_languages(text, ("ru",)) == expected


def test_no_engine_offers_itself_for_a_script_that_it_has_no_data_for() -> None:
    need("en")
    only_english = [engine for engine in installed_engines() if "ar" not in engine.languages]
    assert best_engine(only_english, ("ar", "en")) is None


def test_a_reading_survives_the_cache() -> None:
    reading = PageReading((row("Human rights", 100, 200),), ("en",), "engine 1", 90, 100, 200)
    assert PageReading.from_json(reading.to_json()) == reading
    assert PageReading.from_json("[]") is None


def test_what_is_at_hand_names_the_program() -> None:
    assert ("tesseract" in recognition_at_hand()) == (shutil.which("tesseract") is not None)


@pytest.mark.shared
def test_the_scanned_letter_is_read_as_well_as_its_kin_in_print() -> None:
    need("en")
    letter = CORPUS / "Letter-OHCHR-HC-Slovenia.pdf"
    if not letter.exists():
        pytest.skip("the team's shared folder is absent here")
    word = re.compile(r"[^\W\d_]+")
    known: set[str] = set()
    for path in CORPUS.glob("*.pdf"):
        if path != letter:
            paper = read_pdf(path.read_bytes(), settings=ExtractSettings(recognition="off"))
            assert "doubtful_text_layer" not in paper.warnings
            known.update(found.lower() for line in paper.lines for found in word.findall(line.text))
    extraction = read_pdf(letter.read_bytes(), settings=ExtractSettings())
    words = [found.lower() for line in extraction.lines for found in word.findall(line.text)]
    assert len(words) > 2_000
    assert sum(found in known for found in words) >= 0.96 * len(words)
    assert "UNITED NATIONS" in extraction.furniture
