// Long lists: one field hides the rows that do not hold its words; the words stand in the address.
{
  const plain = (text) => text.normalize("NFKC").toLowerCase();

  const wordsOf = (row) => plain(`${row.textContent} ${row.dataset.words ?? ""}`);

  function filterRows(list, text) {
    const words = plain(text).split(/\s+/).filter(Boolean);
    for (const table of list.querySelectorAll("table")) {
      const rows = [...table.tBodies].flatMap((body) => [...body.rows]);
      for (const row of rows) row.hidden = !words.every((word) => wordsOf(row).includes(word));
      const wrap = table.closest(".table-wrap") || table;
      wrap.hidden = rows.every((row) => row.hidden);
      if (wrap.previousElementSibling?.matches("h2, h3")) wrap.previousElementSibling.hidden = wrap.hidden;
    }
    const none = list.querySelector(".filter-none");
    if (none) none.hidden = Boolean(list.querySelector("tbody tr:not([hidden])"));
    const address = new URL(location.href);
    if (text) address.searchParams.set("filter", text);
    else address.searchParams.delete("filter");
    history.replaceState(null, "", address);
  }

  for (const list of document.querySelectorAll("[data-filter-label]")) {
    const label = document.createElement("label");
    const field = document.createElement("input");
    label.className = "filter";
    field.type = "search";
    label.append(list.dataset.filterLabel, field);
    list.prepend(label);
    field.value = new URL(location.href).searchParams.get("filter") || "";
    if (field.value) filterRows(list, field.value);
    field.addEventListener("input", () => filterRows(list, field.value));
  }
}
