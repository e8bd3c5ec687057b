"""Rows stand in the order of their keys and cells in their plainest form, so that a change shows only what changed.

Both are warnings: `format` mends them, and nobody is sent home for them.
"""

from __future__ import annotations

from bisect import bisect_left

from build_scripts.ledger.canonical import key_places, misshapen_lines, sort_key, written
from build_scripts.ledger.package import Package
from build_scripts.ledger.problem import Problem, finding
from build_scripts.ledger.tables import RawTable, RawTables


def problems(package: Package, raw: RawTables) -> list[Problem]:
    """Rows that stand in the wrong place, and files with needless quotes or blank lines."""
    return [
        problem
        for table, file in raw.items()
        if not file.fault and sorted(file.header) == sorted(package.columns(table)) and not misshapen_lines(file)
        for problem in (*rows_out_of_place(package, table, file), *needless_signs(table, file))
    ]


def rows_out_of_place(package: Package, table: str, file: RawTable) -> list[Problem]:
    """Returns a finding for each row that has to move, the fewest that put all in order, with its place."""
    places = key_places(package, table, file.header)
    keys = [[cells[i] for i in places] for _, cells in file.rows]
    order = sorted(range(len(keys)), key=lambda n: (list(map(sort_key, keys[n])), file.rows[n][1]))
    rank = {n: place for place, n in enumerate(order)}
    standing = longest_rise([rank[n] for n in range(len(keys))])
    before = {n: keys[order[rank[n] - 1]] if rank[n] else None for n in range(len(keys)) if n not in standing}
    return [
        out_of_place(table, file.rows[n][0], file.header[places[0]], keys[n], before[n])
        for n in before
        if before[n] != keys[n]  # a key that stands twice is behind itself; that it does is told elsewhere
    ]


def out_of_place(table: str, line: int, column: str, key: list[str], before: list[str] | None) -> Problem:
    if before is None:
        return finding(table, line, column, "first", level="warning", key=key)
    return finding(table, line, column, "behind", level="warning", key=key, before=before)


def longest_rise(ranks: list[int]) -> set[int]:
    """Returns the positions of a longest rising run of values, found by patience sorting."""
    tops, ends, before = [], [], {}
    for n, rank in enumerate(ranks):
        pile = bisect_left(tops, rank)
        before[n] = ends[pile - 1] if pile else None
        tops[pile : pile + 1] = [rank]
        ends[pile : pile + 1] = [n]
    kept, at = set(), ends[-1] if ends else None
    while at is not None:
        kept.add(at)
        at = before[at]
    return kept


def needless_signs(table: str, file: RawTable) -> list[Problem]:
    """Returns a finding where the same rows would be written with other quotes or without blank lines.

    Byte-order marks, line ends and separators are the rule `file_forms`.
    """
    text = file.content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    if file.separator != "," or text == written([file.header, *(cells for _, cells in file.rows)]).replace("\r", "\n"):
        return []
    return [finding(table, 0, "", "signs", level="warning")]
