"""How much did each pair of provinces publish, year by year? One small panel a pair, all on one scale.

The best-known figure of each single year (views/flow_years.py), its stage marked on it; paler where it covers some
months, or is a sum of cities and counties. A year in which a pair was joined and of which no stage has a figure is
hatched at the foot, never zero; one in which nothing joined it stays empty.
"""

import altair as alt
import pandas as pd

from build_scripts.charts.encodings import filled, inline, shades, stage_marks, tips, years_axis
from build_scripts.charts.flow_rows import best_known
from build_scripts.charts.statements import nothing_read
from build_scripts.charts.theme import NARROW, ROLES
from build_scripts.labels import word
from build_scripts.labels.names import Names
from build_scripts.views.edges import Flow, edges_by_pair
from build_scripts.views.flow_years import flows_by_year
from build_scripts.views.latest_year import is_of_level
from build_scripts.views.model import Views
from build_scripts.views.windows import is_printed_early

KEY = "money_by_year"
STATES = {"whole": "provider", "level": "blue", "part": "heat-3", "local": "heat-2", "unread": "unknown"}
FOOT, HEIGHT = 6, 90  # of a year that is not whole, of a panel
SCALES = {"zh": "datum.value / 1e8 + ' 亿元'", "en": "'CNY ' + datum.value / 1e9 + ' bn'"}


def frame(views: Views, names: Names) -> pd.DataFrame:
    """Returns a row a pair and year in which it was joined or has a figure; the pair with the largest figure first."""
    pairs = flows_by_year(views.flows, edges_by_pair(views.tables["pairings"], views.places, views.ends))
    return pd.DataFrame([
        {"chart": "money-by-year", "pairing": " → ".join(map(names.province, pair)),
         **row(f"{year:04d}", flow, views, names)}
        for pair, years in sorted(pairs.items(), key=lambda item: -max(flow.value for flow in item[1].values() if flow))
        for year, flow in years.items()
    ])  # fmt: skip


def row(year: str, flow: Flow | None, views: Views, names: Names) -> dict:
    state = state_of(flow, views) if flow else "unread"
    words = word(names.lang, f"charts.money_by_year.{state}")
    if flow is None:
        return nothing_read(words, year) | {"state": words, "fund_source": ""}
    return best_known(flow, views, names) | {"period": year, "state": words}


def state_of(flow: Flow, views: Views) -> str:
    """Returns what a flow covers: both provinces and the whole year, one level of them alone, some months, places."""
    claims = [views.claims[key] for key in flow.claims]
    if flow.basis == "parts":
        return "local"
    if flow.basis == "province_part" or any(is_printed_early(claim) for claim in claims):
        return "part"
    return "level" if any(is_of_level(claim) for claim in claims) else "whole"


def said(data: pd.DataFrame, names: Names) -> dict:
    whole = data["state"] == word(names.lang, "charts.money_by_year.whole")
    return {"n": data["pairing"].nunique(), "known": int(data["amount"].notna().sum()), "all": len(data),
            "whole": int(whole.sum()), "first": data["period"].min(), "last": data["period"].max()}  # fmt: skip


def chart(data: pd.DataFrame, words: dict, width: int) -> alt.FacetChart:
    columns = 2 if width == NARROW else 4
    room, year = (width - 62) / columns - 16, data["period"].astype(int)
    size, span = room / (year.max() - year.min() + 3) * 0.75, [year.min() - 1, year.max() + 1]
    axis = alt.Axis(tickCount=3, domain=False, ticks=False, labelExpr=SCALES[words["lang"]], title=None)
    color = filled(shades(data, "state", STATES, width, words))
    x = alt.X("year:Q", axis=years_axis(room * 1.6), scale=alt.Scale(domain=span, nice=False))
    base = alt.Chart().encode(x=x, tooltip=tips(words))
    known = base.transform_filter("datum.amount !== null")
    feet = base.transform_filter({"field": "state", "oneOf": [words[each] for each in STATES if each != "whole"]})
    panels = alt.layer(
        known.mark_bar(size=size).encode(y=alt.Y("amount:Q", axis=axis), **color),
        feet.mark_bar(size=size, orient="vertical").encode(y=alt.YValue(HEIGHT), y2=alt.Y2Value(HEIGHT - FOOT),
                                                           **color),
        known.mark_point(size=26, yOffset=-5, color=ROLES["ink"]).encode(
            y="amount:Q", shape=stage_marks(data, width, orient="bottom")),
        width=room, height=HEIGHT,
    )  # fmt: skip
    pairs = alt.Facet("pairing:N", sort=list(dict.fromkeys(data["pairing"])), title=None)
    spacing, rows = {"row": 26, "column": 16}, inline(data.assign(year=year))
    return panels.facet(facet=pairs, columns=columns, spacing=spacing, data=rows).resolve_axis(x="independent")
