"""A figure as printed <-> its value, unit and qualifier.

Every row of the ledger carries a figure as printed and its value; this module reads the first so that a check
can compare it with the second. It never guesses: what is no single figure is refused with a key of REASONS.
Values are in the unit printed after the number (money in 元, never 万元); of a share, the number before %.
Source of the rules: the prints of five reports and of some 1,700 facts gathered from public pages.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from build_scripts.reading.numerals import NUMBER, THOUSAND_UNIT, number_value, plain
from build_scripts.reading.rare_numbers import Number, rare_numbers, without_gaps

REASONS = {
    "no_number": "no figure is printed, not even a damaged one",
    "compound": "several numbers: one row each, as_printed holding its own figure only",
    "ordinal": "an ordinal (第1例) counts nothing",
    "year": "a calendar year is no quantity",
    "two_scales": "contradictory scales (2.27亿万元) are not mended",
    "numeral": "digits that form no single number (五七个, 一半)",
    "lead": "too much text, or odd text, before the number",
    "unit": "too much text, or odd text, after the number",
    "range": "a range that runs backwards, or of damaged figures",
}
SAME_UNITS = """元人民币=元 圆=元 yuan=元 个月=月 千米=公里 km=公里 kilometers=公里 kilometres=公里 m=米 m²=平方米
    m³=立方米 千克=公斤 kg=公斤 kw=千瓦 mw=兆瓦 mu=亩 percent=% people=人 households=户 person-times=人次"""
UNITS = dict(pair.split("=") for pair in SAME_UNITS.split())
CURRENCY = re.compile(r"(?:(US\$|USD)|RMB|CNY|¥) ?$", re.I | re.A)
RANGE_DASH = re.compile(r"(?P<unit>[^\W\d_]{0,4}|%)(?: ?[-‐‑–—―−~～]+ ?|至|到| to )")
SCALE_AT_END = re.compile(r"(?:万?亿|[千百十]?万|千| ?(?:tr|b|m)illion| ?thousand)$", re.I)
TWO_SCALES = re.compile(rf"[万亿]|[千百](?!{THOUSAND_UNIT}|分)")
FOREIGN_SCALE = re.compile(r"m(?:il[il]|ln|rd)|[bmt]n\b|k\b|.+ yuan$", re.I | re.A)  # 16 miliardi di yuan
LEAD = re.compile(r"[㐀-鿿A-Za-z、: ]{0,16}|[A-Za-z ]{0,24}")
UNIT = re.compile(r"[㐀-鿿/]{0,6}|[%‰]|[A-Za-z²³/ -]{1,24}")
NOT_NUMBERS = re.compile(r"一次性|一共|统一|进一步")  # they count nothing
AND_A_HALF = re.compile("[㐀-鿿]{0,2}半")  # 一半
HALF_MORE = re.compile("(个?月|年|天|日|小时)半")  # 一年半
REMARK = re.compile(r"\(([^()0-9]*)\)")

# 100 and 1000 may stand alone (百余户). 万 and 亿 may not: they follow Arabic digits in print, and a report
# that has 過5000萬元, 過萬元, 過1000萬元 in one line shows that digits fell out.
DAMAGE = "[Xx×*□■○]"
COUNTED = r"(?:元|亩|米|公里|平方米|公斤|吨|千瓦|人次?|户|名|个|家|所|项|次|%)"
LOST = re.compile(
    rf"""(?P<lead>[㐀-鿿]{{0,12}}?)
    (?P<core>(?:[0-9.]*{DAMAGE}+|{DAMAGE}+[0-9]+)[余多]?(?:万?亿|[万千百]|(?={COUNTED}))[余多]?  # XX万元
    |[余多]?(?:万?亿|万)[余多]?|[余多](?={COUNTED})  # 過萬元, 余元
    |(?<![\s\S])(?={COUNTED}\Z))  # 米, and nothing else
    (?P<unit>[㐀-鿿/%]{{0,6}})""",
    re.X,
)


def _words(table: dict[str, str], around: str) -> list[tuple[re.Pattern, str]]:
    """Returns (pattern, qualifier) for each row of a table of printed words, first match first."""
    return [(re.compile(around % words, re.I | re.A), qualifier) for qualifier, words in table.items()]


# Negated words stand first, since 不超过 ends in 超过. Words that only look alike: 签约, 附近, 通过.
BEFORE = _words(
    {
        "at_least": r"不少于|不低于|不小于|不下于?|至少|最少|\bat least|\b(?:no|not) (?:less|fewer) than",
        "at_most": r"不(?:会|得|能)?超过?|不高于|不大于|不多于|不足|不到|少于|低于|小于|至多|最多"
        r"|\bat most|\bup to|\b(?:no|not) more than|\b(?:less|fewer) than|\bunder|\bbelow",
        "nearly": r"(?<![附最邻])近|\bnearly|\balmost|\bclose to",
        "over": r"逾|超过?|超出|突破|(?<![通经不])过|多于|高于|大于|\bmore than|\bover|\babove|\bexceed(?:s|ed|ing)?",
        "about": r"(?<![签节合公契条预制])约|大概|大致|\babout|\baround|\bapproximately|\broughly|\bsome",
    },
    r"(?:%s)(?:了|到|为|有|占|达|共|需|投入|投资|安排)?(?:人民币)? ?$",
)
AFTER = _words(
    {
        "at_least": r"及?以上| or more",
        "at_most": r"及?以[下内前]|之[内前]",
        "about": r"左右|上下| or so",
        "over": r"(?<=[年月天元倍里米亩吨成])[余多]",
    },
    r"(?:%s)$",
)


class UnreadableFigure(ValueError):
    """The print is no single figure; str() of it is a key of REASONS."""


@dataclass(frozen=True)
class Figure:
    """What a print says: `low` and `high` in its own unit, both None where the digits are lost in print."""

    low: Decimal | None
    high: Decimal | None
    unit: str
    qualifier: str  # exact, about, over, nearly, at_least or at_most

    @property
    def is_range(self) -> bool:
        """True for 3—5家, whose two ends are two rows of the ledger."""
        return self.low != self.high


@lru_cache(maxsize=8192)  # several rules ask the same of each row
def read_figure(as_printed: str) -> Figure:
    """Returns the figure that a print of at most a few words states, or raise UnreadableFigure(reason)."""
    text = NOT_NUMBERS.sub("", plain(as_printed)).replace("个多月", "多个月").replace("个多亿", "多个亿")
    remark = "".join(REMARK.findall(text))
    text = without_gaps(REMARK.sub("", text).strip())
    numbers = list(NUMBER.finditer(text))
    rare = rare_numbers(text)
    if len(rare) == 1 and not any(n.end() <= rare[0].start or rare[0].end <= n.start() for n in numbers):
        return _rare(text, rare[0], remark)
    lost = LOST.fullmatch(text)
    if lost and (not numbers or re.search(DAMAGE, text)):
        low = high = None
        lead, tail, marked = lost["lead"], lost["unit"], re.search("[余多]", lost["core"])
    elif not numbers:
        raise UnreadableFigure("no_number")
    else:
        lead, tail = text[: numbers[0].start()], text[numbers[-1].end() :]
        low, high, marked = _values(text, numbers)
    qualifier = _qualifier(AFTER, tail)
    qualifier = qualifier or _qualifier(BEFORE, CURRENCY.sub("", lead)) or _qualifier(BEFORE, remark)
    if HALF_MORE.match(tail) and low is not None and low == high:
        low = high = low + Decimal("0.5")
        tail = tail.replace("半", "", 1)
    unit = _unit(lead, tail)
    first = numbers[0].group() if numbers else ""
    return _count(low, high, first, unit, "over" if marked else qualifier or "exact")


def _rare(text: str, number: Number, remark: str) -> Figure:
    """Returns the figure of a number in a rarer notation; 数百人 has no value."""
    lead, tail = text[: number.start], text[number.end :]
    qualifier = _qualifier(AFTER, tail) or _qualifier(BEFORE, CURRENCY.sub("", lead)) or _qualifier(BEFORE, remark)
    vague = "over" if number.over or re.match("[余多]", tail) else "about"
    unit = _unit(lead, re.sub("^[余多](?=[㐀-鿿])", "", tail))
    return Figure(number.low, number.high, unit or number.unit, qualifier or (vague if number.vague else "exact"))


def value_problem(as_printed: str, value: Decimal | None, qualifier: str) -> str | None:
    """Returns what in a row's value (in the printed unit) and qualifier contradicts the print, or None.

    The answer is `code: detail`, the code one of unreadable, digits_lost, value_missing, value_differs,
    range_needs_bound, qualifier_differs. A qualifier printed inside `as_printed` must be honoured; where none
    is, any is allowed, because its word may stand outside the figure.
    """
    try:
        figure = read_figure(as_printed)
    except UnreadableFigure as error:
        return f"unreadable: {error}"
    if figure.is_range:
        return _range_problem(figure, value, qualifier)
    if figure.low is None and value is not None:
        return f"digits_lost: the value must be empty, not {value}"
    if figure.low is not None and value is None:
        return f"value_missing: the print says {figure.low}"
    if value != figure.low:
        return f"value_differs: the print says {figure.low}, the row {value}"
    if figure.qualifier not in ("exact", qualifier):
        return f"qualifier_differs: the print says {figure.qualifier}, the row {qualifier}"
    return None


def _range_problem(figure: Figure, value: Decimal | None, qualifier: str) -> str | None:
    """Returns what is wrong with a row of a range: its low end is at_least, its high end at_most."""
    ends = {"at_least": figure.low, "at_most": figure.high}
    if qualifier not in ends:
        return f"range_needs_bound: at_least {figure.low} or at_most {figure.high}, not {qualifier}"
    if value != ends[qualifier]:
        return f"value_differs: {qualifier} of the printed range is {ends[qualifier]}, the row {value}"
    return None


def _qualifier(words: list[tuple[re.Pattern, str]], text: str) -> str | None:
    """Returns the qualifier whose words stand next to the number in `text`."""
    return next((qualifier for pattern, qualifier in words if pattern.search(text)), None)


def _values(text: str, numbers: list[re.Match]) -> tuple[Decimal | None, Decimal | None, bool]:
    """Returns low, high and whether 余 or 多 is printed; the same value twice where there is one number."""
    try:
        low, marked = number_value(numbers[0].group())
        if len(numbers) == 1:
            return low, low, marked
        high, high_marked = number_value(numbers[-1].group())
    except ValueError as error:
        raise UnreadableFigure(str(error)) from error
    between = RANGE_DASH.fullmatch(text[numbers[0].end() : numbers[-1].start()])
    tail = text[numbers[-1].end() :]
    if len(numbers) > 2 or not between or not tail.startswith(between["unit"]) or marked or high_marked:
        raise UnreadableFigure("compound")
    if low is None or high is None:
        raise UnreadableFigure("range")
    low = _with_scale_of(numbers[-1].group(), numbers[0].group(), low, high)
    if low >= high:
        raise UnreadableFigure("range")
    return low, high, False


def _with_scale_of(last: str, first: str, low: Decimal, high: Decimal) -> Decimal:
    """Returns the low end of 1—2亿, 1亿: a scale is meant twice, unless (500-1万) that runs backwards."""
    scale = SCALE_AT_END.search(last)
    if scale is None or SCALE_AT_END.search(first):
        return low
    try:
        shared, _ = number_value(first + scale.group())
    except ValueError:  # 八百至一千: the 千 belongs to 一 alone
        return low
    return shared if shared < high else low


def _unit(lead: str, tail: str) -> str:
    """Returns the unit after the number, or the currency before it, in Simplified, without qualifiers."""
    if lead.endswith("第") or re.search(r"\bno\.? ?$", lead, re.I) or re.match(r"(?:st|nd|rd|th)\b", tail):
        raise UnreadableFigure("ordinal")
    if AND_A_HALF.match(tail):
        raise UnreadableFigure("numeral")
    if TWO_SCALES.match(tail):
        raise UnreadableFigure("two_scales")
    currency = CURRENCY.search(lead)
    words = CURRENCY.sub("", lead)
    if not LEAD.fullmatch(words.strip()) or re.search("[A-Za-z]$", words):  # A5
        raise UnreadableFigure("lead")
    for pattern, _ in AFTER:
        tail = pattern.sub("", tail)
    tail = tail.strip(" -")
    if not UNIT.fullmatch(tail) or FOREIGN_SCALE.match(tail):
        raise UnreadableFigure("unit")
    if currency and tail not in ("", "元", "美元"):  # CNY1.2m
        raise UnreadableFigure("unit")
    if currency:
        return "美元" if currency[1] else "元"
    return "翻番" if tail == "番" and "翻" in lead else UNITS.get(tail.lower(), tail)


def _count(low: Decimal | None, high: Decimal | None, number: str, unit: str, qualifier: str) -> Figure:
    """Returns the figure, 百分之八十 and 八成 as 80 %, 翻了两番 as 4 倍; a calendar year is refused."""
    if unit.startswith("年") and len(number) == 4 and low and 1900 <= low < 2100:
        raise UnreadableFigure("year")
    if number.startswith("百分之"):
        unit = "%"
    if unit == "成" and low is not None:
        return Figure(low * 10, high * 10, "%", qualifier)
    if unit == "翻番":
        if low != high or low not in range(1, 11):
            raise UnreadableFigure("range")
        return Figure(2**low, 2**low, "倍", qualifier)
    return Figure(low, high, unit, qualifier)
