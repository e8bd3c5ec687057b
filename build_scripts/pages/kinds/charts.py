"""Charts on pages: the drawing with its data table, its downloads and its embedded form; the gallery and
the embeds.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.labels.numbers import show_period
from build_scripts.pages.book import Book
from build_scripts.pages.chart_files import Chart
from build_scripts.pages.model import Page
from build_scripts.pages.sheet import Draft, crumbs, print_page, section

FLOW = "flow."  # names of the flow diagrams of one period; `flow` alone is the one for the home page


def drawings_of(book: Book, kind: str, key: str) -> list[Chart]:
    """Returns the charts of one record."""
    return list(book.charts.get((kind, key), ()))


def national(book: Book) -> list[Chart]:
    """Returns the charts that belong to no single record."""
    return list(book.charts.get(None, ()))


def named_chart(book: Book, name: str) -> Chart | None:
    """Returns a national chart by its name; None where it was not drawn."""
    return next((chart for chart in national(book) if chart.drawing.sketch.name == name), None)


def charts_named(book: Book, *beginnings: str) -> list[Chart]:
    """Returns the national charts whose names begin so, in the order of the beginnings."""
    return [c for start in beginnings for c in national(book) if c.drawing.sketch.name.startswith(start)]


def pages(book: Book) -> Iterator[Page]:
    """Yields the gallery of the national charts, the flows of each period, and each chart bare for
    embedding.
    """
    title = book.text("pages.charts.title")
    charts = [c for c in national(book) if not c.drawing.sketch.name.startswith(FLOW)]
    yield print_page(
        book,
        Draft(
            "charts/index.html",
            "charts",
            "list",
            title,
            book.text("pages.charts.description"),
            {"groups": by_question(charts)},
            crumbs(book, (title, "")),
            image=charts[0].image if charts else "",
        ),
    )
    yield from (flow_page(book, chart) for chart in charts_named(book, FLOW))
    charts_once = {chart.embed: chart for group in book.charts.values() for chart in group}
    yield from (embed_page(book, chart) for chart in charts_once.values())


def by_question(charts: list[Chart]) -> list[list[Chart]]:
    """Returns the charts in groups that answer one question each, in the order of their first charts."""
    groups: dict[str, list[Chart]] = {}
    for chart in charts:
        groups.setdefault(chart.drawing.sketch.question, []).append(chart)
    return list(groups.values())


def flow_periods(book: Book) -> list[tuple[str, str]]:
    """Returns (period in words, path) of the diagram of every period; rounds stand before their years."""
    return [(period_words(book, c), flow_path(c)) for c in charts_named(book, FLOW) if not kind_of(c)]


def flow_kinds(book: Book, chart: Chart) -> list[tuple[str, str]]:
    """Returns (source and stage in words, path) of the diagrams of a chart's period, the best-known figures first."""
    same = [c for c in charts_named(book, FLOW) if period_of(c) == period_of(chart)]
    return [(kind_words(book, kind_of(c)), flow_path(c)) for c in same]


def period_of(chart: Chart) -> str:
    """Returns the period in the name of a flow diagram: `2016-2020` of `flow.2016-2020.spent-fiscal_assistance`."""
    return chart.drawing.sketch.name.removeprefix(FLOW).partition(".")[0]


def kind_of(chart: Chart) -> str:
    """Returns the stage and source in the name of a flow diagram, `spent-fiscal_assistance`; '' where it has none."""
    return chart.drawing.sketch.name.removeprefix(FLOW).partition(".")[2]


def kind_words(book: Book, kind: str) -> str:
    if not kind:
        return book.text("pages.flows.best")
    stage, _, source = kind.partition("-")
    said = book.code("funds", "stage", stage).lower()
    words = {"stage": said, "fund_source": book.code("funds", "fund_source", source)}
    return book.text("charts.flow.kind", **words)


def flow_path(chart: Chart) -> str:
    return f"flows/{chart.drawing.sketch.name.removeprefix(FLOW)}.html"


def period_words(book: Book, chart: Chart) -> str:
    """Returns the period in the name of a flow diagram in words."""
    first, dash, last = period_of(chart).partition("-")
    if last == "now":
        return book.text("pages.flows.since", year=first)
    return show_period(f"{first}/{last}" if dash else first, book.lang)


def flow_page(book: Book, chart: Chart) -> Page:
    """Returns the page of one period's flows, with the way to its stages and to the other periods."""
    path, period = flow_path(chart), period_words(book, chart)
    title = book.text("pages.flows.title", period=period)
    if kind_of(chart):
        title = book.text("pages.flows.of_kind", title=title, kind=kind_words(book, kind_of(chart)))
    values = {
        "chart": chart, "periods": flow_periods(book), "kinds": flow_kinds(book, chart), "here": path,
        "period_path": f"flows/{period_of(chart)}.html", "period_words": period,
        "kind_words": kind_words(book, kind_of(chart)) if kind_of(chart) else "",
    }  # fmt: skip
    steps = crumbs(book, section(book, "charts"), (title, ""))
    about = chart.drawing.sketch.alt  # the title quotes a print with all its remarks: too long for a description
    return print_page(book, Draft(path, "flow", "list", title, about, values, steps, image=chart.image))


def embed_page(book: Book, chart: Chart) -> Page:
    sketch = chart.drawing.sketch
    return print_page(
        book,
        Draft(
            chart.embed,
            "embed",
            "embed",
            sketch.short,
            sketch.alt,
            {"chart": chart},
            crumbs(book, section(book, "charts")),
            image=chart.image,
            is_found=False,
        ),
    )
