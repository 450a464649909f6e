// The list of statements: only a window of it is drawn.

const SIZE = 50; // statements drawn at a time: thousands in the page would make it slow
const list = byId("results");
let first = 0; // the first one drawn, counted among those that pass

function draw(from) {
  first = from;
  list.replaceChildren(...shown.slice(first, first + SIZE).map(item));
  list.setAttribute("start", first + 1);
  const last = Math.min(first + SIZE, shown.length);
  const place = `${grouped(first + 1)}–${grouped(last)} of ${grouped(shown.length)}`;
  byId("pager").hidden = shown.length <= SIZE;
  byId("place").textContent = place;
  byId("printed").textContent = `${chosenFilters()}${shown.length <= SIZE ? "" : `Only statements ${place} are printed here. Filter the list for fewer; all of them are in data/statements.csv beside this report.`}`;
  byId("previous").disabled = first === 0;
  byId("next").disabled = last === shown.length;
}

// What a printed list was filtered by: on paper the fields are gone.
function chosenFilters() {
  const said = [...form.elements].filter((field) => field.name && field.value).map((field) => {
    const name = field.name === "words" ? "Words" : field.labels[0].querySelector("span").textContent;
    return `${name}: ${field.selectedOptions ? field.selectedOptions[0].textContent.trim() : field.value}`;
  });
  return said.length ? `${said.join("; ")}. ` : "";
}

function turn(by) {
  draw(first + by * SIZE);
  byId("statements-h").focus();
}

function item(at) {
  const said = make("p", { class: "said", dir: "auto", ...language(at) }, ...marked(sentenceOf(at)));
  const whole = make("details", { class: "whole" }, make("summary", {}, "Show in its paragraph"));
  whole.addEventListener("toggle", () => whole.open && whole.children.length === 1 && whole.append(paper(at)));
  const [who, ...place] = where(at);
  return make("li", { class: "statement", id: idOf(at), tabindex: "-1" }, make("p", { class: "where" }, ...joined([make("b", {}, who), ...place])), said, chips(at), whole);
}

// The sentence with the words looked for marked, wherever their accents and capitals differ.
function marked(text) {
  if (!terms.length) return [text];
  let plain = "";
  const origin = []; // of each sign of the folded text, its place in the text
  for (let at = 0; at < text.length; at += 1) {
    const sign = folded(text[at]);
    for (let more = 0; more < sign.length; more += 1) origin.push(at);
    plain += sign;
  }
  origin.push(text.length);
  const hit = new Uint8Array(text.length);
  for (const term of terms) for (let at = plain.indexOf(term); at >= 0; at = plain.indexOf(term, at + 1)) hit.fill(1, origin[at], origin[at + term.length]);
  const nodes = [];
  for (let from = 0, to = 0; from < text.length; from = to) {
    while (to < text.length && hit[to] === hit[from]) to += 1;
    const piece = text.slice(from, to);
    nodes.push(hit[from] ? make("mark", { class: "hit" }, piece) : piece);
  }
  return nodes;
}

function chips(at) {
  const items = [make("li", {}, status(at), " ", probability(statements.score[at]))];
  if (statements.gold[at]) items.push(make("li", {}, "decided by a person"));
  if (statements.review[at]) items.push(make("li", { class: "review" }, "to be reviewed"));
  for (const facet of LISTS) {
    const scheme = dimensions.indexOf(facet);
    for (const code of statements[facet][at]) {
      const scored = labelsOf(at).find((label) => labels.scheme[label] === scheme && labels.code[label] === code);
      const [, label, title] = choices[facet][code];
      items.push(make("li", { class: own.includes(facet) ? "own" : facet, title }, label, ...(scored === undefined ? [] : [" ", probability(labels.score[scored])])));
    }
  }
  return make("ul", { class: "labels", "aria-label": "Status, themes and objectives" }, ...items);
}
