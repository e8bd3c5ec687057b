"""The look of every chart: roles and their colours, sizes, the font, as one Altair theme.

A chart is drawn in these colours; for a page each colour is replaced by the class of its role (charts/svg.py),
and `docs/assets/css/charts.css` gives the role its colour in light and dark. So every role has a colour of its own.
"""

from __future__ import annotations

import altair as alt

FONT = "Ledger Chart Sans"
FONT_STACK = f"{FONT}, Noto Sans SC, PingFang SC, Microsoft YaHei, sans-serif"
NARROW, WIDE = 360, 720  # a telephone, a column of a page; the page chooses
PAD = 5  # around a chart, for letters that a reader's own font sets a little wider
SIZE, SMALL, TINY = 13, 12, 11  # text: labels and figures; keys and remarks; years and cells
LINE, BAR = 17, 10  # height of a line of text, of a bar

ROLES = {
    "ink": "#1f2328",
    "muted": "#5a5d5c",
    "rule": "#ddd8cc",
    "axis": "#a69f8e",
    "paper": "#fbfaf7",
    "provider": "#0f6b6b",
    "recipient": "#8f5600",
    "vermilion": "#b3261e",
    "blue": "#2b5c9e",
    "provider-wash": "#cfe3df",
    "recipient-wash": "#f0dfc0",
    "wash": "#f3f0e8",
    "c4": "#83406f",
    "c5": "#5d6b1c",
    "c6": "#6a6f73",
    "heat-1": "#e9f1ee",
    "heat-2": "#c9dfda",
    "heat-3": "#9cc4be",
    "heat-5": "#0f6b6c",
    "unknown": "#b5b1a6",
}
HATCHED = "unknown"  # filled with lines in our pictures: unknown is never plain and never white


def ledger_theme() -> dict:
    """Returns the theme: what is not said of a mark, axis, key or heading is said here."""
    quiet = {"labelColor": ROLES["muted"], "labelFontSize": TINY, "labelFontWeight": "normal"}
    heading = {"titleColor": ROLES["muted"], "titleFontSize": TINY, "titleFontWeight": "normal"}
    lines = {"domainColor": ROLES["axis"], "tickColor": ROLES["axis"], "gridColor": ROLES["rule"]}
    return {"config": {
        "font": FONT_STACK, "background": ROLES["paper"], "padding": PAD, "aria": False,
        "view": {"stroke": None},
        "axis": {**quiet, **heading, **lines, "labelLimit": 300},
        "legend": {**quiet, **heading, "orient": "top", "title": None, "labelFontSize": SMALL, "labelLimit": 340,
                   "symbolType": "square", "symbolSize": 110, "symbolStrokeWidth": 0, "columnPadding": 18},
        "header": {**quiet, "labelFontSize": SMALL, "labelAnchor": "start", "labelOrient": "top", "title": None,
                   "labelLimit": WIDE},
        "text": {"color": ROLES["ink"], "fontSize": SIZE, "lineBreak": "\n", "lineHeight": LINE},
        "bar": {"color": ROLES["provider"]},
        "rect": {"color": ROLES["provider"]},
        "rule": {"color": ROLES["rule"]},
        "line": {"color": ROLES["provider"]},
        "area": {"color": ROLES["provider"]},
        "point": {"filled": True, "opacity": 1, "strokeWidth": 0, "color": ROLES["provider"]},
    }}  # fmt: skip


alt.theme.register("ledger", enable=True)(ledger_theme)
