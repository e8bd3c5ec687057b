"""What a page says of itself as schema.org describes it (JSON-LD), one line for the head of the page.

Sources: schema.org; Google's guides to structured data of breadcrumbs and data sets.
"""

from __future__ import annotations

import json
import re

from build_scripts.labels import LANGUAGES
from build_scripts.pages.book import Book

RECORDS = {"pairing": "Thing", "project": "Thing", "place": "AdministrativeArea", "source": "CreativeWork"}
CONTEXT = "https://schema.org/"
NUMBERED = re.compile(r"(\.p\d+)?\.html$")  # how the address of a page ends, further pages of a record included


def one_line(node: dict) -> str:
    """Returns a description on one line; no `<` in it can end the element it stands in."""
    return json.dumps(node, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def dataset_of(book: Book) -> str:
    """Returns the whole data set; "" where nothing was exported."""
    return one_line(book.described) if book.described else ""


def table_of(book: Book, name: str, title: str, about: str) -> str:
    """Returns one table as a data set that is part of the whole, with its own files; "" where nothing was exported."""
    whole = book.described
    if not whole:
        return ""
    start = f"{address(book)}data/{name}."
    files = [file for file in whole["distribution"] if file["contentUrl"].startswith(start)]
    kept = ("license", "dateModified", "version", "isAccessibleForFree", "creator", "inLanguage", "spatialCoverage")
    return one_line({
        "@context": CONTEXT, "@type": "Dataset", "@id": f"{address(book)}data/{name}.html#dataset",
        "name": f"{title} · {in_language(book, whole)}",
        "description": f"{about} {whole['description']}", "url": page_address(book, f"data/{name}.html"),
        "isPartOf": {"@type": "Dataset", "@id": whole["@id"], "name": whole["name"],
                     "description": whole["description"], "license": whole["license"],
                     "creator": whole["creator"]},
        **{key: whole[key] for key in kept}, "distribution": files,
    })  # fmt: skip


def web_page(book: Book, path: str, kind: str, title: str, description: str, crumbs: tuple) -> str:
    """Returns the page of a record, with the way to it and its file for programs; "" for a page of another kind."""
    if kind not in RECORDS or not book.described:
        return ""
    whole, here = book.described, page_address(book, path)
    record = f"{address(book)}api/v1/{NUMBERED.sub('', path)}.json"
    return one_line({
        "@context": CONTEXT, "@type": "WebPage", "@id": here, "url": here, "name": title, "description": description,
        "inLanguage": book.html_lang, "license": whole["license"], "dateModified": whole["dateModified"],
        "isPartOf": {"@type": "WebSite", "name": in_language(book, whole), "url": page_address(book, "index.html")},
        "about": {"@type": RECORDS[kind], "name": title},
        "encoding": {"@type": "MediaObject", "contentUrl": record, "encodingFormat": "application/json"},
        "breadcrumb": {"@type": "BreadcrumbList", "itemListElement": [
            {"@type": "ListItem", "position": place, "name": str(name), "item": page_address(book, step or path)}
            for place, (name, step) in enumerate(crumbs, 1)
        ]},
    })  # fmt: skip


def address(book: Book) -> str:
    return book.site.package.settings["address"]


def page_address(book: Book, path: str) -> str:
    """Returns the address of a page in the language of the book."""
    return f"{address(book)}{LANGUAGES[book.lang].folder}{path}"


def in_language(book: Book, whole: dict) -> str:
    return whole["name" if book.lang == "zh" else "alternateName"]
