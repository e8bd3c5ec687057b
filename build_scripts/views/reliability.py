"""How far a source can be relied on: a rank from 1 to 5 by a stated rule, the same for every source.

Points: full text read +3, dated +1; policy document, white paper, yearbook, statistics +3; work report, bulletin,
plan, press release +2; news, article +1; published by a government or Party body, or a state newspaper +2;
an address under gov.cn +1; re-posted −2; names redacted −1. Rank 1: 8 points or more, 2: 6–7, 3: 4–5, 4: 2–3, 5: fewer.
The rule says how a text reached the reader, never whether its figures are right.
"""

from __future__ import annotations

import re

import pandas as pd

from build_scripts.views.model import Reliability

TYPE_POINTS = {
    "policy": 3,
    "white_paper": 3,
    "yearbook": 3,
    "statistics": 3,
    "report": 2,
    "bulletin": 2,
    "plan": 2,
    "press_release": 2,
    "news": 1,
    "article": 1,
}
PUBLIC_BODY = re.compile(
    "政府|人民网|新华|日报|中国网|央视|委员会|办公厅|办公室|乡村振兴局|扶贫|农业农村|发改|统计局|国务院|省委|市委"
    "|县委|局$|Government|Xinhua|People's Daily|State Council",
    re.I,
)
PUBLIC_HOST = re.compile(r"//[^/]*\.gov\.cn(/|:|$)", re.I)
RANKS = ((8, 1), (6, 2), (4, 3), (2, 4))


def derive_reliability(sources: pd.DataFrame) -> dict[str, Reliability]:
    """Returns source id -> Reliability for every source."""
    return {row["source_id"]: reliability_of(row) for row in sources.to_dict("records")}


def reliability_of(source: dict) -> Reliability:
    """Returns the rank of one row of `sources`, with the code of each rule that gave or took points."""
    given = {code: points for code, points in points_of(source).items() if points}
    total = sum(given.values())
    rank = next((rank for floor, rank in RANKS if total >= floor), 5)
    return Reliability(source["source_id"], rank, total, tuple(given))


def points_of(source: dict) -> dict[str, int]:
    """Returns the points of each rule in the module's docstring; the codes are worded in the labels."""
    publisher = " ".join(filter(None, (source["publisher"], source["author"])))
    return {
        "full_text": 3 if source["coverage"] == "full_text" else 0,
        "dated": 1 if source["published"] else 0,
        f"type_{source['document_type']}": TYPE_POINTS.get(source["document_type"], 0),
        "public_body": 2 if PUBLIC_BODY.search(publisher) else 0,
        "public_host": 1 if PUBLIC_HOST.search(source["url"] or "") else 0,
        "repost": -2 if source["is_repost"] else 0,
        "redacted": -1 if source["is_redacted"] else 0,
    }
