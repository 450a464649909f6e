// Elements. Text of documents goes through `append` only, which never reads it as markup.

function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) element.setAttribute(name, value);
  element.append(...children.filter((child) => child !== null));
  return element;
}

function drawing(tag, attributes, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

const grouped = (number) => number.toLocaleString("en");
const count = (number, noun) => `${grouped(number)} ${noun}${number === 1 ? "" : "s"}`;
const bdi = (text) => make("bdi", {}, text);

// The address of a list of statements, or of a page: {theme: "a"} is "#theme=a".
function address(filters) {
  const said = new URLSearchParams(filters).toString();
  return said ? `#${said}` : "#all";
}

const numberLink = (number, filters, title) => (number ? make("a", { href: address(filters), title }, grouped(number)) : make("span", { class: "nil" }, "0"));

const bandOf = (percent) => data.bands.find(([from]) => percent >= from)[1];
const probability = (percent) => make("span", { class: "p" }, `${bandOf(percent)}, ${percent} %`);
const nameOfSubmitter = (at) => (statements.submitter[at] < 0 ? "Submitter unknown" : choices.submitter[statements.submitter[at]][1]);

function status(at) {
  const [code, label] = choices.status[statements.status[at]];
  return make("span", { class: `status status-${code}` }, label);
}

function language(at) {
  const code = statements.language[at] < 0 ? "other" : choices.language[statements.language[at]][0];
  return code === "other" ? {} : { lang: code };
}

function pages(paragraph) {
  const [first, last] = [paragraphs.first[paragraph], paragraphs.last[paragraph]];
  if (!first) return "";
  return first === last ? `page ${first}` : `pages ${first}–${last}`;
}

function where(at) {
  const paragraph = statements.paragraph[at];
  const number = textOf(paragraph, "number");
  const link = make("a", { href: `#${idOf(at)}`, title: "Show this statement in its paragraph" }, number ? `paragraph ${number}` : pages(paragraph) || "unnumbered paragraph");
  return [bdi(nameOfSubmitter(at)), bdi(documents.title[documentOf(at)]), link];
}

const joined = (parts) => parts.flatMap((part, place) => (place ? [" · ", part] : [part]));

// Links to the files that were read: only where this page still lies beside them, as far as its address tells.
const inPlace = location.protocol === "file:" && decodeURIComponent(location.pathname).endsWith(`/${data.at}`);

function source(place, page) {
  const path = documents.path[place];
  const said = page ? `${path}, page ${page}` : path;
  if (!inPlace || !documents.link[place]) return bdi(said);
  const inside = page && /\.pdf$/i.test(path) ? `#page=${page}` : "";
  return make("a", { href: documents.link[place] + inside, target: "_blank", rel: "noopener" }, bdi(said));
}
