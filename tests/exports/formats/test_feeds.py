"""What entered or changed, by that day: a feed for all, for each table, pairing and place; none that is empty."""

from dataclasses import replace

import feedparser
import pytest

from build_scripts.exports.export import export_tables, feeds_of
from build_scripts.ledger.history import History
from build_scripts.ledger.releases import Release

FIRST_DAY, CHANGED_DAY = "2025-12-01T00:00:00Z", "2025-12-20T00:00:00Z"  # of the tiny ledger's row_dates.csv
DELTA = b'{"tables": {"funds": {"added": ["f1"], "changed": [{}, {}], "retired": []}}}'


def read(feed: bytes) -> feedparser.FeedParserDict:
    found = feedparser.parse(feed)
    assert not found.bozo, found.bozo_exception
    return found


def test_where_no_day_is_known_there_is_no_feed(tiny_package, views):
    undated = replace(views, history=History())
    found = feeds_of(export_tables(tiny_package, undated, {}))
    assert [path for path in found if path.endswith(".atom")] == []


def test_a_place_nobody_names_has_no_feed(exported):
    assert "data/places/nowhere.atom" not in exported
    assert "data/places/990121.atom" in exported


def test_no_feed_is_empty_and_each_reads_well(exported):
    feeds = {path: read(content) for path, content in exported.items() if path.endswith(".atom")}
    assert len(feeds) > 20
    assert [path for path, feed in feeds.items() if not feed.entries] == []
    for feed in feeds.values():
        dates = [entry.updated for entry in feed.entries]
        assert dates == sorted(dates, reverse=True) and feed.feed.updated == dates[0]
        assert len({entry.id for entry in feed.entries}) == len(feed.entries)


def test_what_is_said_of_a_pairing_stands_under_the_day_on_which_it_entered(exported):
    feed = read(exported["data/pairings/ew1-jia-yi.atom"])
    entered = [entry for entry in feed.entries if "#entered-" in entry.id]
    assert {entry.updated for entry in entered} == {FIRST_DAY}
    assert {entry.link.rpartition("/")[2] for entry in entered} >= {"ta18.html"}
    assert any("资金 " in entry.summary and "2018" in entry.summary for entry in entered)


def test_a_changed_row_is_called_changed_and_not_corrected_in_an_entry_of_the_day_on_which_it_changed(exported):
    feed = read(exported["data/funds.atom"])
    assert (feed.entries[0].title, feed.entries[0].updated) == ("改动资金 1 行 / Rows changed: Funds 1", CHANGED_DAY)
    assert feed.entries[0].summary == "ta18.f01"
    assert feed.entries[0].title in [entry.title for entry in read(exported["data/changes.atom"]).entries]


def test_a_province_has_what_is_said_of_its_villages(exported):
    village, province = (read(exported[f"data/places/{key}.atom"]) for key in ("990121-dingcun", "990000"))
    assert {entry.link for entry in village.entries} <= {entry.link for entry in province.entries}


def test_a_feed_says_in_both_languages_what_it_follows(exported):
    feed = read(exported["data/places/990121.atom"])
    assert feed.feed.title == "乙省乙县 / Yi County, Yi Province · 结对账本 / Pairing Ledger"
    assert feed.feed.id.endswith("/places/990121.html")


@pytest.fixture(scope="module")
def released(tiny_package, views) -> dict[str, bytes]:
    releases = (
        Release("0.1.0", "2025-12-02", "c1", "s1", {"manifest.json": b'{"rows": {"funds": 1200}}'}),
        Release("0.2.0", "2026-01-01", "c2", "s2", {"manifest.json": b'{"rows": {}}', "delta.json": DELTA}),
    )
    return {file.path: file.content for file in export_tables(tiny_package, views, {}, None, releases)}


def test_each_release_is_an_entry_of_its_day(released):
    feed = read(released["data/releases.atom"])
    assert [(entry.title, entry.updated[:10]) for entry in feed.entries] == [
        ("第 0.2.0 版 / Version 0.2.0", "2026-01-01"), ("第 0.1.0 版 / Version 0.1.0", "2025-12-02"),
    ]  # fmt: skip
    assert feed.entries[0].summary.startswith("新增 1 行，改动 2 行，停用 0 行 / ")
    assert feed.entries[0].link.endswith("/releases/0.2.0.html")
    assert read(released["data/changes.atom"]).entries[0].title == feed.entries[0].title


def test_the_files_of_a_release_are_published_as_they_were_kept_and_the_newest_as_latest(released):
    assert released["data/0.2.0/delta.json"] == DELTA == released["data/latest/delta.json"]
    assert released["data/0.1.0/manifest.json"] == b'{"rows": {"funds": 1200}}'
