"""What the print of a row says of its figure: the value in yuan or in the measure's unit, and the qualifier."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from build_scripts.checks.rules.figures_agree import FACTORS
from build_scripts.commands.incoming.cells import plain_number
from build_scripts.commands.incoming.remarks import Remark, asked, mended
from build_scripts.reading.figures import UnreadableFigure, read_figure

VALUE_COLUMNS = {"funds": "amount", "observations": "value"}
YUAN = "元"
TEN_THOUSAND = Decimal(10_000)


def fill_figure(table: str, row: dict[str, str], line: int, units: dict[str, str]) -> tuple[dict, list[Remark]]:
    """Returns the cells that the print fills, and what is said or asked of them.

    `units` are the Chinese words of the unit of each measure, such as 亩 for `planted_area`. A value that stands is
    never changed: where it differs from the print, the unit is asked.
    """
    column, printed = VALUE_COLUMNS.get(table), row.get("as_printed", "")
    if not column or not printed:
        return {}, []
    try:
        figure = read_figure(printed)
    except UnreadableFigure:
        return {}, [] if row.get(column) else [asked("unreadable_print", line, column, print=printed)]
    if figure.is_range:
        return {}, [] if row.get(column) else [asked("range", line, column, print=printed)]
    value = value_in_unit(table, row, figure, units)
    if value is None and figure.low is not None:
        return {}, [] if row.get(column) else [asked("other_unit", line, column, print=printed, unit=figure.unit)]
    return filled(column, row, line, value, figure.qualifier)


def value_in_unit(table: str, row: dict[str, str], figure, units: dict[str, str]) -> Decimal | None:
    """Returns the printed value in yuan or in the unit of the measure; None where the units do not meet."""
    if figure.low is None:
        return None
    if table == "funds":
        return figure.low if figure.unit in (YUAN, "") else None
    code, word = units.get(row.get("measure_id", ""), ("", ""))
    if figure.unit in ("", word) or (figure.unit == "%" and code == "percent"):
        return figure.low
    factor = FACTORS.get((figure.unit, code))
    return figure.low * factor if factor else None


def filled(column: str, row: dict[str, str], line: int, value: Decimal | None, qualifier: str):
    """Returns value and qualifier where they are empty; asks where the value that stands is another."""
    cells, remarks = {}, []
    stands = row.get(column, "")
    if not stands and value is not None:
        cells[column] = plain_number(value)
        remarks.append(mended("from_print", line, column, value=cells[column], print=row["as_printed"]))
    elif stands and value is not None and (other := as_decimal(stands)) is not None and other != value:
        key = "ten_thousand" if other * TEN_THOUSAND == value else "differs"
        remarks.append(asked(key, line, column, value=stands, printed=plain_number(value)))
    if not row.get("qualifier"):
        cells["qualifier"] = qualifier
        remarks.append(mended("qualifier", line, "qualifier", value=qualifier))
    return cells, remarks


def as_decimal(text: str) -> Decimal | None:
    try:
        return Decimal(text)
    except InvalidOperation:
        return None
