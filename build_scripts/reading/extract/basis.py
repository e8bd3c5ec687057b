"""On what basis a figure stands: in the period, cumulative, as of a day, or only expected.

The word that stands nearest before the figure decides, each within its reach: a plan to the end of its sentence or
below its heading, 截至 and 累计 to the end of theirs, a verb (建成, 新增) in its own clause. Where no word says it, a
stock stands as of a day, a share on the basis of what it is a share of, a flow on the basis of the report.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from build_scripts.reading.extract.context import Context
from build_scripts.reading.extract.vocabulary import words

NOT_PLANS = re.compile(r"《[^》]*》|“[^”]{0,12}计划”|雨露计划|培训计划|规划项目|工作计划")
PLAN = re.compile("工作计划|工作要点|实施方案|工作安排|年度计划|行动计划|工作方案|work plan", re.I)
OPENING = 400  # characters in which a report says since when it counts
CLAUSE = re.compile("[,，。;；:：、]")
UNTIL_AFTER = re.compile(r"^ (?:by the end of|by [A-Z][a-z]+ [0-9]{4})")
NEW = re.compile("新增|新引|新建|新发")
PROBLEM = re.compile("问题|不足|困难")
FOLLOWERS = ("percent", "ratio")
RATES = ("wage_monthly", "dividend_household", "income_per_household", "income_per_person")


@dataclass(frozen=True)
class Clues:
    """What is known beside the sentence: its headings' words, its date, and the basis of the figure before it."""

    headings: tuple[str, ...] = ()
    is_later: bool = False  # the date of the figure lies after the report's year
    is_one_year: bool = False  # a plain date of the sentence, neither since nor until
    is_until: bool = False  # the sentence stands under 截至
    before: str = ""  # basis of the figure before it in the sentence
    is_listed: bool = False  # it follows that figure behind 、 or 其中
    introduction: str = ""  # the 。-sentence up to the piece between semicolons in which the figure stands


def report_basis(folded: str, title: str, year: str) -> str:
    """Returns the basis of figures that say nothing: of a plan, of several years, of a year, or since a beginning."""
    if PLAN.search(title):
        return "expected"
    annual = year and re.search(rf"{year}(?!年[0-9])", title)
    since = re.search("(?<!今年)(?<!年初)以来|(?<![一半])年来", folded[:OPENING])
    return "cumulative" if "/" in year or since and not annual else "in_period"


@cache
def pattern(key: str) -> re.Pattern:
    """Returns one list of basis.yaml as a pattern, longer words first."""
    return re.compile("|".join(sorted(words("basis")[key], key=len, reverse=True)), re.I)


def last_end(key: str, text: str) -> int:
    return max((m.end() for m in pattern(key).finditer(text)), default=-1)


def basis_of(context: Context, table: str, measure: str, stage: str, usual: str, clues: Clues) -> tuple[str, float]:
    """Returns the basis of a figure and how sure it is."""
    before = NOT_PLANS.sub("", context.before)
    if is_expected(before, context, table, stage, usual, clues):
        return "expected", 0.8
    is_stock = table != "funds" and measure in words("basis")["stocks"]
    clause = f"{CLAUSE.split(context.before)[-1]}#{context.found.unit}{context.near_after[:10]}"
    said = {key: last_end(key, before) for key in ("cumulative", "until", "in_period")}
    nearest = max(said, key=said.get) if max(said.values()) >= 0 else ""
    if nearest == "" and clues.is_until or UNTIL_AFTER.search(context.after):
        nearest = "until"
    standing = bool(pattern("stands").search(clause))
    if "pair" in measure and not NEW.search(clause) and nearest != "cumulative":
        return "as_of", 0.7
    if pattern("made").search(clause) and not (is_stock and standing) and (nearest != "until" or NEW.search(clause)):
        return ("cumulative" if nearest == "cumulative" else flow(usual, clues)), 0.7
    if standing or nearest == "until":
        return ("cumulative" if table == "funds" else "as_of"), 0.8
    if nearest == "cumulative" and not is_stock:
        return "cumulative", 0.8
    return unsaid(context, measure, is_stock, nearest, usual, clues)


def unsaid(context: Context, measure: str, is_stock: bool, nearest: str, usual: str, clues: Clues) -> tuple[str, float]:
    """Returns the basis of a figure of which no word says it: that of its list or whole, of its kind, of the report."""
    follows = context.found.kind in FOLLOWERS or measure in RATES or clues.is_listed and not is_stock
    if follows and clues.before not in ("", "expected"):
        return clues.before, 0.6
    if is_stock or measure.startswith("other_") and not nearest and not clues.before:
        return "as_of", 0.6
    if follows or nearest == "in_period":
        return "in_period", 0.7
    return flow(usual, clues), 0.5


def flow(usual: str, clues: Clues) -> str:
    """Returns the basis of what was done: of the report, or of the one year that its sentence names."""
    return "in_period" if clues.is_one_year or usual == "expected" else usual


def is_expected(before: str, context: Context, table: str, stage: str, usual: str, clues: Clues) -> bool:
    """True for what a plan, a heading of plans, a later year or a word of the sentence says of the time to come."""
    planned, done = last_end("expected", before), max(last_end("done", before), last_end("until", before))
    if planned > done:
        return True
    if stage == "budgeted" and done < 0:
        return not ("确定" in before and clues.is_one_year)
    if pattern("expected_after").match(context.near_after):
        return True
    if table != "funds" and last_end("things", before) > done:
        return True
    headed = any(pattern("plans").search(h) and not PROBLEM.search(h) for h in clues.headings)
    headed |= ":" in clues.introduction and bool(pattern("expected").search(clues.introduction.partition(":")[0]))
    return done < 0 and (headed or clues.is_later or usual == "expected")
