"""The sample papers, one a module, in the order of their file names."""

from builder.papers import (
    colombia,
    fiji,
    honduras,
    morocco,
    nepal,
    ostrelquay,
    quillabrava,
    serbia,
    switzerland,
    tessaronia,
    valquereuse,
)

PAPERS = (
    morocco.PAPER,
    nepal.PAPER,
    colombia.PAPER,
    honduras.PAPER,
    switzerland.PAPER,
    ostrelquay.PAPER,
    valquereuse.PAPER,
    tessaronia.PAPER,
    fiji.PAPER,
    quillabrava.PAPER,
    serbia.PAPER,
)
