"""No text leaves its chart or lies on another: measured on all charts of the real ledger, both languages."""

import pytest

from build_scripts.charts.draw import all_sketches, spec_of
from build_scripts.charts.style import SMALL, WIDTH
from build_scripts.charts.text import SLACK, width_of


@pytest.fixture(scope="module")
def real_specs(real_views, real_words):
    return {key: spec_of(sketch) for key, sketch in all_sketches(real_views, real_words).items()}


def boxes(spec: dict):
    """Yields (text, left, top, right, bottom) of each upright line of text, as wide as the font makes it."""
    for layer in spec["layer"]:
        mark = layer["mark"]
        if mark["type"] != "text" or mark.get("angle"):
            continue
        for row in spec["datasets"][layer["data"]["name"]]:
            size = mark["fontSize"]
            width = width_of(row["words"], size) / SLACK
            left = row["x"] - width * {"left": 0, "center": 0.5, "right": 1}[mark["align"]]
            yield row["words"], left, row["y"] - 0.8 * size, left + width, row["y"] + 0.1 * size


def overlap(a, b) -> bool:
    return a[1] < b[3] - 1 and b[1] < a[3] - 1 and a[2] < b[4] - 1 and b[2] < a[4] - 1


def test_no_text_leaves_its_chart(real_specs):
    out = [
        (key, text) for key, spec in real_specs.items() for text, left, top, right, bottom in boxes(spec)
        if left < -1 or right > WIDTH + 1 or top < -1 or bottom > spec["height"] + 1
    ]  # fmt: skip
    assert out == []


def test_no_text_lies_on_another(real_specs):
    found = []
    for key, spec in real_specs.items():
        placed = sorted(boxes(spec), key=lambda box: box[2])
        for i, box in enumerate(placed):
            for other in placed[i + 1 :]:
                if other[2] > box[4]:
                    break
                if overlap(box, other):
                    found.append((key, box[0], other[0]))
    assert found == []


def test_text_is_large_enough_for_a_phone(real_specs):
    """A chart of 400 pixels is shown at nine tenths on a phone of 390."""
    sizes = {
        layer["mark"]["fontSize"]
        for spec in real_specs.values()
        for layer in spec["layer"]
        if layer["mark"]["type"] == "text"
    }
    assert min(sizes) >= 11 and SMALL >= 12


def test_a_diagram_is_no_taller_than_four_screens(real_specs):
    assert {key: spec["height"] for key, spec in real_specs.items() if spec["height"] > 3200} == {}
