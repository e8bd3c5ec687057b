"""At which levels are places paired? Pairings of the ledger by level, divided by programme."""

import altair as alt
import pandas as pd

from build_scripts.charts.encodings import shades
from build_scripts.charts.rows import bars
from build_scripts.labels.names import Names
from build_scripts.labels.numbers import full_number
from build_scripts.views.model import Views

KEY = "levels"
ROLES = {"ew1": "provider", "ew2": "blue", "gz": "c5", "ca": "c4", "ip": "c6", "mixed": "unknown", "unknown": "unknown"}
GROUPS = {"mixed": "unknown"}  # told in one word, and in one colour


def frame(views: Views, names: Names) -> pd.DataFrame:
    """Returns a row a level and programme."""
    levels, programmes = (list(names.codes("pairings", column)) for column in ("level", "programme"))
    order = {"level": levels.index, "programme": programmes.index}
    counts = views.tables["pairings"].groupby(["level", "programme"]).size().reset_index(name="pairings")
    counts = counts.sort_values(["level", "programme"], key=lambda column: column.map(order[column.name]))
    return counts.assign(
        chart="pairings-by-level", code=counts["programme"],
        **{name: [names.code("pairings", name, code) for code in counts[name]] for name in order},
    )  # fmt: skip


def said(data: pd.DataFrame, names: Names) -> dict:
    counts = data.groupby("level", sort=False)["pairings"].sum()
    return {"all": counts.sum(), "n": counts.max(), "level": counts.idxmax(), "programmes": data["programme"].nunique()}


def chart(data: pd.DataFrame, words: dict, width: int) -> alt.LayerChart:
    totals = data.groupby("level", sort=False)["pairings"].transform("sum").map(full_number)
    data = data.assign(figure=totals, group=data["code"].map(lambda code: words[GROUPS.get(code, code)]))
    roles = {words[code]: role for code, role in ROLES.items() if code not in GROUPS}
    color = shades(data, "group", roles, width)
    return bars(data, width, words, "pairings", color, label="level", together=True)
