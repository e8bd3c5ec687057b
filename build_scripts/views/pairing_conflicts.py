"""Where sources print different beginnings of one pairing, and where a recipient changed its provider."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import pandas as pd

from build_scripts.views.model import Conflict
from build_scripts.views.periods import span_of
from build_scripts.views.verdicts import ConflictVerdict

ROUNDS = ("ew1", "ew2")  # programmes: to 2020, since 2021
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
            yield of_pairing(f"pairing-{pairing}-from", "pairing", pairing, "valid_from", ids, ConflictVerdict.CONFLICT)


def of_pairing(
    key: str, kind: str, subject: str, aspect: str, ids: tuple[str, ...], verdict: ConflictVerdict
) -> Conflict:
    """Returns what witnesses of pairings print differently: no figure, so without period and basis."""
    return Conflict(key, kind, subject, f"pairing:{aspect}", None, None, ids, verdict, "first", aspect)


def excluded(a: str, b: str) -> bool:
    """True where two partial dates cannot be the same day."""
    (a1, a2), (b1, b2) = span_of(a), span_of(b)
    return a2 < b1 or b2 < a1


def provider_changes(tables: dict[str, pd.DataFrame]) -> Iterable[Conflict]:
    """Yields one entry for each county that has had several providers: a change between rounds, or several at once.

    verdict: see is_change; otherwise scope: providers of one round, or of other programmes, may stand side by side.
    """
    groups = defaultdict(list)
    for row in tables["pairings"].to_dict("records"):
        if row["level"] == "county" and row["recipient_place_id"] and row["provider_place_id"]:
            groups[row["recipient_place_id"]].append(row)
    for recipient, rows in groups.items():
        if len({row["provider_place_id"] for row in rows}) > 1:
            ids = tuple(row["pairing_id"] for row in rows)
            verdict = ConflictVerdict.PROVIDER_CHANGE if is_change(rows) else ConflictVerdict.SCOPE
            yield of_pairing(f"place-{recipient}-provider", "place", recipient, "provider", ids, verdict)


def is_change(rows: list[dict]) -> bool:
    """True where a pairing supersedes one of another provider, or the two East–West rounds differ in theirs."""
    providers = {row["pairing_id"]: row["provider_place_id"] for row in rows}
    if any(providers.get(row["supersedes_id"], row["provider_place_id"]) != row["provider_place_id"] for row in rows):
        return True
    before, since = ({row["provider_place_id"] for row in rows if row["programme"] == each} for each in ROUNDS)
    return bool(before and since) and before != since
