"""A difference as Markdown for a comment and as HTML for a browser. Cells are shown as text, never as markup.

Every cell stands in a `code` element: there GitHub reads neither mentions nor references nor Markdown.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from itertools import accumulate

from build_scripts.commands.difference.effects import Effect
from build_scripts.commands.difference.records import KINDS, Change
from build_scripts.labels import LANGUAGES, word
from build_scripts.ledger.package import Package

ROOM = 20_000  # characters of records in each language, the rest is counted: a comment holds 65,536
MOST_EFFECTS = 40  # of each part
LONGEST = 300  # characters of a cell


@dataclass(frozen=True)
class Difference:
    """All that is told: changes of records, effects (None where they cannot be reckoned), names of subjects."""

    base: str
    changes: list[Change]
    effects: list[Effect] | None
    names: dict[str, dict[tuple[str, str], str]]  # language -> (kind, id) -> name


@dataclass(frozen=True)
class Block:
    """A heading, a line below it, and a table; what either is not needed is empty."""

    level: int
    title: str
    line: str = ""
    head: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


def as_markdown(package: Package, difference: Difference) -> str:
    """Returns both languages, Chinese first, the English behind a summary that opens."""
    zh, en = ("\n".join(map(markdown_block, blocks(package, difference, lang))) for lang in LANGUAGES)
    return f"{zh}\n<details><summary>English</summary>\n\n{en}\n</details>\n"


def as_html(package: Package, difference: Difference) -> str:
    """Returns a page of its own, which needs nothing but a browser."""
    parts = [
        f'<section lang="{lang}">' + "\n".join(map(html_block, blocks(package, difference, lang))) + "</section>"
        for lang in LANGUAGES
    ]
    style = "body{font:16px/1.6 sans-serif;max-width:60rem;margin:2rem auto}td,th{text-align:left;padding:.2rem .8rem}"
    title = escape(word("zh", "diff.title", base=difference.base))
    return (
        f'<!doctype html><html lang="zh"><meta charset="utf-8"><title>{title}</title><style>{style}</style>'
        + "\n".join(parts)
        + "</html>\n"
    )


def blocks(package: Package, difference: Difference, lang: str) -> Iterable[Block]:
    """Yields the parts of a difference in one language."""
    counts = {kind: sum(change.kind == kind for change in difference.changes) for kind in KINDS}
    yield Block(2, word(lang, "diff.title", base=difference.base), word(lang, "diff.counts", **counts))
    shown = fitting([record_block(package, change, lang) for change in difference.changes])
    yield from shown
    if more := len(difference.changes) - len(shown):
        yield Block(4, word(lang, "diff.more", n=more))
    if difference.effects is None:
        yield Block(3, word(lang, "diff.effects"), word(lang, "diff.no_effects"))
    elif not difference.effects:
        yield Block(3, word(lang, "diff.effects"), word(lang, "diff.same"))
    else:
        yield from effect_blocks(difference, lang)


def fitting(records: list[Block]) -> list[Block]:
    """Returns as many of the records as there is room for."""
    sizes = accumulate(len(markdown_block(record)) for record in records)
    return [record for record, size in zip(records, sizes, strict=True) if size <= ROOM]


def record_block(package: Package, change: Change, lang: str) -> Block:
    """Returns one record: every cell of an added or removed one, of a changed one what differs."""
    schema = package.schemas[change.table]
    titles = {f["name"]: f["title" if lang == "zh" else "title_en"] for f in schema["fields"]}
    table = schema["title" if lang == "zh" else "title_en"]
    head = {
        "added": ("column", "cell"),
        "changed": ("column", "before", "after"),
        "removed": ("column", "cell"),
    }[change.kind]
    rows = tuple(
        (f"{titles.get(column, '')} {column}".strip(), *values(change.kind, before, after))
        for column, before, after in change.cells
    )
    title = f"{word(lang, f'diff.{change.kind}')} {table} {change.key}"
    return Block(4, title, head=tuple(word(lang, f"diff.{h}") for h in head), rows=rows)


def values(kind: str, before: str, after: str) -> tuple[str, ...]:
    return {"added": (after,), "removed": (before,), "changed": (before or "∅", after or "∅")}[kind]


def effect_blocks(difference: Difference, lang: str) -> Iterable[Block]:
    """Yields one table a part: totals, sums done again, signals, coverage."""
    yield Block(3, word(lang, "diff.effects"))
    head = tuple(word(lang, f"diff.{name}") for name in ("about", "what", "before", "after"))
    for part in dict.fromkeys(effect.part for effect in difference.effects or []):
        found = [effect for effect in difference.effects or [] if effect.part == part]
        line = word(lang, "diff.more", n=len(found) - MOST_EFFECTS) if len(found) > MOST_EFFECTS else ""
        rows = tuple(effect_row(effect, difference.names[lang], lang) for effect in found[:MOST_EFFECTS])
        yield Block(4, word(lang, f"diff.part.{part}"), line, head, rows)


def effect_row(effect: Effect, names: dict[tuple[str, str], str], lang: str) -> tuple[str, ...]:
    kind, key = effect.subject
    about = names.get(effect.subject) or word(lang, "diff.ledger")
    shown = [shown_value(effect.part, value, lang) for value in (effect.before, effect.after)]
    what = word(lang, f"diff.counted.{effect.what}") if effect.part == "coverage" else effect.what
    return (f"{about} {key}".strip(), what, *shown)


def shown_value(part: str, value: str, lang: str) -> str:
    """Returns a verdict in words, a sum with its thousands apart, anything else as it is."""
    if part == "audits" and value.isalpha():
        return word(lang, f"audit.verdict.{value}")
    whole, point, rest = value.partition(".")
    return f"{int(whole):,}{point}{rest}" if part == "totals" and whole.lstrip("-").isdecimal() else value


def cut(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= LONGEST else text[:LONGEST] + "…"


def markdown_block(block: Block) -> str:
    """Returns a block as a heading and a table in HTML, which holds no Markdown of anybody's."""
    title = f"{'#' * block.level} <code>{escape(cut(block.title))}</code>" if block.rows else heading(block)
    return f"{title}\n\n" + (f"{escape(block.line)}\n\n" if block.line else "") + table(block)


def heading(block: Block) -> str:
    return f"{'#' * block.level} {escape(cut(block.title))}"


def html_block(block: Block) -> str:
    line = f"<p>{escape(block.line)}</p>" if block.line else ""
    return f"<h{block.level}>{escape(cut(block.title))}</h{block.level}>{line}{table(block)}"


def table(block: Block) -> str:
    if not block.rows:
        return ""
    head = "".join(f"<th>{escape(cell)}</th>" for cell in block.head)
    rows = "".join(
        "<tr>" + "".join(f"<td><code>{escape(cut(cell))}</code></td>" for cell in row) + "</tr>\n" for row in block.rows
    )
    return f"<table><tr>{head}</tr>\n{rows}</table>\n"
