"""A text in half-width Simplified, character for character: an offset in it is an offset in the print."""

from __future__ import annotations

import re

from build_scripts.reading.extract.rows import heads, is_row, lines_of
from build_scripts.reading.numerals import plain

SENTENCE_END = re.compile(
    r"[。;；!！?？]|\.(?=\s+[A-Z])|\n\s*\n"
    r"|\n(?=[ \t\u3000]*(?:[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十]{1,3}\)))"
)
CLAUSE_END = re.compile(r"[,，。；;!！?？:：]|\n\s*\n")


ENGLISH_WRAP = re.compile(r"(?<=[A-Za-z,;] )\n(?=[A-Za-z0-9(])|(?<=[a-z,;])\n(?=[a-zA-Z0-9(])|(?<=[0-9)%])\n(?=[a-z])")


def fold(text: str) -> str:
    """Returns the text in half-width Simplified, as long as it was: what would grow or vanish stays."""
    table = {}
    for char in set(text):
        folded = plain(char)
        if len(folded) == 1:
            table[ord(char)] = folded
    folded = text.translate(table | {0x3000: "\t", 0xA0: " "} | dict.fromkeys(map(ord, "│┃║┊┆"), "|"))
    folded = re.sub(r"(?m)^[ \t]+", lambda indent: " " * len(indent.group()), folded)
    return ENGLISH_WRAP.sub(joint, folded)


def joint(wrap: re.Match) -> str:
    """Returns a space for the end of an English line; a row of a table keeps its own."""
    text, at = wrap.string, wrap.start()
    line = text[text.rfind("\n", 0, at) + 1 : at]
    return wrap.group() if is_row(line) or is_row(text[wrap.end() :].split("\n", 1)[0]) else " "


def span_around(text: str, at: int, end: re.Pattern = SENTENCE_END) -> tuple[int, int]:
    """Returns first and last offset of the sentence, or clause, that holds a place.

    A mark inside brackets or a decimal point ends nothing.
    """
    first = max((m.end() for m in end.finditer(text, max(0, at - 400), at)), default=max(0, at - 400))
    stop = end.search(text, at)
    return first, stop.start() if stop else min(len(text), at + 400)


HAN = "\u4e00-\u9fff，。、；：（）《》“”"
LONG_LINE = 14  # characters: a shorter line is a heading or a cell and is not joined with the next
NEW_ITEM = (
    r"(?![ \t]*(?:[一二三四五六七八九十]{1,3}[、.]|[(（][一二三四五六七八九十0-9]{1,2}[)）]"
    r"|[0-9]{1,2}[、.]|第[一二三四五六七八九十]))"
)
WITHIN = re.compile(
    rf"(?<=[{HAN}0-9]) (?=[{HAN}])|(?<=[{HAN}]) (?=[0-9])"  # 385 人, and text with a space between any two characters
    r"|(?<=[0-9]) (?=[%‰]|[0-9]{3}(?![0-9]))|(?<=[0-9.]) (?=(?:\. ?)?[0-9] ?(?:[0-9.] ?)*[%‰\u4e00-\u9fff])"  # 3 . 5 亿
    r"|(?<=[0-9]) (?=/ [0-9]+ ?[^0-9A-Za-z])|(?<=[0-9]/) (?=[0-9])|(?<=[0-9] /) (?=[0-9])"  # 1 / 6
    r"|(?<=[0-9])[ \t]+(?=[-‐‑–—―−~～])|(?<=[-‐‑–—―−~～])[ \t]+(?=[0-9])"  # 3 - 5
)
LINE_END = re.compile(rf"[ \t]*\n[ \t]*{NEW_ITEM}(?=[{HAN}0-9%‰.,+])")
SPACED = re.compile("[\u4e00-\u9fff] [\u4e00-\u9fff] [\u4e00-\u9fff0-9]")  # a space between any two characters

TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"
PINYIN = re.compile(rf"(?<=[\u4e00-\u9fff])[ \t]?\((?=[^()]*[{TONED}])[a-zü{TONED}' ]{{1,30}}\)")  # 万(wàn)元
UNIT_BELOW = re.compile(
    r"[0-9]\.[0-9]*[ \t]*\n[ \t]*(?=[0-9]+[万亿%‰个户人元])"
    r"|[0-9][ \t]*\n[ \t]*(?=[个名人户亩元万亿%所家次场期套台余多])"
)


def without_breaks(folded: str) -> tuple[str, list[int]]:
    """Returns the text without the spaces and line ends inside words and figures, and the offset of each character.

    A line that is short, ends in a mark, or is the row of a table is not joined with the next, unless it ends in
    a number whose unit begins the next.
    """
    joined, offsets = without(
        folded, line_gaps(folded) | {at for m in PINYIN.finditer(folded) for at in range(*m.span())}
    )
    closed, places = without(joined, space_gaps(joined))
    return closed, [offsets[place] for place in places]


def without(text: str, gaps: set[int]) -> tuple[str, list[int]]:
    kept = [at for at in range(len(text)) if at not in gaps]
    return "".join(text[at] for at in kept), [*kept, len(text)]


def line_gaps(folded: str) -> set[int]:
    """Returns the places of the line ends, with the blanks around them, that stand inside a sentence."""
    gaps: set[int] = set()
    for gap in LINE_END.finditer(folded):
        line = folded[folded.rfind("\n", 0, gap.start()) + 1 : gap.start()]
        following = folded[gap.end() :].split("\n", 1)[0]
        long = len(line.strip()) >= LONG_LINE and line.rstrip()[-1] not in "。;；!！?？:：>"
        counted = UNIT_BELOW.search(folded, max(0, gap.start() - 6), gap.end() + 9) and re.search(
            "[\u4e00-\u9fff]", line
        )
        if (long or counted) and not is_row(line) and not is_row(following):
            gaps.update(range(*gap.span()))
    return gaps


def space_gaps(text: str) -> set[int]:
    """Returns the places of the spaces inside words and figures; rows of tables keep theirs."""
    lines = lines_of(text)
    above = heads(lines)
    return {
        first + at
        for place, (first, line) in enumerate(lines)
        if place not in above and not is_row(line)
        for gap in WITHIN.finditer(line)
        for at in range(*gap.span())
    }
