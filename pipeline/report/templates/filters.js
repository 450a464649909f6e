// Which statements pass the filters, and in which order.

const LISTS = ["theme", "objective", ...own]; // facets of which a statement may have several values
const FACETS = [...LISTS, "status", "submitter", "submitter_type", "region", "language"];
const form = byId("filters");
let shown = []; // places of the statements that pass, in order
let terms = []; // the words looked for, to be marked in the list

const folded = (text) => (/^[\x20-\x7e]*$/.test(text) ? text : text.normalize("NFD").replace(/\p{M}/gu, "")).toLowerCase();
const searchable = new Array(size);

function wordsOf(at) {
  searchable[at] ??= folded(sentenceOf(at));
  return searchable[at];
}

// Sentences are made ready for searching while nothing else is to be done, so that the first search does not wait.
function warm(from) {
  const later = window.requestIdleCallback ?? ((work) => setTimeout(() => work({ timeRemaining: () => 8 }), 50));
  later((idle) => {
    let at = from;
    while (at < size && idle.timeRemaining() > 3) for (let more = 0; more < 50 && at < size; more += 1, at += 1) wordsOf(at);
    if (at < size) warm(at);
  });
}

function readForm() {
  const filters = [...new FormData(form)].map(([name, value]) => [name, value.trim()]);
  return Object.fromEntries(filters.filter(([, value]) => value));
}

function writeForm(filters) {
  for (const field of form.elements) {
    if (!field.name) continue;
    field.value = filters[field.name] ?? "";
    if (field.selectedIndex === -1) field.value = "";
  }
}

// "a phrase", -word and words: [{text, wanted}, ...]
function termsOf(words) {
  const found = [...words.matchAll(/(-?)(?:"([^"]+)"?|(\S+))/g)];
  return found.map(([, not, phrase, word]) => ({ text: folded(phrase ?? word).trim(), wanted: !not })).filter(({ text }) => text);
}

// Every test says of one statement whether it passes; -1 stands for "has none".
function testsOf(filters) {
  const tests = [];
  for (const facet of FACETS.filter((name) => filters[name])) {
    const column = statements[facet];
    if (facet === "status" && filters.status === COMMITMENTS) {
      tests.push(isCommitment);
      continue;
    }
    const wanted = filters[facet] === "without" ? -1 : choices[facet].findIndex(([code]) => String(code) === filters[facet]);
    if (!LISTS.includes(facet)) tests.push((at) => column[at] === wanted);
    else if (wanted < 0) tests.push((at) => column[at].length === 0);
    else tests.push((at) => column[at].includes(wanted));
  }
  if (filters.review) tests.push(filters.review === "person" ? (at) => statements.gold[at] === 1 : (at) => statements.review[at] === 1);
  if (filters.document) {
    const wanted = documents.id.indexOf(filters.document);
    tests.push((at) => documentOf(at) === wanted);
  }
  for (const { text, wanted } of termsOf(filters.words ?? "")) tests.push((at) => wordsOf(at).includes(text) === wanted);
  return tests;
}

function passing(filters) {
  const tests = testsOf(filters);
  const found = [];
  for (let at = 0; at < size; at += 1) if (tests.every((test) => test(at))) found.push(at);
  return found;
}

// The best quotations of what is filtered for, the best first; the most particular cell that has some.
function quoted(filters) {
  const by = ["submitter", "theme", "objective"].filter((name) => filters[name]);
  const key = by[0] === "submitter" && by.length > 2 ? "submitter/objective" : by.slice(0, 2).join("/");
  const wanted = key.split("/").map((name) => (filters[name] === "without" ? -1 : choices[name]?.findIndex(([code]) => String(code) === filters[name])));
  const cell = profiles.quotations[key]?.find((row) => wanted.every((place, column) => row[column] === place));
  return cell ? cell[cell.length - 1] : [];
}

function sorted(found, order, filters) {
  if (order === "unsure") return found.sort((a, b) => statements.score[a] - statements.score[b] || a - b);
  if (order !== "best") return found;
  const passed = new Set(found);
  const first = quoted(filters).filter((at) => passed.has(at));
  const taken = new Set(first);
  return [...first, ...found.filter((at) => !taken.has(at))];
}

function search() {
  const filters = readForm();
  terms = termsOf(filters.words ?? "").filter(({ wanted }) => wanted).map(({ text }) => text);
  shown = sorted(passing(filters), filters.order, filters);
  for (const field of form.elements) field.classList.toggle("active", Boolean(filters[field.name]));
  draw(0);
  byId("count").textContent = shown.length === size ? `${size > 1 ? "All " : ""}${count(size, "statement")}` : `${count(shown.length, "statement")} of ${grouped(size)}`;
}

// Not at every letter typed: browsers refuse an address that changes too often.
function remember() {
  history.replaceState(null, "", address(readForm()));
}
