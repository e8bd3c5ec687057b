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
    assert len(named) == 30
    assert all(any(path and address.endswith(f"/{path}") for path in exported) for address in named)


def test_what_programs_are_told_names_the_columns_and_the_states_of_proof_that_claims_have(exported, views):
    told = exported["llms.txt"].decode()
    rows = list(csv.DictReader(io.StringIO(exported["data/claims.csv"].decode("utf-8-sig"), newline="")))
    columns = ("added_in", "left_out_because", "proof", "source", "url", "record_url")
    assert all(told.count(column) >= 2 and column in rows[0] for column in columns)
    states = {"proved", "position", "excerpt"}
    assert {row["proof"] for row in rows} <= states and all(told.count(state) >= 2 for state in states)
