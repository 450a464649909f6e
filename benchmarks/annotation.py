"""How fast are statements tagged and classified? Beside a blank spaCy pipeline with sentencizer, in one process.

    python benchmarks/annotation.py [FOLDER]

FOLDER holds papers; by default the team's shared papers where they lie beside the checkout, else the sample corpus.
"""

from __future__ import annotations

import platform
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import spacy

from pipeline.classify import Classifier
from pipeline.config import load_config
from pipeline.config_files import config_file
from pipeline.errors import DocumentError
from pipeline.extract import Extractor
from pipeline.extract.settings import ExtractSettings
from pipeline.labelling import labeller, names, patterns
from pipeline.labelling.model import MODEL_FILE, read_model
from pipeline.layers import Segmented
from pipeline.segment import Segmenter
from pipeline.tag import Tagger

ROUNDS = 5
LONGEST = 2_000_000  # bytes: one session report would outweigh all other papers
CHECKOUT = Path(__file__).resolve().parents[1]
REMEMBERS = (patterns.plain, names.state_spans, labeller._read)
SHARED = CHECKOUT.parent / "shared" / "corpus" / "upr"


def read_papers(folder: Path) -> list[Segmented]:
    """Extract and segment the papers of a folder that hold text."""
    extract, segment = Extractor(ExtractSettings(recognition="off")), Segmenter()
    papers = []
    for path in sorted(folder.iterdir()):
        if not path.is_file() or path.stat().st_size > LONGEST:
            continue
        try:
            papers.append(segment(extract(path.read_bytes()), doc_id=path.name, file_name=path.name))
        except DocumentError:
            continue
    return papers


def timed(work: Callable[[Segmented], object], papers: Sequence[Segmented]) -> float:
    """Return the processor seconds of one pass over the papers."""
    started = time.process_time()
    for paper in papers:
        work(paper)
    return time.process_time() - started


def main() -> None:
    """Measure and print."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else (SHARED if SHARED.is_dir() else CHECKOUT / "corpus" / "sample")
    papers = read_papers(folder)
    labels = load_config().settings.labels
    tag, classify = Tagger(labels), Classifier(labels)
    blank = spacy.blank("en")
    blank.add_pipe("sentencizer")
    works: dict[str, Callable[[Segmented], object]] = {
        "blank spaCy": lambda paper: list(blank.pipe(item.text for item in paper.paragraphs)),
        "tag and classify": lambda paper: classify(paper, tag(paper)),
    }
    rounds: dict[str, list[float]] = {name: [] for name in works}
    for number in range(ROUNDS + 1):  # the first round loads word lists and is not counted
        for name, work in works.items():
            for remembers in REMEMBERS:  # papers come a second time only here
                remembers.cache_clear()
            spent = timed(work, papers)
            if number:
                rounds[name].append(spent)
    seconds = {name: statistics.median(own) for name, own in rounds.items()}
    words = sum(len(item.text.split()) for paper in papers for item in paper.paragraphs)
    statements = sum(len(paper.sentences) for paper in papers)
    print(f"machine: {platform.platform()}, Python {platform.python_version()}")
    print(f"{words:,} words, {statements:,} statements of {len(papers)} papers; words a second, medians of {ROUNDS}:")
    for name, spent in seconds.items():
        print(f"  {name:17} {words / spent:12,.0f}")
    print(f"tag and classify: {seconds['blank spaCy'] / seconds['tag and classify']:.3f} of the speed of blank spaCy")
    started = time.perf_counter()
    read_model(config_file(MODEL_FILE))
    size = config_file(MODEL_FILE).stat().st_size
    print(f"model: {size / 1e6:.1f} MB, loaded in {time.perf_counter() - started:.2f} s")


if __name__ == "__main__":
    main()
