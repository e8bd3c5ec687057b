"""What describes the downloads to programs: each by the validator of its format or by its own rules."""

import csv
import hashlib
import io
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import yaml
from icalendar import Calendar
from openapi_spec_validator import validate


@pytest.fixture(scope="module")
def folder(exported, tmp_path_factory) -> Path:
    """The downloads on disk."""
    root = tmp_path_factory.mktemp("exported")
    for path, content in exported.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content)
    return root


def frictionless(descriptor: Path) -> str:
    """Runs the stock validator and returns what it says; fails where it finds anything."""
    command = [sys.executable, "-m", "frictionless", "validate", descriptor.name, "--json"]
    result = subprocess.run(command, cwd=descriptor.parent, capture_output=True, text=True)
    assert result.returncode == 0, result.stdout
    return result.stdout


def test_the_stock_frictionless_finds_nothing_wrong(folder, tiny_package):
    report = json.loads(frictionless(folder / "data" / "datapackage.json"))
    names = [task["name"] for task in report["tasks"]]
    assert names[: len(tiny_package.schemas)] == list(tiny_package.schemas)
    assert {"claims", "projects_wide", "totals", "funds_wide"} <= set(names)
    assert report["valid"]


def test_the_archive_is_a_package_of_its_own(exported, tmp_path):
    zipfile.ZipFile(io.BytesIO(exported["data/pairing-ledger.zip"])).extractall(tmp_path)
    assert json.loads(frictionless(tmp_path / "pairing-ledger" / "datapackage.json"))["valid"]
    readme = (tmp_path / "pairing-ledger" / "README.md").read_text()
    assert "- `funds.csv`: 资金 / Funds\n" in readme
    sums = (tmp_path / "pairing-ledger" / "SHA256SUMS").read_text().splitlines()
    assert {line.split("  ")[1] for line in sums} == set(os.listdir(tmp_path / "pairing-ledger")) - {"SHA256SUMS"}
    command = ["sha256sum", "--check", "--quiet", "SHA256SUMS"]
    assert subprocess.run(command, cwd=tmp_path / "pairing-ledger").returncode == 0
    citation = yaml.safe_load((tmp_path / "pairing-ledger" / "CITATION.cff").read_text())
    assert (citation["cff-version"], citation["license"], citation["version"]) == ("1.2.0", "CC-BY-4.0", "0.1.0")


def test_the_index_lists_every_file_with_its_checksum(exported):
    index = json.loads(exported["data/index.json"])
    listed = {file["path"]: file["sha256"] for file in index["files"]}
    beside = {path for path in exported if path.startswith("data/") and path.count("/") == 1}
    beside |= {path for path in exported if path.startswith("api/v1/") and path.count("/") == 2}
    assert listed.keys() == beside - {"data/index.json", "data/openapi.yaml"}
    assert all(hashlib.sha256(exported[path]).hexdigest() == digest for path, digest in listed.items())
    assert all(file["title"] and file["title_en"] for file in index["files"])


def test_the_index_names_a_file_for_each_record(exported):
    for kind in json.loads(exported["data/index.json"])["records"].values():
        assert kind["ids"]
        assert all(kind["path"].replace("{id}", key) in exported for key in kind["ids"])


def test_the_interface_is_valid_openapi_and_every_path_exists(exported):
    described = yaml.safe_load(exported["data/openapi.yaml"])
    validate(described)
    plain = {path.removeprefix("/") for path in described["paths"] if "{" not in path}
    assert plain <= exported.keys()


def test_dcat_names_each_data_file_with_size_and_checksum(exported):
    catalogue = json.loads(exported["data/dcat.jsonld"])
    (dataset,) = catalogue["dcat:dataset"]
    found = {each["@id"].rpartition("/data/")[2]: each for each in dataset["dcat:distribution"]}
    assert {"funds.csv", "claims.parquet", "pairing-ledger.xlsx", "pairing-ledger.zip"} <= found.keys()
    size = found["funds.csv"]["dcat:byteSize"]["@value"]
    assert size == str(len(exported["data/funds.csv"]))
    assert found["funds.csv"]["dct:title"][0] == {"@value": "资金", "@language": "zh-Hans"}


def test_search_engines_are_told_licence_publisher_and_downloads(exported):
    dataset = json.loads(exported["data/dataset.jsonld"])
    needed = {"name", "description", "license", "creator", "distribution", "url", "dateModified", "version"}
    assert needed <= dataset.keys() and dataset["@type"] == "Dataset"
    assert all(each["contentUrl"].startswith("https://") for each in dataset["distribution"])


def test_croissant_describes_the_columns_of_each_csv(exported):
    described = json.loads(exported["data/croissant.json"])
    files = {each["@id"]: each["sha256"] for each in described["distribution"]}
    for table in described["recordSet"]:
        content = exported[f"data/{table['name']}.csv"]
        assert files[f"{table['name']}.csv"] == hashlib.sha256(content).hexdigest()
        header = next(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
        assert [field["source"]["extract"]["column"] for field in table["field"]] == header


def test_the_calendar_has_every_dated_event_and_keeps_the_reader_free(exported, views):
    text = exported["data/events.ics"].decode()
    events = Calendar.from_ical(exported["data/events.ics"]).walk("VEVENT")
    dated = views.tables["events"].dropna(subset=["date"]).set_index("event_id")["date"]
    assert len(events) == len(dated) > 0
    assert {str(event["TRANSP"]) for event in events} == {"TRANSPARENT"}
    for event in events:
        printed = dated[str(event["UID"]).partition("@")[0]]
        assert event["DTSTART"].dt.isoformat().startswith(printed.partition("/")[0])
        assert ("only" in event["SUMMARY"]) == (min(map(len, printed.split("/"))) < 10)
    assert text.startswith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n") and text.endswith("END:VCALENDAR\r\n")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))


def test_a_long_line_of_the_calendar_is_folded_without_cutting_a_character():
    from build_scripts.exports.formats.calendar import fold

    pieces = list(fold("SUMMARY:" + "签约" * 40))
    assert "".join([pieces[0], *(piece[1:] for piece in pieces[1:])]) == "SUMMARY:" + "签约" * 40
    assert all(len(piece.encode()) <= 75 for piece in pieces) and all(piece[0] == " " for piece in pieces[1:])
