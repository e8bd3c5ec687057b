"""The versions of the data: each with its files, and a page with what differs from the one before it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from markupsafe import Markup

from build_scripts.labels import read_words
from build_scripts.ledger.releases import Release
from build_scripts.pages.book import Book, count
from build_scripts.pages.citing import feed_of
from build_scripts.pages.html_text import named
from build_scripts.pages.model import Page
from build_scripts.pages.release_rows import SHOWN, added_rows, changed_rows, retired_rows
from build_scripts.pages.sheet import Draft, crumbs, print_page, section

KINDS = ("added", "changed", "retired")
FIRST, FEED = "releases/index.html", "data/releases.atom"


def pages(book: Book) -> Iterator[Page]:
    """Yields the list of releases, then a page for each whose difference from the one before is known."""
    title, releases = book.text("releases.title"), book.site.releases
    history = book.views.history
    values = {
        "releases": [listed_release(release) for release in reversed(releases)],
        "since": {
            "entered": count(len(history.entered)),
            "changed": count(len(history.changed)),
            "gone": count(len(history.gone)),
        },
        "is_newer": bool(history.entered or history.changed or history.gone),
        "use": {"feed": feed_of(book, FEED)},
    }
    yield print_page(book, Draft(FIRST, "releases", "list", title, book.text("releases.description"), values,
                                 crumbs(book, section(book, "data"), (title, ""))))  # fmt: skip
    for release in releases:
        if release.delta:
            yield release_page(book, release)


def listed_release(release: Release) -> dict:
    """Returns what the list says of a release: rows and differences, None where this copy lacks its files."""
    tables = release.delta["tables"].values() if release.delta else ()
    return {
        "release": release,
        "rows": sum(release.manifest["rows"].values()) if release.files else None,
        "page": release_path(release) if release.delta else "",
        "counts": {kind: count(sum(len(table[kind]) for table in tables)) for kind in KINDS},
        "files": [f"data/{release.version}/{name}" for name in sorted(release.files)],
    }


def release_path(release: Release) -> str:
    return f"releases/{release.version}.html"


def release_page(book: Book, release: Release) -> Page:
    """Returns the page of what differs: by table, retired and changed rows, totals."""
    delta, title = release.delta, book.text("releases.one", version=release.version)
    schemas = book.site.package.schemas
    values = {
        "release": release, "previous": delta["previous"], "previous_date": delta["previous_date"],
        "tables": [
            {"title": book.pick(schemas[name], "title"), **told, "is_new": not told["before"]}
            for name, told in delta["tables"].items() if name in schemas and (told["before"] or told["after"])
        ],
        "retired": retired_rows(book, delta["tables"]),
        "changed": changed_rows(book, delta["tables"]),
        "added": added_rows(book, delta["tables"]),
        "most": count(SHOWN),
        "totals": [total_row(book, total) for total in delta["totals"]],
        "folder": f"data/{release.version}/",
        "use": {"feed": feed_of(book, FEED)},
    }  # fmt: skip
    about = book.text("releases.one_about", version=release.version, previous=delta["previous"])
    steps = crumbs(book, section(book, "data"), (book.text("releases.title"), FIRST), (release.version, ""))
    return print_page(book, Draft(release_path(release), "release", "release", title, about, values, steps))


def total_row(book: Book, total: dict) -> dict:
    """Returns a total before and after, in its unit; a side that had none is ''."""
    key, kind = total["subject_id"], total["subject_kind"]
    is_held = (kind, key) in book.index.totals and kind != "ledger"
    sides = {side: value_text(book, total[side], total["unit"]) for side in ("before", "after")}
    classes = read_words(book.lang)["pages"]["programme_class"]  # a delta may name one that no longer stands
    name = classes.get(key, key) if kind == "ledger" else Markup("<code>{}</code>").format(key)
    return {"kind": kind if is_held else "", "key": key, "name": name, "what": what_words(book, total), **sides}


def value_text(book: Book, value: str | None, unit: str) -> str:
    return book.names.value(Decimal(value), unit, "exact") if value else ""


def what_words(book: Book, total: dict) -> str:
    """Returns what is added: source and stage of money, or the measure; its code where that no longer stands."""
    head, *rest = total["what"].split(":")
    if head == "money":
        words = {column: book.site.package.codes("funds", column) for column in ("fund_source", "stage")}
        told = zip(words, rest, strict=True)
        return book.text("pages.fund_kind", **{column: words[column].get(code, {}).get(book.lang, code)
                                               for column, code in told})  # fmt: skip
    return named(book.names.measure(rest[0])) if rest[0] in book.index.rows["measures"] else rest[0]
