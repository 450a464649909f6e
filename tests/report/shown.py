"""A small corpus with everything that is hard to show, and how tests look at a report in the browser."""

from __future__ import annotations

from typing import Any

from browser import Browser
from run_tables import Run, document, failed, failure

HOSTILE = "<script>window.hit = 1</script><img src=x onerror='window.hit = 2'>"
LONG = "N" * 200

VIEWS = (
    "#overview",
    "#coverage",
    "#themes",
    "#objectives",
    "#submitters",
    "#documents",
    "#a.p1.s1",
    "#view=submitter&code=FJI",
    "#view=submitter&code=long",
    "#view=objective&code=15",
    "#view=theme&code=climate_disaster",
)
"""Everything that can be opened; the last is a theme that never occurs."""


def sample() -> Run:
    run = Run(
        [
            document("a", path="a.pdf", file_name="a.pdf"),
            document("b", "ESP", language="es", title="Informe"),
            document(
                "c", "long", submitter=LONG, submitter_type="ngo", title=LONG, quality="poor", warnings=["odd_thing"]
            ),
            failed("d"),
        ],
        [failure("d", hint=HOSTILE)],
    )
    run.says(
        "a",
        "Fiji 😀 opened two clinics.",
        before="Work 😀 began in 2019. ",
        themes=["basic_services", "women_gender"],
        objectives=[15],
        number="12",
        section_path=["II. Measures", "A. Health"],
        note=("4", "Health Act."),
        evidence="two clinics",
    )
    run.says("a", "فتحت الحكومة عيادتين.", language="ar", status="in_progress")
    run.says("a", HOSTILE, before=HOSTILE, note=("5", HOSTILE), actor=HOSTILE, section_path=[HOSTILE], status="none")
    run.says("b", "Abrió una oficina de protección.", language="es", themes=["identity_consular"], objectives=[14, 23])
    run.says("b", "Somebody should act.", submitter_id=None, status="recommended", needs_review=True)
    for number in range(60):
        run.says(
            "c", f"It will meet {number} times.", status="planned", themes=["gcm_implementation"], status_score=0.6
        )
    return run


def opened(tab: Browser, address: str) -> Browser:
    tab.open("about:blank")
    tab.requests.clear()
    tab.complaints.clear()
    tab.open(address)
    return tab


def text(tab: Browser, selector: str) -> Any:
    return tab.run(f"document.querySelector({selector!r}).innerText.replace(/\\s+/g, ' ').trim()")


def choose(tab: Browser, field: str, value: str) -> None:
    tab.run(
        f"(() => {{ const field = document.querySelector('#filter-{field}'); field.value = {value!r};"
        " for (const name of ['input', 'change']) field.dispatchEvent(new Event(name, {bubbles: true})); })()"
    )


def settle(tab: Browser) -> None:
    """Wait until the page has done what an event asked for."""
    tab.run("new Promise((done) => setTimeout(() => requestAnimationFrame(done)))")


def go(tab: Browser, address: str) -> None:
    """Follow a link within the page."""
    tab.run(f"location.hash = {address!r}")
    settle(tab)
