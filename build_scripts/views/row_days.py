"""The days on which rows entered and last changed, as columns of a frame."""

from __future__ import annotations

import pandas as pd

from build_scripts.ledger.history import History

DAYS = ("first_seen", "last_changed")


def with_days(frame: pd.DataFrame, history: History, keys: list[str], table: str = "") -> pd.DataFrame:
    """Returns the frame with `first_seen` and `last_changed` (ISO days, None where they are not known).

    `keys` are the columns of the primary key; without `table` the column of that name says of which table a row is.
    """
    rows = frame[keys].astype(str).agg(" ".join, axis=1) if len(keys) > 1 else frame[keys[0]]
    pairs = list(zip(frame["table"] if not table else [table] * len(frame), rows, strict=True))
    days = {name: [getattr(history, name)(*pair) for pair in pairs] for name in DAYS}
    return frame.assign(**{name: pd.Series(found, index=frame.index, dtype=object) for name, found in days.items()})
