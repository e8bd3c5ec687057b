"""The workbook in which rows are written: a sheet a table, every cell text, every choice a list. Made from the schemas.

Above the header of a sheet stand what to write and whether it must be; below it one row of the ledger as an example.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime

import pandas as pd
import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

from build_scripts.labels import word
from build_scripts.labels.choices import Choice, code_choices, row_choices, target_of
from build_scripts.ledger.package import Package

TABLES = ("funds", "observations", "projects", "events", "pairings", "sources")  # what is sent most often comes first
ABOUT, NEED, HEADER, EXAMPLE, FIRST = 0, 1, 2, 3, 4  # rows of a sheet, from 0
ROWS = 500  # rows that carry text form and lists
LONGEST_TITLE, LONGEST_PROMPT = 32, 255  # limits of Excel
MADE = datetime(2021, 1, 1)  # the same bytes at each run
FILLED_IN = ("section", "start", "also_at", "text_sha256", "text_start", "text_end")
COLOURS = {"required": "#FDE9D9", "optional": "#EAF1DD", "filled_in": "#EEEEEE"}


def template(package: Package, frames: dict[str, pd.DataFrame], lang: str, tables: Sequence[str] = TABLES) -> bytes:
    """Returns the XLSX file for these tables; `frames` are the typed tables that are chosen from."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": MADE, "title": word(lang, "template.about")[0]})
    forms = formats(book)
    about_sheet(book, package, lang, tables, forms)
    sheets = {table: book.add_worksheet(title(package.schemas[table], lang)) for table in tables}
    choices = choices_of(package, frames, tables)
    lists = write_lists(book, choices, lang)
    for table, sheet in sheets.items():
        shown = example(package, frames[table], choices, lang, table)
        write_sheet(sheet, package, shown, lang, table, lists, forms)
    book.close()
    return out.getvalue()


def title(node: dict, lang: str, key: str = "title") -> str:
    """Returns title or description of a table or field in one language."""
    return node[key if lang == "zh" else f"{key}_en"]


def formats(book: xlsxwriter.Workbook) -> dict:
    """Returns the forms of cells: text, wrapped text, headers by need, the example."""
    text = {"num_format": "@", "valign": "top"}
    return {
        "text": book.add_format(text),
        "about": book.add_format({**text, "text_wrap": True, "font_size": 9, "font_color": "#444444"}),
        "bold": book.add_format({**text, "bold": True}),
        "example": book.add_format({**text, "italic": True, "font_color": "#808080"}),
        **{need: book.add_format({**text, "bold": True, "bg_color": colour}) for need, colour in COLOURS.items()},
    }


def need_of(field: dict, key: str) -> str:
    """Returns required, optional or filled_in: ids and evidence are filled in on import, figures by their print."""
    if field["name"] in (key, *FILLED_IN):
        return "filled_in"
    return "required" if field.get("constraints", {}).get("required") else "optional"


def about_sheet(book, package: Package, lang: str, tables: Sequence[str], forms: dict) -> None:
    """Writes what the workbook is, then every column of its sheets."""
    sheet = book.add_worksheet(word(lang, "template.about_sheet"))
    lines = word(lang, "template.about")
    for row, line in enumerate(lines):
        sheet.write_string(row, 0, line, forms["bold"] if row == 0 else None)
    rows = [[word(lang, f"template.columns.{name}") for name in ("table", "column", "need", "about")]]
    for table in tables:
        schema = package.schemas[table]
        for field in schema["fields"]:
            need = word(lang, f"template.{need_of(field, schema['primaryKey'][0])}")
            rows.append([title(schema, lang), header(field, lang), need, title(field, lang, "description")])
    for row, cells in enumerate(rows, start=len(lines) + 1):
        for column, cell in enumerate(cells):
            sheet.write_string(row, column, cell, forms["bold"] if row == len(lines) + 1 else None)
    for column, width in enumerate((14, 34, 24, 90)):
        sheet.set_column(column, column, width)


def header(field: dict, lang: str) -> str:
    """Returns the header of a column: its title, then its name, by which it is read back."""
    return f"{title(field, lang)} {field['name']}"


def choices_of(package: Package, frames: dict, tables: Sequence[str]) -> dict[str, list[Choice]]:
    """Returns what may be chosen: `<table>.<column>` of a code -> its codes, the name of a table -> its rows."""
    wanted: dict[str, list[Choice]] = {}
    for table in tables:
        schema = package.schemas[table]
        for field in schema["fields"]:
            target = target_of(schema, table, field["name"])
            if choices := code_choices(field):
                wanted[f"{table}.{field['name']}"] = choices
            elif target and target not in wanted:
                wanted[target] = row_choices(package, frames, target)
    return wanted


def write_lists(book, wanted: dict[str, list[Choice]], lang: str) -> dict[str, str]:
    """Writes the sheet of lists; returns what is chosen -> the range it stands in."""
    sheet = book.add_worksheet(word(lang, "template.lists_sheet"))
    ranges = {}
    for column, (name, choices) in enumerate(wanted.items()):
        sheet.write_string(0, column, name)
        for row, choice in enumerate(choices, start=1):
            sheet.write_string(row, column, choice.shown(lang))
        letter = xl_col_to_name(column)
        ranges[name] = f"='{sheet.get_name()}'!${letter}$2:${letter}${max(len(choices), 1) + 1}"
    sheet.freeze_panes(1, 0)
    sheet.set_column(0, max(len(wanted) - 1, 0), 36)
    sheet.autofilter(0, 0, max(map(len, wanted.values()), default=1), max(len(wanted) - 1, 0))
    return ranges


def write_sheet(sheet, package: Package, shown: dict, lang: str, table: str, lists: dict, forms: dict) -> None:
    """Writes head, example (`shown`) and lists of one table."""
    schema = package.schemas[table]
    fields, key = schema["fields"], schema["primaryKey"][0]
    for column, field in enumerate(fields):
        need = need_of(field, key)
        sheet.set_column(column, column, 22, forms["text"])
        sheet.write_string(ABOUT, column, title(field, lang, "description"), forms["about"])
        sheet.write_string(NEED, column, word(lang, f"template.{need}"), forms["about"])
        sheet.write_string(HEADER, column, header(field, lang), forms[need])
        cell = word(lang, "template.example") if field["name"] == key else shown.get(field["name"], "")
        sheet.write_string(EXAMPLE, column, cell, forms["example"])
        choose(sheet, column, field, table, lists, lang, target_of(schema, table, field["name"]))
    sheet.set_row(ABOUT, 64)
    sheet.freeze_panes(FIRST, 1)


def choose(sheet, column: int, field: dict, table: str, lists: dict, lang: str, target: str) -> None:
    """Hangs the list of a column on its cells: a code must be in it, a row of another table may be new."""
    source = lists.get(f"{table}.{field['name']}") or lists.get(target)
    prompt = title(field, lang, "description")[:LONGEST_PROMPT]
    head = {"input_title": title(field, lang)[:LONGEST_TITLE], "input_message": prompt}
    rule = {"validate": "any", **head}
    if source:
        said = word(lang, "template.unknown_choice" if target else "template.unknown_code")
        rule = {"validate": "list", "source": source, "error_message": said, **head}
        rule |= {"error_type": "warning" if target else "stop"}
    sheet.data_validation(FIRST, column, FIRST + ROWS, column, rule)


def example(package: Package, frame: pd.DataFrame, wanted: dict, lang: str, table: str) -> dict[str, str]:
    """Returns the row of the ledger that fills the most columns, as a person would write it."""
    if frame.empty:
        return {}
    row = frame.loc[frame.notna().sum(axis=1).idxmax()].to_dict()
    schema, shown = package.schemas[table], {}
    for field in schema["fields"]:
        cell = row[field["name"]]
        if cell is not None:
            text = str(cell).lower() if field["type"] == "boolean" else str(cell)
            target = target_of(schema, table, field["name"])
            choices = wanted.get(f"{table}.{field['name']}") or wanted.get(target, [])
            shown[field["name"]] = next((c.shown(lang) for c in choices if c.key == text), text)
    return shown
