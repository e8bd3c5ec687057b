// Comforts for every page. Nothing here is needed for reading: without it all text, tables, receipts and links work.

const root = document.documentElement;

// ---- light or dark: automatic, light, dark; theme.js applies the choice before the first paint ----
const themes = ["auto", "light", "dark"];
const themeSwitch = document.getElementById("theme-switch");

function showTheme(theme) {
  if (theme === "auto") delete root.dataset.theme;
  else root.dataset.theme = theme;
  themeSwitch.querySelector(".sr").textContent = themeSwitch.dataset[theme];
  themeSwitch.title = themeSwitch.dataset[theme];
}

function keepTheme(theme) {
  try {
    localStorage.setItem("theme", theme);
  } catch {
    // Storage is closed: the choice holds for this page only.
  }
}

if (themeSwitch) {
  themeSwitch.hidden = false;
  showTheme(root.dataset.theme || "auto");
  themeSwitch.addEventListener("click", () => {
    const next = themes[(themes.indexOf(root.dataset.theme || "auto") + 1) % themes.length];
    showTheme(next);
    keepTheme(next);
  });
}

// ---- the other language opens at the same place of the page, with the same filters ----
for (const link of document.querySelectorAll("a[data-language]")) {
  link.addEventListener("click", () => {
    link.search = location.search;
    link.hash = location.hash;
  });
}

// ---- search: a link that opens a dialog where scripts run; search.js owns the dialog ----
const searchLink = document.getElementById("search-open");

async function openSearch() {
  try {
    const search = await import("./search.js");
    search.openSearch();
  } catch {
    location.href = searchLink.href;
  }
}

if (searchLink && location.protocol !== "file:") { // there search-offline.js listens
  searchLink.addEventListener("click", (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button) return;
    event.preventDefault();
    openSearch();
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, select, dialog, [contenteditable]");
    if (event.key !== "/" || typing || event.metaKey || event.ctrlKey || event.altKey) return;
    event.preventDefault();
    openSearch();
  });
}

// ---- receipts: mark the figure whose receipt is open; put it beside the figure where CSS cannot ----
const anchored = CSS.supports("position-area", "bottom");
const wide = matchMedia("(min-width: 45em)");
let asked = null; // the figure last pressed: several figures may share a receipt

function place(receipt, figure) {
  const near = figure.getBoundingClientRect();
  const box = receipt.getBoundingClientRect();
  const below = near.bottom + 6;
  const top = below + box.height < innerHeight ? below : Math.max(8, near.top - box.height - 6);
  receipt.style.left = `${Math.max(8, Math.min(near.left, innerWidth - box.width - 16))}px`;
  receipt.style.top = `${top}px`;
}

document.addEventListener("click", (event) => {
  asked = event.target.closest("[popovertarget]") || asked;
  if (asked && !("popover" in HTMLElement.prototype)) location.hash = asked.getAttribute("popovertarget");
}, true);

document.addEventListener("toggle", (event) => {
  const receipt = event.target;
  if (!receipt.matches(".receipt")) return;
  const open = event.newState === "open";
  for (const figure of document.querySelectorAll(".fig.is-open")) figure.classList.remove("is-open");
  if (open && asked?.getAttribute("popovertarget") === receipt.id) asked.classList.add("is-open");
  receipt.classList.toggle("is-placed", open && !anchored && wide.matches && Boolean(asked));
  if (receipt.matches(".is-placed")) place(receipt, asked);
  else receipt.removeAttribute("style");
}, true);

// ---- tables: a press on a column's head sorts by it; cells that say nothing come last ----
const scales = { 万: 1e4, 亿: 1e8, thousand: 1e3, million: 1e6, billion: 1e9 };

function sortValue(cell) {
  const given = cell.dataset.value ?? cell.querySelector("data[value]")?.value;
  if (given !== undefined) return given === "" ? null : Number(given);
  const text = (cell.querySelector(".fig")?.firstChild ?? cell).textContent.trim();
  if (!cell.matches(".num")) return text || null;
  const number = text.match(/[\d,]*\.?\d+/);
  if (!number) return null;
  const scale = text.match(/万|亿|thousand|million|billion/);
  return Number(number[0].replaceAll(",", "")) * (scale ? scales[scale[0]] : 1);
}

function compare(a, b, sign) {
  if (a === null || b === null) return (a === null) - (b === null);
  return sign * (typeof a === "string" || typeof b === "string" ? String(a).localeCompare(String(b), root.lang) : a - b);
}

function sortBy(head, column) {
  const sign = head.getAttribute("aria-sort") === "ascending" ? -1 : 1;
  for (const other of head.parentElement.cells) other.removeAttribute("aria-sort");
  head.setAttribute("aria-sort", sign === 1 ? "ascending" : "descending");
  const body = head.closest("table").tBodies[0];
  const rows = [...body.rows].map((row) => [sortValue(row.cells[column]), row]);
  body.append(...rows.sort((a, b) => compare(a[0], b[0], sign)).map(([, row]) => row));
}

function isSortable(table) {
  const whole = table.tHead?.rows.length === 1 && table.tBodies.length === 1 && table.tBodies[0].rows.length > 5;
  return whole && !table.matches(".matrix") && !table.querySelector("[colspan], [rowspan], tr.part, .sort");
}

for (const table of document.querySelectorAll("table.ledger")) {
  if (!isSortable(table)) continue;
  [...table.tHead.rows[0].cells].forEach((head, column) => {
    if (!head.textContent.trim() || head.querySelector("a, button, .sr")) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "sort";
    button.append(...head.childNodes);
    button.addEventListener("click", () => sortBy(head, column));
    head.append(button);
  });
}

// ---- long lists: one field hides the rows that do not hold its words; the words stand in the address ----
const plain = (text) => text.normalize("NFKC").toLowerCase();

const wordsOf = (row) => plain(`${row.textContent} ${row.dataset.words ?? ""}`);

function filterRows(list, text) {
  const words = plain(text).split(/\s+/).filter(Boolean);
  for (const table of list.querySelectorAll("table")) {
    const rows = [...table.tBodies].flatMap((body) => [...body.rows]);
    for (const row of rows) row.hidden = !words.every((word) => wordsOf(row).includes(word));
    const wrap = table.closest(".table-wrap") || table;
    wrap.hidden = rows.every((row) => row.hidden);
    if (wrap.previousElementSibling?.matches("h2, h3")) wrap.previousElementSibling.hidden = wrap.hidden;
  }
  const none = list.querySelector(".filter-none");
  if (none) none.hidden = Boolean(list.querySelector("tbody tr:not([hidden])"));
  const address = new URL(location.href);
  if (text) address.searchParams.set("filter", text);
  else address.searchParams.delete("filter");
  history.replaceState(null, "", address);
}

for (const list of document.querySelectorAll("[data-filter-label]")) {
  const label = document.createElement("label");
  const field = document.createElement("input");
  label.className = "filter";
  field.type = "search";
  label.append(list.dataset.filterLabel, field);
  list.prepend(label);
  field.value = new URL(location.href).searchParams.get("filter") || "";
  if (field.value) filterRows(list, field.value);
  field.addEventListener("input", () => filterRows(list, field.value));
}

// ---- charts: a view that answers to the pointer, loaded only when asked for; in an embedded chart also by ?live=1 ----
async function toggleLive(button, takesFocus) {
  const figure = button.closest(".chart");
  if (button.ariaBusy === "true") return;
  button.ariaBusy = "true";
  figure.querySelector(".chart-failed")?.remove();
  try {
    await (await import("./chart-live.js")).toggle(button, takesFocus);
  } catch {
    const said = document.createElement("p");
    said.className = "chart-note chart-failed";
    said.role = "status";
    said.textContent = button.dataset.failed;
    figure.querySelector(".chart-menu").before(said);
  }
  button.ariaBusy = "false";
}

for (const button of document.querySelectorAll(".chart-live")) {
  if (location.protocol === "file:") break; // there browsers load no modules and fetch nothing
  button.parentElement.hidden = false;
  button.addEventListener("click", () => toggleLive(button, true));
  if (document.body.matches(".page--embed") && new URL(location.href).searchParams.get("live") === "1") toggleLive(button, false);
}

// ---- copying: each text to cite gets a button ----
for (const block of document.querySelectorAll(".cite")) {
  const button = document.createElement("button");
  const text = block.textContent.trim();
  button.type = "button";
  button.className = "copy";
  button.textContent = document.body.dataset.copy;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(text);
    button.textContent = document.body.dataset.copied;
  });
  block.append(" ", button);
}
