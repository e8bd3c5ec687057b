"""What is wrong with a row and where: one type for every check. `labels/problems.py` puts it into words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

Value = str | tuple[str, ...]
# Unicode categories that are never printed raw: control, format (bidirectional, zero-width), not characters.
HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


@dataclass(frozen=True, order=True)
class Problem:
    """One finding. `row` is the line number in the CSV file (the header is line 1); 0 means the whole file.

    `rule` and `code` say what is wrong, `values` (name, text) what the words are filled with: `x_zh` and `x_en`
    are one value in two languages, `because` the code of a reason, `suggestion` what was probably meant.
    `level` is "error" (the build stops) or "warning" (a question, or an advice).
    """

    table: str
    row: int
    column: str
    rule: str
    code: str
    values: tuple[tuple[str, Value], ...] = ()
    level: str = "error"

    @property
    def file(self) -> str:
        return f"datasets/{self.table}.csv" if "/" not in self.table and "." not in self.table else self.table


def finding(
    table: str, row: int, column: str, code: str, *, rule: str = "", level: str = "error", **values: object
) -> Problem:
    """Returns the problem with its values as text; a rule of `checks/rules` leaves its own name to its caller."""
    return Problem(table, row, column, rule, code, tuple((k, as_value(v)) for k, v in sorted(values.items())), level)


def as_value(value: object) -> Value:
    """Returns a value as text: a Decimal without exponent, a boolean as in a CSV file, a list as a tuple."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, Iterable):
        return tuple(map(str, value))
    return "" if value is None else str(value)


def errors(problems: list[Problem]) -> list[Problem]:
    """The findings that stop a build."""
    return [p for p in problems if p.level == "error"]


class LedgerError(Exception):
    """The ledger has problems that stop the work; `problems` lists all of them."""

    def __init__(self, problems: list[Problem]):
        self.problems = sorted(problems)
        super().__init__("\n".join(f"{p.file}:{p.row}: {p.column}: {p.rule}.{p.code}" for p in self.problems))
