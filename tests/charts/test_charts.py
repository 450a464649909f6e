"""Charts as files: what they show is what `gcm stats` counts, and nothing of a document runs or breaks them."""

from __future__ import annotations

import io
from pathlib import Path

import pandas as pd
import pytest
from lxml import etree
from PIL import Image
from run_tables import Run, document

from pipeline.charts import charts_of, write_charts
from pipeline.statistics.counts import statistics
from pipeline.statistics.dataset import Tables, read_tables

FORMULA = "=HYPERLINK($x$) <script>"


def tables_of(run: Run, folder: Path) -> Tables:
    return read_tables(run.write(folder))


def some() -> Run:
    run = Run(
        [document("a"), document("b", "x", submitter=FORMULA, submitter_type="ngo"), document("c", duplicate_of="a")]
    )
    for copy in ("a", "c"):
        run.says(copy, "Fiji opened two clinics.", themes=["basic_services", "women_gender"], objectives=[15])
    run.says("b", "It will open a third.", status="planned", themes=["basic_services"])
    return run


def test_every_chart_lies_there_as_svg_png_and_numbers(tmp_path: Path) -> None:
    tables = tables_of(some(), tmp_path)
    write_charts(tables, tmp_path / "charts")
    for chart in charts_of(tables):
        svg, png, csv = (tmp_path / "charts" / f"{chart.name}.{form}" for form in ("svg", "png", "csv"))
        assert chart.title in " ".join(etree.parse(svg).getroot().itertext())
        assert Image.open(io.BytesIO(png.read_bytes())).width == 1500
        assert len(pd.read_csv(csv)) == len(chart.bars)


def test_the_bars_of_themes_are_the_numbers_of_the_statistics(tmp_path: Path) -> None:
    tables = tables_of(some(), tmp_path)
    (chart,) = [chart for chart in charts_of(tables) if chart.name == "statements-by-theme-and-status"]
    counted = statistics(tables, ["theme"]).dropna(subset=["theme"])
    drawn = {bar.code: bar.total for bar in chart.bars if bar.total}
    assert (
        drawn
        == dict(zip(counted["theme"], counted["statements"], strict=True))
        == {"basic_services": 2, "women_gender": 1}
    )
    assert len(chart.bars) == 20  # themes that never occur have a bar of length nothing


def test_a_name_is_no_formula_in_the_numbers_and_no_markup_in_the_picture(tmp_path: Path) -> None:
    write_charts(tables_of(some(), tmp_path), tmp_path)
    assert f"'{FORMULA}" in (tmp_path / "statements-by-submitter-and-status.csv").read_text("utf-8-sig")
    picture = (tmp_path / "statements-by-submitter-and-status.svg").read_text("utf-8")
    assert "<script" not in picture
    assert "&lt;script&gt;" in picture


def test_two_hundred_submitters_are_forty_bars_and_two_hundred_rows(tmp_path: Path) -> None:
    run = Run([document(f"d{number}", f"s{number}", submitter=f"{'N' * 200}{number}") for number in range(200)])
    for number in range(200):
        run.says(f"d{number}", "We opened a clinic.")
    (chart,) = [chart for chart in charts_of(tables_of(run, tmp_path)) if "submitter-and" in chart.name]
    assert (len(chart.shown()), chart.shown()[-1].label, chart.shown()[-1].total) == (40, "161 others", 161)
    assert len(chart.frame()) == 200


@pytest.mark.parametrize("run", [Run(), Run([document("a")])], ids=["empty corpus", "a paper without statements"])
def test_nothing_to_show_is_no_chart(run: Run, tmp_path: Path) -> None:
    assert write_charts(tables_of(run, tmp_path), tmp_path / "charts") == []


def test_the_same_tables_give_the_same_bytes(tmp_path: Path) -> None:
    tables = tables_of(some(), tmp_path)
    write_charts(tables, tmp_path / "one")
    write_charts(tables, tmp_path / "two")
    for path in sorted((tmp_path / "one").iterdir()):
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes(), path.name
