"""Conflicts are found from the claims: same subject, what, period and basis."""

from dataclasses import replace

import pytest

from build_scripts.views.conflicts import derive_conflicts
from build_scripts.views.facts import derive_facts
from build_scripts.views.nested_scopes import nested_scopes
from build_scripts.views.pairing_conflicts import is_change
from build_scripts.views.reliability import derive_reliability


@pytest.fixture
def conflicts(tiny_tables, tiny_claims):
    facts = derive_facts(tiny_claims, derive_reliability(tiny_tables["sources"]), tiny_tables["sources"])
    return {c.conflict_id: c for c in derive_conflicts(tiny_tables, tiny_claims, facts)}


def test_two_sources_with_other_figures_for_the_same_money_conflict(conflicts):
    conflict = conflicts["pairing-ew1-jia-yi-money.mixed.received-2018-in_period"]
    assert conflict.verdict == "conflict"
    assert conflict.claims[0] == "ta18.f01" and "tb19-2.f01" in conflict.claims


def test_a_running_total_that_may_have_begun_earlier_does_not_lie_within_a_longer_time(tiny_claims):
    """Of 660 million in 2019 and 1.3 billion “in three years” to September 2019 the first was said to cover more."""
    claim = replace(tiny_claims["ta18.f01"], period="2019", basis="in_period", part_of=None, qualifier="exact")
    inner = replace(claim, claim_id="x.f01", source_id="x", period="2019-09", value=claim.value * 2)
    found = {claim.claim_id: claim, inner.claim_id: inner}
    assert [c.claims for c in nested_scopes(found, set())] == [(claim.claim_id, inner.claim_id)]
    assert not list(nested_scopes(found | {inner.claim_id: replace(inner, basis="cumulative")}, set()))


def test_starts_that_exclude_each_other_conflict(conflicts):
    conflict = conflicts["pairing-ew1-jia-yi-from"]
    assert (conflict.what, conflict.claims) == ("pairing:valid_from", ("ew1-jia-yi", "tb19-2.p01", "tc21.p01"))


def test_a_new_provider_in_the_next_round_is_a_change_and_no_conflict(conflicts):
    assert conflicts["place-990121-provider"].verdict == "provider_change"


def test_providers_of_other_programmes_may_stand_side_by_side():
    rows = [
        {"pairing_id": "a", "provider_place_id": "x", "programme": "ew2", "supersedes_id": None},
        {"pairing_id": "b", "provider_place_id": "y", "programme": "ca", "supersedes_id": None},
    ]
    assert not is_change(rows)
    assert not is_change([rows[0], {**rows[1], "programme": "ew2", "supersedes_id": "elsewhere"}])
    assert is_change([rows[0], {**rows[1], "programme": "ew1"}])


def test_the_two_ends_of_a_range_are_no_conflict(conflicts):
    assert not any("ta18.f09" in c.claims for c in conflicts.values())
