"""The model card and the errors that `gcm train` leaves: a new model, measured on gold that it was not fitted on."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from pipeline.cli.evaluated import evaluation_of
from pipeline.cli.measured import write_errors
from pipeline.cli.progress import progress_display
from pipeline.config import load_config
from pipeline.config_files import config_file
from pipeline.evaluate.card import model_card
from pipeline.evaluate.gold_files import read_gold
from pipeline.runner import Plan, Store, run
from pipeline.storage import write_text

CARD = "MODEL_CARD.md"
ERRORS = "errors.json"
HELD_OUT = "gold/held_out.jsonl"


def write_card(model: Path, papers: Path) -> Path:
    """Run the configuration's model over labelled papers; write its card and its errors beside `model`."""
    with TemporaryDirectory(prefix="gcm-card-") as folder, progress_display() as progress:
        store = Store(Path(folder) / "run")
        run(Plan((papers,), load_config()), store, progress=progress, until="write")
        gold = read_gold(config_file(HELD_OUT))
        evaluation = evaluation_of(store.folder, gold)
        path = model.with_name(CARD)
        write_text(path, model_card(evaluation))
        write_errors(store.folder, gold, evaluation, model.with_name(ERRORS))
    return path
