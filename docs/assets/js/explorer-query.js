// Which rows fit, how many each further choice would leave, in which order, and what they add up to.
import { fold, isSpelled } from "./explorer-text.js";
import { addUp, yearsOf } from "./explorer-totals.js";

export const NONE = "none"; // how an empty cell is called among the choices of a facet
// The facets that are counted: a long one (counties, sources) only where it is open or something is chosen in it.
export const countedFacets = (kind, state) =>
  kind.facets.filter((facet) => !facet.names || state.facets[facet.name] || state.open?.includes(facet.name));

// What a kind of records needs in memory before a filter can answer, and before sums can.
export const filterColumns = (kind, state) => [...new Set([
  ...(kind.where ? [kind.where[0]] : []),
  ...countedFacets(kind, state).flatMap((facet) => [facet.column, facet.names ?? []].flat()),
  ...(state.q ? kind.text : []), ...(state.min || state.max ? [kind.range] : []),
  ...(state.sort ? [sortColumn(kind, state)] : []),
])];
export const sumColumns = (kind) => kind.sums;

const sortColumn = (kind, state) => kind.columns.find((each) => each.name === state.sort).from;

// Returns {rows, facets}: the numbers of the rows that fit, and for each counted facet [value, count, name] of its
// choices, each counted as if nothing were chosen in that facet. Only those have a name whose words are in the data.
export function findRows(columns, kind, state) {
  const facets = countedFacets(kind, state).map((facet) => openFacet(columns, facet, state.facets[facet.name]));
  const chosen = facets.filter((facet) => facet.allowed);
  const passes = [wherePasses(columns, kind), rangePasses(columns, kind, state), ...textPasses(columns, kind, state)]
    .filter(Boolean);
  const rows = new Uint32Array(columns.rows);
  let found = 0;
  next: for (let row = 0; row < columns.rows; row++) {
    for (const pass of passes) if (!pass(row)) continue next;
    let failed = null;
    for (const facet of chosen) {
      if (facet.allowed[facet.codes[row]]) continue;
      if (failed) continue next;
      failed = facet;
    }
    if (failed) failed.counts[failed.codes[row]]++;
    else {
      rows[found++] = row;
      for (const facet of facets) facet.counts[facet.codes[row]]++;
    }
  }
  return { rows: rows.subarray(0, found), facets: Object.fromEntries(facets.map(choicesOf)) };
}

// A facet over the codes of a column; of periods, a choice is a year and fits every period that touches it.
function openFacet(columns, { name, column: coded, names, years }, wanted = []) {
  const column = columns.column(coded);
  const counts = new Uint32Array(column.values.length);
  const choices = column.values.map((value) => (value === null ? [NONE] : years ? yearsOf(value).map(String) : [value]));
  const allowed = wanted.length
    ? Uint8Array.from(choices, (each) => Number(each.some((choice) => wanted.includes(choice))))
    : null;
  return { name, codes: column.codes, counts, choices, allowed, wanted, words: names && wordsOf(column, names.map(columns.column)) };
}

// code of a column -> the word that stands beside it in the first of other columns that has one.
const known = new WeakMap();
function wordsOf(column, others) {
  if (!known.has(column)) {
    const words = new Map();
    for (let row = 0; row < column.codes.length; row++) {
      const value = column.values[column.codes[row]];
      if (value !== null && !words.has(value)) words.set(value, others.map((other) => other.at(row)).find(Boolean));
    }
    known.set(column, words);
  }
  return known.get(column);
}

function choicesOf({ name, counts, choices, wanted, words }) {
  const sums = new Map(wanted.map((choice) => [choice, 0]));
  counts.forEach((count, code) => {
    if (count) for (const choice of choices[code]) sums.set(choice, (sums.get(choice) ?? 0) + count);
  });
  return [name, [...sums].map(([choice, count]) => (words ? [choice, count, words.get(choice)] : [choice, count]))];
}

function wherePasses(columns, { where }) {
  if (!where) return null;
  const { codes, codeOf } = columns.column(where[0]);
  const code = codeOf(where[1]);
  return (row) => codes[row] === code;
}

function rangePasses(columns, { range }, { min, max }) {
  if (!min && !max) return null;
  const { values } = columns.column(range);
  const [low, high] = [min ? Number(min) : -Infinity, max ? Number(max) : Infinity];
  return (row) => values[row] >= low && values[row] <= high; // false where no figure is printed
}

// One test a word: it stands in one of the columns. Each distinct text is looked at once.
function textPasses(columns, { text }, { q }) {
  return fold(q || "").split(/\s+/).filter(Boolean).map((word) => {
    const spelled = isSpelled(word);
    const hits = text.map((name) => columns.column(name)).map((column) => [
      column.codes, Uint8Array.from(foldedOf(column), (value) => Number(value.includes(word) || spelled(value))),
    ]);
    return (row) => hits.some(([codes, hit]) => hit[codes ? codes[row] : row]);
  });
}

// The texts of a column as words are looked for in them. Of a million rows this takes longer than the search itself,
// so it is done once, and ahead.
const folded = new WeakMap();
export function foldedOf(column) {
  if (!folded.has(column)) folded.set(column, (column.list ?? column.values).map((value) => (value === null ? "" : fold(value))));
  return folded.get(column);
}

// ---- order ----

// Returns the rows of one page; the file's own order where no column is asked for. Empty cells come last.
export function pageOf(columns, kind, state, rows, size, compareText, order) {
  const start = (state.page - 1) * size;
  if (!state.sort) return rows.subarray(start, start + size);
  const compare = rowCompare(columns, kind, state, compareText, order);
  return smallest(rows, start + size, compare).slice(start);
}

export function sorted(columns, kind, state, rows, compareText, order) {
  return state.sort ? Uint32Array.from(rows).sort(rowCompare(columns, kind, state, compareText, order)) : rows;
}

function rowCompare(columns, kind, state, compareText, order) {
  const column = columns.column(sortColumn(kind, state));
  const sign = state.descending ? -1 : 1;
  if (column.list) return (a, b) => sign * compareText(column.list[a], column.list[b]) || a - b;
  const keys = column.codes ? ranks(column, compareText, order) : column.values;
  const keyOf = column.codes ? (row) => keys[column.codes[row]] : (row) => keys[row];
  return (a, b) => {
    const [x, y] = [keyOf(a), keyOf(b)];
    if (Number.isNaN(x) || Number.isNaN(y)) return Number.isNaN(x) - Number.isNaN(y) || a - b;
    return sign * (x - y) || a - b;
  };
}

// The place of each distinct text in the order: that of its code list where it has one. NaN for the empty cell.
function ranks(column, compareText, order) {
  const places = new Float64Array(column.values.length).fill(NaN);
  const codes = column.values.map((_, code) => code).slice(1);
  const by = order
    ? (a, b) => order.indexOf(column.values[a]) - order.indexOf(column.values[b])
    : (a, b) => compareText(column.values[a], column.values[b]);
  codes.sort(by).forEach((code, place) => { places[code] = place; });
  return places;
}

// The first `count` rows in order: a heap of the best so far, unless nearly all are wanted.
function smallest(rows, count, compare) {
  if (count * 10 > rows.length) return Uint32Array.from(rows).sort(compare).slice(0, count);
  const heap = []; // the worst of the best stands first
  const sink = (at) => {
    for (;;) {
      let worst = at;
      for (const child of [2 * at + 1, 2 * at + 2]) {
        if (child < heap.length && compare(heap[child], heap[worst]) > 0) worst = child;
      }
      if (worst === at) return;
      [heap[at], heap[worst]] = [heap[worst], heap[at]];
      at = worst;
    }
  };
  for (const row of rows) {
    if (heap.length < count) {
      heap.push(row);
      if (heap.length === count) for (let at = count >> 1; at >= 0; at--) sink(at);
    } else if (compare(row, heap[0]) < 0) {
      heap[0] = row;
      sink(0);
    }
  }
  return Uint32Array.from(heap).sort(compare);
}

// ---- sums ----

// Returns [{key, rows, value, qualifier, leftOut: {reason: count}}] of what may be added among the rows; `names` are
// the columns that the rules of addition read.
export function sumsOf(columns, rows, names) {
  const facts = factsOf(columns, names);
  return addUp(rows, facts).map((total) => {
    const qualifiers = new Set(total.rows.map(facts.qualifier));
    const value = total.rows.reduce((sum, row) => sum + facts.value(row), 0);
    const leftOut = {};
    for (const [, reason] of total.leftOut) leftOut[reason] = (leftOut[reason] ?? 0) + 1;
    return {
      key: total.key, rows: total.rows, value: Number(value.toFixed(6)), leftOut,
      qualifier: qualifiers.size === 1 ? [...qualifiers][0] : "about",
    };
  });
}

// How the rules of addition read the columns.
function factsOf(columns, names) {
  const column = Object.fromEntries(names.map((name) => [name, columns.column(name)]));
  const text = (name) => column[name].at;
  const lists = (name) => column[name].values.map((ids) => (ids ? ids.split(" ") : []));
  const within = lists("within");
  const keys = new Map();
  const makeKey = (row) => (text("added_under")(row) ? `${text("programme_class")(row) ?? NONE}:${text("added_under")(row)}` : null);
  const excluded = new Map(); // row -> Map: read when a sum needs it
  const nothing = new Map();
  return {
    key(row) { // the same few keys again and again: made once for each pair of codes
      const known = column.added_under.codes[row] * 64 + column.programme_class.codes[row];
      if (!keys.has(known)) keys.set(known, makeKey(row));
      return keys.get(known);
    },
    excludes(row) {
      const ids = text("excludes")(row);
      if (!ids) return nothing;
      if (!excluded.has(row)) excluded.set(row, new Map(ids.split(" ").map((each) => each.split(":"))));
      return excluded.get(row);
    },
    owner: (row) => text("pairing_id")(row) ?? text("subject_id")(row),
    value: (row) => column.value.values[row],
    order: (row) => column.adding_order.values[row],
    ofProject: (row) => Number(text("subject_kind")(row) === "project"),
    width: (row) => within[column.within.codes[row]].length,
    alone: text("reason_alone"), partOf: text("part_of"), id: text("claim_id"), label: text("label"), qualifier: text("qualifier"),
  };
}

// ---- the chart: counts, or the rows of a sum, split by a column ----

// Returns [[value, amount]], largest first; years in their order. Rows of several years stand under "".
export function split(columns, { column, years }, rows, amountOf) {
  const { codes, values } = columns.column(column);
  const amounts = new Float64Array(values.length);
  for (const row of rows) amounts[codes[row]] += amountOf(row);
  const parts = new Map();
  amounts.forEach((amount, code) => {
    if (!amount) return;
    const touched = years ? yearsOf(values[code]) : null;
    const value = values[code] === null ? NONE : years ? (touched.length === 1 ? String(touched[0]) : "") : values[code];
    parts.set(value, (parts.get(value) ?? 0) + amount);
  });
  const byYear = (a, b) => (a[0] < b[0] ? -1 : 1);
  return [...parts].sort(years ? byYear : (a, b) => b[1] - a[1]);
}

