"""The pages that a change alters: those of both sides are made, as Markdown, and held against each other.

This is exact, and costs half a minute a side at ten thousand rows: so one language is made, the one in which all that
changed can be seen, and the sides are made at once where the system can fork.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from build_scripts.charts.model import Drawing, Drawn, Sketch
from build_scripts.commands.difference.drawings import Outlines
from build_scripts.commands.difference.records import Change
from build_scripts.commands.difference.sides import Side
from build_scripts.ledger.side_by_side import both
from build_scripts.pages.compose import markdown, pages_of
from build_scripts.pages.model import Site

Seen = dict[str, tuple[str, str]]  # address below the tree of a language -> (title, hash of the page)


@dataclass(frozen=True)
class PageChange:
    """A page that differs. kind: added | changed | removed; `path` is the one of the site, `title` the one now, in the
    language `lang`.
    """

    path: str
    lang: str
    title: str
    kind: str


def language_of(changes: Iterable[Change]) -> str:
    """Returns the language in which every change can be seen: English where only cells in English differ."""
    cells = {column for change in changes for column, _, _ in change.cells if change.kind == "changed"}
    others = any(change.kind != "changed" for change in changes)
    return "en" if cells and not others and all(column.endswith("_en") for column in cells) else "zh"


def changed_pages(before: Side, after: Side, drawn: tuple[Outlines, Outlines], lang: str) -> list[PageChange]:
    """Returns the pages of one language that differ, in the order of the site.

    `drawn` are the charts of both sides; a page shows of a chart what it is made of, instead of its picture.
    """
    ways = [partial(seen_pages, side, charts, lang) for side, charts in zip((before, after), drawn, strict=True)]
    old, new = both(*ways, len(after.views.claims))
    found = []
    for path in dict.fromkeys([*new, *old]):
        if old.get(path) != new.get(path):
            kind = "added" if path not in old else "removed" if path not in new else "changed"
            title, _ = new.get(path) or old[path]
            found.append(PageChange(path, lang, title, kind))
    return found


def seen_pages(side: Side, charts: Outlines, lang: str) -> Seen:
    """Returns title and hash of every page of a side; a chart that is bare for embedding is told as a chart."""
    drawings = {(name, lang): stand_in(sketch) for name, sketch in charts.items()}
    site = Site(side.package, side.views, side.names, drawings)
    return {
        page.path.removesuffix(".md") + ".html": (page.title, hashlib.sha256(markdown(page)).hexdigest())
        for page in pages_of(site, lang)
        if page.kind != "embed"
    }


def stand_in(sketch: Sketch) -> Drawing:
    """Returns a drawing whose picture is the hash of the rows: it differs where they do."""
    rows = hashlib.sha256(repr(sketch.data.to_dict("split")).encode()).hexdigest()
    return Drawing(sketch, lambda: Drawn({0: f'<svg viewBox="0 0 1 1"><desc>{rows}</desc></svg>'}))
