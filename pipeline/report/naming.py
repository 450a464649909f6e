"""What values are called on the page, where its place is narrow and where there is room."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.statistics.names import Names, label_of

Code = str | int | None

KINDS: Mapping[str, str] = {
    "state": "State",
    "igo": "Intergovernmental organization",
    "un": "United Nations body",
    "nhri": "National human rights institution",
    "ngo": "Civil society organization",
    "academia": "Academia",
    "other": "Other",
}
"""Kinds of submitters, by the code of the tables."""

COMMITMENTS = "commitments"
"""What stands in a link, in place of a status, for the four statuses of a commitment together."""

_NOT_KNOWN: Mapping[str, str] = {"region": "No region", "submitter_type": "Kind unknown"}

# The words of the Intergovernmental Panel on Climate Change for probabilities, which readers of UN reports know.
BANDS: tuple[tuple[int, str], ...] = (
    (90, "very likely"),
    (66, "likely"),
    (33, "about as likely as not"),
    (0, "unlikely"),
)
"""Probabilities in words: from so many percent on, the name."""


def in_full(names: Names, dimension: str, code: Code) -> str:
    """Name a value in full: "Objective 7: Address and reduce vulnerabilities ...", "State", "French"."""
    if code is None:
        return _NOT_KNOWN.get(dimension) or names.of(dimension, None)
    if dimension == "submitter_type":
        return KINDS.get(str(code), str(code))
    title = names.of(dimension, code)
    return f"Objective {code}: {title}" if dimension == "objective" and label_of(dimension, code) else title


def in_brief(names: Names, dimension: str, code: Code) -> str:
    """Name a value in few words: "7 Vulnerabilities"; what has no short name is named in full."""
    if label_of(dimension, code) is None:
        return in_full(names, dimension, code)
    short = names.short(dimension, code)
    return f"{code} {short}" if dimension == "objective" else short
