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
from build_scripts.views.model import Views
from build_scripts.views.series import FIRST, Series, coverage, national_series

KEY = "series"
STATES = {"whole": "provider", "part": "heat-3", "several": "blue", "unread": "unknown"}


def frame(views: Views, names: Names) -> pd.DataFrame:
    """Returns a row a figure and a row a run of years without one, single years first."""
    return pd.DataFrame([row for series in national_series(views) for row in rows(series, names)])


def rows(series: Series, names: Names) -> list[dict]:
    title, unread = heading(series, names), word(names.lang, "charts.series.unread")
    same = {"chart": f"national-series.{series.what.replace(':', '.')}", "series": title}
    years = [statement(claim, names) | {"state": coverage(claim), "found": finding(claim, names)}
             for claim in series.years.values()]  # fmt: skip
    years += [nothing_read(unread, run) | {"state": "unread"} for run in series.missing]
    several = [statement(claim, names) | {"state": "several"} for claim in series.periods]
    return [same | each for each in (*sorted(years, key=lambda row: row["period"]), *several)]


def heading(series: Series, names: Names) -> str:
    """Returns what is shown within the limits of its labels: the one that all figures have, or that they differ."""
    first, *others = (*series.years.values(), *series.periods)
    title, label = names.measured(first), names.own_label(first)
    if not first.measure_id:
        return title
    if any(names.own_label(claim) != label for claim in others):
        return word(names.lang, "charts.series.of_labels", title=title)
    is_said = label in title or title in label
    return title if is_said else word(names.lang, "charts.series.of_label", title=title, label=label)


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
