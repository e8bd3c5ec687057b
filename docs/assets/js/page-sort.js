// Tables: a press on a column's head sorts by it; cells that say nothing come last.
{
  // Numbers, sums and dates say what they are worth; how they are printed is never read back.
  function sortValue(cell) {
    const figure = cell.querySelector("data[value], .fig");
    const given = cell.dataset.value ?? figure?.dataset.value ?? figure?.value ?? "";
    if (cell.matches(".num")) return given === "" ? null : Number(given);
    const time = cell.querySelector("time");
    const text = cell.textContent.trim();
    return (time && text.startsWith(time.textContent.trim()) ? time.dateTime : text) || null;
  }

  function compare(a, b, sign) {
    if (a === null || b === null) return (a === null) - (b === null);
    return sign * (typeof a === "string" || typeof b === "string" ? String(a).localeCompare(String(b), document.documentElement.lang) : a - b);
  }

  // The rest of a long table joins its first rows: what is sorted is the whole.
  function joinRest(table) {
    const rest = table.closest(".table-wrap")?.nextElementSibling;
    if (!rest?.matches("details.rest")) return;
    table.tBodies[0].append(...rest.querySelector("tbody").rows);
    rest.remove();
  }

  function sortBy(head, column) {
    joinRest(head.closest("table"));
    const sign = head.getAttribute("aria-sort") === "ascending" ? -1 : 1;
    for (const other of head.parentElement.cells) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", sign === 1 ? "ascending" : "descending");
    const body = head.closest("table").tBodies[0];
    const rows = [...body.rows].map((row) => [sortValue(row.cells[column]), row]);
    body.append(...rows.sort((a, b) => compare(a[0], b[0], sign)).map(([, row]) => row));
  }

  function isSortable(table) {
    const whole = table.tHead?.rows.length === 1 && table.tBodies.length === 1 && table.tBodies[0].rows.length > 5;
    return whole && !table.matches(".matrix") && !table.closest("details.rest") && !table.querySelector("[colspan], [rowspan], tr.part, .sort");
  }

  for (const table of document.querySelectorAll("table.ledger")) {
    if (!isSortable(table)) continue;
    [...table.tHead.rows[0].cells].forEach((head, column) => {
      if (!head.textContent.trim() || head.querySelector("a, button, .sr")) return;
      const button = document.createElement("button");
      button.type = "button";
      button.className = "sort";
      button.append(...head.childNodes);
      button.addEventListener("click", () => sortBy(head, column));
      head.append(button);
    });
  }
}
