"""A proof is of a row as it stands and of the text its source names; one that is not proves nothing any more.

That is no error: whoever mends a row need not hold the document. The row is shown as `position given` until somebody
who does proves it anew.
"""

from __future__ import annotations

from build_scripts.ledger.package import Package
from build_scripts.ledger.problem import Problem, finding
from build_scripts.ledger.proofs import evidence_rows, text_sha256s, valid_proofs
from build_scripts.ledger.tables import Tables, rows_of


def problems(package: Package, tables: Tables) -> list[Problem]:
    """Rows of `proofs` whose row is not there, has changed, or whose source names another text."""
    if "proofs" not in tables:
        return []
    valid, texts = valid_proofs(tables), text_sha256s(tables["sources"])
    sources = {key: row["source_id"] for key, _, row in evidence_rows(tables)}
    stale = [p for p in rows_of(tables["proofs"]) if (p.table, p.row_id) not in valid]
    return [
        finding("proofs", p.Index, column, code, level="warning", named=p.table, key=p.row_id)
        for p in stale
        for column, code in [fault_of((p.table, p.row_id), p.text_sha256, sources, texts)]
    ]


def fault_of(key: tuple, text: str, sources: dict[tuple, str], texts: dict[str, str]) -> tuple[str, str]:
    """Returns the column and code of what makes a proof void."""
    if key not in sources:
        return "row_id", "no_row"
    return ("text_sha256", "other_text") if texts.get(sources[key]) != text else ("row_sha256", "changed")
