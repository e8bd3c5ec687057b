"""The published tables: what is read back equals what was written."""

import json
from decimal import Decimal

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_scripts.exports.encode import cell_text, csv_bytes, plain_number
from build_scripts.exports.wide import schema_columns
from build_scripts.ledger.package import data_package, open_package
from build_scripts.ledger.tables import read_tables
from build_scripts.views.columns import Column


def test_an_empty_cell_stays_empty_and_is_never_zero():
    frame = pd.DataFrame({"a": [None], "b": [Decimal(0)]}, dtype=object)
    assert csv_bytes(frame, [Column("a"), Column("b", "number")]) == "\ufeffa,b\n,0\n".encode()


def test_a_large_amount_is_written_without_an_exponent():
    assert cell_text(Decimal("1E+10")) == "10000000000"
    assert cell_text(Decimal("0.00000001")) == "0.00000001"


def test_whole_decimals_become_integers_in_json():
    assert (plain_number(Decimal("17100000.0")), plain_number(Decimal("33.3"))) == (17_100_000, 33.3)
    assert isinstance(plain_number(Decimal("3")), int)


@pytest.mark.parametrize("table", ["places", "sources", "pairings", "funds", "observations", "relations"])
def test_an_exported_table_is_the_source_file_again_behind_a_byte_order_mark(tiny_root, table):
    package = open_package(tiny_root)
    written = csv_bytes(read_tables(package)[table], schema_columns(package.schemas[table]))
    assert written.removeprefix(b"\xef\xbb\xbf") == (tiny_root / "datasets" / f"{table}.csv").read_bytes()


def test_the_published_descriptor_holds_the_schemas_with_their_code_lists(tiny_root):
    descriptor = json.loads(json.dumps(data_package(open_package(tiny_root))))
    funds = next(r for r in descriptor["resources"] if r["name"] == "funds")
    stage = next(f for f in funds["schema"]["fields"] if f["name"] == "stage")
    assert stage["constraints"]["enum"] == ["budgeted", "agreed", "allocated", "disbursed", "received", "spent"]


@settings(deadline=None)
@given(st.lists(st.text(st.characters(blacklist_categories=("Cs", "Cc")), min_size=1), min_size=1))
def test_odd_text_survives_the_csv(texts):
    written = csv_bytes(pd.DataFrame({"a": texts}, dtype=object), [Column("a")]).decode("utf-8-sig")
    import csv
    import io

    cells = [row[0] for row in csv.reader(io.StringIO(written, newline=""))][1:]
    assert [cell.removeprefix("'") for cell in cells] == [text.removeprefix("'") for text in texts]
    assert not [cell for cell in cells if cell[0] in "=+@"]
