"""What a reader must know of one estimate, in sentences: why nothing was corrected, what the correction leans on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pipeline.statistics.correction import Corrected
from pipeline.statistics.errors import Errors
from pipeline.statistics.names import language_name
from pipeline.taxonomy import STATUSES

FEWEST_GOLD = 100
"""Gold sentences of a language below which its errors are not known apart: of 100, a rate is known to 10 points."""

FEWEST_REQUIRED = 10
"""Gold sentences with a label below which the text says that its error leans on that of the others."""

_NOTEWORTHY = 0.1  # share of the statements in languages with little gold


@dataclass(frozen=True, slots=True)
class Reasons:
    """What is known of the errors of one scheme; `fault` says why nothing is.

    `little_gold` holds the languages in which few gold sentences were measured, with their shares of the statements.
    """

    scheme: str
    errors: Errors | None
    fault: str | None
    contributions: int
    little_gold: Mapping[str, float]

    def notes(self, code: str, statements: int, corrected: Corrected | None) -> tuple[str, ...]:
        """Say what a reader must know of one label."""
        return (*self._interval(), *self._correction(code, statements, corrected))

    def _interval(self) -> Iterator[str]:
        if self.contributions == 1:
            yield "All statements are of one submitter in one document: they tell nothing about others."

    def _correction(self, code: str, statements: int, corrected: Corrected | None) -> Iterator[str]:
        if corrected is None:
            yield self._obstacle(code)
            return
        if statements and corrected.interval[0] == 0:
            yield "Errors of the program alone could account for all these statements."
        required = self._required(code)
        if required is not None and required < FEWEST_REQUIRED:
            number = f"{required} gold sentence carries" if required == 1 else f"{required} gold sentences carry"
            yield f"Only {number} the label: how often it is left out is estimated partly from the others."
        if sum(self.little_gold.values()) >= _NOTEWORTHY:
            yield self._languages()

    def _obstacle(self, code: str) -> str:
        required = self._required(code)
        if self.fault:
            return f"Not corrected: {self.fault}"
        if required is None:
            return "Not corrected: the errors of the program with these labels were not measured."
        if required == 0:
            return "Not corrected: no gold sentence carries the label, so that its error is not known."
        return "Not corrected: the errors measured on the gold are too large for that, or do not fit these documents."

    def _required(self, code: str) -> int | None:
        """Give the number of gold sentences that carry a label; None where it was not measured."""
        if self.errors is None:
            return None
        if self.scheme == STATUSES:
            rows = dict(zip(self.errors.statuses.codes, self.errors.statuses.counts, strict=True))
            return sum(rows[code]) if code in rows else None
        scheme = self.errors.schemes.get(self.scheme)
        return scheme.labels[code].required if scheme and code in scheme.labels else None

    def _languages(self) -> str:
        gold = self.errors.languages if self.errors else {}
        named = ", ".join(f"{language_name(code)} {gold.get(code, 0)}" for code in self.little_gold)
        share = sum(self.little_gold.values())
        return (
            f"{100 * share:.0f} % of the statements are in languages with little gold, where the errors may differ"
            f" (gold sentences: {named})."
        )
