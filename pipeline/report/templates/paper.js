// One statement in its paragraph, with its evidence, footnotes and scores.

const METHODS = { rule: "by rule", model: "by model", both: "by rule and model", person: "by a person" };

function paper(at) {
  const paragraph = statements.paragraph[at];
  const headings = textOf(paragraph, "section").flatMap((heading, place) => (place ? [" › ", bdi(heading)] : [bdi(heading)]));
  const place = [...headings, ...(headings.length && pages(paragraph) ? [" · "] : []), pages(paragraph)].filter((part) => part !== "");
  const number = textOf(paragraph, "number");
  const text = make("p", { class: "text", dir: "auto", ...language(at) }, ...pieces(at));
  if (number) text.prepend(`${number}${/[.)]$/.test(number) ? "" : "."} `);
  return make("div", { class: "paper" }, place.length ? make("p", { class: "where" }, ...place) : null, text, notes(paragraph), facts(at));
}

const notesOf = (paragraph) => textOf(paragraph, "notes") || [];

// The text cut wherever a sentence, a stretch of evidence or a footnote mark begins or ends.
function pieces(at) {
  const paragraph = statements.paragraph[at];
  const text = textOf(paragraph, "text");
  const [start, end] = [statements.start[at], statements.end[at]];
  const marks = notesOf(paragraph).filter(([, offset]) => offset !== null);
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
  const flat = labelsOf(at).filter((label) => labels.chosen[label]).map((label) => labels.evidence[label] || []);
  return flat.flatMap((spans) => Array.from({ length: spans.length / 2 }, (_, pair) => spans.slice(2 * pair, 2 * pair + 2)));
}

function notes(paragraph) {
  const cited = notesOf(paragraph);
  if (!cited.length) return null;
  return make("ul", { class: "notes", "aria-label": "Footnotes" }, ...cited.map(([mark, , text]) => make("li", { dir: "auto" }, make("sup", {}, mark), " ", text)));
}

function facts(at) {
  const scored = labelsOf(at).map((label) => [labels.chosen[label], `${nameOfLabel(label)}: ${bandOf(labels.score[label])} (${labels.score[label]} %, ${METHODS[data.methods[labels.method[label]]]})`]);
  const said = (chosen) => scored.filter(([each]) => Boolean(each) === chosen).map(([, text]) => text).join("; ");
  const [, name, meaning] = choices.status[statements.status[at]];
  const rows = [
    ["Who acts", statements.actor[at] || ""],
    ["Status", `${name === meaning ? name : meaning}: ${bandOf(statements.score[at])} (${statements.score[at]} %)`],
    ["Labels", said(true)],
    ["Narrowly rejected", said(false)],
    ["Source", source(documentOf(at), paragraphs.first[statements.paragraph[at]])],
    ["Id", idOf(at)],
  ];
  return make("dl", {}, ...rows.filter(([, value]) => value).flatMap(([name, value]) => [make("dt", {}, name), make("dd", {}, typeof value === "string" ? bdi(value) : value)]));
}

function nameOfLabel(label) {
  const scheme = dimensions[labels.scheme[label]];
  const code = labels.code[label];
  return choices[scheme] && typeof code === "number" ? choices[scheme][code][1] : `${scheme}: ${code}`;
}
