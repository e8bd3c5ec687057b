"""Quality in numbers: shares, ages, only sources, and the change since the last release."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import pytest

from build_scripts.ledger.proofs import valid_proofs
from build_scripts.views.claims import derive_claims
from build_scripts.views.coverage import Change
from build_scripts.views.facts import derive_facts
from build_scripts.views.quality import baseline_json, derive_quality, quality_json
from build_scripts.views.reliability import derive_reliability

ROOT = Path(__file__).parents[2]


def quality_of(tables, today="2026-11-21", baseline=None):
    claims = derive_claims(tables, valid_proofs(tables))
    facts = derive_facts(claims, derive_reliability(tables["sources"]), tables["sources"])
    return derive_quality(tables, valid_proofs(tables), claims, facts, today, baseline)


@pytest.fixture(scope="module")
def quality(tiny_tables):
    return quality_of(tiny_tables)


def test_a_row_without_an_offset_is_not_proved(quality):
    funds = quality.tables["funds"]
    assert (funds["rows"], funds["proved"], funds["proved_share"]) == (14, 13, 0.9286)


def test_a_bulletin_without_numbering_has_no_sections(quality):
    funds = quality.tables["funds"]
    assert (funds["with_section"], funds["with_section_share"]) == (12, 0.8571)


def test_a_note_in_one_language_only_is_not_in_english(quality):
    assert quality.tables["pairings"]["in_english"] == 3
    assert quality.tables["relations"]["in_english"] == 6


def test_english_is_missing_where_the_chinese_has_no_partner(ledger):
    ledger.set("funds", "ta18.f01", label_en="")
    tables = ledger.read()[1]
    assert quality_of(tables).tables["funds"]["in_english_share"] == 0.9286


def test_claims_a_fact_counts_what_stands_behind_each_fact(quality):
    assert quality.tables["funds"]["claims_per_fact"] == 1.0769  # 14 claims, 13 facts
    assert quality.tables["observations"]["claims_per_fact"] == 1.0625  # 17 claims, 16 facts
    assert "claims_per_fact" not in quality.tables["places"]


def test_a_table_without_evidence_has_no_share_rather_than_zero(quality):
    assert quality.tables["places"]["proved_share"] is None


def test_a_source_says_how_often_it_is_the_only_one(quality):
    source = quality.sources["tc21"]
    assert (source["claims"], source["facts"], source["only_source"], source["only_source_share"]) == (
        2,
        2,
        1,
        0.5,
    )
    assert (source["rows"], source["proved"], source["claims_per_fact"]) == (8, 0, 1.5)


def test_a_source_without_rows_has_no_shares(quality):
    assert quality.sources["tb19"]["proved_share"] is None


def test_age_counts_from_the_last_day_that_a_partial_date_allows(quality):
    assert quality.sources["ta18"]["age_days"] == 2882  # from 31 December 2018
    assert quality.sources["tc21"]["age_days"] == 2136


def test_no_source_is_younger_than_today(tiny_tables):
    assert quality_of(tiny_tables, today="2018-12-15").sources["ta18"]["age_days"] == 0


def test_without_a_release_there_is_no_change(quality):
    assert quality.change == Change(None, {})


def test_the_change_is_now_less_then(tiny_tables):
    before = {"date": "2026-01-01", "tables": {"funds": {"rows": 10, "proved_share": 0.9}}}
    change = quality_of(tiny_tables, baseline=before).change
    assert change.since == "2026-01-01"
    assert (change.tables["funds"]["rows"], change.tables["funds"]["proved_share"]) == (4, 0.0286)
    assert change.tables["funds"]["claims_per_fact"] is None and "places" not in change.tables


def test_the_file_is_the_same_whatever_the_order_of_rows(tiny_tables, quality):
    turned = {name: frame.iloc[::-1] for name, frame in tiny_tables.items()}
    assert quality_json(quality_of(turned)) == quality_json(quality)
    assert json.loads(quality_json(quality)) == asdict(quality)


def test_a_release_leaves_its_tables_as_the_next_baseline(quality):
    assert json.loads(baseline_json(quality)) == {"date": "2026-11-21", "tables": quality.tables}


def test_the_baseline_kept_with_the_data_can_be_compared_with(tiny_tables):
    baseline = json.loads((ROOT / "datasets" / "quality_baseline.json").read_text(encoding="utf-8"))
    assert quality_of(tiny_tables, baseline=baseline).change.since == baseline["date"]
