"""Which years of a province's pairings have figures, and which have none? A strip of years a pairing.

Drawn for provinces with at least three pairings that have a dated year; pairings with more known years come first.
"""

import altair as alt
import pandas as pd

from build_scripts.charts.encodings import shades
from build_scripts.charts.rows import timeline
from build_scripts.labels import word
from build_scripts.labels.names import Names
from build_scripts.views.known_years import runs, strips
from build_scripts.views.model import Views

KEY = "known"
ROLES = {"known": "provider", "range": "heat-3", "unknown": "unknown"}
MOST = 30  # pairings drawn


def frame(views: Views, names: Names) -> pd.DataFrame:
    """Returns a row a province, pairing and run of years in the same state."""
    return pd.DataFrame([
        {"chart": f"known-years.{place}", "of": ("place", place), "pairing": label, "code": state,
         "programme": word(names.lang, f"charts.programme.{names.pairings[key]['programme']}"),
         "period": str(first) if first == last else f"{first}/{last}", "years": last - first + 1,
         "state": word(names.lang, f"charts.known.{state}")}
        for place, group in strips(views.gaps.pairing_years, names.pairings, names.places).items()
        for key, label in names.pairings_apart(group).items() for state, first, last in runs(group[key])
    ])  # fmt: skip


def said(data: pd.DataFrame, names: Names) -> dict:
    pairings = data["pairing"].nunique()
    found = {state: int(data.loc[data["code"] == state, "years"].sum()) for state in ROLES}
    more = {"pairings": pairings, "more": pairings - MOST, "most": MOST, "all": data["years"].sum()}
    note = word(names.lang, "charts.known.note_more" if pairings > MOST else "charts.known.note", **more)
    signs = word(names.lang, "charts.known.drawn_of", **more) if pairings > MOST else ""
    province, other = names.province(data["of"].iloc[0][1]), word(names.lang, "charts.programme.ca")
    n = data.loc[data["programme"] == other, "pairing"].nunique()
    others = word(names.lang, "charts.known.others", programme=other, n=n) if n else ""
    return found | more | {"note": note, "signs": signs, "province": province, "others": others}


def chart(data: pd.DataFrame, words: dict, width: int) -> alt.LayerChart:
    known = data["years"].where(data["code"] == "known", 0).groupby(data["pairing"]).transform("sum").astype(int)
    whole = data.groupby("pairing")["years"].transform("sum").astype(int)
    data = data.assign(figure=known.astype(str) + "/" + whole.astype(str))
    data = data[data["pairing"].isin(data["pairing"].unique()[:MOST])]
    return timeline(data, width, words, shades(data, "state", ROLES, width, words), label="pairing", together=True)
