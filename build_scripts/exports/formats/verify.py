"""`data/verify/<source>.json`: every row of a source that has a position, for whoever holds its text to prove himself.

The page `verify` reads it: {sha256, from, to, rows: [[table, id, print, start, further places …]]}. Positions are code
points of the text from 0; `from` and `to` are the range that is the source's own, `to` null where it is the whole rest.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator

from build_scripts.checks.rules.offsets import further_offsets
from build_scripts.exports.encode import JSON
from build_scripts.exports.model import Download, Edition
from build_scripts.ledger.proofs import evidence_rows


def downloads(edition: Edition) -> Iterator[Download]:
    """Yields one file for each source whose text is named by its SHA-256."""
    views, rows = edition.views, defaultdict(list)
    for (table, key), _, row in evidence_rows(views.tables):
        places = [row["start"], *further_offsets(row.get("also_at"))]
        rows[row["source_id"]].append([table, key, row["as_printed"], *places])
    for source, sha256 in views.texts.items():
        own = views.index.rows["sources"][source]
        held = sorted(rows[source], key=lambda each: (each[3], each[:2]))
        content = {"sha256": sha256, "from": own["text_start"] or 0, "to": own["text_end"], "rows": held}
        yield Download(
            f"data/verify/{source}.json",
            json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode(),
            JSON,
        )
