"""Draft rows out of a document, for a person to accept or reject; nothing is written into the ledger.

    python -m build_scripts extract FILE --source ID [-o draft.xlsx|draft.csv|draft.json] [--text TEXT]

`-o -.json` prints the list. Offsets count the characters of the text; of an HTML, DOCX or PDF file that text
is what --text saves, and what the ledger's proof is then held against.
"""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from build_scripts.ledger.package import Package, open_package
from build_scripts.ledger.problem import LedgerError, finding
from build_scripts.ledger.spreadsheets import as_text
from build_scripts.ledger.tables import read_raw_table, type_table
from build_scripts.reading.extract.draft import GUESSES, KEYS, Draft
from build_scripts.reading.extract.files import read_document
from build_scripts.reading.extract.folding import fold
from build_scripts.reading.extract.people import masked, name_spans
from build_scripts.reading.extract.propose import propose
from build_scripts.reading.extract.vocabulary import read_vocabulary

CONTEXT = 20  # characters on each side of a figure, in the draft alone
CHOICES = {"funds": ("fund_source", "stage", "basis", "qualifier")}
HEADS = ("accept", "before", "figure", "after")
ADDED = ("label", "label_en", "source_id")  # what `import` needs beside the draft; the words are the reviewer's


def run(file: Path, source_id: str, output: str, root: Path, save_text: Path | None = None) -> int:
    """Writes the draft of a document; returns 0. Raises LedgerError where the document cannot be read."""
    text = read_document(file)
    drafts = drafts_of(text, source_id, root)
    if save_text:
        save_text.write_bytes(text.encode())
    content = encoded(drafts, text, source_id, output, root)
    if output.startswith("-"):
        sys.stdout.write(content.decode())
    else:
        Path(output).write_bytes(content)
        left = sum(bool(draft.leave_out) for draft in drafts)
        print(f"{output}: {len(drafts) - left} rows proposed, {left} figures left out")
    return 0


def drafts_of(text: str, source_id: str, root: Path) -> list[Draft]:
    """Returns the draft rows of a text, or of the part of it that is the source."""
    known = read_vocabulary(root, source_id)
    row = known.source
    return propose(
        text, known, row.get("title", ""), int(row.get("text_start") or 0), int(row.get("text_end") or len(text))
    )


def encoded(drafts: Sequence[Draft], text: str, source_id: str, output: str, root: Path) -> bytes:
    """Returns the file that the output's ending asks for; raises LedgerError for another ending."""
    ending = output.rpartition(".")[2].lower()
    if ending == "json":
        return (json.dumps([draft.as_dict() for draft in drafts], ensure_ascii=False, indent=1) + "\n").encode()
    if ending == "csv":
        return as_csv(drafts)
    if ending == "xlsx" and not output.startswith("-"):
        return as_workbook(drafts, text, source_id, open_package(root))
    raise LedgerError([finding("./extract", 0, "-o", "format", rule="extract", output=output)])


def flat(draft: Draft) -> dict[str, object]:
    """Returns a draft as one row of cells, each confidence in a column of its own."""
    cells = draft.as_dict()
    sure = cells.pop("confidence")
    return {key: "" if cell is None else cell for key, cell in cells.items()} | {
        f"confidence_{guess}": sure.get(guess, "") for guess in GUESSES
    }


def columns() -> list[str]:
    return [key for key in KEYS if key != "confidence"] + [f"confidence_{guess}" for guess in GUESSES]


def as_csv(drafts: Sequence[Draft]) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, columns(), lineterminator="\n")
    writer.writeheader()
    writer.writerows({key: safe(cell) for key, cell in flat(draft).items()} for draft in drafts)
    return out.getvalue().encode()


def as_workbook(drafts: Sequence[Draft], text: str, source_id: str, package: Package) -> bytes:
    """Returns a workbook to review: each figure between twenty characters of its text, guesses with drop-downs.

    Written by openpyxl, because exports/workbooks.py has no drop-downs. Names of natural persons are covered.
    """
    from openpyxl import Workbook
    from openpyxl.styles import Font

    book = Workbook()
    sheet = book.active
    sheet.title = "draft"
    sheet.append([*HEADS, *columns(), *ADDED])
    spans = name_spans(fold(text))
    for draft in drafts:
        end = draft.start + len(draft.as_printed)
        around = [
            masked(text, *span, spans)
            for span in (
                (max(0, draft.start - CONTEXT), draft.start),
                (draft.start, end),
                (end, min(len(text), end + CONTEXT)),
            )
        ]
        if draft.leave_out == "natural_person":
            around = ["", draft.as_printed, ""]
        cells = [*map(safe, around), *map(safe, flat(draft).values()), "", "", source_id]
        sheet.append(["reject" if draft.leave_out else "", *cells])
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    sheet.freeze_panes = "E2"
    add_choices(book, sheet, package, len(drafts) + 1)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def safe(cell: object) -> object:
    """Returns a cell that no spreadsheet takes for a formula, on one line, without what XML cannot hold."""
    if not isinstance(cell, str):
        return cell
    return as_text("".join(char if char >= " " else " " for char in cell))


def add_choices(book: object, sheet: object, package: Package, last: int) -> None:
    """Adds a sheet of codes and the drop-downs that offer them."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    lists = {"accept": ["accept", "reject"], "table": ["funds", "observations"]}
    lists |= {column: list(package.codes("funds", column)) for column in CHOICES["funds"]}
    lists["measure_id"] = sorted(
        type_table(package.schemas["measures"]["fields"], read_raw_table(package, "measures"))["measure_id"]
    )
    codes = book.create_sheet("codes")
    heads = [*HEADS, *columns()]
    for number, (column, values) in enumerate(lists.items(), start=1):
        letter = get_column_letter(number)
        for row, value in enumerate([column, *values], start=1):
            codes.cell(row=row, column=number, value=value)
        choice = DataValidation(
            type="list", formula1=f"=codes!${letter}$2:${letter}${len(values) + 1}", allow_blank=True
        )
        sheet.add_data_validation(choice)
        place = get_column_letter(heads.index(column) + 1)
        choice.add(f"{place}2:{place}{max(2, last)}")
