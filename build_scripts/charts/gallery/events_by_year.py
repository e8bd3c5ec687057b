"""In which years do the events of the ledger fall? Dated events by kind and year."""

import altair as alt
import pandas as pd

from build_scripts.charts.encodings import tips, years_axis
from build_scripts.charts.rows import in_rows
from build_scripts.charts.theme import ROLES
from build_scripts.labels.names import Names
from build_scripts.views.model import Views
from build_scripts.views.witnesses import paired_sources

KEY = "events_by_year"


def frame(views: Views, names: Names) -> pd.DataFrame:
    """Returns a row a kind and year, of documents on paired assistance; events without a date are only counted."""
    paired, kinds = paired_sources(views.tables["sources"]), list(names.codes("events", "kind"))
    events = views.tables["events"][lambda f: f["source_id"].isin(paired)]
    dated = events.dropna(subset="date").assign(period=lambda f: f["date"].str[:4])
    counts = dated.groupby(["kind", "period"]).size().reset_index(name="events")
    sources = dated.groupby("period")["source_id"].nunique()
    counts = counts.sort_values("kind", key=lambda column: column.map(kinds.index), kind="stable")
    return counts.assign(
        chart="events-by-year", undated=len(events) - len(dated),
        documents=dated["source_id"].nunique(), of_year=counts["period"].map(sources),
        kind=counts["kind"].map(lambda code: names.code("events", "kind", code)),
    )  # fmt: skip


def said(data: pd.DataFrame, names: Names) -> dict:
    years, first = data.groupby("period")["events"].sum(), data.iloc[0]
    sources = data.loc[data["period"] == years.idxmax(), "of_year"].iloc[0]
    return {"n": years.sum(), "year": years.idxmax(), "most": years.max(), "undated": first["undated"],
            "documents": first["documents"], "sources": sources}  # fmt: skip


def chart(data: pd.DataFrame, words: dict, width: int) -> alt.LayerChart:
    totals = data.groupby("kind", sort=False)["events"].transform("sum").astype(str)
    data = data.assign(figure=totals, year=data["period"].astype(int))

    def dots(base: alt.Chart, span: list[float], place: dict) -> alt.Chart:
        first, last = int(data["year"].min()), int(data["year"].max())
        years = alt.Scale(domain=[first - 0.5, last + 0.5], range=span, nice=False)
        size = alt.Size("events:Q", scale=alt.Scale(range=[30, 420], zero=False), legend=None)
        circles = base.mark_point(color=ROLES["blue"], opacity=0.8, **place)
        x = alt.X("year:Q", scale=years, axis=years_axis(span[1] - span[0], first, last))
        return circles.encode(x=x, size=size, tooltip=tips(words))

    return in_rows(data, width, dots, label="kind", together=True)
