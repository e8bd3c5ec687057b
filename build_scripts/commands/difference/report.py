"""A difference as Markdown for a comment and as HTML for a browser. Cells are shown as text, never as markup.

Every cell stands in a `code` element: there GitHub reads neither mentions nor references nor Markdown. A comment holds
65,536 characters, so Markdown counts what does not fit; HTML says all.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from html import escape
from itertools import accumulate

from build_scripts.commands.difference.blocks import Block, blocks
from build_scripts.commands.difference.whole import Difference
from build_scripts.labels import LANGUAGES, word
from build_scripts.ledger.package import Package

RECORDS, PART = 12_000, 2_000  # characters of all records, and of each part of what is shown, in each language
LONGEST = 300  # characters of a cell
STYLE = (
    "body{font:16px/1.6 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}"
    "td,th{text-align:left;vertical-align:top;padding:.2rem .8rem}code{overflow-wrap:anywhere}img{max-width:100%}"
)


def as_markdown(package: Package, difference: Difference, folder: str = "") -> str:
    """Returns both languages, Chinese first, the English behind a summary that opens.

    `folder` is where the pictures lie, seen from the file; a comment has none.
    """
    zh, en = (
        "\n".join(
            markdown_block(cut_rows(block, lang), folder)
            for block in short_blocks(package, difference, lang)
            if folder or not block.pictures
        )
        for lang in LANGUAGES
    )
    return f"{zh}\n<details><summary>English</summary>\n\n{en}\n</details>\n"


def as_html(package: Package, difference: Difference, folder: str = "") -> str:
    """Returns a page that needs nothing but a browser and, for its pictures, the folder beside it."""
    parts = [
        f'<section lang="{lang}">'
        + "\n".join(html_block(block, folder) for block in blocks(package, difference, lang))
        + "</section>"
        for lang in LANGUAGES
    ]
    title = escape(word("zh", "diff.title", base=difference.base))
    return (
        f'<!doctype html><html lang="zh"><meta charset="utf-8"><title>{title}</title><style>{STYLE}</style>'
        + "\n".join(parts)
        + "</html>\n"
    )


def short_blocks(package: Package, difference: Difference, lang: str) -> Iterator[Block]:
    """Yields the same with as many records as there is room for, and how many more there are."""
    top, *rest = blocks(package, difference, lang)
    records, others = rest[: len(difference.changes)], rest[len(difference.changes) :]
    sizes = accumulate(len(markdown_block(record)) for record in records)
    fitting = [record for record, size in zip(records, sizes, strict=True) if size <= RECORDS]
    yield from (top, *fitting)
    if more := len(records) - len(fitting):
        yield Block(4, word(lang, "diff.more", n=more))
    yield from others


def cut_rows(block: Block, lang: str) -> Block:
    """Returns the block of a part with as many rows as there is room for; a record is left whole."""
    if block.level != 3:
        return block
    sizes = accumulate(len(row_of(row)) for row in block.rows)
    rows = tuple(row for row, size in zip(block.rows, sizes, strict=True) if size <= PART)
    more = len(block.rows) - len(rows)
    lines = [block.line, word(lang, "diff.more", n=more) if more else ""]
    return replace(block, rows=rows, line=" ".join(filter(None, lines)))


def cut(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= LONGEST else text[:LONGEST] + "…"


def markdown_block(block: Block, folder: str = "") -> str:
    """Returns a block as a heading and a table in HTML, which holds no Markdown of anybody's."""
    title = f"{'#' * block.level} <code>{escape(cut(block.title))}</code>" if block.level == 4 else heading(block)
    line = f"{escape(block.line)}\n\n" if block.line else ""
    return f"{title}\n\n{line}{table(block)}{pictures(block, folder)}"


def heading(block: Block) -> str:
    return f"{'#' * block.level} {escape(cut(block.title))}"


def html_block(block: Block, folder: str) -> str:
    line = f"<p>{escape(block.line)}</p>" if block.line else ""
    title = f"<h{block.level}>{escape(cut(block.title))}</h{block.level}>"
    return title + line + table(block) + pictures(block, folder)


def pictures(block: Block, folder: str) -> str:
    return "".join(
        f'<p><img src="{escape(folder)}/{escape(file)}" alt="{escape(shown)}"></p>\n' for file, shown in block.pictures
    )


def table(block: Block) -> str:
    if not block.rows:
        return ""
    head = "".join(f"<th>{escape(cell)}</th>" for cell in block.head)
    return f"<table><tr>{head}</tr>\n{''.join(map(row_of, block.rows))}</table>\n"


def row_of(row: tuple[str, ...]) -> str:
    return "<tr>" + "".join(f"<td><code>{escape(cut(cell))}</code></td>" for cell in row) + "</tr>\n"
