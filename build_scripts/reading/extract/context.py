"""What stands around a figure: its sentence, its clause, the words before and after it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from build_scripts.reading.extract.figures import Found
from build_scripts.reading.extract.folding import SENTENCE_END
from build_scripts.reading.extract.rows import Cell

CLAUSE_MARK = re.compile(r"[,，。;；!！?？:：、]|\n\s*\n|其中")
WINDOW = 16


@dataclass(frozen=True)
class Context:
    """A figure in its surroundings; all texts are folded, `order` counts the figures of the document."""

    found: Found
    order: int
    sentence_start: int
    sentence: str
    before: str  # the sentence up to the figure
    near_before: str  # since the mark or figure before it
    near_after: str  # up to the mark or figure after it
    after: str  # the rest of the sentence
    window: str  # the figure in brackets, WINDOW characters on each side
    gap: str = ""  # since the figure before it, where that stands in the sentence
    cell: Cell | None = None  # in a table, whose head and label then stand for the words before


def contexts(folded: str, figures: list[Found]) -> list[Context]:
    """Returns the surroundings of each figure, in order; 1478人 of 286户,1478人 has the words before 286户."""
    breaks = [0, *(m.end() for m in SENTENCE_END.finditer(folded)), len(folded)]
    result, at = [], 0
    for order, found in enumerate(figures):
        while at + 2 < len(breaks) and breaks[at + 1] <= found.core:
            at += 1
        last = figures[order - 1].end if order else 0
        following = figures[order + 1].start if order + 1 < len(figures) else len(folded)
        here = context(folded, found, order, breaks[at], breaks[at + 1], last, following)
        joined = (
            bool(result) and folded[last : found.start] in ("", "、", ",", " ") and found.kind not in ("cny", "percent")
        )
        result.append(replace(here, near_before=result[-1].near_before) if joined else here)
    return result


def context(folded: str, found: Found, order: int, first: int, end: int, last: int, following: int) -> Context:
    """Returns the surroundings of one figure between the figures before and after it."""
    end = max(end, found.end)
    first = min(first, found.start)
    before, after = folded[first : found.start], folded[found.end : end].rstrip("。;；!！?？\n ")
    marks = [m.end() for m in CLAUSE_MARK.finditer(before)]
    near_first = max(marks[-1] if marks else 0, last - first, 0)
    mark = CLAUSE_MARK.search(after)
    near_end = min(mark.start() if mark else len(after), max(0, following - found.end))
    window = folded[max(0, found.start - WINDOW) : found.start] + f"【{folded[found.start : found.end]}】"
    window += folded[found.end : found.end + WINDOW]
    gap = before[max(0, last - first) :] if last > first else ""
    return Context(
        found, order, first, folded[first:end], before, before[near_first:], after[:near_end], after, window, gap
    )
