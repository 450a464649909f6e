"""Two or more runs side by side: what changed, whether it is more than noise, and whether texts or models changed."""

from __future__ import annotations

from pipeline.comparison.compare import compare
from pipeline.comparison.entry import Entry, named_apart, relabelled
from pipeline.comparison.result import Comparison

__all__ = ["Comparison", "Entry", "compare", "named_apart", "relabelled"]
