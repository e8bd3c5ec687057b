"""How to cite, download and correct a record."""

from __future__ import annotations

from html import escape
from urllib.parse import urlencode

from build_scripts.labels import LANGUAGES, word
from build_scripts.pages.book import Book
from build_scripts.pages.chart_files import Chart
from build_scripts.views.model import Claim

FORM, PAIRING_FORM = "correction.yml", "pairing.yml"  # below .github/ISSUE_TEMPLATE
EMBED_AROUND = 330  # pixels of title, note, menu and source around an embedded chart


def page_address(book: Book, path: str) -> str:
    """Returns the full address of a page, for citations and forms only: links on pages are relative."""
    return book.site.package.settings["address"] + LANGUAGES[book.lang].folder + path


def citations(book: Book, title: str, path: str, key: str) -> list[tuple[str, str]]:
    """Returns (name of the style, citation) for GB/T 7714—2015, APA 7 and BibTeX."""
    day, ledger, address = book.views.today, word(book.lang, "theme.site_name"), page_address(book, path)
    english = word("en", "theme.site_name")
    return [
        ("GB/T 7714", f"{ledger}. {title}[DS/OL]. ({day})[{day}]. {address}."),
        ("APA", f"{english}. ({day[:4]}). {title} [Data set]. {address}"),
        (
            "BibTeX",
            f"@misc{{{key}, title = {{{title}}}, author = {{{{{ledger}}}}}, year = {{{day[:4]}}}, "
            f"url = {{{address}}}, urldate = {{{day}}}}}",
        ),
    ]


def correction_link(book: Book, record: str, path: str) -> str:
    """Returns the address of the repository's correction form with record and page filled in."""
    query = urlencode({"template": FORM, "record": f"{record} {page_address(book, path)}"})
    return f"{book.site.package.settings['repository'].rstrip('/')}/issues/new?{query}"


def claim_correction_link(book: Book, claim: Claim) -> str:
    """Returns the address of the correction form with record, print, section and source of one figure filled in."""
    told = {"record": claim.claim_id, "as_printed": claim.as_printed, "section": claim.section or ""}
    query = urlencode({"template": FORM, **told, "source_id": claim.source_id})
    return f"{book.site.package.settings['repository'].rstrip('/')}/issues/new?{query}"


def pairing_form(book: Book, place_id: str) -> str:
    """Returns the address of the form for a pairing with the place as its recipient filled in."""
    query = urlencode({"template": PAIRING_FORM, "recipient_place_id": place_id})
    return f"{book.site.package.settings['repository'].rstrip('/')}/issues/new?{query}"


def embed_codes(book: Book, chart: Chart) -> list[tuple[str, str]]:
    """Returns (name, HTML for other sites) of a chart that stands still and of one that answers to the pointer."""
    address, sketch = page_address(book, chart.embed), chart.drawing.sketch
    height = chart.drawing.height + EMBED_AROUND
    frame = '<iframe src="{}" title="{}" width="100%" height="{}" frameborder="0" loading="lazy"></iframe>'
    return [
        (book.text(f"pages.chart.embed_{name}"), frame.format(address + query, escape(sketch.title), height))
        for name, query in (("still", ""), ("live", "?live=1"))
    ]


def feed_of(book: Book, path: str) -> str:
    """Returns the path of a feed or a sheet, '' where there is none."""
    return path if path in book.site.feeds else ""


def row_days(book: Book, table: str, key: str) -> dict[str, str]:
    """Returns the days on which a row entered and last changed; {} where nobody knows, no change where it never did."""
    history = book.views.history
    seen, changed = history.first_seen(table, key), history.last_changed(table, key)
    return {"seen": seen, "changed": changed if changed != seen else ""} if seen else {}


def sheets_of(book: Book, kind: str, key: str) -> list[tuple[str, str]]:
    """Returns (words, path) of the sheets of a record: its figures with their sources, and its unknown years."""
    paths = {"figures": f"api/v1/{kind}/{key}.csv", "gaps": f"api/v1/gaps/{key}.csv"}
    return [(book.text(f"pages.use.{name}"), path) for name, path in paths.items() if feed_of(book, path)]


def use(book: Book, kind: str, key: str, title: str, path: str, tables: tuple[str, ...]) -> dict:
    """Returns the values of the block on citing, downloading and correcting; `tables` hold the record's
    rows.
    """
    return {
        "use": {
            "citations": citations(book, title, path, key),
            "correct": correction_link(book, key, path),
            "json": f"api/v1/{kind}/{key}.json",
            "sheets": sheets_of(book, kind, key),
            "feed": feed_of(book, f"data/{kind}/{key}.atom"),
            "dates": row_days(book, kind, key),
            "tables": tables,
        }
    }
