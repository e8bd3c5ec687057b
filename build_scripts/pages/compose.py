"""All pages of both languages as Markdown files, and the records for the search index."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from build_scripts.labels import LANGUAGES
from build_scripts.ledger.kept import Made, drop_others, kept_content
from build_scripts.ledger.side_by_side import both
from build_scripts.pages.book import open_book
from build_scripts.pages.kept import kept_pages
from build_scripts.pages.kinds import KINDS
from build_scripts.pages.model import Page, Site
from build_scripts.pages.prose import prose_records

Files = dict[str, Made]


def render_pages(site: Site, folder: Path | None = None) -> Files:
    """Returns `docs/<lang>/<path>.md` for every page of every kind; for the search `search/records.<lang>.ndjson`, a
    line a page that may be found, and `search/titles.json`, the titles of these by language and address.

    With a `folder` each file is kept there as soon as it is made: of a large ledger all together would not fit into
    memory.
    """
    made = both(*(partial(files_of, site, lang, folder) for lang in LANGUAGES), len(site.views.claims))
    files = {path: file for own, _ in made for path, file in own.items()}
    if folder:
        drop_others(folder, files.values())
    titles = dict(zip(LANGUAGES, (own for _, own in made), strict=True))
    return files | {"search/titles.json": json.dumps(titles, ensure_ascii=False).encode()}


def files_of(site: Site, lang: str, folder: Path | None) -> tuple[Files, dict[str, str]]:
    """Returns the files of one language, kept in the folder if there is one, and the titles of what may be found."""
    store = partial(kept_content, folder) if folder else bytes
    files: Files = {}
    titles, lines = {}, []
    for page in pages_of(site, lang):
        files[f"docs/{lang}/{page.path}"] = store(markdown(page))
        if page.search:
            record = search_record(page, lang)
            titles[record["url"]] = record["title"]
            lines.append(json.dumps(record, ensure_ascii=False).encode())
    for record in prose_records(site.package.root, lang):
        titles[record["url"]] = record["title"]
        lines.append(json.dumps(record, ensure_ascii=False).encode())
    return files | {f"search/records.{lang}.ndjson": store(b"\n".join(lines))}, titles


def make_pages(site: Site) -> dict[str, list[Page]]:
    """Returns all pages of each language; the paths are the same in both."""
    return {lang: list(pages_of(site, lang)) for lang in LANGUAGES}


def pages_of(site: Site, lang: str) -> Iterator[Page]:
    """Yields all pages of one language, kind by kind, then those that only keep an address."""
    book, titles = open_book(site, lang), {}
    for kind in KINDS:
        for page in kind.pages(book):
            titles[page.path] = page.title
            yield page
    yield from kept_pages(book, titles)


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


def search_record(page: Page, lang: str) -> dict:
    """Returns the record of a page that may be found, its address below the language's tree."""
    url = page.path.removesuffix(".md") + ".html"
    return {"url": url, "lang": lang, "title": page.title, "kind": page.kind, **page.search}
