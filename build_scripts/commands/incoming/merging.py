"""Drafts into the tables of the ledger: what is new, what stands already, what would change a row that stands."""

from __future__ import annotations

from dataclasses import dataclass

from build_scripts.commands.incoming.accepted import with_wholes
from build_scripts.commands.incoming.evidence import Text, evidence_cells, source_cells
from build_scripts.commands.incoming.ids import all_ids, new_id
from build_scripts.commands.incoming.remarks import Remark, asked, mended
from build_scripts.commands.incoming.rows import Draft, Tables, completed, missing, resolved
from build_scripts.ledger.package import Package

Row = dict[str, str]


@dataclass(frozen=True)
class Asked:
    """What the command line says: the text that was read, and whether rows that stand may be changed."""

    text: Text | None = None
    update: bool = False


def take(package: Package, table: str, drafts: list[Draft], tables: Tables, wish: Asked) -> tuple[Tables, list[Draft]]:
    """Returns the tables with what is clear of the drafts, and all drafts with their remarks."""
    key = package.schemas[table]["primaryKey"][0]
    units = units_of(package, tables)
    drafts = resolved(package, table, drafts, tables, own=False)
    rows = {row[key]: row for row in tables[table]}
    standing = [d for d in drafts if d.cells.get(key) in rows]
    fresh = [completed(package, table, d, units) for d in drafts if d.cells.get(key) not in rows]
    fresh = with_evidence(table, fresh, tables, wish.text)
    fresh = with_wholes(key, with_ids(table, key, fresh, tables), tables[table])
    both = {**tables, table: [*tables[table], *(d.cells for d in fresh if d.cells.get(key))]}
    fresh = resolved(package, table, fresh, both, own=True)
    fresh = [d.with_({}, missing(package, table, d)) for d in fresh]
    fresh = once_each(key, [twin(d, key, tables[table]) for d in fresh])
    standing = [changed(package, table, d, rows, units, wish) for d in resolved(package, table, standing, both, True)]
    new = [full_row(package, table, d.cells) for d in fresh if d.clear and not said(d, "twin")]
    updates = {d.cells[key]: d.cells for d in standing if d.clear and wish.update}
    kept = [full_row(package, table, updates.get(row[key], row)) for row in tables[table]]
    return {**tables, table: [*kept, *new]}, sorted([*standing, *fresh], key=lambda d: d.line)


def said(draft: Draft, key: str) -> bool:
    return any(remark.key == key for remark in draft.remarks)


def full_row(package: Package, table: str, cells: Row) -> Row:
    """Returns a row with every column in the order of the schema."""
    return {column: cells.get(column, "").replace("∅", "") for column in package.columns(table)}


def units_of(package: Package, tables: Tables) -> dict[str, tuple[str, str]]:
    """Returns measure id -> (code of its unit, Chinese word of it)."""
    words = package.codes("measures", "unit")
    return {r["measure_id"]: (r["unit"], words.get(r["unit"], {"zh": ""})["zh"]) for r in tables["measures"]}


def with_evidence(table: str, drafts: list[Draft], tables: Tables, text: Text | None) -> list[Draft]:
    """Returns the drafts with what the text fills: the checksum of the one new source, offsets of all other rows."""
    if text is None:
        return drafts
    if table == "sources":
        named = any(row.get("text_name") == text.name for row in tables["sources"])
        alone = len(drafts) == 1 and not named
        return [d.with_(source_cells(text, d.cells), [mended("text", d.line)]) if alone else d for d in drafts]
    return [d.with_(*evidence_cells(text, tables["sources"], d.cells, d.line)) for d in drafts]


def with_ids(table: str, key: str, drafts: list[Draft], tables: Tables) -> list[Draft]:
    """Returns the drafts with an id each, by the rule of ids.py; one whose parts are asked for waits for them."""
    taken = all_ids(tables, table, key, tables.get("retired", []))
    named = []
    for draft in drafts:
        if not draft.cells.get(key):
            found = new_id(table, draft.cells, key, tables, taken)
            waits = any(remark.asked and remark.column == "source_id" for remark in draft.remarks)
            if found and not waits:
                draft = draft.with_({key: found}, [mended("new_id", draft.line, key, now=found)])
        taken.add(draft.cells.get(key, ""))
        named.append(draft)
    return named


def twin(draft: Draft, key: str, rows: list[Row]) -> Draft:
    """Returns the draft marked where a row of the ledger already says all it says."""
    tells = {c: cell for c, cell in draft.cells.items() if cell and c != key}
    same = next((row for row in rows if all(row.get(c) == cell for c, cell in tells.items())), None)
    return draft.with_({}, [mended("twin", draft.line, key, id=same[key])]) if same and draft.clear else draft


def once_each(key: str, drafts: list[Draft]) -> list[Draft]:
    """Returns the drafts; a row that the file holds twice is taken once, an id that two rows bear is asked."""
    seen: dict[str, Draft] = {}
    told: dict[frozenset, Draft] = {}
    found = []
    for draft in drafts:
        cells = frozenset((c, cell) for c, cell in draft.cells.items() if cell and c != key)
        own = any(remark.key == "new_id" for remark in draft.remarks)
        if (first := told.get(cells)) and draft.clear:
            draft = draft.with_({}, [mended("twin", draft.line, key, id=first.cells.get(key, ""))])
        elif not own and (first := seen.get(draft.cells.get(key, ""))):
            draft = draft.with_({}, [asked("same_id", draft.line, key, id=draft.cells[key], first=str(first.line))])
        seen |= {draft.cells[key]: draft} if draft.cells.get(key) and draft.cells[key] not in seen else {}
        told.setdefault(cells, draft)
        found.append(draft)
    return found


def changed(package: Package, table: str, draft: Draft, rows: dict[str, Row], units: dict, wish: Asked) -> Draft:
    """Returns a draft of a row that stands, with the cells that would change; asks unless rows may be changed.

    An empty cell changes nothing; ∅ empties. A new print carries its value with it.
    """
    key = package.schemas[table]["primaryKey"][0]
    stands = rows[draft.cells[key]]
    sent = {c: cell.replace("∅", "") for c, cell in draft.cells.items() if cell}
    if sent.get("as_printed", stands.get("as_printed")) != stands.get("as_printed"):
        bare = {**stands, **sent} | {c: sent.get(c, "") for c in ("amount", "value", "qualifier") if c in stands}
        of_print = completed(package, table, Draft(draft.line, bare), units)
        sent |= {c: of_print.cells[c] for c in ("amount", "value", "qualifier") if of_print.cells.get(c)}
        draft = draft.with_({}, list(of_print.remarks))
    differs = {c: cell for c, cell in sent.items() if stands.get(c, "") != cell}
    remarks: list[Remark] = []
    if not differs:
        remarks.append(mended("unchanged", draft.line, key))
    elif not wish.update:
        cells = "; ".join(f"{c}: {stands.get(c) or '∅'} → {cell or '∅'}" for c, cell in differs.items())
        remarks.append(asked("stands", draft.line, key, id=stands[key], cells=cells))
    return Draft(draft.line, {**stands, **sent}, (*draft.remarks, *remarks))
