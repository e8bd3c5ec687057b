"""A release keeps its quality, and the next build says what has changed since."""

import json
from datetime import date

from build_scripts.commands.release import run
from build_scripts.ledger.baseline import read_baseline
from build_scripts.views.coverage import Change
from build_scripts.views.derive import derive_views


def test_without_a_release_there_is_nothing_to_compare_with(ledger):
    change = derive_views(ledger.read()[1], "2026-02-01", read_baseline(ledger.root)).quality.change
    assert change == Change(None, {})


def test_a_row_that_comes_after_a_release_is_counted(ledger, capsys):
    assert run(ledger.root, date(2026, 1, 2)) == 0
    kept = ledger.root / "datasets" / "quality_baseline.json"
    assert capsys.readouterr().out == f"{kept}\n" and json.loads(kept.read_bytes())["date"] == "2026-01-02"
    ledger.add("measures", "labour_total", measure_id="labour_again")
    change = derive_views(ledger.read()[1], "2026-02-01", read_baseline(ledger.root)).quality.change
    assert (change.since, change.tables["measures"]["rows"]) == ("2026-01-02", 1)
