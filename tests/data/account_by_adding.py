"""The account by adding alone, as a spreadsheet would: two published files, and no line of the program.

`python tests/data/account_by_adding.py site/data` names each line that does not come out.
"""

import csv
import sys
from decimal import Decimal
from pathlib import Path


def again(line, claims):
    """What the cells of a line of account.csv must be, from the rows of claims.csv that it names."""
    rows, printed = [claims[key] for key in line["located_ids"].split()], claims[line["printed_ids"].split()[0]]
    levels = {"province": [], "local": [], "project": []}
    for row in rows:
        level = "project" if row["project_id"] else "province" if row["level"] == "province" else "local"
        levels[level].append(Decimal(row["value"]))
    located, whole = sum(map(sum, levels.values())), Decimal(printed["value"])
    cells = {f"located_{name}": sum(values) if values else "" for name, values in levels.items()}
    cells |= {"printed": whole, "located": located if rows else "", "is_more_below": str(located > whole).lower()}
    cells |= {"not_located": "" if located > whole else whole - located}
    cells |= {"located_share": round(located / whole, 4) if rows else ""}
    cells |= {name: " ".join({row[name] for row in (printed, *rows)}) for name in ("fund_source", "stage")}
    return {name: str(cell) for name, cell in cells.items()}


def number(cell):
    """A cell as a number where it is one: 1.50 and 1.5 are the same."""
    return Decimal(cell) if cell.replace(".", "").isdigit() else cell


def differences(lines, claims):
    """(line, column, published, done again) of every cell that does not come out, numbers compared as numbers."""
    rows = {row["claim_id"]: row for row in claims}
    return [(line["line_id"], name, line[name], cell) for line in lines for name, cell in again(line, rows).items()
            if number(line[name]) != number(cell)]  # fmt: skip


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    lines, claims = (
        list(csv.DictReader((folder / name).open(encoding="utf-8-sig"))) for name in ("account.csv", "claims.csv")
    )
    found = differences(lines, claims)
    print(*found, f"{len(lines)} lines, {len(found)} differences", sep="\n")
