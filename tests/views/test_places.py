"""Places as an index: parents, provinces, names, and the places of a pairing's ends."""

from __future__ import annotations

import pytest

from build_scripts.views.places import index_places, names_of, pairing_ends


@pytest.fixture(scope="module")
def places(tiny_tables):
    return index_places(tiny_tables["places"])


def test_a_place_that_is_not_there_has_no_province(places):
    assert places.province_of("nowhere") is None and places.province_of(None) is None


def test_a_village_lies_in_its_county_and_province(places):
    assert places.chain("990121-dingcun") == ("990121-dingcun", "990121", "990000")
    assert places.province_of("990121-dingcun") == "990000"
    assert places.county_of("990121-dingcun") == "990121" and places.county_of("990000") is None


def test_a_province_is_its_own(places):
    assert places.province_of("980000") == "980000" and places.level("980000") == "province"


def test_children_stand_in_the_order_of_the_file(places):
    assert places.children("980000") == ("980121", "980122") and places.children("980121") == ()


def test_a_former_name_stands_without_its_year(tiny_tables):
    rows = {row["place_id"]: row for row in tiny_tables["places"].to_dict("records")}
    assert names_of(rows["980121"]) == ["甲县", "Jia County", "甲城", "甲邑"]


def test_a_place_is_related_to_what_holds_it_and_to_what_it_holds(places):
    assert places.related("990121", "990000") and places.related("990000", "990121-dingcun")
    assert not places.related("980121", "980122")


def test_a_group_stands_for_the_place_it_belongs_to(ledger):
    ledger.add(
        "places", "980000", place_id="g-jia-2", name="甲省两县", level="group", parent_id="980000", aliases=""
    )
    places = index_places(ledger.read()[1]["places"])
    assert places.province_of("g-jia-2") == "980000" and places.related("g-jia-2", "980122")


def test_a_circle_of_parents_ends(ledger):
    ledger.set("places", "980000", parent_id="980121")
    assert index_places(ledger.read()[1]["places"]).chain("980121") == ("980121", "980000")


def test_an_organisation_stands_for_the_place_it_sits_in(tiny_tables):
    ends = pairing_ends(tiny_tables)
    assert ends["ew1-jiashang-dingcun"] == ("980121", "990121-dingcun")
    assert ends["ew1-jia-yi"] == ("980121", "990121")


def test_a_county_is_told_apart_by_what_lies_above_it(places):
    assert places.full_name("980121", "zh") == "甲省甲县"
    assert places.full_name("980121", "en") == "Jia County, Jia Province"
    assert places.full_name("980000", "en") == "Jia Province"


FULL = {  # what lies above, name, level -> full name
    ("苏州市", "太仓市", "county"): "苏州太仓市",
    ("常州市", "新北区", "county"): "常州市新北区",
    ("乙省", "辛市", "county"): "乙省辛市",
    ("永寿县", "永寿县园区", "zone"): "永寿县园区",
    ("靖江市", "靖江经济技术开发区", "zone"): "靖江经济技术开发区",
    ("承德市", "承德县", "county"): "承德市承德县",
}


@pytest.mark.parametrize("case", FULL)
def test_a_city_is_not_called_one_of_a_city_and_no_name_stands_twice(ledger, case):
    upper, name, level = case
    ledger.set("places", "980000", name=upper)
    ledger.set("places", "980121", name=name, level=level)
    places = index_places(ledger.read()[1]["places"])
    assert places.full_name("980121", "zh") == FULL[case]
    assert places.written_out("980121") == ("" if FULL[case] == upper + name else upper + name)  # it is found by
    assert places.written_out("980000") == ""


def test_two_cities_of_one_english_name_are_told_apart_by_their_provinces(ledger):
    rows = [("980900", "台州市", "980000"), ("990900", "泰州市", "990000"), ("990800", "辛市", "990000")]
    for key, name, parent in rows:
        cells = {"place_id": key, "name": name, "parent_id": parent, "level": "prefecture", "aliases": ""}
        ledger.add("places", "980121", name_en="Xin" if key == "990800" else "Taizhou", **cells)
    places = index_places(ledger.read()[1]["places"])
    assert places.name("980900", "en") == "Taizhou (Jia Province)"
    assert places.name("990900", "en") == "Taizhou (Yi Province)" and places.name("990900", "zh") == "泰州市"
    assert places.name("990800", "en") == "Xin"


def test_two_districts_of_one_name_are_told_apart_by_what_lies_above_them(ledger):
    """朝阳区 without its city may be the one of Beijing or the one of Changchun."""
    for key, parent in (("980900", "980000"), ("990900", "990000")):
        cells = {"place_id": key, "name": "朝阳区", "name_en": "Chaoyang District", "parent_id": parent}
        ledger.add("places", "980121", **cells, aliases="")
    places = index_places(ledger.read()[1]["places"])
    assert [places.name(key, "zh") for key in ("980900", "990900")] == ["甲省朝阳区", "乙省朝阳区"]
    assert places.name("980900", "en") == "Chaoyang District (Jia Province)"
    assert places.full_name("980900", "zh") == "甲省朝阳区"
    assert places.full_name("980900", "en") == "Chaoyang District, Jia Province"


def test_one_english_name_of_two_districts_is_told_apart_in_english_alone(ledger):
    """黄浦区 of Shanghai and 黄埔区 of Guangzhou are both Huangpu District."""
    for key, name, parent in (("980900", "黄浦区", "980000"), ("990900", "黄埔区", "990000")):
        cells = {"place_id": key, "name": name, "name_en": "Huangpu District", "parent_id": parent}
        ledger.add("places", "980121", **cells, aliases="")
    places = index_places(ledger.read()[1]["places"])
    assert places.name("980900", "zh") == "黄浦区"
    assert places.name("990900", "en") == "Huangpu District (Yi Province)"
