// Prove it yourself: a text that the reader chooses is hashed here, and every row of its source held against it. The
// text never leaves the machine; all that is fetched are the rows, from this site.
{
  const form = document.querySelector("form.verify");
  const [file, chosen, output] = [form.elements.text, form.elements.source, form.querySelector("output")];
  const words = form.dataset;

  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
  const element = (name, text, className = "") => Object.assign(document.createElement(name), { textContent: text, className });
  const hex = (bytes) => [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");

  // Positions are code points, a string counts UTF-16 units.
  function stands(points, printed, start, { from, to }) {
    const wanted = [...printed];
    const end = start + wanted.length;
    return start >= from && end <= (to ?? points.length) && wanted.every((point, i) => points[start + i] === point);
  }

  function verdict(points, own, row, range) {
    const [, , printed, ...places] = row;
    if (places.every((place) => stands(points, printed, place, range))) return "right";
    return own.includes(printed) ? "elsewhere" : "missing";
  }

  function held(text, range) {
    const points = [...text];
    const own = points.slice(range.from, range.to ?? points.length).join("");
    return range.rows.map((row) => ({ row, verdict: verdict(points, own, row, range) }));
  }

  function report(title, same, results) {
    const count = (name) => results.filter((each) => each.verdict === name).length;
    const counts = { n: results.length, right: count("right"), elsewhere: count("elsewhere"), missing: count("missing") };
    const list = document.createElement("ul");
    for (const { row: [table, id, printed, ...places], verdict: found } of results) {
      const item = element("li", "", `verify--${found}`);
      item.append(element("b", words[found]), " ", element("q", printed), ` · ${places.join(", ")} · `, element("code", `${table} ${id}`));
      list.append(item);
    }
    return [element("h2", title), element("p", same ? words.same : words.other), element("p", fill(words.counts, counts)), list];
  }

  async function prove() {
    const [text] = file.files;
    if (!text) return;
    const bytes = await text.arrayBuffer();
    const sha256 = hex(await crypto.subtle.digest("SHA-256", bytes));
    const options = [...chosen.options].filter(({ value, dataset }) => value && (chosen.value ? value === chosen.value : dataset.sha256 === sha256));
    if (!options.length) return output.replaceChildren(element("p", fill(words.choose, { sha256 })));
    const content = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
    try {
      const parts = await Promise.all(options.map(async ({ value, text: title, dataset }) => {
        const range = await (await fetch(`${words.rows}${value}.json`)).json();
        return report(title, dataset.sha256 === sha256, held(content, range));
      }));
      output.replaceChildren(...parts.flat());
    } catch {
      output.replaceChildren(element("p", words.unread));
    }
  }

  const asked = new URLSearchParams(location.search).get("source");
  if (asked && [...chosen.options].some(({ value }) => value === asked)) chosen.value = asked;
  file.addEventListener("change", prove);
  chosen.addEventListener("change", prove);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("dragover", (event) => event.preventDefault());
  form.addEventListener("drop", (event) => {
    event.preventDefault();
    file.files = event.dataTransfer.files;
    prove();
  });
}
