"""What is not known, to take away; and what programs that answer from the site are told."""

import csv
import io


def test_a_year_without_a_figure_is_a_row_that_says_so(exported, views):
    rows = list(csv.DictReader(io.StringIO(exported["data/gaps.csv"].decode("utf-8-sig"), newline="")))
    states = {(row["subject_id"], int(row["year"])): row["state"] for row in rows if row["subject_kind"] == "pairing"}
    assert states == {
        (key, year): state for key, years in views.gaps.pairing_years.items() for year, state in years.items()
    }
    assert {row["state"] for row in rows} >= {"known", "unknown"}
    assert {row["subject_en"] for row in rows if row["subject_id"] == "990000"} == {"Yi Province"}


def test_programs_are_told_the_rules_of_adding_and_where_the_tables_are(exported):
    told = exported["llms.txt"].decode()
    assert "Never add amounts as they come" in told and "不能相加" in told and "never zero" in told
    named = [line.split("](")[1].rstrip(")") for line in told.splitlines() if line.startswith("- [")]
    assert named and all(any(path and address.endswith(f"/{path}") for path in exported) for address in named)
