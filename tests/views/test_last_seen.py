"""In which year a document last spoke of a pairing."""

from dataclasses import replace
from decimal import Decimal

import pandas as pd
import pytest

from build_scripts.views.last_seen import last_seen, listed_places

NO_ROWS = pd.DataFrame({"pairing_id": [], "source_id": []}, dtype=object)
ENDS = {"tj1": ("120000", "620000"), "tj2": ("120000", "620000"), "sd2": ("370000", "620000")}
TABLES = {
    "pairings": pd.DataFrame(
        [["tj1", "ew1", "old"], ["tj2", "ew2", "mid"], ["sd2", "ew2", "mid"]],
        columns=["pairing_id", "programme", "source_id"],
    ),
    "pairing_claims": NO_ROWS,
    "events": NO_ROWS,
    "projects": pd.DataFrame({"project_id": ["p"], "pairing_id": ["sd2"], "source_id": ["later"]}),
    "sources": pd.DataFrame(
        [["old", "2016"], ["mid", "2024-03"], ["later", "2025-06"], ["new", "2026-01-20"]],
        columns=["source_id", "published"],
    ).assign(inferred=None),
    "places": pd.DataFrame(
        [["120000", "天津市", "province"], ["370000", "山东省", "province"], ["620000", "甘肃省", "province"],
         ["g", "天津市、山东省", "group"], ["h", "东部地区", "group"], ["i", "天津市、各区", "group"]],
        columns=["place_id", "name", "level"],
    ).assign(parent_id="cn", name_en="", aliases=""),
}  # fmt: skip


@pytest.fixture
def figure(tiny_claims):
    """A figure of 2021–2025 that the newest document prints of Gansu, with both provinces as the payer."""
    some = next(claim for claim in tiny_claims.values() if claim.table == "funds")
    return replace(some, subject_kind="place", subject_id="620000", payer_id="g", period="2021/2025",
                   source_id="new", value=Decimal(1))  # fmt: skip


def years_of(claims):
    return {key: year for key, (year, is_printed) in last_seen(TABLES, claims, ENDS).items() if is_printed}


def test_a_figure_on_a_place_with_the_giver_beside_it_speaks_of_their_pairing(figure):
    assert years_of({"c": figure}) == {"tj1": "2016", "tj2": "2026", "sd2": "2026"}


def test_it_speaks_of_the_round_in_which_its_period_ends_and_of_no_other_giver(figure):
    of_before = replace(figure, payer_id="120000", period="2019")
    assert years_of({"c": of_before}) == {"tj1": "2026", "tj2": "2024", "sd2": "2025"}


def test_a_figure_without_a_period_or_of_an_unnamed_group_speaks_of_no_pairing(figure):
    for changed in ({"period": None}, {"payer_id": "h"}, {"payer_id": None}):
        assert last_seen(TABLES, {"c": replace(figure, **changed)}, ENDS)["sd2"] == ("2025", True)


def test_a_year_that_no_document_prints_is_said_to_be_judged_and_a_printed_one_of_the_same_year_goes_before_it():
    judged = TABLES["sources"].assign(inferred=pd.Series([None, None, "published", None], dtype=object))
    assert last_seen(TABLES | {"sources": judged}, {}, ENDS)["sd2"] == ("2025", False)
    printed = judged.assign(published=["2016", "2025-03", "2025", "2026-01-20"])
    assert last_seen(TABLES | {"sources": printed}, {}, ENDS)["sd2"] == ("2025", True)


def test_a_group_lists_places_only_where_every_part_of_its_name_is_one():
    assert listed_places(TABLES["places"]) == {"g": ("120000", "370000")}


def test_a_part_may_be_a_short_name_that_only_one_place_within_what_the_group_lies_in_bears():
    places = pd.DataFrame(
        [["52", "贵州省", "province", "cn", ""], ["522401", "毕节市", "prefecture", "52", "毕节"],
         ["522700", "黔南布依族苗族自治州", "prefecture", "52", "黔南州;都匀专区@1956"],
         ["53", "云南省", "province", "cn", ""],
         ["530001", "毕节乡", "township", "53", "毕节"], ["g", "毕节、黔南州", "group", "52", ""],
         ["h", "毕节、黔南州", "group", "cn", ""]],
        columns=["place_id", "name", "level", "parent_id", "aliases"],
    ).assign(name_en="")  # fmt: skip
    assert listed_places(places) == {"g": ("522401", "522700")}


def test_a_figure_on_several_places_that_its_group_lists_speaks_of_the_pairing_of_each(figure):
    of_both = replace(figure, subject_id="k", payer_id="120000")
    row = {"place_id": "k", "name": "甘肃省、山东省", "level": "group", "parent_id": "cn", "name_en": "", "aliases": ""}
    tables = TABLES | {"places": pd.concat([TABLES["places"], pd.DataFrame([row])])}
    assert last_seen(tables, {"c": of_both}, ENDS)["tj2"] == ("2026", True)
