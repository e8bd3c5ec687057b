"""`coverage`: the numbers of coverage in the README, made from the data and written between two marks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from build_scripts.commands.marked import write_between
from build_scripts.labels.numbers import show_money, show_percent, show_period
from build_scripts.ledger.package import open_package
from build_scripts.ledger.tables import read_tables
from build_scripts.views.county_coverage import by_list, states_of
from build_scripts.views.derive import derive_views
from build_scripts.views.edges import ROUNDS
from build_scripts.views.main_lines import round_within
from build_scripts.views.model import AccountLine, Views

BEGIN, END = "<!-- made by `make coverage` -->", "<!-- end -->"
LIST, COUNTRY = "poor_county_832", "cn"
HEAD = (
    "| round | listed counties | helper known | years not printed | prefecture's only | not known | printed for "
    "the nation | located below |\n| --- | ---: | ---: | ---: | ---: | ---: | --- | ---: |\n"
)


def run(root: Path, today: date) -> int:
    """Writes the table into README.md; returns 0. Raises ValueError where the README has no marks for it."""
    views = derive_views(read_tables(open_package(root)), today.isoformat())
    write_between(root / "README.md", BEGIN, END, table(views))
    return 0


def table(views: Views) -> str:
    """Returns the table as Markdown: a row a round, the counties of the list of 832 and the nation's widest sum."""
    return HEAD + "".join(f"| {' | '.join(cells)} |\n" for key in ROUNDS for cells in lines(views, key))


def lines(views: Views, key: str) -> Iterator[list[str]]:
    """Yields the cells of a round, where its counties are listed."""
    provinces = by_list(views.coverage.counties).get((key, LIST), {})
    counties = [each for group in provinces.values() for each in group]
    if not counties:
        return
    states = states_of(counties)
    sums = (line for line in views.coverage.money if line.subject_id == COUNTRY and round_within(line.period) == key)
    numbers = [str(n) for n in (len(counties), *(states[name] for name in ("paired", "undated", "wider", "none")))]
    yield [key.replace("/", "–"), *numbers, *money(next(sums, None))]


def money(line: AccountLine | None) -> tuple[str, str]:
    """Returns what is printed, with its window, and what of it is located; dashes where nothing is."""
    if line is None:
        return "–", "–"
    located = f"{show_money(line.found, 'exact', 'en')} ({show_percent(line.share * 100, 1)})" if line.values else "–"
    return f"{show_money(line.printed, 'exact', 'en')} ({show_period(line.period, 'en')})", located
