"""The same thing under two ids is asked about."""

from build_scripts.checks.rules import twins
from build_scripts.labels.problems import message


def test_a_project_a_place_and_a_document_under_a_second_id_are_told_with_both(ledger):
    ledger.add("projects", "ta18-chayuan", project_id="tc21-chayuan", source_id="tc21")
    ledger.add("places", "990121", place_id="990122")
    ledger.add("sources", "tc21", source_id="tc22")
    ledger.add("organisations", ledger.rows("organisations")[1][0], org_id="zz-other")
    for table, key in (("instruments", "instrument_id"), ("milestones", "milestone_id"), ("measures", "measure_id")):
        ledger.add(table, ledger.rows(table)[1][0], **{key: "zz-other"})
    found = ledger.problems(twins)
    assert {(p.table, p.level) for p in found} == {
        (table, "warning")
        for table in ("projects", "places", "sources", "organisations", "instruments", "milestones", "measures")
    }
    said = " ".join(message(p, "en") for p in found)
    assert "「tc21-chayuan」 and 「ta18-chayuan」" in said and "「990122」 and 「990121」" in said
    assert "「tc22」 and 「tc21」" in said


def test_spaces_and_width_make_no_other_thing(ledger):
    ledger.add("places", "990121", place_id="990122", name="乙 县")
    assert len(ledger.problems(twins)) == 1


def test_names_that_two_provinces_share_are_fine(ledger):
    ledger.add("places", "990121", place_id="980199", parent_id="980000")
    assert ledger.problems(twins) == []


def test_documents_that_name_each_other_are_no_question(ledger):
    ledger.add("sources", "tc21", source_id="tc22", parent_source_id="tc21")
    assert ledger.problems(twins) == []
