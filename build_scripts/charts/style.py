"""The look of every chart: roles and their colours on light paper, sizes, the font.

A chart is drawn in these colours; for a page each colour is replaced by the class of its role
(charts/svg.py), and `docs/assets/css/charts.css` gives the role its colour in light and dark. So every role
has a colour of its own.
"""

FONT = "Ledger Chart Sans"
FONT_STACK = f"{FONT}, Noto Sans SC, PingFang SC, Microsoft YaHei, sans-serif"
WIDTH = 400  # a phone shows it at about 9/10, a page at up to 12/10: the text stays between 11 and 16 pixels
SIZE, SMALL, TINY = 13, 12, 11  # text: labels and figures; keys and remarks; years and cells

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
HATCHED = "unknown"  # filled with lines on a page: unknown is never plain and never white

CONFIG = {
    "font": FONT_STACK,
    "background": ROLES["paper"],
    "padding": 0,
    "view": {"stroke": None},
    "axis": {"disable": True},
    "legend": {"disable": True},
}
