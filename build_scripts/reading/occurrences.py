"""Where a text prints a figure, and where it prints something that only looks different."""

from __future__ import annotations

import re
from dataclasses import dataclass

from build_scripts.reading.numerals import plain

CONTEXT = 12  # characters shown on each side of a figure, never more: no sentence leaves a text
NUMERAL = "[0-9０-９零〇一二三四五六七八九十百千万萬亿億两兩]"
DASHES = str.maketrans(dict.fromkeys("—–―－~～", "-"))
IGNORED = ",，'"  # 1,200万元 and 1200万元 are near misses of each other


@dataclass(frozen=True)
class Part:
    """The range of a text that is one document: a whole file, or one report of a compendium."""

    start: int
    end: int


def find_places(text: str, as_printed: str, part: Part) -> list[int]:
    """Returns the offsets in code points where the figure is printed, not cut out of a longer number."""
    return [at for at in occurrences(text, as_printed, part) if not is_cut(text, at, as_printed)]


def occurrences(text: str, needle: str, part: Part) -> list[int]:
    found, at = [], text.find(needle, part.start, part.end)
    while at >= 0:
        found.append(at)
        at = text.find(needle, at + 1, part.end)
    return found


def is_cut(text: str, at: int, needle: str) -> bool:
    """True where 48人 is only the end of 148人 or of 1.48人, or 三 the beginning of 三十."""
    before, after = text[max(0, at - 2) : at], text[at + len(needle) : at + len(needle) + 2]
    left = re.match(NUMERAL, needle) and re.search(rf"{NUMERAL}$|[0-9][.．,]$", before)
    right = re.search(f"{NUMERAL}$", needle) and re.match(rf"{NUMERAL}|[.．,][0-9]", after)
    return bool(left or right)


def near_misses(text: str, as_printed: str, part: Part) -> list[tuple[int, str]]:
    """Returns (offset, what the text prints) where the figure stands in another form.

    Forms: full-width, Traditional or Simplified, other spaces, dashes or thousands separators, or inside a
    longer number.
    """
    wanted = "".join(map(fold, as_printed))
    kept = [(c, at) for at in range(part.start, min(part.end, len(text))) for c in fold(text[at])]
    folded = "".join(c for c, _ in kept)
    hits = occurrences(folded, wanted, Part(0, len(folded))) if wanted else []
    spans = [(kept[hit][1], kept[hit + len(wanted) - 1][1] + 1) for hit in hits]
    return [(first, text[first:last]) for first, last in spans]


def fold(char: str) -> str:
    """Returns a character in half-width Simplified, '' for spaces and separators."""
    return "" if char in IGNORED else plain(char).casefold().translate(DASHES)


def context(text: str, start: int, length: int) -> str:
    """Returns the figure in brackets with at most CONTEXT characters on each side, on one line."""
    before, after = text[max(0, start - CONTEXT) : start], text[start + length : start + length + CONTEXT]
    return re.sub(r"\s", " ", f"{before}【{text[start : start + length]}】{after}")
