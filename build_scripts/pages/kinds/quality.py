"""Quality in numbers: each table, each source, and what changed since the last release."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.labels.numbers import full_number, show_percent
from build_scripts.pages.addresses import page_links, page_suffix, split_rows
from build_scripts.pages.book import Book
from build_scripts.pages.model import Page
from build_scripts.pages.sheet import Draft, crumbs, print_page

TABLE_NUMBERS = (
    "rows",
    "proved_share",
    "with_section_share",
    "in_english_share",
    "claims_per_fact",
    "age_days",
)
SOURCE_NUMBERS = (
    "rows",
    "proved_share",
    "with_section_share",
    "in_english_share",
    "only_source_share",
    "claims_per_fact",
    "age_days",
)
A_PAGE = 250


def pages(book: Book) -> Iterator[Page]:
    """Yields the tables with the first sources, then the other sources."""
    quality = book.views.quality
    sources = sorted(quality.sources.items(), key=lambda each: (-each[1]["rows"], each[0]))
    parts = split_rows(sources, A_PAGE)
    name = book.text("pages.quality.title")
    for number, part in enumerate(parts, start=1):
        title = name if number == 1 else book.text("pages.numbered", name=name, n=number)
        yield print_page(
            book,
            Draft(
                f"quality{page_suffix(number)}.html",
                "quality",
                "data",
                title,
                book.text("pages.quality.description"),
                {
                    "tables": tables(book) if number == 1 else [],
                    "table_numbers": TABLE_NUMBERS,
                    "source_numbers": SOURCE_NUMBERS,
                    "sources": [(key, shown(numbers, SOURCE_NUMBERS)) for key, numbers in part],
                    "since": quality.change.since,
                    "pager": page_links("quality", len(parts)),
                    "number": number,
                },
                crumbs(book, (name, "")),
                is_found=number == 1,
            ),
        )


def tables(book: Book) -> list[dict]:
    """Returns each table with its numbers and what changed since the last release."""
    quality = book.views.quality
    changes = quality.change.tables
    return [
        {
            "name": name,
            "title": book.site.package.schemas[name]["title" if book.lang == "zh" else "title_en"],
            "numbers": shown(numbers, TABLE_NUMBERS),
            "change": signed(changes.get(name, {}).get("rows")),
        }
        for name, numbers in quality.tables.items()
    ]


def shown(numbers: dict, names: tuple[str, ...]) -> list[tuple[str, object]]:
    """Returns (text, value) of each number; '' where it cannot be said."""
    return [(number_text(name, numbers.get(name)), numbers.get(name)) for name in names]


def number_text(name: str, value: float | None) -> str:
    if value is None:
        return ""
    return show_percent(round(value * 100, 1)) if name.endswith("_share") else full_number(value)


def signed(value: float | None) -> str:
    return "" if not value else f"{'+' if value > 0 else '−'}{full_number(abs(value))}"
