"""Natural persons and hidden names: no draft prints the one or resolves the other. All names are invented."""

from __future__ import annotations

import pytest

from build_scripts.reading.extract.folding import fold
from build_scripts.reading.extract.people import masked, name_spans


@pytest.mark.parametrize("text", ["县委书记带队考察。", "贫困户（363元）"])
def test_a_title_without_a_name_hides_nothing(text):
    assert name_spans(text) == []


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("县长陈小明率团30人考察。", "县长□□□率团30人考察。"),
        ("选派王大力同志挂职。", "选派□□□同志挂职。"),
        ("救助张小明户(363元)", "救助□□□户(363元)"),
    ],
)
def test_a_name_is_covered(text, shown):
    assert masked(text, 0, len(text), name_spans(text)) == shown


OF_A_PERSON = [
    ("村民张小明捐款500元。", "张小明"),
    ("救助张小明（363元）、李大山（87元）。", "张小明"),
    ("资助学生李小红2000元。", "李小红"),
    ("贫困户王五领取补贴3000元。", "王五"),
    ("张小明户增收5000元。", "张小明"),
    ("老党员赵德才大爷捐款1000元。", "赵德才"),
    ("退休教师刘建国个人捐款2万元。", "刘建国"),
    ("爱心人士陈玉芬女士捐赠5万元。", "陈玉芬"),
    ("发放给残疾人周志强慰问金800元。", "周志强"),
    ("村民马玉兰说，去年家里收入3万元。", "马玉兰"),
    ("马玉兰家年收入3万元。", "马玉兰"),
    ("Villager Zhang Xiaoming earned 30,000 yuan.", "Zhang Xiaoming"),
    ("挂职干部王晓东个人出资6000元。", "王晓东"),
    ("农户阿力木·买买提增收1.2万元。", "阿力木·买买提"),
    ("建档立卡户吉克曲布一家收入2万元。", "吉克曲布"),
    ("貧困戶張小明領取補貼3000元。", "張小明"),
    ("村民罗某某领取3000元。", "罗某某"),
    ("资助大学生孙丽、周敏各5000元。", "周敏"),
    ("脱贫户何永贵今年养羊收入4万元。", "何永贵"),
    ("为患病村民邓家福筹集善款8600元。", "邓家福"),
    ("创业者黄丽丽的网店销售额12万元。", "黄丽丽"),
]


@pytest.mark.parametrize(("text", "name"), OF_A_PERSON, ids=[name for _, name in OF_A_PERSON])
def test_a_sum_of_a_person_is_left_out_and_the_name_is_printed_nowhere(read, text, name):
    sums = [d for d in read(text, left_out=True) if d.unit == "元"]
    assert sums and {d.leave_out for d in sums} == {"natural_person"}
    assert not any(name in str(d.as_dict()) for d in read(text, left_out=True))
    assert name not in masked(text, 0, len(text), name_spans(fold(text)))


@pytest.mark.parametrize(
    "text",
    [
        "县长陈小明率团30人考察，签约资金3亿元。",
        "青溪区财政局捐款50万元。",
        "石桥县华兴公司捐款20万元。",
        "张家湾村投入300万元。",
        "学生资助资金20万元。",
        "教师培训经费30万元。",
        "帮助贫困户安装水表投入3万元。",
        "党员干部捐款5万元。",
    ],
)
def test_a_sum_of_a_place_a_firm_or_an_office_stays_a_row(read, text):
    assert [d.leave_out for d in read(text, left_out=True) if d.unit == "元"] == [""]


HIDDEN = ["XX县", "××县", "**县", "某县", "□□县", "○○县", "__县", "▇▇县", "石X县", "石*县", "S县", "石□县", "某某县"]
HIDDEN += ["ＸＸ县", "X县", "石…县", "●●县", "xx县", "***自治县", "■■■县"]


@pytest.mark.parametrize("name", HIDDEN)
def test_a_hidden_name_is_never_resolved(read, name):
    """The helper is named and has one pairing only: it would be easy to guess whom it helps."""
    text = f"江东省青溪区对口帮扶{name}。2021年，{name}引进企业5家。青溪区向{name}投入财政帮扶资金300万元。"
    rows = read(text, f"江东省青溪区对口帮扶{name}2021年工作总结")
    assert [(d.subject, d.pairing_id, d.place_id) for d in rows] == [(fold(name), "", "")] * 2


@pytest.mark.parametrize(
    "figure",
    ["X.5亿元", "1█2人", "××万元", "*00元", "3X人", "12X.5万元", "■■■元", "5×户", "1,3█2人", "_5万元", "1□万元"]
    + ["近X亿元", "○2万元", "3○万元", "2*3户", "某亿元", "1?3万元", "…5万元", "△8万元", "6●人"],
)
def test_of_a_damaged_figure_no_value_is_proposed(read, figure):
    assert [d.as_printed for d in read(f"2021年，石桥县投入财政帮扶资金{figure}。", "石桥县2021年工作总结")] == []
