"""What state are the named projects in? Counts by status, programme by programme, and of each pairing.

Umbrellas over several projects are not counted: their members are. Nor are projects of reports on poverty work in
general.
"""

import altair as alt
import pandas as pd

from build_scripts.charts.encodings import shades
from build_scripts.charts.rows import bars
from build_scripts.labels import word
from build_scripts.labels.names import Names
from build_scripts.labels.numbers import full_number
from build_scripts.views.model import Views
from build_scripts.views.witnesses import paired_sources

KEY = "status"
ROLES = {
    "identification": "heat-2", "preparation": "heat-2", "implementation": "heat-3", "completion": "heat-3",
    "completed": "provider", "suspended": "vermilion", "cancelled": "vermilion", "unknown": "unknown",
}  # fmt: skip
FEWEST = 4  # projects that make a pairing's chart, where they are not all in the same state


def frame(views: Views, names: Names) -> pd.DataFrame:
    """Returns a row a programme and status of the whole ledger, then those of each pairing with enough projects."""
    programmes = names.codes("pairings", "programme")
    statuses = names.codes("projects", "status")
    none, this = (word(names.lang, f"charts.status.{key}") for key in ("no_pairing", "this_pairing"))
    paired = paired_sources(views.tables["sources"])
    projects = views.tables["projects"][lambda f: ~f["is_umbrella"].astype(bool) & f["source_id"].isin(paired)].assign(
        programme=lambda f: pd.Categorical(
            [programmes[names.pairings[key]["programme"]] if key else none for key in f["pairing_id"]],
            [*programmes.values(), none, this], ordered=True),
        status=lambda f: pd.Categorical(f["status"], list(statuses), ordered=True),
    )  # fmt: skip
    own = projects.dropna(subset="pairing_id").assign(
        programme=lambda f: pd.Categorical([this] * len(f), dtype=projects["programme"].dtype))
    states = own.groupby("pairing_id")["status"]
    own = own[(states.transform("size") >= FEWEST) & (states.transform("nunique") > 1)]
    counts = pd.concat([projects.assign(pairing_id=""), own])
    counts = counts.groupby(["pairing_id", "programme", "status"], observed=True)
    return counts.size().reset_index(name="projects").assign(
        chart=lambda f: ("project-status." + f["pairing_id"]).str.removesuffix("."),
        of=lambda f: [("pairing", key) if key else () for key in f["pairing_id"]],
        state=lambda f: f["status"].map(lambda key: statuses[key]),
        figure=lambda f: f["projects"].map(full_number), claims=lambda f: [()] * len(f),
    ).astype({"programme": str, "status": str}).drop(columns="pairing_id")  # fmt: skip


def said(data: pd.DataFrame, names: Names) -> dict:
    counts = data.groupby("state", sort=False)["projects"].sum()
    listed = word(names.lang, "charts.list_comma").join(f"{status} {n}" for status, n in counts.items())
    return {"all": counts.sum(), "n": counts.max(), "status": counts.idxmax(), "list": listed}


def chart(data: pd.DataFrame, words: dict, width: int) -> alt.FacetChart:
    color = shades(data, "status", ROLES)
    return bars(data, width, words, "projects", color, section="programme", label="state", share_x=True)
