"""Every figure a text prints: where it stands, its value, unit and qualifier.

Reads the folded text (folding.py), so that offsets are those of the print. What a number means (a date, a
page, money) is decided elsewhere; here only its notation is read: 近3.2亿元, 50-60人, 三分之一, 数百人, 二三十户.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from build_scripts.reading.extract.numbers import Number, numbers
from build_scripts.reading.extract.vocabulary import words
from build_scripts.reading.figures import AFTER, BEFORE, UNITS

QUALIFIED = re.compile(
    r"(?:不(?:会|得|能)?(?:少于|低于|超过?|足|到)|至少|最少|至多|最多|超过|突破|(?<![附最邻])近|逾|(?<![通经不])超|(?<![签节合公契条预制集])约|大约"
    r"|(?<![通经不超])过|翻了?)(?:人民币)?$"
    r"|(?:\b(?:more than|over|nearly|almost|about|around|some|approximately|at least|up to|no more than"
    r"|no less than|not less than|not more than|less than)) (?:RMB|CNY|US\$|HK\$|¥|\$)? ?$",
    re.I,
)
CURRENCY_BEFORE = re.compile(r"(US\$|USD|HK\$|HKD|RMB|CNY|¥|\$|€|港币|港元|美金|美元|日元|欧元) ?$", re.I)
FOREIGN = {
    "US$": "美元",
    "USD": "美元",
    "$": "美元",
    "HK$": "港元",
    "HKD": "港元",
    "€": "欧元",
    "港币": "港元",
    "美金": "美元",
}
FOREIGN |= {name: name for name in ("港元", "美元", "日元", "欧元")}
TAIL = re.compile(r"左右|上下|及?以[上下内]|之内| or (?:so|more)")
ENGLISH_UNITS = {"yuan": "元", "rmb": "元", "percent": "%", "per cent": "%"}
ENGLISH_UNITS |= {"us dollars": "美元", "u.s. dollars": "美元", "hong kong dollars": "港元"}
NOT_UNITS = re.compile(
    r"元旦|对(?:口|接|象|应|于|外)|期(?:间|末|初)|批(?:复|准|示)|部(?:门|分|署)|组(?:织|团|建)|场(?:所|地)|所(?:有|以|需|谓)|条(?:件|例)"
    r"|名(?:单|列|称)|门(?:槛)|支(?:持|付|援)|处(?:于|理|级)|台账|成(?:员|立|功|果|效|为)|大(?:于|家|约|会|量|力|学|众)|级(?:领|党)|件(?:次)"
    r"|天(?:然|气)|时(?:间)|位(?:于|列|置)|只(?:有|要|能)|家(?:庭|门|乡)|头(?:号)|人(?:均|民|社|大)|里(?:面)|日(?:产|均)"
)
HALF = dict.fromkeys(("天", "年", "月", "个月", "日"), True)  # 1天半
DEFAULTS = {"家": "enterprise"}  # a unit without a noun on either side
VAGUE_AFTER_HAN = set("里面点方把块度级段节日月股类部") | {"系列"}


@dataclass(frozen=True)
class Found:
    """A figure as printed: offsets in the text, value(s) in its own unit, and the class of that unit.

    `low` and `high` are None where no value is printed (数百人); they differ in a range, which is two rows.
    """

    start: int
    end: int
    core: int  # where the number itself begins
    low: Decimal | None
    high: Decimal | None
    unit: str
    kind: str  # a class of units.yaml, or of nouns.yaml where the unit is a mere 个; "" without a unit
    qualifier: str
    han: bool  # written in Chinese numerals


def find_figures(folded: str) -> list[Found]:
    """Returns all figures of a folded text in their order; two never overlap."""
    found: list[Found] = []
    for number in numbers(folded):
        figure = like_the_last(zero_share(with_unit(folded, number), found, folded), found, folded)
        if not found or figure.core >= found[-1].end:
            found.append(figure)
    return found


def zero_share(figure: Found, found: list[Found], folded: str) -> Found:
    """Returns 0 as a share where it ends what was one: 由17.4%下降为0."""
    if figure.low != 0 or figure.unit or not found or found[-1].kind != "percent":
        return figure
    between = folded[found[-1].end : figure.core]
    return replace(figure, unit="%", kind="percent") if re.fullmatch("[^。;；]{0,12}[到为至]", between) else figure


def like_the_last(figure: Found, found: list[Found], folded: str) -> Found:
    """Returns a bare English number of a list with the unit of the one before it: 12 workers: 5 here, 7 there."""
    if figure.unit or figure.low is None or not found or found[-1].kind in ("", "cny", "foreign", "percent"):
        return figure
    between = folded[found[-1].end : figure.core]
    is_listed = re.fullmatch(r"[A-Za-z '-]{0,40}(?:[,:;(]| and)[A-Za-z '-]{0,24}", between)
    counted = re.match(r" (?!yuan|percent|per )[a-z]", folded[figure.end : figure.end + 9])
    year = 1900 <= figure.low < 2100 and folded[figure.core : figure.end].isdigit()
    return replace(figure, unit=found[-1].unit, kind=found[-1].kind) if is_listed and counted and not year else figure


@cache
def unit_pattern() -> re.Pattern:
    listed = {unit: kind for kind, units in words("units").items() for unit in units}
    return re.compile("|".join(re.escape(unit) for unit in sorted(listed, key=len, reverse=True)), re.I)


@cache
def english_pattern() -> re.Pattern:
    """Returns the English units, with at most three words before them: 1,058 newly poor households."""
    listed = [unit for units in words("units").values() for unit in units if re.fullmatch("[A-Za-z. -]{4,}", unit)]
    counted, money = (
        "|".join(sorted(map(re.escape, names), key=len, reverse=True)) for names in (listed, ENGLISH_UNITS)
    )
    return re.compile(
        rf" ?-?(?:(?:[a-z-]{{3,16}} (?!of|in|to|and|or|for|at|by|with|from)){{0,3}}?(?P<unit>{counted})"
        rf"|(?P<money>{money}))\b|(?P<mu> mu)\b",
        re.I,
    )


@cache
def kinds() -> dict[str, str]:
    return {unit.lower(): kind for kind, units in words("units").items() for unit in units}


@cache
def noun_kinds() -> list[tuple[str, str]]:
    listed = [(noun, kind) for kind, nouns in words("nouns").items() for noun in nouns]
    return sorted(listed, key=lambda pair: -len(pair[0]))


def with_unit(folded: str, number: Number) -> Found:
    """Returns a number with the qualifier before it, its unit and the qualifier after it."""
    lead = QUALIFIED.search(folded[max(0, number.start - 20) : number.start])
    currency = CURRENCY_BEFORE.search(folded[max(0, number.start - 5) : number.start])
    start = number.start - len((lead or currency).group()) if lead or currency else number.start
    end, unit = (number.end, number.unit) if number.unit else unit_after(folded, number)
    half = HALF.get(unit) and folded.startswith("半", end)
    end += bool(half)
    tail = TAIL.match(folded, end)
    end = tail.end() if tail else end
    if currency and unit in ("", "元"):
        unit = FOREIGN.get(currency[1].upper(), "元")
    unit = unit or number.unit
    lead_words = CURRENCY_BEFORE.sub("", folded[start : number.start])
    qualifier = qualifier_of(lead_words, folded[number.start : end])
    marked = "over" if number.over and (not lead or qualifier not in ("at_least", "at_most")) else qualifier
    vague = "about" if number.vague and not number.over and marked == "exact" else marked
    low, high = doubled(folded[start : number.start], unit, number)
    low, high = (low + Decimal("0.5"), high + Decimal("0.5")) if half and low is not None else (low, high)
    han = not re.search("[0-9]", folded[number.start : number.end])
    return Found(start, end, number.start, low, high, *normal(unit, folded, start, end), vague, han)


def doubled(lead: str, unit: str, number: Number) -> tuple[Decimal | None, Decimal | None]:
    """Returns 4 for 翻了两番, 80 for 八成, 0.3 for 3‰, and other values as they are."""
    if unit == "‰" and number.low is not None:
        return number.low / 10, (number.high or number.low) / 10
    if unit == "番" and lead.startswith("翻") and number.low is not None and number.low < 10:
        return Decimal(2**number.low), Decimal(2**number.low)
    if unit.rstrip("余多") == "成" and number.low is not None:
        return number.low * 10, (number.high or number.low) * 10
    return number.low, number.high


def qualifier_of(before: str, printed: str) -> str:
    """Returns the qualifier that stands before or after the number, exact where there is none."""
    after = next((q for pattern, q in AFTER if pattern.search(printed)), None)
    return after or next((q for pattern, q in BEFORE if pattern.search(before)), None) or "exact"


def unit_after(folded: str, number: Number) -> tuple[int, str]:
    """Returns where the unit ends and what it is; the number's own end and "" where none follows."""
    if folded[number.start : number.start + 3] == "百分之":
        return number.end, "%"
    english = english_pattern().match(folded, number.end)
    if english:
        unit = (english["unit"] or english["money"] or english["mu"]).strip().lower()
        return english.end(), ENGLISH_UNITS.get(unit, unit)
    if folded.startswith("番", number.end):
        return number.end + 1, "番"
    match = unit_pattern().match(folded, number.end)
    if not match or NOT_UNITS.match(folded, match.start()):
        return number.end, ""
    digits = re.search("[0-9]", folded[number.start : number.end])
    if not digits and match.group() in VAGUE_AFTER_HAN:
        return number.end, ""
    rate = re.compile(r"/(?:人|户|亩|月|年|天|吨|斤)").match(folded, match.end())
    extra = (
        re.compile(r"[余多](?![\u4e00-\u9fff]{0,1}[元人])").match(folded, match.end())
        if match.group() in ("年", "元", "亩", "公里", "成")
        else None
    )
    end = rate.end() if rate else extra.end() if extra else match.end()
    return end, folded[match.start() : end]


def normal(unit: str, folded: str, start: int, end: int) -> tuple[str, str]:
    """Returns the unit in the ledger's form and its class, of a mere 个 that of the noun beside it."""
    plain_unit = re.sub("[余多]$", "", unit)
    plain_unit = UNITS.get(plain_unit.lower(), plain_unit)
    kind = kinds().get(plain_unit.lower(), "cny" if plain_unit.startswith("元") else "")
    if plain_unit in ("成", "‰"):
        return "%", "percent"
    if plain_unit in ("番", "倍"):
        return "倍", "ratio"
    if kind in ("piece", "") or (kind == "head" and plain_unit != "头"):
        before = noun_before(folded[max(0, start - 8) : start]) if plain_unit else ""
        kind = noun_kind(folded[end : end + 24]) or before or DEFAULTS.get(plain_unit, kind)
    return plain_unit, kind


def noun_before(before: str) -> str:
    """Returns the class of the noun that a figure follows: 合作社52个, 入园企业达13家."""
    phrase = re.sub("(?:达到?|共计?|有|分别|约|近|超过?)+$", "", before)
    nouns = [
        (len(noun), kind) for noun, kind in noun_kinds() if phrase.endswith(noun) and (len(noun) > 1 or noun == "村")
    ]
    return max(nouns)[1] if nouns else ""


def noun_kind(after: str) -> str:
    """Returns the class of the noun that ends the phrase right after a unit: 深度贫困村 counts villages."""
    phrase = re.match(r"[\u4e00-\u9fff“”\"()]{0,16}", after).group()
    nouns = [(len(noun), kind) for noun, kind in noun_kinds() if phrase.startswith(noun)]
    if nouns:
        return max(nouns)[1]
    heads = [
        (phrase.find(noun) + len(noun), kind)
        for noun, kind in noun_kinds()
        if len(noun) > 1 and 0 < phrase.find(noun) <= 8
    ]
    return min(heads)[1] if heads else ""
