"""A feed for each pairing and place: the newest documents on it, and nothing else."""

from xml.etree import ElementTree as Xml

from build_scripts.exports.formats.feeds import sources_of_records

ATOM = {"a": "http://www.w3.org/2005/Atom"}


def links(feed: bytes) -> list[str]:
    entries = Xml.fromstring(feed).findall("a:entry", ATOM)
    return [entry.find("a:link", ATOM).get("href").rpartition("/")[2] for entry in entries]


def test_a_place_nobody_names_has_no_feed(exported):
    assert "data/places/nowhere.atom" not in exported


def test_each_pairing_and_each_place_with_a_page_has_a_feed(exported):
    records = {path for path in exported if path.startswith(("data/pairings/", "data/places/"))}
    with_json, with_feed = ({path[:-5] for path in records if path.endswith(end)} for end in (".json", ".atom"))
    assert with_json == with_feed and len(with_feed) > 5


def test_a_feed_has_the_documents_on_its_pairing_newest_first(exported, views):
    told = sources_of_records(views)["pairings", "ew1-jia-yi"]
    found = links(exported["data/pairings/ew1-jia-yi.atom"])
    published = views.tables["sources"].set_index("source_id")["published"]
    assert {link.removesuffix(".html") for link in found} == {source for source in told if published[source]}
    dates = [published[link.removesuffix(".html")] for link in found]
    assert len(dates) > 1 and dates == sorted(dates, reverse=True)


def test_a_province_has_what_is_said_of_its_villages(exported, views):
    told = sources_of_records(views)
    assert told["places", "990121-dingcun"] <= told["places", "990121"] <= told["places", "990000"]
    assert set(links(exported["data/places/990121-dingcun.atom"])) <= set(links(exported["data/places/990000.atom"]))


def test_a_feed_says_in_both_languages_what_it_follows(exported):
    feed = Xml.fromstring(exported["data/places/990121.atom"])
    assert feed.findtext("a:title", namespaces=ATOM) == "乙省乙县 / Yi County, Yi Province · 结对账本 / Pairing Ledger"
    assert feed.findtext("a:id", namespaces=ATOM).endswith("/places/990121.html")
