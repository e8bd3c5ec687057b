"""How has it developed nationally, 1996 to today? One series a measure or kind of money of the whole country.

Single years in order of time, years without a figure hatched and never zero; pale bars cover only part of a year or
are a running total. Figures over several years stand apart, on a scale of their own.
"""

import altair as alt
import pandas as pd

from build_scripts.charts.encodings import labels, shades
from build_scripts.charts.rows import bars
from build_scripts.charts.statements import finding, nothing_read, statement
from build_scripts.labels import word
from build_scripts.labels.names import Names
from build_scripts.views.model import Claim, Views
from build_scripts.views.series import FIRST, Series, is_whole_year, national_series

KEY = "series"
STATES = {"whole": "provider", "part": "heat-3", "several": "blue", "unread": "unknown"}


def frame(views: Views, names: Names) -> pd.DataFrame:
    """Returns a row a figure and a row a run of years without one, single years first."""
    return pd.DataFrame([row for series in national_series(views) for row in rows(series, names)])


def rows(series: Series, names: Names) -> list[dict]:
    title, unread = thing(next(iter(series.years.values())), names), word(names.lang, "charts.series.unread")
    same = {"chart": f"national-series.{series.what.replace(':', '.')}", "of": (), "series": title}
    years = [
        statement(c, names) | {"state": "whole" if is_whole_year(c) else "part", "found": finding(c, names)}
        for c in series.years.values()
    ]
    years += [nothing_read(unread, run) | {"state": "unread"} for run in series.missing]
    several = [statement(claim, names) | {"state": "several"} for claim in series.periods]
    return [same | each for each in (*sorted(years, key=lambda row: row["period"]), *several)]


def thing(claim: Claim, names: Names) -> str:
    """Returns what is shown: the measure, or source and stage of the money."""
    if claim.measure_id:
        return names.measure(claim.measure_id)
    source, stage = (names.code("funds", name, getattr(claim, name)) for name in ("fund_source", "stage"))
    return word(names.lang, "charts.money_title", money=source, stage=stage)


def said(data: pd.DataFrame, names: Names) -> dict:
    known, unread = data[data["state"].isin(["whole", "part"])], data.query("state == 'unread'")["period"]
    missing, latest = sum(int(run[-4:]) - int(run[:4]) + 1 for run in unread), known.iloc[-1]
    return {"what": latest["series"], "found": latest["found"],
            "n": len(known), "missing": missing, "periods": (data["state"] == "several").sum(), "first": FIRST,
            "last": data["period"].str.rpartition("/")[2].str[:4].max(), "claims": latest["claims"]}  # fmt: skip


def chart(data: pd.DataFrame, words: dict, width: int) -> alt.FacetChart:
    part = data["state"].map(lambda state: words["several" if state == "several" else "single"])
    data = data.assign(label=labels(words, data["when"], data["what"], data["basis"]), part=part)
    return bars(data, width, words, color=shades(data, "state", STATES), section="part")
