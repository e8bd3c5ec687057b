"""`watch`: asks every cited address once: does it answer, and does it still print what the ledger read there?

One request an address, one host at a time with a pause between two; nothing is kept of a page but what was missed.
"""

from __future__ import annotations

import re
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from html import escape, unescape
from http.client import HTTPException
from pathlib import Path

from build_scripts.labels import LANGUAGES, word
from build_scripts.ledger.package import open_package
from build_scripts.ledger.tables import read_tables
from build_scripts.reading.occurrences import fold

PAUSE, PATIENCE, LARGEST = 2.0, 20, 8_000_000  # seconds between two requests, seconds of waiting, bytes read
AGENT = "pairing-ledger source watch (one request a week)"
TAGS = re.compile(r"<(script|style)\b.*?</\1>|<[^>]*>", re.S | re.I)
CHARSET = re.compile(rb"charset=[\"']?([\w-]+)", re.I)
MOST_PRINTS = 5  # missing prints named of one source


@dataclass(frozen=True)
class Source:
    """A cited address and everything the ledger read there, as printed."""

    source_id: str
    url: str
    prints: tuple[str, ...]


@dataclass(frozen=True)
class Finding:
    """What is not as it was. kind: gone (no answer, or an error) | changed (prints that the page no longer holds)."""

    source: Source
    kind: str
    detail: str


def run(root: Path, output: Path) -> int:
    """Writes what was found as Markdown in both languages; returns 1 where anything was."""
    found = list(watched(cited(root), fetch, time.sleep))
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_text("\n\n".join(section(found, lang) for lang in LANGUAGES) + "\n", encoding="utf-8", newline="\n")
    return 1 if found else 0


def cited(root: Path) -> list[Source]:
    """Returns the sources that have an address, with the prints of all rows that cite them."""
    tables = read_tables(open_package(root))
    prints: dict[str, list[str]] = {}
    for frame in tables.values():
        if {"source_id", "as_printed"} <= set(frame.columns):
            for source_id, printed in zip(frame["source_id"], frame["as_printed"], strict=True):
                prints.setdefault(source_id, []).append(printed or "")
    return [
        Source(row["source_id"], row["url"], tuple(dict.fromkeys(filter(None, prints.get(row["source_id"], [])))))
        for row in tables["sources"].to_dict("records")
        if row["url"]
    ]


def watched(
    sources: Iterable[Source], get: Callable[[str], str], wait: Callable[[float], None]
) -> Iterable[Finding]:
    """Yields what is not as it was; `get` returns the words of a page or raises OSError with the reason."""
    for source in sources:
        try:
            page = folded(get(source.url))
        except (OSError, HTTPException, ValueError) as error:
            yield Finding(source, "gone", str(error) or type(error).__name__)
        else:
            missing = [printed for printed in source.prints if folded(printed) not in page]
            if missing:
                shown = "; ".join(missing[:MOST_PRINTS]) + (" …" if len(missing) > MOST_PRINTS else "")
                yield Finding(source, "changed", f"{len(missing)} / {len(source.prints)}: {shown}")
        wait(PAUSE)


def fetch(url: str) -> str:
    """Returns the words of a page without its markup; raises OSError (URLError) where it does not answer."""
    request = urllib.request.Request(url, headers={"User-Agent": AGENT})
    with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
        content = answer.read(LARGEST)
        named = answer.headers.get_content_charset() or (CHARSET.search(content[:4096]) or [b"", b"utf-8"])[1].decode()
    encoding = "gb18030" if named.lower() in ("gb2312", "gbk") else named
    try:
        text = content.decode(encoding, errors="replace")
    except LookupError:
        text = content.decode("utf-8", errors="replace")
    return unescape(TAGS.sub(" ", text))


def folded(text: str) -> str:
    """Returns the text as prints are compared: half-width, Simplified, without spaces and separators."""
    return "".join("".join(map(fold, text)).split())


def section(found: list[Finding], lang: str) -> str:
    """Returns one language's table of findings."""
    rows = "\n".join(
        f"<tr><td><code>{escape(f.source.source_id)}</code></td><td>{word(lang, f'watch.{f.kind}')}</td>"
        f"<td><code>{escape(f.source.url)}</code></td><td><code>{escape(f.detail)}</code></td></tr>"
        for f in found
    )
    return f"### {word(lang, 'watch.title', n=len(found))}\n\n{word(lang, 'watch.about')}\n\n<table>\n{rows}\n</table>"
