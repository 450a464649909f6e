
"use strict";
(() => {
  const SIZE = 50; // statements drawn at a time: thousands in the page would make it slow
  const METHODS = { rule: "by rule", model: "by model", both: "by rule and model", person: "by a person" };

  const { choices, documents, paragraphs, statements, own } = JSON.parse(document.getElementById("data").textContent);
  const LISTS = ["theme", "objective", ...own]; // facets of which a statement may have several values
  const FACETS = [...LISTS, "status", "submitter", "language"];
  const size = statements.id.length;
  const places = new Map(statements.id.map((id, at) => [id, at]));
  const byId = (id) => document.getElementById(id);
  const form = byId("filters");
  const list = byId("results");
  let shown = []; // places of the statements that pass the filters, in order
  let first = 0; // of them, the first one drawn
  let onlyDocument = ""; // set by a link of the table of documents; no field of the form
  let words = null; // sentences made plain for searching, on first use

  // Elements

  function make(tag, attributes, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) element.setAttribute(name, value);
    element.append(...children.filter((child) => child !== null));
    return element;
  }

  const count = (number, noun) => `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;
  const paragraphOf = (at) => statements.paragraph[at];
  const sentenceOf = (at) => paragraphs.text[paragraphOf(at)].slice(statements.start[at], statements.end[at]);
  const submitterOf = (at) => (statements.submitter[at] < 0 ? "Submitter unknown" : choices.submitter[statements.submitter[at]][1]);

  function status(at) {
    const [code, label] = choices.status[statements.status[at]];
    return make("span", { class: `status status-${code}` }, label);
  }

  // Filters

  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  function searchable(at) {
    words ??= Array.from({ length: size }, (_, place) => plain(sentenceOf(place)));
    return words[at];
  }

  function readForm() {
    const filters = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, value.trim()]));
    if (onlyDocument) filters.document = onlyDocument;
    return Object.fromEntries(Object.entries(filters).filter(([, value]) => value));
  }

  function writeForm(filters) {
    for (const field of form.elements) {
      if (!field.name) continue;
      if (field.type === "checkbox") field.checked = filters[field.name] === field.value;
      else field.value = filters[field.name] ?? "";
      if (field.selectedIndex === -1) field.value = "";
    }
    onlyDocument = documents.id.includes(filters.document) ? filters.document : "";
  }

  // Every test says of one statement whether it passes; -1 stands for "has none".
  function testsOf(filters) {
    const tests = [];
    for (const facet of FACETS.filter((name) => filters[name])) {
      const wanted = filters[facet] === "without" ? -1 : choices[facet].findIndex(([code]) => String(code) === filters[facet]);
      const column = statements[facet];
      if (!LISTS.includes(facet)) tests.push((at) => column[at] === wanted);
      else if (wanted < 0) tests.push((at) => column[at].length === 0);
      else tests.push((at) => column[at].includes(wanted));
    }
    if (filters.review) tests.push((at) => statements.review[at] === 1);
    if (filters.document) {
      const wanted = documents.id.indexOf(filters.document);
      tests.push((at) => paragraphs.document[paragraphOf(at)] === wanted);
    }
    for (const word of plain(filters.words ?? "").split(/\s+/).filter(Boolean)) tests.push((at) => searchable(at).includes(word));
    return tests;
  }

  function search() {
    const filters = readForm();
    const tests = testsOf(filters);
    shown = [];
    for (let at = 0; at < size; at += 1) if (tests.every((test) => test(at))) shown.push(at);
    if (filters.order) shown.sort((a, b) => statements.score[a] - statements.score[b] || a - b);
    for (const field of form.elements) field.classList.toggle("active", Boolean(filters[field.name]));
    draw(0);
    const where = onlyDocument ? ` in “${documents.title[documents.id.indexOf(onlyDocument)]}”` : "";
    const all = shown.length === size;
    byId("count").textContent = all ? `All ${count(size, "statement")}` : `${count(shown.length, "statement")} of ${size.toLocaleString("en")}${where}`;
  }

  // Not at every letter typed: browsers refuse an address that changes too often.
  function remember() {
    const address = new URLSearchParams(readForm()).toString();
    history.replaceState(null, "", address ? `#${address}` : "#all");
  }

  // The list

  function draw(from) {
    first = from;
    list.replaceChildren(...shown.slice(first, first + SIZE).map(item));
    list.setAttribute("start", first + 1);
    const last = Math.min(first + SIZE, shown.length);
    byId("pager").hidden = shown.length <= SIZE;
    byId("place").textContent = `${(first + 1).toLocaleString("en")}–${last.toLocaleString("en")} of ${shown.length.toLocaleString("en")}`;
    byId("previous").disabled = first === 0;
    byId("next").disabled = last === shown.length;
  }

  function turn(by) {
    draw(first + by * SIZE);
    byId("statements-h").focus();
  }

  function item(at) {
    const said = make("p", { class: "said", dir: "auto", ...language(at) }, sentenceOf(at));
    const whole = make("details", { class: "whole" }, make("summary", {}, "Show in its paragraph"));
    whole.addEventListener("toggle", () => whole.open && whole.children.length === 1 && whole.append(paper(at)));
    return make("li", { class: "statement", id: statements.id[at], tabindex: "-1" }, where(at), said, labels(at), whole);
  }

  function language(at) {
    const code = statements.language[at] < 0 ? "other" : choices.language[statements.language[at]][0];
    return code === "other" ? {} : { lang: code };
  }

  function where(at) {
    const paragraph = paragraphOf(at);
    const number = paragraphs.number[paragraph];
    const title = make("bdi", {}, documents.title[paragraphs.document[paragraph]]);
    const link = make("a", { href: `#${statements.id[at]}`, title: "Address of this statement" }, number ? `paragraph ${number}` : (paragraphs.pages[paragraph] ?? "unnumbered paragraph"));
    return make("p", { class: "where" }, make("b", {}, submitterOf(at)), " · ", title, " · ", link);
  }

  function labels(at) {
    const items = [make("li", {}, status(at), probability(statements.score[at]))];
    if (statements.gold[at]) items.push(make("li", {}, "decided by a person"));
    if (statements.review[at]) items.push(make("li", { class: "review" }, "to be reviewed"));
    for (const facet of LISTS) {
      for (const code of statements[facet][at]) {
        const scored = statements.labels[at].find((label) => label[0] === facet && label[1] === code);
        const [, label, title] = choices[facet][code];
        items.push(make("li", { class: own.includes(facet) ? "own" : facet, title }, label, scored ? probability(scored[2]) : null));
      }
    }
    return make("ul", { class: "labels", "aria-label": "Status, themes and objectives" }, ...items);
  }

  const probability = (percent) => make("span", { class: "p", title: "probability" }, `${percent} %`);

  // One statement in its paragraph

  function paper(at) {
    const paragraph = paragraphOf(at);
    const place = [paragraphs.section[paragraph].join(" › "), paragraphs.pages[paragraph]].filter(Boolean).join(" · ");
    const number = paragraphs.number[paragraph];
    const text = make("p", { class: "text", dir: "auto", ...language(at) }, ...pieces(at));
    if (number) text.prepend(`${number}${/[.)]$/.test(number) ? "" : "."} `);
    return make("div", { class: "paper" }, place ? make("p", { class: "where" }, place) : null, text, notes(paragraph), facts(at));
  }

  // The text cut wherever a sentence, a stretch of evidence or a footnote mark begins or ends.
  function pieces(at) {
    const paragraph = paragraphOf(at);
    const text = paragraphs.text[paragraph];
    const [start, end] = [statements.start[at], statements.end[at]];
    const marks = paragraphs.notes[paragraph].filter(([, offset]) => offset !== null);
    const spans = evidence(at).map(([from, to]) => [start + from, start + to]);
    const cuts = [...new Set([0, start, end, text.length, ...spans.flat(), ...marks.map(([, offset]) => offset)])].sort((a, b) => a - b);
    const sentence = make("mark", {});
    const made = [];
    const add = (inside, node) => (inside ? sentence.append(node) : made.push(node));
    cuts.forEach((from, place) => {
      if (from === start) made.push(sentence);
      for (const [mark, offset] of marks) if (offset === from) add(from > start && from <= end, make("sup", {}, `[${mark}]`));
      const to = cuts[place + 1];
      if (to === undefined) return;
      const spoken = spans.some(([left, right]) => left <= from && to <= right);
      const piece = text.slice(from, to);
      add(from >= start && to <= end, spoken ? make("span", { class: "evidence" }, piece) : piece);
    });
    return made;
  }

  function evidence(at) {
    const flat = statements.labels[at].filter((label) => label[3]).map((label) => label[5]);
    return flat.flatMap((spans) => Array.from({ length: spans.length / 2 }, (_, pair) => spans.slice(2 * pair, 2 * pair + 2)));
  }

  function notes(paragraph) {
    const cited = paragraphs.notes[paragraph];
    if (!cited.length) return null;
    return make("ul", { class: "notes", "aria-label": "Footnotes" }, ...cited.map(([mark, , text]) => make("li", { dir: "auto" }, make("sup", {}, mark), " ", text)));
  }

  function facts(at) {
    const scored = statements.labels[at].map((label) => [label[3], `${nameOf(label)} ${label[2]} %, ${METHODS[label[4]]}`]);
    const rows = [
      ["Who acts", statements.actor[at]],
      ["Labels", scored.filter(([chosen]) => chosen).map(([, text]) => text).join("; ")],
      ["Narrowly rejected", scored.filter(([chosen]) => !chosen).map(([, text]) => text).join("; ")],
      ["File", documents.path[paragraphs.document[paragraphOf(at)]]],
      ["Id", statements.id[at]],
    ];
    return make("dl", {}, ...rows.filter(([, value]) => value).flatMap(([name, value]) => [make("dt", {}, name), make("dd", {}, make("bdi", {}, value))]));
  }

  function nameOf([scheme, code]) {
    return choices[scheme] && typeof code === "number" ? choices[scheme][code][1] : `${scheme}: ${code}`;
  }

  // Addresses: #<statement id>, #theme=...&status=..., #all; everything else is the browser's

  function follow() {
    const address = location.hash.slice(1);
    if (places.has(address)) return openStatement(address);
    if (address !== "all" && !address.includes("=")) return undefined;
    writeForm(address === "all" ? {} : Object.fromEntries(new URLSearchParams(address)));
    search();
    byId("statements").scrollIntoView();
    return byId("statements-h").focus({ preventScroll: true });
  }

  function openStatement(id) {
    const at = places.get(id);
    if (!shown.includes(at)) {
      writeForm({});
      search();
    }
    draw(SIZE * Math.floor(shown.indexOf(at) / SIZE));
    const element = byId(id);
    element.classList.add("target");
    element.querySelector("details").open = true;
    element.scrollIntoView({ block: "center" });
    element.focus({ preventScroll: true });
  }

  // Submitters: their statements are listed when asked for

  function fill(group) {
    const submitter = group.closest(".submitter").dataset.submitter;
    const tests = testsOf({ submitter, theme: group.dataset.theme });
    const entry = (at) => make("li", {}, make("a", { href: `#${statements.id[at]}`, dir: "auto", ...language(at) }, sentenceOf(at)), " ", status(at));
    group.append(make("ul", {}, ...Array.from({ length: size }, (_, at) => at).filter((at) => tests.every((test) => test(at))).map(entry)));
  }

  for (const group of document.querySelectorAll(".group")) {
    group.addEventListener("toggle", () => group.open && group.children.length === 1 && fill(group));
  }

  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", search);
  form.addEventListener("change", remember);
  form.addEventListener("reset", () => {
    onlyDocument = "";
    setTimeout(() => {
      search(); // the fields are empty only after the event
      remember();
    });
  });
  byId("previous").addEventListener("click", () => turn(-1));
  byId("next").addEventListener("click", () => turn(1));
  window.addEventListener("hashchange", follow);
  // The same link twice changes no address, and is followed all the same.
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (link && link.hash && link.hash === location.hash) follow();
  });
  window.addEventListener("beforeprint", () => document.querySelectorAll(".submitter, .legend").forEach((element) => element.setAttribute("open", "")));
  search();
  follow();
})();
