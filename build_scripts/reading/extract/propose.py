"""From a text to draft rows: read this first. Each step is one family of rules in a file of its own."""

from __future__ import annotations

from dataclasses import replace

from build_scripts.reading.extract.context import Context, contexts
from build_scripts.reading.extract.document import Document, heading, markers_of, read_document, section_of
from build_scripts.reading.extract.draft import Draft
from build_scripts.reading.extract.figures import find_figures
from build_scripts.reading.extract.folding import fold, without_breaks
from build_scripts.reading.extract.guesses import amount, as_printed, drafts_of
from build_scripts.reading.extract.leave_outs import is_plan_rate, leave_out
from build_scripts.reading.extract.parts import parts, sums
from build_scripts.reading.extract.people import private_spans
from build_scripts.reading.extract.repeats import with_repeats
from build_scripts.reading.extract.tables_in_text import cells_of, in_table, with_cells
from build_scripts.reading.extract.vocabulary import Vocabulary


def propose(text: str, known: Vocabulary, title: str = "", start: int = 0, end: int | None = None) -> list[Draft]:
    """Returns a draft row for every figure printed between two offsets of a text, in its order.

    `title` is the title of the source; where it is empty the first lines of the text stand for it. Figures that
    are no row carry the reason in `leave_out`.
    """
    end = len(text) if end is None else end
    raw = text[start:end]
    body, offsets = without_breaks(fold(raw))
    document = read_document(raw, offsets, body, known, fold(title) or heading(body), markers_of(text, start, end))
    cells = cells_of(body)
    figures = with_cells(find_figures(body), cells, sorted({cell.row for cell in cells}))
    rows = [in_table(row, cells) for row in contexts(body, figures)]
    named = [(m.start, m.end) for m in document.cast.mentions]
    people = private_spans(body)
    reasons = [leave_out(row, named, people) for row in rows]
    kept = [row for row, reason in zip(rows, reasons, strict=True) if not reason]
    wholes = parts(kept, body)
    checked = sums(kept, wholes)
    proposed = drafts_of(kept, wholes, document)
    linked = [with_whole(d, kept, wholes, at, checked) for at, d in enumerate(proposed)]
    finished = with_repeats(linked, kept)
    left = [
        left_out(row, reason, document)
        for row, reason in zip(rows, reasons, strict=True)
        if reason and is_worth_a_line(row)
    ]
    doubled = [
        row
        for d, context in zip(finished, kept, strict=True)
        for row in ([left_out(context, "plan_rate", document)] if is_plan_rate(d, context) else both_ends(d, context))
    ]
    return [in_text(d, offsets, start) for d in sorted(doubled + left, key=lambda d: d.start)]


def with_whole(draft: Draft, kept: list[Context], wholes: dict[int, int], at: int, checked: dict[int, str]) -> Draft:
    sure = draft.confidence + ((("part_of", 0.8),) if at in wholes else ())
    whole = kept[wholes[at]].found.start if at in wholes else None
    return replace(draft, part_of=whole, sum_checked=checked.get(at, ""), confidence=sure)


def is_worth_a_line(row: Context) -> bool:
    """True where a reviewer may ask why a figure was left out: not for the 一 of 一是 or 进一步."""
    return bool(row.found.unit) or not row.found.han


def left_out(row: Context, reason: str, document: Document) -> Draft:
    found = row.found
    section = section_of(found.core, document)
    return Draft(
        found.start,
        as_printed(found, document),
        amount(found.low),
        found.unit,
        found.qualifier,
        section,
        leave_out=reason,
    )


def both_ends(draft: Draft, row: Context) -> list[Draft]:
    """Returns the two rows of a range, the one row of any other figure."""
    if row.found.low == row.found.high:
        return [draft]
    return [replace(draft, qualifier="at_least"), replace(draft, value=amount(row.found.high), qualifier="at_most")]


def in_text(draft: Draft, offsets: list[int], start: int) -> Draft:
    """Returns a draft with its offsets counted from the begin of the text rather than of the document in it."""
    moved = {
        key: offsets[at] + start
        for key in ("start", "part_of", "repeats", "contradicts")
        if (at := getattr(draft, key)) is not None
    }
    return replace(draft, **moved)
