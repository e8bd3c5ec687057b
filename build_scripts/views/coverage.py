"""How complete and how good the ledger is: the shapes of what views/gaps.py and views/quality.py find."""

from __future__ import annotations

from dataclasses import dataclass

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
