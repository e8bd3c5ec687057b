"""CSV files have one form, and putting them into it loses nothing."""

import csv
import io

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from build_scripts.commands.format import canonical_files, format_ledger
from build_scripts.ledger.canonical import line_of_cells, sort_key
from build_scripts.ledger.problem import LedgerError

REUSED = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def test_format_sorts_quotes_and_orders_columns(ledger):
    wanted = ledger.file("funds").read_bytes()
    header, *rows = ledger.rows("funds")
    out = io.StringIO(newline="")
    csv.writer(out, quoting=csv.QUOTE_ALL).writerows(row[::-1] for row in [header, *rows[::-1]])
    ledger.file("funds").write_bytes(b"\xef\xbb\xbf" + out.getvalue().encode())
    assert format_ledger(ledger.root) == [ledger.file("funds")]
    assert ledger.file("funds").read_bytes() == wanted


def test_format_changes_nothing_the_second_time(ledger):
    header, *rows = ledger.rows("observations")
    ledger.write("observations", [header, *rows[::-1]])
    assert len(format_ledger(ledger.root)) == 1
    assert format_ledger(ledger.root) == []


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (lambda b: b.replace(b"fund_id", b"id", 1), "file_forms.header_lacks"),
        (lambda b: b + b"ta18.f99,x\n", "funds.csv:16: : format.row_length"),
        (lambda b: b + b"\xff", "file_forms.encoding_unknown"),
    ],
    ids=["a column of another name", "a short row", "bytes that are not UTF-8"],
)
def test_a_file_that_would_lose_something_is_left_as_it_is(ledger, spoil, reason):
    content = spoil(ledger.file("funds").read_bytes())
    ledger.file("funds").write_bytes(content)
    with pytest.raises(LedgerError, match=reason):
        format_ledger(ledger.root)
    assert ledger.file("funds").read_bytes() == content


def test_numbers_in_ids_are_counted_and_codes_of_places_are_not():
    assert sorted(["a.f10", "a.f9", "a.f100"], key=sort_key) == ["a.f9", "a.f10", "a.f100"]
    assert sorted(["611026", "611026101", "610900"], key=sort_key) == ["610900", "611026", "611026101"]


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=2))
def test_any_cell_is_read_back_as_it_was_written(cells):
    assert next(csv.reader(io.StringIO(line_of_cells(cells), newline=""))) == cells


@REUSED
@given(
    st.lists(
        st.text(st.characters(exclude_categories=["Cs"]), min_size=1), min_size=1, max_size=4, unique=True
    )
)
def test_the_canonical_form_of_the_canonical_form_is_itself(ledger, keys):
    header, *rows = ledger.rows("organisations")
    ledger.write("organisations", [header, *([key, *rows[0][1:]] for key in keys)])
    format_ledger(ledger.root)
    assert canonical_files(ledger.root) == {}
    assert {row[0] for row in ledger.rows("organisations")[1:]} == set(keys)
