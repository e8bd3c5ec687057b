"""What has been printed of a pairing's money, over which months, at which stage?

One segment a statement over its own months, the printed amount beside it: nothing is added, annualised or drawn as a
share of something else. Drawn where a pairing has totals at two stages, from three statements.
"""

import altair as alt
import pandas as pd

from build_scripts.charts.rows import labels, timeline
from build_scripts.charts.statements import statement
from build_scripts.charts.theme import shades
from build_scripts.labels import word
from build_scripts.labels.names import Names
from build_scripts.views.model import Claim, Views
from build_scripts.views.periods import year_span
from build_scripts.views.statements import money_statements

KEY = "money_by_stage"
STAGES = {"budgeted": "c6", "agreed": "c5", "allocated": "blue", "disbursed": "heat-3",
          "received": "provider", "spent": "c4"}  # fmt: skip


def frame(views: Views, names: Names) -> pd.DataFrame:
    """Returns a row a statement, by source of money, then by the time at which it begins."""
    return pd.DataFrame([
        {"chart": f"money-by-stage.{key}", "of": ("pairing", key),
         "money": names.code("funds", "fund_source", claim.fund_source), **row(claim, names)}
        for key, claims in money_statements(views).items() for claim in claims
    ])  # fmt: skip


def row(claim: Claim, names: Names) -> dict:
    """Returns the statement; one on a project names it."""
    found = statement(claim, names)
    whose = f"{names.project(claim.subject_id)} · " if claim.subject_kind == "project" else ""
    return found | {"what": whose + found["what"]}


def said(data: pd.DataFrame, names: Names) -> dict:
    first = data[data["money"] == data["money"].iloc[0]]
    last = first.loc[first["period"].map(lambda period: year_span(period)[1]).idxmax()]
    listed = word(names.lang, "charts.list_semicolon").join(data["what"] + " " + data["stage"] + " " + data["figure"])
    basis = word(names.lang, "charts.list_comma") + last["basis"] if last["basis"] else ""  # 累计 is never dropped
    period = names.period(last["period"]) + basis
    return {**last[["figure", "what", "stage", "claims"]], "period": period, "n": len(data),
            "pairing": data["subject"].iloc[0], "list": listed}  # fmt: skip


def stage_roles(data: pd.DataFrame) -> dict[str, str]:
    """Returns the colour of each stage, in the order of the stages."""
    words = dict(zip(data["code"], data["stage"], strict=True))
    return {words[stage]: role for stage, role in STAGES.items() if stage in words}


def chart(data: pd.DataFrame, words: dict, width: int) -> alt.FacetChart:
    data = data.assign(label=labels(words, data["what"], data["stage"], data["when"], data["basis"]))
    data = data.assign(heading=data["money"].map(lambda source: words["heading"].format(source=source)))
    return timeline(data, width, words, shades(data, "stage", stage_roles(data), width), section="heading")
