"""In which state the named projects are, programme by programme: of the whole ledger and of each pairing."""

from __future__ import annotations

import pandas as pd

from build_scripts.views.model import Views
from build_scripts.views.witnesses import paired_sources

FEWEST = 4  # projects of a pairing, where they are not all in the same state


def project_states(views: Views, programmes: list[str], statuses: list[str]) -> pd.DataFrame:
    """Returns `pairing_id` ('' for the whole ledger), `programme` ('' without a pairing), `status`, `projects` and
    `judged`, the number of those of which the editors judged the status, `first` and `last`, the years of which it is
    said: of the date of the status, else of the document ('' where none is dated).

    Umbrellas over several projects are not counted: their members are. Nor are projects of reports on poverty work in
    general. Of a pairing on its own, only those with enough projects in several states. Rows stand in the order of the
    codes given.
    """
    paired = paired_sources(views.tables["sources"])
    published = views.tables["sources"].set_index("source_id")["published"]
    programme = views.tables["pairings"].set_index("pairing_id")["programme"]
    projects = views.tables["projects"][lambda f: ~f["is_umbrella"].astype(bool) & f["source_id"].isin(paired)].assign(
        programme=lambda f: pd.Categorical(f["pairing_id"].map(programme).fillna(""), [*programmes, ""], ordered=True),
        status=lambda f: pd.Categorical(f["status"], statuses, ordered=True),
        judged=lambda f: f["inferred"].fillna("").str.split().map(lambda columns: "status" in columns),
        year=lambda f: f["status_date"].fillna(f["source_id"].map(published)).fillna(f["period"].str[-4:]).str[:4],
    )  # fmt: skip
    states = projects.groupby("pairing_id")["status"]
    own = projects[(states.transform("size") >= FEWEST) & (states.transform("nunique") > 1)]
    counts = pd.concat([projects.assign(pairing_id=""), own])
    groups = counts.groupby(["pairing_id", "programme", "status"], observed=True)
    years = {"first": ("year", "min"), "last": ("year", "max")}
    counts = groups.agg(projects=("status", "size"), judged=("judged", "sum"), **years).reset_index()
    return counts.fillna({"first": "", "last": ""}).astype({"programme": str, "status": str})


def years_of(counts: pd.DataFrame) -> str:
    """Returns the years of which rows of such counts speak, such as `2017` or `2015/2020`; '' for none."""
    dated = counts[counts["last"] != ""]
    return "/".join(dict.fromkeys((dated["first"].min(), dated["last"].max()))) if len(dated) else ""
