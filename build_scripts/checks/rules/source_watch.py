"""What the watch saw is of the address that the source has, and says with it what was seen.

Another address is no error: whoever mends the address of a source need not ask it. Nothing is said of it until the
watch has.
"""

from __future__ import annotations

from build_scripts.ledger.package import Package
from build_scripts.ledger.problem import Problem, finding
from build_scripts.ledger.tables import Tables

NEEDED = {"moved": "moved_to_url", "changed": "missing_prints"}  # outcome -> the column that goes with it


def problems(package: Package, tables: Tables) -> list[Problem]:
    """Rows of `source_watch` of an address that the source no longer has, or that lack what goes with their outcome."""
    if "source_watch" not in tables:
        return []
    urls = tables["sources"].set_index("source_id")["url"].to_dict()
    rows = [(row["source_id"], row) for row in tables["source_watch"].reset_index(names="line").to_dict("records")]
    return [
        finding("source_watch", row["line"], "url", "other_address", level="warning", key=key, cell=row["url"])
        for key, row in rows
        if key in urls and urls[key] != row["url"]
    ] + [
        finding("source_watch", row["line"], column, "lacks", outcome=row["outcome"], named=column)
        for _, row in rows
        if (column := NEEDED.get(row["outcome"])) and row[column] is None
    ]
