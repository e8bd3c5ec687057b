"""Fiscal money of province pairs in single years, as printed: the last one of each pair, and all of them by year."""

from __future__ import annotations

from collections import Counter

from build_scripts.views.headline import is_a_share, is_low, portion
from build_scripts.views.model import Claim, Views
from build_scripts.views.periods import last_day, length_in_days, years_of
from build_scripts.views.series import runs

LEVELS = ("省级", "市级", "区级", "县级", "各市", "市县")  # in a label: whose money of those two provinces
PROGRAMME, LEVEL, SOURCE = "ew2", "province", "fiscal_assistance"


def fiscal_years(views: Views) -> dict[str, list[Claim]]:
    """Returns pairing of provinces -> its shown statements of fiscal money within one year, in time.

    Left out are running totals, expected figures, shares of fiscal money printed whole, and what belongs to no sum:
    money of one purpose, or the share of each county. The one part of a mixed sum that is fiscal stays.
    """
    parts = Counter(portion(claim) for claim in views.claims.values() if claim.part_of)
    pairings = views.tables["pairings"].query("level == @LEVEL")["pairing_id"]
    found: dict[str, list[Claim]] = {key: [] for key in pairings}
    for fact in views.facts:
        claim = views.claims[fact.shown]
        is_of_pair = claim.subject_id in found and claim.subject_kind == "pairing" and not is_of_some(claim)
        if is_of_pair and is_of_one_year(claim) and not is_a_share(claim, views.claims, parts):
            found[claim.subject_id].append(claim)
    return {key: sorted(claims, key=in_time) for key, claims in found.items()}


def is_of_some(claim: Claim) -> bool:
    """True for the part of a sum that is of some level of the two provinces alone: of the province, of its cities."""
    return bool(claim.part_of) and (bool(claim.stated_of_zh) or is_of_level(claim))


def is_of_level(claim: Claim) -> bool:
    """True where the label of a figure says that it is of one level of the two provinces alone."""
    return any(level in claim.label_zh for level in LEVELS)


def in_time(claim: Claim) -> tuple:
    """Order of statements: by their last day; of those with the same days the largest is the last."""
    return end_of(claim), length_in_days(claim.period), claim.value


def is_of_one_year(claim: Claim) -> bool:
    return (
        claim.fund_source == SOURCE and claim.basis == "in_period" and claim.value is not None
        and len(years_of(claim.period)) == 1 and claim.in_totals
    )  # fmt: skip


def end_of(claim: Claim) -> str:
    """Returns the last day a statement speaks of."""
    return last_day(claim.period.rpartition("/")[2])


def latest_by_pair(views: Views) -> list[tuple[str, Claim | None]]:
    """Returns (pairing, its latest statement of a single year) of the programme since 2021, the newest first.

    As everywhere, a source of the lowest reliability does not lead.
    """
    programme = views.tables["pairings"].set_index("pairing_id")["programme"]
    pairs = ((key, claims) for key, claims in fiscal_years(views).items() if programme[key] == PROGRAMME)
    fit = {key: [c for c in claims if not is_low(c, views.reliability)] for key, claims in pairs}
    found = [(key, claims[-1] if claims else None) for key, claims in fit.items()]
    return sorted(found, key=lambda each: (each[1] is not None, each[1] and end_of(each[1]) or ""), reverse=True)


def by_province_pair(views: Views, province_of) -> dict[tuple[str, str], dict[int, Claim]]:
    """Returns (provider, recipient province) -> year -> the statement of its longest stretch; pairs with two years."""
    ends = views.tables["pairings"].set_index("pairing_id")[["provider_place_id", "recipient_place_id"]]
    found: dict[tuple[str, str], dict[int, Claim]] = {}
    for key, claims in fiscal_years(views).items():
        pair = tuple(province_of(place) for place in ends.loc[key])
        for claim in claims:
            years, year = found.setdefault(pair, {}), years_of(claim.period)[0]
            years[year] = max(years.get(year, claim), claim, key=lambda c: (length_in_days(c.period), c.value))
    return {pair: dict(sorted(years.items())) for pair, years in found.items() if len(years) > 1 and all(pair)}


def pairings_between(views: Views, pair: tuple[str, str]) -> list[str]:
    """Returns the pairings of two provinces themselves, the latest round first."""
    rows = views.tables["pairings"].query("level == @LEVEL")
    ends = zip(rows["provider_place_id"], rows["recipient_place_id"], strict=True)
    between = [key for key, each in zip(rows["pairing_id"], ends, strict=True) if each == pair]
    programme = views.tables["pairings"].set_index("pairing_id")["programme"]
    return sorted(between, key=lambda key: (programme[key] != PROGRAMME, key))


def with_unread(years: dict[int, Claim]) -> list[tuple[str, Claim | None]]:
    """Returns (period, statement) in time, and (period, None) for each run of years between them without one."""
    unread = runs(year for year in range(min(years), max(years) + 1) if year not in years)
    known = [(claim.period, claim) for claim in years.values()]
    return sorted([*known, *((run, None) for run in unread)], key=lambda each: each[0][:4])
