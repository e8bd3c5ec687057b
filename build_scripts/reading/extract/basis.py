"""On what basis a figure stands: in the period, cumulative, as of a day, or only expected."""

from __future__ import annotations

import re

from build_scripts.reading.extract.context import Context
from build_scripts.reading.extract.vocabulary import Vocabulary, alternatives

NOT_PLANS = re.compile(r"《[^》]*》|“[^”]{0,12}计划”|雨露计划|培训计划|规划项目")
DONE = re.compile(r"已|完成了|实现了|落实了|投入了|建成了")
PLAN = re.compile("工作计划|工作要点|实施方案|工作安排|年度计划|行动计划|工作方案|work plan", re.I)
LAST_YEAR = re.compile("去年|上年|截至|目前|累计")
SO_FAR = re.compile("目前|截[至止]|现已|至今")  # with a flow: all that came until then
OPENING = 400  # characters in which a report says since when it counts


def report_basis(folded: str, title: str, year: str) -> str:
    """Returns the basis of figures that say nothing: of a plan, of several years, of a year, or since a beginning."""
    if PLAN.search(title):
        return "expected"
    annual = year and re.search(rf"{year}(?!年[0-9])", title)
    since = re.search("(?<!今年)(?<!年初)以来|(?<![一半])年来", folded[:OPENING])
    return "cumulative" if "/" in year or since and not annual else "in_period"


def last_end(pattern: re.Pattern, text: str) -> int:
    return max((m.end() for m in pattern.finditer(text)), default=-1)


def basis_of(
    context: Context, table: str, measure: str, stage: str, known: Vocabulary, usual: str, dated: bool
) -> tuple[str, float]:
    """Returns the basis and how sure it is; `dated` where the sentence prints the period of the figure.

    Where no word says it, a stock (a measure whose rows are not added up) stands as of a day, a flow on the basis
    of the report. 目前 before a flow means all that came so far.
    """
    before = NOT_PLANS.sub("", context.before)
    near = NOT_PLANS.sub("", context.before[-30:]) + " " + context.near_after
    patterns = alternatives("basis")
    planned = [m.end() for m in patterns["expected"].finditer(before)]
    done = [m.end() for m in DONE.finditer(before)]
    if stage == "budgeted" and not (dated and "确定" in before) or (planned and not (done and done[-1] > planned[-1])):
        return "expected", 0.8
    stock = table != "funds" and known.aggregation.get(measure, "sum") != "sum"
    summed, within = last_end(patterns["cumulative"], before), last_end(patterns["in_period"], before)
    if summed > within and not stock:
        return "cumulative", 0.8
    if usual == "expected" and not (DONE.search(before) or LAST_YEAR.search(before)):
        return "expected", 0.6
    if patterns["in_period"].search(near) and not (stock and known.basis.get(measure) == "as_of"):
        return "in_period", 0.7
    if patterns["as_of"].search(near):
        return ("cumulative", 0.6) if not stock and SO_FAR.search(near) else ("as_of", 0.7)
    if stock:
        return "as_of" if measure.startswith("other_") else known.basis.get(measure, "as_of"), 0.6
    return ("in_period", 0.6) if dated else (usual, 0.5)
