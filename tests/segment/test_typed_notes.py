"""take_typed_notes on blocks made by hand: marks that an author typed, and the list of notes below."""

from __future__ import annotations

import pytest

from pipeline.content import Block, Mark, Note
from pipeline.segment.note_marks import BRACKETED, RAISED, cut_references, references
from pipeline.segment.typed_notes import take_typed_notes

TEXT = [
    Block("The ministry opened nine offices.{1} They stay open at night.", label="1."),
    Block("The court heard the matter{2} in the spring.", label="2."),
]


def blocks(first: str, second: str, *rest: Block | str) -> list[Block]:
    """Set the text with its two marks, and what follows it."""
    body = [Block(block.text.replace("{1}", first).replace("{2}", second), label=block.label) for block in TEXT]
    return [*body, *(Block(one) if isinstance(one, str) else one for one in rest)]


def taken(given: list[Block], notes: tuple[Note, ...] = ()) -> tuple[list[str], list[tuple[str, str]]]:
    body, found = take_typed_notes(given, notes)
    return [block.text for block in body], [(note.mark, note.text) for note in found]


CLEAN = ["The ministry opened nine offices. They stay open at night.", "The court heard the matter in the spring."]
LISTED = [("1", "Act of 2017."), ("2", "Bulletin, p. 4.")]


@pytest.mark.parametrize(
    ("given", "title"),
    [
        (blocks("[1]", "[2]", "[1] Act of 2017.", "[2] Bulletin, p. 4."), "opened by the mark"),
        (blocks(" [1]", " [2]", "[1] Act of 2017.", "[2] Bulletin, p. 4."), "marks after a space"),
        (blocks("[1]", "[2]", "[1] Act of 2017. [2] Bulletin, p. 4."), "run into one paragraph"),
        (blocks("¹", "²", "¹ Act of 2017.", "² Bulletin, p. 4."), "raised figures"),
        (blocks("¹", "²", "¹ Act of 2017. ² Bulletin, p. 4."), "raised, in one paragraph"),
        (blocks("¹", "²", "1 Act of 2017.", "2 Bulletin, p. 4."), "raised marks, plain list"),
        (
            blocks("[1]", "[2]", "Notes", Block("Act of 2017.", label="1."), Block("Bulletin, p. 4.", label="2.")),
            "counted below a heading",
        ),
        (
            blocks(
                "[1]", "[2]", "References:", Block("Act of 2017.", label="(1)"), Block("Bulletin, p. 4.", label="(2)")
            ),
            "counted in brackets",
        ),
        (blocks("[1]", "[2]", "注释", "[1]Act of 2017.", "[2]Bulletin, p. 4."), "heading above marks"),
        (
            blocks("[١]", " [٢]", "الهوامش", Block("Act of 2017.", label="١-"), Block("Bulletin, p. 4.", label="٢-")),
            "Arabic figures",
        ),
        (
            blocks("¹", "²", Block("Act of 2017.", label="1."), Block("Bulletin, p. 4.", label="2.")),
            "counted at the end without heading",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_typed_marks_and_their_list_become_notes(given: list[Block], title: str) -> None:
    assert taken(given) == (CLEAN, LISTED), title


def test_a_mark_keeps_the_place_from_which_it_was_cut() -> None:
    body, _ = take_typed_notes(blocks("[1]", " [2]", "[1] Act of 2017.", "[2] Bulletin, p. 4."), ())
    assert [block.marks for block in body] == [(Mark(33, "1"),), (Mark(26, "2"),)]


def test_text_below_the_list_stays() -> None:
    given = blocks("[1]", "[2]", "[1] Act of 2017.", "[2] Bulletin, p. 4.", "Done at the capital.")
    assert taken(given) == ([*CLEAN, "Done at the capital."], LISTED)


def test_two_marks_in_one_bracket_are_two_marks() -> None:
    given = [Block("Both say so [1, 2]."), Block("[1] Act of 2017."), Block("[2] Bulletin, p. 4.")]
    body, notes = take_typed_notes(given, ())
    assert (body[0].text, body[0].marks) == ("Both say so.", (Mark(11, "1"), Mark(11, "2")))
    assert len(notes) == 2


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ([Block("As held in R v Secretary [2019] UKSC 3."), Block("[2019] UKSC 3 is cited above.")], "years"),
        ([Block("Resolution [73] and [195] were adopted."), Block("[1] Act of 2017.")], "numbers not in the list"),
        ([Block("[1] The facts."), Block("[2] The law, see [1]."), Block("[3] The order, see [2].")], "paragraphs"),
        ([Block("See [1]."), *map(Block, ("[1] One.", "[2] Two.", "[3] Three."))], "too few marks"),
        ([Block("See [1] and [3]."), Block("[1] One."), Block("[3] Three.")], "a gap in the list"),
        ([Block("See [1] and [2]."), Block("No list follows.")], "no list"),
        ([Block("A floor of 12 m² and 3 km³."), Block("1 Act."), Block("2 Act."), Block("3 Act.")], "units"),
        (
            [Block("See [1]."), Block("The law.", label="1."), Block("The facts.", label="2.")],
            "numbered paragraphs at the end that are not all cited",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_only_looks_like_a_mark_stays(given: list[Block], why: str) -> None:
    body, notes = take_typed_notes(given, ())
    assert (list(body), notes) == (given, ()), why


def test_notes_of_the_format_with_the_same_marks_forbid_it() -> None:
    given = blocks("[1]", "[2]", "[1] Act of 2017.", "[2] Bulletin, p. 4.")
    assert take_typed_notes(given, (Note("1", "A real note."),))[0] == tuple(given)


@pytest.mark.parametrize(
    "text", ["12 m² of floor", "3 km³", "10² times", "CO² tax", "[1](address)", "[1] opens", "¹⁄₂"]
)
def test_units_powers_and_links_are_no_references(text: str) -> None:
    assert not references(text, RAISED)
    assert not references(text, BRACKETED)


def test_marks_of_the_format_move_with_what_is_cut_before_them() -> None:
    text, marks = cut_references(
        "One[1] two three", (Mark(3, "a"), Mark(10, "b")), references("One[1] two three", BRACKETED)
    )
    assert (text, marks) == ("One two three", (Mark(3, "a"), Mark(3, "1"), Mark(7, "b")))
