"""Reads thousands of broken files in one batch and says whether every one of them was answered.

python tests/fuzzing/run_mutants.py [COUNT] [SEED]
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

import pandas as pd
from mutations import mutants, seeds_below

ROOT = Path(__file__).resolve().parents[2]
SEEDS = (ROOT / "tests" / "papers" / "files", ROOT / "corpus" / "sample")
LIMIT = 60  # seconds a document; a slower one must be stopped and be a row


def main() -> int:
    """Write the mutants, run the real command on them, and count what came of them."""
    count, seed = (
        (int(value) for value in [*sys.argv[1:], "2000", "1"][:2]) if len(sys.argv) != 2 else (int(sys.argv[1]), 1)
    )
    with tempfile.TemporaryDirectory() as name:
        folder, out, settings = Path(name) / "in", Path(name) / "out", Path(name) / "limits.toml"
        folder.mkdir()
        for file_name, data in mutants(seeds_below(*SEEDS), count, seed=seed):
            (folder / file_name).write_bytes(data)
        settings.write_text(f"[extract]\nmax_seconds = {LIMIT}\n", encoding="utf-8")
        started = time.perf_counter()
        command = [sys.executable, "-m", "pipeline", "run", str(folder), "--out", str(out), "--config", str(settings)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        seconds = time.perf_counter() - started
        documents = pd.read_parquet(out / "data" / "documents.parquet")
        failures = [json.loads(line) for line in (out / "failures.jsonl").read_text("utf-8").splitlines()]
        answered = {path.split("/")[0] for path in documents.path}
        unanswered = sorted({path.name for path in folder.iterdir()} - answered)
        print(f"{count} mutants, exit code {done.returncode}, {seconds:.0f} s")
        print(f"read {len(documents) - len(failures)}, failed {len(failures)}, without an answer {len(unanswered)}")
        print(Counter(row["error"] for row in failures).most_common())
        known = {
            "DamagedFile",
            "UnsupportedType",
            "LockedFile",
            "NoText",
            "LimitExceeded",
            "UnreadableFile",
            "NeedsConversion",
        }
        unforeseen = [row for row in failures if row["error"] not in known]
        for row in unforeseen:
            print(row["path"], row["stage"], row["error"], row["message"][:300])
        print(done.stderr[-2000:] if "Traceback" in done.stderr else "")
        if unforeseen or unanswered:
            keep = Path(tempfile.mkdtemp(prefix="mutants-"))
            for path in {row["path"].split("/")[0] for row in unforeseen} | set(unanswered):
                (keep / path).write_bytes((folder / path).read_bytes())
            print("kept in", keep)
    return int(bool(unforeseen or unanswered or done.returncode not in (0, 1)))


if __name__ == "__main__":
    sys.exit(main())
