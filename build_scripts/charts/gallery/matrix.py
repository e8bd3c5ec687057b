"""Which provinces are paired with which? Pairings of all levels by provider and recipient province.

A pair that an arrangement names and of which no pairing has been read is hatched; a cell without either stays empty.
Each cell has the best-known figure of the latest round with one, marked with its stage. Two units of one province
(省内对口帮扶) are not in it, nor pairings whose ends lie in no single province.
"""

import altair as alt
import pandas as pd

from build_scripts.charts.encodings import inline, stage_marks, tips
from build_scripts.charts.flow_rows import best_known, east_west_pairs
from build_scripts.charts.text import width_of
from build_scripts.charts.theme import HATCHED, NARROW, ROLES, TINY
from build_scripts.labels import word
from build_scripts.labels.names import Names
from build_scripts.views.best_flows import latest_round
from build_scripts.views.model import Views
from build_scripts.views.places import province_pairs

KEY = "matrix"
UNITS = {"zh": 1e8, "en": 1e9}  # 亿元, billions of yuan
STEPS, SHADES = [5, 20, 50], ["heat-1", "heat-2", "heat-3", "heat-5"]  # pairings from which a cell is darker


def frame(views: Views, names: Names) -> pd.DataFrame:
    """Returns a row a pair of provinces with a pairing or an arrangement."""
    pairs, best = province_pairs(views.ends, views.places), latest_round(views.flows)
    held = east_west_pairs(views) | pairs_in_scope(views)
    return pd.DataFrame([
        {"chart": "matrix", "provider": names.province(pair[0]), "recipient": names.province(pair[1]),
         "pairings": pairs[pair], "flows": pair in held,
         **best_known(best.get(pair), views, names, "not_printed" if pair in held else "no_east_west")}
        for pair in sorted({*pairs, *held})
    ])  # fmt: skip


def pairs_in_scope(views: Views) -> set[tuple[str, str]]:
    """Returns the pairs of provinces that an arrangement of a round names, by themselves or by places within."""
    rows = views.tables["programme_scope"][["provider_place_id", "recipient_place_id"]].itertuples(index=False)
    pairs = {tuple(views.places.province_of(place) for place in row) for row in rows}
    return {pair for pair in pairs if all(pair) and pair[0] != pair[1]}


def said(data: pd.DataFrame, names: Names) -> dict:
    numbers = data["pairings"].astype(int)
    top, read, unread = data.loc[numbers.idxmax()], data[numbers > 0], int((numbers == 0).sum())
    known, note = int(read["amount"].notna().sum()), word(names.lang, "charts.matrix.note")
    return {**top[["provider", "recipient"]], "n": top["pairings"], "all": data["pairings"].sum(), "pairs": len(read),
            "providers": read["provider"].nunique(), "recipients": read["recipient"].nunique(),
            "flows": int(read["flows"].sum()), "known": known, "local": int(read["is_local"].sum()),
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
    numbers = base.transform_filter("datum.pairings > 0").mark_text(fontSize=TINY, dy=-7).encode(
        text=alt.Text("pairings:Q"), color=ink)
    known, is_wide = base.transform_filter("datum.amount !== null"), width > NARROW
    title = {"title": words["unit"], "titleLimit": width} if is_wide else {}
    marks = known.mark_point(size=26, xOffset=-18 if is_wide else 0, yOffset=8).encode(
        shape=stage_marks(data[data["code"].notna()], width, **title), color=ink)
    none = base.transform_filter("datum.pairings > 0 && datum.flows && datum.amount === null").mark_text(
        fontSize=TINY, dy=8, text="–", color=ROLES["muted"])
    money = known.mark_text(fontSize=TINY, dx=-10, dy=8, align="left").encode(text="short:N", color=ink)
    short = data["amount"].astype(float).div(UNITS[words["lang"]]).map("{:.3g}".format)
    short = short.mask(data["is_local"].astype(bool), "(" + short + ")")
    room = max(width_of(name, TINY) for name in data["recipient"]) + 12
    figures = [marks, money] if is_wide else [marks]
    layers = [cells, unread, numbers, none, *(figures if data["code"].notna().any() else [])]  # no scale of no stage
    return alt.layer(*layers, data=inline(data.assign(short=short)), width=width - room, height=alt.Step(34))
