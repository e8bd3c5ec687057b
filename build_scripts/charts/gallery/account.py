"""How much of each sum printed for the nation is located below it?

A row a printed sum of assistance and window, all of one length: a share each for pairs of provinces, for cities and
counties, for projects, what is not located hatched. Lines are of one stage and source and are never added.
"""

from itertools import chain

import altair as alt
import pandas as pd

from build_scripts.charts.encodings import amounts, filled, labels, shades, tips
from build_scripts.charts.rows import in_rows
from build_scripts.charts.statements import as_many
from build_scripts.charts.theme import BAR
from build_scripts.labels import word
from build_scripts.labels.names import Names
from build_scripts.labels.numbers import show_percent
from build_scripts.views.account_line import LEVELS, AccountLine
from build_scripts.views.main_lines import ASSISTANCE, COUNTRY
from build_scripts.views.model import Views

KEY = "account"
ROLES = {"province": "provider", "local": "heat-3", "project": "recipient", "rest": "unknown"}
HALF = 0.5


def frame(views: Views, names: Names) -> pd.DataFrame:
    """Returns a row a line and level with money, and what is not located of the line; the latest window first."""
    lines = [line for line in views.account if (line.subject_kind, line.subject_id) == COUNTRY]
    return pd.DataFrame([
        {"chart": "account", **line_of(line, names), **part}
        for line in lines if line.fund_source in ASSISTANCE for part in parts(line, names)
    ])  # fmt: skip


def line_of(line: AccountLine, names: Names) -> dict:
    share = show_percent(line.share * 100, 1) if line.values else word(names.lang, "charts.account.none")
    behind = (*line.claims, *chain.from_iterable(line.located.values())) if line.values else ()
    return {"line": line.line_id, "period": line.period, "what": names.code("funds", "fund_source", line.fund_source),
            "stage": names.code("funds", "stage", line.stage), "printed": names.value(line.printed, "cny"),
            "found": line.share, "share": share, "share_claims": behind}  # fmt: skip


def parts(line: AccountLine, names: Names) -> list[dict]:
    """Returns the levels of a line, then what is not located, with where each begins and ends in its share."""
    amounts = [(level, line.values[level], line.located[level]) for level in LEVELS if level in line.values]
    if line.not_located:
        behind = (*line.claims, *(key for ids in line.located.values() for key in ids))
        amounts.append(("rest", line.not_located, behind))
    whole, begin, found = max(line.printed, line.found or 0), 0, []
    for level, amount, claims in amounts:
        found.append({
            "level": word(names.lang, f"charts.account.{level}"), "amount": amount, "claims": claims,
            "figure": names.value(amount, "cny"), "from": begin, "to": begin + amount / whole,
        })  # fmt: skip
        begin += amount / whole
    return found


def said(data: pd.DataFrame, names: Names) -> dict:
    lines = data.drop_duplicates("line")
    known, listed = lines["found"].dropna(), lines["period"].map(names.period) + " " + lines["share"]
    return {"n": len(lines), "known": len(known), "half": int((known >= HALF).sum()),
            "list": as_many(listed, names)}  # fmt: skip


def chart(data: pd.DataFrame, words: dict, width: int) -> alt.LayerChart:
    color = shades(data, "level", ROLES, width, words)
    label = labels(words, data["when"], data["what"], data["stage"], data["printed"])

    def draw(base: alt.Chart, span: list[float], place: dict) -> alt.Chart:
        bars = base.mark_bar(size=BAR, orient="horizontal", **place)
        return bars.encode(x=amounts(span, "from"), x2=alt.X2("to:Q"), tooltip=tips(words), **filled(color))

    return in_rows(data.assign(label=label, figure=data["share"]), width, draw, together=True)
