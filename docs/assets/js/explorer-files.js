// The selection as a file: CSV or JSON. Text stays text: nothing in it can be run by a spreadsheet.

const FORMULA = /^[=+\-@\t\r＝＋＠]/; // a cell that begins so would be run

// Each writer takes {names, header, rows, about}: rows is an iterable of arrays of string, number, boolean or null.
export const writers = {
  csv: ({ header, rows }) => new Blob(["\ufeff", ...csvParts(header, rows)], { type: "text/csv;charset=utf-8" }),
  json: ({ names, rows, about }) => new Blob(jsonParts(names, rows, about), { type: "application/json" }),
};

// Text in chunks of some thousand rows: one string of a million rows would be too long.
function* chunks(rows, line) {
  let lines = [];
  for (const row of rows) {
    lines.push(line(row));
    if (lines.length === 5000) {
      yield lines.join("");
      lines = [];
    }
  }
  yield lines.join("");
}

function* csvParts(header, rows) {
  const line = (cells) => `${cells.map(csvCell).join(",")}\n`;
  yield line(header);
  yield* chunks(rows, line);
}

export function csvCell(cell) {
  if (cell === null || cell === undefined) return "";
  if (typeof cell !== "string") return String(cell);
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function* jsonParts(names, rows, about) {
  yield `{"about":${JSON.stringify(about)},\n"rows":[`;
  let first = true;
  yield* chunks(rows, (cells) => {
    const stated = names.map((name, i) => [name, cells[i]]).filter(([, cell]) => cell !== null);
    const joint = first ? "\n" : ",\n";
    first = false;
    return joint + JSON.stringify(Object.fromEntries(stated));
  });
  yield "\n]}\n";
}
