"""What the report does in a real browser, opened from disk."""

from __future__ import annotations

import pytest
from browser import Browser, chromium
from shown import HOSTILE, VIEWS, choose, go, opened, settle, text

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(chromium() is None, reason="no Chromium on this machine: install the package chromium"),
]


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
      for (const link of document.querySelectorAll(['#overview td a', '.bars .n a', '#coverage td a', '#themes td a',
        '.figures a[href*="="]', '.figures a[href="#all"]'].join())) {
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


def test_the_keyboard_reaches_the_content_the_list_and_the_numbers(tab: Browser) -> None:
    tab.press("Tab")
    assert tab.run("document.activeElement.className") == "skip"
    tab.press("Enter", text="\r")
    settle(tab)
    assert tab.run("document.activeElement.id") == "main"
    go(tab, "#coverage")
    tab.run("document.querySelector('#submitter-theme tbody td a').focus()")
    assert tab.run("document.querySelector('#submitter-theme tbody td a').matches(':focus-visible')")
    tab.press("Enter", text="\r")
    settle(tab)
    assert tab.run("document.activeElement.id") == "statements-h"
    assert " of 65" in text(tab, "#count")


def test_one_section_is_shown_at_a_time_and_the_list_of_sections_says_which(tab: Browser) -> None:
    shown = "[...document.querySelectorAll('.view')].filter((each) => each.checkVisibility()).map((each) => each.id)"
    assert tab.run(shown) == ["overview"]
    go(tab, "#submitters")
    assert tab.run(shown) == ["submitters"]
    assert text(tab, "nav [aria-current]") == "Submitters"
    assert tab.run("document.title").startswith("Submitters")


@pytest.mark.parametrize("width", [390, 1400])
@pytest.mark.parametrize("at", VIEWS)
def test_the_page_never_scrolls_sideways(chrome: Browser, address: str, width: int, at: str) -> None:
    chrome.resize(width, 900)
    tab = opened(chrome, address + at)
    tab.run("document.querySelectorAll('details').forEach((each) => { each.open = true })")
    settle(tab)
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
@pytest.mark.parametrize("at", VIEWS)
def test_text_stands_out_from_its_ground(chrome: Browser, address: str, scheme: str, at: str) -> None:
    chrome.resize(1400, 1000, scheme=scheme)
    tab = opened(chrome, address + at)
    assert tab.run("matchMedia('(prefers-color-scheme: dark)').matches") == (scheme == "dark")
    assert tab.run(CONTRAST) == []


def test_without_scripts_the_tables_are_there_and_the_list_says_why_it_is_not(chrome: Browser, address: str) -> None:
    chrome.call("Emulation.setScriptExecutionDisabled", value=True)
    tab = opened(chrome, address)
    chrome.call("Emulation.setScriptExecutionDisabled", value=False)
    assert "need JavaScript" in text(tab, "#statements")
    assert not tab.run("document.getElementById('filters').checkVisibility()")
    assert tab.run("document.getElementById('submitter-theme').checkVisibility()")
    assert text(tab, "#submitter-theme tfoot").startswith("All statements 65")
