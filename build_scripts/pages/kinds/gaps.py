"""What is known for which year, and what is not: provinces on one page, the pairings of each programme on
another.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.pages.addresses import page_links, page_suffix, split_rows
from build_scripts.pages.book import Book
from build_scripts.pages.model import Page
from build_scripts.pages.sheet import Draft, crumbs, print_page

A_PAGE = 200


def pages(book: Book) -> Iterator[Page]:
    """Yields the provinces with the counts of all gaps, then the pairings programme by programme."""
    programmes = by_programme(book)
    years = book.views.gaps.province_years
    title = book.text("gaps.title")
    yield print_page(
        book,
        Draft(
            "gaps.html",
            "gaps",
            "list",
            title,
            book.text("gaps.intro"),
            {
                "provinces": years,
                "columns": columns(years),
                "programmes": [summary(book, code, states) for code, states in programmes.items()],
            },
            crumbs(book, (title, "")),
        ),
    )
    for code, states in programmes.items():
        parts = split_rows(list(states.items()), A_PAGE)
        for number, part in enumerate(parts, start=1):
            yield programme_page(book, code, part, number, len(parts))


def by_programme(book: Book) -> dict[str, dict]:
    """Returns programme -> pairing id -> {year: state}, without pairings that have no stated years."""
    found: dict[str, dict] = {}
    for key, states in book.views.gaps.pairing_years.items():
        found.setdefault(book.row("pairings", key)["programme"], {})[key] = states
    return {code: found[code] for code in book.names.codes("pairings", "programme") if code in found}


def columns(years: dict[str, dict]) -> list:
    """Returns all years of a table, in order."""
    return sorted({year for states in years.values() for year in states})


def summary(book: Book, code: str, states: dict[str, dict]) -> dict:
    """Returns, for a programme, how many pairing-years are known and how many are not."""
    cells = [state for each in states.values() for state in each.values()]
    return {
        "name": book.code("pairings", "programme", code),
        "path": f"gaps-{code}.html",
        "pairings": len(states),
        **{state: cells.count(state) for state in ("known", "range", "unknown")},
        "empty": sum("known" not in each.values() and "range" not in each.values() for each in states.values()),
    }


def programme_page(book: Book, code: str, rows: list, number: int, last: int) -> Page:
    base, name = f"gaps-{code}", book.code("pairings", "programme", code)
    shown = name if number == 1 else book.text("pages.numbered", name=name, n=number)
    return print_page(
        book,
        Draft(
            f"{base}{page_suffix(number)}.html",
            "gaps_programme",
            "list",
            book.text("pages.gaps.of", name=shown),
            book.text("gaps.intro"),
            {"rows": rows, "name": name, "pager": page_links(base, last), "page_number": number},
            crumbs(book, (book.text("gaps.title"), "gaps.html"), (name, "")),
            is_found=False,
        ),
    )
