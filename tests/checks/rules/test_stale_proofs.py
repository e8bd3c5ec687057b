"""A proof speaks of certain cells and of one text; where either changes it is void."""

import pytest

from build_scripts.checks.rules import stale_proofs


@pytest.mark.parametrize(
    ("column", "cell"),
    [("start", "130"), ("as_printed", "300万"), ("amount", "3000001"), ("qualifier", "about"), ("also_at", "5")],
)
def test_a_changed_cell_loses_its_proof(ledger, column, cell):
    ledger.set("funds", "ta18.f03", **{column: cell})
    (problem,) = ledger.problems(stale_proofs)
    assert (problem.table, problem.row, problem.column, problem.code) == ("proofs", 6, "row_sha256", "changed")
    assert problem.level == "warning"


def test_cells_a_proof_does_not_speak_of_may_change(ledger):
    ledger.set("funds", "ta18.f03", label_en="Gifts", note="说明")
    assert ledger.problems(stale_proofs) == []


def test_a_proof_against_another_text_is_void(ledger):
    ledger.set("sources", "ta18", text_sha256="0" * 64)
    found = ledger.problems(stale_proofs)
    assert {p.code for p in found} == {"other_text"} and len(found) == 35


def test_a_proof_of_a_row_that_is_gone_is_told(ledger):
    ledger.remove("events", "ta18.e02")
    assert [(p.row, p.code) for p in ledger.problems(stale_proofs)] == [(3, "no_row")]


def test_a_proof_is_of_its_own_row_alone(ledger):
    """The row's id is among what is hashed: a proof cannot be lent to a row with the same cells."""
    rows = ledger.rows("proofs")
    rows[3][1] = "tc21.f01"
    ledger.write("proofs", rows)
    assert [p.code for p in ledger.problems(stale_proofs)] == ["no_row"]
