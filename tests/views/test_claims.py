"""Rows as claims: what a figure is called."""

from build_scripts.views.claims import derive_claims


def labels_of(ledger, claim_id):
    claim = derive_claims(ledger.read()[1])[claim_id]
    return claim.label_zh, claim.label_en


def test_the_payer_stands_before_the_label(ledger):
    ledger.set("funds", "ta18.f11", payer_place_id="980121", label="物资折款", label_en="Goods, as money")
    assert labels_of(ledger, "ta18.f11") == ("甲县：物资折款", "Jia County: Goods, as money")


def test_a_label_without_a_payer_stays_as_it_is(ledger):
    assert labels_of(ledger, "ta18.f11") == ("物资折款", "Goods, as money")


def test_national_money_is_of_all_payers_together(ledger):
    ledger.add("places", "980000", place_id="cn", name="某国", name_en="The country", level="country", aliases="")
    ledger.set("funds", "ta18.f11", place_id="cn", payer_place_id="980000")
    assert labels_of(ledger, "ta18.f11") == ("物资折款", "Goods, as money")
