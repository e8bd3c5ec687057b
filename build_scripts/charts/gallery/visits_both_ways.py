"""Do the visits go both ways? Pairings with figures in both directions, the larger ones of each kind first."""

import altair as alt
import pandas as pd

from build_scripts.charts.encodings import shades
from build_scripts.charts.gallery.people_by_direction import ROLES, row
from build_scripts.charts.rows import bars
from build_scripts.labels.names import Names
from build_scripts.views.model import Views
from build_scripts.views.visits import DIRECTIONS, KINDS, ways_by_pairing

KEY = "visits"
MOST, FEWEST = 8, 2  # pairings of a kind; pairings that make a chart


def frame(views: Views, names: Names) -> pd.DataFrame:
    """Returns two rows a pairing and kind."""
    found = [(kind, key, kinds[kind]) for kind in KINDS for key, kinds in ways_by_pairing(views).items()
             if len(kinds.get(kind, ())) == len(DIRECTIONS)]  # fmt: skip
    if len({key for _, key, _ in found}) < FEWEST:
        return pd.DataFrame()
    found.sort(key=lambda each: (KINDS.index(each[0]), -max(total.value for total in each[2].values())))
    return pd.DataFrame([
        {"chart": "people-by-direction", "pairing": names.pairing(key),
         **row(key, kind, way, ways, views, names)}
        for kind, key, ways in found for way in DIRECTIONS
    ]).groupby("kind", sort=False).head(MOST * 2)  # fmt: skip


def said(data: pd.DataFrame, names: Names) -> dict:
    wide = data.pivot_table(index=["kind", "pairing"], columns="sets_out", values="amount", aggfunc="first", sort=False)
    return {"n": len(wide), "most": MOST, "pairs": data["pairing"].nunique()}


def chart(data: pd.DataFrame, words: dict, width: int) -> alt.FacetChart:
    ends = {"provider": words["from_provider"], "recipient": words["from_recipient"]}
    data = data.assign(sets_out=data["sets_out"].map(ends))
    color = shades(data, "sets_out", {ends[end]: role for end, role in ROLES.items()}, width)
    return bars(data, width, words, color=color, section="kind", label="way")
