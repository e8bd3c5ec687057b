"""A CSV file has no byte-order mark, LF line ends, the schema's header, and rows (unless it may be empty)."""

from __future__ import annotations

from build_scripts.ledger.package import Package
from build_scripts.ledger.problem import Problem
from build_scripts.ledger.tables import RawTable, RawTables

BOM = b"\xef\xbb\xbf"
FORMAT = ("运行 make format", "run make format")


def problems(package: Package, raw: RawTables) -> list[Problem]:
    """Files whose bytes, header or lack of rows the schema report does not speak of."""
    return [
        problem
        for table, file in raw.items()
        if file.content  # missing or empty: the schema report says so
        for problem in (*byte_problems(table, file.content), *shape_problems(package, table, file))
    ]


def byte_problems(table: str, content: bytes) -> list[Problem]:
    """Returns a finding for a byte-order mark, and one for line ends that are not LF, where the first stands."""
    found = []
    if content.startswith(BOM):
        found.append(Problem(table, 1, "", "文件以 BOM 开头", "the file begins with a byte-order mark", *FORMAT))
    if b"\r" in content:
        line = content[: content.index(b"\r")].count(b"\n") + 1
        found.append(Problem(table, line, "", "换行不是 LF", "line ends are not LF", *FORMAT))
    return found


def shape_problems(package: Package, table: str, file: RawTable) -> list[Problem]:
    """Returns a finding for a header that is not the schema's, and one for a table without rows."""
    columns = ",".join(package.columns(table))
    found = []
    if ",".join(file.header) != columns:
        differs = ("表头与模式的列名或次序不同", "the header differs from the schema in its columns or their order")
        found.append(Problem(table, 1, "", *differs, f"写成：{columns}", f"write {columns}"))
    if not file.rows and not package.resource(table).get("may_be_empty", False):
        empty = ("只有表头，没有内容", "has a header but no rows")
        said = "datapackage.yaml", "may_be_empty: true"
        fix = ("加上内容，或在 {} 里写 {}".format(*said), "add rows, or say {1} in {0}".format(*said))
        found.append(Problem(table, 0, "", *empty, *fix))
    return found
