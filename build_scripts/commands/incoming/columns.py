"""Which table a grid is of, where its header stands, and which column of the ledger each of its columns is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from difflib import get_close_matches
from itertools import pairwise, zip_longest
from pathlib import PurePath

from build_scripts.commands.incoming.heads import UNIT, Heads, columns_in, folded, heads_of, may_mean, meant
from build_scripts.commands.incoming.remarks import Remark, UnreadableFile, asked, mended
from build_scripts.commands.incoming.sheets import Grid
from build_scripts.ledger.package import Package

SEARCHED = 12  # rows from the top in which a header is looked for
FEWEST = 2  # columns that make a header
SCALES = {"千": 10**3, "万": 10**4, "十万": 10**5, "百万": 10**6, "千万": 10**7, "亿": 10**8}
SIMPLE = str.maketrans("萬億", "万亿")
MONEY = ("amount",)
OF_NO_COLUMN = ("record", "page", "remark", "happened", "expected")  # answers of a form that are no cells


@dataclass(frozen=True)
class Layout:
    """How a grid is read: its table, the line of its header, place -> column, and the scale of money columns."""

    table: str
    header_line: int
    columns: dict[int, str]
    scales: dict[str, Decimal]
    remarks: tuple[Remark, ...] = ()


def known_columns(package: Package, cells: list[str]) -> int:
    """Returns how many cells of a row are columns of the one table that knows most of them."""
    return max(len(columns_in(cells, heads_of(package, table))) for table in package.schemas)


def layout_of(package: Package, grid: Grid, table: str | None, file: str) -> Layout | None:
    """Returns how a grid is to be read; None where it has no header, as the explaining sheets of a workbook.

    Raises UnreadableFile where two tables are equally likely, or a head may mean two columns.
    """
    headers = {**dict(grid.rows[:SEARCHED]), **split_headers(package, grid, table)}
    scored = [
        (len(columns_in(cells, heads)), line, each)
        for each in ([table] if table else package.schemas)
        for heads in [heads_of(package, each)]
        for line, cells in headers.items()
    ]
    best = max((score for score, _, _ in scored), default=0)
    if best < FEWEST:
        return None
    likely = {each: line for score, line, each in scored if score == best}  # of two lines alike, the lower one
    named = [each for each in likely if is_called(package, each, grid.name) or is_called(package, each, file)]
    if len(likely) > 1 and len(named) != 1:
        raise UnreadableFile("which_table", name=grid.name, tables=", ".join(likely))
    chosen = named[0] if len(named) == 1 else next(iter(likely))
    line, heads = likely[chosen], heads_of(package, chosen)
    refuse_doubt(package, chosen, grid.name, line, headers[line], heads)
    return layout(chosen, line, headers[line], heads)


def split_headers(package: Package, grid: Grid, table: str | None) -> dict[int, list[str]]:
    """Returns line -> header of each line that continues the one above it, such as 资金 over 来源 and 阶段.

    Only where both lines together name more columns than either, so that no row of data is taken for a header.
    """
    found = {}
    for (_, above), (line, below) in pairwise(grid.rows[:SEARCHED]):
        both = [f"{one}{other}" for one, other in zip_longest(above, below, fillvalue="")]
        for each in [table] if table else package.schemas:
            heads = heads_of(package, each)
            one, other, together = (len(columns_in(cells, heads)) for cells in (above, below, both))
            if FEWEST <= together > max(one, other):
                found[line] = both
    return found


def is_called(package: Package, table: str, name: str) -> bool:
    schema = package.schemas[table]
    words = re.split(r"[^\w]+", PurePath(name).name.casefold())
    return table in words or schema["title"] in name or schema["title_en"].casefold() in name.casefold()


def refuse_doubt(package: Package, table: str, name: str, line: int, cells: list[str], heads: Heads) -> None:
    """Raises UnreadableFile for the first head that may mean two columns, where no other head decides."""
    titles = {field["name"]: (field["title"], field["title_en"]) for field in package.schemas[table]["fields"]}
    for place, columns in meant(cells, heads).items():
        if len(columns) > 1:
            one, other = columns[:2]
            raise UnreadableFile(
                "which_column", name=name, line=str(line), head=cells[place].strip(), one=one, other=other,
                title=titles[one][0], title_en=titles[one][1],
                title_other=titles[other][0], title_other_en=titles[other][1],
            )  # fmt: skip


def layout(table: str, line: int, cells: list[str], heads: Heads) -> Layout:
    """Returns the layout of a grid whose table and header are known, with what is to be said of its header."""
    columns = columns_in(cells, heads)
    remarks, scales = [], {}
    for place, cell in enumerate(cells):
        if not cell.strip() or cell.split()[-1] in OF_NO_COLUMN:
            continue
        if place not in columns and (again := may_mean(cell, cells, heads)):
            remarks.append(asked("column_twice", line, again[0]))
        elif place not in columns:
            others = [head for head in heads.names if head != folded(cell)]
            close = get_close_matches(folded(cell), others, n=1, cutoff=0.6)
            said = asked("column_like", line, cell.strip(), hint=heads.names[close[0]][0]) if close else None
            remarks.append(said or asked("column", line, cell.strip()))
        elif columns[place] in MONEY and (unit := UNIT.search(cell)) and unit[1]:
            scales[columns[place]] = Decimal(SCALES[unit[1].translate(SIMPLE)])
            remarks.append(mended("scale", line, columns[place], unit=f"{unit[1]}元"))
    if any(columns.get(place) and cell.split()[-1] != columns[place] for place, cell in enumerate(cells)):
        remarks.append(mended("header", line))
    return Layout(table, line, columns, scales, tuple(remarks))
