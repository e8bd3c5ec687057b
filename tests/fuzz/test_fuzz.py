"""A few hundred mutants of both ledgers: none breaks the program, hangs, loses a cell or passes that should not."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from build_scripts.ledger.package import open_package
from tests.fuzz.mutants import CHANGES, mutant
from tests.fuzz.verdict import FAULTS, broken_rules, open_bench, outcome_of, tables_touched, verdicts

ROOT = Path(__file__).parents[2]
SEED = 20261128
TINY, REAL = 290, 10  # mutants of each ledger


@pytest.fixture
def bench(tmp_path):
    return open_bench(ROOT / "tests" / "tiny_ledger", ROOT / "schemas", tmp_path, pages_of=12)


@pytest.mark.slow
@pytest.mark.parametrize("part", range(2))
def test_no_mutant_of_the_tiny_ledger_breaks_hangs_or_passes_in_silence(bench, part):
    numbers = range(part * TINY // 2, (part + 1) * TINY // 2)
    assert [each for each in verdicts(bench, SEED, numbers) if each.outcome in FAULTS] == []


@pytest.mark.slow
def test_no_mutant_of_the_real_ledger_breaks_hangs_or_passes_in_silence(tmp_path):
    real = open_bench(ROOT, ROOT / "schemas", tmp_path, pages_of=1000)
    assert [each for each in verdicts(real, SEED, range(1, 1 + REAL)) if each.outcome in FAULTS] == []


@pytest.mark.slow
def test_mutants_are_tried_in_processes_of_their_own():
    command = [sys.executable, "-m", "tests.fuzz", "--count", "2", "--processes", "1"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300)
    assert done.stdout.startswith("2 mutants in "), done.stderr
    assert done.stdout.endswith("traceback 0, hang 0, silent 0, lossy 0\n")


def test_a_mutant_is_made_again_from_its_number(bench):
    first = [mutant(bench.ledger, SEED, number) for number in range(40)]
    assert first == [mutant(bench.ledger, SEED, number) for number in range(40)]


def test_every_kind_of_change_is_tried_and_changes_something(bench):
    made = [mutant(bench.ledger, SEED, number) for number in range(400)]
    kinds = Counter(step.split()[0] for name, _ in made for step in name.split("; "))
    assert set(kinds) == {change.__name__ for change in CHANGES} and min(kinds.values()) > 10
    same = [name for name, files in made if all(bench.ledger[path] == content for path, content in files.items())]
    assert len(same) < 40


def test_the_ledger_itself_passes(bench):
    assert outcome_of(bench, 0, set(bench.ledger)) == ("passed", "")


def test_a_row_that_breaks_a_schema_would_be_seen_if_it_passed(bench):
    write(bench, "funds", b",received,", b",paid,")
    assert broken_rules(bench.engine, open_package(bench.root), {"funds"}).startswith("enum funds.stage: [(")


def test_a_row_that_another_table_cites_would_be_missed_if_it_went(bench):
    write(bench, "places", b"\n980000,", b"\n980001,")
    broken = broken_rules(bench.engine, open_package(bench.root), {"places"})
    assert "foreignKeys programme_scope.provider_place_id" in broken


def test_what_one_mutant_broke_is_whole_for_the_next(bench):
    path = bench.root / "datasets" / "funds.csv"
    whole = path.read_bytes()
    write(bench, "funds", b",received,", b",paid,")
    assert broken_rules(bench.engine, open_package(bench.root), {"funds"}) != ""
    path.write_bytes(whole)
    assert broken_rules(bench.engine, open_package(bench.root), {"places"}) == ""


def test_the_schemas_are_asked_of_every_table_where_a_file_belongs_to_none(bench):
    package = open_package(bench.root)
    assert tables_touched(package, {"datasets/funds.csv", "schemas/places.yaml"}) == {"funds", "places"}
    assert tables_touched(package, {"datasets/funds.csv", "site.yaml"}) == set(package.schemas)


def write(bench, table: str, old: bytes, new: bytes) -> None:
    path = bench.root / "datasets" / f"{table}.csv"
    path.write_bytes(path.read_bytes().replace(old, new, 1))
