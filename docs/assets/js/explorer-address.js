// The whole state of the explorer in the address, in codes that are the same in every language.

// Returns the state an address stands for; what it does not name is as at first.
export function stateOf(search, kinds) {
  const given = new URLSearchParams(search);
  const name = given.get("kind") in kinds ? given.get("kind") : Object.keys(kinds)[0];
  const kind = kinds[name];
  const list = (key) => (given.get(key) || "").split(",").filter(Boolean);
  const known = kind.columns.map((each) => each.name);
  const sort = (given.get("sort") || "").replace(/^-/, "");
  const columns = list("columns").filter((each) => known.includes(each));
  const number = (key) => (given.get(key) && Number.isFinite(Number(given.get(key))) ? given.get(key) : "");
  const facets = kind.facets.map((facet) => [facet.name, list(facet.name)]).filter(([, chosen]) => chosen.length);
  return {
    kind: name,
    q: given.get("q") || "",
    facets: Object.fromEntries(facets),
    min: number("min"),
    max: number("max"),
    sort: known.includes(sort) ? sort : "",
    descending: (given.get("sort") || "").startsWith("-"),
    columns: columns.length ? columns : [...kind.shown],
    page: Math.max(1, Math.trunc(Number(given.get("page"))) || 1),
    show: given.get("show") || "",
    by: kind.splits.some((each) => each.name === given.get("by")) ? given.get("by") : kind.splits[0].name,
  };
}

// Returns a state with rows of another kind: the words looked for and the facets that this kind has too stay chosen.
export function inKind(name, { q, facets }, kinds) {
  const kept = kinds[name].facets.map((facet) => [facet.name, facets[facet.name]]).filter(([, chosen]) => chosen);
  return { ...stateOf(`?kind=${name}`, kinds), q, facets: Object.fromEntries(kept) };
}

// Returns the address of a state: "" where everything is as at first, else "?…".
export function addressOf(state, kinds) {
  const kind = kinds[state.kind];
  const values = {
    kind: state.kind === Object.keys(kinds)[0] ? "" : state.kind,
    q: state.q,
    ...Object.fromEntries(Object.entries(state.facets).map(([name, chosen]) => [name, chosen.join(",")])),
    min: state.min,
    max: state.max,
    sort: state.sort && (state.descending ? "-" : "") + state.sort,
    columns: String(state.columns) === String(kind.shown) ? "" : state.columns.join(","),
    page: state.page > 1 ? String(state.page) : "",
    show: state.show,
    by: state.by === kind.splits[0].name ? "" : state.by,
  };
  const pairs = Object.entries(values).filter(([, value]) => value);
  const plain = ([name, value]) => `${name}=${encodeURIComponent(value).replaceAll("%2C", ",").replaceAll("%3A", ":")}`;
  return pairs.length ? `?${pairs.map(plain).join("&")}` : "";
}
