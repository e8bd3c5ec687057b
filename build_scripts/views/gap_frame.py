"""What is known of which year, as a tidy frame: a row a pairing or province and year."""

from __future__ import annotations

import pandas as pd

from build_scripts.views.model import Views


def gap_frame(views: Views, subjects: pd.DataFrame) -> pd.DataFrame:
    """Returns the frame with the columns of `columns.GAP_COLUMNS`: `state` is known, range or unknown (see gaps.py)."""
    years = {"pairing": views.gaps.pairing_years, "place": views.gaps.province_years}
    rows = [
        {"gap_id": f"{kind}:{key}:{year}", "subject_kind": kind, "subject_id": key, "year": year, "state": state}
        for kind, records in years.items() for key, states in records.items() for year, state in states.items()
    ]  # fmt: skip
    names = subjects[["subject_kind", "subject_id", "subject", "subject_en"]]
    return pd.DataFrame(rows, dtype=object).merge(names, on=["subject_kind", "subject_id"], how="left")
