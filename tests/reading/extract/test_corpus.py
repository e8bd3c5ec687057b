"""The corpus of invented reports: each annotation stands where it says, in words that the schemas know."""

from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from build_scripts.checks.rules.figures_agree import figure_remark
from build_scripts.reading.extract.propose import propose

CORPUS = Path(__file__).parent / "corpus"
HELD_OUT = Path(__file__).parent / "held_out"
REPORTS = sorted([*CORPUS.glob("*.txt"), *HELD_OUT.glob("*.txt")], key=lambda path: path.name)
COLUMNS = [
    "start", "as_printed", "value", "unit", "qualifier", "table", "measure_id", "fund_source", "stage", "basis",
    "period", "subject", "pairing_id", "place_id", "project_id", "part_of", "leave_out",
]  # fmt: skip
UNITS = {"%": "percent"}  # 3‰ is proposed as 0.3 per cent
CODED = ["fund_source", "stage", "qualifier", "basis"]


def read(report: Path) -> list[dict[str, str]]:
    with report.with_suffix(".csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def codes() -> dict[str, set[str]]:
    schema = yaml.safe_load(Path("schemas/funds.yaml").read_text(encoding="utf-8"))
    return {field["name"]: set(field["codes"]) for field in schema["fields"] if field["name"] in CODED}


def reasons() -> set[str]:
    """The codes of `leave_out` that the README explains: the last table's first column."""
    table = (CORPUS / "README.md").read_text(encoding="utf-8").partition("| code | of |")[2]
    lines = [line.split("|")[1] for line in table.splitlines() if line.startswith("| `")]
    return {code.strip(" `") for line in lines for code in line.split(",")}


def test_every_report_has_an_annotation_and_every_annotation_a_report():
    assert (len(list(CORPUS.glob("*.txt"))), len(list(HELD_OUT.glob("*.txt")))) == (22, 11)
    assert [p.stem for p in REPORTS] == sorted(p.stem for f in (CORPUS, HELD_OUT) for p in f.glob("*.csv"))


@pytest.mark.parametrize("report", REPORTS, ids=lambda path: path.stem)
def test_each_annotated_print_stands_at_its_offset(report):
    text = report.read_bytes().decode("utf-8")
    for row in read(report):
        start = int(row["start"])
        assert text[start : start + len(row["as_printed"])] == row["as_printed"], row
        assert not row["subject"] or row["subject"] in text, row


@pytest.mark.parametrize("report", REPORTS, ids=lambda path: path.stem)
def test_no_column_and_no_code_of_an_annotation_is_unknown(report):
    rows, known, left_out = read(report), codes(), reasons()
    assert list(rows[0]) == COLUMNS
    for row in rows:
        assert row["table"] in {"funds", "observations", ""}, row
        assert all(row[name] in known[name] | {""} for name in CODED), row
        assert row["leave_out"] in left_out | {""}, row


@pytest.mark.parametrize("report", REPORTS, ids=lambda path: path.stem)
def test_a_figure_is_either_proposed_in_full_or_left_out_with_a_reason(report):
    for row in read(report):
        assert bool(row["table"]) != bool(row["leave_out"]), row
        if row["table"]:
            assert all(row[name] for name in ["value", "unit", "qualifier", "basis", "subject"]), row
            assert bool(row["measure_id"]) == (row["table"] == "observations"), row
            assert bool(row["fund_source"] and row["stage"]) == (row["table"] == "funds"), row


@pytest.mark.parametrize("report", REPORTS, ids=lambda path: path.stem)
def test_a_part_belongs_to_a_figure_of_the_same_table_and_unit(report):
    rows = read(report)
    wholes = {(row["start"], row["table"], row["unit"]) for row in rows}
    for row in rows:
        assert not row["part_of"] or (row["part_of"], row["table"], row["unit"]) in wholes, row


@pytest.mark.parametrize("report", sorted(CORPUS.glob("*.txt")), ids=lambda path: path.stem)
def test_what_is_proposed_stands_at_its_offset_and_passes_the_check_of_prints(report, known):
    """A row that a person accepts as it was proposed must not be refused by `check`."""
    text = report.read_bytes().decode("utf-8")
    for draft in propose(text, known):
        assert text[draft.start :].startswith(draft.as_printed)
        if draft.leave_out or draft.note:
            continue
        value = Decimal(draft.value) if draft.value else None
        assert figure_remark(draft.as_printed, value, draft.qualifier, UNITS.get(draft.unit)) is None, draft
