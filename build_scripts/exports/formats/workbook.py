"""`data/pairing-ledger.xlsx`: a sheet a table with titles in both languages, and the dictionary of all columns."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.exports.model import Download, Edition, in_languages
from build_scripts.exports.xlsx import XLSX, Sheet, workbook
from build_scripts.labels import LANGUAGES, word
from build_scripts.ledger.package import Package
from build_scripts.views.model import Views

WIDTHS = {"string": 18, "integer": 12, "number": 16, "boolean": 10}
DICTIONARY_WIDTHS = (16, 20, 18, 24, 10, 10, 40, 50, 60)


def downloads(edition: Edition) -> Iterator[Download]:
    """Yields the workbook of all tables."""
    package, views = edition.package, edition.views
    tables = [table_sheet(name, schema, views) for name, schema in package.schemas.items()]
    yield Download(
        "data/pairing-ledger.xlsx",
        workbook([about_sheet(package, views), dictionary_sheet(package), *tables]),
        XLSX,
        in_languages("exports.file_titles.pairing-ledger"),
        in_languages("pages.data.files.xlsx"),
    )


def table_sheet(name: str, schema: dict, views: Views) -> Sheet:
    """Returns a table: titles in both languages in the first row, the names of the columns in the second."""
    fields = schema["fields"]
    titles = [f"{field['title']} {field['title_en']}" for field in fields]
    rows = views.tables[name].itertuples(index=False, name=None)
    widths = tuple(WIDTHS[field["type"]] for field in fields)
    return Sheet(name, [titles, [field["name"] for field in fields], *rows], heads=2, widths=widths)


def about_sheet(package: Package, views: Views) -> Sheet:
    """Returns what the workbook is, in both languages."""
    return Sheet("about", [[line] for line in about_lines(package, views)], heads=0, widths=(110,))


def about_lines(package: Package, views: Views) -> Iterator[str]:
    """Yields title, description, version, licence and how to read the rows, one language after the other."""
    descriptor = package.descriptor
    for lang in LANGUAGES:
        ending = "" if lang == "zh" else "_en"
        yield descriptor[f"title{ending}"]
        yield descriptor[f"description{ending}"]
        yield word(lang, "exports.version", version=descriptor["version"], day=views.today)
        yield word(lang, "exports.licence", licence=descriptor["licenses"][0]["name"])
        yield word(lang, "exports.how_to_read")
        yield ""


def dictionary_sheet(package: Package) -> Sheet:
    """Returns every column of every table: titles, type, rules, meaning and codes in both languages."""
    head = ("table", "column", "title", "title_en", "type", "required", "description", "description_en", "codes")
    rows = [
        (name, field["name"], field["title"], field["title_en"], field["type"],
         bool(field.get("constraints", {}).get("required")), field.get("description"), field.get("description_en"),
         "; ".join(f"{code} = {words['zh']} / {words['en']}" for code, words in field.get("codes", {}).items()) or None)
        for name, schema in package.schemas.items() for field in schema["fields"]
    ]  # fmt: skip
    return Sheet("dictionary", [head, *rows], widths=DICTIONARY_WIDTHS)
