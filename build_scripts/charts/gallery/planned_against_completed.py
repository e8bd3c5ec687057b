"""How much of the planned investment has been completed? Projects with both figures from the same kind of money.

Nationally the largest plans, and those of each pairing (rules in views/plans.py).
"""

import altair as alt
import pandas as pd

from build_scripts.charts.encodings import amounts, shades, tips
from build_scripts.charts.rows import in_rows
from build_scripts.charts.statements import bare_time, remarked, statement
from build_scripts.charts.theme import BAR, ROLES
from build_scripts.labels import word
from build_scripts.labels.names import Names
from build_scripts.labels.numbers import show_percent
from build_scripts.views.model import Views
from build_scripts.views.plans import Plan, plans

KEY = "planned"
MOST = 12
STATES = {"planned": "provider-wash", "completed": "provider"}  # in the order of the stages


def frame(views: Views, names: Names) -> pd.DataFrame:
    """Returns two rows a project, planned before completed: of the whole ledger, then of each pairing."""
    found = plans(views)
    pairings = dict.fromkeys(plan.pairing_id for plan in found if plan.pairing_id)
    charts = [("planned-against-completed", (), found)] + [
        (f"planned-against-completed.{key}", ("pairing", key), [p for p in found if p.pairing_id == key])
        for key in pairings
    ]
    return pd.DataFrame([
        {"chart": chart, "of": of, **row(plan, what, names)}
        for chart, of, group in charts for plan in group[:MOST] for what in STATES
    ])  # fmt: skip


def row(plan: Plan, what: str, names: Names) -> dict:
    words = {"project": names.project_within(plan.project_id), "what": word(names.lang, f"charts.planned.{what}")}
    claim = getattr(plan, what)
    return statement(claim, names) | words | {"times": bare_time(claim, names), "told": remarked(claim, names),
                                        "is_unstated": claim.fund_source == "not_stated"}  # fmt: skip


def said(data: pd.DataFrame, names: Names) -> dict:
    planned, completed = data.iloc[0], data.iloc[1]
    return {"project": planned["project"], "planned": planned["told"], "completed": completed["told"],
            "planned_when": planned["times"], "completed_when": completed["times"],
            "kind": word(names.lang, "charts.planned.unstated") if planned["is_unstated"] else "",
            "share": show_percent(completed["amount"] / planned["amount"] * 100, 0), "n": len(data) // 2, "most": MOST,
            "claims": planned["claims"] + completed["claims"]}  # fmt: skip


def chart(data: pd.DataFrame, words: dict, width: int) -> alt.LayerChart:
    color = shades(data, "what", STATES, width, words)
    both = data.groupby("project", sort=False)["figure"].transform(" → ".join)

    def draw(base: alt.Chart, span: list[float], place: dict) -> alt.LayerChart:
        x = amounts(span, stack=None)
        plan = base.transform_filter(alt.datum.what == words["planned"])
        return alt.layer(
            base.mark_bar(size=BAR, **place).encode(x=x, color=color, tooltip=tips(words)),
            plan.mark_tick(size=BAR + 4, thickness=2, color=ROLES["ink"], **place).encode(x=x, tooltip=tips(words)),
        )

    return in_rows(data.assign(figure=both), width, draw, label="project", together=True)
