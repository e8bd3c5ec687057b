"""The words of a flow diagram: what its title may say of two provinces, and what stands beside its nodes."""

from __future__ import annotations

from decimal import Decimal

import pandas as pd

from build_scripts.charts.statements import finding
from build_scripts.labels import word
from build_scripts.labels.names import Names
from build_scripts.labels.numbers import show_money
from build_scripts.views.edges import Flow
from build_scripts.views.headline import ASSISTANCE, LOWEST_RANK
from build_scripts.views.model import Claim, Views

MOST_PAIRS = 3  # pairs of cities or counties that a sum names
PROVINCES = ("province", "province_part")  # where a figure speaks of the two provinces themselves


def finding_of(flows: list[Flow], views: Views, names: Names) -> dict:
    """Returns what a title may say: one print of assistance between two provinces themselves; else nothing.

    A sum of ours, and money of their cities and counties, is never said of two provinces.
    """
    whole = (flow for flow in flows if flow.basis in PROVINCES and len(flow.claims) == 1)
    claims = (views.claims[flow.claims[0]] for flow in whole)
    claim = next((c for c in claims if c.fund_source in ASSISTANCE and not is_low(c, views)), None)
    if claim is None:
        return {"found": "", "behind": ()}
    pair = names.pairing(claim.subject_id)
    said = word(names.lang, "charts.flow.of_pair", pair=pair, said=finding(claim, names))
    return {"found": said, "behind": (claim.claim_id,)}


def basis_words(flow: Flow, names: Names) -> str:
    """Returns whose figures a flow shows: those of the two provinces, or a sum and of which cities and counties."""
    if flow.basis != "parts":
        return word(names.lang, f"charts.flow.basis.{flow.basis}")
    to = word(names.lang, "charts.list_then")
    pairs = list(dict.fromkeys(to.join(names.place(end) for end in ends if end) for ends in flow.ends))
    listed = word(names.lang, "charts.list_semicolon").join(pairs[:MOST_PAIRS])
    key = "parts" if len(pairs) <= MOST_PAIRS else "parts_and_more"
    return word(names.lang, f"charts.flow.basis.{key}", pairs=listed, n=len(pairs))


def is_low(claim: Claim, views: Views) -> bool:
    return views.reliability[claim.source_id].rank >= LOWEST_RANK


def ends_of(nodes: pd.DataFrame, side: str, lang: str) -> pd.DataFrame:
    """Returns the nodes of a side with their place and words: see `words_of`."""
    middle = (nodes["upper"] + nodes["lower"]) / 2
    placed = nodes.assign(across=float(side == "end"), middle=middle, words=words_of(nodes, lang))
    return placed[placed["side"] == side].drop(columns=["value", "stage"])  # the words say them


def with_stages(nodes: pd.DataFrame, data: pd.DataFrame, lang: str) -> pd.DataFrame:
    """Returns the nodes with the `stage` of all that is added in each; without a `value` where it is not one kind.

    What cities and counties had is a part of their province's money, so it makes no sum of the province either.
    """
    known = data[data["amount"].notna()]
    local = known["state"] == word(lang, "charts.flow.local")
    kinds = {
        (name, side): group[["stage", "fund_source"]].drop_duplicates()["stage"].tolist()
        for side, end in (("start", "provider"), ("end", "recipient")) for name, group in known.groupby(end)
        if not local[group.index].any()
    }  # fmt: skip
    found = [kinds.get(key, []) for key in zip(nodes["name"], nodes["side"], strict=True)]
    is_one = pd.Series([len(each) == 1 for each in found], index=nodes.index)
    stages = [each[0] if len(each) == 1 else "" for each in found]
    return nodes.assign(value=nodes["value"].where(is_one), stage=stages)


def words_of(nodes: pd.DataFrame, lang: str) -> list[str]:
    """Returns the words of nodes: the name, below it the sum to four digits and its stage."""
    sums = [
        f"{show_money(Decimal(f'{value:.4g}'), 'exact', lang)} {stage}" if value == value else ""
        for value, stage in zip(nodes["value"], nodes["stage"], strict=True)
    ]
    return [f"{name}\n{total}".strip() for name, total in zip(nodes["name"], sums, strict=True)]
