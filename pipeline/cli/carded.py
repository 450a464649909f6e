"""The model card that `gcm train` leaves: a new model, measured on the gold that it was not fitted on."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from pipeline.cli.evaluated import evaluation_of
from pipeline.cli.progress import progress_display
from pipeline.config import load_config
from pipeline.config_files import config_file
from pipeline.evaluate.card import model_card
from pipeline.evaluate.gold_files import read_gold
from pipeline.runner import Plan, Store, run
from pipeline.storage import write_text

CARD = "MODEL_CARD.md"
HELD_OUT = "gold/held_out.jsonl"


def write_card(model: Path, papers: Path) -> Path:
    """Run the pipeline with the configuration's model over labelled papers and write its card beside `model`."""
    with TemporaryDirectory(prefix="gcm-card-") as folder, progress_display() as progress:
        store = Store(Path(folder) / "run")
        run(Plan((papers,), load_config()), store, progress=progress, until="write")
        card = model_card(evaluation_of(store.folder, read_gold(config_file(HELD_OUT))))
    path = model.with_name(CARD)
    write_text(path, card)
    return path
