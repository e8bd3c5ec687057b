// What may be added up: the rules of build_scripts/views/totals.py and ledger_totals.py over any selection of rows.
// A total holds one class of money and one stage, or one measure that may be added, of one programme (the two rounds
// of East-West collaboration are one). It never holds a whole and its part, a row outside totals, an expected figure,
// a second statement of one thing, the same money over periods that meet, or what a wider pairing or place already
// holds; what names no pairing is added by itself. tests/browser compares the results with the Python rules.

// Returns [{key, rows, leftOut: [[row, reason], …]}], one for each thing that may be added up, most rows first.
// `facts` reads a row: key (null where it may not be added), owner, ofPairing, subject, what, value, inTotals,
// expected, whole (the row it is a part of, or -1), shown, label, source, mixed, period, id, within (owners).
export function addUp(rows, facts) {
  const groups = new Map(); // key -> owner -> rows
  const keyOf = new Map(); // row -> key, to see whether a whole is in the same sum
  for (const row of rows) {
    const key = facts.key(row);
    if (key === null) continue;
    keyOf.set(row, key);
    let owners = groups.get(key);
    if (!owners) groups.set(key, owners = new Map());
    const owned = owners.get(facts.owner(row));
    if (owned) owned.push(row);
    else owners.set(facts.owner(row), [row]);
  }
  const totals = [...groups].map(([key, owners]) => totalOf(key, owners, keyOf, facts));
  return totals.sort((a, b) => b.rows.length - a.rows.length || (a.key < b.key ? -1 : 1));
}

function totalOf(key, owners, keyOf, facts) {
  const leftOut = [];
  const held = new Map();
  for (const [owner, rows] of owners) held.set(owner, choose(key, rows, keyOf, facts, leftOut));
  return { key, rows: acrossOwners(held, facts, leftOut), leftOut };
}

// The rows of one owner that add up, the longest period first; the others go to `leftOut` with the reason.
function choose(key, rows, keyOf, facts, leftOut) {
  const ordered = rows.length < 2 ? rows : [...rows].sort((a, b) =>
    lengthInDays(facts.period(b)) - lengthInDays(facts.period(a)) || (facts.id(a) < facts.id(b) ? -1 : 1));
  const included = [];
  for (const row of ordered) {
    const reason = reasonToLeaveOut(row, key, keyOf, facts, included);
    if (reason) leftOut.push([row, reason]);
    else included.push(row);
  }
  return included;
}

// A part stays out only for a whole that may itself be added: where that stands outside totals, its parts count.
function reasonToLeaveOut(row, key, keyOf, facts, included) {
  const whole = facts.whole(row);
  const isPart = keyOf.get(whole) === key && !reasonByItself(whole, facts);
  const reason = reasonByItself(row, facts);
  if (isPart && (!reason || reason === "other_claim")) return "part";
  return reason ?? (included.some((other) => sameMoney(row, other, facts)) ? "overlap" : null);
}

function reasonByItself(row, facts) {
  if (Number.isNaN(facts.value(row))) return "no_digits";
  if (!facts.inTotals(row)) return "not_in_totals";
  if (facts.expected(row)) return "expected";
  return facts.shown(row) ? null : "other_claim";
}

// Two rows that may count the same thing twice: inside one document only under the same label.
function sameMoney(a, b, facts) {
  if (facts.subject(a) !== facts.subject(b) || !meet(facts.period(a), facts.period(b))) return false;
  const alike = facts.what(a) === facts.what(b);
  if (facts.source(a) === facts.source(b)) return alike && facts.label(a) === facts.label(b);
  return alike || facts.mixed(a) || facts.mixed(b);
}

// Takes out what a wider pairing or place may hold already.
function acrossOwners(held, facts, leftOut) {
  const reason = (row) => (facts.ofPairing(row) ? "wider_pairing" : "wider_place");
  return [...held.values()].flat().filter((row) => {
    const wider = facts.within(row).flatMap((owner) => held.get(owner) ?? []);
    const isHeld = wider.some((other) => meet(facts.period(row), facts.period(other)));
    if (isHeld) leftOut.push([row, reason(row)]);
    return !isHeld;
  });
}

// ---- periods: partial ISO dates and intervals as [first, last], days counted in months of 31 ----

const days = (year, month, day) => year * 372 + (month - 1) * 31 + day;
const lastDay = (year, month) => new Date(Date.UTC(year, month, 0)).getUTCDate();
const spans = new Map();

// Returns [first day, last day] of a period; null where none is stated.
export function spanOf(period) {
  if (!period) return null;
  let span = spans.get(period);
  if (!span) {
    const [first, last = first] = period.split("/").map((date) => date.split("-").map(Number));
    const [year, month = 12, day = lastDay(year, month)] = last;
    span = [days(first[0], first[1] ?? 1, first[2] ?? 1), days(year, month, day)];
    spans.set(period, span);
  }
  return span;
}

// A period that is not stated may be any, so it meets every other.
function meet(a, b) {
  const [x, y] = [spanOf(a), spanOf(b)];
  return !x || !y || (x[0] <= y[1] && y[0] <= x[1]);
}

function lengthInDays(period) {
  const span = spanOf(period);
  return span ? span[1] - span[0] + 1 : 0;
}

// Returns the years a period touches; [] where none is stated.
export function yearsOf(period) {
  if (!period) return [];
  const [first, last = first] = period.split("/").map((date) => Number(date.slice(0, 4)));
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}
