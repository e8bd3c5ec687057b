"""`headlines`: statements drawn by a seed, each with the rows behind it, for a person to judge one by one.

Drawn in turn from each group, so that a few kinds of pages do not crowd out the rest: sentences on money, amounts of
search results, front page, titles of charts, answers of counties, titles and descriptions of pages (which are also
their share texts).
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain, zip_longest
from pathlib import Path

from build_scripts.charts.gallery import ALL_CHARTS
from build_scripts.charts.sketches import sketches_of
from build_scripts.labels import LANGUAGES
from build_scripts.labels.names import open_names
from build_scripts.ledger.package import open_package
from build_scripts.ledger.tables import read_tables
from build_scripts.pages.answers import AnswerWords
from build_scripts.pages.book import Book, open_book
from build_scripts.pages.html_text import plain_text
from build_scripts.pages.kinds import KINDS
from build_scripts.pages.model import Site
from build_scripts.pages.said import sentence, short
from build_scripts.views.derive import derive_views
from build_scripts.views.model import Views

PRINTED = ("source", "data")  # kinds of pages whose titles are not ours


@dataclass(frozen=True)
class Drawn:
    """One statement. `rows` are the ids of claims and pairings behind it."""

    group: str  # money | search | front | chart | answer | page
    where: str
    words: str
    rows: tuple[str, ...] = ()


def run(root: Path, today: date, seed: int, count: int, output: Path) -> int:
    """Writes `count` drawn statements (all of them where there are fewer) as Markdown; returns 0."""
    package = open_package(root)
    views = derive_views(read_tables(package), today.isoformat())
    site = Site(package, views, open_names(package, views), {})
    pool = [each for lang in LANGUAGES for each in statements(open_book(site, lang))]
    text = "\n".join(entry(n, each, views) for n, each in enumerate(draw(pool, seed, count), start=1))
    output.parent.mkdir(parents=True, exist_ok=True)
    head = f"# {min(count, len(pool))} / {len(pool)}, seed {seed}"
    output.write_text(f"{head}\n\n{text}", encoding="utf-8", newline="\n")
    return 0


def draw(pool: list[Drawn], seed: int, count: int) -> list[Drawn]:
    """Returns statements drawn by the seed, one of each group in turn."""
    groups: dict[str, list[Drawn]] = {}
    for each in random.Random(seed).sample(pool, len(pool)):
        groups.setdefault(each.group, []).append(each)
    in_turn = chain.from_iterable(zip_longest(*(groups[name] for name in sorted(groups))))
    return [each for each in in_turn if each][:count]


def statements(book: Book) -> Iterator[Drawn]:
    """Yields all that one language says: money, answers, titles of charts and pages."""
    yield from of_money(book)
    yield from of_answers(book)
    for chart in ALL_CHARTS:
        for sketch in sketches_of(chart, book.views, book.names):
            yield Drawn("chart", f"{book.lang} chart {sketch.name}", sketch.title, sketch.title_claims)
    for page in (page for kind in KINDS for page in kind.pages(book)):
        if page.kind not in PRINTED:
            yield Drawn("page", f"{book.lang} {page.path}", f"{page.title} | {page.description}")


def of_money(book: Book) -> Iterator[Drawn]:
    for (kind, key), found in book.views.headlines.items():
        for statement in filter(None, (found.lead, *found.others)):
            yield Drawn("money", f"{book.lang} {kind} {key}", sentence(book, statement), (statement.claim_id,))
        if found.first:
            yield Drawn("search", f"{book.lang} search {key}", short(book, found.first), (found.first.claim_id,))
    for statement in book.views.front_page.national:
        yield Drawn("front", f"{book.lang} front page", sentence(book, statement), (statement.claim_id,))
    for pair in book.views.front_page.pairs:
        if pair.statement:
            words = f"{book.names.pairing(pair.pairing_id)}: {short(book, pair.statement, is_kind_told=True)}"
            yield Drawn("front", f"{book.lang} front page", words, (pair.statement.claim_id,))


def of_answers(book: Book) -> Iterator[Drawn]:
    words = AnswerWords(book, lambda path: path)
    for place, answer in book.views.answers.items():
        text = " ".join(plain_text(str(line)) for line in words.answer_lines(place))
        helpers = (*answer.present, *answer.coming, *answer.former, *answer.other)
        where = f"{book.lang} answer {place} {book.names.place(place)}"
        yield Drawn("answer", where, text, tuple(helper.pairing_id for helper in helpers))


def entry(n: int, drawn: Drawn, views: Views) -> str:
    return f"{n}. **{drawn.words}** ({drawn.where})\n" + "".join(row_line(views, key) for key in drawn.rows)


def row_line(views: Views, key: str) -> str:
    """Returns one row: of a pairing its terms; else id, print, label, period, basis, stage, payer; source and rank."""
    if key in views.claims:
        claim = views.claims[key]
        source = claim.source_id
        cells = (key, claim.as_printed, claim.label_zh, claim.period, claim.basis, claim.stage, claim.payer_id)
    else:
        row = views.index.rows["pairings"][key]
        source = row["source_id"]
        cells = (key, *(row[name] for name in ("programme", "valid_from", "valid_to", "dates_basis")))
    rank = views.reliability[source].rank
    return f"   - {' | '.join(str(cell or '–') for cell in cells)} | {source} ({rank})\n"
