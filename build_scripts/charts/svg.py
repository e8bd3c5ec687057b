"""From the SVG of vl-convert to the one on a page and the one to keep.

On a page: no colours, styles, fixed size or clip paths; each colour becomes the class of its role (`fill-
provider`, `stroke-rule`), text takes the page's own font, unknown is hatched, and the ids carry the chart's
name. Presentation attributes cannot hold CSS variables in every browser, so classes carry the colours.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass

from build_scripts.charts.text import wrap
from build_scripts.charts.theme import FONT_STACK, HATCHED, NARROW, PAD, ROLES, SIZE, SMALL, WIDE
from build_scripts.labels import LANGUAGES

NS = "http://www.w3.org/2000/svg"
ROLE_OF = {colour: role for role, colour in ROLES.items()}
KEPT = {"d", "x", "x2", "y2", "dy", "transform", "text-anchor", "font-size", "font-weight", "stroke-width",
        "stroke-dasharray", "opacity", "fill-opacity", "fill", "stroke"}  # fmt: skip
DEFAULTS = {("opacity", "1"), ("text-anchor", "start"), ("stroke-width", "0"), ("stroke-width", "1"), ("y2", "0"),
            ("x2", "0"), ("font-weight", "normal"), ("transform", "translate(0,0)"), ("fill", "transparent"),
            ("stroke", "transparent")}  # fmt: skip
NUMBER = re.compile(r"-?\d+\.\d{2,}")
HEAD, LEAD, MARGIN = 22, 1.35, 35  # size of a kept chart's title; line height; 35 + 730 + 35, twice, are 1,600 pixels
ET.register_namespace("", NS)


class UnknownColour(ValueError):
    """A chart holds a colour that is no role of charts/theme.py; the message names chart and colour."""


@dataclass(frozen=True)
class Frame:
    """What a chart is called and said to be, in one language."""

    name: str
    lang: str
    title: str
    alt: str
    scope: str
    source: str


def page_svg(raw: str, frame: Frame, width: int) -> str:
    """Returns the SVG for a page, whose own words stand around it. Raises UnknownColour."""
    box, marks = marks_of(raw)
    key = re.sub(r"[^A-Za-z0-9_-]", "-", f"ch-{frame.name}-{frame.lang}-{width}")
    shape = "chart-svg chart-svg--narrow" if width == NARROW else "chart-svg chart-svg--wide"
    root = ET.Element("svg", {"class": shape, "viewBox": f"0 0 {box[0]} {box[1]}", "aria-hidden": "true"})
    add_hatching(root, marks, key)
    root.extend(marks)
    for mark in root.iter():
        set_roles(mark, frame.name)
    return ET.tostring(root, encoding="unicode", short_empty_elements=True)


def kept_svg(raw: str, frame: Frame) -> str:
    """Returns the SVG to keep: paper, own colours and font, title and scope above, the source below."""
    (width, height), marks = marks_of(raw)
    above = (frame.title, HEAD), (frame.scope, SIZE), (frame.source, SMALL)
    title, scope, source = (wrap(text, WIDE, size) for text, size in above)
    below = MARGIN + round(len(title) * HEAD * LEAD)
    top = below + round(len(scope) * SIZE * LEAD) + 18
    wide, tall = max(width, WIDE + 2 * PAD) + 2 * MARGIN, top + height + 62 + len(source) * SMALL
    size, lang = {"width": str(wide), "height": str(tall)}, LANGUAGES[frame.lang].html
    look = {"viewBox": f"0 0 {wide} {tall}", "font-family": FONT_STACK, "lang": lang}
    root = ET.Element("svg", {"xmlns": NS, **size, **look})
    ET.SubElement(root, "title").text = frame.title
    ET.SubElement(root, "desc").text = frame.alt
    ET.SubElement(root, "rect", {**size, "fill": ROLES["paper"]})
    add_hatching(root, marks, "hatch")
    add_lines(root, title, MARGIN + HEAD - 6, HEAD, "ink")
    add_lines(root, scope, below + SIZE, SIZE, "muted")
    ET.SubElement(root, "g", {"transform": f"translate({MARGIN},{top})"}).extend(marks)
    add_lines(root, source, top + height + 28, SMALL, "muted")
    return ET.tostring(root, encoding="unicode")


def marks_of(raw: str) -> tuple[tuple[int, int], list[ET.Element]]:
    """Returns ((width, height), what is seen, without vl-convert's frames and descriptions)."""
    root = ET.fromstring(raw)
    return (round(float(root.get("width"))), round(float(root.get("height")))), list(seen(root))


def seen(element: ET.Element) -> Iterator[ET.Element]:
    """Yields what is painted, in order; a group stays where it moves or fades what it holds."""
    for child in element:
        tag = child.tag.removeprefix(f"{{{NS}}}")
        if tag == "g":
            group = clean(child)
            group.attrib = {k: v for k, v in group.attrib.items() if k in ("transform", "opacity")}
            group.extend(seen(child))
            yield from ([group] if group.attrib and len(group) else group)
        elif tag in ("path", "line", "text") and is_painted(child):
            yield clean(child)


def is_painted(element: ET.Element) -> bool:
    is_text = element.tag.endswith("text")
    painted = any(element.get(name) not in (None, "none", "transparent") for name in ("fill", "stroke"))
    return element.get("display") != "none" and (bool("".join(element.itertext())) if is_text else painted)


def clean(element: ET.Element) -> ET.Element:
    """Returns the element with the attributes that are drawn, numbers to one decimal, lines of text within."""
    copy = ET.Element(element.tag.removeprefix(f"{{{NS}}}"))
    for name, value in element.attrib.items():
        if name in KEPT and (name, value) not in DEFAULTS:
            copy.set(name, NUMBER.sub(lambda m: f"{float(m[0]):.1f}".removesuffix(".0"), value.removesuffix("px")))
    if copy.tag in ("path", "line") and not copy.get("fill"):
        copy.set("fill", "none")  # of the group that is left out
    copy.text = element.text
    copy.extend(clean(line) for line in element if line.tag.endswith("tspan"))
    return copy


def set_roles(mark: ET.Element, chart: str) -> None:
    """Gives the mark classes in place of its colours."""
    classes = []
    for name in ("fill", "stroke"):
        colour = mark.get(name, "none")
        if colour != "none" and not colour.startswith("url("):
            if colour not in ROLE_OF:
                raise UnknownColour(f"{chart}: {name} {colour} is no role of charts/theme.py")
            del mark.attrib[name]
            classes.append(f"{name}-{ROLE_OF[colour]}")
    if classes:
        mark.set("class", " ".join(classes))


def add_hatching(root: ET.Element, marks: list[ET.Element], key: str) -> None:
    """Gives areas of the unknown role a pattern of lines; it is defined in the chart, under the chart's own id."""
    every = (mark for top in marks for mark in top.iter("path"))
    unknown = [mark for mark in every if mark.get("fill") == ROLES[HATCHED]]
    if not unknown:
        return
    size = {"id": key, "width": "5", "height": "5", "patternUnits": "userSpaceOnUse", "patternTransform": "rotate(45)"}
    pattern = ET.SubElement(ET.SubElement(root, "defs"), "pattern", size)
    ET.SubElement(pattern, "path", {"d": "M0,0h5v5h-5Z", "fill": ROLES["wash"]})
    ET.SubElement(pattern, "path", {"d": "M0,0v5", "stroke-width": "3", "stroke": ROLES[HATCHED]})
    for mark in unknown:
        mark.set("fill", f"url(#{key})")


def add_lines(root: ET.Element, lines: tuple[str, ...], first: float, size: int, role: str) -> None:
    """Writes lines of text below each other from the baseline `first`."""
    for i, line in enumerate(lines):
        place = {"x": str(MARGIN + PAD), "y": str(round(first + i * size * LEAD))}
        ET.SubElement(root, "text", {**place, "font-size": str(size), "fill": ROLES[role]}).text = line
