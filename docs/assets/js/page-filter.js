// Long lists: one field hides the rows that do not hold its words; the words stand in the address.
{
  // Reads a text in one form: characters of the list in Simplified, lower case, without accents.
  function makeFold(list) {
    const pairs = [...(list.dataset.script ?? "")];
    const simplified = new Map(pairs.flatMap((old, i) => (i % 2 ? [] : [[old, pairs[i + 1]]])));
    return (text) => [...text.normalize("NFKC").toLowerCase()].map((c) => simplified.get(c) ?? c).join("")
      .normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  }

  // Hides the rows without all the words, and tables and headings that are left with none. `texts`: row -> its words.
  function filterRows(list, texts, words) {
    for (const table of list.querySelectorAll("table")) {
      const rows = [...table.tBodies].flatMap((body) => [...body.rows]);
      for (const row of rows) row.hidden = !words.every((word) => texts.get(row).includes(word));
      const wrap = table.closest(".table-wrap") || table;
      wrap.hidden = rows.every((row) => row.hidden);
      if (wrap.previousElementSibling?.matches("h2, h3")) wrap.previousElementSibling.hidden = wrap.hidden;
    }
    const none = list.querySelector(".filter-none");
    if (none) none.hidden = Boolean(list.querySelector("tbody tr:not([hidden])"));
  }

  function keepInAddress(text) {
    const address = new URL(location.href);
    if (text) address.searchParams.set("filter", text);
    else address.searchParams.delete("filter");
    history.replaceState(null, "", address);
  }

  function addFilter(list) {
    const fold = makeFold(list);
    const read = () => new Map([...list.querySelectorAll("tbody tr")].map((row) =>
      [row, fold(`${row.textContent} ${row.dataset.words ?? ""}`)]));
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
