"""Rows as claims: who gives the money stands beside what the money is."""

from build_scripts.ledger.proofs import valid_proofs
from build_scripts.views.claims import derive_claims


def claim_of(ledger, claim_id):
    tables = ledger.read()[1]
    return derive_claims(tables, valid_proofs(tables))[claim_id]


def test_the_payer_stands_beside_the_label(ledger):
    ledger.set("funds", "ta18.f11", payer_place_id="980121", label="物资折款", label_en="Goods, as money")
    claim = claim_of(ledger, "ta18.f11")
    assert (claim.payer_id, claim.label_zh, claim.label_en) == ("980121", "物资折款", "Goods, as money")


def test_a_row_may_leave_the_payer_to_its_pairing(ledger):
    assert claim_of(ledger, "ta18.f11").payer_id is None
