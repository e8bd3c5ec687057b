"""A figure as printed <-> its value, unit and qualifier.

Every row of the ledger carries a figure as printed and its value; this module reads the first so that a
check can compare it with the second. It never guesses: a print with several numbers, an ordinal, a year or
two scales (2.27亿万元) is refused with the reason. Values are in the unit printed after the number (money in
元, never 万元); a percentage is the number before %.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from build_scripts.chinese_numbers import NUMERAL, chinese_number, plain

QUALIFIERS = ("exact", "about", "over", "nearly", "at_least", "at_most")
SCALES = {"万亿": 10**12, "亿": 10**8, "千万": 10**7, "百万": 10**6, "十万": 10**5, "万": 10**4, "千": 1000, "百": 100,
          "trillion": 10**12, "billion": 10**9, "million": 10**6, "thousand": 1000, "hundred": 100}
WORDS = {word: n for n, word in enumerate(
    "zero one two three four five six seven eight nine ten eleven twelve".split())}
UNITS = {"元人民币": "元", "人民币": "元", "圆": "元", "yuan": "元", "rmb": "元", "cny": "元", "yuan rmb": "元",
         "个月": "月", "kw": "千瓦", "mw": "兆瓦", "km": "公里", "千米": "公里", "kilometers": "公里", "kilometres": "公里",
         "m": "米", "m²": "平方米", "m³": "立方米", "kg": "公斤", "mu": "亩", "percent": "%", "per cent": "%",
         "people": "人", "persons": "人", "person-times": "人次", "households": "户"}
CURRENCIES = {"¥": "元", "rmb": "元", "cny": "元", "us$": "美元", "usd": "美元"}

# Grammar of one number: 1,710 · 五点九 · 20余万 · 1万多亿 · 12亿4600万 · 百分之八十 · 1 billion 58 million · nine
_ARABIC = r"[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?"
_CHINESE = rf"{NUMERAL}+(?:点[零〇一二三四五六七八九]+)?|半(?=[个年天月日亩])"
_SCALE = r"万[余多]?亿|亿|[千百十]?万|千(?!瓦|克|米|伏|卡)|百(?!分)|[ -]?(?:tr|b|m)illion\b|[ -]?(?:thousand|hundred)\b"
_TERM = rf"(?P<digits>{_ARABIC}|{_CHINESE})(?P<before>[余多几]?)个?(?P<scale>{_SCALE})(?P<after>[余多几+]?)"
_BARE_TERM = rf"(?P<digits>{_ARABIC}|{_CHINESE})(?P<before>[余多几+]?)"
TERM = re.compile(f"{_TERM}|{_BARE_TERM.replace('digits', 'bare').replace('before', 'more')}", re.I)
_ANY_TERM = re.sub(r"\?P<\w+>", "?:", f"(?:{_TERM}|{_BARE_TERM})")
NUMBER = re.compile(rf"百分之{_ANY_TERM}|{_ANY_TERM}(?: ?{_ANY_TERM})*|\b(?:{'|'.join(WORDS)})\b", re.I)
RANGE_DASH = re.compile(r"(?P<unit>[^\W\d_]{0,4}|%)(?:[-‐‑–—―−~～]+|至|到| to )(?:百分之)?")
