"""What programs and readers of feeds find at the address of an id that was retired."""

import json
from xml.etree import ElementTree as Xml

import pytest

from build_scripts.exports.export import export_tables
from build_scripts.views.derive import derive_views

ATOM = "{http://www.w3.org/2005/Atom}"
HEADER = ["table", "row_id", "successor_id", "reason", "reason_en", "retired_on"]
RETIRED = [
    ["pairings", "ew1-jia-old", "ew1-jia-yi", "", "", "2025-03-01"],
    ["projects", "ta18-tea", "", "重复", "a repeat", "2025-03-02"],
    ["funds", "ta18.f90", "ta18.f01", "", "", "2025-03-03"],
]


@pytest.fixture(scope="module")
def files(one_ledger) -> dict[str, bytes]:
    one_ledger.write("retired", [HEADER, *RETIRED])
    package, tables = one_ledger.read()
    return {file.path: file.content for file in export_tables(package, derive_views(tables, "2026-01-02"), {})}


@pytest.mark.parametrize("folder", ["api/v1", "data"])
def test_the_old_address_of_a_record_names_the_successor_or_the_reason(files, folder):
    moved = json.loads(files[f"{folder}/pairings/ew1-jia-old.json"])
    assert moved["successor_id"] == "ew1-jia-yi"
    assert moved["successor"].endswith("/api/v1/pairings/ew1-jia-yi.json")
    gone = json.loads(files[f"{folder}/projects/ta18-tea.json"])
    assert (gone["successor"], gone["reason"], gone["reason_en"]) == (None, "重复", "a repeat")


def test_a_retired_id_is_none_of_the_records_that_are_listed(files):
    assert "ew1-jia-old" not in json.loads(files["data/index.json"])["records"]["pairings"]["ids"]
    assert "ew1-jia-old" not in {row["id"] for row in json.loads(files["api/v1/pairings.json"])}


def test_every_retired_id_stands_in_one_list(files):
    listed = json.loads(files["api/v1/retired.json"])
    assert [(row["table"], row["id"]) for row in listed] == [(row[0], row[1]) for row in RETIRED]


def test_the_feed_of_a_retired_record_stays_and_leads_on(files):
    (entry,) = Xml.fromstring(files["data/pairings/ew1-jia-old.atom"]).findall(f"{ATOM}entry")
    assert entry.find(f"{ATOM}link").get("href").endswith("/pairings/ew1-jia-yi.html")
    assert entry.find(f"{ATOM}summary").text == "接替的记录 / Record that took over: ew1-jia-yi"


def test_the_feed_of_changes_tells_of_retired_ids_with_their_reasons(files):
    told = [
        entry.find(f"{ATOM}summary").text for entry in Xml.fromstring(files["data/changes.atom"]).iter(f"{ATOM}entry")
    ]
    assert "原因 / Reason: 重复 / a repeat" in told
