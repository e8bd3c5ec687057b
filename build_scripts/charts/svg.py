"""From the SVG of vl-convert to the one on a page and the one to keep.

On a page: no colours, styles, fixed size or clip paths; each colour becomes the class of its role (`fill-
provider`, `stroke-rule`), text takes the page's own font, unknown is hatched, and the ids carry the chart's
name. Presentation attributes cannot hold CSS variables in every browser, so classes carry the colours.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass

from build_scripts.charts.style import FONT_STACK, HATCHED, ROLES, SMALL, WIDTH
from build_scripts.charts.text import wrap

NS = "http://www.w3.org/2000/svg"
ROLE_OF = {colour: role for role, colour in ROLES.items()}
KEPT = {
    "d",
    "x2",
    "y2",
    "transform",
    "text-anchor",
    "font-size",
    "stroke-width",
    "stroke-dasharray",
    "opacity",
    "fill",
    "stroke",
}
NUMBER = re.compile(r"-?\d+\.\d{2,}")
HEAD, LEAD = 17, 1.35  # size of the title on a kept chart; line height
MARGIN = 16
ET.register_namespace("", NS)


class UnknownColour(ValueError):
    """A chart holds a colour that is no role of charts/style.py; the message names chart and colour."""


@dataclass(frozen=True)
class Frame:
    """What a chart is called and said to be, in one language."""

    name: str
    lang: str
    title: str
    alt: str
    source: str


def page_svg(raw: str, frame: Frame) -> str:
    """Returns the SVG for a page. Raises UnknownColour."""
    width, height, marks = marks_of(raw)
    key = re.sub(r"[^A-Za-z0-9_-]", "-", f"{frame.name}-{frame.lang}")
    root = ET.Element(
        "svg",
        {
            "class": "chart-svg",
            "viewBox": f"0 0 {width} {height}",
            "role": "img",
            "focusable": "false",
            "aria-labelledby": f"ct-{key} cd-{key}",
        },
    )
    ET.SubElement(root, "title", {"id": f"ct-{key}"}).text = frame.title
    ET.SubElement(root, "desc", {"id": f"cd-{key}"}).text = frame.alt
    add_hatching(root, marks, f"ch-{key}", by_class=True)
    root.extend([with_roles(mark, frame.name) for mark in marks])
    return ET.tostring(root, encoding="unicode", short_empty_elements=True)


def kept_svg(raw: str, frame: Frame) -> str:
    """Returns the SVG to keep: paper, own colours and font, the title above, the source below."""
    width, height, marks = marks_of(raw)
    title = wrap(frame.title, WIDTH, HEAD, most=5)
    source = wrap(frame.source, WIDTH, SMALL - 1, most=3)
    top = MARGIN + round(len(title) * HEAD * LEAD) + 10
    whole = top + height + 14 + round(len(source) * SMALL * LEAD) + MARGIN - 4
    size = {"width": str(width + 2 * MARGIN), "height": str(whole)}
    root = ET.Element(
        "svg",
        {
            "xmlns": NS,
            **size,
            "viewBox": f"0 0 {size['width']} {whole}",
            "font-family": FONT_STACK,
            "lang": {"zh": "zh-Hans"}.get(frame.lang, frame.lang),
        },
    )
    ET.SubElement(root, "title").text = frame.title
    ET.SubElement(root, "desc").text = frame.alt
    ET.SubElement(root, "rect", {**size, "fill": ROLES["paper"]})
    add_hatching(root, marks, "hatch", by_class=False)
    add_lines(root, title, MARGIN + HEAD, HEAD, "ink")
    ET.SubElement(root, "g", {"transform": f"translate({MARGIN},{top})"}).extend(marks)
    add_lines(root, source, top + height + 14 + SMALL, SMALL - 1, "muted")
    return ET.tostring(root, encoding="unicode")


def marks_of(raw: str) -> tuple[int, int, list[ET.Element]]:
    """Returns (width, height, the elements that are seen, without vl-convert's frames and descriptions)."""
    root = ET.fromstring(raw)
    marks = [clean(element) for element in seen(root)]
    return round(float(root.get("width"))), round(float(root.get("height"))), marks


def seen(element: ET.Element):
    """Yields the leaves that are painted, in order; groups of a chart of pixels move nothing."""
    for child in element:
        tag = child.tag.removeprefix(f"{{{NS}}}")
        if tag == "g":
            yield from seen(child)
        elif tag in ("path", "line", "text") and child.get("class") not in ("background", "foreground"):
            yield child


def clean(element: ET.Element) -> ET.Element:
    """Returns the element with the attributes that are drawn, numbers to one decimal."""
    copy = ET.Element(element.tag.removeprefix(f"{{{NS}}}"))
    for name, value in element.attrib.items():
        if name in KEPT and (name, value) not in DEFAULTS:
            copy.set(name, shorter(value.removesuffix("px") if name == "font-size" else value))
    copy.text = element.text
    return copy


DEFAULTS = {
    ("opacity", "1"),
    ("text-anchor", "start"),
    ("stroke-width", "0"),
    ("stroke-width", "1"),
    ("y2", "0"),
    ("x2", "0"),
}


def shorter(value: str) -> str:
    return NUMBER.sub(lambda m: f"{float(m[0]):.1f}".removesuffix(".0"), value)


def with_roles(mark: ET.Element, chart: str) -> ET.Element:
    """Returns the mark with classes in place of its colours."""
    classes = []
    for name in ("fill", "stroke"):
        colour = mark.attrib.pop(name, None)
        if colour and colour != "none" and not colour.startswith("url("):
            if colour not in ROLE_OF:
                raise UnknownColour(f"{chart}: {name} {colour} is no role of charts/style.py")
            classes.append(f"{name}-{ROLE_OF[colour]}")
        elif colour:
            mark.set(name, colour)
    if classes:
        mark.set("class", " ".join(classes))
    return mark


def add_hatching(root: ET.Element, marks: list[ET.Element], key: str, *, by_class: bool) -> None:
    """Gives areas of the unknown role a pattern of lines;
    it is defined in the chart, under the chart's own id.
    """
    unknown = [mark for mark in marks if mark.tag == "path" and mark.get("fill") == ROLES[HATCHED]]
    if not unknown:
        return
    pattern = ET.SubElement(
        ET.SubElement(root, "defs"),
        "pattern",
        {
            "id": key,
            "width": "5",
            "height": "5",
            "patternUnits": "userSpaceOnUse",
            "patternTransform": "rotate(45)",
        },
    )
    ground, stroke = (
        ({"class": "fill-wash"}, {"class": "stroke-unknown"})
        if by_class
        else ({"fill": ROLES["wash"]}, {"stroke": ROLES[HATCHED]})
    )
    ET.SubElement(pattern, "path", {"d": "M0,0h5v5h-5Z", **ground})
    ET.SubElement(pattern, "path", {"d": "M0,0v5", "stroke-width": "3", **stroke})
    for mark in unknown:
        mark.set("fill", f"url(#{key})")


def add_lines(root: ET.Element, lines: tuple[str, ...], first: float, size: int, role: str) -> None:
    """Writes lines of text below each other from the baseline `first`."""
    for i, line in enumerate(lines):
        place = {
            "x": str(MARGIN),
            "y": str(round(first + i * size * LEAD)),
            "font-size": str(size),
            "fill": ROLES[role],
        }
        ET.SubElement(root, "text", place).text = line
