// One live view: Vega draws it from the chart's specification (build_scripts/charts/live.py says what is in it), in the
// colours the page has at the moment; pointer, touch and arrow keys go from mark to mark; a tip quotes the chart's table.

const MOST_ROWS = 8; // of one mark in a tip
const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

// ---- colours: those of the still picture, read from the classes of its roles (charts.css) ----
function makeInkwell(figure) {
  const inkwell = figure.querySelector(".chart-scroll svg").cloneNode(false);
  for (const name of ["role", "aria-labelledby"]) inkwell.removeAttribute(name);
  inkwell.setAttribute("aria-hidden", "true");
  inkwell.classList.add("chart-live-inkwell");
  const probe = document.createElementNS(inkwell.namespaceURI, "path");
  const hatching = figure.querySelector(".chart-scroll pattern")?.cloneNode(true);
  if (hatching) hatching.id += "-live";
  inkwell.append(probe, ...(hatching ? [hatching] : []));
  return { inkwell, probe, hatching };
}

function readPalette(spec, { probe, hatching }) {
  const roles = new Set(spec.data.flatMap((source) => source.values ?? []).map((row) => row.colour).filter(Boolean));
  const inks = {};
  for (const role of roles.add("ink")) {
    probe.setAttribute("class", `fill-${role}`);
    inks[role] = getComputedStyle(probe).fill;
  }
  return { inks, fills: hatching ? { ...inks, unknown: `url(#${hatching.id})` } : inks };
}

// ---- places: the box around all that is drawn with a number, in the chart's own pixels ----
function boxesOf(spec) {
  const boxes = new Map();
  for (const row of spec.data.flatMap((source) => source.values ?? [])) {
    if (row.mark === undefined) continue;
    const box = boxes.get(row.mark) ?? { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
    const [xs, ys] = [[row.x, row.x2 ?? row.x], [row.y, row.y2 ?? row.y]];
    boxes.set(row.mark, {
      left: Math.min(box.left, ...xs), right: Math.max(box.right, ...xs),
      top: Math.min(box.top, ...ys), bottom: Math.max(box.bottom, ...ys),
    });
  }
  return boxes;
}

// ---- what a tip says: one row with the table's heads, or several rows as lines ----
function sayMark({ header, rows, marks, words }, mark) {
  const said = marks[mark].map((row) => rows[row]);
  if (said.length === 1) {
    const pairs = header.map((name, i) => [name, said[0][i]]).filter(([, text]) => text);
    return make("dl", {}, ...pairs.flatMap(([name, text]) => [make("dt", {}, name), make("dd", {}, text)]));
  }
  const lines = said.slice(0, MOST_ROWS).map((cells) => make("li", {}, cells.filter(Boolean).join(" · ")));
  const more = said.length - MOST_ROWS;
  if (more > 0) lines.push(make("li", {}, words.more.replace("{n}", more)));
  return make("ul", {}, ...lines);
}

function placeTip(tip, element, x, y) {
  const frame = element.getBoundingClientRect();
  const { width, height } = tip.getBoundingClientRect();
  const left = Math.max(8, Math.min(x + 14, document.documentElement.clientWidth - width - 8));
  const top = y + 18 + height < innerHeight ? y + 18 : Math.max(8, y - height - 12);
  tip.style.left = `${left - frame.left}px`;
  tip.style.top = `${top - frame.top}px`;
}

// Shows the chart of `figure` live; returns {element, close}. Rejects where Vega cannot draw it.
export async function openView(figure, spec, { vega, expr }) {
  const table = spec.usermeta;
  const boxes = boxesOf(spec);
  const hint = make("p", { class: "chart-note", id: `${figure.id}-hint` }, table.words.hint);
  const canvas = make("div", { "aria-hidden": "true" });
  const tip = make("div", { class: "chart-live-tip", role: "status", hidden: "" });
  const ink = makeInkwell(figure);
  const still = figure.querySelector(".chart-scroll");
  const element = make(
    "div",
    { class: "chart-live-view", tabindex: "0", role: "application", "aria-label": still.getAttribute("aria-label"), "aria-describedby": hint.id },
    ink.inkwell, canvas, tip, hint,
  );
  const view = new vega.View(vega.parse(spec, null, { ast: true }), { expr, renderer: "svg", container: null });
  let current = null; // the number of the mark shown
  let kept = null; // the number of the mark that was chosen and stays

  function paint() {
    const { inks, fills } = readPalette(spec, ink);
    return view.signal("inks", inks).signal("fills", fills).signal("font", getComputedStyle(ink.inkwell).fontFamily).runAsync();
  }

  function light(mark) {
    const own = new Set(mark === null ? [] : table.marks[mark]);
    const lit = Object.fromEntries(table.marks.map((rows, i) => [i, rows.some((row) => own.has(row))]));
    view.signal("lit", mark === null ? null : lit).runAsync();
  }

  function show(mark, x, y) {
    if (mark !== current) {
      current = mark;
      light(mark);
      tip.hidden = mark === null;
      tip.replaceChildren(...(mark === null ? [] : [sayMark(table, mark)]));
    }
    if (mark !== null) placeTip(tip, element, x, y);
  }

  function showAtMark(mark) {
    const box = boxes.get(mark);
    const drawn = canvas.firstElementChild.getBoundingClientRect();
    const scale = drawn.width / spec.width;
    show(mark, drawn.left + scale * (box.left + box.right) / 2, drawn.top + scale * box.bottom - 12);
  }

  function keep(mark) {
    kept = kept === mark ? null : mark;
    element.classList.toggle("is-kept", kept !== null);
  }

  function step(by) {
    const count = table.marks.length;
    showAtMark(current === null ? (by > 0 ? 0 : count - 1) : (current + by + count) % count);
  }

  function press(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key in STEPS) step(STEPS[event.key]);
    else if (event.key === "Home") showAtMark(0);
    else if (event.key === "End") showAtMark(table.marks.length - 1);
    else if ((event.key === "Enter" || event.key === " ") && current !== null) keep(current);
    else return;
    event.preventDefault();
  }

  const leave = () => kept === null && show(null);
  const markOf = (item) => item?.datum?.mark ?? null;
  view.addEventListener("pointermove", (event, item) => kept === null && show(markOf(item), event.clientX, event.clientY));
  view.addEventListener("click", (event, item) => {
    const mark = markOf(item);
    keep(mark === kept ? kept : mark);
    show(kept === null && event.pointerType === "touch" ? null : mark, event.clientX, event.clientY);
  });
  canvas.addEventListener("pointerleave", leave);
  element.addEventListener("blur", leave);
  element.addEventListener("keydown", press);

  still.after(element);
  const darkness = matchMedia("(prefers-color-scheme: dark)");
  const watcher = new MutationObserver(paint);
  function close() {
    watcher.disconnect();
    darkness.removeEventListener("change", paint);
    view.finalize();
    element.remove();
    figure.classList.remove("is-live");
  }
  try {
    view.initialize(canvas);
    await paint();
  } catch (error) {
    close();
    throw error;
  }
  canvas.removeAttribute("role"); // Vega names what is hidden from readers of the screen; the tips speak for it
  figure.classList.add("is-live");
  darkness.addEventListener("change", paint);
  watcher.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
  return { element, close };
}
