"""From values to a Page: renders the template, appends the receipts, keeps the text for the search index."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial

from markupsafe import Markup

from build_scripts.pages.addresses import record_path
from build_scripts.pages.book import Book
from build_scripts.pages.citing import chart_references, embed_codes
from build_scripts.pages.filters import script_pairs
from build_scripts.pages.helper_terms import listed_terms
from build_scripts.pages.html_text import clean, plain_text, squeeze
from build_scripts.pages.judged import judged_sign
from build_scripts.pages.model import Page
from build_scripts.pages.names import html_name, own_place_name, pairing_html, source_name
from build_scripts.pages.receipts import Receipts
from build_scripts.pages.structured import web_page
from build_scripts.pages.tables import halves


@dataclass(frozen=True)
class Draft:
    """A page before its template. `path` is the rendered address; the last crumb has no path."""

    path: str
    template: str
    kind: str
    title: str
    description: str
    values: dict
    crumbs: tuple[tuple[str, str], ...] = ()
    image: str = ""
    scripts: tuple[str, ...] = ()
    meta: dict = field(default_factory=dict)  # place, year, amount: shown with a search result
    names: tuple[str, ...] = ()  # further names, codes and old names a reader may type
    structured: str = ""  # JSON-LD for the head of the page
    is_found: bool = True  # False leaves the page out of the search index


def print_page(book: Book, draft: Draft) -> Page:
    """Returns the page of a draft; an empty one where another page alone is asked for."""
    if book.only not in ("", draft.path):
        return Page("", "", "", "", draft.kind)
    desk = desk_of(book)
    desk.begin(draft.path)
    body = squeeze(book.templates.get_template(f"{draft.template}.html").render(draft.values))
    evidence = desk.receipts()
    search = {"meta": draft.meta, "names": draft.names, "text": plain_text(body)}
    return Page(
        path=draft.path.removesuffix(".html") + ".md",
        title=str(clean(draft.title)),
        description=str(clean(draft.description)),
        body=f"{body}\n{desk.legend()}\n{evidence}\n" if evidence else body,
        kind=draft.kind,
        crumbs=draft.crumbs,
        image=draft.image,
        search=search if draft.is_found else {},
        scripts=draft.scripts,
        feed=draft.values.get("use", {}).get("feed", ""),
        structured=draft.structured
        or web_page(book, draft.path, draft.kind, str(clean(draft.title)), str(clean(draft.description)), draft.crumbs),
    )


def desk_of(book: Book) -> Receipts:
    """Returns the desk at which every page of a book is printed, one after the other.

    Its words are words of all templates: so a part of them is made ready once a book, not once a page.
    """
    if "desk" not in book.kept:
        book.kept["desk"] = Receipts(book)
        book.templates.globals.update(desk_words(book, book.kept["desk"]))
    return book.kept["desk"]


def desk_words(book: Book, desk: Receipts) -> dict:
    """Returns the functions a template may call: links to records and figures with evidence, as seen from
    the page that is printed.
    """

    def link(kind: str, key: str, full: bool = False) -> Markup:
        name = kept_name(book, kind, key, full)
        return name if kind == "organisation" else Markup(f'<a href="{desk.up}{record_path(kind, key)}">{name}</a>')

    def within(key: str) -> Markup:
        name = own_place_name(book, key)
        return Markup(f'<a href="{desk.up}{record_path("place", key)}">{name}</a>')

    def further_terms(key: str) -> Markup:
        terms = book.views.further_terms.get(key, ())
        return listed_terms(book, terms) if terms else Markup()

    own = {name: getattr(desk, name) for name in ("to", "root", "fig", "total", "group", "sum")}
    links = {kind: partial(link, kind) for kind in NAMES}
    more = {
        "within": within,
        "further_terms": further_terms,
        "embed_codes": partial(embed_codes, book),
        "chart_references": partial(chart_references, book),
        "script_pairs": script_pairs,
        "halves": halves,
        "judged_sign": partial(judged_sign, book),
        "subject": lambda kind, key: link(kind, key, kind == "place"),
    }
    return own | links | more


def kept_name(book: Book, kind: str, key: str, full: bool) -> Markup:
    """Returns the name of a record as HTML, made once a book."""
    if (kind, key, full) not in book.kept:
        book.kept[kind, key, full] = NAMES[kind](book, key, full)
    return book.kept[kind, key, full]


NAMES = {  # kind of record -> its name as HTML; organisations have no page of their own
    "place": lambda book, key, full: html_name(book, (book.names.full_place if full else book.names.place)(key)),
    "pairing": lambda book, key, full: pairing_html(book, key, full=full),
    "project": lambda book, key, full: html_name(book, book.names.project(key)),
    "source": lambda book, key, full: source_name(book, key).html,
    "measure": lambda book, key, full: html_name(book, book.names.measure(key)),
    "organisation": lambda book, key, full: html_name(book, book.names.organisation(key)),
}


def described(book: Book, name: str, things: dict[str, bool]) -> str:
    """Returns the description of a record's page: its name and those of `things` that the page has, none it lacks."""
    had = [book.text(f"pages.described.{thing}") for thing, is_had in things.items() if is_had]
    if not had:
        return book.text("pages.described.bare", name=name)
    return book.text("pages.described.title", name=name, things=book.text("evidence.comma").join(had))


def crumbs(book: Book, *steps: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    """Returns the way from the home page: its title, then (title, path below the tree) of each step."""
    return ((book.text("pages.home.crumb"), "index.html"), *steps)


def section(book: Book, key: str) -> tuple[str, str]:
    """Returns the crumb of a section such as `pairings`."""
    return book.text(f"pages.sections.{key}"), {"audit": "audit.html"}.get(key, f"{key}/index.html")
