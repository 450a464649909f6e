"""parse_part: what XML from strangers is refused, and in which words."""

from __future__ import annotations

import pytest

from pipeline.errors import DamagedFile, LimitExceeded
from pipeline.extract.xml_parts import parse_part

BOMB = "<!DOCTYPE a [<!ENTITY b0 'boat'>{}]><a b='&b9;'/>".format(
    "".join(f"<!ENTITY b{level} '{f'&b{level - 1};' * 30}'>" for level in range(1, 10))
)
LOOP = "<!DOCTYPE a [<!ENTITY b '&c;'><!ENTITY c '&b;'>]><a b='&b;'/>"


@pytest.mark.parametrize(
    "content", [BOMB, LOOP, "<a>" * 3_000, f"<a>{'x' * 10_100_000}</a>"], ids=["bomb", "loop", "deep", "long"]
)
def test_xml_that_fills_the_memory_is_refused_without_a_word_of_the_library(content: str) -> None:
    with pytest.raises(LimitExceeded) as caught:
        parse_part(content.encode(), "content.xml", hint="Save it anew.")
    assert "content.xml" in str(caught.value)
    assert "XML_PARSE" not in str(caught.value)
    assert "xmlCtxt" not in str(caught.value)


@pytest.mark.parametrize("content", ["<a></b>", "", "no markup"])
def test_broken_xml_is_damaged_and_says_where(content: str) -> None:
    with pytest.raises(DamagedFile, match="line 1, column"):
        parse_part(content.encode(), "content.xml", hint="Save it anew.")
