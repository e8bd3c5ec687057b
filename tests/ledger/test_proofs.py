"""What is hashed of a row, and which rows are proved."""

from decimal import Decimal
from hashlib import sha256

from build_scripts.ledger.proofs import proof_of, row_sha256, valid_proofs
from build_scripts.ledger.tables import read_tables


def test_what_is_hashed_is_what_the_schema_says():
    row = {"fund_id": "a.f1", "amount": Decimal("100.50"), "source_id": "a", "start": 3, "also_at": None, "note": "x",
           "as_printed": "100.50元", "qualifier": "exact"}  # fmt: skip
    told = "a.f1\nsource_id=a\nstart=3\nalso_at=\nas_printed=100.50元\namount=100.50\nqualifier=exact\n"
    assert row_sha256("a.f1", row) == sha256(told.encode()).hexdigest()


def test_the_tiny_ledger_has_all_three_states_but_one(tiny_tables):
    proved = valid_proofs(tiny_tables)
    assert len(proved) == 39
    assert proof_of(("funds", "ta18.f02"), 119, proved) == "proved"
    assert proof_of(("funds", "tc21.f01"), None, proved) == "excerpt"
    assert proof_of(("funds", "invented.f1"), 119, proved) == "position"


def test_a_ledger_without_the_table_proves_nothing(tiny_package, tiny_tables):
    assert valid_proofs({name: frame for name, frame in tiny_tables.items() if name != "proofs"}) == frozenset()
    assert valid_proofs(read_tables(tiny_package) | {"proofs": tiny_tables["proofs"].iloc[:0]}) == frozenset()
