"""How much was signed, how much is in place? Two segments where one document prints both of the same time.

Enterprise investment of one pairing or place and period (rules in views/signed.py). Each pair has a scale of its own;
the two are never added, nor is one divided by the other: they may be of different projects.
"""

import altair as alt
import pandas as pd

from build_scripts.charts.encodings import labels, shades
from build_scripts.charts.rows import bars
from build_scripts.charts.statements import remarked, statement
from build_scripts.labels import word
from build_scripts.labels.names import Names
from build_scripts.views.model import Claim, Views
from build_scripts.views.signed import signed_in_place

KEY = "signed"
STATES = {"signed": "provider-wash", "in_place": "provider"}


def frame(views: Views, names: Names) -> pd.DataFrame:
    """Returns two rows a document and time, signed before in place, the largest signed figure first."""
    return pd.DataFrame([
        {"chart": "signed-against-in-place", **row(claim, state, names)}
        for both in signed_in_place(views) for claim, state in zip(both, STATES, strict=True)
    ])  # fmt: skip


def row(claim: Claim, state: str, names: Names) -> dict:
    return statement(claim, names) | {
        "told": remarked(claim, names), "about": names.subject(*claim.subject),
        "state": word(names.lang, f"charts.signed.{state}"),
        "time": names.period(claim.period) if claim.period else word(names.lang, "charts.signed.undated"),
    }  # fmt: skip


def said(data: pd.DataFrame, names: Names) -> dict:
    signed, in_place = data.iloc[0], data.iloc[1]
    return {"n": len(data) // 2, "about": signed["about"], "time": signed["time"], "signed": signed["told"],
            "in_place": in_place["told"], "of_signed": signed["what"], "of_in_place": in_place["what"],
            "claims": signed["claims"] + in_place["claims"]}  # fmt: skip


def chart(data: pd.DataFrame, words: dict, width: int) -> alt.FacetChart:
    color = shades(data, "state", STATES, width, words)
    pair, label = labels(words, data["about"], data["time"]), labels(words, data["state"], data["what"])
    return bars(data.assign(pair=pair, label=label), width, words, color=color, section="pair")
