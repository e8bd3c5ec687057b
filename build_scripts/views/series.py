"""The country's figures of one thing through the years, as printed: single years apart from longer periods."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from build_scripts.views.model import Claim, Views
from build_scripts.views.periods import length_in_days, years_of
from build_scripts.views.windows import is_printed_early

COUNTRY = "cn"
FIRST, FEWEST, FEWEST_YEARS = 1996, 3, 2
FULL_YEAR = 360  # days, as views/periods.py counts them


@dataclass(frozen=True)
class Series:
    """The country's figures of one thing: those of single years (one a year) and those of longer periods."""

    what: str
    years: dict[int, Claim]
    periods: tuple[Claim, ...]
    others: tuple[Claim, ...]  # further figures of the same years or periods

    @property
    def last(self) -> int:
        return max(max(years_of(c.period)) for c in (*self.years.values(), *self.periods))

    @property
    def missing(self) -> list[str]:
        """The runs of years without a figure of their own, from FIRST to the last figure, such as `2013/2015`."""
        return runs(year for year in range(FIRST, self.last + 1) if year not in self.years)


def runs(years: Iterable[int]) -> list[str]:
    """Returns the runs of years that follow each other, such as `2013/2015`, `2019`; the years come in order."""
    found: list[list[int]] = []
    for year in years:
        if found and found[-1][-1] == year - 1:
            found[-1].append(year)
        else:
            found.append([year])
    return [str(run[0]) if len(run) == 1 else f"{run[0]}/{run[-1]}" for run in found]


def is_whole_year(claim: Claim) -> bool:
    """True for a figure of a whole year, false for part of one or a running total."""
    return length_in_days(claim.period) >= FULL_YEAR and claim.basis in ("in_period", "as_of")


def coverage(claim: Claim | None) -> str:
    """Returns how much of a year a figure covers: `whole`, `part`, or `unread` where there is none."""
    if claim is None:
        return "unread"
    return "whole" if is_whole_year(claim) and not is_printed_early(claim) else "part"


def national_series(views: Views) -> list[Series]:
    """Returns the series with at least three figures, two of them of single years, the longest first."""
    groups: dict[str, list[Claim]] = defaultdict(list)
    for claim in national_claims(views):
        is_part = claim.part_of and kind_of(views.claims[claim.part_of]) == kind_of(claim)
        if claim.basis != "expected" and not is_part and not (claim.measure_id or "").startswith("other_"):
            groups[claim.what].append(claim)
    best = {what: sorted(claims, key=lambda c: surest_first(c, views)) for what, claims in groups.items()}
    found = [series_of(what, claims) for what, claims in best.items()]
    enough = (s for s in found if len(s.years) + len(s.periods) >= FEWEST and len(s.years) >= FEWEST_YEARS)
    return sorted(enough, key=lambda s: (-len(s.years), s.what))


def kind_of(claim: Claim) -> tuple[str | None, str | None]:
    """Returns what a figure counts: a kind of money or a measure. A part of the same kind is no figure of the whole."""
    return claim.fund_source, claim.measure_id


def surest_first(claim: Claim, views: Views) -> tuple:
    """Order of figures of one thing: the more reliable source first, an exact print before a rounded one."""
    return views.reliability[claim.source_id].rank, claim.qualifier != "exact", claim.row


def national_claims(views: Views) -> list[Claim]:
    """Returns the shown claims on the whole country with a value and a period."""
    shown = (views.claims[f.shown] for f in views.facts if (f.subject_kind, f.subject_id) == ("place", COUNTRY))
    return [claim for claim in shown if claim.value is not None and claim.period]


def series_of(what: str, claims: list[Claim]) -> Series:
    """Returns the series of claims; of several figures of one year the one of the longest stretch stands for it.

    Where one document counts one thing under several labels, none of them is the whole: they stand for no year.
    """
    years: dict[int, Claim] = {}
    periods: dict[tuple, Claim] = {}
    others: list[Claim] = []
    labels = labels_in_one_document(claims)
    for claim in sorted(claims, key=lambda c: (-length_in_days(c.period), bool(c.part_of))):
        covered = years_of(claim.period)
        if is_one_part(claim) and labels[claim.source_id, claim.period] > 1:
            others.append(claim)
        elif len(covered) > 1:
            if periods.setdefault((claim.period, claim.value), claim) is not claim:
                others.append(claim)
        elif covered[0] in years:
            others.append(claim)
        else:
            years[covered[0]] = claim
    longer = sorted(periods.values(), key=lambda c: c.period)
    return Series(what, dict(sorted(years.items())), tuple(longer), tuple(others))


def labels_in_one_document(claims: list[Claim]) -> Counter:
    """Returns (document, period) -> under how many labels it counts a thing that might be added up."""
    told = {(claim.source_id, claim.period, claim.label_zh) for claim in claims if is_one_part(claim)}
    return Counter((source, period) for source, period, _ in told)


def is_one_part(claim: Claim) -> bool:
    """True where a figure may be one of several that a document gives; parts of a whole, and what no sum takes, not."""
    return claim.in_totals and not claim.part_of


def unread_years(claims: list[Claim]) -> list[str]:
    """Returns the runs of years, from FIRST on, for which no statement of a single year is among the claims."""
    years = {years_of(c.period)[0]: c for c in claims if len(years_of(c.period)) == 1}
    longer = tuple(c for c in claims if len(years_of(c.period)) > 1)
    return Series("", years, longer, ()).missing if claims else []


def national_fiscal(views: Views) -> list[Claim]:
    """Returns the statements of the nation's fiscal assistance; expected figures and parts of a whole are left out."""
    found = (claim for claim in national_claims(views) if claim.fund_source == "fiscal_assistance")
    return [claim for claim in found if claim.basis != "expected" and not claim.part_of]
