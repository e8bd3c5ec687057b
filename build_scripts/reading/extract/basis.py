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
from build_scripts.reading.extract.vocabulary import Vocabulary, words

NOT_PLANS = re.compile(r"《[^》]*》|“[^”]{0,12}计划”|雨露计划|培训计划|规划项目|工作计划")
PLAN = re.compile("工作计划|工作要点|实施方案|工作安排|年度计划|行动计划|工作方案|work plan", re.I)
OPENING = 400  # characters in which a report says since when it counts
CLAUSE = re.compile("[,，。;；:：、]")
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


def basis_of(
    context: Context, table: str, measure: str, stage: str, known: Vocabulary, usual: str, clues: Clues
) -> tuple[str, float]:
    """Returns the basis of a figure and how sure it is."""
    before = NOT_PLANS.sub("", context.before)
    stock = table != "funds" and is_stock(measure, known)
    if is_expected(before, context, stage, usual, clues):
        return "expected", 0.8
    said = {key: last_end(key, before) for key in ("cumulative", "until", "in_period")}
    clause = f"{CLAUSE.split(context.before)[-1]}#{context.found.unit}{context.near_after[:10]}"
    nearest = max(said, key=said.get)
    if pattern("made").search(clause) and not (stock and pattern("stands").search(clause)):
        return ("cumulative", 0.7) if nearest == "cumulative" and said[nearest] >= 0 else (flow(usual, clues), 0.7)
    if pattern("stands").search(clause):
        return ("cumulative" if table == "funds" else "as_of"), 0.7
    if said[nearest] >= 0 and nearest == "cumulative" and not stock:
        return "cumulative", 0.8
    if nearest == "until" and said[nearest] >= 0 or clues.is_until:
        return ("cumulative" if table == "funds" else "as_of"), 0.8
    follows = context.found.kind in FOLLOWERS or measure in RATES
    if follows and clues.before:
        return clues.before, 0.6
    if stock:
        return "as_of", 0.6
    if follows or said[nearest] >= 0 and nearest == "in_period":
        return "in_period", 0.7
    return flow(usual, clues), 0.5


def flow(usual: str, clues: Clues) -> str:
    """Returns the basis of what was done: of the report, or of the one year that its sentence names."""
    return "in_period" if clues.is_one_year or usual == "expected" else usual


def is_stock(measure: str, known: Vocabulary) -> bool:
    """True for a measure that is counted on a day: listed in basis.yaml, or not listed and not added up."""
    return measure in words("basis")["stocks"]


def is_expected(before: str, context: Context, stage: str, usual: str, clues: Clues) -> bool:
    """True for what a plan, a heading of plans, a later year or a word of the sentence says of the time to come."""
    planned, done = last_end("expected", before), max(last_end("done", before), last_end("until", before))
    if planned > done:
        return True
    if stage == "budgeted" and done < 0:
        return not ("确定" in before and clues.is_one_year)
    if pattern("expected_after").match(context.near_after):
        return True
    headed = any(pattern("plans").search(heading) for heading in clues.headings)
    return done < 0 and (headed or clues.is_later or usual == "expected")
