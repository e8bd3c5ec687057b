// The columns of a Parquet file, each loaded once when it is first needed: the file is read in parts (HTTP ranges),
// text becomes codes into a list of its distinct values, so that a filter looks at numbers only.
import { decompress, parquetMetadata, parquetRead } from "../vendor/parquet/parquet.js";

const TAIL = 16384; // the end of the file holds its table of contents
const parsers = { stringFromBytes: textOf };
const compressors = { ZSTD: (bytes, length) => decompress(bytes, new Uint8Array(length)) };

// Returns {rows, load(names), column(name), first(names, count)} of the file at an address.
export async function openColumns(url) {
  const file = await openFile(url);
  const metadata = parquetMetadata(await file.slice(file.byteLength - contentsLength(file)));
  const kinds = new Map(metadata.schema.slice(1).map((field) => [field.name, field.type]));
  const rows = Number(metadata.num_rows);
  const columns = new Map();
  const loading = new Map();

  async function read(names) {
    const sinks = new Map(names.map((name) => [name, makeSink(kinds.get(name), rows)]));
    await parquetRead({
      file, metadata, compressors, parsers, columns: names,
      onChunk: ({ columnName, columnData, rowStart }) => sinks.get(columnName).take(columnData, rowStart),
    });
    for (const [name, sink] of sinks) columns.set(name, sink.column());
  }

  // Resolves when the columns are in memory; names the file lacks are an error.
  function load(names) {
    const missing = names.filter((name) => !loading.has(name));
    const reading = missing.length ? read(missing) : null;
    for (const name of missing) loading.set(name, reading);
    reading?.catch(() => missing.forEach((name) => loading.delete(name))); // the next question tries again
    return Promise.all(names.map((name) => loading.get(name)));
  }

  // The first rows as {name: [values]}, from the first part of the file alone.
  async function first(names, count) {
    const found = {};
    await parquetRead({
      file, metadata, compressors, parsers, columns: names, rowStart: 0, rowEnd: Math.min(count, rows),
      onChunk: ({ columnName, columnData, rowStart }) => {
        if (rowStart === 0) found[columnName] = Array.from(columnData).slice(0, count);
      },
    });
    return found;
  }

  return { rows, load, first, column: (name) => columns.get(name) };
}

// The last eight bytes say how long the table of contents before them is.
const contentsLength = ({ tail }) => new DataView(tail).getUint32(tail.byteLength - 8, true) + 8;

// The file as the reader of Parquet wants it: its length, and parts of it. A host without ranges sends it whole.
async function openFile(url) {
  const answer = await fetch(url, { headers: { Range: `bytes=-${TAIL}` } });
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  const tail = await answer.arrayBuffer();
  const byteLength = answer.status === 206 ? Number(answer.headers.get("Content-Range").split("/")[1]) : tail.byteLength;
  const start = byteLength - tail.byteLength;

  async function slice(from, to = byteLength) {
    if (from >= start) return tail.slice(from - start, to - start);
    const part = await fetch(url, { headers: { Range: `bytes=${from}-${to - 1}` } });
    if (part.status !== 206) throw new Error(`${url}: ${part.status}, a part was asked for`);
    return part.arrayBuffer();
  }

  return { byteLength, slice, tail };
}

function makeSink(kind, rows) {
  if (kind === "BYTE_ARRAY") return textSink(rows);
  return kind === "BOOLEAN" ? numberSink(new Uint8Array(rows), 0) : numberSink(new Float64Array(rows), NaN);
}

function numberSink(values, empty) {
  return {
    take(data, start) {
      for (let i = 0; i < data.length; i++) values[start + i] = data[i] ?? empty;
    },
    column: () => ({ values, at: (row) => (Number.isNaN(values[row]) ? null : values[row]) }),
  };
}

// Code 0 is the empty cell. A column with a value of its own in nearly every row, such as an id, stays a list.
function textSink(rows) {
  const codes = new Uint32Array(rows);
  const values = [null];
  const known = new Map();
  let list = null;
  let seen = 0;

  function take(data, start) {
    if (list) return data.forEach((text, i) => { list[start + i] = text; });
    let last = null, lastCode = 0; // neighbours are often alike
    for (let i = 0; i < data.length; i++) {
      const text = data[i];
      if (text === null || text === undefined) continue;
      if (text !== last) {
        last = text;
        lastCode = known.get(text);
        if (lastCode === undefined) {
          lastCode = values.push(text) - 1;
          known.set(text, lastCode);
        }
      }
      codes[start + i] = lastCode;
    }
    seen += data.length;
    if (seen > 50000 && values.length > seen * 0.9) list = Array.from(codes, (code) => values[code]);
    return undefined;
  }

  const coded = () => ({ codes, values, at: (row) => values[codes[row]], codeOf: (text) => known.get(text) });
  return { take, column: () => (list ? { list, at: (row) => list[row] } : coded()) };
}

// The text of a few bytes of UTF-8, some times faster than a TextDecoder, which is for long ones.
const decoder = new TextDecoder();
const units = [];
function textOf(bytes) {
  if (!bytes || bytes.length > 96) return bytes && decoder.decode(bytes);
  let length = 0;
  for (let at = 0; at < bytes.length;) {
    const byte = bytes[at++];
    if (byte < 0x80) units[length++] = byte;
    else if (byte < 0xe0) units[length++] = ((byte & 0x1f) << 6) | (bytes[at++] & 0x3f);
    else if (byte < 0xf0) units[length++] = ((byte & 0xf) << 12) | ((bytes[at++] & 0x3f) << 6) | (bytes[at++] & 0x3f);
    else return decoder.decode(bytes);
  }
  units.length = length;
  return String.fromCharCode.apply(null, units);
}
