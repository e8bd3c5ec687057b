"""What has been printed of a pairing's money, over which months, at which stage?

One segment a statement over its own months, the printed amount beside it: nothing is added, annualised or drawn as a
share of something else. Drawn where a pairing has totals at two stages, from three statements.
"""

import altair as alt
import pandas as pd

from build_scripts.charts.encodings import labels, shades, stage_roles
from build_scripts.charts.rows import timeline
from build_scripts.charts.statements import as_many, finding, statement
from build_scripts.labels import word
from build_scripts.labels.names import Names
from build_scripts.views.model import Claim, Views
from build_scripts.views.said import NOTHING
from build_scripts.views.statements import money_statements
from build_scripts.views.whose import is_under_pairing

KEY = "money_by_stage"


def frame(views: Views, names: Names) -> pd.DataFrame:
    """Returns a row a statement, by source of money, then by the time at which it begins."""
    return pd.DataFrame([
        {"chart": f"money-by-stage.{key}", "of": ("pairing", key),
         "money": names.code("funds", "fund_source", claim.fund_source), **row(claim, names), **found}
        for key, claims in money_statements(views).items()
        for found in [finding_of(key, claims, views, names)] for claim in claims
    ])  # fmt: skip


def finding_of(pairing: str, claims: list[Claim], views: Views, names: Names) -> dict:
    """Returns what a title may say of a pairing's own money: what leads on its page, where the chart shows it."""
    lead = views.headlines.get(("pairing", pairing), NOTHING).lead
    keys = tuple(claim.claim_id for claim in claims if lead and claim.claim_id == lead.claim_id)
    found = "".join(finding(views.claims[key], names) for key in keys)
    return {"found": found, "behind": keys, "under": any(is_under_pairing(views.claims[key]) for key in keys)}


def row(claim: Claim, names: Names) -> dict:
    """Returns the statement; one on a project names it."""
    found = statement(claim, names)
    whose = f"{names.project(claim.subject_id)} · " if claim.subject_kind == "project" else ""
    return found | {"what": whose + found["what"], "said": whose + finding(claim, names)}


def said(data: pd.DataFrame, names: Names) -> dict:
    words = {"n": len(data), "pairing": data["subject"].iloc[0], "list": as_many(data["said"], names),
             "found": data["found"].iloc[0]}  # fmt: skip
    form = ("found_under" if data["under"].iloc[0] else "found") if words["found"] else "title"
    return words | {"title": word(names.lang, f"charts.money_by_stage.{form}", **words),
                    "claims": data["behind"].iloc[0]}  # fmt: skip


def chart(data: pd.DataFrame, words: dict, width: int) -> alt.FacetChart:
    data = data.assign(label=labels(words, data["what"], data["stage"], data["when"], data["basis"]))
    data = data.assign(heading=data["money"].map(lambda source: words["heading"].format(source=source)))
    return timeline(data, width, words, shades(data, "stage", stage_roles(data), width), section="heading")
