"""Currencies other than yuan, as documents print them: such a figure is no amount of the ledger."""

from __future__ import annotations

import re

from build_scripts.reading.numerals import plain

HANZI, NUMBER = "[\u4e00-\u9fff]", "[0-9〇零一二两三四五六七八九十百千万亿余多几]"
# Names that no other word holds, but for words that begin with their last character (澳门元旦, 美元素).
PLAIN = r"""(?:美|港|欧|英|韩|澳|缅|台湾|新台|澳门|香港|新加坡|[新纽]西兰|加拿大|澳大利亚)[元圆](?![旦素宵件老朝代首气])
    |美金(?![融秋属色奖])|[美港台欧英韩澳]币|澳门币|葡币|(?<!国)外币|[英法]镑|瑞郎|法郎|泰铢|卢布|迪拉姆|里亚尔|雷亚尔
    |第纳尔|林吉特|坚戈|图格里克|(?:瑞典|丹麦|挪威|捷克)克朗|德国马克|(?:越南|印尼|荷兰)盾|(?:印度|尼泊尔)卢比|南非兰特"""
# Names that other words hold (创新元素, 增加元件, 马克思): money beside a number, or where nothing stands beside them.
BESIDE_A_NUMBER = "[日新加纽][元圆]|[日加新]币|马克|卢比|兰特|比索|里拉|克朗|铢|镑"
FOREIGN = re.compile(
    rf"""{PLAIN}|(?<={NUMBER})(?:{BESIDE_A_NUMBER})(?=以|左右|上下|[整余多的等]|(?!{HANZI}))
    |(?<!{HANZI})(?:{BESIDE_A_NUMBER})(?=约|(?!{HANZI}))|[$£￡€\u0e3f\u20a0-\u20cf]
    |(?<![A-Z])(?:USD|HKD|EUR|JPY|GBP|AUD|TWD|NTD|SGD|KRW|CHF|NZD|MYR|CAD(?!软件|系统|图))(?![A-Z])
    |(?<![A-Z])(?:MOP|THB|INR|RUB|AED|ZAR|PHP|IDR|VND)(?=\ ?[0-9])
    |(?<=[0-9万亿])\ ?(?:MOP|THB|INR|RUB|AED|ZAR|PHP|IDR|VND)(?![A-Z])
    |(?<![A-Z])(?:(?:dollar|euro|pound|franc|rupee|rou?ble|peso|dirham|pataca)s?|yen|ringgit)(?![A-Z])""",
    re.I | re.X,
)


def foreign_currency(print_: str | None) -> str | None:
    """Returns the name or sign of the first foreign currency in a print, None where there is none."""
    found = FOREIGN.search(plain(print_ or ""))
    return found[0].strip() if found else None
