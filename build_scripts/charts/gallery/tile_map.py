"""Which part does each province play? A tile a province, its place only roughly that on a map; no borders are drawn.

The tile says whether the province's places provide, receive or both, of how many of its pairs of provinces a figure of
money is known, and in how many pairings of the ledger it takes part. A province that never did has no tile. The table
has the best-known figure among its pairs in the latest round with one, with its stage and with whom it is.
"""

import altair as alt
import pandas as pd

from build_scripts.charts.encodings import inline, shades, tips
from build_scripts.charts.flow_rows import east_west_pairs, of_province
from build_scripts.charts.theme import NARROW, ROLES, SMALL, TINY
from build_scripts.labels import word
from build_scripts.labels.names import Names
from build_scripts.views.best_flows import latest_round
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
ENDS, SIDE = ("provider", "recipient"), 0.94  # of a tile, of its place on the diagram
WASH = {"provider": "provider-wash", "recipient": "recipient-wash"}


def frame(views: Views, names: Names) -> pd.DataFrame:
    """Returns a row a province and role; a province without a pairing across provinces has none."""
    pairs, best, held = province_pairs(views.ends, views.places), latest_round(views.flows), east_west_pairs(views)
    return pd.DataFrame([
        {"chart": "tile-map", "province": names.place(p) or tile_name(p, names.lang).replace("\n", ""),
         "tile": p, "part": role, "role": word(names.lang, f"charts.tiles.{role}"), "pairings": sum(own.values()),
         **of_province(sorted(own.keys() & held), best, views, names)}
        for p in PLACES for i, role in enumerate(ENDS) if (own := {k: n for k, n in pairs.items() if k[i] == p})
    ])  # fmt: skip


def tile_name(province: str, lang: str) -> str:
    """Returns the short name on a tile; a line break where it needs two lines."""
    return word(lang, f"charts.tile_names.p{province}")


def said(data: pd.DataFrame, names: Names) -> dict:
    counts, of = data.groupby("part").size(), ["of_known", "of_local", "of_pairs"]
    given = data.loc[data["part"] == "provider", of].sum()
    helped = (data["part"] == "recipient") & (data["of_pairs"] > 0)
    return {"providers": counts.get("provider", 0), "recipients": counts.get("recipient", 0), "east_west": helped.sum(),
            "known": given["of_known"], "local": given["of_local"], "pairs": given["of_pairs"]}  # fmt: skip


def chart(data: pd.DataFrame, words: dict, width: int) -> alt.LayerChart:
    parts, part = data.groupby("tile")["tile"].transform("size"), data.groupby("tile").cumcount()
    x, y = (pd.Series([float(PLACES[tile][i]) for tile in data["tile"]]) for i in (0, 1))
    left = x + part * SIDE / parts
    data = data.assign(left=left, right=left + SIDE / parts, top=y, waist=y + SIDE / 2, foot=y + SIDE, first=part == 0,
                       middle=x + SIDE / 2, centre=left + SIDE / 2 / parts,
                       short=[tile_name(tile, words["lang"]) for tile in data["tile"]])  # fmt: skip
    side, tall = min(width, 560), width * 1.3 if width == NARROW else 560  # a tile holds four short lines
    across = alt.Scale(domain=[x.min(), x.max() + 1], nice=False)
    down = alt.Scale(domain=[y.min(), y.max() + 1], reverse=True, nice=False)
    ink = alt.Color("part:N", scale=alt.Scale(domain=list(WASH), range=[ROLES[r] for r in WASH]), legend=None)
    size = TINY if width == NARROW and words["lang"] == "en" else SMALL

    def at(x: str, y: str) -> alt.Chart:
        return alt.Chart().encode(x=alt.X(f"{x}:Q", scale=across, axis=None), y=alt.Y(f"{y}:Q", scale=down, axis=None))

    rects = at("left", "top").mark_rect().encode(
        x2=alt.X2("right:Q"), y2=alt.Y2("foot:Q"), tooltip=tips(words), color=shades(data, "role", WASH, width, words))
    heads = at("middle", "top").transform_filter("datum.first")
    return alt.layer(
        rects,
        heads.mark_text(fontSize=size, lineHeight=size + 1, baseline="top", dy=5).encode(text="short:N"),
        at("centre", "waist").mark_text(fontSize=TINY, dy=7, color=ROLES["muted"]).encode(text="covered:N"),
        at("centre", "foot").mark_text(fontSize=SMALL, baseline="bottom", dy=-3).encode(text="pairings:Q", color=ink),
        data=inline(data),
    ).resolve_scale(color="independent").properties(width=side, height=tall * len(set(y)) / len(set(x)))  # fmt: skip
