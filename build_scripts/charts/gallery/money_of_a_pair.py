"""How much fiscal money did a pair of provinces publish, year by year, and how many years are known at all?

Figures printed for a single year (pale: part of it), of pairs with at least two such years; years without one are
hatched, never zero. The title gives the latest of them, unless only a source of the lowest reliability prints it.
"""

import altair as alt
import pandas as pd

from build_scripts.charts.encodings import labels, shades
from build_scripts.charts.rows import bars
from build_scripts.charts.statements import finding, nothing_read, statement
from build_scripts.labels import word
from build_scripts.labels.names import Names
from build_scripts.views.headline import is_low
from build_scripts.views.latest_year import by_province_pair, pairings_between, with_unread
from build_scripts.views.model import Claim, Views
from build_scripts.views.periods import years_of
from build_scripts.views.series import coverage

KEY = "money_of_a_pair"
STATES = {"whole": "provider", "part": "heat-3", "unread": "unknown"}


def frame(views: Views, names: Names) -> pd.DataFrame:
    """Returns a row a year with a figure and a row a run of years without, for each pair, on its pairings' pages."""
    pairs = by_province_pair(views, names.places.province_of).items()
    charts = [(pairings_between(views, pair), years) for pair, years in pairs]
    return pd.DataFrame([
        {"chart": f"money-of-a-pair.{keys[0]}", "of": ("pairing", keys[0]),
         "also": tuple(("pairing", key) for key in keys[1:]), **row(period, claim, names),
         "found": leading(claim, views, names)}
        for keys, years in charts if keys for period, claim in with_unread(years)
    ])  # fmt: skip


def row(period: str, claim: Claim | None, names: Names) -> dict:
    code = coverage(claim)
    words = word(names.lang, f"charts.money_of_a_pair.{code}")
    own = statement(claim, names) if claim else nothing_read(words, period)
    return own | {"code": code, "coverage": words, "time": names.period(period)}


def leading(claim: Claim | None, views: Views, names: Names) -> str:
    if claim is None or is_low(claim, views.reliability):
        return ""
    return finding(claim, names)


def said(data: pd.DataFrame, names: Names) -> dict:
    """Returns the words of the title: the latest figure, or none where that one may not be quoted; an older one would
    read as the latest.
    """
    years, latest = [len(years_of(period)) for period in data["period"]], data[data["amount"].notna()].iloc[-1]
    words = {
        "pairing": names.pairing(data["of"].iloc[0][1]),
        "n": data["amount"].notna().sum(),
        "all": sum(years),
        "first": data["period"].min()[:4],
        "last": data["period"].max()[:4],
    }
    if not latest["found"]:
        return words
    title = word(names.lang, "charts.money_of_a_pair.latest", **words, found=latest["found"])
    return words | {"title": title, "claims": latest["claims"]}


def chart(data: pd.DataFrame, words: dict, width: int) -> alt.LayerChart:
    color = shades(data, "coverage", STATES, width, words)
    rows = data.assign(state=data["code"], label=labels(words, data["time"], data["stage"]))
    return bars(rows, width, words, color=color)
