"""In which year did each pair of provinces of today last publish its fiscal money, and how much was it?

The latest statement of a single year or part of one, with its months; a pair without one is hatched. Running totals and
sums of cities and counties are no year's figure and stay out.
"""

import altair as alt
import pandas as pd

from build_scripts.charts.encodings import labels, shades
from build_scripts.charts.rows import bars
from build_scripts.charts.statements import as_many, nothing_read, statement, told_of
from build_scripts.labels import word
from build_scripts.labels.names import Names
from build_scripts.views.latest_year import end_of, latest_by_pair
from build_scripts.views.model import Claim, Views

KEY = "latest_year"
AGES = {"recent": "provider", "older": "heat-3", "old": "c6", "unread": "unknown"}  # of a figure
RECENT, OLDER = 2, 4  # years back


def frame(views: Views, names: Names) -> pd.DataFrame:
    """Returns a row a pair, the newest figure first."""
    return pd.DataFrame([
        {"chart": "latest-year", "pairing": names.pairing(key),
         "said": claim and told_of(claim, names.pairing(key), names), **row(claim, int(views.today[:4]), names)}
        for key, claim in latest_by_pair(views)
    ])  # fmt: skip


def row(claim: Claim | None, today: int, names: Names) -> dict:
    years = today - int(end_of(claim)[:4]) if claim else None
    state = "unread" if claim is None else "recent" if years <= RECENT else "older" if years <= OLDER else "old"
    age = word(names.lang, f"charts.latest_year.{state}")
    return (statement(claim, names) if claim else nothing_read(age)) | {"state": state, "age": age}


def said(data: pd.DataFrame, names: Names) -> dict:
    known = data["said"].dropna()
    return {"n": len(data), "known": len(known), "none": len(data) - len(known),
            "list": as_many(known, names) or word(names.lang, "charts.latest_year.unread")}  # fmt: skip


def chart(data: pd.DataFrame, words: dict, width: int) -> alt.LayerChart:
    color = shades(data, "age", AGES, width, words)
    label = labels(words, data["pairing"], data["when"], data["stage"])
    return bars(data.assign(label=label), width, words, color=color)
