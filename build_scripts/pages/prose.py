"""The hand-written pages: their files, and their records for the search index."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import yaml

from build_scripts.labels import LANGUAGES
from build_scripts.pages.html_text import plain_text

Files = dict[str, bytes]


def compose_docs(root: Path) -> Files:
    """Returns the hand-written pages of both languages. The shared assets are copied when the site is put
    together.
    """
    return {
        f"docs/{lang}/{path.relative_to(root / 'docs' / lang).as_posix()}": path.read_bytes()
        for lang in LANGUAGES
        for path in sorted((root / "docs" / lang).rglob("*.md"))
    }


def prose_records(root: Path, lang: str) -> Iterator[dict]:
    """Yields the search records of the hand-written pages of a language; their front matter holds the title."""
    start = f"docs/{lang}/"
    for path, content in compose_docs(root).items():
        if path.startswith(start):
            title, text = read_prose(content)
            url = path.removeprefix(start).removesuffix(".md") + ".html"
            yield {"url": url, "lang": lang, "title": title, "kind": "prose", "meta": {}, "names": (), "text": text}


def read_prose(content: bytes) -> tuple[str, str]:
    """Returns title and text of a Markdown file with front matter."""
    _, head, body = content.decode().split("---\n", 2)
    return yaml.safe_load(head)["title"], plain_text(body)
