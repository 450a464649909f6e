"""The skeleton of the report's summary chapter in Word: it quotes and cites, and invents nothing."""

from __future__ import annotations
