"""A text in half-width Simplified, character for character: an offset in it is an offset in the print."""

from __future__ import annotations

import re

from build_scripts.reading.numerals import plain

SENTENCE_END = re.compile(r"[。；;!！?？]|\n\s*\n|\n(?=[ \t\u3000]*(?:[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十]{1,3}\)))")
CLAUSE_END = re.compile(r"[,，。；;!！?？:：]|\n\s*\n")


def fold(text: str) -> str:
    """Returns the text in half-width Simplified, as long as it was: what would grow or vanish stays."""
    table = {}
    for char in set(text):
        folded = plain(char)
        if len(folded) == 1:
            table[ord(char)] = folded
    return text.translate(table | {0x3000: " ", 0xA0: " "})


def span_around(text: str, at: int, end: re.Pattern = SENTENCE_END) -> tuple[int, int]:
    """Returns first and last offset of the sentence, or clause, that holds a place.

    A mark inside brackets or a decimal point ends nothing.
    """
    first = max((m.end() for m in end.finditer(text, max(0, at - 400), at)), default=max(0, at - 400))
    stop = end.search(text, at)
    return first, stop.start() if stop else min(len(text), at + 400)


BREAK = r"[ \t]*\n?[ \t]*"
WITHIN_NUMBER = re.compile(
    rf"(?<=[0-9]){BREAK}(?=(?:[余多]?(?:万亿|[万亿千百]))?[余多]?[\u4e00-\u9fff%‰])"  # 385 人, 3.5⏎亿元
    rf"|(?<=[0-9][万亿]){BREAK}(?=[\u4e00-\u9fff])"  # 3亿 元
    r"|(?<=[0-9])\n(?=[0-9.]+[万亿]?[余多]?[\u4e00-\u9fff%‰])"  # 1⏎710万元
    r"|(?<=[0-9]) (?=[0-9]{3}(?![0-9]))"  # 1 200
    r"|(?<=[0-9])[ \t]+(?=[-‐‑–—―−~～])|(?<=[-‐‑–—―−~～])[ \t]+(?=[0-9])"  # 3 - 5
)


def without_breaks(folded: str) -> tuple[str, list[int]]:
    """Returns the text with figures in one piece, and for each of its characters the offset in the print.

    A number alone on its line is a cell of a table and stays as it is.
    """
    gaps: set[int] = set()
    for gap in WITHIN_NUMBER.finditer(folded):
        if "\n" in gap.group() and alone_on_line(folded, gap.start()):
            continue
        gaps.update(range(gap.start(), gap.end()))
    kept = [at for at in range(len(folded)) if at not in gaps]
    return "".join(folded[at] for at in kept), [*kept, len(folded)]


def alone_on_line(folded: str, end: int) -> bool:
    """True where nothing but a number stands between the line's begin and `end`."""
    line = folded[folded.rfind("\n", 0, end) + 1 : end]
    return not re.search(r"[^0-9.,\s]", line)
