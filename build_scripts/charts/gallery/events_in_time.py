"""When did what happen in a pairing? Its dated events by kind, by month or year.

A dot is an event with its month, a short bar one of which only the year is printed; its colour is the side that set
out. Events without a date are counted beside the kind's name.
"""

import altair as alt
import pandas as pd

from build_scripts.charts.encodings import on_years, shades, tips, years
from build_scripts.charts.rows import in_rows
from build_scripts.charts.theme import BAR
from build_scripts.labels import word
from build_scripts.labels.names import Names
from build_scripts.views.model import Views

KEY = "events"
FEWEST = 3  # dated events that make a pairing's chart
SIDES = {"provider": "provider", "recipient": "recipient", "other": "c6"}  # side that sets out -> colour


def frame(views: Views, names: Names) -> pd.DataFrame:
    """Returns a row an event of each pairing with enough dated ones, by kind, those without a date last."""
    kinds = list(names.codes("events", "kind"))
    rows = [row for row in views.tables["events"].to_dict("records") if row["pairing_id"]]
    dated = pd.Series([row["pairing_id"] for row in rows if row["date"]], dtype=object).value_counts()
    rows = [row for row in rows if dated.get(row["pairing_id"], 0) >= FEWEST]
    rows.sort(key=lambda row: (row["pairing_id"], kinds.index(row["kind"]), row["date"] or "9999"))
    return pd.DataFrame([
        {"chart": f"events-in-time.{row['pairing_id']}", "of": ("pairing", row["pairing_id"]), "period": row["date"],
         "kind": names.code("events", "kind", row["kind"]), "title": names.pick(row, "title"),
         "side": word(names.lang, f"charts.events.from_{side_of(row, names)}"),
         "sources": row["source_id"]}
        for row in rows
    ])  # fmt: skip


def side_of(row: dict, names: Names) -> str:
    """Returns which end of the pairing sets out: the one that the place is, lies in or holds."""
    place, pairing = row["from_place_id"], names.pairings[row["pairing_id"]]
    ends = {side: pairing[f"{side}_place_id"] for side in ("provider", "recipient")}
    return next((side for side, end in ends.items() if place and end and names.places.related(place, end)), "other")


def said(data: pd.DataFrame, names: Names) -> dict:
    dated = data[data["period"].notna()]
    counts = dated.groupby("kind", sort=False).size()
    first, last = dated["period"].min()[:4], dated["period"].max()[:4]
    return {"pairing": data["subject"].iloc[0], "n": len(dated), "all": len(data), "undated": len(data) - len(dated),
            "kind": counts.idxmax(), "most": counts.max(),
            "span": names.period(first if first == last else f"{first}/{last}")}  # fmt: skip


def chart(data: pd.DataFrame, words: dict, width: int) -> alt.LayerChart:
    undated = data["period"].isna().groupby(data["kind"]).transform("sum").astype(int)
    label = [kind + (words["undated"].format(n=n) if n else "") for kind, n in zip(data["kind"], undated, strict=True)]
    counts = data["period"].notna().groupby(data["kind"]).transform("sum").astype(int).astype(str)
    dated = on_years(data.assign(kind_label=label, figure=counts)[data["period"].notna()])
    dated = dated.assign(middle=(dated["from"] + dated["to"]) / 2, is_year=dated["period"].str.len() == 4)
    color = shades(dated, "side", {words[f"from_{side}"]: role for side, role in SIDES.items()}, width)

    def marks(base: alt.Chart, span: list[float], place: dict) -> alt.LayerChart:
        base = base.encode(color=color, tooltip=tips(words))
        spans = base.transform_filter("datum.is_year").mark_bar(size=BAR, **place)
        dots = base.transform_filter("!datum.is_year").mark_point(size=70, opacity=0.75, **place)
        return alt.layer(spans.encode(x=years(dated, span), x2=alt.X2("to:Q")),
                         dots.encode(x=years(dated, span, "middle")))  # fmt: skip

    return in_rows(dated, width, marks, label="kind_label", together=True)
