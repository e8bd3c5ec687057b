"""The account: each sum printed for the nation held against the level below it, a page a round and a year."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.pages.account_rows import account_row, account_rows, key_name
from build_scripts.pages.book import Book
from build_scripts.pages.kinds.charts import charts_named
from build_scripts.pages.model import Page
from build_scripts.pages.sheet import Draft, crumbs, print_page
from build_scripts.views.account_line import AccountLine, address_of, by_key
from build_scripts.views.headline import IN_ORDER
from build_scripts.views.main_lines import precedence

FIRST = "account.html"


def pages(book: Book) -> Iterator[Page]:
    """Yields the list of accounts, then each; where no document prints a sum of the nation the list says so."""
    accounts = by_key(book.views.account)
    listed = [account_line(book, key, lines) for key, lines in accounts.items()]
    groups = [
        (book.text(f"account.{kind}"), [each for each in listed if ("/" in each["key"]) == (kind == "rounds")])
        for kind in ("rounds", "years")
    ]
    title = book.text("account.title")
    draft = Draft(
        FIRST, "account_list", "list", title, book.text("account.description"),
        {"groups": groups, "listed_any": bool(listed), "charts": charts_named(book, "account")},
        crumbs(book, (title, "")),
    )  # fmt: skip
    yield print_page(book, draft)
    for key, lines in accounts.items():
        yield account_page(book, key, lines, listed)


def account_line(book: Book, key: str, lines: list[AccountLine]) -> dict:
    """Returns what the list says of an account: its main sum, how many there are, of how many something is located."""
    return {
        "key": key,
        "name": key_name(book, key),
        "path": account_path(key),
        "lines": len(lines),
        "known": sum(bool(line.values) for line in lines),
        "main": account_row(book, max(lines, key=precedence)),
    }


def account_page(book: Book, key: str, lines: list[AccountLine], listed: list[dict]) -> Page:
    title = book.text("account.of", name=key_name(book, key))
    return print_page(
        book,
        Draft(
            account_path(key),
            "account",
            "list",
            title,
            book.text("account.description"),
            {"rows": account_rows(book, in_order(lines)), "title": title, "listed": listed, "here": account_path(key)},
            crumbs(book, (book.text("account.title"), FIRST), (key_name(book, key), "")),
        ),
    )


def in_order(lines: list[AccountLine]) -> list[AccountLine]:
    """Returns the lines with fiscal money first, as everywhere money is said; of one kind the latest window first."""
    return sorted(lines, key=lambda line: IN_ORDER.index(line.fund_source))


def account_path(key: str) -> str:
    return f"account/{address_of(key)}.html"
