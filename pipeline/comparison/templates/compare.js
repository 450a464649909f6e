"use strict";
// Numbers stand in the page; this opens the statements behind them. Texts enter as text, never as markup.
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const PART = 25;

  const byLine = new Map();
  data.lines.forEach((lines, place) => lines.forEach((line) => {
    if (!byLine.has(line)) byLine.set(line, data.editions.map(() => []));
    byLine.get(line)[data.edition[place]].push(place);
  }));

  const element = (name, text, kind) => {
    const made = document.createElement(name);
    if (text !== undefined) made.textContent = text;
    if (kind) made.className = kind;
    return made;
  };

  const where = (place) => {
    const parts = [data.documents[data.document[place]]];
    if (data.number[place] !== null) parts.push(`paragraph ${data.number[place]}`);
    if (data.page[place] !== null) parts.push(`page ${data.page[place]}`);
    const submitter = data.submitters[data.submitter[place]];
    const status = data.statuses[data.status[place]] || data.status[place];
    return [parts.join(", "), submitter, status].filter(Boolean).join(" · ");
  };

  const statement = (place) => {
    const item = element("li");
    const said = element("p", data.text[place], "said");
    said.dir = "auto";
    if (data.language[place] && data.language[place] !== "other") said.lang = data.language[place];
    item.append(said, element("p", where(place), "where"));
    const before = data.again[place];
    if (before !== undefined) item.append(element("p", `Repeats ${data.editions[data.edition[before]]}: ${where(before)}`, "where"));
    return item;
  };

  const listed = (edition, places) => {
    const box = element("div");
    const count = places.length.toLocaleString("en");
    box.append(element("h3", `${data.editions[edition]}: ${count} ${places.length === 1 ? "statement" : "statements"}`));
    const list = element("ol");
    box.append(list);
    let shown = 0;
    const more = element("button", "", "more");
    more.type = "button";
    const show = () => {
      places.slice(shown, shown + PART).forEach((place) => list.append(statement(place)));
      shown = Math.min(places.length, shown + PART);
      more.textContent = `Show more (${(places.length - shown).toLocaleString("en")} left)`;
      more.hidden = shown >= places.length;
    };
    more.addEventListener("click", () => {
      const first = shown;
      show();
      list.children[first].tabIndex = -1;
      list.children[first].focus();
    });
    box.append(more);
    show();
    return box;
  };

  const set = (button, open) => {
    const detail = document.getElementById(button.getAttribute("aria-controls"));
    button.setAttribute("aria-expanded", String(open));
    detail.hidden = !open;
    const box = detail.querySelector(".statements");
    if (open && !box.childElementCount) {
      const editions = byLine.get(Number(box.dataset.line)) || data.editions.map(() => []);
      editions.forEach((places, edition) => box.append(listed(edition, places)));
    }
  };

  const buttons = [...document.querySelectorAll("button.reveal")];
  buttons.forEach((button) => {
    set(button, false);
    button.addEventListener("click", () => set(button, button.getAttribute("aria-expanded") !== "true"));
  });

  const follow = () => {
    const row = location.hash.length > 1 ? document.getElementById(location.hash.slice(1)) : null;
    const button = row && row.matches("tr.line") ? row.querySelector("button.reveal") : null;
    if (!button) return;
    set(button, true);
    row.scrollIntoView();
    button.focus({ preventScroll: true });
  };
  window.addEventListener("hashchange", follow);
  document.querySelectorAll("a.open").forEach((link) => link.addEventListener("click", () => {
    if (link.hash === location.hash) follow();
  }));
  follow();
})();
