"""Papers that several organizations write together: "Joint submission by A, B and C"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.segment.submitters.authors import Author, KnownSubmitters, joint_organizations, named_organization
from pipeline.segment.submitters.sender_lines import HeadLine
from pipeline.segment.submitters.sender_words import sender_words

_BETWEEN = re.compile(
    r"\s*[,;،、]\s*(?:(?:and|et|y|e|и)\s+|و)?|\s+(?:and|et|y|e|и|&)\s+|\s+و(?=\S)|(?<=[\u3400-\u9fff])[和与及]"
)
_TOPIC = re.compile(r"\s(?:on|to the|for the|sur|au|sobre|para el|al|о|в|بشأن|إلى|حول)\s", re.IGNORECASE)
_OF = re.compile(r"\s*[:：]|\s+(?:of|del?|du|des|d['’])(?!\w)")
_ARTICLE = re.compile(r"(?:(?:the|del?|du|des|la|le|les|el|los|las)\s+|[ld]['’]\s*)+", re.IGNORECASE)
_FEWEST = 2
_MOST = 40
_TO_THE_WORD = 30  # code points before "joint submission": "Revised NGO"


def by_joint_title(line: HeadLine, known: KnownSubmitters) -> Iterator[Author]:
    """Yield the organizations that a title lists as its authors, as one submitter.

    A name may hold "and" itself ("Network for Peace and Justice"): where a part is no name, the list is left alone.
    """
    words = sender_words()
    joint = words["joint"].search(line.folded)
    if joint is None or joint.start() > _TO_THE_WORD:
        return
    by = words["by"].search(line.folded, joint.end()) or _OF.match(line.folded, joint.end())
    if by is None:
        return
    for listed in (_TOPIC.split(line.text[by.end() :], maxsplit=1)[0], line.text[by.end() :]):
        parts = [_ARTICLE.sub("", part.strip(" .()"), count=1) for part in _BETWEEN.split(listed)]
        parts = [part for part in parts if part]
        authors = [author for part in parts[:_MOST] if (author := named_organization(part, known))]
        if len(parts) == len(authors) >= _FEWEST and all(author.type != "state" for author in authors):
            yield joint_organizations(authors)
            return
