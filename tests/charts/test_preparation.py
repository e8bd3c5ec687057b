"""What each chart shows of the tiny ledger: the figures, written out."""

from decimal import Decimal

import pytest

from build_scripts.charts.gallery import (
    causes_of_poverty,
    events_by_year,
    events_in_time,
    instruments_timeline,
    known_years,
    matrix,
    money_by_pairing,
    money_by_stage,
    pairings_by_level,
    pairings_by_year,
    parts_of_a_whole,
    people_by_direction,
    planned_against_completed,
    project_status,
    tile_map,
)
from build_scripts.labels.names import Names
from build_scripts.views.derive import derive_views


@pytest.fixture
def views_of(ledger):
    """The views of the tiny ledger as a test has changed it."""
    return lambda: derive_views(ledger.read()[1], "2022-01-01")


@pytest.fixture
def names_of(tiny_package):
    """Names in Chinese of the views that a test has changed."""
    return lambda views: Names(tiny_package, views, "zh")


def part(ledger, key, whole, **cells):
    ledger.add("funds", "ta18.f05", fund_id=key, part_of=whole, start="", **cells)


def test_two_parts_are_no_chart_and_three_are(ledger, views_of):
    assert [d.whole.claim_id for d in parts_of_a_whole.divisions(views_of().claims)] == []
    part(ledger, "ta18.f20", "ta18.f04", amount="600000", as_printed="60万元")
    (division,) = parts_of_a_whole.divisions(views_of().claims)
    assert [c.value for c in division.parts] == [5000000, 3000000, 600000]
    assert division.rest == 0 and not division.is_open


def test_what_parts_leave_of_a_whole_is_hatched_only_where_they_do_not_claim_to_be_complete(ledger, views_of):
    part(ledger, "ta18.f20", "ta18.f04", amount="500000", as_printed="50万元")
    (complete,) = parts_of_a_whole.divisions(views_of().claims)
    assert (complete.rest, complete.is_open) == (100000, False)
    ledger.set("funds", "ta18.f04", parts_complete="false")
    (open_one,) = parts_of_a_whole.divisions(views_of().claims)
    assert open_one.is_open


def test_a_part_without_digits_is_not_drawn_as_zero(ledger, views_of):
    part(ledger, "ta18.f20", "ta18.f04", amount="", qualifier="over", as_printed="00多万元")
    assert parts_of_a_whole.divisions(views_of().claims) == []


def test_a_division_is_shown_with_its_project_and_with_its_pairing(ledger, views_of, tiny_names):
    for n in (1, 2, 3):
        ledger.add(
            "funds",
            "ta18.f12",
            fund_id=f"ta18.f3{n}",
            part_of="ta18.f12",
            amount="1000000",
            as_printed="100万元",
            start="",
        )
    (sketch,) = parts_of_a_whole.sketches(views_of(), tiny_names)
    assert sketch.subject == ("project", "ta18-chayuan") and sketch.also == (("pairing", "ew1-jia-yi"),)


def test_a_pairings_money_stands_by_class_and_stage(tiny_views, tiny_names):
    group = money_by_stage.totals_by_pairing(tiny_views.totals, tiny_names)["ew1-jia-yi"]
    assert [(t.what, t.value) for t in group] == [
        ("money:fiscal_assistance:allocated", Decimal("8600000")),
        ("money:fiscal_assistance:received", Decimal("9000000")),
        ("money:social_donation:received", Decimal("3000000")),
        ("money:mixed:received", Decimal("12000000")),
        ("money:not_stated:spent", Decimal("4800000")),
    ]  # the 150 million intended are expected, so they are no total


def test_a_sum_says_where_the_source_of_its_money_is_not_printed(tiny_views, tiny_names):
    (sketch,) = money_by_stage.sketches(tiny_views, tiny_names)
    words = [row["words"] for rows in sketch.chart.datasets.values() for row in rows if "words" in row]
    assert "资金来源未印明" in words


def test_the_largest_totals_of_a_level_come_stage_by_stage(tiny_views, tiny_names):
    stages = money_by_pairing.largest_by_stage(tiny_views.totals, {"ew1-jia-yi": "county"}, "county", tiny_names)
    assert {stage: [t.value for t in group] for stage, group in stages.items()} == {
        "allocated": [8600000], "received": [9000000],
    }  # the 4.8 million spent are of unstated source, so they are no assistance  # fmt: skip


def test_planned_and_completed_must_be_of_the_same_kind_of_money(ledger, views_of, tiny_names):
    cells = {"stage": "budgeted", "amount": "6000000", "as_printed": "600万元", "start": ""}
    ledger.add("funds", "ta18.f12", fund_id="ta18.f20", fund_source="enterprise_investment", **cells)
    assert planned_against_completed.plans(views_of(), tiny_names) == []
    ledger.set("funds", "ta18.f20", fund_source="not_stated")
    (plan,) = planned_against_completed.plans(views_of(), tiny_names)
    assert (plan.planned.value, plan.completed.value, plan.share) == (6000000, 4800000, 80)


def test_umbrellas_are_not_counted_beside_their_members(tiny_names):
    groups = project_status.by_programme(list(tiny_names.projects.values()), tiny_names.pairings)
    assert groups == {"ew1": {"implementation": 1, "completed": 1}, "none": {"completed": 1}}


def test_a_direction_without_a_figure_is_said_to_be_not_printed(ledger, views_of, tiny_names):
    for key, measure in (("ta18.o05", "delegations_to_recipient"), ("ta18.o06", "delegates_to_recipient")):
        ledger.add("measures", "delegates_total", measure_id=measure)
        ledger.set("observations", key, measure_id=measure)
    views = views_of()
    ways = people_by_direction.ways_by_pairing(views.totals)["ew1-jia-yi"]
    assert {kind: sorted(found) for kind, found in ways.items()} == {
        "delegations": ["to_recipient"],
        "delegates": ["to_recipient"],
    }
    (sketch,) = people_by_direction.sketches(views, tiny_names)
    words = [row["words"] for rows in sketch.chart.datasets.values() for row in rows if "words" in row]
    assert words.count("未印出") == 2 and "0" not in words


def test_pairings_are_counted_by_level_and_programme(tiny_names):
    assert pairings_by_level.levels_by_programme(list(tiny_names.pairings.values()), tiny_names) == {
        "ew1": {"county": 2, "enterprise_village": 1}
    }


def test_a_year_of_a_term_is_printed_only_where_a_document_prints_it(tiny_names):
    found, undated = pairings_by_year.years_in_force(list(tiny_names.pairings.values()), 2020, tiny_names)
    years = found["ew1"]
    assert years[2013] == {"printed": 1} and years[2017] == {"printed": 1}  # 2017: the start is printed
    assert years[2018] == {"round": 1} and undated == 0


def test_a_cause_is_what_follows_the_colon(ledger, views_of):
    ledger.add("measures", "people_exited", measure_id="poor_households", unit="household")
    ledger.add("measures", "poverty_rate", measure_id="cause_share")
    for n, cause in enumerate(("因病", "因学", "缺技术"), start=1):
        for measure, label, value in (("poor_households", "贫困户", 10 * n), ("cause_share", "致贫原因", n)):
            cells = {"label": f"{label}：{cause}", "value": str(value), "as_printed": str(value), "start": ""}
            key = f"ta18.{measure[:2]}{n}"
            ledger.add("observations", "ta18.o12", observation_id=key, measure_id=measure, **cells)
    (causes,) = causes_of_poverty.causes_by_place(views_of().claims).values()
    assert {cause: {m: int(c.value) for m, c in each.items()} for cause, each in causes.items()} == {
        "缺技术": {"poor_households": 30, "cause_share": 3},
        "因学": {"poor_households": 20, "cause_share": 2},
        "因病": {"poor_households": 10, "cause_share": 1},
    }
    assert list(causes) == ["缺技术", "因学", "因病"]


def test_an_event_stands_in_its_month_and_on_the_side_that_sets_out(tiny_views, tiny_names):
    rows = {row["event_id"]: row for row in tiny_views.tables["events"].to_dict("records")}
    pairing = tiny_names.pairings["ew1-jia-yi"]
    visit = events_in_time.placed(rows["ta18.e02"], pairing, tiny_names)
    assert (round(visit.at, 2), visit.is_year_only, visit.side) == (2018.37, False, "provider")
    end = events_in_time.placed(rows["tc21.e01"], pairing, tiny_names)
    assert (end.at, end.is_year_only, end.side) == (2020.0, True, "other")


def test_events_without_a_date_are_in_no_year(ledger, views_of, tiny_names):
    ledger.set("events", "ta18.e02", date="")
    counts = events_by_year.years_by_kind(views_of().tables["events"].to_dict("records"), tiny_names)
    assert counts == {"agreement": {2018: 1}, "milestone": {2020: 1}}


def test_provinces_are_paired_by_their_places_and_never_with_themselves(ledger, views_of, tiny_names):
    assert matrix.pairs_of_provinces(views_of(), tiny_names) == {("980000", "990000"): 3}
    ledger.set("pairings", "ew1-bing-yi", recipient_place_id="980121")
    assert matrix.pairs_of_provinces(views_of(), tiny_names) == {("980000", "990000"): 2}


def test_a_province_is_provider_or_recipient_by_the_pairings_across_provinces(tiny_views, tiny_names):
    roles = tile_map.roles_of_provinces(tiny_views, tiny_names)
    assert (roles["980000"], roles["990000"]) == ({"provider": 3}, {"recipient": 3})
    assert not roles["110000"]  # a province without any keeps its tile


def test_the_tiles_are_the_34_provinces_each_on_a_place_of_its_own():
    assert len(tile_map.TILES) == 34 == len(set(tile_map.TILES.values()))


def test_the_years_of_the_arrangements_are_marked_even_without_a_document(tiny_views):
    years = instruments_timeline.instruments_by_year(tiny_views.tables["instruments"].to_dict("records"))
    assert list(years) == [1996, 2002, 2010, 2013, 2016, 2017, 2021]
    assert [row["instrument_id"] for row in years[2017]] == ["jiasheng-2017"] and years[2016] == []


def test_neighbouring_years_of_one_state_are_one_row():
    states = {2016: "unknown", 2017: "known", 2018: "known", 2020: "known"}
    assert list(known_years.runs(states)) == [
        ("unknown", 2016, 2016),
        ("known", 2017, 2018),
        ("known", 2020, 2020),
    ]


def test_pairings_of_the_same_name_are_told_apart(ledger, views_of, names_of):
    ledger.set("pairings", "ew1-bing-yi", provider_place_id="980121", programme="gz")
    apart = names_of(views_of()).pairings_apart(["ew1-bing-yi", "ew1-jia-yi"])
    assert apart == {
        "ew1-bing-yi": "甲县 → 乙县（对口帮扶贵州，2013 年起）",
        "ew1-jia-yi": "甲县 → 乙县（东西部扶贫协作，2017 年起）",
    }
