"""Why were households poor? A village's poor households, people and shares by the cause its report names."""

import altair as alt
import pandas as pd

from build_scripts.charts.rows import bars
from build_scripts.charts.statements import as_many, statement, times
from build_scripts.charts.theme import ROLES
from build_scripts.labels.names import Names
from build_scripts.views.causes import MEASURES, Causes, causes_by_place
from build_scripts.views.model import Claim, Views

KEY = "causes"


def frame(views: Views, names: Names) -> pd.DataFrame:
    """Returns a row a measure and cause of each place and source."""
    found = causes_by_place(views.claims)
    return pd.DataFrame([
        {"chart": f"causes-of-poverty.{place}.{source}", "of": ("place", place), **row(claim, names)}
        for (place, source), causes in found.items() for claim in by_measure(causes)
    ])  # fmt: skip


def by_measure(causes: Causes) -> list[Claim]:
    return [figures[measure] for measure in MEASURES for figures in causes.values() if measure in figures]


def row(claim: Claim, names: Names) -> dict:
    cause = names.label(claim).replace("：", ":").partition(":")[2].strip()
    words = {"cause": cause[:1].upper() + cause[1:], "measure": names.measure(claim.measure_id)}
    return statement(claim, names) | words | {"times": times([claim], names)}


def said(data: pd.DataFrame, names: Names) -> dict:
    figures = data.groupby("cause", sort=False)["figure"].agg(" · ".join)
    listed = as_many((f"{cause} {figure}" for cause, figure in figures.items()), names)
    top = data[data["cause"] == figures.index[0]]
    return {"place": data["subject"].iloc[0], "cause": figures.index[0], "figure": figures.iloc[0], "n": len(figures),
            "list": listed, "period": data["times"].iloc[0], "claims": top["claims"].sum()}  # fmt: skip


def chart(data: pd.DataFrame, words: dict, width: int) -> alt.FacetChart:
    return bars(data, width, words, color=alt.ColorValue(ROLES["recipient"]), section="measure", label="cause")
