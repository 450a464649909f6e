"""Writes all papers and their truth: `python -m tests.papers.builder` from the repository's root.

Needs LibreOffice, Chromium, qpdf and the fonts named in the builders, and, beside the development tools, `pypdf`,
`msoffcrypto-tool`. The files are committed: the tests need none of these. `PAPERS_SEED=7 PAPERS_OUT=FOLDER`
makes the set anew with other words, faces, sizes and margins, to measure on papers that nobody has looked at.
"""

from __future__ import annotations

from . import arrivals, extras, formats, forms, hostile, languages, letters, one_paper, parcels, reports, word_papers
from .model import FILES, TRUTH

FILES.mkdir(parents=True, exist_ok=True)
TRUTH.mkdir(parents=True, exist_ok=True)
for builder in (
    reports,
    word_papers,
    languages,
    letters,
    forms,
    formats,
    parcels,
    hostile,
    extras,
    arrivals,
    one_paper,
):
    builder.build()
