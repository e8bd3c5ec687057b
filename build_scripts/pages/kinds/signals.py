"""Graded remarks: what a rule noticed about a record, and what would clear it."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.pages.addresses import page_links, page_suffix, split_rows
from build_scripts.pages.book import Book
from build_scripts.pages.model import Page
from build_scripts.pages.sheet import Draft, crumbs, print_page, section
from build_scripts.pages.standing import MARKS, OWN_READING, grade_word, rule_title, signal_rows
from build_scripts.views.model import Signal
from build_scripts.views.signals import RULES

A_PAGE = 150


def pages(book: Book) -> Iterator[Page]:
    """Yields the overview by grade and rule, then the remarks of each rule; the page of a rule without any says so."""
    grades = {rule.RULE: rule.GRADE for rule in sorted(RULES, key=lambda rule: rule.GRADE)}
    rules = {name: [signal for signal in book.views.signals if signal.rule == name] for name in grades}
    found = [rule_values(book, rule, grades[rule], signals) for rule, signals in rules.items()]
    title = book.text("signals.title")
    yield print_page(
        book,
        Draft(
            "signals.html",
            "signals",
            "audit",
            title,
            book.text("signals.intro"),
            {
                "rules": [values for values in found if values["grade"] < OWN_READING],
                "open": [values for values in found if values["grade"] == OWN_READING],
            },
            crumbs(book, section(book, "audit"), (title, "")),
        ),
    )
    for rule, signals in rules.items():
        parts = split_rows(signals, A_PAGE)
        for number, part in enumerate(parts, start=1):
            yield rule_page(book, rule_values(book, rule, grades[rule], part), number, len(parts), len(signals))


def rule_values(book: Book, rule: str, grade: int, signals: list[Signal]) -> dict:
    """Returns a rule with its remarks."""
    return {
        "rule": rule,
        "path": f"signals-{rule}.html",
        "name": rule_title(book, rule),
        "grade": grade,
        "mark": MARKS[grade],
        "about": book.say(f"signals.{rule}.rule"),
        "word": grade_word(book, grade),
        "clears": book.say(f"signals.{rule}.clears"),
        "signals": signal_rows(book, signals),
    }


def rule_page(book: Book, values: dict, number: int, last: int, total: int) -> Page:
    base = values["path"].removesuffix(".html")
    name = values["name"] if number == 1 else book.text("pages.numbered", name=values["name"], n=number)
    return print_page(
        book,
        Draft(
            f"{base}{page_suffix(number)}.html",
            "signals_rule",
            "audit",
            name,
            str(values["about"]),
            values | {"number": number, "pager": page_links(base, last), "total_number": total},
            crumbs(
                book,
                section(book, "audit"),
                (book.text("signals.title"), "signals.html"),
                (values["name"], ""),
            ),
            is_found=False,
        ),
    )
