"""The data of each chart as a workbook: `charts/<language>/<name>.xlsx`."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.charts.model import Cell, Sketch
from build_scripts.exports.model import Download, Edition
from build_scripts.exports.xlsx import XLSX, Sheet, workbook
from build_scripts.labels import word
from build_scripts.ledger.package import Package


def downloads(edition: Edition) -> Iterator[Download]:
    """Yields one workbook a drawing."""
    for drawing in edition.drawings.values():
        path = f"charts/{drawing.sketch.lang}/{drawing.sketch.name}.xlsx"
        yield Download(path, sketch_workbook(drawing.sketch, edition.package), XLSX)


def sketch_workbook(sketch: Sketch, package: Package) -> bytes:
    """Returns the rows of the chart's data table, the claims behind each, and a sheet that says what it is."""

    def say(key: str, **values: object) -> str:
        return word(sketch.lang, f"exports.{key}", **values)

    head = (*sketch.header, say("claims"))
    rows = [(*map(cell_value, cells), claims_of(cells)) for cells in sketch.rows]
    about = [sketch.title, sketch.question, sketch.alt, sketch.note,
             say("licence", licence=package.descriptor["licenses"][0]["name"])]  # fmt: skip
    widths = (28, *[18] * len(sketch.header))
    return workbook([
        Sheet(say("data_sheet"), [head, *rows], widths=widths),
        Sheet(say("about_sheet"), [[line] for line in about if line], heads=0, widths=(110,)),
    ])  # fmt: skip


def cell_value(cell: Cell) -> object:
    """Returns the bare value of a cell, or its words where it has none."""
    return cell.text if cell.value is None else cell.value


def claims_of(cells: tuple[Cell, ...]) -> str | None:
    """Returns the ids of the claims behind a row, each once."""
    return " ".join(dict.fromkeys(claim for cell in cells for claim in cell.claims)) or None
