"""All pages of both languages as Markdown files, the records for the search index, and the hand-written
prose.
"""

from __future__ import annotations

import json
from pathlib import Path

import yaml

from build_scripts.labels import LANGUAGES
from build_scripts.pages import (
    audit,
    charts,
    county,
    data,
    explorer,
    funds,
    gaps,
    home,
    measure,
    pairing,
    pairing_list,
    place,
    place_list,
    project,
    project_list,
    quality,
    search,
    signals,
    source,
    source_list,
    timeline,
)
from build_scripts.pages.book import open_book
from build_scripts.pages.citing import FOLDERS
from build_scripts.pages.html_text import plain_text
from build_scripts.pages.index import build_index
from build_scripts.pages.model import Page, Site
from build_scripts.tables import Package

Files = dict[str, bytes]
KINDS = (
    home,
    pairing_list,
    pairing,
    project_list,
    project,
    funds,
    place_list,
    place,
    county,
    source_list,
    source,
    measure,
    data,
    audit,
    signals,
    gaps,
    quality,
    timeline,
    search,
    explorer,
    charts,
)


def render_pages(site: Site) -> Files:
    """Returns `docs/<lang>/<path>.md` for every page of every kind, and `search/records.json`."""
    pages = make_pages(site)
    files = {f"docs/{lang}/{page.path}": markdown(page) for lang in LANGUAGES for page in pages[lang]}
    records = json.dumps(
        search_records(pages) + prose_records(site.package.root), ensure_ascii=False, indent=0
    )
    return files | {"search/records.json": records.encode()}


def make_pages(site: Site) -> dict[str, list[Page]]:
    """Returns all pages of each language; the paths are the same in both."""
    index, hosts = build_index(site.views), allowed_hosts(site.package, site.settings)
    books = {lang: open_book(site, lang, index, hosts) for lang in LANGUAGES}
    return {lang: [page for kind in KINDS for page in kind.pages(book)] for lang, book in books.items()}


def allowed_hosts(package: Package, settings: dict) -> tuple[str, ...]:
    """Returns the hosts that may be linked, one a line of the settings' file; `#` begins a remark."""
    path = package.root / settings["allowed_hosts"]
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    return tuple(host for line in lines if (host := line.partition("#")[0].strip().lower()))


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
            "url": FOLDERS[lang] + page.path.removesuffix(".md") + ".html",
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


def prose_records(root: Path) -> list[dict]:
    """Returns the search records of the hand-written pages; their front matter holds the title."""
    found = {
        lang: {
            path.removeprefix(f"docs/{lang}/"): read_prose(content)
            for path, content in compose_docs(root).items()
            if path.startswith(f"docs/{lang}/")
        }
        for lang in LANGUAGES
    }
    return [
        {
            "url": FOLDERS[lang] + path.removesuffix(".md") + ".html",
            "lang": lang,
            "title": title,
            "title_other": found["en" if lang == "zh" else "zh"].get(path, ("", ""))[0],
            "kind": "prose",
            "meta": {},
            "names": (),
            "text": text,
        }
        for lang in LANGUAGES
        for path, (title, text) in found[lang].items()
    ]


def read_prose(content: bytes) -> tuple[str, str]:
    """Returns title and text of a Markdown file with front matter."""
    _, head, body = content.decode().split("---\n", 2)
    return yaml.safe_load(head)["title"], plain_text(body)


def compose_docs(root: Path) -> Files:
    """Returns the hand-written pages of both languages. The shared assets are copied when the site is put
    together.
    """
    return {
        f"docs/{lang}/{path.relative_to(root / 'docs' / lang).as_posix()}": path.read_bytes()
        for lang in LANGUAGES
        for path in sorted((root / "docs" / lang).rglob("*.md"))
    }
