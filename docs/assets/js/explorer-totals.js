// What may be added up of any selection of rows. Which rows belong to no sum, and which must not be added together,
// was decided by build_scripts/views/adding.py and stands in the file; here it is only chosen among them, in the same
// order as there: first among the rows of one owner (a pairing with its projects, else the subject itself), then
// among what the owners have. tests/browser compares the results with the Python rules over every row.

// Returns [{key, rows, leftOut: [[row, reason], …]}], one for each thing that may be added up, most rows first.
// `facts` reads a row: key (null where it is never added), owner, id, value, partOf, alone (why it belongs to no sum,
// or null), excludes (a Map id -> reason), order, ofProject, width (how many wider records may hold it), label.
export function addUp(rows, facts) {
  const groups = new Map(); // key -> owner -> rows
  for (const row of rows) {
    const key = facts.key(row);
    if (key === null) continue;
    if (!groups.has(key)) groups.set(key, new Map());
    const owners = groups.get(key);
    const owner = facts.owner(row);
    if (owners.has(owner)) owners.get(owner).push(row);
    else owners.set(owner, [row]);
  }
  const totals = [...groups].filter(([key, owners]) => hasOneLabel(key, owners, facts)).map(([key, owners]) => totalOf(key, owners, facts));
  return totals.sort((a, b) => b.rows.length - a.rows.length || (a.key < b.key ? -1 : 1));
}

// Figures of a measure under several labels may count different people: no sum.
function hasOneLabel(key, owners, facts) {
  if (!key.includes(":measure:")) return true;
  const labels = [...owners.values()].flat().filter((row) => !facts.alone(row)).map(facts.label);
  return new Set(labels).size <= 1;
}

function totalOf(key, owners, facts) {
  const leftOut = [];
  const held = [...owners.values()].flatMap((rows) => choose(rows, facts, facts.ofProject, leftOut));
  return { key, rows: choose(held, facts, facts.width, leftOut), leftOut };
}

// The rows that add up, the widest and longest first; the others go to `leftOut` with the reason.
function choose(rows, facts, width, leftOut) {
  const ordered = rows.length < 2 ? rows : [...rows].sort((a, b) => width(a) - width(b) || facts.order(a) - facts.order(b));
  const addable = new Set(ordered.filter((row) => !facts.alone(row)).map(facts.id));
  const reasonOf = (row) => facts.alone(row) ?? (addable.has(facts.partOf(row)) ? "part" : null);
  const open = [];
  for (const row of ordered) {
    const reason = reasonOf(row);
    if (reason) leftOut.push([row, reason]);
    else open.push(row);
  }
  const chosen = settled(open, facts);
  const ids = new Set(chosen.map(facts.id));
  const first = (row) => chosen.find((other) => facts.excludes(row).has(facts.id(other)));
  for (const row of open) {
    if (!ids.has(facts.id(row))) leftOut.push([row, facts.excludes(row).get(facts.id(first(row)))]);
  }
  return chosen;
}

// Rows of which none excludes another: greedily in order, then whatever outweighs what it displaces.
function settled(rows, facts) {
  const entangled = rows.filter((row) => facts.excludes(row).size);
  if (!entangled.length) return rows;
  let chosen = united([], entangled, facts);
  for (let swap = outweighing(entangled, chosen, facts); swap; swap = outweighing(entangled, chosen, facts)) {
    const [gained, displaced] = swap;
    chosen = united([...chosen.filter((row) => !displaced.includes(row)), ...gained], entangled, facts);
  }
  const kept = new Set(chosen);
  return rows.filter((row) => kept.has(row) || !facts.excludes(row).size);
}

function united(chosen, rows, facts) {
  const ids = new Set(chosen.map(facts.id));
  const added = rows.filter((row) => {
    if (ids.has(facts.id(row)) || [...facts.excludes(row).keys()].some((id) => ids.has(id))) return false;
    ids.add(facts.id(row));
    return true;
  });
  return [...chosen, ...added];
}

// Returns [rows to take in, rows they displace] where the first say more than the second: one row against all that it
// displaces, or all that only one chosen row keeps out against that one; null where there is none.
function outweighing(rows, chosen, facts) {
  const byId = new Map(chosen.map((row) => [facts.id(row), row]));
  const keptOut = new Map(chosen.map((row) => [row, []]));
  const sum = (some) => some.reduce((all, row) => all + facts.value(row), 0);
  for (const row of rows) {
    if (byId.has(facts.id(row))) continue;
    const displaced = chosen.filter((other) => facts.excludes(row).has(facts.id(other)));
    if (facts.value(row) > sum(displaced)) return [[row], displaced];
    if (displaced.length === 1) keptOut.get(displaced[0]).push(row);
  }
  for (const row of chosen) {
    const gained = united([], keptOut.get(row), facts);
    if (sum(gained) > facts.value(row)) return [gained, [row]];
  }
  return null;
}

// Returns the years a period touches; [] where none is stated.
export function yearsOf(period) {
  if (!period) return [];
  const [first, last = first] = period.split("/").map((date) => Number(date.slice(0, 4)));
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}
