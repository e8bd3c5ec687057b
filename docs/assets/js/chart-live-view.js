// One live view: Vega draws the chart's own specification (build_scripts/charts/live.py), as wide as the picture that is
// shown; colours become the classes of their roles, so that it looks as the still picture does, light or dark. Pointer,
// touch and arrow keys go from mark to mark; a tip says what the specification's tooltip says.

const TARGET = 24; // least width and height of what answers to a finger (WCAG 2.2, 2.5.8)
const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

// ---- the look: classes in place of colours, and the hatching of the still picture ----
function dress(svg, roles, picture) {
  const pattern = picture.querySelector("pattern")?.cloneNode(true);
  if (pattern) {
    pattern.id += "-live";
    svg.prepend(pattern);
  }
  svg.classList.add(...picture.classList); // as wide as the still picture
  for (const mark of svg.querySelectorAll("[fill], [stroke]")) {
    for (const name of ["fill", "stroke"]) {
      const role = roles[mark.getAttribute(name)];
      if (!role) continue;
      mark.removeAttribute(name);
      if (role === "unknown" && name === "fill" && pattern) mark.setAttribute("fill", `url(#${pattern.id})`);
      else mark.classList.add(`${name}-${role}`);
    }
  }
}

// ---- what answers: marks that say the same are one ----
function answersOf(svg) {
  const found = new Map();
  for (const mark of svg.querySelectorAll("path, line, text")) {
    const said = mark.__data__?.tooltip;
    if (!said) continue;
    mark.classList.add("chart-answers");
    const name = JSON.stringify(said);
    if (!found.has(name)) found.set(name, { said, marks: [] });
    found.get(name).marks.push(mark);
  }
  return [...found.values()];
}

function near(box, x, y) {
  const across = Math.max(TARGET - box.width, 0) / 2;
  const along = Math.max(TARGET - box.height, 0) / 2;
  return x >= box.left - across && x <= box.right + across && y >= box.top - along && y <= box.bottom + along;
}

function answerAt(answers, target, x, y) {
  return (
    answers.find(({ marks }) => marks.includes(target)) ??
    answers.find(({ marks }) => marks.some((mark) => near(mark.getBoundingClientRect(), x, y))) ??
    null
  );
}

function sayAnswer({ said }) {
  const pairs = Object.entries(said).filter(([, text]) => !["", "null", "undefined"].includes(text));
  return make("dl", {}, ...pairs.flatMap(([name, text]) => [make("dt", {}, name), make("dd", {}, text)]));
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
export async function openView(figure, file, { vega, expr }) {
  const still = figure.querySelector(".chart-scroll");
  const picture = [...still.querySelectorAll("svg")].find((svg) => getComputedStyle(svg).display !== "none");
  const spec = picture.classList.contains("chart-svg--wide") ? file.wide : file.narrow;
  const hint = make("p", { class: "chart-note", id: `${figure.id}-hint` }, file.words.hint);
  const canvas = make("div", { "aria-hidden": "true" });
  const tip = make("div", { class: "chart-live-tip", role: "status", hidden: "" });
  const element = make(
    "div",
    { class: "chart-live-view", tabindex: "0", role: "application", "aria-label": still.getAttribute("aria-label"), "aria-describedby": hint.id },
    canvas, tip, hint,
  );
  element.style.maxWidth = getComputedStyle(picture).maxWidth;
  const view = new vega.View(vega.parse(spec, null, { ast: true }), { expr, renderer: "svg", container: null });
  let answers = [];
  let current = null; // the answer shown
  let kept = null; // the answer that was chosen and stays

  function show(answer, x, y) {
    if (answer !== current) {
      for (const mark of canvas.querySelectorAll(".is-own")) mark.classList.remove("is-own");
      for (const mark of answer?.marks ?? []) mark.classList.add("is-own");
      current = answer;
      element.classList.toggle("is-lit", answer !== null);
      tip.hidden = answer === null;
      tip.replaceChildren(...(answer === null ? [] : [sayAnswer(answer)]));
    }
    if (answer !== null) placeTip(tip, element, x, y);
  }

  function showAtMark(answer) {
    const box = answer.marks[0].getBoundingClientRect();
    show(answer, (box.left + box.right) / 2, box.bottom - 12);
  }

  function keep(answer) {
    kept = kept === answer ? null : answer;
    element.classList.toggle("is-kept", kept !== null);
  }

  function step(by) {
    const from = current === null ? (by > 0 ? -1 : 0) : answers.indexOf(current);
    showAtMark(answers[(from + by + answers.length) % answers.length]);
  }

  function press(event) {
    if (event.altKey || event.ctrlKey || event.metaKey || answers.length === 0) return;
    if (event.key in STEPS) step(STEPS[event.key]);
    else if (event.key === "Home") showAtMark(answers[0]);
    else if (event.key === "End") showAtMark(answers.at(-1));
    else if ((event.key === "Enter" || event.key === " ") && current !== null) keep(current);
    else return;
    event.preventDefault();
  }

  const leave = () => kept === null && show(null);
  const at = (event) => answerAt(answers, event.target, event.clientX, event.clientY);
  canvas.addEventListener("pointermove", (event) => kept === null && show(at(event), event.clientX, event.clientY));
  canvas.addEventListener("click", (event) => {
    const answer = at(event);
    keep(answer === kept ? kept : answer);
    show(kept === null && event.pointerType === "touch" ? null : answer, event.clientX, event.clientY);
  });
  canvas.addEventListener("pointerleave", leave);
  element.addEventListener("blur", leave);
  element.addEventListener("keydown", press);

  still.after(element);
  function close() {
    view.finalize();
    element.remove();
    figure.classList.remove("is-live");
  }
  try {
    await view.tooltip(() => {}).initialize(canvas).runAsync();
  } catch (error) {
    close();
    throw error;
  }
  const svg = canvas.querySelector("svg");
  answers = answersOf(svg);
  dress(svg, file.roles, picture);
  canvas.removeAttribute("role"); // Vega names what is hidden from readers of the screen; the tips speak for it
  figure.classList.add("is-live");
  return { element, close };
}
