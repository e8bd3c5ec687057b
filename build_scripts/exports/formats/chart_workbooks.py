"""The data of each chart as a workbook: `charts/<language>/<name>.xlsx`."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.charts.model import Cell, Sketch
from build_scripts.exports.model import Download, Edition, of_schema
from build_scripts.exports.workbooks import XLSX, Head, Properties, Sheet, workbook
from build_scripts.labels import word


def downloads(edition: Edition) -> Iterator[Download]:
    """Yields one workbook a drawing."""
    for drawing in edition.drawings.values():
        path = f"charts/{drawing.sketch.lang}/{drawing.sketch.name}.xlsx"
        yield Download(path, sketch_workbook(drawing.sketch, edition), XLSX)


def sketch_workbook(sketch: Sketch, edition: Edition) -> bytes:
    """Returns the rows of the chart's data table, the claims behind each, and a sheet that says what it is."""

    def say(key: str, **values: object) -> str:
        return word(sketch.lang, f"exports.{key}", **values)

    heads = [Head(title, 18 if place else 28) for place, title in enumerate((*sketch.header, say("claims")))]
    rows = [(*map(cell_value, cells), claims_of(cells)) for cells in sketch.rows]
    descriptor = edition.package.descriptor
    licence = say("licence", licence=descriptor["licenses"][0]["name"])
    about = [sketch.title, sketch.question, sketch.alt, sketch.note, licence, edition.address]
    author = of_schema(descriptor)[sketch.lang]
    sheets = [Sheet(say("data_sheet"), rows, heads), Sheet(say("about_sheet"), [[line] for line in about if line])]
    return workbook(sheets, Properties(sketch.title, author, licence, edition.modified))


def cell_value(cell: Cell) -> object:
    """Returns the bare value of a cell, or its words where it has none."""
    return cell.text if cell.value is None else cell.value


def claims_of(cells: tuple[Cell, ...]) -> str | None:
    """Returns the ids of the claims behind a row, each once."""
    return " ".join(dict.fromkeys(claim for cell in cells for claim in cell.claims)) or None
