"""Runs made by hand, as exports take them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from run_tables import Run, document

from pipeline.config import Edition, Submitter
from pipeline.export.source import Source

HOSTILE = '=HYPERLINK("http://x") <script>window.hit = 1</script> & ]]> \'quoted\' "too" 😀'
MANIFEST = {"version": "9.9", "finished": "2030-01-02T03:04:05.678+00:00"}
EDITION = Edition(name="2030", title="Human rights of migrants", submitters=[Submitter(id="FJI", name="Fiji")])


def source_of(run: Run, folder: Path, *, edition: Edition | None = EDITION) -> Source:
    """Write a run and give it as a source."""
    return Source(run.write(folder), MANIFEST, tuple(run.failures), edition)


def two_papers(*, hostile: Sequence[str] = ()) -> Run:
    """A paper of Fiji in English and Arabic, one of Spain, and a copy of Spain's."""
    run = Run(
        [
            document("a", title="Submission of Fiji"),
            document("b", "ESP", region="Southern Europe", language="es"),
            document("b-2", "ESP", region="Southern Europe", language="es", duplicate_of="b"),
        ]
    )
    own = run.says(
        "a",
        "Fiji 😀 opened two clinics for 1,200 women.",
        before="Work 😀 began. ",
        themes=["basic_services", "women_gender"],
        objectives=[15],
        number="12",
        section_path=["II. Measures", "A. Health"],
        evidence="two clinics",
        note=("4", "Health Act."),
    )
    run.mentions(own, "1,200", "FIGURE", value="1200 |  | women")
    run.mentions(own, "Fiji", "STATE", link="FJI")
    run.says("a", "فتحت الحكومة عيادتين.", language="ar", status="in_progress", themes=["basic_services"])
    for text in hostile:
        run.says("a", text, actor=text, section_path=[text], status="none")
    for copy in ("b", "b-2"):
        run.says(copy, "Abrirá un consulado.", language="es", status="planned", themes=["identity_consular"])
    return run
