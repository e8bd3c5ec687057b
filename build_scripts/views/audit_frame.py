"""Every sum that a document implies, done again, as a tidy frame: a row a sum."""

from __future__ import annotations

import pandas as pd

from build_scripts.views.columns import AUDIT_COLUMNS
from build_scripts.views.model import Views

OPERATORS = {"=": "equals", "≤": "at_most", "≥": "at_least"}  # in words: a cell that begins with = is a formula


def audit_frame(views: Views, address: str) -> pd.DataFrame:
    """Returns the frame with the columns of `columns.AUDIT_COLUMNS`, in the order of the audits.

    `left` and `right` are the two sides of `statement`, in which claims stand by their ids; they are empty where a
    term has lost its digits. `verdict` is one of views/verdicts.py, `tolerance` what the print allows. `address` is
    the site's.
    """
    rows = [
        {
            "audit_id": audit.audit_id, "kind": audit.kind, "statement": audit.statement,
            "claim_ids": " ".join(audit.claims) or None, "left": audit.left, "operator": OPERATORS[audit.operator],
            "right": audit.right, "difference": audit.difference, "tolerance": audit.tolerance,
            "verdict": audit.verdict.value, "note": audit.note_zh, "note_en": audit.note_en,
            "source_id": audit.source_id,
        }
        for audit in views.audits
    ]  # fmt: skip
    sources = views.tables["sources"].set_index("source_id")
    return pd.DataFrame(rows, columns=[column.name for column in AUDIT_COLUMNS], dtype=object).assign(
        source=lambda f: f["source_id"].map(sources["title"]),
        source_en=lambda f: f["source_id"].map(sources["title_en"]),
        url=lambda f: f["source_id"].map(sources["url"]),
        record_url=lambda f: f"{address}sources/" + f["source_id"] + ".html",
    )
