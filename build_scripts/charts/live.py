"""The live view of a chart: the same specification, compiled, which a browser runs only when a reader asks for it.

Compiled here from the chart's Vega-Lite, since the compiler is larger than all that runs it. The browser runs it with
Vega's interpreter of expressions (the site's policy forbids `eval`), gives each mark the class of its colour's role, so
that it looks as the still picture does, and says the tooltips of the encodings.
"""

from __future__ import annotations

from build_scripts.charts.theme import NARROW, ROLES, WIDE
from build_scripts.labels import word

UNSEEN = ("claims", "period_words", "proof", "sources", "addresses", "subject", "unit")  # in no tooltip


def live_view(vega: dict[int, dict], lang: str) -> dict:
    """Returns what a browser needs: the compiled specifications by width, roles of colours, a hint in words."""
    return {
        "narrow": without_evidence(vega[NARROW]),
        "wide": without_evidence(vega[WIDE]),
        "roles": {colour: role for role, colour in ROLES.items()},
        "words": {"hint": word(lang, "charts.live.hint")},
    }


def without_evidence(vega: dict) -> dict:
    """Returns a compiled specification with only those fields of its rows that it draws or says."""
    def seen(rows: list[dict]) -> list[dict]:
        return [{name: value for name, value in row.items() if name not in UNSEEN} for row in rows]

    held = [source | ({"values": seen(source["values"])} if "values" in source else {}) for source in vega["data"]]
    return {**vega, "data": held}
