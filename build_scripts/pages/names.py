"""Names of records as HTML, in the language of the book; the words are those of labels/names.py."""

from __future__ import annotations

from typing import NamedTuple

from markupsafe import Markup

from build_scripts.labels import word
from build_scripts.pages.book import Book
from build_scripts.pages.html_text import SCRIPT_LANGS, named
from build_scripts.views.model import Claim, Total
from build_scripts.views.totals import CLASS_OF


class Name(NamedTuple):
    """A name and its language where that is not the page's own."""

    text: str
    lang: str = ""
    page: str = "zh"  # the language of the page

    @property
    def html(self) -> Markup:
        return named(self.text, self.lang, self.page)


def html_name(book: Book, text: str) -> Markup:
    """Returns a name in the language of the page."""
    return named(text, page=book.lang)


def own_place_name(book: Book, place_id: str) -> Markup:
    """Returns the name alone, for where the divisions above it follow."""
    return html_name(book, book.names.pick(book.row("places", place_id), "name"))


def printed_place_name(book: Book, place_id: str) -> str:
    """Returns the Chinese name, for English pages to show beside their own."""
    return book.row("places", place_id)["name"]


def pairing_html(book: Book, pairing_id: str, *, full: bool = False) -> Markup:
    """Returns the two sides in their colours, with a word for the arrow."""
    row = book.row("pairings", pairing_id)
    provider, recipient = (html_name(book, book.names.end(row, side, full=full)) for side in ("provider", "recipient"))
    return Markup(
        '<span class="provider">{}</span> <span class="arrow" aria-hidden="true">→</span>'
        '<span class="sr"> {} </span> <span class="recipient">{}</span>'
    ).format(provider, word(book.lang, "pages.arrow"), recipient)


def source_name(book: Book, source_id: str) -> Name:
    """Returns the title in the page's language, or as printed, marked with its own language."""
    row = book.row("sources", source_id)
    script = SCRIPT_LANGS[row["script"]]
    is_own = script == book.html_lang or (book.lang == "en" and row["title_en"])
    return Name(book.names.source(source_id), "" if is_own else script, book.lang)


def what_name(book: Book, claim: Claim) -> Name:
    """Returns the measure, or the source of the money with its stage."""
    return Name(book.names.what(claim), page=book.lang)


def claim_label(book: Book, claim: Claim) -> Name:
    """Returns what the figure is, behind who gives it where the row itself says so."""
    return Name(book.names.full_label(claim), page=book.lang)


def said_label(book: Book, claim: Claim) -> Name:
    """Returns what the figure is, whoever gives it: its own label, else the measure or the kind of money."""
    return Name(book.names.said_label(claim), page=book.lang)


def total_name(book: Book, total: Total) -> Markup:
    """Returns the name of what a total adds."""
    return html_name(book, book.names.added(total))


def money_page(claim: Claim) -> str:
    """Returns the path of the first page of rows like this one."""
    return f"funds/{CLASS_OF[claim.fund_source]}-{claim.stage}.html"


def original_name(book: Book, text: str | None) -> Markup:
    """Returns the Chinese name to stand below an English one; '' on Chinese pages."""
    return named(text, "zh-Hans") if book.lang == "en" and text else Markup("")
