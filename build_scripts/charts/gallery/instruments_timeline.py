"""Which documents set up the arrangements? Policy instruments by year, with the years of the arrangements marked.

A marked year says how many pairings of the ledger are printed or dated as beginning in it.
"""

import altair as alt
import pandas as pd

from build_scripts.charts.encodings import labels, tips
from build_scripts.charts.rows import in_rows
from build_scripts.charts.theme import NARROW, ROLES
from build_scripts.labels.names import Names
from build_scripts.views.beginnings import begun_in
from build_scripts.views.model import Views

KEY = "instruments"


def frame(views: Views, names: Names) -> pd.DataFrame:
    """Returns a row an instrument by date, and one for each year of `milestones`."""
    found = [{"period": row["date"], "title": names.pick(row, "title"), "issuer": names.pick(row, "issuer"),
              "number": row["document_number"] or "", "begun": None, "judged": 0}
             for row in views.tables["instruments"].to_dict("records") if row["date"]]  # fmt: skip
    found += [{"period": year, "title": "", "issuer": "", "number": "", **begun_in(year, views.tables["pairings"])}
              for year in views.tables["milestones"]["date"].str[:4].unique()]  # fmt: skip
    found.sort(key=lambda row: (row["period"][:4], row["begun"] is None, row["period"], row["title"]))
    return pd.DataFrame(found).assign(chart="timeline-instruments")


def said(data: pd.DataFrame, names: Names) -> dict:
    titles = data["title"].replace("", None).nunique()  # one that two documents date differently counts once
    return {"n": titles, "first": data["period"].min()[:4], "last": data["period"].max()[:4]}


def chart(data: pd.DataFrame, words: dict, width: int) -> alt.LayerChart:
    marked, year = data["begun"].notna(), data["period"].str[:4]
    begun = data[["begun", "judged"]].fillna(0).astype(int).to_numpy()
    begun = pd.Series([words["begun" if n else "none_begun"].format(n=n, judged=judged) for n, judged in begun])
    whole = labels(words, data["title"], data["issuer"]) if width > NARROW else data["title"]  # else it would be cut
    data = data.assign(label=pd.Series(whole).mask(marked, begun), figure=year, year=year.astype(int), marked=marked)

    def dots(base: alt.Chart, span: list[float], place: dict) -> alt.Chart:
        years = alt.Scale(domain=[data["year"].min() - 1, data["year"].max() + 1], range=span, nice=False)
        is_marked = alt.when(alt.datum.marked)
        return base.mark_point(size=80, **place).encode(x=alt.X("year:Q", scale=years, axis=None), tooltip=tips(words),
            shape=is_marked.then(alt.value("diamond")).otherwise(alt.value("circle")),
            color=is_marked.then(alt.value(ROLES["vermilion"])).otherwise(alt.value(ROLES["axis"])),
        )  # fmt: skip

    return in_rows(data, width, dots)
