// Long lists: one field hides the rows that do not hold its words; the words stand in the address.
{
  // Reads a text in one form: characters of the list in Simplified, lower case, without accents.
  function makeFold(list) {
    const pairs = [...(list.dataset.script ?? "")];
    const simplified = new Map(pairs.flatMap((old, i) => (i % 2 ? [] : [[old, pairs[i + 1]]])));
    return (text) => [...text.normalize("NFKC").toLowerCase()].map((c) => simplified.get(c) ?? c).join("")
      .normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  }

  const ROWS = "tbody tr, .columns > li, .answers > div:not(.above)";

  // Hides the rows without all the words, and tables, lists and headings that are left with none; a closed rest opens
  // while there are words. `texts`: row -> its words.
  function filterRows(list, texts, words) {
    for (const [row, text] of texts) row.hidden = !words.every((word) => text.includes(word));
    const has = (part) => [...part.querySelectorAll(ROWS)].some((row) => !row.hidden);
    for (const part of list.querySelectorAll(".table-wrap, .columns, .answers, details.rest")) part.hidden = !has(part);
    for (const rest of list.querySelectorAll("details.rest")) rest.open = words.length > 0;
    for (const heading of list.querySelectorAll("h2, h3")) {
      let part = heading.nextElementSibling;
      let isEmpty = true;
      for (; part && !part.matches("h2, h3"); part = part.nextElementSibling) isEmpty &&= part.hidden;
      heading.hidden = isEmpty;
    }
    const none = list.querySelector(".filter-none");
    if (none) none.hidden = [...texts.keys()].some((row) => !row.hidden);
  }

  function keepInAddress(text) {
    const address = new URL(location.href);
    if (text) address.searchParams.set("filter", text);
    else address.searchParams.delete("filter");
    history.replaceState(null, "", address);
  }

  function addFilter(list) {
    const fold = makeFold(list);
    const above = (row) => [...row.querySelectorAll('a[href^="#above-"]')].map((link) =>
      document.getElementById(link.hash.slice(1))?.textContent).join(" "); // what a row says by leading there
    const read = () => new Map([...list.querySelectorAll(ROWS)].map((row) =>
      [row, fold(`${row.textContent} ${row.dataset.words ?? ""} ${above(row)}`)]));
    let texts; // read when first asked for
    const label = document.createElement("label");
    const field = document.createElement("input");
    const filter = () => filterRows(list, texts ??= read(), fold(field.value).split(/\s+/).filter(Boolean));
    label.className = "filter";
    field.type = "search";
    label.append(list.dataset.filterLabel, field);
    list.prepend(label);
    field.value = new URL(location.href).searchParams.get("filter") || "";
    if (field.value) filter();
    field.addEventListener("input", () => {
      filter();
      keepInAddress(field.value);
    });
  }

  for (const list of document.querySelectorAll("[data-filter-label]")) addFilter(list);
}
