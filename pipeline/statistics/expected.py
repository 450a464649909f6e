"""Who was expected to submit, who did, and who did not: silence is a finding that a count of statements hides."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.config import Submitter
from pipeline.statistics.dataset import Tables

_TOGETHER = "+"  # joins the codes of States that speak together, ARG+BRA+CHL


@dataclass(frozen=True, slots=True)
class Expected:
    """The edition's submitters by whether anything of theirs was read, and the codes that the edition does not name.

    All three are empty where the run has no edition: nobody was expected then.
    """

    submitted: tuple[Submitter, ...]
    silent: tuple[Submitter, ...]
    unexpected: tuple[str, ...]

    def sentences(self) -> list[str]:
        """Say it: who was expected, and of whom nothing was read."""
        named = len(self.submitted) + len(self.silent)
        if not named:
            return []
        said = [f"{len(self.submitted)} of {named} submitters that the edition names were read."]
        if self.silent:
            names = "; ".join(submitter.name for submitter in self.silent)
            said.append(f"Nothing was read of {len(self.silent)}: {names}.")
        if self.unexpected:
            said.append(f"{len(self.unexpected)} more submitted that the edition does not name.")
        return said


def expected(tables: Tables) -> Expected:
    """Compare the edition's submitters with those whose statements count; States that spoke together count each."""
    if tables.edition is None:
        return Expected((), (), ())
    named = tables.edition.submitters
    seen = {str(code) for code in tables.counted["submitter"].dropna().unique()}
    spoke = seen | {part for code in seen for part in code.split(_TOGETHER)}
    known = {submitter.id for submitter in named}
    return Expected(
        tuple(submitter for submitter in named if submitter.id in spoke),
        tuple(submitter for submitter in named if submitter.id not in spoke),
        tuple(sorted(code for code in seen if not known & {code, *code.split(_TOGETHER)})),
    )
