"""What the schemas say, asked of Frictionless and told in words of our own: which cell is wrong, and what to do.

The error types and their fields are those of Frictionless 5 (frictionless/errors/*.py). A type that is not
listed here keeps its own English message, so nothing is lost.
"""

from __future__ import annotations

import ast
import re
from dataclasses import replace

from build_scripts.checks.quote import quote
from build_scripts.ledger.package import Package, data_package
from build_scripts.ledger.problem import Problem
from build_scripts.ledger.tables import RawTables

Words = tuple[str, str, str, str]  # message zh, message en, fix zh, fix en; {cell}, {note} … are filled in

HEADER = ("表头照模式的列名和次序写", "write the header as the schema names and orders its columns")
METADATA = (
    "datapackage.yaml 或模式写错了：{note}",
    "datapackage.yaml or a schema is wrong: {note}",
    "照 Data Package v2 和 Table Schema 改正",
    "mend it by Data Package v2 and Table Schema",
)
ERRORS: dict[str, Words] = {
    "unique-error": (
        "{cell}已在别的行用过",
        "{cell} is used by another row",
        "每行一个自己的编号",
        "give every row an id of its own",
    ),
    "primary-key": (
        "主键为空，或与另一行相同",
        "the key is empty, or the same as another row's",
        "换一个没有用过的编号，或删去重复的行",
        "choose an unused id, or delete the repeated row",
    ),
    "missing-cell": (
        "这一行缺一格",
        "the row is short of a cell",
        "没有内容也要留逗号",
        "keep the comma even where the cell is empty",
    ),
    "extra-cell": (
        "这一行多出一格{cell}",
        "the row has a cell too many: {cell}",
        "含逗号的文字要加双引号",
        "put text that holds a comma in double quotes",
    ),
    "blank-row": ("空行", "the row is blank", "删去这一行", "delete the row"),
    "missing-label": ("表头少了 {name} 一列", "the header lacks the column {name}", *HEADER),
    "extra-label": ("表头多了一列{label}", "the header has a column too many: {label}", *HEADER),
    "blank-label": ("表头有一格是空的", "a cell of the header is empty", *HEADER),
    "duplicate-label": ("表头里{label}出现两次", "the header has {label} twice", *HEADER),
    "incorrect-label": (
        "表头的{label}应为 {name}",
        "the header has {label} where {name} should stand",
        *HEADER,
    ),
    "blank-header": ("表头是空的", "the header is empty", *HEADER),
    "unmatched-header": ("表头与模式完全不符", "the header has none of the schema's columns", *HEADER),
    "encoding-error": (
        "文件不是 UTF-8 编码",
        "the file is not UTF-8: {note}",
        "另存为 UTF-8（不带 BOM）",
        "save it as UTF-8 without a byte-order mark",
    ),
    "scheme-error": (
        "读不到这个文件",
        "the file cannot be read: {note}",
        "放回这个文件；新表至少要有表头",
        "put the file back; a new table needs at least its header",
    ),
    "source-error": (
        "文件是空的，或内容不成表",
        "the file is empty or holds no table: {note}",
        "至少写上表头",
        "write at least the header",
    ),
    "format-error": (
        "文件不是合格的 CSV",
        "the file is not proper CSV: {note}",
        "检查引号是否成对",
        "see that every quotation mark has its partner",
    ),
    **dict.fromkeys(("package-error", "resource-error", "schema-error", "field-error"), METADATA),
}
TYPES: dict[str, Words] = {
    "integer": ("{cell}不是整数", "{cell} is not a whole number", "只用 0–9", "use the digits 0–9 only"),
    "number": (
        "{cell}不是数字",
        "{cell} is not a number",
        "只用 0–9 和小数点",
        "use the digits 0–9 and a decimal point only",
    ),
    "boolean": (
        "{cell}不是 true 或 false",
        "{cell} is not true or false",
        "写 true 或 false",
        "write true or false",
    ),
}
CONSTRAINTS: dict[str, Words] = {
    "required": ("不能为空", "is empty", "填上这一格", "fill the cell"),
    "pattern": (
        "{cell}不合格式",
        "{cell} does not have the right form",
        "格式：{value}",
        "the form is {value}",
    ),
    "enum": (
        "{cell}不在代码表里",
        "{cell} is not in the code list",
        "用其中之一：{value}",
        "use one of: {value}",
    ),
    "maxLength": (
        "{cell}超过 {value} 个字符",
        "{cell} is longer than {value} characters",
        "缩短到只剩数字或名称",
        "keep the figure or the name only",
    ),
    "minLength": (
        "{cell}不足 {value} 个字符",
        "{cell} is shorter than {value} characters",
        "补全",
        "complete it",
    ),
    "minimum": ("{cell}小于 {value}", "{cell} is below {value}", "不得小于 {value}", "use {value} or more"),
    "maximum": ("{cell}大于 {value}", "{cell} is above {value}", "不得大于 {value}", "use {value} or less"),
}
OTHER: Words = ("Frictionless 报告：{message}", "Frictionless reports: {message}", "", "")
CONSTRAINT = re.compile(r'constraint "(\w+)" is "(.*)"', re.DOTALL)
TYPE = re.compile(r'type is "(\w+)')


def schema_problems(package: Package, raw: RawTables) -> list[Problem]:
    """What each schema alone can say of its CSV file: header, types, patterns, enums, required cells, keys.

    References between tables are the rule `foreign_keys`: Frictionless reads a table again for each of them.
    """
    import frictionless  # late: half a second that the other commands need not wait for

    descriptor = data_package(package)
    descriptor["resources"] = [
        {
            **resource,
            "path": package.resource(resource["name"])["path"],
            "schema": {**resource["schema"], "foreignKeys": []},
        }
        for resource in descriptor["resources"]
    ]
    try:
        with frictionless.system.use_context(trusted=True):
            opened = frictionless.Package(descriptor, basepath=str(package.root))
            report = opened.validate(limit_errors=1_000_000)
    except frictionless.FrictionlessException as exception:  # a schema that cannot even be opened
        return [problem_of_error("datapackage.yaml", error) for error in exception.to_errors()]
    return with_line_numbers(raw, problems_of_report(report))



def with_line_numbers(raw: RawTables, problems: list[Problem]) -> list[Problem]:
    """Frictionless counts records; people and editors count lines, and a cell may hold line breaks."""
    tables = {p.table for p in problems if p.row and p.table in raw}
    lines = {table: dict(enumerate((line for line, _ in raw[table].records), start=1)) for table in tables}
    return [replace(p, row=lines.get(p.table, {}).get(p.row, p.row)) for p in problems]


def problems_of_report(report: object) -> list[Problem]:
    """Returns one problem for every error of a Frictionless report, in order; `row` counts records from 1."""
    whole = [problem_of_error("datapackage.yaml", error) for error in report.errors]
    return whole + [problem_of_error(task.name, error) for task in report.tasks for error in task.errors]


def problem_of_error(table: str, error: object) -> Problem:
    """Returns the problem for one Frictionless error of one table."""
    words, value = words_of_error(error)
    filled = {
        "cell": quote(getattr(error, "cell", "")),
        "label": quote(getattr(error, "label", "")),
        "name": getattr(error, "field_name", ""),
        "note": error.note,
        "message": error.message,
        "value": value,
    }
    row = getattr(error, "row_number", 0) or next(iter(getattr(error, "row_numbers", [])), 0)
    column = getattr(error, "field_name", "") or ""
    return Problem(table, row, column, *(text.format(**filled) for text in words), rule=error.type)


def words_of_error(error: object) -> tuple[Words, str]:
    """Returns the words for an error, and the value that a broken constraint asks for."""
    if error.type == "type-error" and (match := TYPE.search(error.note)):
        return TYPES.get(match[1], OTHER), ""
    if error.type == "constraint-error" and (match := CONSTRAINT.search(error.note)):
        return CONSTRAINTS.get(match[1], OTHER), listed_codes(match[2]) if match[1] == "enum" else match[2]
    return ERRORS.get(error.type, OTHER), ""


def listed_codes(value: str) -> str:
    """Returns the codes of an enum as Frictionless prints it, separated by commas."""
    try:
        return ", ".join(str(code) for code in ast.literal_eval(value))
    except (ValueError, SyntaxError):
        return value
