"""Who helps a county, now and before: twenty-eight counties of the ledger, with the answers written out."""

from pathlib import Path

import pytest

from build_scripts.ledger.package import open_package
from build_scripts.ledger.tables import read_tables
from build_scripts.views.derive import derive_views

ROOT = Path(__file__).resolve().parents[2]
COUNTIES = {  # place -> (pairings of the present round, those of earlier rounds)
    "513428": (set(), {"ew1-chancheng-puge", "ew1-guangdong-puge"}),  # 普格县
    "530627": ({"ew2-songjiang-zhenxiong"}, {"ew1-guangdong-zhenxiong"}),  # 镇雄县
    "451226": (set(), {"ew1-guangdong-huanjiang"}),  # 环江毛南族自治县
    "621126": ({"ew2-huangdao-min"}, set()),  # 岷县
    "640423": ({"ew2-minhou-longde"}, set()),  # 隆德县
    "150422": ({"ew2-shunyi-bairin-left"}, {"ew1-shunyi-bairin-left"}),  # 巴林左旗
    "500241": (set(), {"ew1-dezhou-xiushan"}),  # 秀山土家族苗族自治县
    "520526": (
        {"ew2-panyu-weining"},
        {"ew1-panyu-weining", "ew1-guangdong-weining-yi", "ew1-nanshan-weining"},
    ),  # 威宁彝族回族苗族自治县
    "530326": ({"ew2-baoshan-huize"}, set()),  # 会泽县
    "530828": ({"ew2-wuliqiao-lancang", "ew2-huangpu-lancang"}, {"ew1-huangpu-lancang"}),  # 澜沧拉祜族自治县
    "150926": ({"ew2-daxing-qahar-right-front"}, {"ew1-daxing-qahar-right-front"}),  # 察哈尔右翼前旗
    "522324": ({"ew2-daya-bay-qinglong"}, {"ew1-ninghai-qinglong", "ew1-fenghua-qinglong"}),  # 晴隆县
    "451029": ({"ew2-guangming-tianlin"}, {"ew1-guangming-tianlin", "ew1-guangdong-tianlin"}),  # 田林县
    "520425": (set(), set()),  # 紫云苗族布依族自治县
    "513429": ({"ew2-cixi-butuo"}, {"ew1-chancheng-butuo", "ew1-guangdong-butuo"}),  # 布拖县
    "513431": ({"ew2-yuyao-zhaojue"}, {"ew1-chancheng-zhaojue", "ew1-guangdong-zhaojue"}),  # 昭觉县
    "513436": ({"ew2-beilun-meigu"}, {"ew1-shunde-meigu", "ew1-guangdong-meigu"}),  # 美姑县
    "640422": ({"ew2-fuqing-xiji"}, {"ew1-putian-xiji"}),  # 西吉县
    "640324": (set(), {"ew1-quanzhou-tongxin"}),  # 同心县
    "621226": ({"ew2-laoshan-li"}, set()),  # 礼县
    "622926": ({"ew2-licheng-dongxiang"}, {"ew1-huli-dongxiang"}),  # 东乡族自治县
    "610728": (set(), set()),  # 镇巴县
    "610929": ({"ew2-liyang-baihe"}, {"ew1-liyang-baihe"}),  # 白河县
    "522632": ({"ew2-nanhai-rongjiang"}, {"ew1-tonglu-rongjiang"}),  # 榕江县
    "520627": (set(), {"ew1-zhangjiagang-yanhe"}),  # 沿河土家族自治县
    "522633": ({"ew2-nanhai-congjiang"}, {"ew1-xiaoshan-congjiang"}),  # 从江县
    "522326": ({"ew2-huidong-wangmo"}, set()),  # 望谟县
    "450225": ({"ew2-lianjiang-rongshui"}, {"ew1-lianjiang-rongshui", "ew1-guangdong-rongshui"}),  # 融水苗族自治县
}


@pytest.fixture(scope="module")
def answers():
    return derive_views(read_tables(open_package(ROOT)), "2026-11-28").answers


@pytest.mark.parametrize("place", COUNTIES)
def test_a_county_is_answered_by_the_helpers_that_were_read(answers, place):
    answer, (present, former) = answers[place], COUNTIES[place]
    assert {helper.pairing_id for helper in answer.present} == present
    assert {helper.pairing_id for helper in answer.former} == former
