// The table of one page of rows: each figure leads to its place on the page of its source.
import { count, fill, make } from "./explorer-dom.js";

const ARROW = " → ";
const SIGNED = ["period", "stage", "fund_source"]; // what the editors may have inferred
const HAN = /\p{Script=Han}/u;
const anchor = (id) => `c-${id}`.replace(/[^a-z0-9_-]/g, "-");

export function makeTable(config, format) {
  const { words, codes } = config;
  const unknown = (text) => make("span", { class: "unknown" }, text);
  // Chinese words on an English page are marked, so that they are read aloud as Chinese.
  const said = (text) => (config.lang === "en" && HAN.test(text) ? make("span", { lang: "zh-Hans" }, text) : text);
  const link = (folder, id, ...name) => make("a", { href: `${folder}/${id}.html` }, ...name);

  // 甲县 → 乙县 in the colours of the two sides.
  function pairingName(name) {
    const [provider, recipient] = name.split(ARROW);
    if (!recipient) return [said(name)];
    return [make("span", { class: "provider" }, provider), " ", make("span", { class: "arrow", "aria-hidden": "true" }, "→"),
      make("span", { class: "sr" }, ` ${words.arrow} `), " ", make("span", { class: "recipient" }, recipient)];
  }

  function subject(row, name) {
    const folders = { pairing: "pairings", project: "projects", place: "places" };
    const folder = folders[row.subject_kind];
    const shown = row.subject_kind === "pairing" ? pairingName(name) : [said(name)];
    return folder ? link(folder, row.subject_id, ...shown) : shown[0];
  }

  // A figure with its seal; the seal leads to the claim on the page of its source.
  function figure(text, { source, order, claim, mark }) {
    const page = Math.floor((order - 1) / config.source_rows) + 1;
    const href = `sources/${source}${page > 1 ? `.p${page}` : ""}.html#${anchor(claim)}`;
    return make("a", { class: `fig fig--${mark}`, href, title: words.evidence }, text, make("span", { class: "sr" }, words.mark[mark]));
  }

  function ownFigure(row) {
    const mark = row.disagree ? "split" : row.proof;
    const text = format.format(row.value, row.unit, row.qualifier);
    const shown = figure(text, { source: row.source_id, order: row.order_in_source, claim: row.claim_id, mark });
    if (row.basis === "in_period") return [shown];
    return [shown, " ", make("span", { class: "chip" }, codes.basis[row.basis], ...(row.basis === "cumulative" ? judged(row, "basis") : []))];
  }

  // The sign of what the editors inferred; a sentence below the table says what it means.
  function judged(row, name) {
    const isJudged = row[name] !== null && (row.inferred ?? "").split(" ").includes(name);
    return isJudged ? [words.judged_sign] : [];
  }

  // A running total of which the end alone is known is told to that time, as on the pages.
  function period(row, value) {
    if (!value) return [unknown(words.no_period)];
    const isSpan = value.includes("/");
    const told = make("time", isSpan ? {} : { datetime: value }, format.period(value));
    if (isSpan || row.basis !== "cumulative") return [told];
    const [before, after] = words.up_to.split("{period}");
    return [before, told, after];
  }

  function amount(row) {
    if (row.amount === null) return [unknown(words.not_stated)];
    const text = format.format(row.amount, "cny", row.amount_qualifier);
    return [figure(text, { source: row.amount_source_id, order: row.amount_order_in_source, claim: row.amount_claim_id, mark: row.amount_proof })];
  }

  function label(row, text) {
    if (text) return said(text);
    if (row.measure_id) return codes.measure[row.measure_id] ?? "";
    return fill(words.fund_kind, { fund_source: codes.fund_source[row.fund_source], stage: codes.stage[row.stage] });
  }

  const cells = {
    subject: (row, value) => [subject(row, value)],
    label: (row, value) => [label(row, value)],
    figure: ownFigure,
    amount,
    period,
    source: (row, value) => [link("sources", row.source_id, said(value))],
    project: (row, value) => [value === null ? "" : row.project_id ? link("projects", row.project_id, value) : value],
    pairing: (row, value) => [value ? link("pairings", row.pairing_id, ...pairingName(value)) : ""],
    place: (row, value) => [value ? link("places", row.place_id, value) : unknown(words.not_stated)],
    boolean: (row, value) => [words.bool[String(Boolean(value))]],
    reliability: (row, value) => [words.rank[value]],
    count: (row, value) => [count(value)],
    code: (row, value, column) => [value === null ? "" : codes[column.codes][value] ?? value],
    reasons: (row, value) => [(value ?? "").split(" ").map((code) => words.left_out_reasons[code] ?? "").join("; ")],
    text: (row, value) => [said(value ?? "")],
  };

  const isNumber = (column) => ["figure", "amount", "count"].includes(column.type);

  function head(columns, state, onSort) {
    return make("tr", {}, ...columns.map((column) => {
      const sorted = state.sort === column.name;
      const button = make("button", { type: "button", class: "sort", "data-column": column.name, onclick: () => onSort(column.name) }, column.title);
      const order = sorted ? (state.descending ? "descending" : "ascending") : null;
      return make("th", { scope: "col", class: isNumber(column) ? "num" : null, "aria-sort": order }, button);
    }));
  }

  function line(columns, row) {
    return make("tr", {}, ...columns.map((column, i) => {
      const value = row[column.from] ?? row[column.else] ?? null;
      const content = [...cells[column.type](row, value, column), ...(SIGNED.includes(column.name) ? judged(row, column.name) : [])];
      return make(i ? "td" : "th", { scope: i ? null : "row", class: isNumber(column) ? "num" : null }, ...content);
    }));
  }

  // Puts the rows into the page's table; its head is made anew where columns or order changed.
  return function show(table, columns, rows, state, onSort) {
    const focused = document.activeElement?.dataset?.column;
    table.tHead.replaceChildren(head(columns, state, onSort));
    table.tBodies[0].replaceChildren(...rows.map((row) => line(columns, row)));
    if (focused) table.tHead.querySelector(`[data-column="${focused}"]`)?.focus();
  };
}
