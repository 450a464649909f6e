"""The quality gate: what each warning code means, what to do about it, and how much it weighs.

A document is `poor` where one of its codes is grave, `fair` where one is a reason for doubt, else `good`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from pipeline.records import Quality

Weight = Literal["grave", "doubt", "note"]

FAILED = "failed"
DUPLICATE, SAME_TEXT, NEAR_DUPLICATE, SENT_BEFORE = "duplicate", "same_text", "near_duplicate", "sent_before"
NO_PAGES, FEW_WORDS, ONLY_ATTACHMENTS, NO_BODY_TEXT = "no_pages", "few_words", "only_attachments", "no_body_text"

# Characters without white space. Of 60 papers that are read well, the barest page has 202, in Chinese; 765 in Arabic.
_FEWEST_PER_PAGE = 100


@dataclass(frozen=True, slots=True)
class Remark:
    """One warning code, for people: a sentence on the document, what to do about it ("" for nothing), its weight."""

    code: str
    sentence: str
    advice: str = ""
    weight: Weight = "doubt"


_COMPARE = "Compare the paragraphs with the original."
REMARKS: tuple[Remark, ...] = (
    Remark(FAILED, "It could not be read.", "See the reason given with it.", "grave"),
    Remark(NO_BODY_TEXT, "No running text was found in it.", "Open it; it may be a picture or a cover sheet.", "grave"),
    Remark(NO_PAGES, "It has no pages.", "Ask the sender for another copy.", "grave"),
    Remark("text_lost", "Some of its text is in no paragraph.", _COMPARE),
    Remark(FEW_WORDS, "Its pages hold very little text.", "Look whether its pages are pictures."),
    Remark("pages_without_text", "Some of its pages hold no text.", "Look whether they are pictures or blank."),
    Remark("pages_unreadable", "Some of its pages could not be opened.", "Ask the sender for another copy."),
    Remark("page_not_recognized", "Some of its pages are pictures that could not be read.", "Read them yourself."),
    Remark("recognized", "Its text was read from pictures (OCR) and may hold misread letters.", _COMPARE),
    Remark(
        "recognition_language_missing",
        "Some of its pages were read without the data of their language and lack its accents.",
        "Install Tesseract's data for the language and run again.",
    ),
    Remark("doubtful_text_layer", "The text stored in the file is not what its pages show in places.", _COMPARE),
    Remark(
        "repaired", "The file is damaged and was repaired; parts may be missing.", "Ask the sender for another copy."
    ),
    Remark(
        "unsupported_part", "It holds parts that cannot be read, such as drawings or charts.", "Look at them yourself."
    ),
    Remark("number_gap", "Its paragraph numbers jump: one may be missing here or in the original.", _COMPARE),
    Remark("number_repeated", "A paragraph number comes twice.", _COMPARE),
    Remark(
        "unlinked_notes", "Some notes have no place in the text that cites them.", "Look the notes up in the original."
    ),
    Remark("encoding_guessed", "Its character encoding was guessed.", "Look whether accents and signs are right."),
    Remark("mojibake_repaired", "Its letters were garbled by a wrong encoding and were put right.", _COMPARE),
    Remark("converted", "It was converted by another program before it was read.", weight="note"),
    Remark("tracked_changes", "It holds tracked changes, read as accepted.", weight="note"),
    Remark("comments", "It holds comments, which were left out.", weight="note"),
    Remark(ONLY_ATTACHMENTS, "The mail says nothing itself; see what it carries.", weight="note"),
    Remark(DUPLICATE, "It repeats another document, byte for byte; it is not counted again.", weight="note"),
    Remark(SAME_TEXT, "It has the text of another document; it is not counted again.", weight="note"),
    Remark(
        NEAR_DUPLICATE,
        "It is almost the same as another document, perhaps a revised version; both are counted.",
        "Keep the version that holds.",
        "note",
    ),
    Remark(
        SENT_BEFORE,
        "Much the same paper was sent for an earlier edition.",
        "Look whether it was meant for this one.",
        "note",
    ),
)
"""Every code that a document may carry, the gravest first."""

_BY_CODE = {remark.code: remark for remark in REMARKS}


def remark_on(code: str) -> Remark:
    """Explain a code; an unknown one is spelt out and taken for a doubt: "odd_thing" becomes "Odd thing."."""
    return _BY_CODE.get(code) or Remark(code, f"{code.replace('_', ' ').capitalize()}.")


def quality_of(codes: Iterable[str]) -> Quality:
    """Judge a document by its warnings."""
    weights = {remark_on(code).weight for code in codes}
    if "grave" in weights:
        return "poor"
    return "fair" if "doubt" in weights else "good"


def codes_of_measures(*, pages: int | None, characters: int) -> list[str]:
    """Find what the number of pages and of characters (without white space) gives away."""
    if pages == 0:
        return [NO_PAGES]
    return [FEW_WORDS] if pages is not None and characters < _FEWEST_PER_PAGE * pages else []


def without_contradictions(codes: Iterable[str]) -> list[str]:
    """Give each code once, and those of an empty text only where one was to be expected."""
    found = list(dict.fromkeys(codes))
    is_cover = ONLY_ATTACHMENTS in found
    return [code for code in found if not (is_cover and code == NO_BODY_TEXT)]
