"""Between provinces: pairings as edges, each with the term that is certain, and the money that flows along them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal

import pandas as pd

from build_scripts.views.places import Ends, PlaceIndex
from build_scripts.views.programmes import EAST_WEST, PROGRAMME_CLASSES

BETWEEN_PROVINCES = (EAST_WEST, "gz")  # the classes of programmes that flow; the others stay out
ROUNDS = ("1996/2015", "2016/2020", "2021/")  # a period without an end is still running
ROUND_ENDS = {"ew1": "2020", "ew2": ""}  # a term without an end ends with its programme; "" is still running
UNSTATED_TERMS = {"ew2": "2021/"}  # a pairing of ew1 or gz without a beginning may lie anywhere in 25 years


@dataclass(frozen=True)
class Edge:
    """One pairing between two provinces."""

    pairing_id: str
    ends: tuple[str, str]  # provider place, recipient place
    level: str
    term: str | None  # a period, with nothing after the slash while it is running; None where none is certain


@dataclass(frozen=True)
class Flow:
    """Money of one source, stage and period from one province to another.

    basis: `province` (a figure of the two provinces for the whole period), `province_part` (such figures for
    some of its years only), `parts` (sum of cities and counties), `unknown` (no figure).
    """

    provider_province: str
    recipient_province: str
    period_key: str  # one of ROUNDS or a single year
    programme_class: str  # east_west | gz
    stage: str | None  # None in best_flows.py, where no stage has a figure
    fund_source: str | None  # one of the class of assistance; what is printed jointly is a source of its own
    value: Decimal | None  # yuan
    qualifier: str
    basis: str
    years: tuple[int, ...]  # the years that the added claims cover
    claims: tuple[str, ...]  # what is added
    left_out: tuple[tuple[str, str], ...]  # (claim id, reason): see flow_sums.add_up and flows.choose
    pairings: tuple[str, ...]  # every pairing of the pair of provinces that existed in the period
    sources: tuple[str, ...]  # of the added claims
    ends: tuple[tuple[str | None, str | None], ...]  # provider and recipient of the added claims: who is named in print

    @property
    def pair(self) -> tuple[str, str]:
        return self.provider_province, self.recipient_province

    @property
    def is_complete(self) -> bool:
        return self.basis == "province"


def edges_by_pair(
    pairings: pd.DataFrame, places: PlaceIndex, ends: Ends
) -> dict[tuple[str, str, str], list[Edge]]:
    """Returns (provider province, recipient province, programme class) -> its pairings.

    Left out: programmes without a class, pairings whose province is not known at one end or the same at both.
    """
    found: dict[tuple[str, str, str], list[Edge]] = defaultdict(list)
    for row in pairings.to_dict("records"):
        provider, recipient = (places.province_of(place) for place in ends[row["pairing_id"]])
        kind = PROGRAMME_CLASSES.get(row["programme"])
        if kind in BETWEEN_PROVINCES and provider and recipient and provider != recipient:
            edge = Edge(row["pairing_id"], ends[row["pairing_id"]], row["level"], term_of(row))
            found[provider, recipient, kind].append(edge)
    return dict(found)


def term_of(row: dict) -> str | None:
    """Returns the term of a pairing as a period; None where none is certain.

    Where neither the row nor its programme has an end, only the first year is sure.
    """
    first, last = row["valid_from"], row["valid_to"]
    if not first:
        return UNSTATED_TERMS.get(row["programme"])
    return f"{first}/{last or ROUND_ENDS.get(row['programme'], first)}"
