"""Another currency is no amount of the ledger."""

import pytest

from build_scripts.checks.rules import currency
from build_scripts.reading.currency import foreign_currency

FOREIGN = ("100万美元", "US$1 million", "100万港元", "100万欧元", "HK$1m", "€1m", "1 million dollars", "一百万英镑")

NAMES = (
    "USD100万=USD 100万USD=USD usd1.2m=usd HKD2亿=HKD MOP100万=MOP 100万MOP=MOP US＄100=$ 100万澳门元=澳门元 "
    "100万澳门币=澳门币 100万澳币=澳币 100万加币=加币 加币100万=加币 100万日币=日币 100万美圆=美圆 "
    "100萬美圓=美圆 100万瑞士法郎=法郎 100万马克=马克 100万泰铢=泰铢 100万印度卢比=印度卢比 100万卢比=卢比 "
    "100万卢布=卢布 100万迪拉姆=迪拉姆 100万兰特=兰特 100万外币=外币 100万比索=比索 100万新元=新元 "
    "近百万新元左右=新元 100万元（新元）=新元 100余万镑=镑 100万印尼盾=印尼盾 100萬臺幣=台币 ￡100=￡ "
    "₩100万=₩"
)
ORDINARY = (
    "5名马克思主义讲师 200个马克杯 3项创新元素 100个新元器件 新元村100户 增加元件200个 参加元旦晚会300人 "
    "1月1日元旦 每日元气森林 澳门元素10处 西欧元素3处 500美元素 最美元宵 完美金融10家 国外币种 对比索引100 "
    "伊斯兰特色村10个 5台盾构机 100把刀 里拉村10户 CAD软件100套 PHP系统 compound"
)


@pytest.mark.parametrize("case", NAMES.split())
def test_a_currency_is_found_right_beside_digits_and_by_all_its_names(case):
    print_, name = case.rsplit("=", 1)
    assert foreign_currency(print_) == name


@pytest.mark.parametrize("print_", ORDINARY.split())
def test_words_that_only_hold_the_name_of_a_currency_are_none(print_):
    assert foreign_currency(print_) is None


@pytest.mark.parametrize("print_", FOREIGN)
def test_a_print_in_another_currency_is_refused(ledger, print_):
    ledger.set("funds", "tc21.f01", amount="1000000", as_printed=print_)
    (problem,) = ledger.problems(currency)
    assert (problem.row, problem.column, problem.level) == (15, "amount", "error")


def test_money_among_the_observations_is_held_to_it_too(ledger):
    ledger.set("measures", "poverty_rate", unit="cny")
    row = next(r for r in ledger.rows("observations") if "poverty_rate" in r)
    ledger.set("observations", row[0], as_printed="100美元")
    assert [p.table for p in ledger.problems(currency)] == ["observations"]


@pytest.mark.parametrize("print_", ["1200万元", "1200万元人民币", "CNY 12 million", "RMB 1m"])
def test_yuan_is_fine(ledger, print_):
    ledger.set("funds", "tc21.f01", as_printed=print_)
    assert ledger.problems(currency) == []
