"""Figures that say again what was said, or something else of the same thing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from build_scripts.reading.extract.context import Context
from build_scripts.reading.extract.draft import Draft

SUBJECT = ("pairing_id", "place_id", "project_id")
NOUN = 6  # characters beside a figure that are compared
LEAST = 4  # that must agree before two figures can contradict


def with_repeats(drafts: Sequence[Draft], rows: Sequence[Context]) -> list[Draft]:
    """Returns the drafts with `repeats` and `contradicts` filled: the same thing, period and words beside it."""
    seen: dict[tuple, list[int]] = {}
    result = []
    for at, (draft, row) in enumerate(zip(drafts, rows, strict=True)):
        key = (
            draft.table,
            draft.measure_id or draft.fund_source,
            draft.unit,
            draft.period,
            *(getattr(draft, c) for c in SUBJECT),
        )
        earlier = [(drafts[o], rows[o]) for o in seen.get(key, []) if o < at]
        seen.setdefault(key, []).append(at)
        same = next(
            (d for d, r in earlier if d.value == draft.value and d.start != draft.start and is_same_thing(r, row)), None
        )
        other = next((d for d, r in earlier if contradicts(d, r, draft, row)), None) if same is None else None
        result.append(replace(draft, repeats=same and same.start, contradicts=other and other.start))
    return result


def is_same_thing(one: Context, other: Context) -> bool:
    """True where the words beside two figures have one of two characters in common."""
    a, b = words_beside(one), words_beside(other)
    return bool({a[i : i + 2] for i in range(len(a) - 1)} & {b[i : i + 2] for i in range(len(b) - 1)})


def words_beside(row: Context) -> str:
    return re.sub(r"[^\u4e00-\u9fff]", "", row.near_before[-NOUN:] + row.near_after[:NOUN])


def contradicts(earlier: Draft, row: Context, draft: Draft, here: Context) -> bool:
    """True for another value of the same noun on both sides, where neither is a part, a range or a year's share."""
    if not draft.value or earlier.value == draft.value or earlier.start == draft.start:
        return False
    if draft.part_of is not None or earlier.part_of is not None or draft.basis != earlier.basis:
        return False
    before = (re.sub(r"\W", "", side.near_before)[-NOUN:] for side in (row, here))
    after = (re.sub(r"\W", "", side.near_after)[:NOUN] for side in (row, here))
    a, b = before
    c, d = after
    return a == b and c == d and len(a + c) >= LEAST
