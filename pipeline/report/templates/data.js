// The tables as columns; numbers in typed arrays, texts parsed when they are first shown.

const byId = (id) => document.getElementById(id);
const parsed = (id) => JSON.parse(byId(id).textContent);

const data = parsed("data");
const { choices, dimensions, documents, own, profiles } = data;
const { commitments: COMMITMENTS } = data;
const BINDING = ["implemented", "in_progress", "planned", "pledged"]; // the statuses of a commitment
const paragraphs = { document: Int32Array.from(data.paragraphs.document), first: Int32Array.from(data.paragraphs.first), last: Int32Array.from(data.paragraphs.last) };
const statements = { ...data.statements };
for (const name of ["paragraph", "start", "end", "submitter", "language", "status", "score", "review", "gold"]) statements[name] = Int32Array.from(statements[name]);
statements.submitter_type = statements.submitter.map((place) => (place < 0 ? -1 : profiles.kinds[place]));
statements.region = statements.submitter.map((place) => (place < 0 ? -1 : profiles.regions[place]));
const labels = { ...data.labels, from: Int32Array.from(data.labels.from) };
const size = statements.id.length;

for (const name of own) {
  const scheme = dimensions.indexOf(name);
  statements[name] = Array.from({ length: size }, (_, at) => labelsOf(at).filter((label) => labels.scheme[label] === scheme && labels.chosen[label]).map((label) => labels.code[label]).sort((a, b) => a - b));
}

const chunks = [];

function textOf(paragraph, column) {
  const chunk = Math.floor(paragraph / data.chunk);
  chunks[chunk] ??= parsed(`texts-${chunk}`);
  const value = chunks[chunk][column][paragraph % data.chunk];
  return column === "section" ? chunks[chunk].sections[value] : value;
}

// The places of a statement's labels among all labels.
function labelsOf(at) {
  return Array.from({ length: labels.from[at + 1] - labels.from[at] }, (_, more) => labels.from[at] + more);
}

const documentOf = (at) => paragraphs.document[statements.paragraph[at]];
const sentenceOf = (at) => textOf(statements.paragraph[at], "text").slice(statements.start[at], statements.end[at]);
const idOf = (at) => (statements.id[at].startsWith(".") ? documents.id[documentOf(at)] + statements.id[at] : statements.id[at]);

let places = null; // of statements by their ids, made when an address first asks for one

function placeOf(id) {
  places ??= new Map(Array.from({ length: size }, (_, at) => [idOf(at), at]));
  return places.get(id);
}

function isCommitment(at) {
  return BINDING.includes(choices.status[statements.status[at]][0]);
}
