"""What a row of `proofs` holds: the text a row was held against, and the cells it speaks of, each as a SHA-256.

A proof says that the figure or name stands at the offsets given, in a text with this checksum, and that the value is
that figure. It speaks of the cells in SPOKEN_OF and of no others: period, subject and stage are read by people.
Whether the text is the document, a checksum cannot say; whoever has the document can hold it against it himself.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from typing import TYPE_CHECKING

from build_scripts.ledger.tables import Tables

if TYPE_CHECKING:
    import pandas as pd

Key = tuple[str, str]  # (table, id of the row)

# In this order, as far as the table has them.
SPOKEN_OF = ("source_id", "start", "also_at", "as_printed", "amount", "value", "qualifier", "measure_id")


def row_sha256(key: str, row: dict[str, object]) -> str:
    """Returns the checksum of the cells that a proof speaks of.

    It is taken over UTF-8 lines, each ended by LF: the row's id, then `column=cell` in the order of SPOKEN_OF, cells
    as they stand in the CSV file, an empty one as nothing.
    """
    cells = [f"{name}={cell_text(row[name])}" for name in SPOKEN_OF if name in row]
    return sha256("".join(f"{line}\n" for line in (key, *cells)).encode()).hexdigest()


def cell_text(cell: object) -> str:
    return "" if cell is None else str(cell)


def text_sha256s(sources: pd.DataFrame) -> dict[str, str]:
    """Returns source id -> checksum of its text, its own or that of the compendium it stands in; full texts only."""
    own = dict(zip(sources["source_id"], sources["text_sha256"], strict=True))
    full = sources[sources["coverage"] == "full_text"]
    pairs = zip(full["source_id"], full["parent_source_id"], strict=True)
    found = {key: own[key] or own.get(parent) for key, parent in pairs}
    return {key: checksum for key, checksum in found.items() if checksum}


def evidence_rows(tables: Tables) -> Iterator[tuple[Key, int, dict[str, object]]]:
    """Yields (table, id), line and cells of every row that has an offset; the id is the table's first column."""
    for table, frame in tables.items():
        if "start" in frame and "as_printed" in frame:
            key = frame.columns[0]
            placed = frame[frame["start"].notna() & frame[key].notna()]
            for line, row in zip(placed.index, placed.to_dict("records"), strict=True):
                yield (table, row[key]), line, row


def valid_proofs(tables: Tables) -> frozenset[Key]:
    """Returns the rows whose proof is of the cells as they stand, against the text that their source names."""
    proofs = tables.get("proofs")
    if proofs is None or proofs.empty:
        return frozenset()
    texts = text_sha256s(tables["sources"])
    given = {(p.table, p.row_id): (p.text_sha256, p.row_sha256) for p in proofs.itertuples()}
    return frozenset(
        key
        for key, _, row in evidence_rows(tables)
        if key in given and given[key] == (texts.get(row["source_id"]), row_sha256(key[1], row))
    )


def proof_of(key: Key, start: object, proved: frozenset[Key]) -> str:
    """Returns the state of a row: proved, position (an offset that nobody has proved), excerpt (no offset)."""
    is_missing = start is None or start != start  # NaN is what alone is not itself
    return "proved" if key in proved else "excerpt" if is_missing else "position"


def with_proof(frame: pd.DataFrame, table: str, proved: frozenset[Key]) -> pd.DataFrame:
    """Returns the frame of a table with offsets with its column `proof`."""
    pairs = zip(frame[frame.columns[0]], frame["start"], strict=True)
    return frame.assign(proof=[proof_of((table, key), start, proved) for key, start in pairs])
