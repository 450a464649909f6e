"""Content to paragraphs, footnotes and sentences."""
