"""The year a report speaks of, or its years, or its part of a year: of its title, else of the date it bears."""

from __future__ import annotations

import re
from collections import Counter

from build_scripts.reading.extract.dates import ENGLISH_MONTH, HALVES, NAMED, Y, number
from build_scripts.reading.extract.vocabulary import words

SPELLED = re.compile("[一二][〇零一二三四五六七八九]{3}(?=年)")
SEVERAL = re.compile(r"((?:19|20)[0-9]{2}) ?年?(?:[-—–~至到]+) ?((?:19|20)[0-9]{2})")
OF_TITLE = re.compile(
    r"((?:19|20)[0-9]{2})(?![0-9万亿余多元人户亩个名家]|[-.][0-9]|年[0-9一二三四五六七八九十]{1,2}月)"
)
OWN_DATE = re.compile(rf"({Y.format(9)[7:-1]})[-年./ ]{{1,2}}([0-9]{{1,2}}|[一二三四五六七八九十]{{1,2}})[-月./]")
YEAR = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2}) ?年(?!前|以来)")
OPENING = 260  # characters in which a report says which year it is of
THIS_YEAR = re.compile("今年|全年|一年来|本年度|上半年|年初以来|现将|截至|截止|目前|this year|last year", re.I)
PART = re.compile(r"第?(?P<quarter>[一二三四])季度|(?P<half>[上下])半年|半年(?P<mid>报|总结|报告)")
YEARBOOK = re.compile("年鉴")
SPRING = ("1", "2", "3", "01", "02", "03", "一", "二", "三")


def report_year(folded: str, title: str, published: str) -> str:
    """Returns the year, or the years first/last, that a report speaks of; "" where neither title nor text says it.

    A report dated January to March that does not say 今年, and a yearbook, speak of the year before.
    """
    title = SPELLED.sub(lambda match: number(match.group()), title)
    several = SEVERAL.search(title)
    if several:
        return f"{several[1]}/{several[2]}"
    plan = next((years for name, years in words("periods")["plans"].items() if re.search(rf"(?<!十){name}", title)), "")
    named = OF_TITLE.search(title)
    if named and YEARBOOK.search(title) and f"{int(named[1]) - 1}年" in folded:
        return str(int(named[1]) - 1)
    if named:
        return named[1]
    own = own_year(folded, title, published)
    return f"{plan[:5]}{min(plan[5:], own or plan[5:])}" if plan and own >= plan[:4] else own


def own_year(folded: str, title: str, published: str) -> str:
    """Returns the year of the date a report bears: in its title, at its head, at its end, or of its publication."""
    dated = OWN_DATE.search(title)
    if dated:
        return before_spring(number(dated[1]), dated[2], folded)
    opening = Counter(YEAR.findall(folded[:OPENING]))
    if len(opening) == 1 and THIS_YEAR.search(folded):
        return next(iter(opening))
    written = ENGLISH_MONTH.search(folded[:400])
    if written:
        return before_spring(written["y"], NAMED[written["b"][:3].lower()], folded)
    own = (
        re.match(r"((?:19|20)[0-9]{2})-([0-9]{1,2})", published)
        or OWN_DATE.search(folded[:60])
        or OWN_DATE.search(folded[:400])
        or OWN_DATE.search(folded[-300:])
    )
    return before_spring(number(own[1]), own[2], folded) if own and THIS_YEAR.search(folded) else ""


def before_spring(year: str, month_printed: str, folded: str) -> str:
    """Returns the year before for a report dated January to March that does not say 今年."""
    said = re.search("今年|this year|last year|去年", folded, re.I)
    return str(int(year) - (month_printed in SPRING and not said))


def report_part(title: str, year: str) -> str:
    """Returns the months a title speaks of: 第三季度 of 2023 is 2023-07/2023-09; "" for a whole year."""
    named = PART.search(title)
    if not named or not re.fullmatch("[0-9]{4}", year):
        return ""
    key = f"{named['quarter']}季度" if named["quarter"] else f"{named['half'] or '上'}半年"
    first, last = HALVES[key]
    return f"{year}-{first}/{year}-{last}"


def commonest_year(folded: str) -> str:
    """Returns the year a text prints most often, the later of two; "" where it prints none."""
    counted = Counter(YEAR.findall(folded))
    return max(counted, key=lambda year: (counted[year], year), default="")
