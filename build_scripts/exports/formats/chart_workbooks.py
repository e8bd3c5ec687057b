"""The data of each chart as a workbook: `charts/<language>/<name>.xlsx`."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.charts.model import Sketch
from build_scripts.exports.formats.charts import titles
from build_scripts.exports.model import Download, Edition, of_schema
from build_scripts.exports.workbooks import XLSX, Head, Properties, Sheet, workbook
from build_scripts.labels import word


def downloads(edition: Edition) -> Iterator[Download]:
    """Yields one workbook a drawing."""
    for drawing in edition.drawings.values():
        path = f"charts/{drawing.sketch.lang}/{drawing.sketch.name}.xlsx"
        yield Download(path, sketch_workbook(drawing.sketch, edition), XLSX)


def sketch_workbook(sketch: Sketch, edition: Edition) -> bytes:
    """Returns the frame of the chart, a row a mark, and a sheet that says what it is."""

    def say(key: str, **values: object) -> str:
        return word(sketch.lang, f"exports.{key}", **values)

    columns = titles(sketch)
    heads = [Head(title, 18 if place else 28) for place, title in enumerate(columns.values())]
    rows = [[cell_value(value) for value in row] for row in sketch.data[list(columns)].itertuples(index=False)]
    descriptor = edition.package.descriptor
    licence = say("licence", licence=descriptor["licenses"][0]["name"])
    about = [sketch.title, sketch.scope, sketch.question, sketch.alt, sketch.note, sketch.source, licence]
    author = of_schema(descriptor)[sketch.lang]
    sheets = [Sheet(say("data_sheet"), rows, heads), Sheet(say("about_sheet"), [[line] for line in about if line])]
    return workbook(sheets, Properties(sketch.short, author, licence, edition.modified))


def cell_value(value: object) -> object:
    """Returns a cell as a workbook holds it; the ids of a row's claims are parted by spaces."""
    return " ".join(value) if isinstance(value, tuple) else value
