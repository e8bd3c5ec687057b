"""How to cite, download and correct a record."""

from __future__ import annotations

import re
from datetime import date
from html import escape
from urllib.parse import urlencode

from markupsafe import Markup

from build_scripts.labels import LANGUAGES, word
from build_scripts.labels.references import FORMS, NO_DAY, Item, access_day, document_item, gbt, ledger_item
from build_scripts.pages.addresses import claim_address
from build_scripts.pages.book import Book
from build_scripts.pages.chart_files import Chart
from build_scripts.views.model import Claim

FORM, PAIRING_FORM = "correction.yml", "pairing.yml"  # below .github/ISSUE_TEMPLATE
DAY_SLOTS = {form: f"\x02{form}\x03" for form in NO_DAY}  # no print holds these characters
SLOT = re.compile("\x02([a-z]+)\x03")
ACCESS = '<time class="today" data-form="{}" datetime="{}">{}</time>'
EMBED_AROUND = 330  # pixels of title, note, menu and source around an embedded chart


def page_address(book: Book, path: str) -> str:
    """Returns the full address of a page, for citations and forms only: links on pages are relative."""
    return book.site.package.settings["address"] + LANGUAGES[book.lang].folder + path


def references(book: Book, item: Item) -> list[tuple[str, Markup]]:
    """Returns (name of the form, reference): GB/T 7714, APA, BibTeX, RIS, CSL-JSON."""
    return [(name, with_day(book, form(item, DAY_SLOTS))) for name, form in FORMS.items()]


def with_day(book: Book, text: str) -> Markup:
    """Returns a text with its days of access marked: a script puts the reader's there, without it that of the build."""
    days = access_day(date.fromisoformat(book.views.today))
    safe = escape(text, quote=False).replace("\n", "<br>")  # in an element a quotation mark is one byte
    return Markup(SLOT.sub(lambda slot: ACCESS.format(slot[1], days["iso"], days[slot[1]]), safe))


def own_item(book: Book, key: str, title: str, path: str) -> Item:
    """Returns a part of the ledger as what is cited; its author is the ledger."""
    version, year = book.site.package.descriptor["version"], book.views.today[:4]
    told = (key, title, word(book.lang, "theme.site_name"), version, year, page_address(book, path), book.html_lang)
    return ledger_item(*told)


def chart_references(book: Book, chart: Chart) -> list[tuple[str, Markup]]:
    """Returns the first two forms of a chart's reference; the others would say no more."""
    sketch = chart.drawing.sketch
    return references(book, own_item(book, sketch.name, sketch.short, chart.embed))[:2]


def footnote(book: Book, claim: Claim) -> Markup:
    """Returns a footnote for one figure: the figure as printed, its section and document, its record, the version."""
    path = claim_address(claim, book.index.place_in_source[claim.claim_id])
    told = {"printed": claim.as_printed, "place": claim.section or "", "address": page_address(book, path),
            "reference": gbt(document_item(book.row("sources", claim.source_id)), DAY_SLOTS),
            "version": book.site.package.descriptor["version"]}  # fmt: skip
    key = "evidence.footnote" if claim.section else "evidence.footnote_no_section"
    return with_day(book, book.text(key, **told))


def total_footnote(book: Book, name: str, value: str, path: str) -> Markup:
    """Returns a footnote for a total, which is the ledger's own figure."""
    version = book.site.package.descriptor["version"]
    told = {"name": name, "value": value, "version": version, "address": page_address(book, path)}
    return with_day(book, book.text("evidence.footnote_total", day=DAY_SLOTS["iso"], **told))


def correction_link(book: Book, record: str, path: str) -> str:
    """Returns the address of the repository's correction form with record and page filled in."""
    query = urlencode({"template": FORM, "record": f"{record} {page_address(book, path)}"})
    return f"{book.site.package.settings['repository'].rstrip('/')}/issues/new?{query}"


def claim_correction_link(book: Book, claim: Claim) -> str:
    """Returns the address of the correction form with record, print, section and source of one figure filled in."""
    told = {"record": claim.claim_id, "as_printed": claim.as_printed, "section": claim.section,
            "source_id": claim.source_id}  # fmt: skip
    query = urlencode({"template": FORM, **{field: value for field, value in told.items() if value}})
    return f"{book.site.package.settings['repository'].rstrip('/')}/issues/new?{query}"


def pairing_form(book: Book, place_id: str) -> str:
    """Returns the address of the form for a pairing with the place as its recipient filled in."""
    query = urlencode({"template": PAIRING_FORM, "recipient_place_id": place_id})
    return f"{book.site.package.settings['repository'].rstrip('/')}/issues/new?{query}"


def embed_codes(book: Book, chart: Chart) -> list[tuple[str, str]]:
    """Returns (name, HTML for other sites) of a chart that stands still and of one that answers to the pointer."""
    address, sketch = page_address(book, chart.embed), chart.drawing.sketch
    height = chart.height + EMBED_AROUND
    frame = '<iframe src="{}" title="{}" width="100%" height="{}" frameborder="0" loading="lazy"></iframe>'
    return [
        (book.text(f"pages.chart.embed_{name}"), frame.format(address + query, escape(sketch.short), height))
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


def own_use(book: Book, key: str, title: str, path: str, feed: str) -> dict:
    """Returns the references of a part of the ledger that is no record, and its feed."""
    return {"citations": references(book, own_item(book, key, title, path)), "feed": feed_of(book, feed)}


def use(book: Book, kind: str, key: str, title: str, path: str, tables: tuple[str, ...]) -> dict:
    """Returns the values of the block on citing, downloading and correcting; `tables` hold the record's rows.

    A source is cited as the document that it is, any other record as a part of the ledger.
    """
    item = document_item(book.row("sources", key)) if kind == "sources" else own_item(book, key, title, path)
    return {
        "use": {
            "citations": references(book, item),
            "correct": correction_link(book, key, path),
            "json": f"api/v1/{kind}/{key}.json",
            "sheets": sheets_of(book, kind, key),
            "feed": feed_of(book, f"data/{kind}/{key}.atom"),
            "dates": row_days(book, kind, key),
            "tables": tables,
        }
    }
