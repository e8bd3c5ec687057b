"""One run finds everything, and no file makes it fall over."""

import shutil

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from build_scripts.checks.run import check
from build_scripts.commands.check import FORMATS
from build_scripts.commands.format import format_ledger
from build_scripts.labels import LANGUAGES
from build_scripts.ledger import side_by_side

REUSED = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def test_schemas_rules_and_proof_speak_in_the_same_run(ledger):
    ledger.set("funds", "ta18.f01", basis="promised")
    ledger.set("funds", "ta18.f02", project_id="ta18-chayuan")
    ledger.set("funds", "ta18.f03", start="130")
    found = check(ledger.root, ledger.root / "texts")
    assert [(p.row, p.rule) for p in found.problems] == [
        (2, "schema"),
        (3, "subjects"),
        (4, "proof"),
        (6, "stale_proofs"),
    ]
    assert not found.passed
    assert found.proved["funds"] == 12


def test_a_process_for_the_schemas_alone_finds_the_same(ledger, monkeypatch):
    ledger.set("funds", "ta18.f01", basis="promised", note="=1")
    ledger.set("funds", "ta18.f02", fund_id="ta18.f03")
    ledger.set("observations", "ta18.o01", value="1_0")
    found = check(ledger.root)
    assert {"schema", "clean_text"} <= {p.rule for p in found.problems}
    monkeypatch.setattr(side_by_side, "MANY_CLAIMS", 1)
    assert check(ledger.root) == found


def test_a_ledger_without_errors_passes(tiny_root):
    found = check(tiny_root)
    assert found.passed and found.problems == [] and found.proved is None
    assert found.rows["funds"] == 14


def test_warnings_do_not_fail_it(ledger):
    ledger.add("measures", "poverty_rate", measure_id="road_km")
    format_ledger(ledger.root)
    found = check(ledger.root)
    assert found.passed and [p.level for p in found.problems if p.rule == "measures_used"] == ["warning"]


def test_a_cell_that_is_no_number_is_told_once(ledger):
    ledger.set("observations", "ta18.o06", value="twelve")
    assert [p.rule for p in check(ledger.root).problems] == ["schema", "stale_proofs"]


def test_a_missing_file_and_a_strange_header_leave_the_rest_checked(ledger):
    ledger.file("instruments").unlink()
    ledger.file("organisations").write_text("a,b\n1,2\n", encoding="utf-8")
    ledger.set("pairings", "ew1-jia-yi", programme="ew9")
    assert [(p.table, p.rule, p.code) for p in check(ledger.root).problems] == [
        ("instruments", "file_forms", "missing"),
        ("organisations", "file_forms", "header_extra"),
        ("organisations", "file_forms", "header_extra"),
        ("organisations", "file_forms", "header_lacks"),
        ("pairings", "schema", "enum"),
    ]


def test_line_numbers_are_those_of_an_editor(ledger):
    content = ledger.file("funds").read_text(encoding="utf-8").splitlines(keepends=True)
    content[1] = content[1].replace("到位资金合计", '"到位\n资金合计"')
    content[5] = content[5].replace(",spent,", ",gone,").replace(",allocated,", ",gone,")
    ledger.file("funds").write_text("".join([*content[:3], "\n", *content[3:]]), encoding="utf-8")
    rows = {(p.code, p.row) for p in check(ledger.root).problems if p.table == "funds"}
    assert {("hidden", 2), ("blank_row", 5), ("enum", 8)} <= rows


@pytest.mark.parametrize("table", ["funds", "places"])
@REUSED
@given(text=st.text(st.characters(exclude_categories=["Cs"]), max_size=40), column=st.integers(0, 22))
def test_odd_text_never_stops_it(ledger, tiny_root, table, text, column):
    shutil.copy(tiny_root / "datasets" / f"{table}.csv", ledger.file(table))
    rows = ledger.rows(table)
    rows[1][0] = rows[2][column % len(rows[2])] = text
    ledger.write(table, rows)
    found = check(ledger.root)
    assert all(write(found, LANGUAGES) for write in FORMATS.values())


@REUSED
@given(content=st.binary(max_size=60))
def test_odd_bytes_never_stop_it(ledger, content):
    for table in ("relations", "sources"):
        ledger.file(table).write_bytes(content)
    assert not check(ledger.root, ledger.root / "texts").passed
