"""How many pairings begin in a year, and of how many of them the editors inferred it."""

from __future__ import annotations

import pandas as pd


def begun_in(year: str, pairings: pd.DataFrame) -> dict[str, int]:
    """Returns `begun`, the pairings whose first year it is, and those of them that were inferred, `judged`."""
    own = pairings[pairings["valid_from"].fillna("").str[:4] == year]
    judged = own["inferred"].fillna("").str.split().map(lambda columns: "valid_from" in columns)
    return {"begun": len(own), "judged": int(judged.sum())}
