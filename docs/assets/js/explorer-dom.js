// Elements by their name, attributes and children; text is always text.
export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (value === true) element.setAttribute(key, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(key, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

export const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
export const count = (n) => make("data", { class: "count", value: n }, n.toLocaleString("en"));

// A sentence with elements in its places: "{n} rows" -> "12", " rows".
export function phrase(text, values) {
  return text.split(/(\{\w+\})/).filter(Boolean).map((part) => (part[0] === "{" ? values[part.slice(1, -1)] : part));
}
