"""How many counties were paired in each year? County pairings in force, programme by programme.

A year counts where a source prints it; it is pale where the term follows only from the programme's round
(rule of views/gaps.py for terms). Pairings without any date are counted in the note.
"""

import altair as alt
import pandas as pd

from build_scripts.charts.encodings import inline, shades, tips, years_axis
from build_scripts.labels import word
from build_scripts.labels.names import Names
from build_scripts.views.model import Views
from build_scripts.views.terms import years_in_force

KEY = "by_year"
ROLES = {"printed": "provider", "round": "provider-wash"}


def frame(views: Views, names: Names) -> pd.DataFrame:
    """Returns a row a programme, year and way in which the year is known."""
    found, undated = years_in_force(views.tables["pairings"].to_dict("records"), views.gaps.latest_year)
    return pd.DataFrame([
        {"chart": "pairings-by-year", "programme": programme, "period": f"{year:04d}",
         "basis": word(names.lang, f"charts.by_year.{basis}"), "pairings": n, "undated": undated[code],
         "undated_all": undated.total()}
        for code, programme in names.codes("pairings", "programme").items()
        for year, counts in sorted(found.get(code, {}).items()) for basis in ROLES if (n := counts[basis])
    ])  # fmt: skip


def said(data: pd.DataFrame, names: Names) -> dict:
    totals = data.groupby(["programme", "period"], sort=False)["pairings"].sum()
    programme, year = totals.idxmax()
    top = data[(data["programme"] == programme) & (data["period"] == year)]
    printed = top.loc[top["basis"] == word(names.lang, "charts.by_year.printed"), "pairings"].sum()
    return {"year": year, "n": totals.max(), "printed": printed, "programme": programme,
            **top.iloc[0][["undated", "undated_all"]]}  # fmt: skip


def chart(data: pd.DataFrame, words: dict, width: int) -> alt.FacetChart:
    color = shades(data, "basis", ROLES, width, words)
    year = data["period"].astype(int)
    x = alt.X("year:Q", axis=years_axis(width), scale=alt.Scale(domain=[year.min() - 1, year.max() + 1], nice=False))
    columns = alt.Chart().mark_bar(size=width / (year.max() - year.min() + 3) * 0.75).encode(
        x=x, y=alt.Y("pairings:Q", title=None, axis=alt.Axis(tickCount=3, domain=False, ticks=False)),
        color=color, tooltip=tips(words),
    ).properties(width=width - 30, height=72)  # fmt: skip
    programme = alt.Row("programme:N", sort=list(dict.fromkeys(data["programme"])))
    return columns.facet(row=programme, spacing=28, data=inline(data.assign(year=year)))
