"""Which characters the vendored font can draw: any other would be a box."""

from __future__ import annotations

import struct
from functools import cache

from build_scripts.charts.text import font_bytes


def undrawable(text: str) -> str:
    """Returns the characters of a text that the vendored font lacks, each once."""
    return "".join(char for char in dict.fromkeys(text) if ord(char) not in covered())


@cache
def covered() -> frozenset[int]:
    """Returns the code points of the font: subtables of format 12 and 4 of its `cmap` (OpenType 1.9)."""
    font = font_bytes()
    records = range(12, 12 + 16 * struct.unpack(">H", font[4:6])[0], 16)
    tables = {tag: offset for tag, offset, _ in (struct.unpack(">4s4xII", font[i : i + 16]) for i in records)}
    start = tables[b"cmap"]
    found: set[int] = set()
    for i in range(struct.unpack(">H", font[start + 2 : start + 4])[0]):
        at = start + struct.unpack(">I", font[start + 8 + 8 * i : start + 12 + 8 * i])[0]
        found |= {12: segmented_12, 4: segmented_4}.get(struct.unpack(">H", font[at : at + 2])[0], nothing)(font, at)
    return frozenset(found)


def nothing(font: bytes, at: int) -> set[int]:
    return set()


def segmented_12(font: bytes, at: int) -> set[int]:
    groups = range(at + 16, at + 16 + 12 * struct.unpack(">I", font[at + 12 : at + 16])[0], 12)
    spans = (struct.unpack(">II", font[i : i + 8]) for i in groups)
    return {code for first, last in spans for code in range(first, last + 1)}


def segmented_4(font: bytes, at: int) -> set[int]:
    half = struct.unpack(">H", font[at + 6 : at + 8])[0]
    ends = struct.unpack(f">{half // 2}H", font[at + 14 : at + 14 + half])
    starts = struct.unpack(f">{half // 2}H", font[at + 16 + half : at + 16 + 2 * half])
    return {code for a, b in zip(starts, ends, strict=True) for code in range(a, b + 1)}
