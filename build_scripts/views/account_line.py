"""A line of the account, and the year or round under which it stands: see account.py."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from build_scripts.views.edges import ROUNDS
from build_scripts.views.periods import span_of

LEVELS = ("province", "local", "project")  # pairs of provinces; of cities, counties and smaller; single projects


@dataclass(frozen=True)
class AccountLine:
    """One printed sum and what of it is located below.

    `key` is the year that the window lies in, else the round that holds its middle.
    """

    subject_kind: str  # place (the nation) | pairing
    subject_id: str
    key: str
    period: str  # as printed
    fund_source: str
    stage: str
    printed: Decimal  # yuan
    claims: tuple[str, ...]  # that print it
    located: dict[str, tuple[str, ...]]  # level of LEVELS -> ids of the claims added
    values: dict[str, Decimal]  # level -> their sum in yuan, levels without a claim left out
    whole_year: tuple[str, ...]  # where the window is some months of a year: what may be added below for all of it
    whole_year_value: Decimal | None  # their sum in yuan, to be told beside and never held against `printed`
    other_stages: dict[str, tuple[str, ...]]  # stage -> claims inside the window at it; told beside, as `whole_year`
    left_out: tuple[tuple[str, str], ...]  # (claim id, reason) of every other claim below of this stage and source

    @property
    def line_id(self) -> str:
        return ".".join((self.subject_id, self.period.replace("/", "_"), self.fund_source, self.stage, self.claims[0]))

    @property
    def found(self) -> Decimal | None:
        """What is located, in yuan; None where nothing is, which is not zero."""
        return sum(self.values.values()) if self.values else None

    @property
    def share(self) -> Decimal | None:
        return self.found / self.printed if self.values and self.printed else None

    @property
    def is_more_below(self) -> bool:
        return bool(self.values) and self.found > self.printed

    @property
    def not_located(self) -> Decimal | None:
        """What is printed above and not located below; None where more is found below than is printed."""
        return None if self.is_more_below else self.printed - (self.found or 0)

    @property
    def is_other_window(self) -> bool:
        """True where the printed window is not the year or round under which the line stands."""
        return span_of(self.period) != span_of(self.key)

    @property
    def is_within(self) -> bool:
        """True where the printed window lies inside the year or round under which the line stands."""
        (first, last), (low, high) = span_of(self.period), span_of(self.key)
        return low <= first and (last <= high or self.key.endswith("/"))


def key_of(period: str) -> str:
    """Returns the year that a window lies in, else the round that holds its middle."""
    first, last = span_of(period)
    if first[:4] == last[:4]:
        return first[:4]
    middle = (int(first[:4]) + int(last[:4])) / 2
    return next(key for key in ROUNDS if middle <= int((span_of(key)[1] if key[-1] != "/" else "9999")[:4]))


def address_of(key: str) -> str:
    """Returns the name of an account's page: `2016-2020`, `2021-now`, `2019`."""
    first, slash, last = key.partition("/")
    return f"{first}-{last or 'now'}" if slash else first


def by_key(lines: Iterable[AccountLine]) -> dict[str, list[AccountLine]]:
    """Returns round or year -> the nation's lines, rounds first, then the years, the latest first."""
    groups: dict[str, list[AccountLine]] = {key: [] for key in reversed(ROUNDS)}
    for line in sorted(lines, key=lambda line: line.key, reverse=True):
        if line.subject_kind == "place":
            groups.setdefault(line.key, []).append(line)
    return {key: group for key, group in groups.items() if group}
