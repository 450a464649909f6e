"""The one app and its commands, in the order in which a user meets them."""

from __future__ import annotations

import typer

from pipeline.cli import comparing, counting, drafting, editions, evaluating, exporting, inspect, maintain, running

app = typer.Typer(
    name="gcm",
    help=(
        "Read submissions on the protection of migrants (PDF, DOCX, text) and leave annotated datasets, theme "
        "statistics and a browsable report. Nothing leaves this machine."
    ),
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

app.command("run")(running.run_all)
app.command("extract")(running.extract)
app.command("segment")(running.segment)
app.command("tag")(running.tag)
app.command("classify")(running.classify)
app.command("write")(running.write)
app.command("report")(running.report)
app.command("status")(inspect.status)
app.command("stats")(counting.stats)
app.command("explore")(inspect.explore)
app.command("compare")(comparing.compare)
app.command("export")(exporting.export)
app.command("draft")(drafting.draft)
app.command("charts")(drafting.charts)
app.command("evaluate")(evaluating.evaluate)
app.command("init")(editions.init)
app.command("check")(maintain.check)
app.command("train")(maintain.train)
