"""The document's own numbering, read from the text: which section a place lies in, such as 二.4 or 五.(二).1.

A guess that a person looks over. Markers stand at the start of a line or after a mark of punctuation.
一、 and （一） at the start of a line always count; any other marker counts where it begins a list or
follows the item before it, so that page numbers and dates do not. A list may stand inside another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

HEADINGS = ("ordinal", "chapter", "bracket")  # from the outermost inwards
DIGITS = "零一二三四五六七八九"
HAN = "[一二三四五六七八九十]{1,3}"
MARKER = re.compile(
    rf"(?:^|(?<=[\s。;；:：,，!！?？]))[ \t\u3000]*(?:"
    rf"(?P<chapter>{HAN})[、.．]|第(?P<ordinal>{HAN})[章节部][分]?"
    rf"|[（(](?P<bracket>{HAN})[）)]"
    rf"|(?P<number>[0-9]{{1,2}})(?:[、．]|\.(?![0-9])|\.(?=(?:19|20)[0-9]{{2}}年))"
    rf"|(?P<point>{HAN})是)",
    re.MULTILINE,
)


@dataclass(frozen=True)
class Marker:
    """One numbered heading or item: its style, its number, and whether it is sure to be a heading."""

    style: str  # chapter | ordinal | bracket | number | point
    number: int
    is_heading: bool  # 一、 or （一） at the start of a line


def label(marker: Marker, depth: int) -> str:
    """Returns the marker as the ledger writes it in `section`: 二, (二), 4; 四是 is 四 on top and 4 below."""
    if marker.style == "bracket":
        return f"({chinese(marker.number)})"
    if marker.style == "number" or (marker.style == "point" and depth):
        return str(marker.number)
    return chinese(marker.number)


def section_at(text: str, offset: int, start: int = 0) -> str:
    """Returns the section `offset` lies in, '' before the first heading; the document begins at `start`."""
    open_lists: list[Marker] = []
    for marker in markers(text, start, offset):
        open_lists = enter(open_lists, marker)
    return ".".join(label(marker, depth) for depth, marker in enumerate(open_lists))


def markers(text: str, start: int, end: int) -> Iterator[Marker]:
    """Yields the markers that begin between two offsets, in order."""
    for match in MARKER.finditer(text, start, end):
        style = match.lastgroup
        begins_line = text[: match.start(style)].rpartition("\n")[2].strip(" \t\u3000（(第") == ""
        yield Marker(style, arabic(match[style]), begins_line and style in HEADINGS)


def enter(open_lists: list[Marker], marker: Marker) -> list[Marker]:
    """Returns the open lists after a marker: the next item of one, a new list inside, or nothing new."""
    if marker.is_heading:
        above = HEADINGS[: HEADINGS.index(marker.style)]
        return [*(last for last in open_lists if last.style in above), marker]
    for depth, last in enumerate(open_lists):
        if last.style == marker.style and marker.number in (last.number + 1, 1):
            return [*open_lists[:depth], marker]
    return [*open_lists, marker] if marker.number == 1 else open_lists


def arabic(numeral: str) -> int:
    """Returns the value of 1 … 99 in either script."""
    if numeral.isascii():
        return int(numeral)
    tens, ten, ones = numeral.rpartition("十")
    return (DIGITS.index(tens) if tens else 1) * 10 * bool(ten) + (DIGITS.index(ones) if ones else 0)


def chinese(number: int) -> str:
    tens, ones = divmod(number, 10)
    return (DIGITS[tens] if tens > 1 else "") + "十" * bool(tens) + (DIGITS[ones] if ones else "")
