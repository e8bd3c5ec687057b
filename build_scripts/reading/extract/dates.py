"""The dates a text prints, each with its period in ISO 8601: years, months, halves, plans, 今年, since and until."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from build_scripts.reading.extract.vocabulary import words

Y = r"(?P<y{0}>(?:19|20)[0-9]{{2}}|[一二][〇零一二三四五六七八九]{{3}})"
BETWEEN = r" ?(?:年)? ?(?:[-—–~～至]+|到) ?"
DATES = re.compile(
    rf"{Y.format(1)}{BETWEEN}(?P<y2>(?:19|20)?[0-9]{{2}}) ?(?:年|[)）》])"
    rf"|{Y.format(3)} ?年(?:度)?"
    r"(?:[\s]*(?:[0-9]+[、.]\s*)?(?P<m>[0-9]{1,2}) ?月(?:份)?(?:(?P<d>[0-9]{1,2})[日号])?)?"
    r"(?P<mark>[上下]半年|第?[一二三四]季度|前三季度|[1-9][-—至][0-9]{1,2}月|年?底|年?末|年初)?"
    r"(?P<since>[^,，。;；:：、0-9]{0,14}?以来|起|来|至今)?"
    r"|(?<![-—–~0-9年])(?P<m2>[0-9]{1,2}) ?月(?:份|底|末|初)?(?:(?P<d2>[0-9]{1,2})[日号])?(?=[^0-9]|$)",
)
ENGLISH = re.compile(
    r"\b(?P<word>in|during|of|since|by|for|year|from|to) (?P<y>(?:19|20)[0-9]{2})"
    r"(?: ?(?:to|-|–) ?(?P<z>(?:19|20)[0-9]{2}))?\b",
    re.I,
)
MONTH_NAMES = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
NAMED = {name[:3]: f"{at:02}" for at, name in enumerate(MONTH_NAMES, start=1)}
_MONTH = "|".join(rf"{name.capitalize()}|{name[:3].capitalize()}\b\.?" for name in MONTH_NAMES)
ENGLISH_MONTH = re.compile(
    rf"\b(?:(?P<a>{_MONTH})(?: ?(?:to|-|–|through) ?))?(?:[0-9]{{1,2}} )?"
    rf"(?P<b>{_MONTH})(?: [0-9]{{1,2}})?,? (?P<y>(?:19|20)[0-9]{{2}})\b"
)
MONTHS = re.compile(r"(?<![0-9])(?<![0-9]年)(?P<m>[0-9]{1,2})月?(?:份)? ?[-—–~至到]+ ?(?P<n>[0-9]{1,2})月(?:份|底|末)?")
RANGE_END = re.compile(r"[0-9]月?(?:份)? ?[-—–~至到]+ ?$")
COUNTED_MONTHS = re.compile(
    r"前([0-9]{1,2}|[一二三四五六七八九十]{1,2})个?月|\bfirst ([a-z]+) months\b(?: of ((?:19|20)[0-9]{2}))?", re.I
)
NUMERALS = {char: at for at, char in enumerate("零一二三四五六七八九十")} | {"十一": 11}
NUMERALS |= {
    name: at
    for at, name in enumerate(
        ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"], start=2
    )
}
DIGITS = {char: str(i) for i, char in enumerate("零一二三四五六七八九")} | {"〇": "0"}
YEARS_LONG = re.compile(
    r"(?<![0-9一二三四五六七八九十第])(?:近|这|过去)?([0-9]|[二两三四五六七八九十])年(?:多)?(?:来|间|里)(?!自)"
)
SAME_YEAR = re.compile("当年|当季")
IN_TITLE = re.compile(r"《[^》]*$")
COMPARED = re.compile(r"[比较与同]$")
COMPARED_AFTER = re.compile("同期|相比|同比|相同")
HALVES = {"上半年": ("01", "06"), "下半年": ("07", "12"), "一季度": ("01", "03"), "二季度": ("04", "06")}
HALVES |= {"三季度": ("07", "09"), "四季度": ("10", "12"), "前三季度": ("01", "09")}


@dataclass(frozen=True)
class Dated:
    """A stretch of text that says when: its period, whether it opens a clause, ends a stretch (截至) or begins one."""

    start: int
    end: int
    period: str
    opens: bool
    until: bool = False  # 截至, 到 … 底
    since: bool = False  # 自 … 以来


def dates(folded: str, year: str) -> Iterator[Dated]:
    """Yields the dates of a text, in no order; `year` is that of the report, last year of several, "" where unknown."""
    for match in DATES.finditer(folded):
        period = of_match(match, year)
        if not period or IN_TITLE.search(folded[max(0, match.start() - 40) : match.start()]):
            continue
        if match["m2"] and RANGE_END.search(folded[max(0, match.start() - 8) : match.start()]):
            continue
        yield dated(folded, match.start(), match.end(), period, bool(match["since"]))
    yield from english(folded, year)
    yield from of_months(folded, year)
    for name, period in words("periods")["plans"].items():
        for match in re.finditer(rf"(?<!十)“?{name}”?(?:期间|时期|(?P<since>以来)|规划期|(?=开局|收官))", folded):
            late = f"{period[:5]}{min(period[5:], year or period[5:])}" if match["since"] else period
            yield dated(folded, match.start(), match.end(), late, bool(match["since"]))
    if re.fullmatch("[0-9]{4}", year):
        yield from relative(folded, year)


def english(folded: str, year: str) -> Iterator[Dated]:
    """Yields the dates of English text: in 2021, 2018 to 2020, January to June 2021, by 15 March 2021."""
    for match in ENGLISH_MONTH.finditer(folded):
        first, last = (NAMED.get((match[key] or "")[:3].lower(), "") for key in ("a", "b"))
        period = f"{match['y']}-{first}/{match['y']}-{last}" if first and last else f"{match['y']}-{last or first}"
        yield dated(folded, match.start(), match.end(), period)
    for match in ENGLISH.finditer(folded):
        period = match["y"] + (f"/{match['z']}" if match["z"] else "")
        since = match["word"].lower() == "since"
        if since and year > period:
            period = f"{period}/{year}"
        yield dated(folded, match.start(), match.end(), period, since)


def of_months(folded: str, year: str) -> Iterator[Dated]:
    """Yields stretches of months of the report's year: 1—6月, 前10个月, the first nine months."""
    for match in MONTHS.finditer(folded) if year else ():
        period = f"{month(year, match['m'])}/{month(year, match['n'])}"
        if len(period) == 15:
            yield dated(folded, match.start(), match.end(), period)
    for match in COUNTED_MONTHS.finditer(folded):
        printed = (match[1] or match[2]).lower()
        count = int(printed) if printed.isdigit() else NUMERALS.get(printed, 0)
        of = match[3] or year
        if 1 < count <= 12 and of:
            yield dated(folded, match.start(), match.end(), f"{of}-01/{of}-{count:02}")


def relative(folded: str, year: str) -> Iterator[Dated]:
    """Yields 今年, 去年, 上半年 … of the report's year; 当年 is the year printed last before it."""
    for pattern, form in words("periods")["relative"].items():
        for match in re.finditer(pattern, folded, re.I):
            if COMPARED.search(folded[: match.start()][-1:]) or COMPARED_AFTER.match(folded, match.end()):
                continue
            period = form.format(year=year, last=int(year) - 1, next=int(year) + 1)
            yield dated(folded, match.start(), match.end(), period)
    for match in SAME_YEAR.finditer(folded):
        printed = re.findall(r"((?:19|20)[0-9]{2})年", folded[max(0, match.start() - 60) : match.start()])
        yield dated(folded, match.start(), match.end(), printed[-1] if printed else year)
    for match in YEARS_LONG.finditer(folded):
        count = int(match[1]) if match[1].isdigit() else {"两": 2}.get(match[1], NUMERALS.get(match[1], 0))
        yield dated(folded, match.start(), match.end(), f"{int(year) - count + 1}/{year}", since=True)


def dated(folded: str, start: int, end: int, period: str, since: bool = False) -> Dated:
    before = folded[max(0, start - 4) : start]
    opens = bool(re.search(r"[,，。;；:：\s、】]$|^$|截[至止]|自|从|在|于|至|到", before))
    until = bool(
        re.search(r"截[至止]?$|截[至止]|[至到]$|(?:end of|as of|by) $", folded[max(0, start - 7) : start])
    ) or bool(re.search("底$|末$", folded[start:end]) or re.match("底|末|年底|年末", folded[end : end + 2]))
    return Dated(start, end, period, opens, until, since)


def of_match(match: re.Match, year: str) -> str:
    """Returns the period of one printed date, never finer than a month; "" for a month whose year nothing tells."""
    if match["y1"]:
        first, last = number(match["y1"]), match["y2"]
        last = first[: 4 - len(last)] + last
        return f"{first}/{last}" if last > first else first
    if match["m2"]:
        return month(year, match["m2"], match["d2"]) if year else ""
    first = number(match["y3"])
    if match["m"]:
        begin = month(first, match["m"], match["d"])
        return f"{begin}/{year}" if match["since"] and begin and year > first else begin
    mark = (match["mark"] or "").removeprefix("第")
    if mark in HALVES:
        return f"{first}-{HALVES[mark][0]}/{first}-{HALVES[mark][1]}"
    if re.match("[1-9][-—至]", mark):
        low, high = re.findall("[0-9]+", mark)
        return f"{first}-{int(low):02}/{first}-{int(high):02}"
    return f"{first}/{year}" if match["since"] and year > first else first


def number(digits: str) -> str:
    return "".join(DIGITS.get(char, char) for char in digits)


def month(year: str, printed: str, day: str | None = None) -> str:
    if not 1 <= int(printed) <= 12 or (day and not 1 <= int(day) <= 31):
        return ""
    return f"{year}-{int(printed):02}"
