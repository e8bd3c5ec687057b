// The explorer's other half, in a thread of its own: holds the columns, answers questions, writes the files.
import { openColumns } from "./explorer-columns.js";
import { writers } from "./explorer-files.js";
import { learnReadings } from "./explorer-text.js";
import { filterColumns, findRows, foldedOf, pageOf, sorted, split, sumColumns, sumsOf } from "./explorer-query.js";

const PAGE = 50;
const LARGE = 50000; // rows; a smaller file is read in one go, a larger one as it is needed
const MOST_ADDED = 250000; // more rows would keep the reader waiting for the next filter
let config = null;
let collator = null;
let latest = 0; // the newest question; answers to older ones are not finished
const opened = new Map(); // address -> columns

const open = (kind) => {
  if (!opened.has(kind.file)) {
    const opening = openColumns(new URL(kind.file, config.root).href);
    opening.catch(() => opened.delete(kind.file)); // the next question tries again
    opened.set(kind.file, opening);
  }
  return opened.get(kind.file);
};
const namesOf = (kind, shown) => [...new Set([
  ...kind.links, ...kind.columns.filter((each) => shown.includes(each.name)).flatMap((each) => [each.from, each.else ?? []].flat()),
])];
const orderOf = (kind, state) => {
  const codes = kind.columns.find((each) => each.name === state.sort)?.codes;
  return codes ? Object.keys(config.codes[codes]) : null;
};

async function ask({ id, state }) {
  const kind = config.kinds[state.kind];
  const columns = await open(kind);
  const shown = namesOf(kind, state.columns);
  if (isFirstLook(columns, state)) await showFirst(id, columns, kind, shown);
  if (state.q) await learnReadings(config.root, config.lang);
  const added = [...sumColumns(kind), ...kind.splits.map((each) => each.column)];
  await columns.load([...filterColumns(kind, state), ...(columns.rows > LARGE ? [] : [...shown, ...added])]);
  const { rows, facets } = findRows(columns, kind, state);
  if (id !== latest) return;
  postMessage({ id, type: "found", found: rows.length, facets });
  await columns.load(shown);
  if (id !== latest) return;
  const number = Math.min(state.page, Math.max(1, Math.ceil(rows.length / PAGE))); // beyond the last is the last
  const page = pageOf(columns, kind, { ...state, page: number }, rows, PAGE, collator.compare, orderOf(kind, state));
  const cells = Array.from(page, (row) => Object.fromEntries(shown.map((name) => [name, columns.column(name).at(row)])));
  postMessage({ id, type: "rows", rows: cells });
  await columns.load(added);
  if (id !== latest) return;
  postMessage({ id, type: "sums", ...addedUp(columns, kind, state, rows) });
  await prepare({ state }); // the next question may be a word
}

// Readies the columns words are looked for in, one at a time, so that a question can come in between.
async function prepare({ state }) {
  const kind = config.kinds[state.kind];
  const columns = await open(kind);
  await learnReadings(config.root, config.lang);
  for (const name of kind.text) {
    await columns.load([name]);
    foldedOf(columns.column(name));
    await new Promise((resolve) => { setTimeout(resolve); });
  }
}

// A large file shows its first rows before its columns are read.
const isFirstLook = (columns, state) => columns.rows > LARGE && !columns.column("table") && !state.q && !state.sort
  && !state.min && !state.max && state.page === 1 && state.kind === "money" && !Object.keys(state.facets).length;

async function showFirst(id, columns, kind, shown) {
  const first = await columns.first(shown, PAGE);
  const rows = Array.from({ length: first[shown[0]].length }, (_, row) =>
    Object.fromEntries(shown.map((name) => [name, first[name][row] ?? null])));
  postMessage({ id, type: "first", rows });
}

// The sums with their reasons, and the bars of the chart that is asked for.
function addedUp(columns, kind, state, rows) {
  const sums = kind.sums.length && rows.length <= MOST_ADDED ? sumsOf(columns, rows, kind.sums) : [];
  const by = kind.splits.find((each) => each.name === state.by) ?? kind.splits[0];
  const drawn = sums.find((sum) => sum.key === state.show);
  const value = drawn && columns.column("value").values;
  const bars = drawn ? split(columns, by, drawn.rows, (row) => value[row]) : split(columns, by, rows, () => 1);
  return { sums: sums.map(({ rows: added, ...sum }) => ({ ...sum, added: added.length })), bars, by: by.name, tooMany: rows.length > MOST_ADDED && MOST_ADDED };
}

async function write({ id, state, format, name, about }) {
  const kind = config.kinds[state.kind];
  const columns = await open(kind);
  const chosen = kind.columns.filter((each) => state.columns.includes(each.name)).concat(kind.always);
  await columns.load([...filterColumns(kind, state), ...chosen.flatMap((each) => [each.from, each.else ?? []].flat())]);
  const { rows } = findRows(columns, kind, state);
  const ordered = sorted(columns, kind, state, rows, collator.compare, orderOf(kind, state));
  const readers = chosen.map((each) => cellReader(columns, each, format));
  const table = {
    names: chosen.map((each) => each.name), header: chosen.map((each) => each.title), about,
    rows: (function* all() { for (const row of ordered) yield readers.map((read) => read(row)); })(),
  };
  return postMessage({ id, type: "file", name, blob: writers[format](table) });
}

const reasonWords = (codes, format) => (codes === null || format === "json" ? codes
  : codes.split(" ").map((code) => config.words.left_out_reasons[code]).join("; "));

// Codes stay codes in JSON and are words in a spreadsheet.
function cellReader(columns, { from, else: other, codes, type }, format) {
  const column = columns.column(from);
  const words = format !== "json" && codes ? config.codes[codes] : null;
  if (words) return (row) => words[column.at(row)] ?? column.at(row);
  if (type === "reasons") return (row) => reasonWords(column.at(row), format);
  if (type === "boolean") return (row) => Boolean(column.at(row));
  const fallback = other && columns.column(other);
  return fallback ? (row) => column.at(row) ?? fallback.at(row) : column.at;
}

const tasks = {
  start: ({ data }) => {
    config = data;
    collator = new Intl.Collator(config.lang === "zh" ? "zh-Hans-u-co-pinyin" : "en", { numeric: true });
  },
  ask, write, prepare, // the box for words was entered
};

addEventListener("message", async ({ data }) => {
  if (data.type === "ask") latest = data.id;
  try {
    await tasks[data.type](data);
  } catch (error) {
    postMessage({ id: data.id, type: "error", error: String(error.stack ?? error) });
  }
});
