"""How fast is the report of a large corpus? Opening and filtering 20,000 statements in headless Chromium.

Relative figures of the same run: opening against a page of the same size that only parses its data, and filtering
against the same with no filter. Give a folder to keep the report: `report_page.py FOLDER`.
"""

from __future__ import annotations

import os
import platform
import statistics
import sys
import tempfile
import time
from pathlib import Path
from random import Random

TESTS = Path(__file__).resolve().parents[1] / "tests"
sys.path[:0] = [str(TESTS), str(TESTS / "report")]

from browser import Browser, browser  # noqa: E402 - found by the line before
from run_tables import Run, document  # noqa: E402

from pipeline.records import STATUSES  # noqa: E402
from pipeline.report import write_page  # noqa: E402
from pipeline.taxonomy import OBJECTIVES, THEMES, load_scheme  # noqa: E402

ROUNDS = 5
STATEMENTS, DOCUMENTS = 20_000, 200
WORDS = """
The Government has opened offices for migrant workers and their families in every province adopted laws against
trafficking trained 1,200 officers of border police provided health care education and legal aid to women children
signed agreements with neighbouring countries on labour mobility consular protection and the return of persons
""".split()  # noqa: SIM905 - words, not a list of strings
FILTERS = {
    "words, at once after opening": ("words", "legal aid"),
    "words, again": ("words", "consular -police"),
    "theme": ("theme", "basic_services"),
    "submitter": ("submitter", "body-7"),
    "status": ("status", "commitments"),
}


def corpus() -> Run:
    """Make a corpus of sentences of our own, the same every time."""
    random = Random(2020)  # noqa: S311 - the same corpus every time
    run = Run([document(f"d{number}", f"body-{number}", submitter=f"Body {number}") for number in range(DOCUMENTS)])
    themes, objectives = load_scheme(THEMES).codes, range(1, len(load_scheme(OBJECTIVES).codes) + 1)
    for number in range(STATEMENTS):
        sentence = " ".join(random.choices(WORDS, k=random.randint(12, 40))) + "."
        run.says(
            f"d{number % DOCUMENTS}",
            sentence,
            before=" ".join(random.choices(WORDS, k=20)) + ". ",
            number=str(number // DOCUMENTS + 1),
            status=random.choice(STATUSES),
            themes=random.sample(themes, k=random.choice((0, 1, 1, 2))),
            objectives=random.sample(objectives, k=random.choice((0, 1, 1, 2))),
            section_path=["Measures", random.choice(("Law", "Services", "Borders"))],
            evidence=sentence.split(maxsplit=1)[0],
        )
    return run


def opening(tab: Browser, address: str) -> float:
    """Time from asking for the page until its script has run and the next picture is drawn, in seconds."""
    tab.open("about:blank")
    started = time.perf_counter()
    tab.open(address)
    tab.run("new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
    return time.perf_counter() - started


def filtering(tab: Browser, field: str, value: str) -> float:
    """Time from a change of a field until the filtered list is laid out, in milliseconds; then clear the filter."""
    took: float = tab.run(f"""(async () => {{
      const field = document.getElementById('filter-{field}');
      const drawn = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      const set = (value) => {{ field.value = value; field.dispatchEvent(new Event('input', {{bubbles: true}})); }};
      const started = performance.now();
      set({value!r});
      document.getElementById('results').getBoundingClientRect();
      const took = performance.now() - started;
      set('');
      await drawn();
      return took;
    }})()""")
    return took


def parsing_only(page: Path) -> Path:
    """Write a page of the same data, with a script that only parses it: the least that any such page must do."""
    text = page.read_text(encoding="utf-8")
    data = text[text.index('<script type="application/json"') : text.rindex("<script>")]
    script = "for (const part of document.querySelectorAll('script[type]')) JSON.parse(part.textContent);"
    bare = page.with_name("bare.html")
    bare.write_text(f'<!DOCTYPE html><meta charset="utf-8">{data}<script>{script}</script>', encoding="utf-8")
    return bare


def measure(folder: Path, profile: Path) -> None:
    """Write the report into `folder`, open and filter it, and print what it took."""
    data, page = corpus().write(folder), folder / "report" / "index.html"
    started = time.perf_counter()
    write_page(data, folder / "failures.jsonl", page, edition=None)
    print(f"written in {time.perf_counter() - started:.1f} s, {page.stat().st_size / 1e6:.1f} MB")
    with browser(profile) as tab:
        tab.resize(1400, 1000)
        bare, whole = [], []
        for _ in range(ROUNDS):  # in turn, so that a busy machine hurts both
            bare.append(opening(tab, parsing_only(page).as_uri()))
            whole.append(opening(tab, page.as_uri()))
        slow, fast = statistics.median(whole), statistics.median(bare)
        print(f"opened in {slow:.2f} s; a page that only parses the same data: {fast:.2f} s, ratio {slow / fast:.1f}")
        filters = {**FILTERS, "nothing": ("theme", "")}
        took: dict[str, list[float]] = {name: [] for name in filters}
        for _ in range(ROUNDS):
            opening(tab, f"{page.as_uri()}#statements")
            for name, (field, value) in filters.items():
                took[name].append(filtering(tab, field, value))
        nothing = statistics.median(took["nothing"])
        for name, times in took.items():
            middle = statistics.median(times)
            relative = f"{middle / nothing:.1f} times as long as with no filter"
            print(f"filtered by {name}: {middle:.0f} ms, the slowest {max(times):.0f} ms, {relative}")


def main() -> None:
    """Measure and print."""
    print(f"machine: {platform.platform()}, Python {platform.python_version()}, {os.cpu_count()} processors")
    print(f"{STATEMENTS:,} statements of {DOCUMENTS} documents; medians of {ROUNDS}")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as scratch:
        folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(scratch) / "run"
        measure(folder, Path(scratch) / "profile")


if __name__ == "__main__":
    main()
