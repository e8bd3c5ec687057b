"""Where sources print different beginnings of one pairing, and where a recipient changed its provider."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import pandas as pd

from build_scripts.views.model import Conflict
from build_scripts.views.periods import span_of

PRINTED = ("printed", "from_printed")


def date_conflicts(tables: dict[str, pd.DataFrame]) -> Iterable[Conflict]:
    """Yields a Conflict for each pairing whose witnesses print starts that exclude each other.

    A start supplied from the round is no witness. `2017` and `2017-05` do not exclude each other. The pairing's own
    row stands first: it is the one shown.
    """
    witnesses = defaultdict(list)
    for row in tables["pairings"].to_dict("records"):
        witnesses[row["pairing_id"]].append((row["pairing_id"], row))
    for row in tables["pairing_claims"].to_dict("records"):
        witnesses[row["pairing_id"]].append((row["claim_id"], row))
    for pairing, rows in witnesses.items():
        dated = [(key, row["valid_from"]) for key, row in rows if row["dates_basis"] in PRINTED and row["valid_from"]]
        if any(excluded(a, b) for i, (_, a) in enumerate(dated) for _, b in dated[i + 1 :]):
            ids = tuple(key for key, _ in dated)
            yield Conflict(
                f"pairing-{pairing}-from",
                "pairing",
                pairing,
                "pairing:valid_from",
                None,
                None,
                ids,
                "conflict",
                "first",
            )


def excluded(a: str, b: str) -> bool:
    """True where two partial dates cannot be the same day."""
    (a1, a2), (b1, b2) = span_of(a), span_of(b)
    return a2 < b1 or b2 < a1


def provider_changes(tables: dict[str, pd.DataFrame]) -> Iterable[Conflict]:
    """Yields one entry for each county that has had several providers: a change between rounds, or several at once.

    verdict: provider_change where the rows are linked by `supersedes_id` or belong to different programmes,
    otherwise scope (several providers may stand side by side).
    """
    groups = defaultdict(list)
    for row in tables["pairings"].to_dict("records"):
        if row["level"] == "county" and row["recipient_place_id"] and row["provider_place_id"]:
            groups[row["recipient_place_id"]].append(row)
    for recipient, rows in groups.items():
        if len({row["provider_place_id"] for row in rows}) > 1:
            linked = any(row["supersedes_id"] for row in rows) or len({row["programme"] for row in rows}) == len(rows)
            ids = tuple(row["pairing_id"] for row in rows)
            verdict = "provider_change" if linked else "scope"
            yield Conflict(
                f"place-{recipient}-provider", "place", recipient, "pairing:provider", None, None, ids, verdict, "first"
            )
