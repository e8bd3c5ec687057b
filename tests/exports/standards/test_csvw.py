"""CSV on the Web, by the library of that name: headers, types, keys and references of every file."""

import json
import logging
import warnings

import pytest
from csvw import TableGroup


@pytest.fixture
def folder(exported, tmp_path):
    for path, content in exported.items():
        if path.endswith((".csv", "csv-metadata.json")) and path.count("/") == 1:
            (tmp_path / path.removeprefix("data/")).write_bytes(content)
    return tmp_path


def findings(folder, caplog) -> list[str]:
    """Everything the library remarks while it reads all rows, and holds keys and references."""
    log = logging.getLogger("csvw of the ledger")
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        group = TableGroup.from_file(folder / "csv-metadata.json")
        for table in group.tables:
            list(table.iterdicts(log=log, strict=True))
            table.check_primary_key(log=log)
        group.check_referential_integrity(log=log)
    return [str(each.message) for each in warned] + [record.getMessage() for record in caplog.records]


@pytest.mark.slow
def test_the_library_reads_every_row_without_a_remark(folder, caplog):
    assert findings(folder, caplog) == []


@pytest.mark.slow
@pytest.mark.parametrize("old, new", [(b",12000000,exact,", b",many,exact,"), (b"\nta18.f02,", b"\nta18.f01,")])
def test_the_library_remarks_a_wrong_type_and_a_key_given_twice(folder, caplog, old, new):
    path = folder / "funds.csv"
    content = path.read_bytes()
    assert old in content
    path.write_bytes(content.replace(old, new, 1))
    assert findings(folder, caplog)


def test_every_csv_and_every_column_is_described(exported):
    tables = {table["url"]: table for table in json.loads(exported["data/csv-metadata.json"])["tables"]}
    csvs = {path.removeprefix("data/") for path in exported if path.startswith("data/") and path.endswith(".csv")}
    assert tables.keys() == csvs
    for url, table in tables.items():
        header = exported[f"data/{url}"].decode("utf-8-sig").splitlines()[0]
        assert ",".join(column["name"] for column in table["tableSchema"]["columns"]) == header
