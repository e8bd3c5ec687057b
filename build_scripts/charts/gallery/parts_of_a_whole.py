"""How was a printed total divided? The parts a source gives of one whole, largest first.

Drawn for every whole with at least three parts in the same unit. What the parts leave of the whole is hatched, where
the source does not say that they are complete. Of a source of the lowest reliability the title gives no amount.
"""

import altair as alt
import pandas as pd

from build_scripts.charts.encodings import shades
from build_scripts.charts.rows import bars
from build_scripts.charts.statements import as_many, finding, statement
from build_scripts.labels import word
from build_scripts.labels.names import Names
from build_scripts.views.divisions import Division, divisions
from build_scripts.views.headline import is_low
from build_scripts.views.model import Claim, Views
from build_scripts.views.whose import is_under_pairing

FEW = 3  # parts that a title names, each with its amount
ROOM = 90  # characters of a description for the parts: the whole is told at length before them
KEY = "parts"
ROLES = {"whole": "heat-3", "part": "provider", "rest": "unknown"}


def frame(views: Views, names: Names) -> pd.DataFrame:
    """Returns the whole, its parts and what they leave of it, for each division."""
    return pd.DataFrame([
        row | {"is_low": is_low(division.whole, views.reliability)}
        for division in divisions(views.claims) for row in rows(division, names)
    ])  # fmt: skip


def rows(division: Division, names: Names) -> list[dict]:
    whole = division.whole
    pairing = names.projects[whole.subject_id]["pairing_id"] if whole.subject_kind == "project" else None
    same = {"chart": f"parts.{whole.claim_id}", "of": whole.subject, "also": (("pairing", pairing),) if pairing else (),
            "whose": whose(whole, names), "complete": division.is_open}  # fmt: skip
    found = [same | of_claim(c, whole, names) for c in (whole, *division.parts)]
    if division.is_open:
        behind = tuple(c.claim_id for c in (whole, *division.parts))
        found.append(same | {"kind": "rest", "part": word(names.lang, "charts.parts.rest"), "amount": division.rest,
                             "figure": names.value(division.rest, whole.unit), "claims": behind})  # fmt: skip
    return found


def whose(whole: Claim, names: Names) -> str:
    """Returns the subject of a whole: a project with whose it is, or what is given under a pairing as that."""
    if whole.subject_kind == "project":
        return names.project_within(whole.subject_id)
    subject = names.subject(*whole.subject)
    return word(names.lang, "charts.parts.under", pairing=subject) if is_under_pairing(whole) else subject


def of_claim(claim: Claim, whole: Claim, names: Names) -> dict:
    if claim is whole:
        kind, part = "whole", word(names.lang, "charts.parts.whole", whole=names.label(whole))
    else:
        kind, part = "part", part_of(claim, whole, names)
    return statement(claim, names) | {"kind": kind, "part": part, "said": finding(claim, names)}


def part_of(claim: Claim, whole: Claim, names: Names) -> str:
    """Returns what a part is: of whom and by whom only where that is not as of the whole."""
    label = names.own_label(claim) if claim.payer_id == whole.payer_id else names.label(claim)
    if claim.subject == whole.subject:
        return label
    return word(names.lang, "pages.payer_label", payer=names.subject(*claim.subject), label=label)


def said(data: pd.DataFrame, names: Names) -> dict:
    whole, parts = data.iloc[0], data[data["kind"] == "part"]
    rest, unit, first = whole["amount"] - parts["amount"].sum(), whole["unit"], parts.iloc[0]
    key = "open" if whole["complete"] else "less" if rest > 0 else "more" if rest else "equal"
    note = word(names.lang, f"charts.parts.note_{key}", rest=names.value(abs(rest), unit), whole=whole["figure"],
                sum=names.value(whole["amount"] - rest, unit))  # fmt: skip
    each = parts["part"] + " " + parts["figure"]
    is_short, behind = len(parts) <= FEW and not rest, parts["claims"].tolist()  # they make the whole
    form = "low" if whole["is_low"] else "title_all" if is_short else "title"
    words = {"subject": whole["whose"], "whole": whole["what"], "said": whole["said"], "part": first["part"],
             "part_figure": first["figure"], "n": len(parts),
             "parts": word(names.lang, "said.answer.list").join(each)}  # fmt: skip
    return {"title": word(names.lang, f"charts.parts.{form}", **words), "subject": whole["subject"], "note": note,
            "said": whole["said"], "n": len(parts), "list": as_many(each, names, ROOM),
            "claims": () if whole["is_low"] else sum(behind if is_short else behind[:1], whole["claims"])}  # fmt: skip


def chart(data: pd.DataFrame, words: dict, width: int) -> alt.LayerChart:
    return bars(data, width, words, color=shades(data, "kind", ROLES), label="part")
