"""The national series and the flow diagrams, from claims made up for the purpose."""

import pytest

from build_scripts.charts.gallery import flow, national_series
from build_scripts.charts.ribbons import Ribbon, node_order, ribbon_marks
from build_scripts.labels.names import Names
from build_scripts.views.derive import derive_views

FIGURES = (
    ("2016", "100", "exact"),
    ("2017", "200", "exact"),
    ("2019-01/2019-08", "150", "exact"),
    ("1996/2015", "900", "over"),
)


@pytest.fixture
def nation(ledger):
    """The tiny ledger with a country and four figures of it."""
    ledger.add(
        "places", "980000", place_id="cn", name="某国", name_en="The country", level="country", aliases=""
    )
    for n, (period, value, qualifier) in enumerate(FIGURES):
        cells = {
            "period": period,
            "value": value,
            "qualifier": qualifier,
            "as_printed": f"{value}人",
            "label": "转移就业",
        }
        ledger.add(
            "observations",
            "ta18.o10",
            observation_id=f"tn.o{n}",
            pairing_id="",
            place_id="cn",
            start="",
            **cells,
        )
    return ledger


def views_of(ledger):
    return derive_views(ledger.read()[1], "2022-01-01")


def test_single_years_and_longer_periods_are_kept_apart(nation):
    (series,) = national_series.national_series(views_of(nation))
    assert {year: int(claim.value) for year, claim in series.years.items()} == {
        2016: 100,
        2017: 200,
        2019: 150,
    }
    assert [claim.period for claim in series.periods] == ["1996/2015"]


def test_part_of_a_year_is_paler_than_a_year(nation):
    views = views_of(nation)
    (series,) = national_series.national_series(views)
    names = Names(nation.read()[0], views, "en")
    roles = {
        year: national_series.column(year, claim, False, names).role for year, claim in series.years.items()
    }
    assert roles == {2016: "provider", 2017: "provider", 2019: "heat-3"}


def test_a_figure_of_another_name_is_a_break(nation):
    nation.set("observations", "tn.o1", label="在外务工")
    (series,) = national_series.national_series(views_of(nation))
    assert national_series.breaks(series) == [2017, 2019]


def test_expected_figures_are_no_part_of_a_series(nation):
    nation.set("observations", "tn.o1", basis="expected")
    (series,) = national_series.national_series(views_of(nation))
    assert list(series.years) == [2016, 2019]


def test_a_flow_without_a_figure_is_a_dashed_line_and_never_a_ribbon():
    marks, _ = ribbon_marks([Ribbon("甲", "乙", 100.0, True), Ribbon("丙", "乙", None, False)], str, 0)
    assert [m.layer for m in marks if m.layer in ("band", "line")] == ["line", "band"]
    assert [m.dashed for m in marks if m.layer == "line"] == [True]


def test_ribbons_are_as_wide_as_their_money():
    marks, _ = ribbon_marks([Ribbon("甲", "乙", 300.0, True), Ribbon("甲", "丙", 100.0, False)], str, 0)
    widths = [round(m.points[0][2] - m.points[0][1]) for m in marks if m.layer == "band"]
    assert sorted(widths) == [100, 300]


def test_recipients_stand_opposite_their_providers():
    ribbons = [Ribbon("甲", "子", 9.0, True), Ribbon("乙", "丑", 5.0, True), Ribbon("乙", "子", 1.0, True)]
    place = {"甲": 0, "乙": 1}
    assert node_order([(r.end, r) for r in ribbons], place) == ["子", "丑"]


def test_the_diagram_of_a_period_names_its_largest_flow(ledger):
    ledger.set(
        "pairings", "ew1-jia-yi", level="province", provider_place_id="980000", recipient_place_id="990000"
    )
    views = views_of(ledger)
    sketches = {s.name: s for s in flow.sketches(views, Names(ledger.read()[0], views, "zh"))}
    assert "flow" in sketches and "flow.2018" in sketches
    sketch = sketches["flow.2018"]
    assert "1,200\u00a0万元" in sketch.title and sketch.title_claims
    assert sketch.rows[0][2].claims == sketch.title_claims


def test_a_period_has_a_name_fit_for_an_address():
    assert [flow.flow_name(key) for key in ("1996/2015", "2021/", "2017")] == [
        "flow.1996-2015",
        "flow.2021-now",
        "flow.2017",
    ]
