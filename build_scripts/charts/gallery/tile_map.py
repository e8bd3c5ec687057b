"""Which part does each province play? A tile a province, its place only roughly that on a map; no borders are drawn.

The tile says whether the province's places provide, receive or both, and in how many pairings of the ledger across
provinces. A province without any has no tile.
"""

import altair as alt
import pandas as pd

from build_scripts.charts.encodings import inline, shades, tips
from build_scripts.charts.theme import NARROW, ROLES, SMALL, TINY
from build_scripts.labels import word
from build_scripts.labels.names import Names
from build_scripts.views.model import Views
from build_scripts.views.places import province_pairs

KEY = "tiles"
TILES = (  # a row of tiles a line
    "------ ------ ------ ------ ------ ------ 230000",
    "650000 ------ ------ 150000 ------ ------ 220000",
    "630000 620000 640000 140000 110000 120000 210000",
    "540000 510000 610000 410000 130000 370000 ------",
    "------ ------ 500000 420000 340000 320000 310000",
    "------ 530000 520000 430000 360000 330000 ------",
    "------ ------ 450000 440000 350000 710000 ------",
    "------ ------ 460000 820000 810000 ------ ------",
)
PLACES = {code: (x, y) for y, line in enumerate(TILES) for x, code in enumerate(line.split()) if code != "------"}
WASH = {"provider": "provider-wash", "recipient": "recipient-wash"}


def frame(views: Views, names: Names) -> pd.DataFrame:
    """Returns a row a province and role; a province without a pairing across provinces has none."""
    pairs = province_pairs(views.ends, views.places)
    if not pairs:
        return pd.DataFrame()
    counts = {role: {p: sum(n for pair, n in pairs.items() if pair[i] == p) for p in PLACES}
              for i, role in enumerate(("provider", "recipient"))}  # fmt: skip
    rows = [(province, role) for province in PLACES for role in counts if counts[role][province]]
    return pd.DataFrame([
        {"chart": "tile-map", "province": names.place(p) or tile_name(p, names.lang).replace("\n", ""),
         "code": p, "part": role, "role": word(names.lang, f"charts.tiles.{role}"),
         "pairings": counts[role][p]}
        for p, role in rows
    ])  # fmt: skip


def tile_name(province: str, lang: str) -> str:
    """Returns the short name on a tile; a line break where it needs two lines."""
    return word(lang, f"charts.tile_names.p{province}")


def said(data: pd.DataFrame, names: Names) -> dict:
    counts = data.groupby("part").size()
    return {"providers": counts.get("provider", 0), "recipients": counts.get("recipient", 0)}


def chart(data: pd.DataFrame, words: dict, width: int) -> alt.LayerChart:
    parts, part = data.groupby("code")["code"].transform("size"), data.groupby("code").cumcount()
    x, y = ([float(PLACES[code][i]) for code in data["code"]] for i in (0, 1))
    left = pd.Series(x) + part * 0.94 / parts
    data = data.assign(left=left, right=left + 0.94 / parts, top=y, foot=[each + 0.94 for each in y], first=part == 0,
                       middle=[each + 0.47 for each in x], centre=left + 0.47 / parts,
                       tile=[tile_name(code, words["lang"]) for code in data["code"]])  # fmt: skip
    side = min(width, 560)
    columns, lines = max(x) + 1 - min(x), max(y) + 1 - min(y)
    across = alt.Scale(domain=[min(x), max(x) + 1], nice=False)
    down = alt.Scale(domain=[min(y), max(y) + 1], reverse=True, nice=False)
    base = alt.Chart().encode(y=alt.Y("top:Q", scale=down, axis=None))
    roles = {words[role]: colour for role, colour in WASH.items()}
    place = alt.X("left:Q", scale=across, axis=None)
    ink = alt.Color("part:N", scale=alt.Scale(domain=list(WASH), range=[ROLES[r] for r in WASH]), legend=None)
    size = TINY if width == NARROW and words["lang"] == "en" else SMALL
    return alt.layer(
        base.mark_rect().encode(x=place, x2=alt.X2("right:Q"), y2=alt.Y2("foot:Q"), tooltip=tips(words),
                                color=shades(data, "role", roles, width)),
        base.transform_filter("datum.first").mark_text(fontSize=size, lineHeight=size + 1, baseline="top", dy=5).encode(
            x=alt.X("middle:Q", scale=across, axis=None), text=alt.Text("tile:N")),
        base.mark_text(fontSize=SMALL, baseline="bottom", dy=-3).encode(
            x=alt.X("centre:Q", scale=across, axis=None), y=alt.Y("foot:Q", scale=down, axis=None),
            text=alt.Text("pairings:Q"), color=ink),
        data=inline(data),
    ).resolve_scale(color="independent").properties(width=side, height=side * lines / columns)  # fmt: skip
