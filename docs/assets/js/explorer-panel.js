// What stands around the table: facets, chosen filters, sums, chart, columns, pages.
import { count, fill, make, phrase } from "./explorer-dom.js";

const NONE = "none";
const SHOWN_SUMS = 4;
const SHOWN_BARS = 12;

export function makePanel(config, format, change, ask) {
  const { words, codes } = config;
  const openFacets = new Set();
  const narrowed = new Map(); // facet -> what its choices are narrowed by
  const named = new Map(); // facet:code -> its word, of facets whose words are in the data
  const openBlocks = new Set(/[?&](show|by)=/.test(location.search) ? ["chart"] : []);

  const wordOf = (facet, code) => {
    if (code === NONE) return words.not_stated;
    return facet.codes ? codes[facet.codes][code] ?? code : named.get(`${facet.name}:${code}`) ?? code;
  };
  const pickedOf = (state, name) => state.facets[name] ?? [];

  function toggle(state, name, code) {
    const picked = pickedOf(state, name);
    const next = picked.includes(code) ? picked.filter((each) => each !== code) : [...picked, code];
    const facets = { ...state.facets, [name]: next };
    if (!next.length) delete facets[name];
    change({ facets, page: 1 });
  }

  // ---- facets: the choices there are, each with the rows it would give ----

  function facetBlock(facet, found, state) {
    const choices = found ?? [];
    const picked = pickedOf(state, facet.name);
    const order = facet.codes && facet.codes !== "province" && facet.codes !== "measure" ? Object.keys(codes[facet.codes]) : null;
    const place = (code) => (code === NONE ? Infinity : order.indexOf(code));
    const sorted = [...choices].sort((a, b) => {
      if (facet.years) return (a[0] === NONE) - (b[0] === NONE) || b[0] - a[0];
      return order ? place(a[0]) - place(b[0]) : (a[0] === NONE) - (b[0] === NONE) || b[1] - a[1];
    });
    for (const [code, , word] of choices) if (word) named.set(`${facet.name}:${code}`, word);
    const items = sorted.map(([code, n]) => make("li", {}, make("label", {},
      make("input", { type: "checkbox", "data-choice": `${facet.name}:${code}`, checked: picked.includes(code), onchange: () => toggle(state, facet.name, code) }),
      make("span", {}, wordOf(facet, code)), count(n))));
    const chosen = picked.length ? make("span", { class: "chip" }, ...phrase(words.chosen, { n: count(picked.length) })) : null;
    const list = make("ul", {}, ...items);
    return make("details", {
      class: "facet", open: openFacets.has(facet.name),
      ontoggle: ({ target }) => {
        openFacets[target.open ? "add" : "delete"](facet.name);
        if (target.open && facet.names && !found) ask(); // a long one is counted once it is open
      },
    }, make("summary", {}, facet.title, chosen), facet.names && narrowing(facet, list), list);
  }

  // A box that leaves, of many choices, those with the word that is typed.
  function narrowing({ name, title }, list) {
    const narrow = (text) => {
      narrowed.set(name, text);
      for (const item of list.children) item.hidden = !item.textContent.toLowerCase().includes(text.trim().toLowerCase());
    };
    narrow(narrowed.get(name) ?? "");
    return make("input", {
      type: "search", class: "facet__find", "data-choice": `find:${name}`, value: narrowed.get(name), autocomplete: "off",
      placeholder: words.narrow, "aria-label": fill(words.narrow_of, { title }), oninput: ({ target }) => narrow(target.value),
    });
  }

  function rangeBlock(state) {
    const money = state.kind !== "figures";
    const scale = money ? config.money_unit : 1;
    const field = (key, label) => make("label", {}, label, make("input", {
      type: "number", step: "any", inputmode: "decimal", name: key, "data-choice": key, value: state[key] === "" ? null : Number(state[key]) / scale,
      onchange: ({ target }) => change({ [key]: target.value === "" ? "" : String(Number((target.value * scale).toPrecision(15))), page: 1 }),
    }));
    const title = money ? words.range.money : words.range.figures;
    return make("fieldset", { class: "explorer__range" }, make("legend", {}, title), field("min", words.from), field("max", words.to));
  }

  function facets(target, kind, state, found) {
    const focused = document.activeElement?.dataset?.choice;
    const blocks = kind.facets.map((facet) => facetBlock(facet, found[facet.name], state));
    target.replaceChildren(rangeBlock(state), ...blocks);
    if (focused) target.querySelector(`[data-choice="${CSS.escape(focused)}"]`)?.focus();
  }

  // ---- the line above the table: how many, and what is chosen ----

  function chosenChips(kind, state) {
    const chip = (text, undo) => make("li", {}, make("button", { type: "button", class: "chip", onclick: undo }, text, " ×", make("span", { class: "sr" }, words.clear_one)));
    const chips = kind.facets.flatMap((facet) => pickedOf(state, facet.name).map((code) =>
      chip(`${facet.title}: ${wordOf(facet, code)}`, () => toggle(state, facet.name, code))));
    if (state.q) chips.push(chip(`${words.text}: ${state.q}`, () => change({ q: "", page: 1 })));
    if (state.min || state.max) chips.push(chip(rangeText(state), () => change({ min: "", max: "", page: 1 })));
    if (chips.length > 1) chips.push(make("li", {}, make("button", { type: "button", class: "chip", onclick: () => change({ facets: {}, q: "", min: "", max: "", page: 1 }) }, words.clear)));
    return make("ul", { class: "chips" }, ...chips);
  }

  // The range in the unit it was typed in.
  function rangeText({ kind, min, max }) {
    const [title, scale] = kind === "figures" ? [words.range.figures, 1] : [words.range.money, config.money_unit];
    const end = (value) => (value === "" ? "…" : format.number(Number(value) / scale));
    return `${title}: ${end(min)}–${end(max)}`;
  }

  // In words, for the file that keeps the selection.
  function filterWords(kind, state) {
    const parts = kind.facets.filter((facet) => state.facets[facet.name]).map((facet) =>
      `${facet.title}: ${pickedOf(state, facet.name).map((code) => wordOf(facet, code)).join(", ")}`);
    if (state.q) parts.push(`${words.text}: ${state.q}`);
    if (state.min || state.max) parts.push(rangeText(state));
    return parts.join("; ") || words.any;
  }

  // ---- sums ----

  // The programme is named where the sums are of several.
  const programmeWord = (code) => words.programme_class[code] ?? codes.programme[code];
  const sumTitle = ({ key }) => {
    const [, kind, group, stage] = key.split(":");
    if (kind === "measure") return codes.measure[group] ?? group;
    return fill(words.total_of_money, { group: codes.fund_source[group], stage: codes.stage[stage] });
  };
  const fullTitle = (sum, several) => (several ? `${sumTitle(sum)} · ${programmeWord(sum.key.split(":")[0])}` : sumTitle(sum));
  const areSeveral = (list) => new Set(list.map((sum) => sum.key.split(":")[0])).size > 1;
  const sumText = (sum) => {
    const unit = sum.key.includes(":money:") ? "cny" : sum.unit;
    return format.format(sum.qualifier === "exact" ? sum.value : Number(sum.value.toPrecision(4)), unit, sum.qualifier);
  };
  const reasonOf = (reason) => words[reason] ?? words.left_out_reasons[reason];

  function sumCard(sum, several) {
    const left = Object.entries(sum.leftOut);
    const total = left.reduce((n, [, each]) => n + each, 0);
    const reasons = left.map(([reason, n]) => make("li", {}, `${reasonOf(reason)} `, ...phrase(words.rows_left_out, { n: count(n) })));
    return make("div", {}, make("dt", {}, fullTitle(sum, several)), make("dd", {}, sum.added ? sumText(sum) : make("span", { class: "unknown" }, words.not_stated)),
      make("dd", {}, ...phrase(words.sum_of, { n: count(sum.added) }),
        total ? make("details", {}, make("summary", {}, ...phrase(words.left_out, { n: count(total) })), make("ul", {}, ...reasons)) : null));
  }

  function sums(target, { sums: list, tooMany }) {
    const none = tooMany ? fill(words.too_many_to_add, { n: format.number(tooMany) }) : words.no_sums;
    const note = make("p", { class: "note" }, list.length ? words.sums_note : none);
    const several = areSeveral(list);
    const cards = list.map((sum) => sumCard(sum, several));
    const more = cards.length > SHOWN_SUMS ? make("details", { class: "explorer__rest" }, make("summary", {}, words.more), make("dl", { class: "keyfigures" }, ...cards.slice(SHOWN_SUMS))) : null;
    target.replaceChildren(make("dl", { class: "keyfigures" }, ...cards.slice(0, SHOWN_SUMS)), more ?? "", note);
  }

  // ---- chart: a table whose bars are drawn, so that it reads without seeing them ----

  function bars(kind, { bars: parts, by, sums: list }, state) {
    const facet = kind.splits.find((each) => each.name === by);
    const drawn = list.find((sum) => sum.key === state.show);
    const shown = facet.years ? parts : parts.slice(0, SHOWN_BARS);
    const rest = parts.slice(shown.length).reduce((sum, [, value]) => sum + value, 0);
    const rows = shown.map(([code, value]) => [code === "" ? words.several_years : wordOf(facet, code), value]);
    if (rest) rows.push([words.chart_rest, rest]);
    const most = Math.max(...rows.map(([, value]) => value));
    const text = (value) => (drawn ? sumText({ ...drawn, value: Number(value.toFixed(6)) }) : count(value));
    return make("table", { class: "ledger explorer__bars" }, make("caption", { class: "sr" }, `${drawn ? sumTitle(drawn) : words.chart_count} · ${facet.title}`),
      make("tbody", {}, ...rows.map(([name, value]) => make("tr", {}, make("th", { scope: "row" }, name), make("td", {}, bar(value / most)), make("td", { class: "num" }, text(value))))));
  }

  function bar(share) {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    const rect = document.createElementNS(svg.namespaceURI, "rect");
    for (const [key, value] of Object.entries({ viewBox: "0 0 100 10", preserveAspectRatio: "none", "aria-hidden": "true" })) svg.setAttribute(key, value);
    for (const [key, value] of Object.entries({ width: Math.max(share * 100, 0.3), height: 10 })) rect.setAttribute(key, value);
    svg.append(rect);
    return svg;
  }

  const select = (label, name, options, chosen, then) => make("label", {}, label, " ", make("select", { name, "data-choice": `chart:${name}`, onchange: ({ target }) => then(target.value) },
    ...options.map(([value, text]) => make("option", { value, selected: value === chosen }, text))));

  function chart(kind, answer, state) {
    const several = areSeveral(answer.sums);
    const shows = [["", words.chart_count], ...answer.sums.filter((sum) => sum.added).map((sum) => [sum.key, fullTitle(sum, several)])];
    return block("chart", words.chart,
      make("p", { class: "explorer__choices" }, select(words.chart_show, "show", shows, state.show, (show) => change({ show })),
        select(words.chart_by, "by", kind.splits.map((each) => [each.name, each.title]), answer.by, (by) => change({ by }))),
      answer.bars.length ? bars(kind, answer, state) : make("p", { class: "empty" }, make("span", {}, words.chart_none)));
  }

  // ---- pages and columns ----

  const block = (name, title, ...content) => make("details", {
    open: openBlocks.has(name), ontoggle: ({ target }) => openBlocks[target.open ? "add" : "delete"](name),
  }, make("summary", {}, title), ...content);

  function pager(found, size, state) {
    const last = Math.max(1, Math.ceil(found / size));
    if (last === 1) return "";
    const step = (text, page) => make("button", { type: "button", class: "button", disabled: page < 1 || page > last, onclick: () => change({ page }, { top: true }) }, text);
    return make("nav", { class: "explorer__pager", "aria-label": words.page }, step(words.previous, state.page - 1),
      make("span", {}, ...phrase(words.pages, { n: count(state.page), of: count(last) })), step(words.next, state.page + 1));
  }

  function columnChoice(kind, state) {
    const flip = (name) => {
      const wanted = state.columns.includes(name) ? state.columns.filter((each) => each !== name) : [...state.columns, name];
      if (wanted.length) change({ columns: kind.columns.map((each) => each.name).filter((each) => wanted.includes(each)) });
    };
    return block("columns", words.columns_title, make("ul", { class: "explorer__columns" }, ...kind.columns.map(({ name, title }) => make("li", {}, make("label", {},
      make("input", { type: "checkbox", "data-choice": `column:${name}`, checked: state.columns.includes(name), onchange: () => flip(name) }), title)))));
  }

  // Chart and choice of columns, above the table.
  function tools(target, kind, answer, state) {
    const focused = document.activeElement?.dataset?.choice;
    target.replaceChildren(chart(kind, answer, state), columnChoice(kind, state));
    if (focused) target.querySelector(`[data-choice="${CSS.escape(focused)}"]`)?.focus();
  }

  return { openFacets: () => [...openFacets], facets, chosenChips, filterWords, sums, tools, pager };
}
