"""Charts of the statistics as files for slides: SVG and PNG, each with its data beside it."""

from __future__ import annotations
