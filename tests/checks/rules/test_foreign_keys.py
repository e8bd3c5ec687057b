"""Every reference leads to a row."""

from build_scripts.checks.rules import foreign_keys
from build_scripts.labels.problems import fix, message


def test_an_unknown_place_names_the_table_to_add_it_to(ledger):
    ledger.set("pairings", "ew1-jia-yi", provider_place_id="970000")
    (problem,) = ledger.problems(foreign_keys)
    assert (problem.table, problem.row, problem.column) == ("pairings", 3, "provider_place_id")
    assert message(problem, "en") == "「970000」 is not among the place_id of places.csv"
    assert fix(problem, "zh") == "改正编号，或先在 places.csv 加上这一行；是不是 990000 乙省？"


def test_a_whole_is_looked_for_in_its_own_table(ledger):
    ledger.set("funds", "ta18.f02", part_of="ta18.o07")
    (problem,) = ledger.problems(foreign_keys)
    assert (problem.row, message(problem, "zh")) == (3, "「ta18.o07」在本表的 fund_id 里找不到")


def test_an_empty_reference_refers_to_nothing(ledger):
    ledger.set("funds", "ta18.f02", part_of="")
    assert ledger.problems(foreign_keys) == []
