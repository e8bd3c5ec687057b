"""A CSV file can be read whole: UTF-8 without a mark, LF, commas, paired quotes, the schema's header, rows.

Of a file that cannot be read whole only that is told: findings on its cells would be about the wrong cells.
"""

from __future__ import annotations

import re

from build_scripts.checks.suggest import suggest_words
from build_scripts.ledger.package import Package
from build_scripts.ledger.problem import Problem, finding
from build_scripts.ledger.sizes import MAX_BYTES
from build_scripts.ledger.tables import MAX_CELLS, MAX_CHARACTERS, RawTable, RawTables

BOM = b"\xef\xbb\xbf"
CONFLICT = re.compile(r"(<{7}|={7}|>{7}|\|{7})(?![<=>|])")
FAULTS = ("missing", "nothing", "too_big", "encoding", "encoding_unknown", "quotes", "long_cell", "wide_row")
# What `format` cannot mend, and what stands between the file and any finding on its cells.
LOSES = (*FAULTS, "conflict", "header_lacks", "header_extra", "header_twice")
BREAKING = (*LOSES, "separator", "header_order")


def problems(package: Package, raw: RawTables) -> list[Problem]:
    """Files whose bytes, header or lack of rows are wrong; of a broken file only what broke it."""
    return [problem for table, file in raw.items() for problem in file_problems(package, table, file)]


def file_problems(package: Package, table: str, file: RawTable) -> list[Problem]:
    """Returns what breaks the file, the first kind only; where nothing does, what else is wrong with its form."""
    return (
        conflicts(table, file)
        or faults(package, table, file)
        or separators(table, file)
        or header_problems(package, table, file)
        or form_problems(package, table, file)
    )


def conflicts(table: str, file: RawTable) -> list[Problem]:
    """Returns a finding for each line that git left to mark a conflict of two versions."""
    marks = [(line, CONFLICT.match(cells[0])) for line, cells in file.records if cells]
    return [finding(table, line, "", "conflict", mark=mark[1]) for line, mark in marks if mark]


def faults(package: Package, table: str, file: RawTable) -> list[Problem]:
    if file.fault is None:
        return []
    code, line = file.fault
    limits = {
        "encoding": {"encoding": file.encoding.upper()},
        "too_big": {"limit": package.descriptor.get("max_bytes", MAX_BYTES)},
        "long_cell": {"limit": MAX_CHARACTERS},
        "wide_row": {"limit": MAX_CELLS},
    }
    known = "encoding" if file.encoding else "encoding_unknown"
    return [finding(table, line, "", known if code == "encoding" else code, **limits.get(code, {}))]


def separators(table: str, file: RawTable) -> list[Problem]:
    if file.separator == ",":
        return []
    return [finding(table, 1, "", "separator", sign="Tab" if file.separator == "\t" else file.separator)]


def header_problems(package: Package, table: str, file: RawTable) -> list[Problem]:
    """Returns the columns that the header lacks, has too many or has twice; else that their order differs."""
    columns = package.columns(table)
    lacking = [name for name in columns if name not in file.header]
    titles = {f[key]: f["name"] for f in package.schemas[table]["fields"] for key in ("name", "title", "title_en")}
    found = [finding(table, 1, "", "header_lacks", names=lacking)] if lacking else []
    for label in dict.fromkeys(file.header):
        if label not in columns:
            meant = titles.get(suggest_words(label, titles).get("suggestion"), "")
            found.append(finding(table, 1, "", "header_extra", label=label, suggestion=meant))
        elif file.header.count(label) > 1:
            found.append(finding(table, 1, "", "header_twice", label=label))
    if not found and file.header != columns:
        return [finding(table, 1, "", "header_order", names=columns)]
    return found


def form_problems(package: Package, table: str, file: RawTable) -> list[Problem]:
    """Returns a byte-order mark, line ends that are not LF, where the first stands, and a table without rows."""
    found = []
    if file.content.startswith(BOM):
        found.append(finding(table, 1, "", "bom"))
    if b"\r" in file.content:
        line = file.content[: file.content.index(b"\r")].count(b"\n") + 1
        found.append(finding(table, line, "", "line_ends"))
    if not file.rows and not package.resource(table).get("may_be_empty", False):
        found.append(finding(table, 0, "", "no_rows"))
    return found
