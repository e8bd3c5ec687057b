"""Charts on pages: the drawing with its data table, its downloads and its embedded form; the gallery and the embeds."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.pages.book import Book
from build_scripts.pages.chart_files import Chart
from build_scripts.pages.model import Page
from build_scripts.pages.sheet import Draft, crumbs, print_page, section


def drawings_of(book: Book, kind: str, key: str) -> list[Chart]:
    """Returns the charts of one record."""
    return list(book.charts.get((kind, key), ()))


def national(book: Book) -> list[Chart]:
    """Returns the charts that belong to no single record."""
    return list(book.charts.get(None, ()))


def named_chart(book: Book, name: str) -> Chart | None:
    """Returns a national chart by its name; None where it was not drawn."""
    return next((chart for chart in national(book) if chart.drawing.sketch.name == name), None)


def pages(book: Book) -> Iterator[Page]:
    """Yields the gallery of the national charts, then one bare page a chart for embedding."""
    title, charts = book.text("pages.charts.title"), national(book)
    yield print_page(
        book,
        Draft(
            "charts/index.html",
            "charts",
            "list",
            title,
            book.text("pages.charts.description"),
            {"charts": charts},
            crumbs(book, (title, "")),
            image=charts[0].image if charts else "",
        ),
    )
    for group in book.charts.values():
        for chart in group:
            yield embed_page(book, chart)


def embed_page(book: Book, chart: Chart) -> Page:
    sketch = chart.drawing.sketch
    return print_page(
        book,
        Draft(
            chart.embed,
            "embed",
            "embed",
            sketch.title,
            sketch.alt,
            {"chart": chart},
            crumbs(book, section(book, "charts")),
            image=chart.image,
            is_found=False,
        ),
    )
