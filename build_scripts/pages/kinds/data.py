"""The tables themselves: a dictionary made from the schema, the first rows, the downloads."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.pages.book import Book
from build_scripts.pages.citing import own_use
from build_scripts.pages.code_lines import code_lines, task_files
from build_scripts.pages.model import Page
from build_scripts.pages.sheet import Draft, crumbs, print_page, section
from build_scripts.pages.structured import dataset_of, table_of

PREVIEWED = 8  # rows
ALL = "data/changes.atom"  # the feed of everything


def pages(book: Book) -> Iterator[Page]:
    """Yields the list of tables, then a page for each."""
    title = book.text("pages.data.title")
    tables = [table_values(book, name) for name in book.site.package.schemas]
    yield print_page(
        book,
        Draft(
            "data/index.html",
            "data",
            "list",
            title,
            book.text("pages.data.description"),
            {
                "tables": tables,
                "whole": whole_files(book),
                "tasks": task_files(book.lang),
                "code": code_lines(book.site.package.settings["address"]),
                "use": own_use(book, "pairing-ledger", book.text("theme.site_name"), "data/index.html", ALL),
            },
            crumbs(book, (title, "")),
            structured=dataset_of(book),
        ),
    )
    for values in tables:
        yield print_page(
            book,
            Draft(
                f"data/{values['name']}.html",
                "data_table",
                "data",
                values["title"],
                book.text("pages.data.table_description", title=values["title"], about=values["about"]),
                values,
                crumbs(book, section(book, "data"), (values["title"], "")),
                names=(values["name"],),
                structured=table_of(book, values["name"], values["title"], values["about"]),
            ),
        )


def whole_files(book: Book) -> list[dict[str, str]]:
    """Returns the files that hold the whole ledger, each with what it is."""
    return [
        {"path": file.path, "name": file.path.removeprefix("data/"), "about": file.about[book.lang]}
        for file in book.site.downloads
        if file.about
    ]


def table_values(book: Book, name: str) -> dict:
    """Returns what a table's page shows: fields from the schema, the number of rows, the first rows."""
    schema, frame = book.site.package.schemas[name], book.views.tables[name]
    rows = [[cell_text(value) for value in row] for row in frame.head(PREVIEWED).itertuples(index=False)]
    references = {
        f: (key["reference"]["resource"] or name) for key in schema.get("foreignKeys", []) for f in key["fields"]
    }
    return {
        "name": name,
        "title": in_language(book, schema, "title"),
        "about": in_language(book, schema, "description"),
        "fields": [field_values(book, field, references) for field in schema["fields"]],
        "rows": len(frame),
        "preview": rows,
        "columns": list(frame.columns),
        "key": schema["primaryKey"],
        "numbers": book.views.quality.tables[name],
        "use": own_use(book, name, of_ledger(book, schema), f"data/{name}.html", f"data/{name}.atom"),
    }


def of_ledger(book: Book, schema: dict) -> str:
    """Returns the name by which a table is cited: that of the ledger and its own."""
    return f"{book.text('theme.site_name')}{book.text('pages.colon')}{in_language(book, schema, 'title')}"


def field_values(book: Book, field: dict, references: dict[str, str]) -> dict:
    """Returns one column of a table: its name, titles, type, rules and code list."""
    rules = field.get("constraints", {})
    return {
        "name": field["name"],
        "title": in_language(book, field, "title"),
        "about": in_language(book, field, "description"),
        "type": book.say(f"pages.data.type.{field['type']}"),
        "required": bool(rules.get("required")),
        "refers_to": references.get(field["name"], ""),
        "codes": [(code, words[book.lang]) for code, words in field.get("codes", {}).items()],
    }


def in_language(book: Book, node: dict, key: str) -> str:
    return node.get(key if book.lang == "zh" else f"{key}_en") or ""


def cell_text(value: object) -> str:
    """Returns a cell as it stands in the CSV file."""
    return "" if value is None else {True: "true", False: "false"}[value] if isinstance(value, bool) else str(value)
