"""The dataset of a run in other formats: each module writes one, `FORMATS` lists them."""

from __future__ import annotations
