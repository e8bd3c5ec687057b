"""Which pairings have money, stage by stage, over which time? The largest sums of fiscal assistance at one level.

A stage is a section; all share one scale, and each sum names the time it covers. Pairings of provinces, cities and
counties are drawn apart: the larger one may hold the money of the smaller.
"""

import altair as alt
import pandas as pd

from build_scripts.charts.encodings import labels
from build_scripts.charts.rows import bars
from build_scripts.charts.statements import as_many, bare_times, low_words, remark_on_all, told
from build_scripts.labels import word
from build_scripts.labels.names import Names
from build_scripts.labels.remarks import JUDGED_MARK, marks_on_sum
from build_scripts.views.model import Total, Views

KEY = "money_by_pairing"
LEVELS = ("province", "city", "county")
MOST, FEWEST = 5, 2  # pairings a stage; totals that make a chart
LOW = "†"  # of a source of the lowest reliability
SIGNS = {f"[{JUDGED_MARK}]": "charts.money_by_pairing.judged_sign", LOW: "charts.money_by_pairing.low_sign"}


def frame(views: Views, names: Names) -> pd.DataFrame:
    """Returns a row a stage and pairing, the largest sums of each stage."""
    totals = [t for t in views.totals if t.subject_kind == "pairing" and t.what.startswith("money:fiscal_assistance:")]
    found = pd.DataFrame([row(total, views, names) for total in totals if total.included])
    if found.empty:
        return found
    found = found[found["level"].isin(LEVELS) & (found.groupby("level")["level"].transform("size") >= FEWEST)]
    found = found.assign(n=found.groupby(["level", "stage"])["level"].transform("size"))
    stages = [*names.codes("funds", "stage").values()]
    order = {"level": LEVELS.index, "stage": stages.index, "amount": lambda amount: -amount}
    found = found.sort_values([*order, "pairing"], key=lambda c: c.map(order.get(c.name, str)))
    return found.groupby(["level", "stage"], sort=False).head(MOST)


def row(total: Total, views: Views, names: Names) -> dict:
    claims = [views.claims[key] for key in total.included]
    level, stage = names.pairings[total.subject_id]["level"], total.what.rpartition(":")[2]
    pairing, figure = names.pairing(total.subject_id), names.value(total.value, total.unit, total.qualifier)
    when, low = bare_times(claims, names), low_words(claims, names)
    remark = remark_on_all(claims, names) + low
    marked = when + marks_on_sum(claims, names.lang) + (LOW if low else "")
    return {"chart": f"money-by-pairing.{level}", "level": level, "pairing": pairing,
            "term": names.term(total.subject_id), "stage": names.code("funds", "stage", stage),
            "covers": marked, "period_words": when + remark, "amount": total.value, "figure": figure,
            "claims": total.included, "said": told(pairing, when, stage, figure, names, remark)}  # fmt: skip


def said(data: pd.DataFrame, names: Names) -> dict:
    counts = data.drop_duplicates("stage")["n"].sum()
    signs = "".join(word(names.lang, SIGNS[sign]) for sign in SIGNS if data["covers"].str.contains(sign).any())
    by_turns = data.assign(turn=data.groupby("stage").cumcount()).sort_values("turn", kind="stable")  # stages alike
    return {"level": names.code("pairings", "level", data["level"].iloc[0]), "n": counts, "most": MOST,
            "drawn": len(data), "list": as_many(by_turns["said"], names),
            "signs": signs + word(names.lang, "charts.money_by_pairing.apart_sign")}  # fmt: skip


def chart(data: pd.DataFrame, words: dict, width: int) -> alt.FacetChart:
    label = labels(words, data["pairing"], data["covers"])
    heading = [words["heading"].format(stage=stage, n=n) for stage, n in zip(data["stage"], data["n"], strict=True)]
    return bars(data.assign(label=label, heading=heading), width, words, section="heading", share_x=True)
