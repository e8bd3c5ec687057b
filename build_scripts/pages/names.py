"""What records are called on a page, in the language of the book: as text, and as HTML."""

from __future__ import annotations

from typing import NamedTuple

from markupsafe import Markup

from build_scripts.labels import word
from build_scripts.pages.book import Book
from build_scripts.pages.html_text import SCRIPT_LANGS, named
from build_scripts.views.model import Claim
from build_scripts.views.totals import CLASS_OF


class Name(NamedTuple):
    """A name and its language where that is not the page's own."""

    text: str
    lang: str = ""
    page: str = "zh"  # the language of the page

    @property
    def html(self) -> Markup:
        return named(self.text, self.lang, self.page)


def place_name(book: Book, place_id: str) -> Name:
    return Name(book.views.places.name(place_id, book.lang), page=book.lang)


def own_place_name(book: Book, place_id: str) -> Name:
    """Returns the name alone, for where the divisions above it follow."""
    return Name(book.pick(book.row("places", place_id), "name"), page=book.lang)


def full_place_name(book: Book, place_id: str) -> Name:
    """Returns the name with the prefecture or province above it: 常州市新北区, Xinbei District, Changzhou."""
    return Name(book.views.places.full_name(place_id, book.lang), page=book.lang)


def printed_place_name(book: Book, place_id: str) -> str:
    """Returns the Chinese name, for English pages to show beside their own."""
    return book.row("places", place_id)["name"]


def organisation_name(book: Book, org_id: str) -> Name:
    return Name(book.pick(book.row("organisations", org_id), "name"), page=book.lang)


def side_name(book: Book, pairing: dict, side: str, *, full: bool = False) -> Name:
    """Returns the provider's or recipient's name: the organisation where one is named, else the place."""
    if organisation := pairing[f"{side}_org_id"]:
        return organisation_name(book, organisation)
    if place := pairing[f"{side}_place_id"]:
        return full_place_name(book, place) if full else place_name(book, place)
    return Name(word(book.lang, "pages.side_not_stated"), page=book.lang)


def pairing_name(book: Book, pairing_id: str, *, full: bool = False) -> Name:
    """Returns 新北区 → 紫阳县."""
    row = book.row("pairings", pairing_id)
    return Name(
        " → ".join(side_name(book, row, side, full=full).text for side in ("provider", "recipient")),
        page=book.lang,
    )


def pairing_html(book: Book, pairing_id: str, *, full: bool = False) -> Markup:
    """Returns the two sides in their colours, with a word for the arrow."""
    row = book.row("pairings", pairing_id)
    provider, recipient = (side_name(book, row, side, full=full).html for side in ("provider", "recipient"))
    return Markup(
        '<span class="provider">{}</span> <span class="arrow" aria-hidden="true">→</span>'
        '<span class="sr"> {} </span> <span class="recipient">{}</span>'
    ).format(provider, word(book.lang, "pages.arrow"), recipient)


def project_name(book: Book, project_id: str) -> Name:
    return Name(book.pick(book.row("projects", project_id), "title"), page=book.lang)


def source_name(book: Book, source_id: str) -> Name:
    """Returns the title in the page's language, or as printed, marked with its own language."""
    row = book.row("sources", source_id)
    script = SCRIPT_LANGS[row["script"]]
    if book.lang == "en" and row["title_en"]:
        return Name(row["title_en"], page=book.lang)
    return Name(row["title"], "" if script == book.html_lang else script, page=book.lang)


def measure_name(book: Book, measure_id: str) -> Name:
    return Name(book.pick(book.row("measures", measure_id), "title"), page=book.lang)


def subject_name(book: Book, kind: str, key: str) -> Name:
    """Returns the name of what a claim is about."""
    makers = {
        "pairing": pairing_name,
        "project": project_name,
        "place": place_name,
        "organisation": organisation_name,
    }
    return makers[kind](book, key)


def what_name(book: Book, claim: Claim) -> Name:
    """Returns the measure, or the source of the money with its stage."""
    if claim.measure_id:
        return measure_name(book, claim.measure_id)
    parts = (book.code("funds", "fund_source", claim.fund_source), book.code("funds", "stage", claim.stage))
    return Name(word(book.lang, "pages.fund_kind", fund_source=parts[0], stage=parts[1]), page=book.lang)


def claim_label(book: Book, claim: Claim) -> Name:
    """Returns what the figure is, behind who gives it where the row itself says so."""
    own = own_label(book, claim)
    if not claim.payer_id:
        return own
    payer = place_name(book, claim.payer_id).text
    return Name(word(book.lang, "pages.payer_label", payer=payer, label=own.text), page=book.lang)


def own_label(book: Book, claim: Claim) -> Name:
    """Returns what the figure is, whoever gives it: its own label, else the measure or the kind of money."""
    own = claim.label_zh if book.lang == "zh" else claim.label_en
    return Name(own, page=book.lang) if own else what_name(book, claim)


def total_name(book: Book, what: str) -> Name:
    """Returns the name of what a total adds: `money:<fund source>:<stage>` or `measure:<id>`."""
    kind, _, rest = what.partition(":")
    if kind == "measure":
        return measure_name(book, rest)
    source, stage = rest.split(":")
    return Name(
        word(
            book.lang,
            "pages.total_of_money",
            group=book.code("funds", "fund_source", source),
            stage=book.code("funds", "stage", stage),
        ),
        page=book.lang,
    )


def money_page(claim: Claim) -> str:
    """Returns the path of the first page of rows like this one."""
    return f"funds/{CLASS_OF[claim.fund_source]}-{claim.stage}.html"


def original_name(book: Book, text: str | None) -> Markup:
    """Returns the Chinese name to stand below an English one; '' on Chinese pages."""
    return named(text, "zh-Hans") if book.lang == "en" and text else Markup("")
