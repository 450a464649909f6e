"""Two or more runs side by side: what changed, whether it is more than noise, and whether texts or models changed."""

from __future__ import annotations
