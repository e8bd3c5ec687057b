"""Which provinces are paired with which? Pairings of all levels by provider and recipient province.

Two units of one province (省内对口帮扶) are not in it, nor pairings whose ends lie in no single province.
"""

import altair as alt
import pandas as pd

from build_scripts.charts.text import width_of
from build_scripts.charts.theme import NARROW, ROLES, TINY, inline, tips
from build_scripts.labels.names import Names
from build_scripts.views.model import Views
from build_scripts.views.places import province_pairs

KEY = "matrix"
STEPS, SHADES = [5, 20, 50], ["heat-1", "heat-2", "heat-3", "heat-5"]  # pairings from which a cell is darker


def frame(views: Views, names: Names) -> pd.DataFrame:
    """Returns a row a pair of provinces."""
    pairs = sorted(province_pairs(views.ends, views.places).items())
    return pd.DataFrame([
        {"chart": "matrix", "of": (), "provider": names.province(provider), "recipient": names.province(recipient),
         "pairings": n, "claims": ()}
        for (provider, recipient), n in pairs
    ])  # fmt: skip


def said(data: pd.DataFrame, names: Names) -> dict:
    top = data.loc[data["pairings"].astype(int).idxmax()]
    return {**top[["provider", "recipient"]], "n": top["pairings"], "all": data["pairings"].sum(), "pairs": len(data),
            "providers": data["provider"].nunique(), "recipients": data["recipient"].nunique()}  # fmt: skip


def chart(data: pd.DataFrame, words: dict, width: int) -> alt.LayerChart:
    upright = {"labelExpr": "split(datum.label, '')", "labelAngle": 0, "labelLineHeight": TINY + 1,
               "labelPadding": (TINY + 1) * (data["provider"].str.len().max() - 1) + 3}  # fmt: skip
    turned = {"labelAngle": -90} if words["lang"] != "zh" else upright if width == NARROW else {"labelAngle": 0}
    plain = {"title": None, "domain": False, "ticks": False}
    columns = alt.Axis(orient="top", labelColor=ROLES["provider"], **plain, **turned)
    base = alt.Chart().encode(
        x=alt.X("provider:N", sort=None, axis=columns), tooltip=tips(words),
        y=alt.Y("recipient:N", sort=None, axis=alt.Axis(labelColor=ROLES["recipient"], **plain)),
    )  # fmt: skip
    shade = alt.Scale(type="threshold", domain=STEPS, range=[ROLES[role] for role in SHADES])
    ink = alt.when(alt.datum.pairings >= STEPS[-1]).then(alt.value(ROLES["paper"])).otherwise(alt.value(ROLES["ink"]))
    cells = base.mark_rect(stroke=ROLES["paper"]).encode(alt.Color("pairings:Q", scale=shade, legend=None))
    numbers = base.mark_text(fontSize=TINY).encode(text=alt.Text("pairings:Q"), color=ink)
    room = max(width_of(name, TINY) for name in data["recipient"]) + 12
    return alt.layer(cells, numbers, data=inline(data), width=width - room, height=alt.Step(20 + width // 180))
