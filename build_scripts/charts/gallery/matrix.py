"""Which provinces are paired with which? Pairings of all levels by provider and recipient province.

A pair that an arrangement names and of which no pairing has been read is hatched; a cell without either stays empty.
Beside each stands the best-known figure of the latest round with one, at its stage. Two units of one province
(省内对口帮扶) are not in it, nor pairings whose ends lie in no single province.
"""

import altair as alt
import pandas as pd

from build_scripts.charts.encodings import inline, tips
from build_scripts.charts.text import width_of
from build_scripts.charts.theme import HATCHED, NARROW, ROLES, TINY
from build_scripts.labels import word
from build_scripts.labels.names import Names
from build_scripts.views.best_flows import latest_round
from build_scripts.views.edges import Flow
from build_scripts.views.model import Views
from build_scripts.views.places import province_pairs

KEY = "matrix"
STEPS, SHADES = [5, 20, 50], ["heat-1", "heat-2", "heat-3", "heat-5"]  # pairings from which a cell is darker


def frame(views: Views, names: Names) -> pd.DataFrame:
    """Returns a row a pair of provinces with a pairing or an arrangement."""
    pairs, best = province_pairs(views.ends, views.places), latest_round(views.flows)
    arranged = {pair for pair in pairs_in_scope(views) if pair not in pairs}
    return pd.DataFrame([
        {"chart": "matrix", "provider": names.province(pair[0]), "recipient": names.province(pair[1]),
         "pairings": pairs[pair], **known(best.get(pair), views.today, names)}
        for pair in sorted({*pairs, *arranged})
    ])  # fmt: skip


def pairs_in_scope(views: Views) -> set[tuple[str, str]]:
    """Returns the pairs of provinces that an arrangement of a round names, by themselves or by places within."""
    rows = views.tables["programme_scope"][["provider_place_id", "recipient_place_id"]].itertuples(index=False)
    pairs = {tuple(views.places.province_of(place) for place in row) for row in rows}
    return {pair for pair in pairs if all(pair) and pair[0] != pair[1]}


def known(flow: Flow | None, today: str, names: Names) -> dict:
    """Returns the best-known figure of a pair with its stage and round; nothing printed where none is known."""
    if flow is None:
        none = {"period": None, "stage": "", "fund_source": "", "claims": ()}
        return none | {"figure": word(names.lang, "charts.not_printed")}
    return {"period": flow.period_key + (today[:4] if flow.period_key.endswith("/") else ""),
            "stage": names.code("funds", "stage", flow.stage), "claims": flow.claims,
            "fund_source": names.code("funds", "fund_source", flow.fund_source),
            "figure": names.value(flow.value, "cny", flow.qualifier)}  # fmt: skip


def said(data: pd.DataFrame, names: Names) -> dict:
    numbers = data["pairings"].astype(int)
    top, read, unread = data.loc[numbers.idxmax()], data[numbers > 0], int((numbers == 0).sum())
    note = word(names.lang, "charts.matrix.note")
    return {**top[["provider", "recipient"]], "n": top["pairings"], "all": data["pairings"].sum(), "pairs": len(read),
            "providers": read["provider"].nunique(), "recipients": read["recipient"].nunique(),
            "note": note + (word(names.lang, "charts.matrix.note_unread", n=unread) if unread else "")}  # fmt: skip


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
    unread = base.transform_filter("datum.pairings === 0").mark_rect(stroke=ROLES["axis"], color=ROLES[HATCHED])
    read = base.transform_filter("datum.pairings > 0")
    numbers = read.mark_text(fontSize=TINY).encode(text=alt.Text("pairings:Q"), color=ink)
    room = max(width_of(name, TINY) for name in data["recipient"]) + 12
    return alt.layer(cells, unread, numbers, data=inline(data), width=width - room, height=alt.Step(20 + width // 180))
