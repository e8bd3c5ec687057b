"""What the schemas say, asked of Frictionless: which cell is wrong, as a code with values.

The error types and their fields are those of Frictionless 5 (frictionless/errors/*.py). A type that is not
listed here keeps its own English message, so nothing is lost. Files whose form is broken are not asked about:
`file_forms` says what is wrong with them.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from build_scripts.checks.suggest import suggest_codes, suggest_date, suggest_id, suggest_plain, suggest_print
from build_scripts.ledger.package import Package, data_package
from build_scripts.ledger.problem import Problem, finding
from build_scripts.ledger.tables import RawTables

CODES = {
    "unique-error": "not_unique",
    "primary-key": "key",
    "missing-cell": "missing_cell",
    "extra-cell": "extra_cell",
    "blank-row": "blank_row",
    **dict.fromkeys(("package-error", "resource-error", "schema-error", "field-error"), "metadata"),
}
KEY_CELLS = ("not_unique", "required", "required_code")  # they name the cell for which "key" names the row alone
TYPES = ("integer", "number", "boolean")
CONSTRAINTS = {"maxLength": "too_long", "minLength": "too_short", "minimum": "too_small", "maximum": "too_large"}
CONSTRAINT = re.compile(r'constraint "(\w+)" is "(.*)"', re.DOTALL)
TYPE = re.compile(r'type is "(\w+)')
NUMBERED = re.compile(r"(.*?[a-z])([0-9]+)")
ID_FORM = "[a-z0-9][a-z0-9._-]*"


def schema_problems(package: Package, raw: RawTables, broken: Collection[str] = ()) -> list[Problem]:
    """What each schema alone can say of its table: types, patterns, enums, required cells, keys.

    `broken` are tables that are left out. References between tables are the rule `foreign_keys`: Frictionless
    reads a table again for each of them.
    """
    import frictionless  # late: half a second that the other commands need not wait for

    descriptor = data_package(package)
    descriptor["resources"] = [
        {
            **resource,
            "path": package.resource(resource["name"])["path"],
            "schema": {**resource["schema"], "fields": asked_of(resource["schema"]), "foreignKeys": []},
        }
        for resource in descriptor["resources"]
        if resource["name"] not in broken
    ]
    if not descriptor["resources"]:
        return []
    try:
        with frictionless.system.use_context(trusted=True):
            opened = frictionless.Package(descriptor, basepath=str(package.root))
            report = opened.validate(limit_errors=1_000_000)
    except frictionless.FrictionlessException as exception:  # a schema that cannot even be opened
        return [problem_of_error(package, {}, "datapackage.yaml", error) for error in exception.to_errors()]
    return problems_of_report(package, raw, report)


def asked_of(schema: dict) -> list[dict]:
    """Returns the fields of a schema without what is ours alone, which Frictionless copies often and never reads."""
    return [{k: v for k, v in f.items() if k != "codes" and not k.endswith("_en")} for f in schema["fields"]]


def problems_of_report(package: Package, raw: RawTables, report: object) -> list[Problem]:
    """Returns one problem for every error of a Frictionless report, in order; of a key, the cell alone is told."""
    errors = [("datapackage.yaml", error) for error in report.errors]
    errors += [(task.name, error) for task in report.tasks for error in task.errors]
    tables = {table for table, error in errors if table in raw}
    lines = {table: dict(enumerate((line for line, _ in raw[table].records), start=1)) for table in tables}
    found = [problem_of_error(package, lines.get(table, {}), table, error) for table, error in errors]
    found = [with_free_id(problem, raw) for problem in found]
    told = {(p.table, p.row) for p in found if p.code in KEY_CELLS}
    return [p for p in found if p.code != "key" or (p.table, p.row) not in told]


def with_free_id(problem: Problem, raw: RawTables) -> Problem:
    """Returns the problem; of a numbered id that stands twice, with the next number that is free."""
    number = NUMBERED.fullmatch(dict(problem.values).get("cell", "")) if problem.code == "not_unique" else None
    if not number:
        return problem
    taken = {cells[0] for _, cells in raw[problem.table].rows if cells}
    counted = (f"{number[1]}{n:0{len(number[2])}}" for n in range(int(number[2]) + 1, len(taken) + int(number[2]) + 2))
    free = next(each for each in counted if each not in taken)
    return replace(problem, values=tuple(sorted((*problem.values, ("suggestion", free)))))


def problem_of_error(package: Package, lines: dict[int, int], table: str, error: object) -> Problem:
    """Returns the problem for one Frictionless error of one table.

    Frictionless counts records; people and editors count `lines`, and a cell may hold line breaks.
    """
    column = getattr(error, "field_name", "") or ""
    record = getattr(error, "row_number", 0) or next(iter(getattr(error, "row_numbers", [])), 0)
    code, values = code_of_error(package, table, column, error)
    return finding(table, lines.get(record, record), column, code, rule="schema", **values)


def code_of_error(package: Package, table: str, column: str, error: object) -> tuple[str, dict]:
    """Returns the code of an error and the values its words need."""
    cell = getattr(error, "cell", None) or ""
    if error.type == "type-error" and (match := TYPE.search(error.note)) and match[1] in TYPES:
        return match[1], {"cell": cell, **suggest_plain(cell, match[1])}
    if error.type == "constraint-error" and (match := CONSTRAINT.search(error.note)):
        return code_of_constraint(package, table, column, cell, match)
    if error.type in CODES:
        return CODES[error.type], {"cell": cell, "note": error.note}
    return "other", {"message": error.message}


def code_of_constraint(
    package: Package, table: str, column: str, cell: str, constraint: re.Match
) -> tuple[str, dict]:
    """Returns the code and the values for a cell that breaks a constraint (its name, what it asks for)."""
    name, asked = constraint.groups()
    field = next((f for f in package.schemas[table]["fields"] if f["name"] == column), {})
    codes = field.get("codes", {})
    if name == "required":
        says = {"says_zh": [field.get("description", "")], "says_en": [field.get("description_en", "")]}  # never cut
        return ("required_code", says | {"codes": list(codes)}) if codes else ("required", says)
    if name == "enum":
        return "enum", {"cell": cell, "codes": list(codes), **suggest_codes(cell, codes)}
    if name == "pattern" and asked.startswith("[0-9]{4}"):
        return "date_form", {"cell": cell, **suggest_date(cell)}
    if name == "pattern" and asked == ID_FORM:
        return "id_form", {"cell": cell, **suggest_id(cell)}
    meant = suggest_print(cell) if name == "maxLength" and column == "as_printed" else {}
    return CONSTRAINTS.get(name, name), {"cell": cell, "asked": asked, **meant}
