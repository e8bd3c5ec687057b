"""When a figure holds: the date of its clause, else of its sentence, paragraph, heading, else the report's year."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from build_scripts.reading.extract.context import Context
from build_scripts.reading.extract.dates import Dated, dates
from build_scripts.reading.extract.headings import Heading
from build_scripts.reading.extract.report_year import report_part, report_year

CHANGED_TO = re.compile(r"(?:降|减|增|提|升|扩|涨|上升|下降)[^,，。;；0-9]{0,4}[至到为]")
SINCE_UNSAID = re.compile("(?<!今年)(?<!年初)以来|历年")  # a beginning that is not printed
EVENT = re.compile(r"^[^,，。;；0-9]{0,3}(?:动工|开工|启动建设|奠基|成立|挂牌|印发|召开|举行|召開|舉行)")
AFTER = re.compile(r"(?:by|in|to|until) (?:the end of )?$|[,，]?$")
LATER = re.compile(r"^[^,，。;；0-9]{0,8}[,，]?(?P<m>[0-9]{1,2})月(?:底|份|末)?(?:[0-9]{1,2}日)?前")
ENGLISH_AFTER = 60  # characters behind a figure in which English says when


@dataclass(frozen=True)
class Calendar:
    """All dates of a document in order; its year, or years, and its part of a year, "" where none is printed."""

    dates: tuple[Dated, ...]
    year: str
    part: str = ""

    @property
    def last(self) -> str:
        """The year a report ends with."""
        return self.year[-4:]


@dataclass(frozen=True)
class Setting:
    """Where a figure stands: begin of its paragraph and of its 。-sentence, and the headings that govern it."""

    paragraph: int
    sentence: int
    headings: tuple[Heading, ...]


def calendar(folded: str, title: str, published: str = "") -> Calendar:
    """Returns the dates of a document; its year comes from the title, or from 今年 and the date it bears."""
    year = report_year(folded, title, published)
    found = sorted(dates(folded, year[-4:]), key=lambda dated: (dated.start, -dated.end))
    outer = [d for at, d in enumerate(found) if not any(o.end >= d.end for o in found[:at][-4:] if o.end > d.start)]
    return Calendar(tuple(outer), year, report_part(title, year))


def between(known: Calendar, first: int, last: int) -> list[Dated]:
    """Returns the dates that begin in a stretch of text."""
    begin = bisect_left(known.dates, first, key=lambda d: d.start)
    return list(known.dates[begin : bisect_left(known.dates, last, key=lambda d: d.start)])


def period_of(context: Context, known: Calendar, setting: Setting, basis: str, folded: str) -> tuple[str, float]:
    """Returns the period of a figure and how sure it is."""
    if context.cell:
        return of_cell(context, known)
    at = context.found.start
    same = usable(between(known, context.sentence_start, at), context, folded)
    if same:
        return fitted(joined(same, context), known, basis, same[-1]), 0.9
    if basis == "cumulative" and SINCE_UNSAID.search(context.before):
        return "", 0.6
    behind = date_behind(context, known)
    if behind:
        return behind, 0.7
    opener = opening_date(between(known, setting.sentence, context.sentence_start), folded, setting.sentence)
    opener = opener or last_opening(between(known, setting.paragraph, setting.sentence), folded, setting.paragraph)
    if opener:
        return fitted(opener.period, known, basis, opener), 0.7
    headed = [d for h in setting.headings for d in between(known, h.start, h.end)]
    if headed:
        return fitted(headed[-1].period, known, basis, headed[-1]), 0.7
    return of_report(known, basis), 0.6 if known.year else 0.4


def usable(same: list[Dated], context: Context, folded: str) -> list[Dated]:
    """Returns the dates of a sentence that may date its figure: none before 降到 behind 由, no day of an event."""
    kept = []
    for date in same:
        between_them = folded[date.end : context.found.start]
        if CHANGED_TO.search(between_them) and re.search("[由从自]", folded[max(0, date.start - 14) : date.start + 1]):
            continue
        if EVENT.match(between_them) and re.search("[,，。]", between_them):
            continue
        kept.append(date)
    return kept


def date_behind(context: Context, known: Calendar) -> str:
    """Returns the date printed behind a figure: in English to the end of the sentence, in Chinese 12月底前."""
    later = LATER.match(context.after)
    if later and known.last:
        return f"{known.last}-{int(later['m']):02}"
    end = context.found.end
    english = re.search("[a-z]{3}", context.after)
    near = between(known, end, end + min(len(context.after), ENGLISH_AFTER)) if english else []
    return near[0].period if near else ""


def opening_date(listed: list[Dated], folded: str, first: int) -> Dated | None:
    """Returns the date a 。-sentence begins with, before its first figure; it runs on behind its semicolons."""
    return next(
        (d for d in listed if d.opens and runs_on(d, folded) and not re.search("[0-9]", folded[first : d.start])), None
    )


def runs_on(date: Dated, folded: str) -> bool:
    """False for a day of an event, and for the year from which something changed: 由2015年底的9%降到1%."""
    return not EVENT.match(folded[date.end : date.end + 8]) and folded[date.start - 1 : date.start] not in list(
        "由较比"
    )


def last_opening(listed: list[Dated], folded: str, first: int) -> Dated | None:
    """Returns the last date that opens a sentence of a paragraph; it runs on to the end of the paragraph."""
    begins = [d for d in listed if re.search(r"(?:^|[。:：\n】\s])[^。0-9]{0,6}$", folded[first : d.start][-8:])]
    begins = [d for d in begins if runs_on(d, folded)]
    return begins[-1] if begins else None


def fitted(period: str, known: Calendar, basis: str, date: Dated) -> str:
    """Returns a date's period as a basis asks for it: the last year of a stretch for what stands as of a day."""
    if basis in ("as_of", "expected") and date.since and "/" in period:
        return period.rpartition("/")[2]
    if basis == "as_of" and "/" in period and len(period) == 15 and not date.since:
        return period.rpartition("/")[2]
    if basis == "in_period" and date.since and len(period) == 9:
        return period if period == known.year else known.last
    return period


def of_report(known: Calendar, basis: str) -> str:
    """Returns what the report itself says: its years for sums, the last of them for what stands as of a day."""
    if known.part:
        return known.part.rpartition("/")[2] if basis == "as_of" else known.part if basis == "in_period" else known.last
    return known.last if basis in ("as_of", "expected") else known.year


def of_cell(context: Context, known: Calendar) -> tuple[str, float]:
    """Returns the period in the head, label or caption of a table; the day on which it was filled in is none."""
    named = [
        d
        for d in sorted(dates(context.before, known.last), key=lambda d: (d.end, d.start))
        if not re.match("[0-9]{1,2}日", context.before[d.end - 3 : d.end])
        and not context.before[: d.end].endswith("日")
    ]
    return (named[-1].period, 0.8) if named else (known.year, 0.6 if known.year else 0.4)


def joined(same: list[Dated], context: Context) -> str:
    """Returns the last date before a figure; 2016年、2017年 is a period from the first to the second.

    自1996年以来 … 截至2022年 is a period from the one to the other.
    """
    last = same[-1]
    if len(same) < 2:
        return last.period
    first = same[-2]
    gap = context.sentence[first.end - context.sentence_start : last.start - context.sentence_start]
    if re.fullmatch("[、和及与]", gap):
        return (
            f"{first.period}/{last.period}"
            if first.period < last.period and "/" not in first.period + last.period
            else last.period
        )
    if first.since and last.until and "/" not in last.period:
        return f"{first.period[:4]}/{last.period}"
    return last.period
