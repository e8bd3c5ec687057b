"""Which figure is part of which: 其中 and lists after it; and whether the printed parts add up to their whole."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from build_scripts.reading.extract.context import Context

OF_THESE = re.compile(r"其中|包括|分别(?:为|是)|内含|含(?!义|量)|of which|including")
SINGULAR = {"percent", "ratio", "year", "month", "day"}
CLOSED = re.compile(r"\([^()]*\)")  # (其中…60名) ends its list with the bracket
FAR = 160  # characters between a whole and the word 其中
REACH = 12  # figures between a whole and its part


def same_unit(one: Context, other: Context) -> bool:
    """True where two figures count the same: class of unit, and 户 is not 人."""
    a, b = one.found, other.found
    if {a.kind, b.kind} == {"person", "person_time"}:
        return True
    return bool(a.kind) and a.kind == b.kind or (a.unit == b.unit and a.unit != "")


def parts(rows: Sequence[Context], folded: str) -> dict[int, int]:
    """Returns part -> whole as places in `rows`: by the word 其中, else by a sum that comes out exactly."""
    found: dict[int, int] = {}
    for at in range(len(rows)):
        whole = by_word(rows, at, found)
        if whole is not None:
            found[at] = whole
    return by_sum(rows, folded, found) | found


def by_word(rows: Sequence[Context], at: int, found: dict[int, int]) -> int | None:
    """Returns the whole of a figure that 其中 precedes in its sentence: the last of its unit before the word."""
    row = rows[at]
    if row.found.kind in SINGULAR:
        return None
    words = list(OF_THESE.finditer(CLOSED.sub(lambda m: " " * len(m.group()), row.before)))
    if words:
        split = row.sentence_start + words[-1].start()
        return whole_before(rows, at, split, found)
    opens = row.sentence_start
    if at and continues(rows, at, found):
        return found[last_of_unit(rows, at)]
    return None if not OF_THESE.match(row.sentence) else whole_before(rows, at, opens, found)


def whole_before(rows: Sequence[Context], at: int, split: int, found: dict[int, int]) -> int | None:
    """Returns the last figure of the same unit before the word 其中 that is not smaller."""
    for other in range(at - 1, max(-1, at - REACH), -1):
        candidate = rows[other]
        if split - candidate.found.end > FAR:
            return None
        if candidate.found.core < split and same_unit(rows[at], candidate) and not smaller(candidate, rows[at]):
            return other
    return None


def smaller(whole: Context, part: Context) -> bool:
    a, b = whole.found.low, part.found.low
    return a is not None and b is not None and a < b


def last_of_unit(rows: Sequence[Context], at: int) -> int:
    return next((o for o in range(at - 1, max(-1, at - REACH), -1) if same_unit(rows[at], rows[o])), -1)


def continues(rows: Sequence[Context], at: int, found: dict[int, int]) -> bool:
    """True for the next item of a list after 其中 that a semicolon divides: the same paragraph, the same unit."""
    last = last_of_unit(rows, at)
    if last not in found:
        return False
    between = rows[at].sentence_start - rows[last].found.end
    semicolon = re.match(r"[\s\S]{0,60}?[;；]", rows[last].after + ";")
    return 0 <= between < 80 and bool(semicolon) and "。" not in text_between(rows[last], rows[at])


def text_between(one: Context, other: Context) -> str:
    return one.window.partition("】")[2][: max(0, other.sentence_start - one.found.end)]


def by_sum(rows: Sequence[Context], folded: str, found: dict[int, int]) -> dict[int, int]:
    """Returns the parts that follow a figure of their unit in the same paragraph and add up to it exactly."""
    result: dict[int, int] = {}
    for whole, row in enumerate(rows):
        if (
            row.found.low is None
            or row.found.kind in SINGULAR
            or row.found.low < 3
            or whole in found.values()
            or row.found.qualifier == "over"
        ):
            continue
        listed = following(rows, whole, folded)
        for count in range(2, len(listed) + 1):
            if sum((rows[o].found.low for o in listed[:count]), Decimal(0)) == row.found.low:
                result |= {o: whole for o in listed[:count] if o not in found}
                break
    return result


def following(rows: Sequence[Context], whole: int, folded: str) -> list[int]:
    """Returns the figures of the same unit after one, in its paragraph, at most nine."""
    listed = []
    for other in range(whole + 1, min(len(rows), whole + 30)):
        if "\n\n" in folded[rows[whole].found.end : rows[other].found.start]:
            break
        if same_unit(rows[whole], rows[other]) and rows[other].found.low is not None and len(listed) < 9:
            listed.append(other)
    return listed


def sums(rows: Sequence[Context], wholes: dict[int, int]) -> dict[int, str]:
    """Returns for each whole what its printed parts add up to: `=`, `<` (parts missing) or `>` and their sum."""
    result = {}
    for whole in set(wholes.values()):
        values = [rows[part].found.low for part, of in wholes.items() if of == whole]
        total = rows[whole].found.low
        if total is None or None in values or len(values) < 2:
            continue
        added = sum(values, Decimal(0))
        sign = "=" if added == total else "<" if added < total else ">"
        result[whole] = f"{' + '.join(map(plainly, values))} {sign} {plainly(total)}"
    return result


def plainly(value: Decimal) -> str:
    return format(value.normalize(), "f")
