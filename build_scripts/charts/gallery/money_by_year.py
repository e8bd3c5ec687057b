"""How much did each pair of provinces publish, year by year? One small panel a pair, all on one scale.

Fiscal money printed for a single year (pale: part of it), of pairs with at least two such years; years without one are
hatched at the foot, never zero. Each panel has its years, so that none stand below an empty place.
"""

import altair as alt
import pandas as pd

from build_scripts.charts.encodings import filled, inline, shades, tips, years_axis
from build_scripts.charts.statements import nothing_read, statement
from build_scripts.charts.theme import NARROW, ROLES
from build_scripts.labels import word
from build_scripts.labels.names import Names
from build_scripts.views.latest_year import by_province_pair
from build_scripts.views.model import Claim, Views
from build_scripts.views.series import coverage

KEY = "money_by_year"
STATES = {"whole": "provider", "part": "heat-3", "unread": "unknown"}
FOOT, HEIGHT = 6, 90  # of a year without a figure, of a panel
SCALES = {"zh": "datum.value / 1e8 + ' 亿元'", "en": "'CNY ' + datum.value / 1e9 + ' bn'"}


def frame(views: Views, names: Names) -> pd.DataFrame:
    """Returns a row a pair and year, over all years that any pair has; the pair with the largest figure first."""
    pairs = by_province_pair(views, names.places.province_of)
    known = [year for years in pairs.values() for year in years]
    return pd.DataFrame([
        {"chart": "money-by-year", "pairing": " → ".join(map(names.province, pair)),
         **row(year, years.get(year), names)}
        for pair, years in sorted(pairs.items(), key=lambda item: -max(c.value for c in item[1].values()))
        for year in range(min(known), max(known) + 1)
    ])  # fmt: skip


def row(year: int, claim: Claim | None, names: Names) -> dict:
    words = word(names.lang, f"charts.money_by_year.{coverage(claim)}")
    return (statement(claim, names) if claim else nothing_read(words, str(year))) | {"state": words}


def said(data: pd.DataFrame, names: Names) -> dict:
    years = data["period"].str[:4]
    return {"n": data["pairing"].nunique(), "known": data["amount"].notna().sum(), "all": len(data),
            "first": years.min(), "last": years.max()}  # fmt: skip


def chart(data: pd.DataFrame, words: dict, width: int) -> alt.FacetChart:
    columns = 2 if width == NARROW else 4
    room, year = (width - 62) / columns - 16, data["period"].str[:4].astype(int)
    size, span = room / (year.max() - year.min() + 3) * 0.75, [year.min() - 1, year.max() + 1]
    axis = alt.Axis(tickCount=3, domain=False, ticks=False, labelExpr=SCALES[words["lang"]], title=None)
    color = shades(data, "state", STATES, width, words)
    x = alt.X("year:Q", axis=years_axis(room * 1.6), scale=alt.Scale(domain=span, nice=False))
    base = alt.Chart().encode(x=x, tooltip=tips(words))
    unread = base.transform_filter("datum.amount === null").mark_bar(size=size, orient="vertical", stroke=ROLES["axis"])
    panels = alt.layer(
        base.mark_bar(size=size).encode(y=alt.Y("amount:Q", axis=axis), **filled(color)),
        unread.encode(y=alt.YValue(HEIGHT), y2=alt.Y2Value(HEIGHT - FOOT), color=alt.ColorValue(ROLES["unknown"])),
        width=room, height=HEIGHT,
    )  # fmt: skip
    pairs = alt.Facet("pairing:N", sort=list(dict.fromkeys(data["pairing"])), title=None)
    spacing = {"row": 26, "column": 16}
    rows = inline(data.assign(year=year))
    return panels.facet(facet=pairs, columns=columns, spacing=spacing, data=rows).resolve_axis(x="independent")
