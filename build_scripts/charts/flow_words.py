"""A flow diagram: what its title may say of two provinces, its ribbons, what stands beside its nodes."""

from __future__ import annotations

from decimal import Decimal

import pandas as pd

from build_scripts.charts.statements import bare_times, counted, finding, low_words, remark_on_all, told_of
from build_scripts.charts.text import width_of
from build_scripts.charts.theme import SIZE
from build_scripts.labels import word
from build_scripts.labels.names import Names
from build_scripts.labels.numbers import show_money
from build_scripts.views.edges import Flow
from build_scripts.views.headline import ASSISTANCE, is_low
from build_scripts.views.model import Claim, Views
from build_scripts.views.pair_sums import larger_beside, sum_beside
from build_scripts.views.ribbons import Ribbon
from build_scripts.views.windows import is_printed_early, is_printed_in_course

MOST_PAIRS = 3  # pairs of cities or counties that a sum names
PROVINCES = ("province", "province_part")  # where a figure speaks of the two provinces themselves
WITHIN = ("parts", "unknown")  # where it does not
NOTES = {"outside": "charts.flow.note_outside", "unknown": "charts.flow.note_unknown"}
FAR = 2  # times what is drawn: no ribbon is as wide as that
STATE_OF = {"province": "complete", "province_part": "incomplete", "parts": "local", "unknown": "unknown"}


def finding_of(flows: list[Flow], views: Views, names: Names) -> dict:
    """Returns what a title may say: one print of assistance between two provinces themselves; else nothing.

    A sum of ours, money of their cities and counties, and what is printed of others are never said of two provinces.
    """
    whole = (flow for flow in flows if flow.basis in PROVINCES and len(flow.claims) == 1)
    claims = (views.claims[flow.claims[0]] for flow in whole)
    own = (c for c in claims if c.fund_source in ASSISTANCE and not c.stated_of_zh and not c.payer_id)
    claim = next((c for c in own if not is_low(c, views.reliability)), None)
    if claim is None:
        return {"found": "", "behind": ()}
    pair = names.pairing(claim.subject_id)
    said = word(names.lang, "charts.flow.of_pair", pair=pair, said=finding(claim, names))
    return {"found": said, "behind": (claim.claim_id,)}


def title_of(data: pd.DataFrame, words: dict, names: Names) -> str:
    """Returns the title of a diagram: how much was read, what is printed but not drawn, one print of two provinces."""
    read = word(names.lang, "charts.flow.read_local" if words["local"] else "charts.flow.read", **words)
    if data["other"].any():
        n, form = int(data["other"].sum()), "not_drawn" if "/" in words["span"] else "not_drawn_in_year"
        read += counted(f"charts.flow.{form}", n, names)
    found = data["found"].iloc[0]
    return word(names.lang, "charts.flow.found", read=read, found=found) if found else read


def note_of(chart: str, words: dict, names: Names) -> str:
    """Returns the note below a diagram: of the threads, those that it has."""
    keys = ["charts.flow.note", *(key for state, key in NOTES.items() if words[state]), "charts.flow.note_left_out"]
    keys.append("charts.flow.note_of_kind" if is_of_kind(chart) else "charts.flow.note_of_best")
    return "".join(word(names.lang, key, **words) for key in keys)


def basis_words(flow: Flow, names: Names, claims: dict[str, Claim]) -> str:
    """Returns whose figures a flow shows: those of the two provinces, or a sum and of which cities and counties; and
    whether one of their sources is of the lowest reliability.
    """
    added = [claims[key] for key in flow.claims]
    low = low_words(added, names)
    if flow.basis != "parts":
        return word(names.lang, f"charts.flow.basis.{basis_of(flow, claims)}") + low
    to = word(names.lang, "charts.list_then")
    pairs = list(dict.fromkeys(to.join(names.place(end) for end in ends if end) for ends in flow.ends))
    listed = word(names.lang, "charts.list_semicolon").join(pairs[:MOST_PAIRS])
    key = "parts" if len(pairs) <= MOST_PAIRS else "parts_and_more"
    return word(names.lang, f"charts.flow.basis.{key}", pairs=listed, n=len(pairs)) + low


def covered(flow: Flow, views: Views, names: Names) -> str:
    """Returns the times of what a flow draws, with months and basis, and all that must be said beside the figures."""
    claims = [views.claims[key] for key in flow.claims]
    return bare_times(claims, names) + remark_on_all(claims, names)


def is_of_kind(chart: str) -> bool:
    """True for the name of a diagram of one stage and source, which leaves out what is of others."""
    return chart.count(".") == 2


def beside(chart: str, flow: Flow, sums: dict, local: dict, today: str) -> dict[str, Claim]:
    """Returns what is not drawn, where a flow does not show two provinces whole: `beside`, what is printed of them
    themselves, and `beside_local`, a figure of their cities and counties above all that is drawn of these.
    """
    if flow.basis == "province":
        return {}
    period, found = flow.period_key + (today[:4] if flow.period_key.endswith("/") else ""), {}
    own, within = sums.get(flow.pair, []), local.get(flow.pair, [])
    if is_of_kind(chart):
        kind = flow.stage, flow.fund_source
        own, within = ([c for c in each if (c.stage, c.fund_source) == kind] for each in (own, within))
    found["beside"] = sum_beside(period, flow.claims, own)
    if flow.basis in WITHIN and "/" in period:
        found["beside_local"] = larger_beside(period, flow, within)
    return {key: claim for key, claim in found.items() if claim}


def basis_of(flow: Flow, claims: dict[str, Claim]) -> str:
    """Returns what a flow covers; never all of two provinces' period where a figure was printed before its end, or in
    its last year with no month told, or is printed of a part of them.
    """
    added = [claims[key] for key in flow.claims]
    is_cut = any(is_printed_early(c) or is_printed_in_course(c) or c.stated_of_zh for c in added)
    return "province_part" if flow.basis == "province" and is_cut else flow.basis


def state_of(flow: Flow, others: dict[str, Claim], claims: dict[str, Claim]) -> str:
    """Returns how a flow is drawn; `outside` as a thread, where a figure that is not drawn is at least twice what is:
    a narrow ribbon would say that little was given. In a single year, where nothing else is to be drawn.
    """
    is_compared = flow.basis == "unknown" or (flow.basis == "parts" and "/" in flow.period_key)
    is_outside = is_compared and any(claim.value >= FAR * (flow.value or 0) for claim in others.values())
    return "outside" if is_outside else STATE_OF[basis_of(flow, claims)]


def counts_of(data: pd.DataFrame) -> dict[str, int]:
    """Returns how many pairs of provinces there are, how many are drawn to width, and how many in other ways."""
    states = data["drawn"].value_counts()
    counts = {state: int(states.get(state, 0)) for state in ("local", "outside", "unknown")}
    return counts | {"n": len(data) - counts["outside"] - counts["unknown"], "all": int(data["pairs"].iloc[0])}


def told_with_pair(key: str, claim: Claim, names: Names) -> str:
    said = told_of(claim, names.said_label(claim), names)
    pair = names.pairing(claim.subject_id)
    return said if key == "beside" else word(names.lang, "charts.flow.of_pair", pair=pair, said=said)


def with_beside(basis: str, others: dict[str, Claim], names: Names) -> str:
    """Returns whose figures a flow shows, and behind it what is not drawn."""
    for key, claim in others.items():
        basis = word(names.lang, f"charts.flow.{key}", basis=basis, said=told_with_pair(key, claim, names))
    return basis


def ribbons_of(data: pd.DataFrame, words: dict) -> list[Ribbon]:
    """Returns the flows as ribbons; what cities and counties had is part of their province's money and is not added."""
    is_sum = (data["state"] == words["local"]) | (data["claims"].map(len) > 1)  # ours: a name carries what is printed
    kinds = zip(data["stage"], data["fund_source"], is_sum, strict=True)
    kinds = [None if ours else (stage, source) for stage, source, ours in kinds]
    widths = [None if s == words["outside"] else n for s, n in zip(data["state"], data["amount"], strict=True)]
    ends = data["provider"], data["recipient"], widths
    return [Ribbon(*row) for row in zip(data.index, *ends, kinds, strict=True)]


def ends_of(nodes: pd.DataFrame, side: str) -> pd.DataFrame:
    """Returns the nodes of a side with their place."""
    placed = nodes.assign(across=float(side == "end"), middle=(nodes["upper"] + nodes["lower"]) / 2)
    return placed[placed["side"] == side].drop(columns=["value", "stage"])  # the words say them


def words_of(nodes: pd.DataFrame, lang: str, room: float) -> list[str]:
    """Returns the words of nodes: the name, below it the sum to four digits and its stage.

    The names alone where one of the sums would take more than `room`: ribbons need theirs, and the table has the sums.
    """
    sums = [
        f"{show_money(Decimal(f'{value:.4g}'), 'exact', lang)} {stage}" if pd.notna(value) else ""
        for value, stage in zip(nodes["value"], nodes["stage"], strict=True)
    ]
    if any(width_of(each, SIZE) > room for each in sums):
        return list(nodes["name"])
    return [f"{name}\n{total}".strip() for name, total in zip(nodes["name"], sums, strict=True)]
