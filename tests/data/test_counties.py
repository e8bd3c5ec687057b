"""What the ledger answers for twenty-eight counties, written out from rows of the tables, not from what it prints.

Helpers are rows of `pairings` with the county as recipient (the source of each in the comment); money is the row of
`funds` that is assistance, or help of which no kind of money is stated, in totals, from a source above the lowest
rank; projects are those of `projects` at the county or within it that are no bundles. Where no present helper is
read, the places above that answer are named.
"""

import json
from dataclasses import dataclass
from pathlib import Path

import pytest

from build_scripts.exports.formats.counties import finder
from build_scripts.views.answers import stand_ins

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Expected:
    """`seen` is the year of the latest dated document on the present helpers; `money` maps payer to row."""

    present: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    seen: str | None = None
    money: tuple[tuple[str, str], ...] = ()
    projects: int = 0
    above: tuple[str, ...] = ()


COUNTIES = {
    # 普格县: t129 禅城区, no years; t004 (2017) Guangdong. Above: ew2-ningbo-liangshan.
    "513428": Expected(former=("ew1-chancheng-puge", "ew1-guangdong-puge"), above=("513400",)),
    # 镇雄县: s482 (2025-09) 松江区; t004 Guangdong. Money: n538.f02, 东莞市, 1.3 亿, 2020, disbursed.
    "530627": Expected(
        ("ew2-songjiang-zhenxiong",), ("ew1-guangdong-zhenxiong",), "2025", (("441900", "n538.f02"),)
    ),
    # 环江毛南族自治县: t004 Guangdong. Above: 河池市 had 东莞 and 深圳, and n642 (2023) prints that 深圳 goes on.
    "451226": Expected(former=("ew1-guangdong-huanjiang",), above=("451200",)),
    # 岷县: s612 (2025-11) 黄岛区. s612.f01 is one purpose, s612.f02 enterprise money: neither is said as assistance.
    "621126": Expected(("ew2-huangdao-min",), seen="2025", projects=1),
    # 隆德县: s082 (2022-09) 闽侯县, enterprise money only; the park is a bundle of thirteen projects.
    "640423": Expected(("ew2-minhou-longde",), seen="2022"),
    # 巴林左旗: s118 (2025) 顺义区, both rounds; s118.f01 are gifts from villages and firms.
    "150422": Expected(("ew2-shunyi-bairin-left",), ("ew1-shunyi-bairin-left",), "2025", projects=3),
    # 秀山县: s453 德州市 since 2011. Its 1.4 亿 (s453.f01) stands in a re-post of rank five alone, so it does not
    # lead. Above: ew2-shandong-chongqing.
    "500241": Expected(former=("ew1-dezhou-xiushan",), above=("500000",)),
    # 威宁县: s332 (2025-10) 番禺区, both rounds; t004 Guangdong; n718 南山区, n718.f01 850 万, 2009.
    "520526": Expected(
        ("ew2-panyu-weining",),
        ("ew1-panyu-weining", "ew1-guangdong-weining-yi", "ew1-nanshan-weining"),
        "2025",
        (("440305", "n718.f01"),),
    ),
    # 会泽县: s584 宝山区.
    "530326": Expected(("ew2-baoshan-huize",)),
    # 澜沧县: s587 (2024-05) 黄浦区 and its 五里桥街道; s369 黄浦区 since 1996. s587.f01 is help of an unnamed kind.
    "530828": Expected(
        ("ew2-huangpu-lancang", "ew2-wuliqiao-lancang"),
        ("ew1-huangpu-lancang",),
        "2024",
        (("310101", "s587.f01"),),
    ),
    # 察右前旗: s270 (2024-11) 大兴区; s030 for 2018–2020, s030.f01 5,107.12 万.
    "150926": Expected(
        ("ew2-daxing-qahar-right-front",),
        ("ew1-daxing-qahar-right-front",),
        "2024",
        (("110115", "s030.f01"),),
    ),
    # 晴隆县: s192 (2021-12) 大亚湾区; s265 宁海县, s268 奉化市; s268.f01 350 万, 2014, of three places of Ningbo.
    "522324": Expected(
        ("ew2-daya-bay-qinglong",),
        ("ew1-fenghua-qinglong", "ew1-ninghai-qinglong"),
        "2021",
        (("g-ningbo-3", "s268.f01"),),
        4,
    ),
    # 田林县: s567 光明区; s566 the same, t004 Guangdong. s565.f01 (4,643 万, 2025) is of rank five.
    "451029": Expected(
        ("ew2-guangming-tianlin",),
        ("ew1-guangming-tianlin", "ew1-guangdong-tianlin"),
        projects=7,
    ),
    # 紫云县: only its 猴场镇 is in a pairing (s333). Above: ew2-guangzhou-anshun.
    "520425": Expected(projects=1, above=("520400",)),
    # 布拖县: s144 慈溪市; t129 禅城区, t004 Guangdong.
    "513429": Expected(("ew2-cixi-butuo",), ("ew1-chancheng-butuo", "ew1-guangdong-butuo"), projects=1),
    # 昭觉县: s467 (2021-05) 余姚市; t129 禅城区, t004 Guangdong.
    "513431": Expected(("ew2-yuyao-zhaojue",), ("ew1-chancheng-zhaojue", "ew1-guangdong-zhaojue")),
    # 美姑县: s623 (2026-01) 北仑区; t128 顺德区, t004 Guangdong. s623.f01 is expected money of 2026.
    "513436": Expected(
        ("ew2-beilun-meigu",), ("ew1-guangdong-meigu", "ew1-shunde-meigu"), "2026", projects=1
    ),
    # 西吉县: s438 (2024-11) 福清市; s437 莆田市; the starch works of 1997 are a bundle.
    "640422": Expected(("ew2-fuqing-xiji",), ("ew1-putian-xiji",), "2024"),
    # 同心县: s079 泉州市 since 1996. Above: nothing of 吴忠市, then ew2-fujian-ningxia.
    "640324": Expected(former=("ew1-quanzhou-tongxin",), above=("640000",)),
    # 礼县: s106 (2024-01) 崂山区.
    "621226": Expected(("ew2-laoshan-li",), seen="2024", projects=1),
    # 东乡县: s556 (2023-02) 历城区; s398 湖里区 since 2014.
    "622926": Expected(("ew2-licheng-dongxiang",), ("ew1-huli-dongxiang",), "2023"),
    # 镇巴县: nothing. Above: 汉中市, helped by 南通市 (s544, 2023).
    "610728": Expected(above=("610700",)),
    # 白河县: s156 溧阳市, both rounds, s157 (2025-08). s157.f01 (100 万, 2025) is of rank five; s156 are gifts.
    "610929": Expected(("ew2-liyang-baihe",), ("ew1-liyang-baihe",), "2025"),
    # 榕江县: s493 (2024-03) 南海区; s474 桐庐县.
    "522632": Expected(("ew2-nanhai-rongjiang",), ("ew1-tonglu-rongjiang",)),
    # 沿河县: s210 张家港市, 2017-03 to 2020; its project is a bundle. Above: ew2-dongguan-tongren.
    "520627": Expected(former=("ew1-zhangjiagang-yanhe",), above=("520600",)),
    # 从江县: s493 南海区; s478 萧山区.
    "522633": Expected(("ew2-nanhai-congjiang",), ("ew1-xiaoshan-congjiang",)),
    # 望谟县: s442 (2022-06) 惠东县.
    "522326": Expected(("ew2-huidong-wangmo",), seen="2022"),
    # 融水县: t082 (2022-11) 廉江市; s045 the same, t004 Guangdong; n535.f01 147 million yuan, 2017–2020, funds in all.
    "450225": Expected(
        ("ew2-lianjiang-rongshui",),
        ("ew1-lianjiang-rongshui", "ew1-guangdong-rongshui"),
        "2022",
        (("440881", "n535.f01"),),
    ),
}


@pytest.fixture(scope="module")
def views(real_views):
    return real_views


@pytest.mark.parametrize("place", COUNTIES)
def test_a_county_is_answered_by_the_helpers_that_were_read(views, place):
    answer, expected = views.answers[place], COUNTIES[place]
    assert {helper.pairing_id for helper in answer.present} == set(expected.present)
    assert {helper.pairing_id for helper in answer.former} == set(expected.former)


@pytest.mark.parametrize("place", [key for key, expected in COUNTIES.items() if expected.seen])
def test_the_year_in_which_a_helper_was_last_seen_is_that_of_the_latest_document(views, place):
    assert max(helper.seen for helper in views.answers[place].present) == COUNTIES[place].seen


@pytest.mark.parametrize("place", COUNTIES)
def test_the_money_of_a_county_is_assistance_under_the_name_of_its_payer(views, place):
    said = [(statement.payer[1], statement.claim_id) for statement in views.answers[place].money]
    assert said == list(COUNTIES[place].money)


@pytest.mark.parametrize("place", COUNTIES)
def test_the_projects_of_a_county_are_counted_without_bundles(views, place):
    assert views.answers[place].projects == COUNTIES[place].projects


@pytest.mark.parametrize("place", [key for key, expected in COUNTIES.items() if expected.above])
def test_the_places_above_answer_where_no_present_helper_was_read(views, place):
    assert not views.answers[place].present
    assert tuple(stand_ins(place, views.answers, views.places)) == COUNTIES[place].above


def test_the_finders_file_stays_small(views):
    content = json.dumps(finder(views), ensure_ascii=False, separators=(",", ":")).encode()
    assert len(content) <= 60_000


def test_the_finder_says_who_helped_before_where_nobody_helps_now(views):
    lines = [line for province in finder(views)["provinces"] for group in province["prefectures"] for line in group[1:]]
    puge = next(line for line in lines if line.startswith("普格县|"))
    assert puge == "普格县|Puge|513428||||禅城区/Chancheng;广东省/Guangdong"


def test_the_finder_knows_the_year_of_each_helper_where_they_differ(views):
    lines = [line for province in finder(views)["provinces"] for group in province["prefectures"] for line in group[1:]]
    fengdu = next(line for line in lines if line.startswith("丰都县|"))
    assert fengdu.split("|")[3:] == ["滕州市/Tengzhou/2025;枣庄市/Zaozhuang/2023"]


def test_the_finder_marks_a_county_outside_every_arrangement(views):
    (hebei,) = (each for each in finder(views)["provinces"] if each["area"].startswith("河北省|"))
    lines = [line for group in hebei["prefectures"] for line in group[1:]]
    assert sum(line.startswith("~") for line in lines) == 116
    assert "~长安区|Chang'an" in lines


def test_years_that_only_further_documents_state_are_those_of_a_helper_before(views):
    (jiangsu,) = (h for h in views.answers["610000"].former if h.pairing_id == "ew1-jiangsu-shaanxi")
    assert [(t.first, t.last, t.dates_basis) for t in jiangsu.told] == [
        ("1996", None, "counted"), ("2001", "2010", "window"),
    ]  # s275.p01, s003.p04; not s001.p05, whose years the editors supplied  # fmt: skip


def test_the_finder_marks_a_pair_that_no_document_names_as_one(views):
    lines = [line for province in finder(views)["provinces"] for group in province["prefectures"] for line in group[1:]]
    libo = next(line for line in lines if line.startswith("荔波县|"))
    assert "广州市白云区/Baiyun (Guangzhou)/?" in libo.split("|")[3].split(";")
