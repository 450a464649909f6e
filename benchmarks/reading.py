"""How fast are PDFs read, and in how much memory? Beside pdfplumber's words and pdfium's plain text, in one process.

    python benchmarks/reading.py [FOLDER]

FOLDER holds PDFs; by default the team's shared papers where they lie beside the checkout, else the sample corpus.
Scans, which none of the three can read, are left out.
"""

from __future__ import annotations

import io
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pdfplumber
import pypdfium2 as pdfium

from pipeline.errors import NoText
from pipeline.extract import Extractor
from pipeline.extract.settings import ExtractSettings
from pipeline.segment import Segmenter

ROUNDS = 5
FIRST_PAGES = 20
CHECKOUT = Path(__file__).resolve().parents[1]
SHARED = CHECKOUT.parent / "shared" / "corpus" / "upr"
MEMORY = """
import resource, sys
from pathlib import Path
from pipeline.extract import Extractor
from pipeline.segment import Segmenter
Segmenter()(Extractor()(Path(sys.argv[1]).read_bytes()), doc_id="benchmark", file_name="paper.pdf")
status = Path("/proc/self/status")
lines = status.read_text().splitlines() if status.exists() else []
peak = [line.split()[1] for line in lines if line.startswith("VmHWM")]
print(peak[0] if peak else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""
# On Linux getrusage would count the parent's memory too, which a new process shares until its program is loaded.


def born_digital(folder: Path) -> list[bytes]:
    """Read the PDFs of a folder that hold text."""
    extract = Extractor(ExtractSettings(recognition="off"))
    kept = []
    for path in sorted(folder.glob("*.pdf")):
        data = path.read_bytes()
        try:
            extract(data)
        except NoText:
            continue
        kept.append(data)
    return kept


def read_words(papers: Sequence[bytes]) -> int:
    """Read with pdfplumber's extract_words; returns the pages."""
    pages = 0
    for data in papers:
        with pdfplumber.open(io.BytesIO(data)) as document:
            for page in document.pages:
                page.extract_words()
                page.close()
                pages += 1
    return pages


def read_plain(papers: Sequence[bytes]) -> int:
    """Read pdfium's plain text; returns the pages."""
    pages = 0
    for data in papers:
        document = pdfium.PdfDocument(data)
        for index in range(len(document)):
            page = document[index]
            text = page.get_textpage()
            text.get_text_range()
            text.close()
            page.close()
            pages += 1
        document.close()
    return pages


def reader() -> Callable[[Sequence[bytes]], int]:
    """Build extract and segment once, as a worker does, and return what reads with both."""
    extract, segment = Extractor(ExtractSettings(recognition="off")), Segmenter()

    def read(papers: Sequence[bytes]) -> int:
        return sum(segment(extract(data), doc_id="benchmark", file_name="paper.pdf").pages or 0 for data in papers)

    return read


def pages_per_second(read: Callable[[Sequence[bytes]], int], papers: Sequence[bytes]) -> float:
    """Time one reading of all papers."""
    started = time.perf_counter()
    pages = read(papers)
    return pages / (time.perf_counter() - started)


def peak_memory(data: bytes) -> float:
    """Return the peak resident memory in megabytes of a process of its own that reads one paper."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "paper.pdf"
        path.write_bytes(data)
        command = [sys.executable, "-c", MEMORY, str(path)]
        answer = subprocess.run(command, check=True, capture_output=True, text=True)
    # Linux counts kilobytes, macOS bytes.
    return int(answer.stdout) / (1024 if sys.platform != "darwin" else 1024 * 1024)


def first_pages(data: bytes, count: int) -> bytes:
    """Cut the first pages out of a PDF."""
    buffer = io.BytesIO()
    source, cut = pdfium.PdfDocument(data), pdfium.PdfDocument.new()
    cut.import_pages(source, list(range(min(count, len(source)))))
    cut.save(buffer)
    return buffer.getvalue()


def main() -> None:
    """Measure and print."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else (SHARED if SHARED.is_dir() else CHECKOUT / "corpus" / "sample")
    papers = born_digital(folder)
    readers = {"pdfplumber words": read_words, "pdfium plain text": read_plain, "extract and segment": reader()}
    for read in readers.values():  # word lists and libraries are loaded before the clock starts
        read(papers[:1])
    rounds: dict[str, list[float]] = {name: [] for name in readers}
    for _ in range(ROUNDS):
        for name, read in readers.items():
            rounds[name].append(pages_per_second(read, papers))
    speed = {name: statistics.median(own) for name, own in rounds.items()}
    ours = speed["extract and segment"]
    print(f"machine: {platform.platform()}, Python {platform.python_version()}, {os.cpu_count()} processors")
    print(f"{read_plain(papers)} pages of {len(papers)} papers; pages a second, medians of {ROUNDS} in turn:")
    for name, value in speed.items():
        print(f"  {name:20} {value:8.1f}")
    print(f"extract and segment: {ours / speed['pdfplumber words']:.1f} times as fast as pdfplumber's words,")
    print(f"  {speed['pdfium plain text'] / ours:.2f} times the time of pdfium's plain text")
    longest = max(papers, key=lambda data: len(pdfium.PdfDocument(data)))
    whole, part = peak_memory(longest), peak_memory(first_pages(longest, FIRST_PAGES))
    print(f"peak memory: {whole:.0f} MB for {len(pdfium.PdfDocument(longest))} pages, ", end="")
    print(f"{part:.0f} MB for the first {FIRST_PAGES} ({whole / part:.2f} times)")


if __name__ == "__main__":
    main()
