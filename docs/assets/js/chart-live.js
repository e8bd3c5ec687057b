// A chart's live view in place of its still picture. Loaded when first asked for, as Vega and the styles are.
import { openView } from "./chart-live-view.js";

const near = (path) => new URL(path, import.meta.url).href;
const shown = new Map(); // figure -> its live view
let runtime = null;

function loadStyles() {
  return new Promise((done, fail) => {
    const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: near("../css/chart-live.css") });
    link.addEventListener("load", done);
    link.addEventListener("error", () => (link.remove(), fail(new Error(link.href))));
    document.head.append(link);
  });
}

async function loadRuntime() {
  const [{ expressionInterpreter }] = await Promise.all([
    import("../vendor/vega/interpreter.js"),
    import("../vendor/vega/vega.min.js"), // sets the global `vega`
    loadStyles(),
  ]);
  return { vega: globalThis.vega, expr: expressionInterpreter };
}

async function loadSpec(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}

// Shows the live view of the button's chart, or brings the still picture back. Rejects where something did not load.
export async function toggle(button, takesFocus = true) {
  const figure = button.closest(".chart");
  if (shown.has(figure)) return close(figure);
  runtime ??= loadRuntime();
  runtime.catch(() => (runtime = null)); // the next press tries again
  const [ready, spec] = await Promise.all([runtime, loadSpec(button.dataset.spec)]);
  const view = await openView(figure, spec, ready);
  shown.set(figure, { view, button });
  button.setAttribute("aria-pressed", "true");
  if (takesFocus) view.element.focus({ preventScroll: true });
}

function close(figure) {
  const { view, button } = shown.get(figure);
  const hadFocus = view.element.contains(document.activeElement);
  shown.delete(figure);
  view.close();
  button.setAttribute("aria-pressed", "false");
  if (hadFocus) button.focus({ preventScroll: true });
}

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || document.querySelector(":popover-open, dialog[open]")) return; // that closes first
  const own = event.target.closest(".chart");
  for (const figure of shown.has(own) ? [own] : [...shown.keys()]) close(figure);
});
