"""Who has helped a county, one after the other? Its helpers through the rounds, for counties with more than one.

A term is dark where a document prints it, pale where only its beginning is printed or the round gives it; a helper
without any date is hatched over the years of its round.
"""

import altair as alt
import pandas as pd

from build_scripts.charts.encodings import shades
from build_scripts.charts.rows import timeline
from build_scripts.labels import word
from build_scripts.labels.names import Names
from build_scripts.views.model import Views
from build_scripts.views.relay import Leg, relays, turns

KEY = "relay"
STATES = {"printed": "provider", "round": "heat-3", "undated": "unknown"}


def frame(views: Views, names: Names) -> pd.DataFrame:
    """Returns a row a helper of each county, in time."""
    legs = [(place, leg) for place, legs in relays(views).items() for leg in legs]
    return pd.DataFrame([{"chart": f"relay.{place}", "of": ("place", place), **row(leg, names)} for place, leg in legs])


def row(leg: Leg, names: Names) -> dict:
    return {"helper": names.end(names.pairings[leg.pairing_id], "provider"), "term": names.term(leg.pairing_id),
            "period": leg.period, "state": word(names.lang, f"charts.relay.{leg.state}")}  # fmt: skip


def said(data: pd.DataFrame, names: Names) -> dict:
    is_dated = word(names.lang, "charts.relay.undated") not in set(data["state"])  # else which came first is not known
    terms = [f"{helper}{word(names.lang, 'said.remarks', list=term)}" for helper, term in told(data, names)]
    in_turn = turns(zip(data["helper"], data["period"], strict=True)) if is_dated else [terms]
    together = in_turn if len(in_turn) > 1 else [terms]  # of one round alone: which it was
    comma, then = word(names.lang, "said.answer.list"), word(names.lang, "charts.relay.then")
    listed = then.join(comma.join(each) for each in together)
    return {"place": names.place(data["of"].iloc[0][1]), "n": data["helper"].nunique(), "list": listed}


def told(data: pd.DataFrame, names: Names) -> list[tuple[str, str]]:
    """Returns each helper once with its policies and, where they are stated, the years from which it helped."""
    terms = data.drop_duplicates(["helper", "term"]).groupby("helper", sort=False)["term"]
    return [*terms.agg(word(names.lang, "said.remarks_join").join).items()]


def chart(data: pd.DataFrame, words: dict, width: int) -> alt.LayerChart:
    color = shades(data, "state", STATES, width, words)
    return timeline(data.assign(figure=data["term"]), width, words, color, label="helper")
