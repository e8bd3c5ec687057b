"""Who went where? Delegations, officials and specialists from provider to recipient and back, of each pairing.

Visits are added, people posted stand for one window; a direction that no source prints is shown as not printed.
"""

import altair as alt
import pandas as pd

from build_scripts.charts.encodings import shades
from build_scripts.charts.rows import bars
from build_scripts.charts.statements import times
from build_scripts.labels import word
from build_scripts.labels.names import Names
from build_scripts.views.model import Views
from build_scripts.views.visits import DIRECTIONS, Ways, ways_by_pairing

KEY = "people"
ROLES = {"provider": "provider", "recipient": "recipient"}  # the end that sets out


def frame(views: Views, names: Names) -> pd.DataFrame:
    """Returns a row a kind and direction of each pairing with enough figures."""
    found = [each for each in ways_by_pairing(views).items() if sum(map(len, each[1].values())) > 1]
    return pd.DataFrame([
        {"chart": f"people-by-direction.{key}", "of": ("pairing", key), **row(key, kind, way, ways, views, names)}
        for key, kinds in found for kind, ways in kinds.items() for way in DIRECTIONS
    ])  # fmt: skip


def row(pairing: str, kind: str, way: str, ways: Ways, views: Views, names: Names) -> dict:
    total, ends = ways.get(way), [names.end(names.pairings[pairing], end) for end in DIRECTIONS[way]]
    figure = names.value(total.value, total.unit, total.qualifier) if total else word(names.lang, "charts.not_printed")
    claims = total.included if total else ()
    return {"amount": total and total.value, "claims": claims, "times": times(map(views.claims.get, claims), names),
            "kind": word(names.lang, f"charts.people.{kind}"), "way": " → ".join(ends), "figure": figure,
            "sets_out": DIRECTIONS[way][0]}  # fmt: skip


def said(data: pd.DataFrame, names: Names) -> dict:
    known = data[data["amount"].notna()]
    both = known.groupby("kind", sort=False)["way"].transform("size") == len(DIRECTIONS)
    first = known[known["kind"] == (known[both] if both.any() else known)["kind"].iloc[0]]
    one_way = [word(names.lang, "charts.people.one_way", start=way.partition(" → ")[0], figure=figure, times=when)
               for way, figure, when in zip(first["way"], first["figure"], first["times"], strict=True)]  # fmt: skip
    return {"list": word(names.lang, "charts.list_semicolon").join(one_way), "kind": first["kind"].iloc[0],
            "pairing": data["subject"].iloc[0], "claims": first["claims"].sum()}  # fmt: skip


def chart(data: pd.DataFrame, words: dict, width: int) -> alt.FacetChart:
    return bars(data, width, words, color=shades(data, "sets_out", ROLES), section="kind", label="way")
