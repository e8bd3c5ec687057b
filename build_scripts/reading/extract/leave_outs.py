"""Which figures are proposed as no row, and why: dates, pages, document numbers, slogans, natural persons."""

from __future__ import annotations

import re
from functools import cache

from build_scripts.reading.extract.context import Context
from build_scripts.reading.extract.draft import Draft
from build_scripts.reading.extract.people import is_of_a_person
from build_scripts.reading.extract.vocabulary import words

TITLE = re.compile(r"《[^》]*$")
BARE_NOUN = re.compile(r"^[\u4e00-\u9fff]{2}")
THOUSANDS = re.compile("【[0-9]{1,3},[0-9]{3}】")
AIMED = re.compile("(?<!发生)率|覆盖面|满意度|增幅|增速|增长|提高到|达到|保持|高于|grow|increase|rate")
AIMED_AFTER = re.compile("以上的?增长| a year")
LONG_NUMBER = 7  # digits without a mark: telephone, identity, article number


@cache
def reasons() -> list[tuple[str, re.Pattern]]:
    return [(reason, re.compile("|".join(listed))) for reason, listed in words("leave_outs").items()]


def leave_out(context: Context, named: list[tuple[int, int]], people: list[tuple[int, int]]) -> str:
    """Returns why a figure is no row: a key of leave_outs.yaml, title, phrase, no_unit or code; "" if it is one.

    `named` are the stretches in which the text names a place: the 六 of 六盘水 counts nothing. `people` are those
    in which it names a person without office: a sum of hers is no row.
    """
    if context.found.han and any(first <= context.found.core < end for first, end in named):
        return "name"
    if is_of_a_person(context, people):
        return "natural_person"
    if context.cell:
        return "" if context.found.unit or context.found.kind else "no_unit"
    if TITLE.search(context.before):
        return "title"
    reason = next((reason for reason, pattern in reasons() if pattern.search(context.window)), "")
    return reason or of_bare_number(context)


def is_plan_rate(draft: Draft, context: Context) -> bool:
    """True for a share that a plan aims at: 覆盖率达到98%; a share of planned money is none."""
    return (
        draft.basis == "expected"
        and context.found.kind == "percent"
        and bool(AIMED.search(context.near_before) or AIMED_AFTER.match(context.near_after))
    )


def of_bare_number(context: Context) -> str:
    """Returns why a number without a unit is no row; 1万多农村青壮年, 3年一亿 and 合计 25 are rows all the same."""
    found = context.found
    if found.unit:
        return "phrase" if found.low is None and found.han and not found.unit and not found.kind else ""
    printed = re.sub(r"[^0-9]", "", context.window.partition("【")[2].partition("】")[0])
    if len(printed) >= LONG_NUMBER and found.low is not None and found.low % 100:
        return "code"
    if found.han and not (found.low is not None and found.low >= 10**8):
        return "phrase"
    if found.low is None or found.low >= 10**4 or found.kind or THOUSANDS.search(context.window):
        return ""
    if re.match(r" (?:of (?:them|these|which)\b|in [A-Z])", context.after) and found.low >= 10:
        return ""
    if re.match(r" (?!of\b|and\b|to\b|in\b)[a-z]{3,}", context.after) and re.search("[a-z(,] $", context.before):
        return ""
    if re.search(r"[合总]计[\s:|]*$", context.before[-6:]):
        return ""
    in_prose = re.search(r"[\u4e00-\u9fff]$", context.before) and BARE_NOUN.match(context.after)
    return "" if in_prose else "no_unit"
