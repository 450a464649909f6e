// The coverage tables: counted by status, sorted, and their empty cells listed.

const LEVELS = 6; // shades of a cell, as the template's
const matrices = [...document.querySelectorAll("table.matrix")].map(matrix);

function matrix(element) {
  const dimension = element.dataset.dimension;
  const rows = [...element.tBodies[0].querySelectorAll("tr[data-code]")].map((row, order) => ({ row, order, place: choices.submitter.findIndex(([code]) => String(code) === row.dataset.code) }));
  const heads = [...element.tHead.rows[0].cells].slice(2);
  const columns = heads.map((head, at) => (head.classList.contains("rest") ? -1 : at));
  return { element, dimension, rows, heads, columns, sortedBy: null, numbers: new Map() };
}

function wantedStatus(place, wanted) {
  const code = choices.status[place][0];
  return !wanted || code === wanted || (wanted === COMMITMENTS && BINDING.includes(code));
}

// Numbers by "row,column", and totals by "row,".
function numbersOf(dimension, wanted) {
  const numbers = new Map();
  const add = (key, number) => numbers.set(key, (numbers.get(key) ?? 0) + number);
  for (const [row, column, place, number] of profiles.counts[`submitter/${dimension}/status`]) if (wantedStatus(place, wanted)) add(`${row},${column}`, number);
  for (const [row, place, number] of profiles.counts["submitter/status"]) if (wantedStatus(place, wanted)) add(`${row},`, number);
  return numbers;
}

function refill(each) {
  const wanted = byId("coverage-status").value;
  const filters = wanted ? { status: wanted } : {};
  const numbers = numbersOf(each.dimension, wanted);
  each.numbers = numbers;
  const inner = [...numbers].filter(([key]) => !key.startsWith("-1,") && !key.endsWith(",") && !key.endsWith(",-1")).map(([, number]) => number);
  const darkest = Math.max(...inner, 0);
  const sums = new Map();
  for (const { row, place } of each.rows) {
    const submitter = { submitter: codeOf("submitter", place) };
    each.columns.forEach((column, at) => {
      const number = numbers.get(`${place},${column}`) ?? 0;
      sums.set(column, (sums.get(column) ?? 0) + number);
      const cell = row.cells[at + 2];
      const title = `${choices.submitter[place]?.[2] ?? "Submitter unknown"} · ${column < 0 ? labelFor(each.dimension, -1) : choices[each.dimension][column][2]}`;
      cell.replaceChildren(numberLink(number, { ...submitter, [each.dimension]: codeOf(each.dimension, column), ...filters, order: "best" }, title));
      cell.className = `h${darkest && place >= 0 && column >= 0 ? Math.min(LEVELS, Math.ceil(LEVELS * Math.sqrt(number / darkest))) : 0}`;
    });
    row.cells[1].replaceChildren(numberLink(numbers.get(`${place},`) ?? 0, { ...submitter, ...filters }));
  }
  const foot = each.element.tFoot.rows[0];
  each.columns.forEach((column, at) => foot.cells[at + 2].replaceChildren(numberLink(sums.get(column) ?? 0, { [each.dimension]: codeOf(each.dimension, column), ...filters })));
  foot.cells[1].replaceChildren(numberLink(sum(each.rows.map(({ place }) => numbers.get(`${place},`) ?? 0)), filters));
  listEmpty(each);
}

const emptyOf = (each, place) => each.columns.filter((column) => column >= 0 && !each.numbers.get(`${place},${column}`)).length;

function listEmpty(each) {
  const known = each.rows.filter(({ place }) => place >= 0);
  if (!known.length) return;
  const lines = each.columns.filter((column) => column >= 0).map((column) => [column, known.filter(({ place }) => !each.numbers.get(`${place},${column}`))]);
  const rows = lines.filter(([, silent]) => silent.length).map(([column, silent]) => {
    const names = silent.length === known.length ? ["All submitters"] : listed(silent.map(({ place }) => bdi(choices.submitter[place][1])));
    const head = make("th", { scope: "row" }, make("a", { href: pageOf(each.dimension, column) }, choices[each.dimension][column][1]));
    return make("tr", {}, head, make("td", { class: "num" }, `${grouped(silent.length)} of ${grouped(known.length)}`), make("td", { class: "wide" }, ...names));
  });
  const none = make("tr", {}, make("td", { colspan: 3, class: "none" }, "No cell is empty."));
  byId(`empty-${each.dimension}`).tBodies[0].replaceChildren(...(rows.length ? rows : [none]));
  byId(`empty-${each.dimension}-n`).textContent = grouped(sum(lines.map(([, silent]) => silent.length)));
}

function sortRows(each) {
  const order = byId("coverage-order").value;
  const total = ({ place }) => each.numbers.get(`${place},`) ?? 0;
  const key = each.sortedBy !== null ? ({ place }) => each.numbers.get(`${place},${each.columns[each.sortedBy]}`) ?? 0 : { most: total, empty: ({ place }) => emptyOf(each, place) }[order] ?? (() => 0);
  const rows = [...each.rows].sort((a, b) => (a.place < 0) - (b.place < 0) || key(b) - key(a) || a.order - b.order);
  each.element.tBodies[0].append(...rows.map(({ row }) => row));
  each.heads.forEach((head, at) => (at === each.sortedBy ? head.setAttribute("aria-sort", "descending") : head.removeAttribute("aria-sort")));
}

function say() {
  const chosen = byId("coverage-status").selectedOptions[0].textContent.replace("Only: ", "");
  const empties = matrices.map(({ dimension }) => `${byId(`empty-${dimension}-n`)?.textContent ?? "no"} empty cells by ${dimension}`);
  byId("coverage-said").textContent = `${chosen}: ${empties.join(", ")}`;
}

function startCoverage() {
  for (const each of matrices) {
    each.numbers = numbersOf(each.dimension, "");
    each.heads.forEach((head, at) => {
      const title = head.firstElementChild.title;
      const button = make("button", { type: "button", title: `${title} (sort by this column)` }, head.textContent);
      button.addEventListener("click", () => {
        each.sortedBy = each.sortedBy === at ? null : at;
        sortRows(each);
      });
      head.replaceChildren(button);
    });
  }
  byId("coverage-tools").hidden = false;
  byId("coverage-tools").addEventListener("submit", (event) => event.preventDefault());
  byId("coverage-status").addEventListener("change", () => {
    for (const each of matrices) refill(each);
    for (const each of matrices) sortRows(each);
    say();
  });
  byId("coverage-order").addEventListener("change", () => {
    for (const each of matrices) {
      each.sortedBy = null;
      sortRows(each);
    }
  });
}
