"""Lines of the account in words: what is printed, located and not located, each with its evidence."""

from __future__ import annotations

from decimal import Context, Decimal

from build_scripts.labels.numbers import show_percent, show_period
from build_scripts.pages.book import Book
from build_scripts.views.account_line import LEVELS, AccountLine
from build_scripts.views.adding import added, shared_qualifier

FOUR_DIGITS = Context(prec=4)  # a sum of ours says no more than the prints it is made of


def account_rows(book: Book, lines: list[AccountLine]) -> list[dict]:
    """Returns one row a line, in the same order."""
    return [account_row(book, line) for line in lines]


def account_row(book: Book, line: AccountLine) -> dict:
    """Returns the words of a line; a level is (its name, what `group` of Receipts takes)."""
    levels = [
        (
            book.text(f"account.columns.{level}"),
            (money(book, line.values[level], line.located[level]), line.located[level], line.values[level]),
        )
        for level in LEVELS
        if level in line.values
    ]
    ids = tuple(key for level in LEVELS for key in line.located.get(level, ()))
    both, excess = (*line.claims, *ids), line.found - line.printed if line.is_more_below else None
    told = book.views.claims[line.claims[0]]
    label = book.names.said_label(told)
    source = book.code("funds", "fund_source", line.fund_source)
    return {
        "line": line,
        "label": label,
        "stage": book.code("funds", "stage", line.stage),
        "fund_source": source,
        "kind": source if source != label else "",
        "claim": told,
        "located": (money(book, line.found, ids), ids, line.found) if ids else None,
        "levels": levels,
        "share": (percent(line.share), both, line.share * 100) if ids else None,
        "not_located": (difference(book, line.not_located, line.claims[:1], ids), both, line.not_located)
        if not line.is_more_below
        else None,
        "excess": (difference(book, excess, line.claims[:1], ids), both, excess) if line.is_more_below else None,
        "whole_year": (money(book, line.whole_year_value, line.whole_year), line.whole_year, line.whole_year_value)
        if line.whole_year and line.whole_year_value > (line.found or 0)
        else None,
        "other_stages": [other_stage(book, stage, ids) for stage, ids in line.other_stages.items()],
        "window": window_of(book, line) if line.is_other_window else "",
    }


def window_of(book: Book, line: AccountLine) -> str:
    """Returns in what the printed window differs from the year or round under which the line stands."""
    kind = "outside" if not line.is_within else "round" if "/" in line.key else "year"
    return book.text(f"account.window.{kind}", period=key_name(book, line.key))


def other_stage(book: Book, stage: str, ids: tuple[str, ...]) -> tuple[str, tuple]:
    """Returns the word of a stage and what is printed below at it, as `group` of Receipts takes it."""
    value = added(book.views.claims[key] for key in ids)
    return book.code("funds", "stage", stage), (money(book, value, ids), ids, value)


def money(book: Book, value: Decimal, ids: tuple[str, ...]) -> str:
    """Returns a sum of claims with the qualifier that they leave it: 逾 33.34 亿元 of 逾 6.6 亿元 and others."""
    return in_four_digits(book, value, shared_qualifier(book.views.claims[key] for key in ids))


def difference(book: Book, value: Decimal, printed: tuple[str, ...], located: tuple[str, ...]) -> str:
    """Returns what is printed less what is located, or the other way round: `about` where a figure is not exact."""
    if not located:
        return money(book, value, printed)
    qualifier = shared_qualifier(book.views.claims[key] for key in (*printed, *located))
    return in_four_digits(book, value, "exact" if qualifier == "exact" else "about")


def in_four_digits(book: Book, value: Decimal, qualifier: str) -> str:
    return book.names.value(FOUR_DIGITS.create_decimal(value), "cny", qualifier)


def percent(share: Decimal) -> str:
    """Returns a share with one digit behind the point, two where it is below a thousandth."""
    return show_percent(share * 100, 1 if share >= Decimal("0.001") else 2)


def key_name(book: Book, key: str) -> str:
    """Returns the name of a round or year."""
    if key.endswith("/"):
        return book.text("pages.flows.since", year=key.removesuffix("/"))
    return show_period(key, book.lang)


def account_below(book: Book, kind: str, key: str) -> list[dict]:
    """Returns the lines of a pairing with something located below; of a place, those of the pairings of whole provinces
    that it is an end of.
    """
    own = {key} if kind == "pairing" else {
        row["pairing_id"]
        for rows in (book.views.index.as_provider, book.views.index.as_recipient)
        for row in rows.get(key, ())
        if row["level"] == "province"
    }  # fmt: skip
    lines = [line for line in book.views.account if line.subject_kind == "pairing" and line.subject_id in own]
    return account_rows(book, [line for line in lines if line.values])
