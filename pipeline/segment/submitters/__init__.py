"""Who submits a document: found in its words, or given by a corpus manifest."""

from pipeline.segment.submitters.authors import Author, KnownSubmitters, slug
from pipeline.segment.submitters.find import find_author

__all__ = ["Author", "KnownSubmitters", "find_author", "slug"]
