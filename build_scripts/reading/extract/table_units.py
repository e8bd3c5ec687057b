"""The units of a table: in the head of a column, in a column of their own, or above it (单位:万元、户)."""

from __future__ import annotations

import re
from decimal import Decimal

from build_scripts.reading.extract.figures import kinds, noun_kind

UNIT_IN_HEAD = re.compile(r"[(（/,，](?:单位 ?[:：]?)?(?P<unit>[^()（）/\d]{1,5})[)）]?\s*$")
ENGLISH_IN_HEAD = re.compile(r"\((?:RMB|CNY|yuan)?,? ?(?P<scale>thousand|million|billion)?(?: yuan)?\)\s*$", re.I)
UNITS_ABOVE = re.compile(r"单位 ?[:：] ?(?P<units>[^\s:：;；)）|]{1,24})")
SCALES = {"万": 10**4, "亿": 10**8, "千": 10**3, "百万": 10**6, "thousand": 10**3, "million": 10**6, "billion": 10**9}
SCALED = re.compile("百万|[万亿千](?!瓦|克|米)|thousand|million|billion")
MONEY_HEAD = re.compile(
    "资金|投资|金额|财政|捐|产值|收入|销售额|贷款|拨付|到位|自筹|配套|下达|支出|结余|引资|投入|帮扶额|采购额|received|spent|funds?",
    re.I,
)
NO_MONEY = re.compile("率|进度|比例|占比|%|户|人[次数]?$|序号|编号|年[度份]?$|季度|个数|面积|项目数?$")
COUNTED = re.compile(r"(人次|人|户|个|家|亩|公里|所|期|批|次|名|对|吨|%)[)）]?数?$")


def named_units(text: str) -> tuple[str, ...]:
    """Returns the units that a line above a table names, the last line that does: 单位:个、人、万元."""
    named = UNITS_ABOVE.findall(text)
    return tuple(unit for unit in re.split("[、,，/]", named[-1]) if is_unit(unit)) if named else ()


def unit_of(head: str, above: tuple[str, ...]) -> str:
    """Returns the unit in the head of a column, else that of the table that fits what the head names."""
    named = UNIT_IN_HEAD.search(head)
    if named and is_unit(named["unit"]):
        return named["unit"]
    english = ENGLISH_IN_HEAD.search(head)
    if english:
        return f"{english['scale'] or ''}元"
    counted_in_english = kinds().get(head.rpartition(" ")[2].lower())
    if counted_in_english and head.isascii():
        return head.rpartition(" ")[2].lower()
    money = [unit for unit in above if unit.endswith("元")]
    if money and (MONEY_HEAD.search(head) or not NO_MONEY.search(head) and not noun_kind(plain(head))):
        return money[-1]
    if re.search("[率比]$|进度$", plain(head)):
        return "%"
    kind = noun_kind(plain(head))
    fitting = [
        unit for unit in above if not unit.endswith("元") and (not kind or kind_of_unit(unit, plain(head)) == kind)
    ]
    counted = COUNTED.search(head.removesuffix("数"))
    return counted[1] if counted else fitting[-1] if fitting else ""


def plain(head: str) -> str:
    return re.sub("数?量?[(（].*|数$", "", head)


def is_unit(text: str) -> bool:
    return bool(kinds().get(re.sub("^(?:百万|[万亿千百])", "", text).lower())) or text in SCALES


def scaled(unit: str, words: str) -> tuple[Decimal, str]:
    """Returns the factor and the plain unit of 万元, of a mere 万 under a head that speaks of money."""
    scale = SCALED.match(unit)
    plain_unit = unit[scale.end() :] if scale else unit
    factor = Decimal(SCALES[scale.group()] if scale else 1)
    return factor, plain_unit or ("元" if scale and MONEY_HEAD.search(words) else "")


def kind_of_unit(unit: str, head: str) -> str:
    """Returns the class of a unit, of a mere 个 that of the noun in the head."""
    kind = kinds().get(unit.lower(), "piece")
    return (noun_kind(head) or kind) if kind == "piece" else kind
