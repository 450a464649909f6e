"""A sentence as the labellers see it: its text, its language and what stands around it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.labelling.leads import Leads
from pipeline.labelling.names import SOMEWHERE, Masked, masked, masked_at, state_spans, within
from pipeline.labelling.registers import register_in, register_of
from pipeline.layers import Segmented

# A clause ends at ; or :, or at a comma; enumerations of the field ("health, education and housing") are cut as well,
# which does no harm, because the whole sentence is scored beside its clauses.
_CLAUSE_END = re.compile(r"[;:,]\s+")
_SHORTEST_CLAUSE = 16  # characters; shorter pieces carry no topic of their own


@dataclass(frozen=True, slots=True)
class Context:
    """One sentence with its section headings (outermost first) and the sentence before it, None at a beginning.

    Names of States are masked in all of them; `source` leads what is found back to the sentence as it stands.
    `register` is the kind of paper (treaty_body, fact_sheet, ...), `lead` the sentence that leads in the list of
    which this one is an item, `paragraph` the id of its paragraph; None where no document is known.
    """

    text: str
    language: str | None
    section: tuple[str, ...] = ()
    previous: str | None = None
    source: Masked | None = None
    register: str | None = None
    lead: str | None = None
    paragraph: str | None = None

    @classmethod
    def of(
        cls,
        text: str,
        language: str | None,
        section: Iterable[str] = (),
        previous: str | None = None,
        register: str | None = None,
    ) -> Context:
        """Mask the names of States in a sentence and in what stands around it; a colon before it leads it in."""
        source = masked(text, language)
        around = tuple(masked(heading, language).text for heading in section)
        before = masked(previous, language).text if previous is not None else None
        lead = before if before is not None and before.rstrip().endswith((":", "：")) else None
        return cls(source.text, language, around, before, source, register, lead)

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Lead a stretch of `text` back to the sentence as it stands, in code points."""
        return self.source.original(start, end) if self.source else (start, end)


def contexts_of(segmented: Segmented) -> list[Context]:
    """Give every sentence of a document with its context, in the order of the sentences."""
    paragraphs = {paragraph.paragraph_id: paragraph for paragraph in segmented.paragraphs}
    contexts = []
    before: tuple[tuple[str, ...], str] | None = None
    for sentence in segmented.sentences:
        paragraph = paragraphs[sentence.paragraph_id]
        section = tuple([masked(heading, paragraph.language).text for heading in paragraph.section_path])
        # The whole paragraph is searched for names, once for all stages that look at it.
        spans = within(state_spans(paragraph.text, paragraph.language), sentence.start, sentence.end)
        source = masked_at(sentence.text, spans)
        previous = before[1] if before and before[0] == section else None
        contexts.append(Context(source.text, sentence.language, section, previous, source))
        before = (section, source.text)
    return _with_surroundings(segmented, contexts)


def _with_surroundings(segmented: Segmented, contexts: Sequence[Context]) -> list[Context]:
    """Add what only the whole document shows: the kind of paper, and the lead-ins of lists."""
    read = [(sentence, context.text) for sentence, context in zip(segmented.sentences, contexts, strict=True)]
    leads = Leads(segmented.paragraphs)(read)
    register = register_of(segmented, [text for _sentence, text in read])
    return [
        replace(context, register=_register(register, context), lead=lead, paragraph=sentence.paragraph_id)
        for context, lead, sentence in zip(contexts, leads, segmented.sentences, strict=True)
    ]


def _register(register: str | None, context: Context) -> str | None:
    """Part a report by its sections; a heading that is only the name of a State tells what that State reported."""
    of_state = bool(context.section) and context.section[-1].strip() == SOMEWHERE
    return register_in(register, context.section, context.language, of_state=of_state)


def clause_spans(text: str) -> list[tuple[int, int]]:
    """Cut a sentence into clauses of at least sixteen characters; a sentence without any is one clause."""
    return list(_long_enough(_pieces(text))) or [(0, len(text))]


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _CLAUSE_END.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def _long_enough(pieces: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    return ((start, end) for start, end in pieces if end - start >= _SHORTEST_CLAUSE)
