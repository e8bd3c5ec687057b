// The selection as a file: CSV, JSON, XLSX. Text stays text: nothing in it can be run by a spreadsheet.

const FORMULA = /^[=+\-@\t\r]/; // a cell that begins so would be run
const XML_BAD = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g; // eslint-disable-line no-control-regex
const encoder = new TextEncoder();
export const MOST_XLSX_ROWS = 1048575; // beside the head

// Each writer takes {names, header, rows, about}: rows is an iterable of arrays of string, number, boolean or null.
export const writers = {
  csv: ({ header, rows }) => new Blob(["\ufeff", ...csvParts(header, rows)], { type: "text/csv;charset=utf-8" }),
  json: ({ names, rows, about }) => new Blob(jsonParts(names, rows, about), { type: "application/json" }),
  xlsx: writeXlsx,
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

// ---- XLSX (ECMA-376): two sheets of inline text and numbers in a ZIP ----

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const escape = (text) => text.replace(XML_BAD, "").replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

function* sheet(rows, frozen) {
  const pane = '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';
  yield `${HEAD}<worksheet xmlns="${MAIN}">${frozen ? pane : ""}<sheetData>`;
  yield* chunks(rows, (cells) => `<row>${cells.map(xlsxCell).join("")}</row>`);
  yield "</sheetData></worksheet>";
}

export function xlsxCell(cell) {
  if (cell === null || cell === undefined) return "<c/>";
  if (typeof cell === "number") return `<c><v>${cell}</v></c>`;
  if (typeof cell === "boolean") return `<c t="b"><v>${Number(cell)}</v></c>`;
  return `<c t="inlineStr"><is><t xml:space="preserve">${escape(cell.slice(0, 32767))}</t></is></c>`;
}

function* withHead(header, rows) {
  yield header;
  yield* rows;
}

async function writeXlsx({ header, rows, about, sheetNames }) {
  const relation = (kind, target, id) => `<Relationship Id="rId${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`;
  const relations = (links) => `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links}</Relationships>`;
  const sheets = sheetNames.map((name, i) => `<sheet name="${escape(name).slice(0, 31)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`);
  const part = (path, kind) => `<Override PartName="/xl/${path}.xml" ContentType="${TYPE}.${kind}+xml"/>`;
  return zip([
    ["[Content_Types].xml", [`${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${part("workbook", "sheet.main")}${part("worksheets/sheet1", "worksheet")}${part("worksheets/sheet2", "worksheet")}</Types>`]],
    ["_rels/.rels", [relations(relation("officeDocument", "xl/workbook.xml", 1))]],
    ["xl/workbook.xml", [`${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.join("")}</sheets></workbook>`]],
    ["xl/_rels/workbook.xml.rels", [relations(relation("worksheet", "worksheets/sheet1.xml", 1) + relation("worksheet", "worksheets/sheet2.xml", 2))]],
    ["xl/worksheets/sheet1.xml", sheet(withHead(header, rows), true)],
    ["xl/worksheets/sheet2.xml", sheet(Object.entries(about), false)],
  ]);
}

// ---- ZIP: each entry deflated, dates at the format's beginning ----

const CRC = Uint32Array.from({ length: 256 }, (_, n) => {
  for (let bit = 0; bit < 8; bit++) n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1;
  return n >>> 0;
});

async function packed(parts) {
  const stream = new CompressionStream("deflate-raw");
  const result = new Response(stream.readable).arrayBuffer();
  const writer = stream.writable.getWriter();
  let crc = 0xffffffff;
  let size = 0;
  for (const part of parts) {
    const bytes = encoder.encode(part);
    for (const byte of bytes) crc = CRC[(crc ^ byte) & 0xff] ^ (crc >>> 8);
    size += bytes.length;
    await writer.write(bytes);
  }
  await writer.close();
  return { bytes: await result, crc: (crc ^ 0xffffffff) >>> 0, size };
}

const numbers = (fields) => { // [bytes, value] pairs, little-endian
  const view = new DataView(new ArrayBuffer(fields.reduce((sum, [bytes]) => sum + bytes, 0)));
  let at = 0;
  for (const [bytes, value] of fields) {
    if (bytes === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += bytes;
  }
  return view.buffer;
};

async function zip(entries) {
  const [body, listing] = [[], []];
  let offset = 0;
  for (const [path, parts] of entries) {
    const { bytes, crc, size } = await packed(parts);
    const name = encoder.encode(path);
    const shared = [[2, 20], [2, 0x800], [2, 8], [2, 0], [2, 0x21], [4, crc], [4, bytes.byteLength], [4, size], [2, name.length], [2, 0]];
    body.push(numbers([[4, 0x04034b50], ...shared]), name, bytes);
    listing.push(numbers([[4, 0x02014b50], [2, 20], ...shared, [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]]), name);
    offset += 30 + name.length + bytes.byteLength;
  }
  const length = listing.reduce((sum, part) => sum + part.byteLength, 0);
  const end = numbers([[4, 0x06054b50], [2, 0], [2, 0], [2, entries.length], [2, entries.length], [4, length], [4, offset], [2, 0]]);
  return new Blob([...body, ...listing, end], { type: `${TYPE}.sheet` });
}
