"""A text in half-width Simplified, character for character: an offset in it is an offset in the print."""

from __future__ import annotations

import re

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
    folded = text.translate(table | {0x3000: "\t", 0xA0: " "})
    folded = re.sub(r"(?m)^[ \t]+", lambda indent: " " * len(indent.group()), folded)
    return ENGLISH_WRAP.sub(" ", folded)


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
    r"|(?<=[0-9]) (?=[%‰]|[0-9]{3}(?![0-9]))|(?<=[0-9.]) (?=\.?[0-9] ?(?:[0-9.] ?)*[\u4e00-\u9fff])"  # 1 200; 3 .5 亿
    r"|(?<=[0-9])[ \t]+(?=[-‐‑–—―−~～])|(?<=[-‐‑–—―−~～])[ \t]+(?=[0-9])"  # 3 - 5
)
LINE_END = re.compile(rf"[ \t]*\n[ \t]*{NEW_ITEM}(?=[{HAN}0-9%‰.,+])")
SPACED = re.compile("[\u4e00-\u9fff] [\u4e00-\u9fff] [\u4e00-\u9fff0-9]")  # a space between any two characters
DIVIDERS = (
    (r"[\t|]", 2, 0),
    (" {2,}", 3, 0),
    (" {2,}", 2, 1),
    ("[,，]", 3, 2),
    (" ", 3, 2),
)  # pattern, cells, numbers at least
NUMBER_CELL = re.compile(r"^[-—约近]?[0-9][0-9,.]*%?$")
LONGEST_ROW = 90  # characters of a row whose cells only spaces or commas divide


def without_breaks(folded: str) -> tuple[str, list[int]]:
    """Returns the text without the spaces and line ends inside words and figures, and the offset of each character.

    A line that is short, ends in a mark, or is the row of a table is not joined with the next.
    """
    gaps: set[int] = set()
    lines = lines_of(folded)
    above = heads(lines)
    for place, (first, line) in enumerate(lines):
        if place not in above and not is_row(line):
            gaps.update(first + at for gap in WITHIN.finditer(line) for at in range(*gap.span()))
    for gap in LINE_END.finditer(folded):
        line = folded[folded.rfind("\n", 0, gap.start()) + 1 : gap.start()]
        following = folded[gap.end() :].split("\n", 1)[0]
        if (
            len(line.strip()) >= LONG_LINE
            and line.rstrip()[-1] not in "。;；!！?？:：>"
            and not is_row(line)
            and not is_row(following)
        ):
            gaps.update(range(*gap.span()))
    kept = [at for at in range(len(folded)) if at not in gaps]
    return "".join(folded[at] for at in kept), [*kept, len(folded)]


def lines_of(text: str) -> list[tuple[int, str]]:
    """Returns (offset, line) of every line."""
    lines, at = [], 0
    for line in text.splitlines(keepends=True):
        lines.append((at, line.rstrip("\n")))
        at += len(line)
    return lines


def is_row(line: str) -> bool:
    """True for a row of a table, whatever divides its cells."""
    return bool(cells_in(line))


def cells_in(line: str) -> list[tuple[int, str]]:
    """Returns (offset, text) of the cells of a row; nothing for a line that is a sentence."""
    if re.search("[。;；]", line) or SPACED.search(line):
        return []
    for divider, fewest, numbers in DIVIDERS:
        cells = split(line, divider)
        if divider in ("[,，]", " ") and (len(line) > LONGEST_ROW or len(cells) > 2 * numeric(cells)):
            continue
        if len(cells) >= fewest and numeric(cells) >= numbers:
            return cells
    return []


def numeric(cells: list[tuple[int, str]]) -> int:
    return sum(bool(NUMBER_CELL.match(text)) for _, text in cells)


def split(line: str, divider: str) -> list[tuple[int, str]]:
    """Returns (offset, text) of the pieces of a line that are not blank."""
    pieces, at = [], 0
    for gap in [*re.finditer(divider, line), None]:
        end = gap.start() if gap else len(line)
        text = line[at:end]
        if text.strip():
            pieces.append((at + len(text) - len(text.lstrip()), text.strip()))
        at = gap.end() if gap else end
    return pieces


def heads(lines: list[tuple[int, str]]) -> dict[int, list[tuple[int, str]]]:
    """Returns line -> its cells for the line above each table whose cells only spaces or commas divide."""
    result = {}
    for place in range(1, len(lines)):
        cells, above = cells_in(lines[place][1]), lines[place - 1][1]
        for divider in ("[,，]", " ") if cells and not cells_in(above) else ():
            pieces = split(above, divider)
            if len(pieces) == len(cells) > 2 and not numeric(pieces):
                result[place - 1] = pieces
    return result
