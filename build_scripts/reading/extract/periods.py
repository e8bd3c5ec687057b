"""When a figure holds: the date in its clause, else that its paragraph runs under, else the report's year."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from build_scripts.reading.extract.context import Context
from build_scripts.reading.extract.vocabulary import words

Y = r"(?P<y{0}>(?:19|20)[0-9]{{2}}|[一二][〇零一二三四五六七八九]{{3}})"
BETWEEN = r" ?(?:年)? ?(?:[-—–~～至]+|到) ?"
DATES = re.compile(
    rf"{Y.format(1)}{BETWEEN}(?P<y2>(?:19|20)?[0-9]{{2}}) ?(?:年|[)）》])"
    rf"|{Y.format(3)} ?年(?:度)?"
    r"(?:[\s]*(?:[0-9]+[、.]\s*)?(?P<m>[0-9]{1,2}) ?月(?:份)?(?:(?P<d>[0-9]{1,2})[日号])?)?"
    r"(?P<mark>[上下]半年|[一二三四]季度|前三季度|[1-9][-—至][0-9]{1,2}月|年?底|年?末|年初)?"
    r"(?P<since>以来|起|来|至今)?"
    r"|(?<![-—–~至到0-9年])(?P<m2>[0-9]{1,2}) ?月(?:份|底|末|初)?(?:(?P<d2>[0-9]{1,2})[日号])?(?=[^0-9]|$)",
)
ENGLISH = re.compile(
    r"\b(?:in|during|of|since|by|for|year|from) (?P<y>(?:19|20)[0-9]{2})(?: ?(?:to|-|–) ?(?P<z>(?:19|20)[0-9]{2}))?\b",
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
_MONTH = "|".join(name.capitalize() for name in MONTH_NAMES)
ENGLISH_MONTH = re.compile(
    rf"\b(?:(?P<a>{_MONTH})(?: ?(?:to|-|–|through) ?))?(?:[0-9]{{1,2}} )?"
    rf"(?P<b>{_MONTH})(?: [0-9]{{1,2}})?,? (?P<y>(?:19|20)[0-9]{{2}})\b"
)
MONTHS = re.compile(r"(?<![0-9])(?<![0-9]年)(?P<m>[0-9]{1,2})月?(?:份)? ?[-—–~至到]+ ?(?P<n>[0-9]{1,2})月(?:份|底|末)?")
DIGITS = {char: str(i) for i, char in enumerate("零一二三四五六七八九")} | {"〇": "0"}
REACH = 60  # characters over which 2021年以来 runs on behind a semicolon
SINCE = re.compile("(?<!今年)(?<!年初)以来|(?<![一半])年来|历年|至今")
SPELLED = re.compile("[一二][〇零一二三四五六七八九]{3}(?=年)")
OWN_DATE = re.compile(rf"({Y.format(9)[7:-1]})[-年./ ]{{1,2}}([0-9]{{1,2}}|[一二三四五六七八九十]{{1,2}})[-月./]")
YEAR = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2}) ?年(?!前|以来)")
OPENING = 260  # characters in which a report says which year it is of
THIS_YEAR = re.compile("今年|全年|一年来|本年度|上半年|年初以来|现将|截至|截止|目前|this year")
IN_TITLE = re.compile(r"《[^》]*$")
HALVES = {"上半年": ("01", "06"), "下半年": ("07", "12"), "一季度": ("01", "03"), "二季度": ("04", "06")}
HALVES |= {"三季度": ("07", "09"), "四季度": ("10", "12"), "前三季度": ("01", "09")}


@dataclass(frozen=True)
class Dated:
    """A stretch of text that says when: its end, its period, and whether it opens a sentence or a clause."""

    start: int
    end: int
    period: str
    opens: bool
    until: bool  # 截至, 到 … 底


@dataclass(frozen=True)
class Calendar:
    """All dates of a document in their order, and the year it reports on ("" where none is printed)."""

    dates: tuple[Dated, ...]
    year: str


def calendar(folded: str, title: str, published: str = "") -> Calendar:
    """Returns the dates of a document; its year comes from the title, or from 今年 and the date it bears."""
    year = report_year(folded, title, published)
    return Calendar(tuple(sorted(dates(folded, year[-4:]), key=lambda dated: dated.start)), year)


def report_year(folded: str, title: str, published: str) -> str:
    """Returns the year, or the years first/last, that a report speaks of: of its title, else of its own date.

    A report dated January to March that does not say 今年 speaks of the year before.
    """
    title = SPELLED.sub(lambda match: number(match.group()), title)
    several = re.search(r"((?:19|20)[0-9]{2}) ?年?(?:[-—–~至到]+) ?((?:19|20)[0-9]{2})", title)
    if several:
        return f"{several[1]}/{several[2]}"
    named = re.search(
        r"((?:19|20)[0-9]{2})(?![0-9万亿余多元人户亩个名家]|[-.][0-9]|年[0-9一二三四五六七八九十]{1,2}月)", title
    )
    if named:
        return named[1]
    dated = OWN_DATE.search(title)
    if dated:
        return before_spring(number(dated[1]), dated[2], folded)
    opening = Counter(YEAR.findall(folded[:OPENING]))
    if len(opening) == 1 and THIS_YEAR.search(folded):
        return next(iter(opening))
    written = ENGLISH_MONTH.search(folded[:400])
    if written:
        return written["y"]
    own = (
        re.match(r"((?:19|20)[0-9]{2})-([0-9]{1,2})", published)
        or OWN_DATE.search(folded[:60])
        or OWN_DATE.search(folded[:400])
        or OWN_DATE.search(folded[-300:])
    )
    return before_spring(number(own[1]), own[2], folded) if own and THIS_YEAR.search(folded) else ""


def before_spring(year: str, month_printed: str, folded: str) -> str:
    """Returns the year before for a report dated January to March that does not say 今年."""
    early = month_printed in ("1", "2", "3", "01", "02", "03", "一", "二", "三") and "今年" not in folded
    return str(int(year) - early)


def dates(folded: str, year: str):
    for match in DATES.finditer(folded):
        period = of_match(match, year)
        if period and not IN_TITLE.search(folded[max(0, match.start() - 40) : match.start()]):
            yield dated(folded, match.start(), match.end(), period)
    yield from english(folded)
    for match in MONTHS.finditer(folded) if year else ():
        period = f"{month(year, match['m'], None)}/{month(year, match['n'], None)}"
        if len(period) == 15:
            yield dated(folded, match.start(), match.end(), period)
    for name, period in words("periods")["plans"].items():
        for match in re.finditer(rf"“?{name}”?(?:期间|时期|以来|规划期)", folded):
            if folded[match.start() - 1 : match.start()] != "十":
                yield dated(folded, match.start(), match.end(), period)
    if re.fullmatch("[0-9]{4}", year):
        yield from relative(folded, year)


def english(folded: str):
    """Yields the dates of English text: in 2021, 2018 to 2020, January to June 2021, by 15 March 2021."""
    for match in ENGLISH_MONTH.finditer(folded):
        first, last = (NAMED.get((match[key] or "")[:3].lower(), "") for key in ("a", "b"))
        period = f"{match['y']}-{first}/{match['y']}-{last}" if first and last else f"{match['y']}-{last or first}"
        yield dated(folded, match.start(), match.end(), period)
    for match in ENGLISH.finditer(folded):
        yield dated(folded, match.start(), match.end(), match["y"] + (f"/{match['z']}" if match["z"] else ""))


def relative(folded: str, year: str):
    for pattern, form in words("periods")["relative"].items():
        for match in re.finditer(pattern, folded):
            period = form.format(year=year, last=int(year) - 1)
            yield dated(folded, match.start(), match.end(), period)


def dated(folded: str, start: int, end: int, period: str) -> Dated:
    before = folded[max(0, start - 4) : start]
    opens = bool(re.search(r"[,，。;；:：\s、]$|^$|截[至止]|自|从|在|于|至|到", before))
    until = bool(re.search(r"截[至止]?$|截[至止]|[至到]$", before)) or bool(
        re.match("底|末|年底|年末", folded[end : end + 2])
    )
    return Dated(start, end, period, opens, until)


def of_match(match: re.Match, year: str) -> str:
    """Returns the period of one printed date; "" for a month whose year nothing tells."""
    if match["y1"]:
        first, last = number(match["y1"]), match["y2"]
        last = first[: 4 - len(last)] + last
        return f"{first}/{last}" if last > first else first
    if match["m2"]:
        return month(year, match["m2"], match["d2"]) if year else ""
    first = number(match["y3"])
    if match["m"]:
        return month(first, match["m"], match["d"])
    mark = match["mark"] or ""
    if mark in HALVES:
        return f"{first}-{HALVES[mark][0]}/{first}-{HALVES[mark][1]}"
    if re.match("[1-9][-—至]", mark):
        low, high = re.findall("[0-9]+", mark)
        return f"{first}-{int(low):02}/{first}-{int(high):02}"
    if mark[-1:] in ("底", "末") and mark:
        return f"{first}-12"
    return f"{first}/{year}" if match["since"] and year > first else first


def number(digits: str) -> str:
    return "".join(DIGITS.get(char, char) for char in digits)


def month(year: str, printed: str, day: str | None) -> str:
    if not 1 <= int(printed) <= 12 or (day and not 1 <= int(day) <= 31):
        return ""
    return f"{year}-{int(printed):02}" + (f"-{int(day):02}" if day else "")


def period_of(context: Context, known: Calendar, paragraph: int, basis: str, plan: bool = False) -> tuple[str, float]:
    """Returns the period of a figure and how sure it is; the paragraph begins at `paragraph`.

    A date in the sentence wins, the nearest before the figure; a date that opens a sentence before it in the
    same paragraph runs on; what is expected has no period unless its own sentence gives one.
    """
    if context.cell:
        named = sorted(dates(context.before, known.year[-4:]), key=lambda d: (d.end, d.start))
        if named:
            return named[-1].period, 0.8
    at = context.found.start
    same = [d for d in known.dates if context.sentence_start <= d.start < at]
    if same:
        return joined(same, context), 0.9
    if basis == "expected" and not plan or basis == "cumulative" and SINCE.search(context.before):
        return "", 0.6
    earlier = [
        d
        for d in known.dates
        if paragraph <= d.start < context.sentence_start and d.opens and ("/" not in d.period or at_hand(d, context))
    ]
    if earlier:
        return re.sub(r"^([0-9]{4})-[0-9]{2}(?:-[0-9]{2})?$", r"\1", earlier[-1].period), 0.6
    return known.year, 0.6 if known.year else 0.4


def at_hand(date: Dated, context: Context) -> bool:
    """True for a date of the same 。-sentence, which a semicolon divides from the figure."""
    return context.sentence_start - date.end < REACH


def joined(same: list[Dated], context: Context) -> str:
    """Returns the last date before a figure; 2016年、2017年 is a period from the first to the second."""
    last = same[-1]
    if len(same) > 1 and re.fullmatch(
        "[、和及与]", context.sentence[same[-2].end - context.sentence_start : last.start - context.sentence_start]
    ):
        first, end = same[-2].period, last.period
        return f"{first}/{end}" if first < end and "/" not in first + end else end
    return last.period


def commonest_year(folded: str) -> str:
    """Returns the year a text prints most often, the later of two; "" where it prints none."""
    counted = Counter(YEAR.findall(folded))
    return max(counted, key=lambda year: (counted[year], year), default="")
