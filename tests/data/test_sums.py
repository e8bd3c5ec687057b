"""A printed sum of money leads, not its largest addend: the addends are told to be its parts."""

import csv
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
SUM = re.compile(r"([a-z0-9]+\.f[0-9]+) = ([a-z0-9]+\.f[0-9]+(?: \+ [a-z0-9]+\.f[0-9]+)+)")


def rows_of(table: str) -> list[dict[str, str]]:
    with (ROOT / "datasets" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_what_a_document_adds_up_is_part_of_its_sum():
    part_of = {row["fund_id"]: row["part_of"] for row in rows_of("funds")}
    relations = [row for row in rows_of("relations") if row["kind"] == "sum" and row["is_apart"] != "true"]
    sums = [found.groups() for row in relations if (found := SUM.fullmatch(row["statement"]))]
    assert ("n513.f06", "n513.f01 + n513.f04 + n513.f05") in sums
    assert [(whole, part) for whole, parts in sums for part in parts.split(" + ") if part_of[part] != whole] == []
