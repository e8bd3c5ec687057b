"""A copy is no second witness, and a report on poverty work in general is none of paired assistance."""

from decimal import Decimal

import pytest

from build_scripts.charts.gallery import events_by_year, instruments_timeline, project_status
from build_scripts.labels.names import Names
from build_scripts.pages.book import open_book
from build_scripts.pages.model import Site
from build_scripts.pages.standing import sureness
from build_scripts.views.derive import derive_views
from build_scripts.views.plans import plans
from build_scripts.views.witnesses import without_repeats


@pytest.fixture
def views_of(ledger):
    """The views of the tiny ledger as a test has changed it."""
    return lambda: derive_views(ledger.read()[1], "2022-01-01")


@pytest.fixture
def names_of(tiny_package):
    return lambda views: Names(tiny_package, views, "zh")


def conflicts_of_money(views):
    return [c.claims for c in views.conflicts if c.what == "money:mixed:received"]


def test_a_copy_does_not_conflict_with_its_original(ledger, views_of):
    assert conflicts_of_money(views_of()) == [("ta18.f01", "tc21.f01", "tb19-2.f01")]
    ledger.set("sources", "tb19-2", same_as_source_id="ta18")
    assert conflicts_of_money(views_of()) == []


def test_what_a_copy_repeats_is_one_statement(ledger, views_of):
    ledger.set("sources", "tc21", same_as_source_id="ta18")
    ledger.set("funds", "tc21.f01", label="到位资金合计")
    views = views_of()
    assert views.claims["tc21.f01"].value == views.claims["ta18.f01"].value == Decimal(12_000_000)
    assert "tc21.f01" not in without_repeats(views.claims, views.tables["sources"])
    assert "ta18.f01" in without_repeats(views.claims, views.tables["sources"])
    assert conflicts_of_money(views) == [("ta18.f01", "tb19-2.f01")]


def test_a_copy_is_not_counted_as_a_second_source_of_a_fact(ledger, views_of):
    ledger.set("funds", "tc21.f01", label="到位资金合计")
    before = views_of().quality.sources["ta18"]["claims_per_fact"]
    ledger.set("sources", "tc21", same_as_source_id="ta18")
    after = views_of().quality.sources["ta18"]
    assert after["claims_per_fact"] < before
    assert after["only_source"] == after["facts"] - 1  # the compendium alone is another source


def test_a_sum_that_a_copy_repeats_is_done_once(ledger, views_of):
    for part in ("f05", "f06"):
        ledger.add("funds", f"ta18.{part}", fund_id=f"tc21.{part}", source_id="tc21", part_of="tc21.f04", start="")
    ledger.add("funds", "ta18.f04", fund_id="tc21.f04", source_id="tc21", start="")
    assert "parts.tc21.f04" in {audit.audit_id for audit in views_of().audits}
    ledger.set("sources", "tc21", same_as_source_id="ta18")
    found = {audit.audit_id for audit in views_of().audits}
    assert "parts.ta18.f04" in found and "parts.tc21.f04" not in found


def test_a_general_report_makes_no_year_known(ledger, views_of):
    assert views_of().gaps.province_years["990000"][2018] == "known"
    for source in ("ta18", "tb19-2", "tc21"):
        ledger.set("sources", source, collection="general")
    assert set(views_of().gaps.province_years["990000"].values()) == {"unknown"}


def test_charts_do_not_count_general_reports(ledger, views_of, names_of):
    ledger.set("sources", "tb19-2", collection="general")
    ledger.set("sources", "tc21", collection="general")
    views = views_of()
    states = project_status.frame(views, names_of(views)).query("chart == 'project-status'")
    assert states["projects"].sum() == 2  # the school of the bulletin is left out, the umbrella never counted
    assert list(events_by_year.frame(views, names_of(views))["period"].unique()) == ["2018"]


def test_plans_of_general_reports_are_left_out(ledger, views_of):
    ledger.add("funds", "ta18.f12", fund_id="ta18.f20", stage="budgeted", amount="9600000", start="")
    assert [plan.project_id for plan in plans(views_of())] == ["ta18-chayuan"]
    ledger.set("sources", "ta18", collection="general")
    assert plans(views_of()) == []


def test_the_marked_years_of_the_timeline_are_the_milestones(ledger, views_of, names_of):
    ledger.add("milestones", "m-2017", milestone_id="m-2013", date="2013")
    views = views_of()
    data = instruments_timeline.frame(views, names_of(views))
    assert list(data[data["begun"].notna()]["period"]) == ["2013", "2017"]


def test_what_a_copy_repeats_is_counted_once_among_the_figures_of_a_place_and_alone_on_the_copys_own_page(
    ledger, views_of, tiny_package
):
    ledger.set("sources", "tc21", same_as_source_id="ta18")
    ledger.set("funds", "tc21.f01", label="到位资金合计")
    views = views_of()
    book = open_book(Site(tiny_package, views, Names(tiny_package, views, "zh"), {}), "zh")
    both = [views.claims["ta18.f01"], views.claims["tc21.f01"]]
    assert (sureness(book, both)["figures"], sureness(book, both)["sources"]) == (1, 1)
    assert sureness(book, both[1:])["figures"] == 1
