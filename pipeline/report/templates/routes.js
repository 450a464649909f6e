// Addresses: #<statement id>, #theme=...&status=..., #all, #view=objective&code=7, and the sections' own.

const views = [...document.querySelectorAll(".view")];
const title = document.title;
let before = []; // parts that were opened for printing

function show(view, { focus = true } = {}) {
  const moves = !view.classList.contains("current");
  for (const each of views) each.classList.toggle("current", each === view);
  const isProfile = view.id === "profile";
  document.documentElement.classList.toggle("elsewhere", view.id !== "overview");
  document.documentElement.classList.toggle("alone", isProfile || view.id === "statements");
  const heading = view.querySelector("h2");
  document.title = view.id === "overview" ? title : `${heading.textContent} · ${title}`;
  for (const link of document.querySelectorAll("nav.page a")) {
    if (link.hash !== `#${view.id}`) link.removeAttribute("aria-current");
    else {
      link.setAttribute("aria-current", "page");
      link.closest("ul").scrollLeft = link.offsetLeft - 24; // in a narrow window the list of sections scrolls
    }
  }
  if (!focus) return;
  if (moves || isProfile) window.scrollTo(0, 0);
  heading.focus({ preventScroll: true });
}

function follow() {
  const said = location.hash.slice(1);
  const filters = Object.fromEntries(new URLSearchParams(said));
  if (filters.view) return LISTED[filters.view] && showProfile(filters.view, filters.code) ? show(profileSection) : show(byId("overview"));
  if (said === "all" || said.includes("=")) return openList(said === "all" ? {} : filters);
  const found = byId(decoded(said));
  const view = found?.closest(".view");
  if (placeOf(decoded(said)) !== undefined) return openStatement(decoded(said));
  if (!view || view === profileSection) return show(byId("overview"), { focus: false });
  show(view, { focus: found === view });
  if (found !== view) found.scrollIntoView();
  return undefined;
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function openList(filters) {
  writeForm(filters);
  search();
  show(byId("statements"));
}

function openStatement(id) {
  const at = placeOf(id);
  if (!shown.includes(at)) {
    writeForm({});
    search();
  }
  show(byId("statements"), { focus: false });
  draw(SIZE * Math.floor(shown.indexOf(at) / SIZE));
  const element = byId(id);
  element.classList.add("target");
  element.querySelector("details").open = true;
  element.scrollIntoView({ block: "center" });
  element.focus({ preventScroll: true });
}

function startFilters() {
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", search);
  form.addEventListener("change", remember);
  // The fields are empty only after the event.
  form.addEventListener("reset", () => setTimeout(() => { search(); remember(); }));
  byId("previous").addEventListener("click", () => turn(-1));
  byId("next").addEventListener("click", () => turn(1));
}

function startPrinting() {
  window.addEventListener("beforeprint", () => {
    before = [...document.querySelectorAll("#profile .cell:not([open]), #coverage .behind:not([open])")];
    for (const element of before) {
      element.open = true;
      element.dispatchEvent(new Event("toggle")); // its own comes too late: the sheet is laid out by then
    }
  });
  window.addEventListener("afterprint", () => {
    for (const element of before) element.open = false;
  });
}

for (const file of document.querySelectorAll(".file")) file.replaceWith(source(Number(file.dataset.document), 0));
startFilters();
startCoverage();
startPrinting();
search();
follow();
window.addEventListener("hashchange", follow);
// The same link twice changes no address, and is followed all the same.
document.addEventListener("click", (event) => {
  const link = event.target.closest("a");
  if (link && link.hash && link.hash === location.hash && !link.target) follow();
});
warm(0);
