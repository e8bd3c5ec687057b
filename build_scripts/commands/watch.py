"""`watch`: asks every cited address once: does it answer, and does it still print what the ledger read there?

One request an address, one host at a time with a pause between two; nothing is kept of a page but what was missed.
Where an address is gone or has changed a web archive is asked for a copy. What was seen stands in `source_watch`.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from html import escape
from http.client import HTTPException
from pathlib import Path

from build_scripts.commands.watching import Answer, archived, fetch, folded, is_elsewhere
from build_scripts.labels import LANGUAGES, word
from build_scripts.ledger.canonical import sort_key, written
from build_scripts.ledger.package import open_package
from build_scripts.ledger.tables import Tables, read_tables
from build_scripts.publish.files import replace_files

PAUSE = 2.0  # seconds between two requests
MOST_PRINTS = 5  # missing prints named of one source
TABLE = "source_watch"
COLUMNS = ("source_id", "url", "asked_on", "outcome", "missing_prints", "moved_to_url", "archive_url")


@dataclass(frozen=True)
class Source:
    """A cited address and everything the ledger read there, as printed."""

    source_id: str
    url: str
    prints: tuple[str, ...]


@dataclass(frozen=True)
class Seen:
    """What was found at an address.

    outcome: answers | moved (another address answered) | changed (prints that the page no longer holds) | gone (no
    answer, or an error).
    """

    source: Source
    outcome: str
    detail: str = ""
    missing: int = 0
    moved_to: str = ""


def run(root: Path, output: Path, today: date, find: Callable[[str], str] = archived) -> int:
    """Writes the table anew, and what is not as it was as Markdown in both languages; returns 1 where anything is.

    `find` returns the address of an archived copy, '' where there is none.
    """
    package = open_package(root)
    tables = read_tables(package)
    seen = list(watched(cited(tables), fetch, time.sleep))
    rows = table_rows(seen, tables, today, find)
    replace_files({package.path(TABLE): written([list(COLUMNS), *rows]).encode()})
    found = [each for each in seen if each.outcome != "answers"]
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_text("\n\n".join(section(found, lang) for lang in LANGUAGES) + "\n", encoding="utf-8", newline="\n")
    return 1 if found else 0


def cited(tables: Tables) -> list[Source]:
    """Returns the sources that have an address, with the prints of all rows that cite them."""
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


def watched(sources: Iterable[Source], get: Callable[[str], Answer], wait: Callable[[float], None]) -> Iterable[Seen]:
    """Yields what was seen of each; `get` returns the answer of an address or raises OSError with the reason."""
    for source in sources:
        try:
            yield seen_of(source, get(source.url))
        except (OSError, HTTPException, ValueError) as error:
            yield Seen(source, "gone", str(error) or type(error).__name__)
        wait(PAUSE)


def seen_of(source: Source, answer: Answer) -> Seen:
    """Returns what an answer means: prints are looked for in pages alone, not in pictures, PDF and other files."""
    moved_to = answer.url if is_elsewhere(source.url, answer.url) else ""
    page = folded(answer.words or "")
    missing = [] if answer.words is None else [printed for printed in source.prints if folded(printed) not in page]
    if missing:
        shown = "; ".join(missing[:MOST_PRINTS]) + (" …" if len(missing) > MOST_PRINTS else "")
        return Seen(source, "changed", f"{len(missing)} / {len(source.prints)}: {shown}", len(missing), moved_to)
    return Seen(source, "moved" if moved_to else "answers", moved_to, 0, moved_to)


def table_rows(seen: Iterable[Seen], tables: Tables, today: date, find: Callable[[str], str]) -> list[list[str]]:
    """Returns the cells of `source_watch`; of what is gone or has changed, a copy is looked for by `find`.

    A copy that was found of the same address before is kept where none is found today.
    """
    before = {(row["source_id"], row["url"]): row["archive_url"] for row in tables[TABLE].to_dict("records")}
    rows = []
    for each in seen:
        key = (each.source.source_id, each.source.url)
        copy = find(each.source.url) if each.outcome in ("gone", "changed") else ""
        missing = str(each.missing or "")
        rows.append([*key, today.isoformat(), each.outcome, missing, each.moved_to, copy or before.get(key) or ""])
    return sorted(rows, key=lambda cells: (sort_key(cells[0]), sort_key(cells[1])))


def section(found: list[Seen], lang: str) -> str:
    """Returns one language's table of findings."""
    rows = "\n".join(
        f"<tr><td><code>{escape(f.source.source_id)}</code></td><td>{word(lang, f'watch.{f.outcome}')}</td>"
        f"<td><code>{escape(f.source.url)}</code></td><td><code>{escape(f.detail)}</code></td></tr>"
        for f in found
    )
    return f"### {word(lang, 'watch.title', n=len(found))}\n\n{word(lang, 'watch.about')}\n\n<table>\n{rows}\n</table>"
