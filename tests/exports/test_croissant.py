"""Croissant by its own library: every record set loads, with every row of its table."""

import csv
import io
import json

import mlcroissant
import pytest


@pytest.fixture(scope="module")
def described(exported):
    return json.loads(exported["data/croissant.json"])


@pytest.mark.slow
def test_every_record_set_loads_with_all_its_rows(described, exported, tmp_path):
    for path, content in exported.items():
        if path.endswith((".csv", "croissant.json")) and path.count("/") == 1:
            (tmp_path / path.removeprefix("data/")).write_bytes(content)
    local = {file["@id"]: tmp_path / file["@id"] for file in described["distribution"]}
    dataset = mlcroissant.Dataset(jsonld=tmp_path / "croissant.json", mapping=local)
    for record_set in described["recordSet"]:
        name = record_set["@id"]
        rows = list(csv.DictReader(io.StringIO(exported[f"data/{name}.csv"].decode("utf-8-sig"), newline="")))
        assert len(list(dataset.records(name))) == len(rows), name
