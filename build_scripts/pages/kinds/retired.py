"""Where did a record go: what stands at the address of an id that was retired, and the list of all of them.

An address that was once published stays: it names the record that took over, or says why there is none.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.pages.addresses import FOLDERS, claim_address
from build_scripts.pages.book import Book
from build_scripts.pages.model import Page
from build_scripts.pages.sheet import Draft, crumbs, print_page

KINDS = {folder: kind for kind, folder in FOLDERS.items()}  # table -> kind of its records with a page each


def pages(book: Book) -> Iterator[Page]:
    """Yields the list, which says that there are none where that is so, and a page a retired record."""
    title, rows = book.text("retired.title"), book.views.tables["retired"].to_dict("records")
    values, about = {"retired": [retired_values(book, row) for row in rows]}, book.text("retired.about")
    yield print_page(
        book, Draft("retired.html", "retired_list", "prose", title, about, values, crumbs(book, (title, "")))
    )
    for row in rows:
        if row["table"] in KINDS:
            yield retired_page(book, row)


def retired_page(book: Book, row: dict) -> Page:
    title = book.text("retired.one", id=row["row_id"])
    return print_page(
        book,
        Draft(
            f"{row['table']}/{row['row_id']}.html",
            "retired",
            "prose",
            title,
            book.text("retired.about"),
            retired_values(book, row),
            crumbs(book, (book.text("retired.title"), "retired.html"), (row["row_id"], "")),
            is_found=False,
        ),
    )


def retired_values(book: Book, row: dict) -> dict:
    """Returns what is told of a retired id: `kind` where the record that took over has a page and so a name there,
    `path` where its address is known otherwise.
    """
    table, successor = row["table"], row["successor_id"]
    return {
        "row": row,
        "table": book.site.package.schemas[table]["title" if book.lang == "zh" else "title_en"],
        "kind": KINDS[table] if has_page(book, table, successor) else "",
        "path": path_of(book, table, successor),
        "reason": book.pick(row, "reason") or row["reason"],
    }


def has_page(book: Book, table: str, key: str | None) -> bool:
    """True for a record that stands and has a page; of the places only those that are shown have one."""
    return table in KINDS and key in book.index.rows[table] and (table != "places" or key in book.views.shown_places)


def path_of(book: Book, table: str, key: str | None) -> str:
    """Returns where a claim stands, or the old address of an id that was itself retired; '' where there is neither."""
    claim = book.views.claims.get(key)
    if claim and claim.table == table:
        return claim_address(claim, book.index.place_in_source[key])
    retired = book.views.tables["retired"]
    again = table in KINDS and not retired[(retired["table"] == table) & (retired["row_id"] == key)].empty
    return f"{table}/{key}.html" if again else ""
