// The explorer: reads the state from the address, asks the worker, shows the answer. Without it the page's own table
// of the newest rows stays as it is.
import { addressOf, inKind, stateOf } from "./explorer-address.js";
import { count, make, phrase } from "./explorer-dom.js";
import { makeFormat } from "./explorer-format.js";
import { makePanel } from "./explorer-panel.js";
import { makeTable } from "./explorer-table.js";

const PAGE = 50;
const TYPING = 150; // milliseconds without a key before the text is looked for
const root = document.getElementById("explorer");
const config = JSON.parse(root.dataset.config);
const part = (name) => root.querySelector(`.explorer__${name}`);
const format = makeFormat(config.lang, config.words);
const showTable = makeTable(config, format);
const panel = makePanel(config, format, change, ask);
const worker = new Worker(new URL("explorer-worker.js", import.meta.url), { type: "module" });
const buttons = root.querySelectorAll("[data-format]");
let state = stateOf(location.search, config.kinds);
let asked = 0;
let answer = { found: 0, sums: [], bars: [], by: "" };

const kindNow = () => config.kinds[state.kind];

function ask() {
  root.setAttribute("aria-busy", "true");
  performance.mark("explorer-asked");
  worker.postMessage({ type: "ask", id: ++asked, state: { ...state, open: panel.openFacets() } });
}

// Takes a change of the state, writes it to the address and asks again.
function change(changes, { typing = false, top = false } = {}) {
  const typed = waiting ? { q: text.value.trim() } : {}; // a word still being typed counts
  clearTimeout(waiting);
  waiting = 0;
  const kind = changes.kind && changes.kind !== state.kind;
  const before = { ...state, ...typed };
  state = kind ? inKind(changes.kind, before, config.kinds) : { ...before, ...changes };
  const address = location.pathname + addressOf(state, config.kinds);
  if (typing) history.replaceState(null, "", address);
  else history.pushState(null, "", address);
  if (!typing) text.value = state.q;
  if (top) part("rows").scrollIntoView({ block: "start" });
  ask();
}

function sortBy(name) {
  const again = state.sort === name;
  const number = ["figure", "amount", "count", "period"].includes(kindNow().columns.find((each) => each.name === name).type);
  if (!again) change({ sort: name, descending: number, page: 1 });
  else if (state.descending === number) change({ descending: !number, page: 1 });
  else change({ sort: "", descending: false, page: 1 });
}

// ---- the answers ----

const shownColumns = () => kindNow().columns.filter((each) => state.columns.includes(each.name));
const tableOf = () => part("rows").querySelector("table");

function showRows(rows) {
  showTable(tableOf(), shownColumns(), rows, state, sortBy);
  tableOf().caption.textContent = config.words.kinds[state.kind];
  performance.mark("explorer-rows"); // for the benchmark
}

// A page beyond the last is the last, in the address too.
function keepWithin(last) {
  if (state.page <= last) return;
  state = { ...state, page: last };
  history.replaceState(null, "", location.pathname + addressOf(state, config.kinds));
}

const answers = {
  first: ({ rows }) => showRows(rows),
  found({ found, facets }) {
    answer.found = found;
    keepWithin(Math.max(1, Math.ceil(found / PAGE)));
    performance.mark("explorer-counted"); // for the benchmark
    panel.facets(part("filters"), kindNow(), state, facets);
    part("chosen").replaceChildren(panel.chosenChips(kindNow(), state));
    part("count").replaceChildren(...(found ? phrase(config.words.found[state.kind], { n: count(found) }) : [config.words.nothing]));
    part("more").replaceChildren(panel.pager(found, PAGE, state));
    for (const button of buttons) button.disabled = !found;
  },
  rows({ rows }) {
    showRows(rows);
    root.setAttribute("aria-busy", "false");
    performance.mark("explorer-found");
  },
  sums(found) {
    answer = { ...answer, ...found, sums: found.sums.map((sum) => ({ ...sum, unit: config.measure_units[sum.key.split(":")[2]] })) };
    part("sums").hidden = !kindNow().sums.length;
    panel.sums(part("sums"), answer);
    panel.tools(part("tools"), kindNow(), answer, state);
    root.dataset.ready = asked;
  },
  file: ({ blob, name }) => keep(blob, name),
  error({ error }) {
    console.error(error);
    root.setAttribute("aria-busy", "false");
    part("count").textContent = config.words.failed;
  },
};

worker.addEventListener("message", ({ data }) => {
  if (data.id === asked || data.type === "file") answers[data.type](data);
});
worker.addEventListener("error", () => answers.error({ error: "the worker did not start" }));

// ---- files ----

function save(type) {
  const lines = config.words.about_lines;
  worker.postMessage({
    type: "write", id: asked, state, format: type, name: `pairing-ledger-${state.kind}.${type}`,
    about: {
      [lines.source]: location.origin + location.pathname, [lines.address]: location.href, [lines.rows]: answer.found,
      [lines.filters]: panel.filterWords(kindNow(), state), [lines.licence]: "https://creativecommons.org/licenses/by/4.0/",
      [lines.unknown]: "",
    },
  });
}

function keep(blob, name) {
  const link = make("a", { href: URL.createObjectURL(blob), download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

// ---- the controls that the page itself holds ----

function showControls() {
  for (const radio of root.querySelectorAll("[name=kind]")) radio.checked = radio.value === state.kind;
  if (document.activeElement !== text) text.value = state.q;
}

const text = root.querySelector("[name=q]");
let waiting = 0;
text.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => change({ q: text.value.trim(), page: 1 }, { typing: true }), TYPING);
});
text.addEventListener("focus", () => worker.postMessage({ type: "prepare", id: asked, state }));
for (const radio of root.querySelectorAll("[name=kind]")) {
  radio.addEventListener("change", () => change({ kind: radio.value }));
}
for (const button of buttons) button.addEventListener("click", () => save(button.dataset.format));
const toggle = part("toggle");
toggle.addEventListener("click", () => {
  const open = part("filters").classList.toggle("is-open");
  toggle.setAttribute("aria-expanded", String(open));
});
addEventListener("popstate", () => {
  state = stateOf(location.search, config.kinds);
  showControls();
  ask();
});

showControls();
worker.postMessage({ type: "start", data: { ...config, root: new URL(config.root || ".", location.href).href } });
ask();
