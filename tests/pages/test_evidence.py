"""What stands beside a figure: its proof, the sums it is in, what other sources print."""

from dataclasses import replace

import pytest

from build_scripts.pages.evidence import relation
from build_scripts.views.audits import derive_audits
from build_scripts.views.claims import derive_claims


@pytest.mark.parametrize(
    "verdict, sign",
    [("holds", "="), ("rounding", "≈"), ("fails", "≠"), ("apart", "≠"), ("unknown", "=")],
)
def test_between_sides_that_differ_stands_no_sign_of_equality(tiny_tables, verdict, sign):
    """Sums whose sides differ in scope stood as “1.5 = 1.897” in a table, and could be quoted so."""
    audit = next(a for a in derive_audits(tiny_tables, derive_claims(tiny_tables, frozenset())) if a.operator == "=")
    assert relation(replace(audit, verdict=verdict)) == sign


def test_a_bound_that_is_passed_is_turned_round(tiny_tables):
    audit = derive_audits(tiny_tables, derive_claims(tiny_tables, frozenset()))[0]
    assert relation(replace(audit, operator="≤", verdict="apart")) == ">"
