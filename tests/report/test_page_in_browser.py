"""What the report does in a real browser, opened from disk."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from browser import Browser, browser, chromium
from run_tables import Run, document, failed, failure

from pipeline.report import write_page

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(chromium() is None, reason="no Chromium on this machine: install the package chromium"),
]

HOSTILE = "<script>window.hit = 1</script><img src=x onerror='window.hit = 2'>"
LONG = "N" * 200


def sample() -> Run:
    run = Run(
        [
            document("a"),
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


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("run")
    write_page(sample().write(folder), folder / "failures.jsonl", folder / "report.html", edition=None)
    return (folder / "report.html").as_uri()


@pytest.fixture(scope="module")
def chrome(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with browser(tmp_path_factory.mktemp("profile")) as running:
        yield running


@pytest.fixture
def tab(chrome: Browser, address: str) -> Browser:
    """The report, opened afresh in a wide window."""
    chrome.resize(1400, 1000)
    return opened(chrome, address)


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


def test_nothing_is_asked_for_but_the_file_and_nothing_is_complained_about(tab: Browser, address: str) -> None:
    tab.run("document.querySelectorAll('details').forEach((each) => { each.open = true })")
    tab.run("new Promise((done) => requestAnimationFrame(done))")
    assert tab.requests == [address]
    assert tab.complaints == []


def test_the_policy_refuses_every_request(tab: Browser) -> None:
    assert tab.run("fetch('data:,x').then(() => 'went', () => 'refused')") == "refused"


def test_every_number_of_a_table_opens_as_many_statements(tab: Browser) -> None:
    followed = tab.run("""(async () => {
      const seen = [];
      for (const link of document.querySelectorAll('table td a, .ranking a, .figures a')) {
        const followed = new Promise((done) => addEventListener('hashchange', done, {once: true}));
        const moves = link.hash !== location.hash;
        link.click();
        if (moves) await followed;
        const said = document.getElementById('count').textContent.match(/[0-9,]+/)[0];
        seen.push([link.textContent, said, link.hash]);
      }
      return seen;
    })()""")
    assert len(followed) > 50
    assert [row for row in followed if row[0] != row[1]] == []


def test_words_are_found_whatever_their_case_and_accents(tab: Browser) -> None:
    choose(tab, "words", "PROTECCION oficina")
    assert text(tab, "#count") == "1 statement of 65"
    assert text(tab, "#results .said") == "Abrió una oficina de protección."
    assert tab.run("location.hash") == "#words=PROTECCION+oficina"


def test_filters_join_and_are_cleared(tab: Browser) -> None:
    choose(tab, "submitter", "without")
    choose(tab, "status", "recommended")
    assert text(tab, "#count") == "1 statement of 65"
    tab.run("document.querySelector('#filters [type=reset]').click()")
    tab.run("new Promise((done) => setTimeout(done))")
    assert text(tab, "#count") == "All 65 statements"


def test_only_a_window_of_the_statements_is_drawn(tab: Browser) -> None:
    assert tab.run("document.querySelectorAll('#results > li').length") == 50
    tab.run("document.getElementById('next').click()")
    assert tab.run("document.querySelectorAll('#results > li').length") == 15
    assert text(tab, "#place") == "51–65 of 65"


def test_the_least_certain_come_first_where_asked_for(tab: Browser) -> None:
    choose(tab, "order", "unsure")
    assert text(tab, "#results .said") == "It will meet 0 times."


def test_the_address_of_a_statement_opens_it_in_its_paragraph(chrome: Browser, address: str) -> None:
    tab = opened(chrome, f"{address}#a.p1.s1")
    assert tab.run("document.activeElement.id") == "a.p1.s1"
    assert text(tab, ".target .paper .text") == "12. Work 😀 began in 2019. Fiji 😀 opened two clinics.[4]"
    assert text(tab, ".target mark") == "Fiji 😀 opened two clinics.[4]"
    assert text(tab, ".target .evidence") == "two clinics"
    assert text(tab, ".target .paper .where") == "II. Measures › A. Health · page 1"
    assert text(tab, ".target .notes") == "4 Health Act."


def test_the_address_of_a_statement_on_a_later_page_turns_to_it(chrome: Browser, address: str) -> None:
    tab = opened(chrome, f"{address}#c.p60.s1")
    assert text(tab, ".target .said") == "It will meet 59 times."


def test_text_of_a_document_is_shown_and_never_run(tab: Browser) -> None:
    tab.run("location.hash = '#a.p3.s1'")
    tab.run("new Promise((done) => setTimeout(done))")
    assert text(tab, ".target .said") == HOSTILE
    assert text(tab, ".target .notes") == f"5 {HOSTILE}"
    assert tab.run("window.hit ?? 'nothing ran'") == "nothing ran"
    assert tab.run("document.querySelectorAll('img').length") == 0


def test_arabic_runs_from_right_to_left(tab: Browser) -> None:
    choose(tab, "language", "ar")
    assert tab.run("getComputedStyle(document.querySelector('#results .said')).direction") == "rtl"


def test_a_submitter_lists_its_statements_by_theme(tab: Browser) -> None:
    tab.run("document.querySelectorAll('[data-submitter=long], .group').forEach((each) => { each.open = true })")
    tab.run("new Promise((done) => setTimeout(done, 0)).then(() => new Promise((done) => requestAnimationFrame(done)))")
    assert tab.run("document.querySelectorAll('[data-submitter=long] .group:first-of-type li').length") == 60


def test_the_keyboard_reaches_the_list_and_the_numbers(tab: Browser) -> None:
    tab.press("Tab")
    assert tab.run("document.activeElement.className") == "skip"
    tab.run("document.querySelector('#theme-status tbody a').focus()")
    assert tab.run("document.querySelector('#theme-status tbody a').matches(':focus-visible')")
    tab.press("Enter", text="\r")
    tab.run("new Promise((done) => setTimeout(done))")
    assert tab.run("document.activeElement.id") == "statements-h"
    assert " of 65" in text(tab, "#count")


@pytest.mark.parametrize("width", [400, 1400])
def test_the_page_never_scrolls_sideways(chrome: Browser, address: str, width: int) -> None:
    chrome.resize(width, 900)
    tab = opened(chrome, f"{address}#c.p1.s1")
    tab.run("document.querySelectorAll('details').forEach((each) => { each.open = true })")
    assert tab.run("document.documentElement.scrollWidth") == width


CONTRAST = """(() => {
  const parts = (colour) => colour.match(/[0-9.]+/g).map(Number);
  const light = (colour) => {
    const linear = (part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    const [r, g, b] = parts(colour).map((part) => linear(part / 255));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (element) => {
    for (let each = element; each; each = each.parentElement) {
      const colour = getComputedStyle(each).backgroundColor;
      if (parts(colour)[3] !== 0) return colour;
    }
    return 'rgb(0, 0, 0)';
  };
  document.querySelectorAll('details').forEach((each) => { each.open = true });
  const weak = new Set();
  for (const element of document.querySelectorAll('body *')) {
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (!own || !element.checkVisibility() || element.closest('script, button:disabled')) continue;
    const [a, b] = [light(getComputedStyle(element).color), light(behind(element))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) weak.add(`${element.tagName}.${element.className} ${ratio.toFixed(2)}`);
  }
  return [...weak];
})()"""  # WCAG 2.2, 1.4.3: text stands out from its ground by 4.5 to 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_ground(chrome: Browser, address: str, scheme: str) -> None:
    chrome.resize(1400, 1000, scheme=scheme)
    tab = opened(chrome, f"{address}#a.p1.s1")
    assert tab.run("matchMedia('(prefers-color-scheme: dark)').matches") == (scheme == "dark")
    assert tab.run(CONTRAST) == []


def test_without_scripts_the_tables_are_there_and_the_list_says_why_it_is_not(chrome: Browser, address: str) -> None:
    chrome.call("Emulation.setScriptExecutionDisabled", value=True)
    tab = opened(chrome, address)
    chrome.call("Emulation.setScriptExecutionDisabled", value=False)
    assert "needs JavaScript" in text(tab, "#statements")
    assert not tab.run("document.getElementById('filters').checkVisibility()")
    assert text(tab, "#theme-status tfoot").startswith("All statements 65")


def test_on_paper_the_controls_are_gone_and_the_tables_are_whole(chrome: Browser, address: str) -> None:
    chrome.resize(1000, 1400, media="print")
    tab = opened(chrome, address)
    assert not tab.run("document.getElementById('filters').checkVisibility()")
    assert tab.run("getComputedStyle(document.querySelector('.scroll')).overflow") == "visible"
