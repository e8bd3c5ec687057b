"""All pages of both languages as Markdown files, and the records for the search index."""

from __future__ import annotations

import json
from functools import partial

from build_scripts.labels import LANGUAGES
from build_scripts.ledger.side_by_side import both
from build_scripts.pages.book import open_book
from build_scripts.pages.kept import kept_pages
from build_scripts.pages.kinds import KINDS
from build_scripts.pages.model import Page, Site
from build_scripts.pages.prose import Files, prose_records


def render_pages(site: Site) -> Files:
    """Returns `docs/<lang>/<path>.md` for every page of every kind, and `search/records.json`."""
    pages = make_pages(site)
    files = {f"docs/{lang}/{page.path}": markdown(page) for lang in LANGUAGES for page in pages[lang]}
    records = json.dumps(search_records(pages) + prose_records(site.package.root), ensure_ascii=False, indent=0)
    return files | {"search/records.json": records.encode()}


def make_pages(site: Site) -> dict[str, list[Page]]:
    """Returns all pages of each language; the paths are the same in both."""
    made = both(*(partial(pages_of, site, lang) for lang in LANGUAGES), len(site.views.claims))
    return dict(zip(LANGUAGES, made, strict=True))


def pages_of(site: Site, lang: str) -> list[Page]:
    """Returns all pages of one language, kind by kind, then those that only keep an address."""
    book = open_book(site, lang)
    made = [page for kind in KINDS for page in kind.pages(book)]
    return [*made, *kept_pages(book, {page.path: page.title for page in made})]


def page_at(site: Site, lang: str, address: str) -> bytes | None:
    """Returns the Markdown of the page at an address within a language's tree; None where no kind makes it."""
    book, path = open_book(site, lang, address), address.removesuffix(".html") + ".md"
    likely = sorted(KINDS, key=lambda kind: not address.startswith(kind.__name__.rpartition(".")[2]))  # places: place
    made = (page for kind in likely for page in kind.pages(book))
    return next((markdown(page) for page in made if page.path == path), None)


def markdown(page: Page) -> bytes:
    """Returns the file of a page: front matter (each value as JSON, which YAML reads) and the body."""
    fields = {
        "title": page.title,
        "description": page.description,
        "kind": page.kind,
        "crumbs": page.crumbs,
        "image": page.image,
        "path": page.path,
        "scripts": page.scripts,
        "feed": page.feed,
        "structured": page.structured,
    }
    lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in fields.items() if value]
    return ("---\n" + "\n".join(lines) + "\n---\n\n" + page.body).encode()


def search_records(pages: dict[str, list[Page]]) -> list[dict]:
    """Returns one record for each page of each language that may be found, with its title in the other
    language.
    """
    titles = {lang: {page.path: page.title for page in found} for lang, found in pages.items()}
    return [
        {
            "url": LANGUAGES[lang].folder + page.path.removesuffix(".md") + ".html",
            "lang": lang,
            "title": page.title,
            "title_other": titles["en" if lang == "zh" else "zh"][page.path],
            "kind": page.kind,
            **page.search,
        }
        for lang in LANGUAGES
        for page in pages[lang]
        if page.search
    ]
