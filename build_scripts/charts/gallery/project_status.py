"""What state are the named projects in? Counts by status, of the ledger and each pairing (views/project_states.py)."""

import altair as alt
import pandas as pd

from build_scripts.charts.encodings import shades
from build_scripts.charts.rows import bars
from build_scripts.labels import word
from build_scripts.labels.names import Names
from build_scripts.labels.numbers import full_number
from build_scripts.views.model import Views
from build_scripts.views.project_states import project_states, years_of

KEY = "status"
ROLES = {"identification": "heat-2", "preparation": "heat-2", "implementation": "heat-3", "completion": "heat-3",
         "completed": "provider", "suspended": "vermilion", "cancelled": "vermilion", "unknown": "unknown"}  # fmt: skip


def frame(views: Views, names: Names) -> pd.DataFrame:
    """Returns a row a programme and status of the whole ledger, then those of each pairing with enough projects."""
    programmes, statuses = names.codes("pairings", "programme"), names.codes("projects", "status")
    none, this = (word(names.lang, f"charts.status.{key}") for key in ("no_pairing", "this_pairing"))
    counts = project_states(views, list(programmes), list(statuses))
    keys = counts.pop("pairing_id")
    return counts.assign(
        programme=counts["programme"].map({**programmes, "": none}).mask(keys != "", this),
        chart=("project-status." + keys).str.removesuffix("."),
        of=[("pairing", key) if key else () for key in keys], state=counts["status"].map(statuses),
        whose=[names.pairing(key) if key else word(names.lang, "charts.status.ledger") for key in keys],
        figure=counts["projects"].map(full_number),
    )  # fmt: skip


def said(data: pd.DataFrame, names: Names) -> dict:
    counts, judged = (data.groupby("state", sort=False)[name].sum() for name in ("projects", "judged"))
    most = counts.index[counts == counts.max()]  # of a tie each is told
    years = years_of(data[data["state"].isin(most)])  # a state of then is no state of now
    told = names.period(years) if years else word(names.lang, "charts.status.undated")
    words = {"all": counts.sum(), "n": counts.max(), "status": word(names.lang, "charts.status.and").join(most),
             "judged": judged[most].sum(), "whose": data["whose"].iloc[0], "years": told}  # fmt: skip
    form = ("judged" if words["judged"] else "told") + (".tied" if len(most) > 1 else ".once")
    listed = word(names.lang, "charts.list_comma").join(f"{status} {n}" for status, n in counts.items())
    return {**words, "list": listed, "title": word(names.lang, f"charts.status.{form}", **words)}


def chart(data: pd.DataFrame, words: dict, width: int) -> alt.FacetChart:
    color = shades(data, "status", ROLES)
    return bars(data, width, words, "projects", color, section="programme", label="state", share_x=True)
