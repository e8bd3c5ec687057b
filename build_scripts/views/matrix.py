"""Provinces against provinces, and counties with their providers through the rounds."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

import pandas as pd

from build_scripts.views.flows import Flow
from build_scripts.views.nation import PlaceIndex, index_places, pairing_ends

Tables = dict[str, pd.DataFrame]
PROVIDER = ("provider_place_id", "provider_org_id")
TERM = ("valid_from", "valid_to", "dates_basis")


@dataclass(frozen=True)
class Cell:
    """One provider province against one recipient province; `flows` are those of the pair, of every class."""

    provider_province: str
    recipient_province: str
    pairings: tuple[str, ...]  # ids of all programmes and levels; inside one province both ends are the same
    programmes: tuple[tuple[str, int], ...]  # (programme, number of pairings), the most frequent first
    flows: tuple[Flow, ...]

    def flow(self, period_key: str, stage: str, programme_class: str = "east_west") -> Flow | None:
        """Returns the flow of a period, stage and class; None where there was no pairing."""
        wanted = (period_key, stage, programme_class)
        return next((f for f in self.flows if (f.period_key, f.stage, f.programme_class) == wanted), None)


@dataclass(frozen=True)
class Matrix:
    """Providers and recipients by number of pairings, most first; pairs without a pairing have no cell."""

    providers: tuple[str, ...]
    recipients: tuple[str, ...]
    cells: dict[tuple[str, str], Cell]  # (provider province, recipient province) -> Cell


@dataclass(frozen=True)
class PairedRow:
    """One pairing as seen from its recipient; ends that are organisations have no place of their own."""

    recipient_place_id: str
    county_id: str | None  # the county the recipient is or lies in; None for cities, provinces and groups
    provider_place_id: str | None
    provider_org_id: str | None
    programme: str
    level: str
    valid_from: str | None
    valid_to: str | None
    dates_basis: str
    pairing_id: str


def derive_matrix(tables: Tables, flows: tuple[Flow, ...], places: PlaceIndex) -> Matrix:
    """Returns the Matrix of all pairings whose provinces are known."""
    money: dict[tuple[str, str], list[Flow]] = defaultdict(list)
    for flow in flows:
        money[flow.provider_province, flow.recipient_province].append(flow)
    rows: dict[tuple[str, str], list[dict]] = defaultdict(list)
    ends = pairing_ends(tables)
    for row in tables["pairings"].to_dict("records"):
        pair = tuple(places.province_of(place) for place in ends[row["pairing_id"]])
        if all(pair):
            rows[pair].append(row)
    cells = {pair: cell_of(pair, group, money[pair]) for pair, group in rows.items()}
    return Matrix(ranked(cells, 0), ranked(cells, 1), cells)


def cell_of(pair: tuple[str, str], rows: list[dict], flows: list[Flow]) -> Cell:
    programmes = Counter(row["programme"] for row in rows).most_common()
    return Cell(*pair, tuple(row["pairing_id"] for row in rows), tuple(programmes), tuple(flows))


def ranked(cells: dict[tuple[str, str], Cell], side: int) -> tuple[str, ...]:
    """Returns the provinces of one side by number of pairings, the most first, then by code."""
    counts: Counter = Counter()
    for pair, cell in cells.items():
        counts[pair[side]] += len(cell.pairings)
    return tuple(sorted(counts, key=lambda province: (-counts[province], province)))


def who_is_paired(tables: Tables, places: PlaceIndex | None = None) -> tuple[PairedRow, ...]:
    """Returns every pairing with a recipient place, by recipient, then by beginning (unstated last)."""
    places = places or index_places(tables["places"])
    rows = tables["pairings"].to_dict("records")
    found = [paired_row(row, places) for row in rows if row["recipient_place_id"]]
    return tuple(sorted(found, key=lambda r: (r.recipient_place_id, r.valid_from or "9999", r.pairing_id)))


def paired_row(row: dict, places: PlaceIndex) -> PairedRow:
    recipient = row["recipient_place_id"]
    return PairedRow(
        recipient_place_id=recipient,
        county_id=places.county_of(recipient),
        **{name: row[name] for name in (*PROVIDER, *TERM, "programme", "level", "pairing_id")},
    )
