"""Frictionless errors in words of our own: what is wrong, and what to do."""

from types import SimpleNamespace

import pytest

from build_scripts.checks.schema import ERRORS, problems_of_report, schema_problems
from build_scripts.ledger.package import open_package
from build_scripts.ledger.tables import read_raw_tables


def found(ledger):
    package = open_package(ledger.root)
    return schema_problems(package, read_raw_tables(package))


CELLS = {
    "amount=12 000": ("「12 000」 is not a number", "use the digits 0–9 and a decimal point only"),
    "start=1.5": ("「1.5」 is not a whole number", "use the digits 0–9 only"),
    "in_totals=yes": ("「yes」 is not true or false", "write true or false"),
    "as_printed=": ("is empty", "fill the cell"),
    "period=2018年": ("「2018年」 does not have the right form", "the form is [0-9]{4}"),
    "qualifier=ca": (
        "「ca」 is not in the code list",
        "use one of: exact, about, over, nearly, at_least, at_most",
    ),
    "start=-1": ("「-1」 is below 0", "use 0 or more"),
    f"as_printed={'3' * 41}": (
        f"「{'3' * 40}…」 is longer than 40 characters",
        "keep the figure or the name only",
    ),
    "fund_id=ta18.f02": ("「ta18.f02」 is used by another row", "give every row an id of its own"),
}


@pytest.mark.parametrize("cell", CELLS)
def test_a_cell_is_named_with_its_value_and_its_remedy(ledger, cell):
    column, _, value = cell.partition("=")
    ledger.set("funds", "ta18.f01", **{column: value})
    problem = found(ledger)[0]
    assert (problem.table, problem.column, problem.message_en) == ("funds", column, CELLS[cell][0])
    assert problem.fix_en.startswith(CELLS[cell][1])
    assert problem.message_zh and problem.fix_zh


@pytest.mark.parametrize(
    ("before", "after", "row", "message"),
    [
        (
            "fund_id,pairing_id",
            "fund_id,pair_id",
            1,
            "the header has 「pair_id」 where pairing_id should stand",
        ),
        (",as_printed\n", "\n", 1, "the header lacks the column as_printed"),
        (",as_printed\n", ",as_printed,more\n", 1, "the header has a column too many: 「more」"),
        (",also_at,as_printed", ",start,as_printed", 1, "the header has 「start」 twice"),
        (",1200万元\nta18.f02", "\nta18.f02", 2, "the row is short of a cell"),
        (",1200万元\nta18.f02", ",1200万元,x\nta18.f02", 2, "the row has a cell too many: 「x」"),
        ("ta18.f02", "\nta18.f02", 3, "the row is blank"),
        ("fund_id,pairing_id", "fund_id,", 1, "a cell of the header is empty"),
    ],
)
def test_a_row_or_a_header_of_another_shape_is_named(ledger, before, after, row, message):
    text = ledger.file("funds").read_text(encoding="utf-8")
    assert before in text
    ledger.file("funds").write_text(text.replace(before, after, 1), encoding="utf-8")
    assert (row, message) in [(p.row, p.message_en) for p in found(ledger)]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "the file is empty or holds no table: the source is empty"),
        ("事件".encode("gb18030"), "the file is not UTF-8: "),
        (None, "the file cannot be read: "),
    ],
)
def test_a_file_that_cannot_be_read_is_named(ledger, content, message):
    ledger.file("events").unlink()
    if content is not None:
        ledger.file("events").write_bytes(content)
    problem = next(p for p in found(ledger) if p.table == "events")
    assert problem.message_en.startswith(message) and problem.fix_zh


def test_more_than_a_thousand_errors_are_all_told(ledger):
    header, *rows = ledger.rows("funds")
    column = header.index("stage")
    spoilt = [[f"ta18.f{n}", *rows[0][1:column], "promised", *rows[0][column + 1 :]] for n in range(1200)]
    ledger.write("funds", [header, *spoilt])
    assert len(found(ledger)) == 1200


def test_an_error_of_another_type_keeps_its_own_message():
    error = SimpleNamespace(type="moon-phase", note="n", message="The moon {is} full")
    report = SimpleNamespace(errors=[error], tasks=[SimpleNamespace(name="funds", errors=[error])])
    first, second = problems_of_report(report)
    assert (first.file, second.file) == ("datapackage.yaml", "datasets/funds.csv")
    assert second.message_en == "Frictionless reports: The moon {is} full"


def test_a_schema_that_is_wrong_is_named(ledger):
    schema = ledger.root.parent.parent / "schemas" / "funds.yaml"
    schema.write_text(
        schema.read_text(encoding="utf-8").replace("type: boolean", "type: bool", 1), encoding="utf-8"
    )
    assert any("datapackage.yaml or a schema is wrong" in p.message_en for p in found(ledger))


def test_every_error_type_that_a_table_can_have_has_words():
    from frictionless import errors

    kinds = {getattr(errors, name).type for name in dir(errors) if name.endswith("Error")}
    tabular = {k for k in kinds if k.endswith(("-label", "-header", "-cell", "-row"))}
    assert tabular - set(ERRORS) == {"duplicate-row", "deviated-cell"}  # not switched on
