"""The rows of a source, for whoever holds its text."""

import json
from hashlib import sha256


def test_a_source_has_its_rows_with_their_places_and_the_checksum_of_its_text(exported, tiny_root):
    own = json.loads(exported["data/verify/ta18.json"])
    content = (tiny_root / "texts" / "jia-yi-2018.txt").read_bytes()
    assert own["sha256"] == sha256(content).hexdigest() and (own["from"], own["to"]) == (0, None)
    assert ["funds", "ta18.f02", "900万元", 119, 228] in own["rows"] and len(own["rows"]) == 35
    text = content.decode()
    assert all(text[p : p + len(printed)] == printed for _, _, printed, *places in own["rows"] for p in places)


def test_a_report_of_a_compendium_has_its_range_and_an_excerpt_no_file(exported):
    report = json.loads(exported["data/verify/tb19-2.json"])
    assert report["to"] is not None and report["from"] < report["rows"][0][3] < report["to"]
    assert "data/verify/tc21.json" not in exported
