"""The date of an event is what its print says, and no more precise than the print where that is a date."""

from __future__ import annotations

import re

from build_scripts.checks.rules.dates import PART
from build_scripts.ledger.package import Package
from build_scripts.ledger.problem import Problem, finding
from build_scripts.ledger.tables import Tables, rows_of

PRINT = re.compile(r"(?:([0-9]{4})年)?(?:([0-9]{1,2})月)?(?:([0-9]{1,2})[日号號])?")
ISO = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})(?:[-/.]([0-9]{1,2}))?")


def problems(package: Package, tables: Tables) -> list[Problem]:
    """Events whose date differs from the print (an error), or says a month or day that a dated print does not."""
    found = []
    for row in rows_of(tables["events"]):
        printed, own = printed_parts(row.as_printed or ""), PART.fullmatch((row.date or "").split("/")[0])
        if not any(printed) or not own:
            continue
        pairs = [(int(part), said) for part, said in zip(own.groups(), printed, strict=True) if part]
        values = {"date": row.date, "print": row.as_printed}
        if any(said is not None and part != said for part, said in pairs):
            found.append(finding("events", row.Index, "date", "differs", **values, **as_iso(printed)))
        elif pairs[-1][1] is None and "date" not in inferred(row):
            found.append(finding("events", row.Index, "date", "finer", level="warning", **values))
    return found


def printed_parts(as_printed: str) -> tuple[int | None, ...]:
    """Returns year, month and day as far as the print is a date and says them."""
    match = ISO.fullmatch(as_printed.strip()) or PRINT.fullmatch(as_printed.strip())
    return tuple(int(part) if part else None for part in match.groups()) if match else (None, None, None)


def as_iso(printed: tuple[int | None, ...]) -> dict[str, str]:
    """Returns the printed date as the ledger writes it; nothing where the print lacks the year."""
    said = [f"{part:02}" for part in printed if part is not None]
    return {"suggestion": "-".join(said)} if printed[0] else {}


def inferred(row: object) -> list[str]:
    return (row.inferred or "").split()
