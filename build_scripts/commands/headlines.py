"""`headlines`: statements drawn by a seed, each with the rows behind it, for a person to judge one by one."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from build_scripts.charts.gallery import ALL_CHARTS
from build_scripts.charts.sketches import sketches_of
from build_scripts.labels import LANGUAGES
from build_scripts.labels.names import open_names
from build_scripts.ledger.package import open_package
from build_scripts.ledger.tables import read_tables
from build_scripts.pages.book import Book, open_book
from build_scripts.pages.model import Site
from build_scripts.pages.said import sentence, short
from build_scripts.views.derive import derive_views
from build_scripts.views.model import Views

Drawn = tuple[str, str, tuple[str, ...]]  # where it stands, the words, the claims behind them


def run(root: Path, today: date, seed: int, count: int, output: Path) -> int:
    """Writes `count` drawn statements (all of them where there are fewer) as Markdown; returns 0."""
    package = open_package(root)
    views = derive_views(read_tables(package), today.isoformat())
    site = Site(package, views, open_names(package, views), {})
    pool = [each for lang in LANGUAGES for each in statements(open_book(site, lang))]
    drawn = random.Random(seed).sample(pool, min(count, len(pool)))
    text = "\n".join(entry(n, each, views) for n, each in enumerate(drawn, start=1))
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_text(f"# {len(drawn)} / {len(pool)}, seed {seed}\n\n{text}", encoding="utf-8", newline="\n")
    return 0


def statements(book: Book) -> Iterator[Drawn]:
    """Yields the statements of money of pages, search and front page, and the titles of charts, of one language."""
    for (kind, key), found in book.views.headlines.items():
        for statement in filter(None, (found.lead, *found.others)):
            yield f"{book.lang} {kind} {key}", sentence(book, statement), (statement.claim_id,)
        if found.first:
            yield f"{book.lang} search {key}", short(book, found.first), (found.first.claim_id,)
    for statement in book.views.front_page.national:
        yield f"{book.lang} front page", short(book, statement), (statement.claim_id,)
    for chart in ALL_CHARTS:
        for sketch in sketches_of(chart, book.views, book.names):
            yield f"{book.lang} chart {sketch.name}", sketch.title, sketch.title_claims


def entry(n: int, drawn: Drawn, views: Views) -> str:
    where, words, keys = drawn
    return f"{n}. **{words}** ({where})\n" + "".join(row_line(views, key) for key in keys)


def row_line(views: Views, key: str) -> str:
    """Returns one row: id, print, label, period, basis, stage, payer, source with its reliability."""
    claim = views.claims[key]
    rank = views.reliability[claim.source_id].rank
    cells = (key, claim.as_printed, claim.label_zh, claim.period, claim.basis, claim.stage, claim.payer_id)
    return f"   - {' | '.join(str(cell or '–') for cell in cells)} | {claim.source_id} ({rank})\n"
