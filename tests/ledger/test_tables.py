"""The package is read as its schemas say, and as far as it can be read."""

import gc
from decimal import Decimal

import pytest

from build_scripts.ledger.package import data_package
from build_scripts.ledger.tables import ROWS, read_cell, read_raw_table, read_raw_tables, read_tables, rows_of


def test_cells_have_the_types_of_the_schema(tiny_tables):
    fund = tiny_tables["funds"].loc[2]
    assert (fund["fund_id"], fund["amount"], fund["in_totals"], fund["start"]) == (
        "ta18.f01",
        Decimal(12000000),
        True,
        104,
    )
    assert fund["project_id"] is None and fund["also_at"] is None


def test_rows_of_a_frame_are_made_once_and_go_with_it(tiny_package):
    frame = read_tables(tiny_package)["funds"]
    other = frame.assign(fund_id="x")
    assert rows_of(frame) is rows_of(frame) and rows_of(frame) == list(frame.itertuples())
    assert {row.fund_id for row in rows_of(other)} == {"x"}
    places = {id(frame), id(other)}
    assert places <= set(ROWS)
    del frame, other
    gc.collect()
    assert not places & {place for place, (made_of, _) in ROWS.items() if made_of() is None}


def test_each_text_of_a_column_is_told_with_its_lines(tiny_package):
    for file in read_raw_tables(tiny_package).values():
        texts = [(column, *each) for column, found in file.texts.items() for each in found.items()]
        told = sorted((line, column, text) for column, text, lines in texts for line in lines)
        cells = [(line, *pair) for line, row in file.rows for pair in zip(file.header, row, strict=True)]
        assert told == sorted(each for each in cells if each[2])


def test_frames_are_indexed_by_line(tiny_tables, tiny_root):
    lines = (tiny_root / "datasets" / "funds.csv").read_text(encoding="utf-8").splitlines()
    for line, fund_id in tiny_tables["funds"]["fund_id"].items():
        assert lines[line - 1].startswith(f"{fund_id},")


def test_a_cell_that_does_not_fit_its_type_reads_as_nothing(ledger):
    ledger.set("funds", "ta18.f01", amount="12 000", in_totals="yes", start="1_0")
    fund = ledger.read()[1]["funds"].loc[2]
    assert (fund["amount"], fund["in_totals"], fund["start"]) == (None, None, None)


@pytest.mark.parametrize("cell", ["１２", "1_000", "NaN", "1e5", " 1", "+1", "", "9" * 5000])
def test_numbers_are_plain_digits_or_nothing(cell):
    assert read_cell(cell, "number") is None and read_cell(cell, "integer") is None


def test_money_is_exact():
    assert read_cell("0.10", "number") + read_cell("0.20", "number") == Decimal("0.30")


def test_a_missing_column_and_a_missing_file_read_as_nothing(ledger):
    header, *rows = ledger.rows("funds")
    at = header.index("stage")
    ledger.write("funds", [row[:at] + row[at + 1 :] for row in [header, *rows]])
    ledger.file("events").unlink()
    tables = ledger.read()[1]
    assert set(tables["funds"]["stage"]) == {None} and tables["funds"]["amount"].iloc[0] == Decimal(12000000)
    assert len(tables["events"]) == 0 and "event_id" in tables["events"]


def test_bytes_of_another_encoding_are_read_as_far_as_they_can_be_with_their_fault(ledger):
    ledger.file("events").write_bytes("event_id,标题\na,事件\n".encode("gb18030"))
    events = read_raw_table(ledger.read()[0], "events")
    assert events.fault == ("encoding", 1) and events.encoding == "gb18030"
    assert events.header == ["event_id", "标题"] and events.rows == [(2, ["a", "事件"])]
    ledger.file("events").write_bytes(b"event_id,\xff\n")
    events = read_raw_table(ledger.read()[0], "events")
    assert events.fault == ("encoding", 1) and events.header == ["event_id", "\ufffd"]


def test_the_published_descriptor_is_proper(tiny_package):
    import frictionless

    descriptor = data_package(tiny_package)
    assert descriptor["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert [r["path"] for r in descriptor["resources"]] == [f"{table}.csv" for table in tiny_package.schemas]
    with frictionless.system.use_context(trusted=True):
        report = frictionless.Package(descriptor, basepath=str(tiny_package.root / "datasets")).validate()
    assert report.valid, report.flatten(["message"])


def test_tables_stand_in_the_order_of_the_descriptor(tiny_package):
    assert list(read_tables(tiny_package)) == [r["name"] for r in tiny_package.descriptor["resources"]]
