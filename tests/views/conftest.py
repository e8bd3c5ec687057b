"""The tiny ledger as tables and claims."""

import pytest

from build_scripts.ledger.proofs import valid_proofs
from build_scripts.views.claims import derive_claims


@pytest.fixture
def tiny_claims(tiny_tables):
    return derive_claims(tiny_tables, valid_proofs(tiny_tables))
