"""The style sheets: enough contrast in light and dark, colours apart for every eye, and no rule for nothing."""

from __future__ import annotations

import re
from itertools import combinations
from pathlib import Path

import pytest

from build_scripts.charts.theme import ROLES
from build_scripts.publish.theme_styles import material_styles

ROOT = Path(__file__).parents[1]
CSS = (ROOT / "docs/assets/css/ledger.css").read_text(encoding="utf-8")
COLOUR = re.compile(r"--([\w-]+): (#[0-9a-f]{6})")
THEMES = {
    "light": CSS[CSS.index(":root {") : CSS.index("@media (prefers-color-scheme: dark)")],
    "dark": CSS[CSS.index(':root[data-theme="dark"] {') : CSS.index("/* ---------- base")],
}
TEXT = (
    "ink",
    "ink-2",
    "vermilion",
    "provider",
    "recipient",
    "blue",
    "unknown-ink",
    "c1",
    "c4",
    "c5",
    "c6",
)
GROUNDS = ("paper", "sheet", "wash")
# Machado, Oliveira, Fernandes 2009, severity 1.0, on linear RGB
DEFICIENCIES = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def colours(theme: str) -> dict[str, str]:
    return dict(COLOUR.findall(THEMES[theme]))


def linear(colour: str) -> list[float]:
    """WCAG 2.2, relative luminance: sRGB to linear light."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    return [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]


def contrast(one: str, other: str) -> float:
    light = sorted(sum(w * p for w, p in zip((0.2126, 0.7152, 0.0722), linear(c), strict=True)) for c in (one, other))
    return (light[1] + 0.05) / (light[0] + 0.05)


def oklab(rgb: list[float]) -> list[float]:
    """Ottosson 2020: linear sRGB to OKLab."""
    to_lms = (
        (0.4122214708, 0.5363325363, 0.0514459929),
        (0.2119034982, 0.6806995451, 0.1073969566),
        (0.0883024619, 0.2817188376, 0.6299787005),
    )
    to_lab = (
        (0.2104542553, 0.7936177850, -0.0040720468),
        (1.9779984951, -2.4285922050, 0.4505937099),
        (0.0259040371, 0.7827717662, -0.8086757660),
    )
    lms = [max(0.0, sum(m * c for m, c in zip(row, rgb, strict=True))) ** (1 / 3) for row in to_lms]
    return [sum(m * c for m, c in zip(row, lms, strict=True)) for row in to_lab]


def seen(colour: str, deficiency: str) -> list[float]:
    rgb = linear(colour)
    return [min(1.0, max(0.0, sum(m * c for m, c in zip(row, rgb, strict=True)))) for row in DEFICIENCIES[deficiency]]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("text", TEXT)
def test_text_stands_out_from_every_ground_by_four_and_a_half(theme, ground, text):
    found = colours(theme)
    assert contrast(found[text], found[ground]) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(
    ("text", "ground"),
    [
        *[("ink", "blush"), ("paper", "ink"), ("ink", "recipient-wash"), ("paper", "heat-5")],
        ("recipient", "recipient-wash"),
        *[("ink", "heat-1"), ("ink", "heat-2"), ("ink", "heat-3")],
    ],
)
def test_text_on_a_coloured_ground_is_readable(theme, text, ground):
    found = colours(theme)
    assert contrast(found[text], found[ground]) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
def test_seals_and_borders_of_fields_stand_out_by_three(theme):
    found = colours(theme)
    for ground in GROUNDS[:2]:
        assert contrast(found["seal"], found[ground]) >= 3


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("deficiency", DEFICIENCIES)
def test_provider_and_recipient_stay_apart_for_every_kind_of_eye(theme, deficiency):
    found = colours(theme)
    one, other = (oklab(seen(found[role], deficiency)) for role in ("provider", "recipient"))
    assert sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) ** 0.5 >= 0.08


@pytest.mark.parametrize("theme", THEMES)
def test_grades_differ_for_eyes_that_see_every_colour(theme):
    found = colours(theme)
    for one, other in combinations(("vermilion", "recipient", "blue"), 2):
        a, b = oklab(linear(found[one])), oklab(linear(found[other]))
        assert sum((x - y) ** 2 for x, y in zip(a, b, strict=True)) ** 0.5 >= 0.08


def test_both_ways_of_choosing_dark_give_the_same_colours():
    by_system = CSS[CSS.index('  :root:not([data-theme="light"]) {') : CSS.index(':root[data-theme="dark"] {')]
    assert dict(COLOUR.findall(by_system)) == colours("dark")


def test_every_colour_that_is_used_is_defined():
    assert set(re.findall(r"var\(--([\w-]+)", CSS)) <= set(re.findall(r"--([\w-]+):", CSS))


MARKUP = (
    "build_scripts/pages/templates/**/*.html",
    "docs/theme/**/*.html",
    "docs/theme/.icons/**/*.svg",
    "docs/zh/**/*.md",
    "docs/en/**/*.md",
)
PROGRAMS = ("build_scripts/**/*.py", "docs/assets/js/*.js")
COMPUTED = {  # beginning of a class whose end is computed -> what it ends in
    "depth-": "level in a tree of places",
    "fig--": "how sure a figure is",
    "grade--": "grade of a signal",
    "mark--": "how sure a figure is, in the legend",
    "page--": "kind of a page",
    "verdict--": "verdict of an audit or a conflict",
}
OF_A_ROLE = ("fill-", "stroke-")  # given by charts/svg.py
FROM_MARKDOWN = {"headerlink"}  # given by the extension toc
MATERIAL = "\n".join(css.decode() for css in material_styles().values())
STRING = re.compile(r"""'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`[^`]*`""")


def text_of(patterns: tuple[str, ...]) -> str:
    return "\n".join(path.read_text(encoding="utf-8") for each in patterns for path in sorted(ROOT.glob(each)))


def named_classes() -> set[str]:
    """Every class that a style sheet names."""
    css = re.sub(r"/\*.*?\*/|url\([^)]*\)|\{[^{}]*\}", " ", text_of(("docs/assets/css/*.css",)), flags=re.S)
    return set(re.findall(r"\.([A-Za-z][\w-]*)", css))


def test_every_class_in_a_style_sheet_is_given_by_a_template_a_module_or_a_script():
    given = "\n".join((text_of(MARKUP), *STRING.findall(text_of(PROGRAMS))))
    assert all(f"{beginning}{{" in given for beginning in COMPUTED)
    plain = {name for name in named_classes() if not name.startswith((*COMPUTED, *OF_A_ROLE))}
    of_material = set(re.findall(r"\.([A-Za-z][\w-]*)", MATERIAL))
    assert plain - FROM_MARKDOWN - of_material <= set(re.findall(r"[\w-]+", given))


def test_each_role_of_the_charts_has_a_colour_and_no_other_has():
    """Lines are drawn in few of them; tests/charts/test_draw.py sees that what is drawn has its rule."""
    names = named_classes()
    filled, lined = ({n.removeprefix(each) for n in names if n.startswith(each)} for each in OF_A_ROLE)
    assert filled == set(ROLES) and lined <= set(ROLES)


def test_every_colour_that_is_defined_is_used():
    used = set(re.findall(r"var\(--([\w-]+)", text_of(("docs/assets/css/*.css",)) + MATERIAL))
    assert set(re.findall(r"(?<!\w)--([\w-]+): ", CSS)) <= used
