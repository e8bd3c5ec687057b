"""All rules together: listed, explained, silent on a sound ledger, and blind to the order of rows."""

import random
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from build_scripts.checks import rules
from build_scripts.checks.rules import RULES, cell_problems, row_problems
from build_scripts.labels import LANGUAGES
from build_scripts.labels.problems import fix, in_words, message
from build_scripts.ledger.package import open_package
from build_scripts.ledger.tables import read_raw_tables, type_tables

REUSED = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def test_every_file_of_the_folder_is_a_rule_that_runs():
    files = {path.stem for path in Path(rules.__file__).parent.glob("*.py")} - {"__init__"}
    assert {rule.__name__.rpartition(".")[2] for rule in RULES} == files
    assert len(RULES) == len(set(RULES))


def test_every_rule_states_itself():
    for rule in RULES:
        assert rule.__doc__.strip() and rule.problems.__doc__.strip(), rule.__name__


def test_every_rule_has_a_test_file():
    tests = {path.stem.removeprefix("test_") for path in Path(__file__).parent.glob("test_*.py")}
    assert {rule.__name__.rpartition(".")[2] for rule in RULES} <= tests


def all_findings(root):
    package = open_package(root)
    raw = read_raw_tables(package)
    return sorted(cell_problems(package, raw) + row_problems(package, type_tables(package, raw)))


def test_the_tiny_ledger_breaks_no_rule(tiny_root):
    assert all_findings(tiny_root) == []


@pytest.fixture
def spoilt(ledger):
    """A ledger that breaks some twenty rules at once, so that a property is tried on many findings."""
    ledger.set("funds", "ta18.f01", project_id="ta18-chayuan", part_of="ta18.f02", note=" =a", amount="1_000")
    ledger.set("funds", "ta18.f05", stage="spent", period="2018-02-30", inferred="nothing")
    ledger.set("funds", "tc21.f01", start="5", as_printed="1200萬元")
    ledger.set("observations", "ta18.o01", observation_id="TA18-f03", measure_id="unknown")
    ledger.set("observations", "ta18.o12", place_id="x-tb19-1", parts_complete="true", note="13800138000")
    ledger.set("observations", "ta18.o14", label="")
    ledger.set("pairings", "ew1-jia-yi", recipient_place_id="", valid_to="2011")
    ledger.set("projects", "ta18-chanye", is_umbrella="false")
    ledger.set("places", "980121", parent_id="990000")
    ledger.set("places", "980122", level="village")
    ledger.set("sources", "ta18", text_sha256="", url="javascript:a")
    ledger.set("sources", "tb19-2", text_end="")
    ledger.set("relations", "ta18.r01", statement="ta18.f01 ta18.f02")
    return ledger


def findings(ledger):
    found = all_findings(ledger.root)
    return Counter(
        (p.rule, p.table, p.column, message(p, "en"), p.level) for p in found if p.rule != "canonical_form"
    )


@REUSED
@given(seed=st.integers(0, 10**6))
def test_the_order_of_rows_is_irrelevant(spoilt, seed):
    before = findings(spoilt)
    for table in spoilt.read()[0].schemas:
        header, *rows = spoilt.rows(table)
        random.Random(seed).shuffle(rows)
        spoilt.write(table, [header, *rows])
    assert findings(spoilt) == before
    assert len({rule for rule, *_ in before}) >= 18


def test_every_finding_says_what_is_wrong_and_what_to_do_in_both_languages(spoilt):
    for problem in all_findings(spoilt.root):
        for lang in LANGUAGES:
            assert message(problem, lang) and fix(problem, lang), problem
        assert problem.rule and "None" not in in_words(problem, "en") + in_words(problem, "zh"), problem
