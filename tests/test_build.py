"""The whole flow on a copy of the tiny ledger."""

from __future__ import annotations

from datetime import date

import pytest

from build_scripts.build import build

TODAY = date(2026, 1, 2)
AGREEMENT = "agreement: {"


@pytest.fixture
def own_code(ledger):
    """A ledger whose own list of kinds of events has one more code than the list beside the program."""
    schema = ledger.root.parents[1] / "schemas" / "events.yaml"
    text = schema.read_text(encoding="utf-8")
    line = next(line for line in text.splitlines() if line.lstrip().startswith(AGREEMENT))
    indent = line[: line.index(AGREEMENT)]
    schema.write_text(
        text.replace(line, f"{line}\n{indent}review: {{zh: 回头看, en: Looking back}}", 1), encoding="utf-8"
    )
    ledger.set("events", "ta18.e02", kind="review")
    return ledger


def test_a_code_that_only_the_ledgers_own_schema_has_is_called_by_its_word(own_code):
    files = build(own_code.root, TODAY)
    assert "回头看" in files["charts/zh/events-by-year.csv"].decode()
    assert "Looking back" in files["charts/en/events-by-year.csv"].decode()
    assert "回头看" in files["docs/zh/pairings/ew1-jia-yi.md"].decode()
