// The page of a submitter, a theme or an objective: numbers, quotations, figures, laws, and what is empty.

const MANY = 50; // rows of a table that are shown before one asks for all
const LISTED = { submitter: "submitters", theme: "themes", objective: "objectives" };
const NOUNS = { theme: "themes", objective: "objectives" };
const profileSection = byId("profile");

function showProfile(dimension, code) {
  const place = choices[dimension].findIndex(([each]) => String(each) === code);
  if (place < 0) return false;
  const [, , title, meaning] = choices[dimension][place];
  const parts = dimension === "submitter" ? submitterParts(place) : labelParts(dimension, place);
  profileSection.replaceChildren(way(dimension, place), make("h2", { id: "profile-h", tabindex: "-1" }, bdi(title)), ...(meaning ? [make("p", { class: "profile-meaning" }, meaning)] : []), ...parts.filter(Boolean));
  profileSection.hidden = false;
  return true;
}

const pageOf = (dimension, place) => address({ view: dimension, code: String(choices[dimension][place][0]) });
const codeOf = (dimension, place) => (place < 0 ? "without" : String(choices[dimension][place][0]));
const labelFor = (dimension, place) => (place < 0 ? { theme: "No theme", objective: "No objective", submitter: "Submitter unknown" }[dimension] : choices[dimension][place][1]);
const totals = (dimension, place) => (profiles.counts[dimension].find((row) => row[0] === place) ?? [place, 0, 0, 0, 0]).slice(1);

function way(dimension, place) {
  const link = (at, said) => (choices[dimension][at] ? make("a", { href: pageOf(dimension, at) }, said, bdi(choices[dimension][at][1])) : null);
  return make("p", { class: "way" }, make("a", { href: `#${LISTED[dimension]}` }, `All ${LISTED[dimension]}`), link(place - 1, "Previous: "), link(place + 1, "Next: "));
}

function tally(rows) {
  return make("dl", { class: "figures tally" }, ...rows.map(([term, ...said]) => make("div", {}, make("dt", {}, term), make("dd", {}, ...said))));
}

const small = (text) => make("small", {}, text);
const heading = (text) => make("h3", {}, text);

function submitterParts(place) {
  const filters = { submitter: codeOf("submitter", place) };
  const [said, promised, papers] = totals("submitter", place);
  const kinds = [profiles.kinds[place] < 0 ? null : choices.submitter_type[profiles.kinds[place]][1], profiles.regions[place] < 0 ? null : choices.region[profiles.regions[place]][1]];
  const spoken = { theme: cutOf("submitter/theme/status", 1, 0, place), objective: cutOf("submitter/objective/status", 1, 0, place) };
  const covered = (dimension) => spoken[dimension].filter(([code]) => code >= 0).length;
  return [
    make("p", { class: "profile-kicker" }, kinds.filter(Boolean).join(" · ")),
    tally([
      ["Statements", numberLink(said, filters)],
      ["Commitments", numberLink(promised, { ...filters, status: COMMITMENTS })],
      ["Documents", grouped(papers)],
      ["Themes", String(covered("theme")), " ", small(`of ${choices.theme.length}`)],
      ["Objectives", String(covered("objective")), " ", small(`of ${choices.objective.length}`)],
    ]),
    ...best("submitter", [place]),
    heading("Numbers"),
    make("div", { class: "columns" }, statusFigure(filters, "submitter/status", 0, place), labelFigure("objective", spoken.objective, filters), labelFigure("theme", spoken.theme, filters)),
    ...["objective", "theme"].flatMap((dimension) => cells("submitter", place, dimension, spoken[dimension], filters)),
    ...figuresReported((at) => statements.submitter[at] === place, true),
    ...lawsNamed(place),
    ...gaps(["objective", "theme"].map((dimension) => [dimension, spoken[dimension]])),
    ...papersOf(place),
  ];
}

function labelParts(dimension, place) {
  const filters = { [dimension]: codeOf(dimension, place) };
  const [said, promised, papers, people] = totals(dimension, place);
  const speaking = cutOf(`submitter/${dimension}/status`, 0, 1, place);
  const other = dimension === "theme" ? "objective" : "theme";
  const column = dimension === "theme" ? 0 : 1;
  const together = profiles.counts["theme/objective"].filter((row) => row[column] === place && row[1 - column] >= 0).sort((a, b) => b[2] - a[2]);
  return [
    tally([
      ["Statements", numberLink(said, filters)],
      ["Commitments", numberLink(promised, { ...filters, status: COMMITMENTS })],
      ["Documents", grouped(papers)],
      ["Submitters", grouped(people), " ", small(`of ${grouped(knownSubmitters().length)}`)],
    ]),
    shareOf(dimension, place),
    ...best(dimension, [place]),
    heading("Numbers"),
    make(
      "div",
      { class: "columns" },
      statusFigure(filters, `submitter/${dimension}/status`, 1, place),
      barsFigure("with", `Also about these ${NOUNS[other]}`, together.slice(0, 10).map((row) => ({ label: labelFor(other, row[1 - column]), href: pageOf(other, row[1 - column]), parts: [row[2]], filters: { ...filters, [other]: codeOf(other, row[1 - column]) } }))),
      barsFigure("who", "Who speaks of it", bySize(speaking).map(([submitter, parts]) => barOf("submitter", submitter, parts, filters))),
    ),
    ...cells(dimension, place, "submitter", speaking, filters),
    ...figuresReported((at) => statements[dimension][at].includes(place), false),
    ...whoIsSilent(speaking),
  ];
}

const cutOf = (key, column, fixed, place) => cutByStatus(key, column, (row) => row[fixed] === place);
const bySize = (rows) => [...rows].sort((a, b) => (a[0] < 0) - (b[0] < 0) || sum(b[1]) - sum(a[1]));
const knownSubmitters = () => profiles.counts.submitter.map(([place]) => place).filter((place) => place >= 0);

function barOf(dimension, place, parts, filters) {
  return { label: labelFor(dimension, place), href: place < 0 ? null : pageOf(dimension, place), parts, filters: { ...filters, [dimension]: codeOf(dimension, place) }, isRest: place < 0 };
}

function statusFigure(filters, key, fixed, place) {
  const [row] = cutByStatus(key, fixed, (each) => each[fixed] === place);
  const parts = row ? row[1] : new Array(choices.status.length).fill(0);
  const rows = choices.status.map(([code, label], at) => ({ label, href: null, parts: parts.map((number, each) => (each === at ? number : 0)), filters: { ...filters, status: code } }));
  return barsFigure("status", "Status", rows);
}

function labelFigure(dimension, rows, filters) {
  const title = { theme: "Themes", objective: "Objectives" }[dimension];
  return barsFigure(dimension, title, bySize(rows).map(([place, parts]) => barOf(dimension, place, parts, filters)));
}

function barsFigure(name, title, rows) {
  const shownRows = rows.filter((row) => sum(row.parts));
  if (!shownRows.length) return figure(`profile-${name}-f`, title, make("p", { class: "none" }, "Nothing found."));
  const made = figure(`profile-${name}-f`, title, bars(shownRows));
  const cut = isCut(shownRows[0].parts) && name !== "status";
  made.append(behind(`profile-${name}`, title, shownRows, cut));
  return made;
}

// The table behind a chart.
function behind(id, title, rows, cut) {
  const heads = ["Statements", ...(cut ? choices.status.map(([, label]) => label) : [])];
  const lines = rows.map((row) => [row.label, numberLink(sum(row.parts), row.filters), ...(cut ? row.parts.map((number, at) => numberLink(number, { ...row.filters, status: choices.status[at][0] })) : [])]);
  return make("details", { class: "behind" }, make("summary", {}, `Table: ${title.toLowerCase()}`), table(id, title, ["", ...heads], lines, heads.length));
}

// A table with a caption; the first cell of a row is its head, the last `numbers` columns are numbers.
function table(id, caption, heads, rows, numbers = 0) {
  const isNumber = (column) => column > 0 && column >= heads.length - numbers;
  const cell = (tag, value, column, more) => make(tag, { ...more, ...(isNumber(column) ? { class: "num" } : {}) }, typeof value === "string" ? bdi(value) : value);
  const head = make("tr", {}, ...heads.map((text, column) => (text ? cell("th", text, column, { scope: "col" }) : make("td", {}))));
  const lines = rows.map((row) => make("tr", {}, ...row.map((value, column) => (column ? cell("td", value, column) : cell("th", value, column, { scope: "row" })))));
  const made = make("table", { class: "plain", id }, make("caption", { id: `${id}-caption` }, make("span", {}, caption)), make("thead", {}, head), make("tbody", {}, ...lines));
  return make("div", { class: "scroll", role: "region", "aria-labelledby": `${id}-caption`, tabindex: "0" }, made);
}

// A table of which only the first rows are shown until one asks for all.
function longTable(id, caption, heads, rows) {
  const holder = make("div", {}, table(id, caption, heads, rows.slice(0, MANY).map((row) => row())));
  if (rows.length > MANY) {
    const more = make("button", { type: "button", class: "more" }, `Show all ${grouped(rows.length)}`);
    more.addEventListener("click", () => {
      holder.replaceChildren(table(id, caption, heads, rows.map((row) => row())));
      holder.firstChild.focus();
    });
    holder.append(make("p", { class: "paper-only" }, `Only the first ${MANY} of ${grouped(rows.length)} are printed here.`), more);
  }
  return holder;
}

function shareOf(dimension, place) {
  const [share, interval, corrected, correctedInterval, evidence, note] = data.shares[dimension][place];
  const rows = [
    ["Share of all statements", share, interval ?? "–"],
    ["Corrected for the program’s errors", corrected ?? "not known", correctedInterval ?? "–"],
    ["Evidence", evidence, note ?? ""],
  ];
  return table("profile-share", "How much, and how sure", ["", "Estimate", "95 % interval, or a note"], rows);
}

// Quotations

function quotation(at) {
  return make("li", {}, make("q", { dir: "auto", ...language(at) }, sentenceOf(at)), make("p", { class: "where" }, status(at), ...joined(where(at))));
}

const quotationsOf = (key, cell) => profiles.quotations[key].find((row) => cell.every((place, column) => row[column] === place))?.at(-1) ?? [];

function best(dimension, cell) {
  const found = quotationsOf(dimension, cell);
  return [heading("Best quotations"), found.length ? make("ul", { class: "quotations" }, ...found.map(quotation)) : make("p", { class: "none" }, "Nothing found.")];
}

// One part to open for each theme, objective or submitter, with its quotations.
function cells(dimension, place, other, rows, filters) {
  const key = other === "submitter" ? `submitter/${dimension}` : `${dimension}/${other}`;
  const known = rows.filter(([code]) => code >= 0).sort((a, b) => a[0] - b[0]);
  const opened = known.map(([code, parts]) => {
    const said = make("details", { class: "cell" }, make("summary", {}, bdi(labelFor(other, code)), make("span", {}, count(sum(parts), "statement"))));
    said.addEventListener("toggle", () => {
      if (!said.open || said.children.length > 1) return;
      const found = quotationsOf(key, other === "submitter" ? [code, place] : [place, code]);
      const all = make("a", { href: address({ ...filters, [other]: codeOf(other, code), order: "best" }) }, sum(parts) > found.length ? `All ${count(sum(parts), "statement")}` : "Open in the list");
      said.append(make("ul", { class: "quotations" }, ...found.map(quotation), make("li", {}, all)));
    });
    return said;
  });
  if (!opened.length) return [];
  const all = make("button", { type: "button", class: "more" }, "Open all");
  all.addEventListener("click", () => opened.forEach((each) => { each.open = true; }));
  return [heading(`Quotations by ${other}`), ...(opened.length > 1 ? [all] : []), ...opened];
}

const sentence = (at) => make("a", { href: `#${idOf(at)}`, dir: "auto", ...language(at) }, sentenceOf(at));

// Figures, one row a sentence: first those of sentences on a theme or an objective, then those that say of whom.
function figuresReported(keep, isOfOne) {
  const [found, named] = [new Map(), new Set()];
  for (const [at, figure, whom] of profiles.figures) {
    if (!keep(at)) continue;
    if (!found.has(at)) found.set(at, new Set());
    found.get(at).add(whom && !figure.includes(whom) ? `${figure} (${whom})` : figure);
    if (whom) named.add(at);
  }
  const weight = (at) => (statements.theme[at].length || statements.objective[at].length ? 2 : 0) + (named.has(at) ? 1 : 0);
  const rows = [...found].map(([at, figures]) => ({ at, figures, weight: weight(at) })).sort((a, b) => b.weight - a.weight || a.at - b.at);
  const lines = rows.map(({ at, figures }) => () => [[...figures].join("; "), ...(isOfOne ? [] : [nameOfSubmitter(at)]), sentence(at)]);
  const heads = ["Figures, and of whom or what", ...(isOfOne ? [] : ["Submitter"]), "Sentence"];
  return [heading("Figures reported"), lines.length ? longTable("profile-figures", "Figures and sums of money, as reported and unchecked", heads, lines) : make("p", { class: "none" }, "No figure found.")];
}

function lawsNamed(place) {
  const rows = profiles.laws.filter(([submitter]) => submitter === place);
  const lines = rows.map(([, law, mentions, at]) => () => [law, grouped(mentions), sentence(at)]);
  return rows.length ? [heading("Laws and plans named"), longTable("profile-laws", "Laws, plans and strategies, once each", ["Name", "Mentions", "First mention"], lines)] : [];
}

// What is empty

const listed = (items) => items.flatMap((item, place) => (place ? ["; ", item] : [item]));

function gaps(parts) {
  const lines = parts.map(([dimension, rows]) => {
    const found = new Set(rows.map(([place]) => place));
    const empty = choices[dimension].map((_, place) => place).filter((place) => !found.has(place));
    const links = empty.map((place) => make("a", { href: pageOf(dimension, place) }, choices[dimension][place][1]));
    return make("p", { class: "gaps" }, make("b", {}, `Nothing found on ${empty.length} of ${choices[dimension].length} ${NOUNS[dimension]}${empty.length ? ": " : "."}`), ...listed(links));
  });
  return [heading("Empty cells"), ...lines];
}

function whoIsSilent(rows) {
  const found = new Set(rows.map(([place]) => place));
  const silent = knownSubmitters().filter((place) => !found.has(place));
  const links = silent.map((place) => make("a", { href: pageOf("submitter", place) }, bdi(choices.submitter[place][1])));
  return [heading("Empty cells"), make("p", { class: "gaps" }, make("b", {}, `Nothing found in ${silent.length} of ${count(knownSubmitters().length, "submitter")}${silent.length ? ": " : "."}`), ...listed(links))];
}

function papersOf(place) {
  const found = new Map();
  for (let at = 0; at < size; at += 1) if (statements.submitter[at] === place) found.set(documentOf(at), (found.get(documentOf(at)) ?? 0) + 1);
  const submitter = codeOf("submitter", place);
  const rows = [...found].map(([paper, number]) => [documents.title[paper], source(paper, 0), numberLink(number, { submitter, document: documents.id[paper] })]);
  return [heading("Documents"), table("profile-documents", "Documents in which it speaks", ["Document", "File", "Statements"], rows, 1)];
}
