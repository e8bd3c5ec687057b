"""The hand-written pages: their files, and their records for the search index."""

from __future__ import annotations

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
            "url": LANGUAGES[lang].folder + path.removesuffix(".md") + ".html",
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
