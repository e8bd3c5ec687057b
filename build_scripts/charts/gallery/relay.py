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
from build_scripts.views.periods import years_of
from build_scripts.views.relay import Leg, relays

KEY = "relay"
STATES = {"printed": "provider", "round": "heat-3", "undated": "unknown"}


def frame(views: Views, names: Names) -> pd.DataFrame:
    """Returns a row a helper of each county, in time."""
    legs = [(place, leg) for place, legs in relays(views).items() for leg in legs]
    return pd.DataFrame([{"chart": f"relay.{place}", "of": ("place", place), **row(leg, names)} for place, leg in legs])


def row(leg: Leg, names: Names) -> dict:
    return {"helper": names.end(names.pairings[leg.pairing_id], "provider"), "term": names.term(leg.pairing_id),
            "period": leg.period, "state": word(names.lang, f"charts.relay.{leg.state}"), "claims": ()}  # fmt: skip


def said(data: pd.DataFrame, names: Names) -> dict:
    helpers = list(dict.fromkeys(data["helper"]))
    is_dated = word(names.lang, "charts.relay.undated") not in set(data["state"])  # else which came first is not known
    together = [helpers] if not is_dated else in_turn(data)
    comma, then = word(names.lang, "said.answer.list"), word(names.lang, "charts.list_then")
    listed = then.join(comma.join(each) for each in together)
    return {"place": names.place(data["of"].iloc[0][1]), "n": len(helpers), "list": listed}


def in_turn(data: pd.DataFrame) -> list[list[str]]:
    """Returns the helpers in time; those whose terms share more than the year of a change stand together."""
    turns: list[list[str]] = []
    last = first = 0
    for helper, period in zip(data["helper"], data["period"], strict=True):
        years = years_of(period)
        if turns and (years[0] < last or years[0] == first):
            turns[-1] += [helper] * (helper not in turns[-1])
            last = max(last, years[-1])
        else:
            turns.append([helper])
            first, last = years[0], years[-1]
    return turns


def chart(data: pd.DataFrame, words: dict, width: int) -> alt.LayerChart:
    color = shades(data, "state", STATES, width, words)
    return timeline(data.assign(figure=data["term"]), width, words, color, label="helper")
