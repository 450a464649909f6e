"""What the tests of the finders share: the mentions of one type in a sentence, as written and with link or value."""

from __future__ import annotations

from pipeline.gazetteer.mention import Mention
from pipeline.gazetteer.states import default_folder
from pipeline.tag.entities import EntityTagger

TAGGER = EntityTagger(default_folder())


def mentions(text: str, kind: str, language: str | None = "en") -> list[Mention]:
    return [mention for mention in TAGGER(text, language) if mention.type == kind]


def names(text: str, kind: str, language: str | None = "en") -> list[str]:
    return [text[mention.start : mention.end] for mention in mentions(text, kind, language)]


def links(text: str, kind: str, language: str | None = "en") -> list[str | None]:
    return [mention.link for mention in mentions(text, kind, language)]
