"""Which province's money goes to which province? A diagram a period of the best-known figures, and one a stage.

Flows are those of views/best_flows.py (East–West programmes), their shapes those of views/ribbons.py. A pair of
provinces without a figure to draw is a hatched thread: unknown, never zero; one of which a far larger figure
is not drawn is a thread of its own. What is added up from cities and
counties has a shade of its own and says whose figures it adds. A name carries a sum only where all that is added is
of one stage and one source of money, and printed of the provinces themselves.
"""

import altair as alt
import pandas as pd

from build_scripts.charts import flow_words
from build_scripts.charts.encodings import filled, inline, shades, tips
from build_scripts.charts.text import width_of
from build_scripts.charts.theme import NARROW, ROLES, SIZE
from build_scripts.labels import word
from build_scripts.labels.names import Names
from build_scripts.views.best_flows import best_flows, best_round, flow_name, flows_of_kinds
from build_scripts.views.edges import Flow
from build_scripts.views.model import Views
from build_scripts.views.pair_sums import local_sums, pair_sums
from build_scripts.views.ribbons import ribbon_frames

KEY = "flow"
EDGE = {"stroke": ROLES["paper"], "strokeWidth": 0.7}  # where ribbons cross, neither takes the other's colour
STATES = {"complete": "provider", "incomplete": "heat-3", "local": "heat-2", "outside": "muted", "unknown": "unknown"}


def frame(views: Views, names: Names) -> pd.DataFrame:
    """Returns a row a flow; the best-known round stands once more as `flow`, for where one is shown."""
    periods, sums = best_flows(views.flows), (pair_sums(views), local_sums(views))
    charts = [("flow", periods[key]) for key in best_round(periods)]
    charts += [(flow_name(key), flows) for key, flows in periods.items()]
    charts += [(flow_name(*kind), flows) for kind, flows in flows_of_kinds(views.flows).items()]
    return pd.DataFrame([
        row(chart, flow, views, sums, names) | found | {"pairs": len(periods[flow.period_key])}
        for chart, flows in charts for found in [flow_words.finding_of(flows, views, names)] for flow in flows
    ])  # fmt: skip


def row(chart: str, flow: Flow, views: Views, sums: tuple[dict, dict], names: Names) -> dict:
    nothing, basis = word(names.lang, "charts.not_printed"), flow_words.basis_words(flow, names, views.claims)
    others = flow_words.beside(chart, flow, *sums, views.today)
    state = flow_words.state_of(flow, others, views.claims)
    return {
        "chart": chart,
        "provider": names.province(flow.provider_province), "recipient": names.province(flow.recipient_province),
        "period": flow.period_key + (views.today[:4] if flow.period_key.endswith("/") else ""),
        "stage": names.code("funds", "stage", flow.stage), "amount": flow.value,
        "fund_source": names.code("funds", "fund_source", flow.fund_source),
        "figure": names.value(flow.value, "cny", flow.qualifier) if flow.value is not None else nothing,
        "state": word(names.lang, f"charts.flow.{state}"), "drawn": state,
        "other": bool(others),
        "basis": flow_words.with_beside(basis, others, names),
        "claims": flow.claims, "years": flow_words.covered(flow, views, names),
    }  # fmt: skip


def said(data: pd.DataFrame, names: Names) -> dict:
    top, kinds = data.iloc[0], data.loc[data["amount"].notna(), ["fund_source", "stage"]].drop_duplicates()
    kinds = kinds.assign(stage=kinds["stage"].str.lower())
    kind = word(names.lang, "charts.flow.kind", **kinds.iloc[0]) if len(kinds) == 1 else ""
    stage = kind or word(names.lang, "charts.flow.each_round" if "/" in top["period"] else "charts.flow.each")
    words = flow_words.counts_of(data) | {"stage": stage, "stage_lower": stage.lower(), "span": top["period"],
                                          "period": names.period(top["period"])}  # fmt: skip
    return {**words, "title": flow_words.title_of(data, words, names), "claims": top["behind"],
            "note": flow_words.note_of(top["chart"], words, names)}  # fmt: skip


def chart(data: pd.DataFrame, words: dict, width: int) -> alt.LayerChart:
    curves, nodes = ribbon_frames(flow_words.ribbons_of(data, words))
    nodes = nodes.assign(words=flow_words.words_of(nodes, words["lang"], width / 3))
    room = max(width_of(line, SIZE) for ends in nodes["words"] for line in ends.split("\n")) + 18
    x = alt.X("across:Q", axis=None, scale=alt.Scale(domain=[0, 1], range=[room, width - room], nice=False))
    y = alt.Y("upper:Q", axis=None, scale=alt.Scale(domain=[0, 1], reverse=True, nice=False))
    flows = alt.LookupData(data=inline(data.assign(key=data.index)), key="key", fields=[*words["columns"], "state"])
    bands = alt.Chart(inline(curves)).transform_lookup("key", from_=flows).mark_area(opacity=1, **EDGE).encode(
        x=x, y=y, y2=alt.Y2("lower:Q"), detail=alt.Detail("key:N"), tooltip=tips(words),
        **filled(shades(data, "state", STATES, width, words), edge=ROLES["paper"]),
    )  # fmt: skip
    middle, words_at, layers = alt.Y("middle:Q", axis=None), alt.Text("words:N"), [bands]
    for side, role, align, out in (("start", "provider", "right", -1), ("end", "recipient", "left", 1)):
        ends = alt.Chart(inline(flow_words.ends_of(nodes, side)))
        layers += [
            ends.mark_bar(size=6, xOffset=3 * out, color=ROLES[role]).encode(x=x, y=y, y2=alt.Y2("lower:Q")),
            ends.mark_text(align=align, dx=9 * out, dy=-4, lineHeight=15).encode(x=x, y=middle, text=words_at),
        ]
    return alt.layer(*layers).properties(width=width, height=width * (1.6 if width == NARROW else 0.8))
