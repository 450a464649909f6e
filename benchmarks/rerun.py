"""How much faster is the same command again? Medians of five pairs of whole processes on the sample corpus."""

from __future__ import annotations

import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROUNDS = 5
SAMPLE = Path(__file__).resolve().parents[1] / "corpus" / "sample"


def seconds(out: Path) -> float:
    """Time one `gcm run` from start to exit."""
    command = [sys.executable, "-m", "pipeline", "run", str(SAMPLE), "--edition", "2020", "--out", str(out)]
    started = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - started


def main() -> None:
    """Measure and print."""
    first, second = [], []
    for _ in range(ROUNDS):
        with tempfile.TemporaryDirectory() as folder:
            first.append(seconds(Path(folder) / "out"))
            second.append(seconds(Path(folder) / "out"))
    slow, fast = statistics.median(first), statistics.median(second)
    print(f"machine: {platform.platform()}, Python {platform.python_version()}, {os.cpu_count()} processors")
    print(f"first run {slow:.2f} s, second run {fast:.2f} s, ratio {fast / slow:.3f} (medians of {ROUNDS})")


if __name__ == "__main__":
    main()
