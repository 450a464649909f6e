"""A scheme of one's own, end to end: OHCHR's thematic lists of recommendations, learnt on one and scored on the next.

    python benchmarks/own_scheme.py OLDER.docx NEWER.docx

Both are tables of recommendations with OHCHR's own themes and affected persons. The labels with eight examples or more
in both lists become a scheme: a taxonomy and examples in a configuration folder of their own, `gcm train --scheme` on
the older list, `gcm run` over the newer one. No line of code is changed for it. OHCHR labels a row, the pipeline a
sentence: a row's labels are those of the sentences in its first cell (schemes of one's own look at the sentence alone,
so what the other cells say plays no part). Names are compared without the code that the older list puts before them,
"&" as "and", and without "- General". Baselines: the most frequent labels for every row, and the words of the labels'
names; how many labels, and how many of the words, is chosen on the older list.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from pipeline.extract import Extractor
from pipeline.labelling.own_examples import FEWEST
from pipeline.labelling.patterns import compile_pattern, plain
from pipeline.segment import Segmenter
from pipeline.taxonomy import read_scheme
from pipeline.training.own_cues import title_cues

NAME = "ohchr"
Cells = NDArray[np.bool_]
CELLS = 4  # recommendation, position, themes with goals and persons, comments
CODE = re.compile(r"(?:^| )[A-Z]\d{1,2} (?=\w)")
ITEM = re.compile(r"(?:^| )- ")
GENERAL = re.compile(r"\s+-\s+general$", re.IGNORECASE)
RESAMPLES = 1000


@dataclass(frozen=True)
class Row:
    """One recommendation: its paragraph, its text and its labels by key, each with its name as printed."""

    paragraph_id: str
    text: str
    labels: Mapping[str, str]


def main() -> None:
    """Make the scheme, train it, run it and print how it does."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("older", type=Path)
    parser.add_argument("newer", type=Path)
    chosen = parser.parse_args()
    older = list(read_rows(chosen.older, set()))
    newer = list(read_rows(chosen.newer, {key for row in older for key in row.labels}))
    keys = common_labels(older, newer)
    with tempfile.TemporaryDirectory() as folder:
        configs, out = Path(folder) / "configs", Path(folder) / "out"
        write_scheme(configs, older, keys)
        gcm(configs, "train", "--scheme", NAME)
        gcm(configs, "run", chosen.newer, "--out", out)
        found = labels_of_rows(out / "data", newer, keys)
        keyword = by_words(configs, older, newer, keys)
    truth = as_array(newer, keys)
    print(f"\n{len(older)} rows to learn from, {len(newer)} to score, {len(keys)} labels")
    for name, given in {"own scheme": found, "keywords": keyword, "majority": majority(older, newer, keys)}.items():
        print(f"{name:12}", summed_up(truth, given, keys))
    print_labels(truth, found, older, keys)


def read_rows(path: Path, known: set[str]) -> Iterator[Row]:
    """Read a list with the pipeline's own reader; `known` labels may hold " - " in their names."""
    segmented = Segmenter()(Extractor()(path.read_bytes()), doc_id="list", file_name=path.name)
    for paragraph in segmented.paragraphs:
        cells = paragraph.text.split(" | ")
        if paragraph.number and len(cells) == CELLS:
            yield Row(str(paragraph.order), cells[0], dict(labels_in(cells[2], known)))


def labels_in(cell: str, known: set[str]) -> Iterator[tuple[str, str]]:
    """Part a cell into its labels: themes, with codes or in a list, goals, which are left out, and affected persons."""
    themes, _, persons = cell.partition("Affected persons:")
    themes = themes.partition("SDGs:")[0]
    listed = CODE.split(themes) if CODE.match(themes) else joined(ITEM.split(themes), known)
    named = [("", name) for name in listed] + [("persons_", name) for name in ITEM.split(persons)]
    return ((kind + key_of(name), GENERAL.sub("", name.strip())) for kind, name in named if name.strip())


def joined(pieces: Sequence[str], known: set[str]) -> list[str]:
    """Join pieces of a list that are one name: "Economic rights - general measures"."""
    names: list[str] = []
    for piece in pieces:
        whole = f"{names[-1]} - {piece}" if names else piece
        names = [*names[:-1], whole] if names and key_of(whole) in known else [*names, piece]
    return names


def key_of(name: str) -> str:
    """Make a code of a name, the same for both lists."""
    return "_".join(word for word in re.findall(r"\w+", GENERAL.sub("", name.strip()).lower()) if word != "and")


def common_labels(older: Sequence[Row], newer: Sequence[Row]) -> list[str]:
    """List the labels that both lists give to eight rows or more."""
    counts = [Counter(key for row in rows for key in row.labels) for rows in (older, newer)]
    return sorted(key for key in counts[0] if min(count[key] for count in counts) >= FEWEST)


def write_scheme(configs: Path, older: Sequence[Row], keys: Sequence[str]) -> None:
    """Write what an analyst would: the taxonomy as TOML, the labelled rows as JSON lines."""
    titles = {key: name for row in reversed(older) for key, name in row.labels.items()}
    lines = [f'scheme = "{NAME}"', 'title = "Themes and persons of OHCHR"', "version = 1"]
    for key in keys:
        title = json.dumps(titles[key])
        said = json.dumps(f"Recommendations that OHCHR lists under {titles[key]}.")
        lines += ["", "[[label]]", f'code = "{key}"', f"title = {title}", f"short = {title}", f"definition = {said}"]
    for folder in ("taxonomy", f"schemes/{NAME}"):
        (configs / folder).mkdir(parents=True)
    (configs / "taxonomy" / f"{NAME}.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    with (configs / "schemes" / NAME / "older.jsonl").open("w", encoding="utf-8") as stream:
        for row in older:
            example = {"text": row.text, "labels": [key for key in row.labels if key in keys], "language": "en"}
            stream.write(json.dumps(example, ensure_ascii=False) + "\n")


def gcm(configs: Path, *arguments: object) -> None:
    """Run a command of the pipeline with a configuration folder."""
    command = [sys.executable, "-m", "pipeline", *map(str, arguments)]
    subprocess.run(command, check=True, env={**os.environ, "GCM_CONFIGS": str(configs)})


def labels_of_rows(data: Path, newer: Sequence[Row], keys: Sequence[str]) -> Cells:
    """Unite the chosen labels of the sentences in the first cell of each row."""
    paragraphs, statements, labels = (
        pd.read_parquet(data / f"{name}.parquet") for name in ("paragraphs", "statements", "labels")
    )
    order = dict(zip(paragraphs["paragraph_id"], paragraphs["order"].astype(str), strict=True))
    lengths = {row.paragraph_id: len(row.text) for row in newer}
    place = {row.paragraph_id: number for number, row in enumerate(newer)}
    rows_of = {
        row.statement_id: place[order[row.paragraph_id]]
        for row in statements.itertuples()
        if row.start < lengths.get(order[row.paragraph_id], 0)
    }
    found = np.zeros((len(newer), len(keys)), dtype=bool)
    for label in labels[(labels["scheme"] == NAME) & labels["chosen"]].itertuples():
        if label.statement_id in rows_of:
            found[rows_of[label.statement_id], keys.index(label.code)] = True
    return found


def by_words(configs: Path, older: Sequence[Row], newer: Sequence[Row], keys: Sequence[str]) -> Cells:
    """Give a label where a row holds one, half or all of its name's words, whichever does best on the older list."""
    scheme = read_scheme(configs / "taxonomy" / f"{NAME}.toml")
    cues = {
        code: [compile_pattern(pattern).regex for pattern in patterns]
        for code, patterns in title_cues(scheme, [row.text for row in older]).items()
    }

    def shares(rows: Sequence[Row]) -> NDArray[np.float64]:
        texts = [plain(row.text).text for row in rows]
        return np.array([[np.mean([bool(cue.search(text)) for cue in cues[key]]) for key in keys] for text in texts])

    least = max((1e-9, 0.5, 1.0), key=lambda share: f1(as_array(older, keys), shares(older) >= share))
    return shares(newer) >= least


def majority(older: Sequence[Row], newer: Sequence[Row], keys: Sequence[str]) -> Cells:
    """Give every row the most frequent labels; how many is chosen on the older list."""
    truth = as_array(older, keys)
    order = np.argsort(-truth.sum(axis=0), kind="stable")

    def given(count: int, rows: int) -> Cells:
        return np.tile(np.isin(np.arange(len(keys)), order[:count]), (rows, 1))

    best = max(range(1, len(keys) + 1), key=lambda count: f1(truth, given(count, len(older))))
    return given(best, len(newer))


def as_array(rows: Sequence[Row], keys: Sequence[str]) -> Cells:
    """Lay out which row has which label."""
    return np.array([[key in row.labels for key in keys] for row in rows])


def f1(truth: Cells, given: Cells) -> float:
    """Give the micro-F1."""
    return float(2 * (truth & given).sum() / max(1, truth.sum() + given.sum()))


def summed_up(truth: Cells, given: Cells, keys: Sequence[str]) -> str:
    """Say how well labels were given, with an interval over rows drawn anew, and for themes and persons apart."""
    draws = np.random.default_rng(0).integers(0, len(truth), (RESAMPLES, len(truth)))
    low, high = np.quantile([f1(truth[draw], given[draw]) for draw in draws], (0.025, 0.975))
    both = (truth & given).sum()
    macro = np.mean([f1(truth[:, column], given[:, column]) for column in range(len(keys))])
    persons = np.array([key.startswith("persons_") for key in keys])
    parts = [f1(truth[:, part], given[:, part]) for part in (~persons, persons)]
    return (
        f"micro-F1 {f1(truth, given):.2f} ({low:.2f} to {high:.2f}), precision {both / max(1, given.sum()):.2f},"
        f" recall {both / truth.sum():.2f}, macro-F1 {macro:.2f};"
        f" themes {parts[0]:.2f}, persons {parts[1]:.2f}"
    )


def print_labels(truth: Cells, given: Cells, older: Sequence[Row], keys: Sequence[str]) -> None:
    """Print a line a label: rows in the older and the newer list, and F1."""
    learnt = Counter(key for row in older for key in row.labels)
    for column, key in enumerate(keys):
        print(f"{key:75} {learnt[key]:4} {truth[:, column].sum():4}  {f1(truth[:, column], given[:, column]):.2f}")


if __name__ == "__main__":
    main()
