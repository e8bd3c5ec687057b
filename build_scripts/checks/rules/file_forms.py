"""A CSV file has no byte-order mark, LF line ends, the schema's header, and rows (unless it may be empty)."""

from __future__ import annotations

from build_scripts.ledger.package import Package
from build_scripts.ledger.problem import Problem
from build_scripts.ledger.tables import Tables, read_file, read_rows

BOM = b"\xef\xbb\xbf"


def problems(package: Package, tables: Tables) -> list[Problem]:
    """Files whose bytes, header or lack of rows the schema report does not speak of."""
    return [p for table in package.schemas for p in file_problems(package, table)]


def file_problems(package: Package, table: str) -> list[Problem]:
    content = read_file(package.path(table))
    if not content:  # missing or empty: the schema report says so
        return []
    found = []
    if content.startswith(BOM):
        found.append(
            Problem(
                table,
                1,
                "",
                "文件以 BOM 开头",
                "the file begins with a byte-order mark",
                "运行 make format",
                "run make format",
            )
        )
    if b"\r" in content:
        line = content[: content.index(b"\r")].count(b"\n") + 1
        found.append(
            Problem(
                table, line, "", "换行不是 LF", "line ends are not LF", "运行 make format", "run make format"
            )
        )
    header, rows = read_rows(package, table)
    columns = package.columns(table)
    if header != columns:
        found.append(
            Problem(
                table,
                1,
                "",
                "表头与模式的列名或次序不同",
                "the header differs from the schema in its columns or their order",
                f"写成：{','.join(columns)}",
                f"write {','.join(columns)}",
            )
        )
    if not rows and not package.resource(table).get("may_be_empty", False):
        found.append(
            Problem(
                table,
                0,
                "",
                "只有表头，没有内容",
                "has a header but no rows",
                "加上内容，或在 datapackage.yaml 里写 may_be_empty: true",
                "add rows, or say may_be_empty: true in datapackage.yaml",
            )
        )
    return found
