"""Subjects: pairings, places and projects, short forms, and names that stay hidden."""

from __future__ import annotations

from build_scripts.reading.extract.propose import propose
from build_scripts.reading.extract.vocabulary import read_vocabulary

TITLE = "2022年青溪区石桥县东西部协作工作总结"


def ids(rows):
    return [d.pairing_id or d.place_id or d.project_id for d in rows]


def test_a_hidden_name_is_never_resolved(read):
    rows = read("xx县与青溪区协作。xx县到位资金300万元，xx县选派干部3名。石桥县旁的xx县。", "协作工作总结")
    assert ids(rows) == ["", ""] and {d.subject for d in rows} == {"xx县"}


def test_a_report_on_a_pairing_speaks_of_it(read):
    assert ids(read("我县争取资金300万元。两地互访3批。", TITLE)) == ["ew2-qingxi-shiqiao"] * 2


def test_the_year_tells_the_round(read):
    assert ids(read("我县争取资金300万元。", "2018年青溪区石桥县东西部扶贫协作总结")) == ["ew1-qingxi-shiqiao"]


def test_short_names_and_traditional_characters_are_known(read):
    assert ids(read("青溪幫扶石橋以來，石橋縣到位資金300萬元，青溪區投入。", "2022年工作總結")) == [
        "ew2-qingxi-shiqiao"
    ]


def test_what_a_county_is_stands_for_the_county(read):
    assert ids(read("全县共有300户，贫困发生率1.4%。", TITLE)) == ["990121", "990121"]


def test_a_town_that_opens_a_clause_is_the_subject(read):
    assert ids(read("白水镇种植茶叶300亩。", TITLE)) == ["990121101"]


def test_a_project_of_the_ledger_is_named(read):
    assert ids(read("石桥生态茶园完成投资300万元。", TITLE)) == ["shiqiao-tea"]


def test_a_pairing_that_the_ledger_lacks_is_named_without_an_id(read):
    (row,) = read("青溪区帮扶云岭县，青溪区向云岭县投入资金300万元，云岭县受益。", "2022年青溪区云岭县协作总结")
    assert (row.subject, row.pairing_id, row.place_id) == ("青溪区—云岭县", "", "")


def test_a_place_the_ledger_lacks_is_proposed_with_its_code(tiny_root):
    known = read_vocabulary(tiny_root)
    (row,) = propose("祥云县共有300户。", known, "祥云县2022年工作总结")
    assert (row.subject, row.place_id, "532923" in known.new_places) == ("祥云县", "532923", True)
    assert row.note == "账本没有这个地方，编号是国家统计局代码；not yet in the ledger, the id is its NBS code"
