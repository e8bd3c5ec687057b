"""Words that most charts share: what one claim says, in the columns that readers know; whom a picture is about."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate

import pandas as pd

from build_scripts.labels import word
from build_scripts.labels.names import Names
from build_scripts.labels.remarks import remark_words, sum_remark_words
from build_scripts.labels.windows import bare_window, stage_key, window_words
from build_scripts.views.headline import is_low
from build_scripts.views.model import Claim
from build_scripts.views.periods import first_day, last_day
from build_scripts.views.said import Window
from build_scripts.views.windows import joined_windows, window_said

ROOM = 170  # characters that a description has for its figures


def statement(claim: Claim, names: Names) -> dict:
    """Returns what, period, stage, basis, amount, figure, claims of one claim; basis only where it needs a word."""
    return {
        "what": names.label(claim),
        "period": claim.period,
        "code": claim.stage,
        "stage": names.code("funds", "stage", claim.stage) if claim.stage else "",
        "basis": "" if claim.basis == "in_period" else names.code("funds", "basis", claim.basis),
        "amount": claim.value,
        "figure": names.figure(claim),
        "claims": (claim.claim_id,),
    }


def window_of(claim: Claim, names: Names) -> Window:
    return window_said(claim, names.pairings.get(claim.subject_id, {}).get("programme"))


def times(claims: Iterable[Claim], names: Names) -> str:
    """Returns the times that figures speak of, with months and basis, never a span with holes."""
    windows = joined_windows(window_of(claim, names) for claim in claims)
    return word(names.lang, "charts.list_then_comma").join(window_words(each, names.lang) for each in windows)


def bare_time(claim: Claim, names: Names) -> str:
    """Returns the time that a figure speaks of, without what must be said beside it: see `remarked`."""
    return bare_times([claim], names)


def bare_times(claims: Iterable[Claim], names: Names) -> str:
    """Returns the times that figures speak of, with months and basis alone."""
    windows = joined_windows(window_of(claim, names) for claim in claims)
    said = dict.fromkeys(bare_window(each, names.lang) for each in windows)  # some differ in what was judged alone
    return word(names.lang, "charts.list_then_comma").join(said)


def remark_on_all(claims: Iterable[Claim], names: Names) -> str:
    """Returns what must be said beside a sum of figures of fiscal money, in one pair of brackets."""
    claims = tuple(claims)
    return sum_remark_words(claims, [window_of(claim, names) for claim in claims], names.lang)


def low_words(claims: Iterable[Claim], names: Names) -> str:
    """Returns that a sum has a source of the lowest reliability; '' where it has none."""
    return word(names.lang, "charts.low_source") if any(is_low(c, names.views.reliability) for c in claims) else ""


def time_words(claim: Claim, names: Names) -> str:
    """Returns the time of one figure as its sentence says it, also that none is stated, with what was judged."""
    return bare_window(window_of(claim, names), names.lang).rstrip("，") + full_remark(claim, names)


def finding(claim: Claim, names: Names) -> str:
    """Returns one printed figure for a title: what it is with its payer, time, basis, stage, amount."""
    window, stage = window_of(claim, names), word(names.lang, stage_key(claim)) if claim.stage else ""
    words = {"label": names.said_label(claim), "window": bare_window(window, names.lang), "stage": stage,
             "amount": names.figure(claim), "remark": full_remark(claim, names)}  # fmt: skip
    if claim.payer_id:
        return word(names.lang, "said.sentence", payer=names.place(claim.payer_id), **words)
    if claim.stage:
        return word(names.lang, "said.named", **words)
    return word(names.lang, "charts.measured", **words | {"window": words["window"].rstrip("，")})


def full_remark(claim: Claim, names: Names) -> str:
    """Returns what must be said beside a figure of a chart, where what is drawn together is of one kind of money."""
    return remark_words(window_of(claim, names), names.lang, claim, is_kind_told=True)


def remarked(claim: Claim, names: Names) -> str:
    """Returns a figure with what must be said beside it."""
    return names.figure(claim) + remark_words(window_of(claim, names), names.lang, claim)


def told(label: str, window: str, stage: str | None, figure: str, names: Names, remark: str = "") -> str:
    """Returns one amount of a description with its stage and time; `window` is '' where none is stated."""
    words = {"label": label, "window": window or word(names.lang, "said.window.unstated"), "amount": figure,
             "remark": remark}  # fmt: skip
    return word(names.lang, "said.named", **words, stage=word(names.lang, f"said.stage.{stage}") if stage else "")


def told_of(claim: Claim, label: str, names: Names) -> str:
    """Returns the amount of a claim for a description, with what must be said beside it."""
    window = window_of(claim, names)
    remark = full_remark(claim, names)
    return told(label, bare_window(window, names.lang), claim.stage, names.figure(claim), names, remark)


def counted(key: str, n: int, names: Names) -> str:
    """Returns a number in the words of `key`, which has a form for one."""
    return word(names.lang, f"{key}.{'one' if n == 1 else 'other'}", n=n)


def as_many(parts: Iterable[str], names: Names, room: int = ROOM) -> str:
    """Returns parts of a description, one at the least and as many as fit into the room, how many more there are."""
    join, parts = word(names.lang, "charts.list_semicolon"), list(parts)
    ends = accumulate(len(part) + len(join) for part in parts)
    shown = max(sum(end <= room for end in ends), 1)
    more = [word(names.lang, "charts.list_more", n=len(parts) - shown)] if len(parts) > shown else []
    return join.join([*parts[:shown], *more])


def nothing_read(words: str, period: str | None = None) -> dict:
    """Returns the row of a period, or of a thing, for which no figure has been read."""
    none = {"what": "", "code": None, "stage": "", "basis": "", "amount": None, "claims": ()}
    return none | {"period": period, "figure": words}


def scope_of(data: pd.DataFrame, names: Names) -> str:
    """Returns whom a picture is about, from when to when, at which stage, and how many documents stand behind it."""
    periods = sorted(part for each in data["period"] if each for part in each.split(" "))
    first = min((first_day(p.partition("/")[0]) for p in periods), default="")[:4]
    last = max((last_day(p.rpartition("/")[2]) for p in periods), default="")[:4]
    stages = list(dict.fromkeys(data["stage"]))
    sources = {source for each in data["sources"] for source in each.split()}
    years = names.period(first if first == last else f"{first}/{last}")
    parts = [data["subject"].iloc[0], years, stages[0] if len(stages) == 1 else ""]
    if figures := sum(bool(claims) for claims in data["claims"]):
        of = counted("charts.scope.documents", len(sources), names)
        parts.append(counted("charts.scope.figures", figures, names) + of)
    return word(names.lang, "charts.list_comma").join(part for part in parts if part)
