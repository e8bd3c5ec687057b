"""Which figure is part of which: 其中 and its list, brackets, the total line of a table, sums that come out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from build_scripts.reading.extract.context import Context
from build_scripts.reading.extract.rows import TOTAL

OF_THESE = re.compile(r"其中|包括|分别(?:为|是)|内含|含(?!义|量)|of which|of whom|of them|including", re.I)
OWN_WHOLE = re.compile(r"^ of (?:them|these|whom)\b")
SINGULAR = {"percent", "ratio", "year", "month", "day"}
PER_HEAD = re.compile("[人户亩月日年]均|每[人户亩月]|工资|月薪|标准|分得|最多|最高|单价")
CLOSED = re.compile(r"\([^()]*\)")  # (其中…60名) ends its list with the bracket
THEREOF = re.compile("^其中")
FAR = 160  # characters between a whole and the word 其中
REACH = 12  # figures between a whole and its part


def same_unit(one: Context, other: Context) -> bool:
    """True where two figures count the same: class of unit, and 户 is not 人."""
    a, b = one.found, other.found
    if {a.kind, b.kind} == {"person", "person_time"}:
        return True
    return bool(a.kind) and a.kind == b.kind or (a.unit == b.unit and a.unit != "")


def parts(rows: Sequence[Context], folded: str) -> dict[int, int]:
    """Returns part -> whole as places in `rows`: by words and brackets, by a total line, else by an exact sum."""
    found = in_tables(rows)
    left: dict[int, Decimal] = {}  # whole -> what its parts so far leave of it
    for at, row in enumerate(rows):
        if row.cell or row.found.kind in SINGULAR or PER_HEAD.search(row.near_before):
            continue
        whole = by_bracket(rows, at, folded) if "(" in row.before else None
        whole = by_word(rows, at, found, folded) if whole is None else whole
        if whole is not None and fits(rows[at], rows[whole], left.get(whole)):
            found[at] = whole
            left[whole] = remainder(rows[at], rows[whole], left.get(whole))
    return by_sum(rows, folded, found) | found


def fits(part: Context, whole: Context, left: Decimal | None) -> bool:
    """True where a part is not larger than what the parts before it leave of the whole."""
    room, size = left if left is not None else whole.found.low, part.found.low
    return room is None or size is None or size <= room


def remainder(part: Context, whole: Context, left: Decimal | None) -> Decimal | None:
    room, size = left if left is not None else whole.found.low, part.found.low
    return room if room is None or size is None else room - size


def by_word(rows: Sequence[Context], at: int, found: dict[int, int], folded: str) -> int | None:
    """Returns the whole of a figure that 其中 precedes in its sentence: the last of its unit before the word."""
    row = rows[at]
    if OWN_WHOLE.match(row.near_after):
        return whole_before(rows, at, row.found.start)
    words = list(OF_THESE.finditer(CLOSED.sub(lambda m: " " * len(m.group()), row.before)))
    if words:
        return whole_before(rows, at, row.sentence_start + words[-1].start())
    if continues(rows, at, found, folded):
        return found[last_of_unit(rows, at)]
    return None if not OF_THESE.match(row.sentence) else whole_before(rows, at, row.sentence_start)


def by_bracket(rows: Sequence[Context], at: int, folded: str) -> int | None:
    """Returns the figure of the same unit right before the bracket in which a figure stands: 402名(教师246名、…)."""
    opened = [m.start() for m in re.finditer(r"\(", CLOSED.sub(lambda m: " " * len(m.group()), rows[at].before))]
    if not opened:
        return None
    bracket = rows[at].sentence_start + opened[-1]
    before = [o for o in range(max(0, at - REACH), at) if rows[o].found.end <= bracket]
    whole = before[-1] if before else None
    if whole is None or not same_unit(rows[at], rows[whole]) or smaller(rows[whole], rows[at]):
        return None
    return whole if re.fullmatch(r"[^,，。;；、]{0,24}", folded[rows[whole].found.end : bracket]) else None


def whole_before(rows: Sequence[Context], at: int, split: int) -> int | None:
    """Returns the last figure of the same unit before the word 其中 that is not smaller."""
    for other in range(at - 1, max(-1, at - REACH), -1):
        candidate = rows[other]
        if split - candidate.found.end > FAR:
            return None
        if candidate.found.core < split and same_unit(rows[at], candidate) and not smaller(candidate, rows[at]):
            return None if PER_HEAD.search(candidate.near_before) else other
    return None


def smaller(whole: Context, part: Context) -> bool:
    a, b = whole.found.low, part.found.low
    return a is not None and b is not None and a < b


def last_of_unit(rows: Sequence[Context], at: int) -> int:
    return next((o for o in range(at - 1, max(-1, at - REACH), -1) if same_unit(rows[at], rows[o])), -1)


def continues(rows: Sequence[Context], at: int, found: dict[int, int], folded: str) -> bool:
    """True for the next item of a list after 其中 that a semicolon divides: the same unit, no full stop between."""
    last = last_of_unit(rows, at)
    if last not in found:
        return False
    between = folded[rows[last].found.end : rows[at].found.start]
    others = [o for o in range(last + 1, at) if rows[o].found.kind not in SINGULAR]
    return len(between) < 80 and ";" in between and "。" not in between and all(o in found for o in others)


def by_sum(rows: Sequence[Context], folded: str, found: dict[int, int]) -> dict[int, int]:
    """Returns the parts that follow a figure of their unit in the same sentence and add up to it exactly."""
    result: dict[int, int] = {}
    for whole, row in enumerate(rows):
        if row.found.low is None or row.found.kind in SINGULAR or row.found.low < 3 or row.cell:
            continue
        if whole in found.values() or row.found.qualifier == "over":
            continue
        listed = [other for other in following(rows, whole, folded) if other not in found]
        for count in range(2, len(listed) + 1):
            if sum((rows[o].found.low for o in listed[:count]), Decimal(0)) == row.found.low:
                result |= dict.fromkeys(listed[:count], whole)
                break
    return result


def following(rows: Sequence[Context], whole: int, folded: str) -> list[int]:
    """Returns the figures of the same unit after one, up to the end of its sentence, at most nine."""
    listed = []
    for other in range(whole + 1, min(len(rows), whole + 30)):
        if re.search(r"。|\n\n", folded[rows[whole].found.end : rows[other].found.start]) or rows[other].cell:
            break
        if same_unit(rows[whole], rows[other]) and rows[other].found.low is not None and len(listed) < 9:
            listed.append(other)
    return listed


def in_tables(rows: Sequence[Context]) -> dict[int, int]:
    """Returns part -> whole for the cells of tables: of the total line of their column, of the column 其中 is of."""
    found: dict[int, int] = {}
    columns: dict[tuple[int, int], list[int]] = {}
    for at, row in enumerate(rows):
        if row.cell:
            columns.setdefault((row.cell.table, row.cell.column), []).append(at)
    for column in columns.values():
        totals = [at for at in column if TOTAL.search(rows[at].cell.name)]
        for at in column:
            total = next((t for t in totals if t > at), totals[0] if totals else None)
            if at not in totals and total is not None and rows[at].found.kind not in SINGULAR:
                found[at] = total
    return across(rows) | found


def across(rows: Sequence[Context]) -> dict[int, int]:
    """Returns part -> whole inside a row: below a head that begins with 其中, and where later cells add up."""
    found: dict[int, int] = {}
    lines: dict[tuple[int, int], list[int]] = {}
    for at, row in enumerate(rows):
        if row.cell and row.found.kind not in SINGULAR:
            lines.setdefault(row.cell.row, []).append(at)
    for line in lines.values():
        for place, at in enumerate(line):
            same = [o for o in line[place + 1 :] if same_unit(rows[at], rows[o])]
            whole = next((o for o in line[:place][::-1] if same_unit(rows[at], rows[o])), None)
            if THEREOF.match(rows[at].cell.head) and whole is not None and not smaller(rows[whole], rows[at]):
                found[at] = found.get(whole, whole)
            for count in range(2, min(len(same), 4) + 1):
                if rows[at].found.low and added(rows, same[:count]) == rows[at].found.low:
                    found |= dict.fromkeys(same[:count], at)
                    break
    return found


def added(rows: Sequence[Context], places: list[int]) -> Decimal:
    return sum((rows[place].found.low or Decimal(0) for place in places), Decimal(0))


def sums(rows: Sequence[Context], wholes: dict[int, int]) -> dict[int, str]:
    """Returns for each whole what its printed parts add up to: `=`, `<` (parts missing) or `>` and their sum."""
    result = {}
    for whole in set(wholes.values()):
        values = [rows[part].found.low for part, of in wholes.items() if of == whole]
        total = rows[whole].found.low
        if total is None or None in values or len(values) < 2:
            continue
        total_of_parts = sum(values, Decimal(0))
        sign = "=" if total_of_parts == total else "<" if total_of_parts < total else ">"
        result[whole] = f"{' + '.join(map(plainly, values))} {sign} {plainly(total)}"
    return result


def plainly(value: Decimal) -> str:
    return format(value.normalize(), "f")
