"""Which characters the vendored font can draw: any other would be a box."""

from __future__ import annotations

from functools import cache
from io import BytesIO

from fontTools.ttLib import TTFont

from build_scripts.charts.text import font_bytes


def undrawable(text: str) -> str:
    """Returns the characters of a text that the vendored font lacks, each once."""
    return "".join(char for char in dict.fromkeys(text) if ord(char) not in covered())


@cache
def covered() -> frozenset[int]:
    """Returns the code points of the font."""
    return frozenset(TTFont(BytesIO(font_bytes()), lazy=True).getBestCmap())
