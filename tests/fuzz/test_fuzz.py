"""A few hundred mutants of both ledgers: none breaks the program, hangs, loses a cell or passes that should not."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from build_scripts.ledger.package import open_package
from tests.fuzz.mutants import CHANGES, mutant
from tests.fuzz.verdict import FAULTS, broken_rules, open_bench, outcome_of, verdicts

ROOT = Path(__file__).parents[2]
SEED = 20261128
TINY, REAL = 270, 30  # mutants of each ledger


@pytest.fixture
def bench(tmp_path):
    return open_bench(ROOT / "tests" / "tiny_ledger", ROOT / "schemas", tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("part", [0, *(pytest.param(part, marks=pytest.mark.long) for part in range(1, 9))])
def test_no_mutant_of_the_tiny_ledger_breaks_hangs_or_passes_in_silence(bench, part):
    numbers = range(part * TINY // 9, (part + 1) * TINY // 9)
    assert [each for each in verdicts(bench, SEED, iter(numbers)) if each.outcome in FAULTS] == []


@pytest.mark.long
def test_no_mutant_of_the_real_ledger_breaks_hangs_or_passes_in_silence(tmp_path):
    real = open_bench(ROOT, ROOT / "schemas", tmp_path)
    assert [each for each in verdicts(real, SEED, iter(range(REAL))) if each.outcome in FAULTS] == []


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
    assert outcome_of(bench.root, 0) == ("passed", "")


def test_a_row_that_breaks_a_schema_would_be_seen_if_it_passed(bench):
    path = bench.root / "datasets" / "funds.csv"
    path.write_bytes(path.read_bytes().replace(b",received,", b",paid,", 1))
    assert broken_rules(open_package(bench.root)).startswith("enum funds.stage: [(")
