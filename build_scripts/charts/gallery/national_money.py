"""What has been printed of the nation's fiscal assistance, over which months?

One segment a statement over its own months, the printed amount beside it; nothing is annualised or filled in. Years
for which no statement of their own has been read are hatched.
"""

import altair as alt
import pandas as pd

from build_scripts.charts.encodings import shades, stage_roles
from build_scripts.charts.rows import timeline
from build_scripts.charts.statements import as_many, finding, nothing_read, statement
from build_scripts.charts.theme import HATCHED
from build_scripts.labels import word
from build_scripts.labels.names import Names
from build_scripts.views.model import Views
from build_scripts.views.periods import year_span
from build_scripts.views.series import national_fiscal, unread_years

KEY = "national_money"


def frame(views: Views, names: Names) -> pd.DataFrame:
    """Returns a row a statement and a row a run of unread years, in time."""
    claims, unread = national_fiscal(views), word(names.lang, "charts.series.unread")
    rows = [statement(claim, names) | {"said": finding(claim, names)} for claim in claims]
    rows += [nothing_read(unread, run) | {"stage": unread} for run in unread_years(claims)]
    same = {"chart": "national-money"}
    return pd.DataFrame([same | row for row in sorted(rows, key=lambda row: row["period"])])


def said(data: pd.DataFrame, names: Names) -> dict:
    known = data[data["amount"].notna()]
    first, last = known.iloc[0], known.iloc[known["period"].map(lambda period: year_span(period)[1]).argmax()]
    return {"n": len(known), "first": first["said"], "last": last["said"], "list": as_many(known["said"], names),
            "claims": first["claims"] + last["claims"]}  # fmt: skip


def chart(data: pd.DataFrame, words: dict, width: int) -> alt.LayerChart:
    color = shades(data, "stage", {**stage_roles(data), words["unread"]: HATCHED}, width)
    return timeline(data, width, words, color, label="when")
