"""All pairings, by programme and by the province that helps."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.pages.book import Book
from build_scripts.pages.filters import pairing_words
from build_scripts.pages.kinds.charts import charts_named
from build_scripts.pages.model import Page
from build_scripts.pages.names import html_name
from build_scripts.pages.sheet import Draft, crumbs, print_page


def pages(book: Book) -> Iterator[Page]:
    """Yields the one list."""
    title = book.text("pages.pairings.title")
    yield print_page(
        book,
        Draft(
            "pairings/index.html",
            "pairing_list",
            "list",
            title,
            book.text("pages.pairings.description"),
            {
                "programmes": programmes(book),
                "number": len(book.index.rows["pairings"]),
                "charts": charts_named(book, "pairings-", "tile-map", "matrix"),
            },
            crumbs(book, (title, "")),
        ),
    )


def programmes(book: Book) -> list[dict]:
    """Returns each programme with its pairings, by provider province; those without one last."""
    rows = list(book.index.rows["pairings"].values())
    found = []
    for code in book.names.codes("pairings", "programme"):
        lines = [line(book, row) for row in rows if row["programme"] == code]
        lines.sort(
            key=lambda each: (
                each["sort"],
                each["row"]["provider_place_id"] or "",
                each["row"]["recipient_place_id"] or "",
            )
        )
        if lines:
            found.append({"code": code, "name": book.code("pairings", "programme", code), "lines": lines})
    return found


def line(book: Book, row: dict) -> dict:
    """Returns one pairing as a line: its two provinces and how much is known of it."""
    index, key = book.index, row["pairing_id"]
    projects = index.projects_of_pairing.get(key, [])
    facts = len(index.facts.get(("pairing", key), [])) + sum(
        len(index.facts.get(("project", p["project_id"]), [])) for p in projects
    )
    provider, recipient = (book.views.places.province_of(row[f"{side}_place_id"]) for side in ("provider", "recipient"))
    return {
        "row": row,
        "provider_province": province_text(book, provider),
        "recipient_province": province_text(book, recipient),
        "sort": provider or "~",
        "words": pairing_words(book, row),
        "projects": len(projects),
        "figures": facts,
        "sources": 1 + len(index.witnesses.get(key, [])),
    }


def province_text(book: Book, key: str | None):
    return html_name(book, book.names.place(key)) if key else ""
