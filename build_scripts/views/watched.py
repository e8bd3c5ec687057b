"""What the watch last saw of the address of a source, where that must be said beside its figures."""

from __future__ import annotations

import pandas as pd

TOLD = ("gone", "changed")  # an address that answers, or leads to another that does, needs no word


def derive_watched(tables: dict[str, pd.DataFrame]) -> dict[str, dict[str, object]]:
    """Returns source id -> its row of `source_watch`, of sources whose address did not answer or has changed.

    What was seen of an address that the source no longer has is left out.
    """
    seen = tables.get("source_watch")
    if seen is None or seen.empty:
        return {}
    now = tables["sources"][["source_id", "url"]]
    told = seen.merge(now, on=["source_id", "url"]).query("outcome in @TOLD")
    return {row["source_id"]: row for row in told.to_dict("records")}
