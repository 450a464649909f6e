"""Compares the groups of persons that we find with those that treaty bodies' general comments are marked with.

    python benchmarks/groups.py FILE.json [FILE.json ...]

A file is a list of paragraphs with `Text` and `Labels`, as OHCHR's annotated general comments. For each label: in how
many of its paragraphs a mention of the group is found, and in how many others. A label counts whom a paragraph is
about, also where it names nobody ("asylum procedures", "he or she"), so that neither share can be whole.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable
from pathlib import Path

from pipeline.config_files import config_file
from pipeline.tag.entities import EntityTagger

GROUPS: dict[str, frozenset[str]] = {
    "Children": frozenset(["children", "unaccompanied minors", "youth"]),
    "Women/girls": frozenset(["women", "women migrant workers", "girls"]),
    "Migrants": frozenset(
        [
            "migrant workers", "women migrant workers", "domestic workers", "undocumented migrants", "returnees",
            "migrants", "migrants in vulnerable situations", "missing migrants", "victims of trafficking",
        ]
    ),
    "Refugees & asylum-seekers": frozenset(["refugees", "asylum seekers", "applicants for international protection"]),
    "Persons with disabilities": frozenset(["persons with disabilities"]),
}  # fmt: skip
"""Our names of the groups that a label of theirs stands for."""

_WORDS_OF_LABEL = {
    "Women/girls": ("girl", "women"),
    "Children": ("child",),
    "Migrants": ("migrant",),
    "Refugees & asylum-seekers": ("refugee", "asylum"),
}
"""What a mention that is named after another group may say of this one too: "migrant children" are migrants."""


def main() -> None:
    """Read the files and print a line a label."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", type=Path, nargs="+")
    paragraphs = [row for path in parser.parse_args().files for row in json.loads(path.read_text(encoding="utf-8"))]
    for label, (found, marked, further, others) in recalls(paragraphs).items():
        share = found / marked if marked else 0.0
        print(f"{label:28} found in {found} of {marked} paragraphs ({share:.2f}), and in {further} of {others} others")


def recalls(paragraphs: Iterable[dict[str, object]]) -> dict[str, tuple[int, int, int, int]]:
    """Count for each label: paragraphs where we find it and all that have it, the same of those that have it not."""
    tagger = EntityTagger(config_file("gazetteer"))
    counts = {label: [0, 0, 0, 0] for label in GROUPS}
    for row in paragraphs:
        text, labels = str(row["Text"]), row["Labels"]
        groups = [(text[m.start : m.end].lower(), m.link) for m in tagger(text, "en") if m.type == "GROUP"]
        for label, count in counts.items():
            found = any(_says(label, name, link) for name, link in groups)
            side = 0 if isinstance(labels, list) and label in labels else 2
            count[side] += found
            count[side + 1] += 1
    return {label: (count[0], count[1], count[2], count[3]) for label, count in counts.items()}


def _says(label: str, name: str, link: str | None) -> bool:
    return link in GROUPS[label] or any(word in name for word in _WORDS_OF_LABEL.get(label, ()))


if __name__ == "__main__":
    main()
