"""Entities and objectives of a segmented document."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence

from pipeline.config import LabelSettings
from pipeline.config_files import config_file
from pipeline.gazetteer.mention import Mention
from pipeline.labelling.scheme import SchemeLabeller
from pipeline.layers import Segmented, Tagged
from pipeline.records import Entity, Paragraph, Sentence
from pipeline.tag.entities import EntityTagger
from pipeline.taxonomy import OBJECTIVES


class Tagger:
    """Finds the mentions in a document and the objectives of its statements."""

    def __init__(self, settings: LabelSettings) -> None:
        self._entities = EntityTagger(config_file("gazetteer"))
        self._objectives = SchemeLabeller(
            OBJECTIVES, threshold=settings.objective_threshold, near_miss=settings.near_miss
        )

    def __call__(self, segmented: Segmented) -> Tagged:
        """Tag one document."""
        sentences: dict[str, list[Sentence]] = defaultdict(list)
        for sentence in segmented.sentences:
            sentences[sentence.paragraph_id].append(sentence)
        entities = [
            entity
            for paragraph in segmented.paragraphs
            for entity in self._tagged(paragraph, sentences[paragraph.paragraph_id])
        ]
        return Tagged(doc_id=segmented.doc_id, entities=entities, labels=self._objectives(segmented))

    def _tagged(self, paragraph: Paragraph, sentences: Sequence[Sentence]) -> Iterator[Entity]:
        starts = [sentence.start for sentence in sentences]
        for order, mention in enumerate(self._entities(paragraph.text, paragraph.language), 1):
            yield Entity(
                entity_id=f"{paragraph.paragraph_id}.e{order}",
                paragraph_id=paragraph.paragraph_id,
                statement_id=_statement_of(mention, sentences, starts),
                start=mention.start,
                end=mention.end,
                text=paragraph.text[mention.start : mention.end],
                type=mention.type,
                link=mention.link,
                value=mention.value,
            )


def _statement_of(mention: Mention, sentences: Sequence[Sentence], starts: Sequence[int]) -> str | None:
    place = bisect_right(starts, mention.start) - 1
    inside = place >= 0 and mention.start < sentences[place].end
    return sentences[place].statement_id if inside else None
