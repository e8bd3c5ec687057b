"""Subjects: pairings, places and projects, short forms, and names that stay hidden."""

from __future__ import annotations

from dataclasses import replace

import pytest

from build_scripts.reading.extract.propose import propose
from build_scripts.reading.extract.vocabulary import read_vocabulary

BOTH = "2022年江东省青溪区与石桥县、云岭县东西部协作总结"
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


@pytest.fixture
def two(known):
    """The vocabulary with a second pairing of the helper."""
    return replace(known, ends=known.ends | {"ew2-qingxi-yunling": ("980121", "990122", "ew2")})


def test_figures_told_one_by_one_go_to_the_names_in_their_order(two):
    text = "青溪区与石桥县、青溪区与云岭县，分别转移就业300人和200人。"
    assert ids(propose(text, two, BOTH)) == ["ew2-qingxi-shiqiao", "ew2-qingxi-yunling"]


def test_a_pairing_with_a_colon_heads_what_follows_it_up_to_the_next(two):
    text = "青溪区与云岭县：安排资金300万元，实施项目5个；青溪区与石桥县：安排资金200万元，实施项目4个。"
    assert ids(propose(text, two, BOTH)) == ["ew2-qingxi-yunling"] * 2 + ["ew2-qingxi-shiqiao"] * 2


def test_a_row_of_a_table_is_about_the_pairing_or_the_place_in_its_label(two):
    table = "结对\t资金（万元）\n青溪区与石桥县\t300\n青溪区与云岭县\t200\n\n乡镇\t务工（人）\n白水镇\t12\n"
    assert ids(propose(table, two, BOTH)) == ["ew2-qingxi-shiqiao", "ew2-qingxi-yunling", "990121101"]


def test_a_row_below_project_is_about_a_project_by_name_and_the_total_about_the_pairing(read):
    rows = read("项目名称  总投资（万元）  受益户（户）\n茶叶加工车间  350  12\n合计  350  12\n", TITLE)
    assert [(d.subject, d.pairing_id) for d in rows[::2]] == [
        ("茶叶加工车间", ""),
        ("青溪区—石桥县", "ew2-qingxi-shiqiao"),
    ]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("1.油茶精深加工。协议投资3亿元，用地65亩。", "油茶精深加工"),
        ("项目名称：南山食用菌产业园\n建设内容：新建菇棚120个", "南山食用菌产业园"),
        ("县人民医院今年新设科室4个。", "县人民医院"),
        ("建成药材交易中心1座，总投资2亿元。", "药材交易中心"),
        ("1、村级光伏电站\n\n装机60千瓦。", "村级光伏电站"),
    ],
)
def test_a_project_or_facility_that_the_text_names_is_the_subject(read, text, subject):
    assert {(d.subject, d.pairing_id, d.place_id) for d in read(text, TITLE)} >= {(subject, "", "")}


def test_a_heading_of_work_is_no_project(read):
    rows = read("一是统筹谋划，实施项目5个。\n\n（二）精准规划。确定项目6个，总投资300万元。", TITLE)
    assert ids(rows) == ["ew2-qingxi-shiqiao"] * 3


def test_a_figure_of_the_earlier_round_belongs_to_the_earlier_pairing(read):
    rows = read("2019年，青溪区投入资金300万元。2022年，青溪区投入资金200万元。", TITLE)
    assert ids(rows) == ["ew1-qingxi-shiqiao", "ew2-qingxi-shiqiao"]


def test_a_report_of_a_village_speaks_of_the_village(read):
    rows = read("全村共有300户。青溪区投入资金30万元，修路2公里。", "石桥县新寨村2022年驻村帮扶报告")
    assert {d.subject for d in rows} == {"新寨村"}


def test_a_pairing_of_cities_named_by_initials_is_the_main_one(known):
    cities = {
        "980100": replace(known.places["980121"], place_id="980100", names=("穗城市", "穗城"), level=2),
        "990100": replace(known.places["990121"], place_id="990100", names=("毕山市", "毕山"), level=2),
    }
    ends = known.ends | {"ew2-sui-bi": ("980100", "990100", "ew2")}
    rows = propose(
        "毕山市投入资金300万元。", replace(known, places=known.places | cities, ends=ends), "穗毕协作2022年通报"
    )
    assert ids(rows) == ["ew2-sui-bi"]
