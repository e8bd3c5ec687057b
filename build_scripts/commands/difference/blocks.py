"""The parts of a difference in one language: headings with a line, a table or pictures below, nothing escaped yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from build_scripts.commands.difference.drawings import WHEN, ChartChange
from build_scripts.commands.difference.effects import NOTHING, PARTS, Effect
from build_scripts.commands.difference.pages import PageChange
from build_scripts.commands.difference.records import KINDS, Change
from build_scripts.commands.difference.whole import Difference, Shown
from build_scripts.labels import word
from build_scripts.ledger.package import Package
from build_scripts.pages.addresses import FOLDERS

KINDS_OF_FOLDERS = {folder: kind for kind, folder in FOLDERS.items()}
Words = dict[tuple[str, str], str]  # (kind, id) -> name


@dataclass(frozen=True)
class Block:
    """A heading, a line below it, a table, pictures as (file, what it shows); what is not needed is empty."""

    level: int
    title: str
    line: str = ""
    head: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    pictures: tuple[tuple[str, str], ...] = ()


def blocks(package: Package, difference: Difference, lang: str) -> Iterator[Block]:
    """Yields the parts of a difference in one language."""
    counts = {kind: sum(change.kind == kind for change in difference.changes) for kind in KINDS}
    yield Block(2, word(lang, "diff.title", base=difference.base), word(lang, "diff.counts", **counts))
    yield from (record_block(package, change, lang) for change in difference.changes)
    yield from shown_blocks(package, difference, lang)


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


def shown_blocks(package: Package, difference: Difference, lang: str) -> Iterator[Block]:
    """Yields one table a part: totals, account, sums done again, signals, coverage; then charts and pages."""
    shown, names = difference.shown, difference.names[lang]
    if shown is None or not (shown.effects or shown.charts or shown.pages):
        yield Block(2, word(lang, "diff.effects"), word(lang, "diff.no_effects" if shown is None else "diff.same"))
        return
    yield Block(2, word(lang, "diff.effects"))
    head = tuple(word(lang, f"diff.{name}") for name in ("about", "what", "before", "after"))
    for part in PARTS:
        if rows := tuple(effect_row(package, each, names, lang) for each in shown.effects if each.part == part):
            yield Block(3, word(lang, f"diff.part.{part}"), "", head, rows)
    yield from chart_blocks(shown, lang)
    yield from page_blocks(shown, names, lang)


def effect_row(package: Package, effect: Effect, names: Words, lang: str) -> tuple[str, ...]:
    kind, key = effect.subject
    about = names.get(effect.subject) or word(lang, "diff.ledger")
    shown = [shown_value(effect.part, value, lang) for value in (effect.before, effect.after)]
    return (f"{about} {key}".strip(), what_words(package, effect, names, lang), *shown)


def what_words(package: Package, effect: Effect, names: Words, lang: str) -> str:
    """Returns what an effect is of: a class and stage of money, a measure, a rule, a statement as it stands."""
    if effect.part == "coverage":
        return word(lang, f"diff.counted.{effect.what}")
    if effect.part == "signals":
        return word(lang, f"signals.{effect.what}.name")
    if effect.part == "audits":
        return effect.what
    measure = effect.what.partition("measure:")[2]
    codes = package.codes("funds", "fund_source") | package.codes("funds", "stage")
    parts = effect.what.replace("money:", "").replace(":", " ").split()
    if measure:
        return names.get(("measure", measure), measure)
    return " ".join(codes.get(part, {lang: part})[lang] for part in parts)


def shown_value(part: str, value: str, lang: str) -> str:
    """Returns a verdict in words, sums with their thousands apart, anything else as it is."""
    if part == "audits" and value.isalpha():
        return word(lang, f"audit.verdict.{value}")
    return " / ".join(map(grouped, value.split(" / "))) if part in ("totals", "account") else value


def grouped(number: str) -> str:
    whole, point, rest = number.partition(".")
    return f"{int(whole):,}{point}{rest}" if whole.lstrip("-").isdecimal() else number


def chart_blocks(shown: Shown, lang: str) -> Iterator[Block]:
    """Yields the charts whose rows differ: their titles in a table, then each before and after."""
    if not shown.charts:
        return
    head = tuple(word(lang, f"diff.{name}") for name in ("chart", "before", "after"))
    rows = tuple((chart.name, *titles_of(chart, lang)) for chart in shown.charts)
    line = word(lang, "diff.pictures", n=sum(bool(chart.pictures) for chart in shown.charts))
    yield Block(3, word(lang, "diff.charts", n=len(rows)), line, head, rows)
    yield from (picture_block(chart, lang) for chart in shown.charts if chart.pictures)


def titles_of(chart: ChartChange, lang: str) -> tuple[str, str]:
    """Returns its title before and now; the one before is empty where it is the same."""
    before, after = (chart.titles[lang, when] or NOTHING for when in WHEN)
    return "" if before == after else before, after


def picture_block(chart: ChartChange, lang: str) -> Block:
    pictures = tuple(
        (chart.pictures[lang, when], f"{word(lang, f'diff.{when}')}: {chart.titles[lang, when]}")
        for when in WHEN
        if (lang, when) in chart.pictures
    )
    return Block(4, chart.titles[lang, "after"] or chart.titles[lang, "before"], pictures=pictures)


def page_blocks(shown: Shown, names: Words, lang: str) -> Iterator[Block]:
    """Yields the pages that differ, those that are new or gone first."""
    pages = sorted(shown.pages, key=lambda page: page.kind == "changed")
    if pages:
        head = tuple(word(lang, f"diff.{name}") for name in ("page", "address"))
        rows = tuple(page_row(page, names, lang) for page in pages)
        yield Block(3, word(lang, "diff.pages", n=len(rows)), word(lang, "diff.preview"), head, rows)


def page_row(page: PageChange, names: Words, lang: str) -> tuple[str, ...]:
    """Returns title and address; pages are made in one language, in the other a record's page has its name."""
    mark = "" if page.kind == "changed" else f"{word(lang, f'diff.{page.kind}')} "
    folder, _, key = page.path.removesuffix(".html").partition("/")
    named = names.get((KINDS_OF_FOLDERS.get(folder, ""), key.partition(".p")[0]), "")
    return f"{mark}{page.title if lang == page.lang else named}".strip(), page.path
