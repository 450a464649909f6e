// Charts of the pages: bars cut by status, as those of the overview are.

// Sums of counted statements by one column, cut by status: [[place, [n of each status]], ...].
function cutByStatus(key, column, keep) {
  const found = new Map();
  const statusAt = key.split("/").length - 1;
  for (const row of profiles.counts[key]) {
    if (!keep(row)) continue;
    if (!found.has(row[column])) found.set(row[column], new Array(choices.status.length).fill(0));
    found.get(row[column])[row[statusAt]] += row[statusAt + 1];
  }
  return [...found];
}

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

// One row {label, href, parts, filters, isRest} a bar; `parts` are cut by status, or one number that is not cut.
function bars(rows) {
  // Statements without a value are told as a number only: no other bar could be seen beside so many.
  const longest = Math.max(...rows.filter((row) => !row.isRest).map((row) => sum(row.parts)), 1);
  const items = rows.map((row) => {
    const name = row.href ? make("a", { href: row.href }, bdi(row.label)) : bdi(row.label);
    return make("li", row.isRest ? { class: "rest" } : {}, make("span", { class: "name" }, name), row.isRest ? make("span", {}) : bar(row.parts, longest), make("span", { class: "n" }, numberLink(sum(row.parts), row.filters, row.label)));
  });
  return make("ul", { class: "bars" }, ...items);
}

const isCut = (parts) => parts.length === choices.status.length;

function bar(parts, longest) {
  const said = !isCut(parts) ? count(sum(parts), "statement") : parts.map((number, place) => [number, choices.status[place][1].toLowerCase()]).filter(([number]) => number).map(([number, name]) => `${grouped(number)} ${name}`).join(", ") || "nothing";
  const stretches = [drawing("title", {}, said)];
  let start = 0;
  parts.forEach((number, place) => {
    if (number) stretches.push(drawing("rect", { class: isCut(parts) ? `status-${choices.status[place][0]}` : "whole", x: (100 * start) / longest, width: (100 * number) / longest, height: 1 }));
    start += number;
  });
  return drawing("svg", { class: "bar", viewBox: "0 0 100 1", preserveAspectRatio: "none", role: "img", "aria-label": said }, ...stretches);
}

function figure(id, title, chart) {
  return make("figure", { class: "chart", "aria-labelledby": id }, make("figcaption", { id }, title), chart);
}
