"""Headings and what each governs: 七、明年打算 holds for all below it, 今年上半年: for the list behind its colon."""

from __future__ import annotations

import re
from dataclasses import dataclass

from build_scripts.reading.extract.rows import is_row, lines_of

MARKS = (
    (1, re.compile(r"第?[一二三四五六七八九十]{1,3}(?:、|部分|章)|[★☆■◆▲]|【")),
    (2, re.compile(r"\([一二三四五六七八九十]{1,3}\)|——")),
    (3, re.compile(r"[0-9]{1,2}[、.](?![0-9])|\([0-9]{1,2}\)")),
)
DATELINE = re.compile(r"[0-9一二三四五六七八九十][日号]|[0-9]{4}[-./][0-9]|\b[A-Z][a-z]{2,8}\.? [0-9]{1,2}, [0-9]{4}")
ITEM = re.compile(r"\s*(?:[•·●■◆○—*-]|[(]?[0-9一二三四五六七八九十]{1,3}[、.)])")
LONGEST = 30  # characters of a heading; an English one is twice as long
LONGEST_INTRODUCTION = 60
PLAIN, LIST = 1, 9  # level of a heading without a mark, of a line that opens a list


@dataclass(frozen=True)
class Heading:
    """A line that governs what follows: where it stands, where its stretch ends, its words."""

    start: int
    end: int
    until: int
    text: str


def headings(folded: str) -> tuple[Heading, ...]:
    """Returns the headings of a folded text in order; each holds until the next of its level or a higher one."""
    lines = lines_of(folded)
    levels = [(level_of(place, lines), first, line) for place, (first, line) in enumerate(lines)]
    found = [(place, level, first, line) for place, (level, first, line) in enumerate(levels) if level]
    return tuple(
        Heading(first, first + len(line), until(place, level, levels, len(folded)), line.strip())
        for place, level, first, line in found
    )


def level_of(place: int, lines: list[tuple[int, str]]) -> int:
    """Returns the level of a heading, 0 for a line that is none."""
    line = lines[place][1].strip()
    if not line or is_row(line) or DATELINE.search(line):
        return 0
    if line[-1] in ":：" and len(line) <= LONGEST_INTRODUCTION:
        return LIST
    if len(line) > LONGEST * (1 + line.isascii()) or re.search(r"[。;；!！]|[,，、]$", line):
        return 0
    marked = next((level for level, mark in MARKS if mark.match(line)), 0)
    above = lines[place - 1][1].strip() if place else ""
    below = lines[place + 1][1].strip() if place + 1 < len(lines) else ""
    return marked or (PLAIN if not above and not below and not re.search("[,，]", line) else 0)


def until(place: int, level: int, levels: list[tuple[int, int, str]], end: int) -> int:
    """Returns where the stretch of a heading ends; that of a list with its last item."""
    for other, first, line in levels[place + 1 :]:
        if level == LIST and line.strip() and not ITEM.match(line):
            return first
        if level != LIST and 0 < other <= level:
            return first
    return end


def governing(listed: tuple[Heading, ...], at: int) -> list[Heading]:
    """Returns the headings that hold at an offset, the nearest last."""
    return [heading for heading in listed if heading.end <= at < heading.until]
