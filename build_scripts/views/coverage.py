"""How complete and how good the ledger is: the shapes of what gaps.py, county_coverage.py and quality.py find."""

from __future__ import annotations

from dataclasses import dataclass

from build_scripts.views.account_line import AccountLine

States = dict[int, str]  # year -> known | range | unknown
Numbers = dict[str, int | float | None]  # name of a number -> number; None where it cannot be said


@dataclass(frozen=True)
class Gaps:
    """For which years something is known."""

    pairing_years: dict[str, States]  # pairing id -> the years of its term
    province_years: dict[str, States]  # province id -> every year from 1996 to `latest_year`
    latest_year: int  # the last year that a figure covers


@dataclass(frozen=True)
class Change:
    """What the numbers of tables gained or lost since the last release; nothing where there was none."""

    since: str | None  # ISO date of that release
    tables: dict[str, Numbers]


@dataclass(frozen=True)
class Quality:
    """The numbers of each table and source on one day."""

    date: str  # ISO
    tables: dict[str, Numbers]
    sources: dict[str, Numbers]  # source id -> numbers over all rows read from it
    change: Change


@dataclass(frozen=True)
class ListedCounty:
    """A county on an official list, in one round whose arrangement takes it in: what is known of its helper.

    state: `paired` (a pairing of the county itself, in the round), `undated` (such a pairing, whose years no document
    states), `wider` (only the prefecture it lies in has one), `none`.
    """

    round_key: str  # one of views/edges.py ROUNDS
    designation: str
    province_id: str
    county_id: str
    state: str
    pairings: tuple[str, ...]  # that make the state


@dataclass(frozen=True)
class PrintedCount:
    """A printed number of counties or pairs, and those of them that the ledger can name."""

    round_key: str
    claim_id: str
    subject_kind: str  # pairing | place
    subject_id: str
    measure_id: str
    period: str
    printed: int
    known: tuple[str, ...]  # ids of counties, or of two with "/" between; dated to the printed window
    undated: tuple[str, ...]  # further ones, of pairings whose years no document states
    is_held: bool  # False where only the words of the row say whose counties are counted


@dataclass(frozen=True)
class YearCoverage:
    """Of the East–West pairings of a recipient province in a year, how many have a figure, as gaps.py tells states."""

    year: int
    province_id: str  # '' for all provinces together
    known: int
    range: int
    unknown: int
    undated: int  # further pairings whose years no document states

    @property
    def paired(self) -> int:
        """Pairings that are known to have existed in the year."""
        return self.known + self.range + self.unknown


@dataclass(frozen=True)
class Coverage:
    """How much of what should be there the ledger can name."""

    counties: tuple[ListedCounty, ...]
    counts: tuple[PrintedCount, ...]
    money: tuple[AccountLine, ...]  # of each pair of provinces and round the widest printed sum
    years: tuple[YearCoverage, ...]
