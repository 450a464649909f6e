"""The status of a statement, read off the grammar of its main clauses."""

from pipeline.classify.status.grammar import StatusGrammar
from pipeline.classify.status.reading import StatusReading

__all__ = ["StatusGrammar", "StatusReading"]
