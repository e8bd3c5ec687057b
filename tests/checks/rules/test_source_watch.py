"""What the watch saw is of the address that a source has, and says with it what was seen."""

import pytest

from build_scripts.checks.rules import clean_text, dates, foreign_keys, private_data, source_watch, urls

URL = "https://news.example.org/2021/jia-yi.html"
GONE = {"source_id": "tc21", "url": URL, "asked_on": "2026-11-29", "outcome": "gone"}


def watched(ledger, **cells):
    header = ledger.rows("source_watch")[0]
    ledger.write("source_watch", [header, [({**GONE, **cells}).get(column, "") for column in header]])


@pytest.mark.parametrize(
    ("cells", "rule", "column", "code"),
    [
        ({"url": "https://news.example.org/old.html"}, source_watch, "url", "other_address"),
        ({"outcome": "changed"}, source_watch, "missing_prints", "lacks"),
        ({"outcome": "moved"}, source_watch, "moved_to_url", "lacks"),
        ({"source_id": "tz99"}, foreign_keys, "source_id", "missing"),
        ({"asked_on": "2026-02-30"}, dates, "asked_on", "not_a_day"),
        ({"archive_url": "https://user@archive.example.org/"}, urls, "archive_url", "unsafe"),
    ],
)
def test_a_row_that_cannot_be_of_its_source_is_told(ledger, cells, rule, column, code):
    watched(ledger, **cells)
    (problem,) = ledger.problems(rule)
    assert (problem.table, problem.row, problem.column, problem.code) == ("source_watch", 2, column, code)


def test_a_row_of_an_older_address_is_no_error(ledger):
    watched(ledger, url="https://news.example.org/old.html")
    assert [problem.level for problem in ledger.problems(source_watch)] == ["warning"]


@pytest.mark.parametrize(
    "cells",
    [
        {},
        {"outcome": "changed", "missing_prints": "2"},
        {"outcome": "answers"},
        {"outcome": "moved", "moved_to_url": "https://news.example.org/13812345678.html?a=1xx2"},
        {"archive_url": "https://web.archive.org/web/20210115093000/http://news.example.org/13812345678.html"},
    ],
)
def test_a_row_as_the_watch_writes_it_is_sound(ledger, cells):
    watched(ledger, **cells)
    rules = (source_watch, foreign_keys, dates, urls, clean_text, private_data)
    assert [ledger.problems(rule) for rule in rules] == [[]] * 6
