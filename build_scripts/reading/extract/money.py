"""Money: whether a sum is a fund or an observation in yuan, at which stage it stands and whose it is."""

from __future__ import annotations

import re
from dataclasses import replace

from build_scripts.reading.extract.context import Context
from build_scripts.reading.extract.draft import Draft
from build_scripts.reading.extract.vocabulary import alternatives

RATE = re.compile(r"/(?:人|户|亩|月|年|天|吨|斤|公斤)")
OFTEN_LATER = {"spent": 0, "received": 0}  # stages whose verb may follow the sum: 资金1000万元已到位
PLANNED = re.compile("规划|计划|拟|概算|预算|预期")
SCALED = re.compile("[万亿]")


def is_money(context: Context) -> bool:
    """True for yuan, and for 近60亿 whose 元 is left out where the clause speaks of money."""
    found = context.found
    if found.kind == "cny":
        return True
    printed = context.window.partition("【")[2].partition("】")[0]
    spoken = re.search(
        r"投[资入]|资金|产值|税收|收入|销售|捐|贷款|亿(?:元)?$|财政|帮扶规模|总额",
        context.before[-16:] + context.near_after[:4],
    )
    return not found.kind and bool(re.search("[万亿][余多]?$|亿$", printed)) and bool(spoken)


def table_of_money(context: Context) -> tuple[str, float]:
    """Returns funds or observations for a sum: the nearest word of money.yaml before it, then after it, decides."""
    if RATE.search(context.window.partition("【")[2].partition("】")[0]):
        return "observations", 0.9
    patterns = alternatives("money")
    clause = re.split("[。;；]", context.before)[-1][-40:]
    near = clause if re.search(r"[\u4e00-\u9fff]", context.near_before) is None else context.near_before
    for text in (near[-24:], clause, context.near_after[:10]):
        ends = {key: max((m.end() for m in pattern.finditer(text)), default=-1) for key, pattern in patterns.items()}
        if max(ends.values()) >= 0:
            return ("observations" if ends["observation"] > ends["fund"] else "funds"), 0.85
    return "funds", 0.6


def nearest(name: str, context: Context, after: bool = True) -> tuple[str, float]:
    """Returns the key of a vocabulary whose word ends nearest before the sum, else stands right after it."""
    patterns = alternatives(name)
    reach = re.split("[。;；]", context.before)[-1][-60:]
    scored = [(m.end() + len(m.group()) / 4, key) for key, pattern in patterns.items() for m in pattern.finditer(reach)]
    if scored:
        return max(scored)[1], 0.85 if len(reach) - max(scored)[0] < 12 else 0.65
    if after:
        for key, pattern in patterns.items():
            if pattern.search(context.near_after[:14]):
                return key, 0.6
    return "", 0.3


def stage_of(context: Context) -> tuple[str, float]:
    """Returns the stage of a sum; of 到位 or 完成 after it too; allocated where no verb says anything."""
    if (
        context.near_after.startswith("的")
        and re.search("(?<!完成)投资$", context.near_before)
        and "协议" not in context.near_before
    ):
        return "budgeted", 0.7
    late = re.match(r"(?:的)?[^,，。;；]{0,10}?(已?(?:全部|全额)?到位|已?拨付|已?(?:全部)?使用)", context.near_after)
    if late:
        return {"到": "received", "拨": "disbursed", "使": "spent"}[re.sub("[已全部额]", "", late[1])[0]], 0.8
    stage, sure = nearest("stages", context)
    return stage or "allocated", sure


def fund_source_of(context: Context, in_pairing: bool) -> tuple[str, float]:
    """Returns whose money a sum is; of 资金 in a report on a pairing fiscal assistance is likely."""
    source, sure = nearest("fund_sources", context)
    if source:
        return source, sure
    if in_pairing and re.search("资金", context.before[-20:]):
        return "fiscal_assistance", 0.5
    return "not_stated", 0.5


def of_fund(
    context: Context, in_pairing: bool, before: Draft | None, whole: Draft | None
) -> tuple[tuple[str, float], tuple[str, float]]:
    """Returns stage and source of a sum; a part or an item of a list that says neither has those of what it is of.

    Assistance within a total investment is allocated, unless the whole of it is still a plan.
    """
    stage, source = stage_of(context), fund_source_of(context, in_pairing)
    of = whole if whole and whole.table == "funds" else before if before and before.table == "funds" else None
    if of is None or context.cell:
        return stage, source
    own = replace(context, before=context.gap, near_before=context.gap)
    said, named = nearest("stages", own, after=False)[0], nearest("fund_sources", own, after=False)[0]
    late = stage_of(replace(own, before=""))[0] != "allocated"
    if not said and not late:
        built = of.stage == "budgeted" and named and not PLANNED.search(context.sentence)
        stage = ("allocated" if built else of.stage, 0.6)
    if not named:
        source = (of.fund_source, 0.6)
    return stage, source


def planned_stage(stage: str, basis: str, context: Context) -> str:
    """Returns budgeted for money that is only expected to come or to be spent; 安排 says it is allocated."""
    if basis != "expected" or stage not in ("spent", "received", "allocated"):
        return stage
    is_allocated = stage == "allocated" and re.search(
        "安排|下达|配套|列入", context.near_before + context.near_after[:4]
    )
    return stage if is_allocated else "budgeted"
