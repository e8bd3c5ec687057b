"""Who has helped a county, one after the other? Its helpers through the rounds, for counties with more than one.

A term is dark where a document prints it, pale where only its beginning is printed or the round gives it, or where a
document speaks of these years; a helper without any date is hatched over the years of its round.
"""

import altair as alt
import pandas as pd

from build_scripts.charts.encodings import shades
from build_scripts.charts.rows import timeline
from build_scripts.labels import word
from build_scripts.labels.names import Names
from build_scripts.views.model import Views
from build_scripts.views.relay import Leg, relays

KEY = "relay"
STATES = {"printed": "provider", "window": "heat-2", "round": "heat-3", "undated": "unknown"}
IN_TIME = ("ew1", "gz", "ew2")  # programmes


def frame(views: Views, names: Names) -> pd.DataFrame:
    """Returns a row a helper of each county, in time."""
    legs = [(place, leg) for place, legs in relays(views).items() for leg in legs]
    return pd.DataFrame([{"chart": f"relay.{place}", "of": ("place", place), **row(leg, names)} for place, leg in legs])


def row(leg: Leg, names: Names) -> dict:
    pairing = names.pairings[leg.pairing_id]
    helper = names.end(pairing, "provider") + (word(names.lang, "charts.relay.judged") if leg.is_judged else "")
    return {"helper": helper, "term": names.term(leg.pairing_id), "programme": pairing["programme"],
            "period": leg.period, "state": word(names.lang, f"charts.relay.{leg.state}")}  # fmt: skip


def said(data: pd.DataFrame, names: Names) -> dict:
    comma, programmes = word(names.lang, "said.answer.list"), names.codes("pairings", "programme")
    helpers = data.drop_duplicates(["programme", "helper"]).groupby("programme")["helper"].agg(comma.join)
    listed = [word(names.lang, "charts.relay.in_round", programme=programmes[key], helpers=helpers[key])
              for key in IN_TIME if key in helpers]  # fmt: skip
    semicolon = word(names.lang, "charts.list_semicolon")
    return {"place": names.place(data["of"].iloc[0][1]), "list": semicolon.join(listed)}


def chart(data: pd.DataFrame, words: dict, width: int) -> alt.LayerChart:
    color = shades(data, "state", STATES, width, words)
    return timeline(data.assign(figure=data["term"]), width, words, color, label="helper")
