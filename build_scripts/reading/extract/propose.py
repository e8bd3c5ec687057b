"""From a text to draft rows: read this first. Each step is one family of rules in a file of its own."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from decimal import Decimal

from build_scripts.reading.extract.basis import Clues, basis_of, report_basis
from build_scripts.reading.extract.cast import Cast, cast_of
from build_scripts.reading.extract.context import Context, contexts
from build_scripts.reading.extract.direction import direction_of
from build_scripts.reading.extract.draft import Draft
from build_scripts.reading.extract.figures import Found, find_figures
from build_scripts.reading.extract.folding import fold, without_breaks
from build_scripts.reading.extract.labour import of_provider
from build_scripts.reading.extract.leave_outs import is_plan_rate, leave_out
from build_scripts.reading.extract.measures import is_of_whole, measure_of
from build_scripts.reading.extract.money import is_money, of_fund, planned_stage, table_of_money
from build_scripts.reading.extract.parts import parts, sums
from build_scripts.reading.extract.headings import Heading, governing, headings
from build_scripts.reading.extract.people import name_spans, private_spans
from build_scripts.reading.extract.periods import Calendar, Setting, between, calendar, period_of
from build_scripts.reading.extract.repeats import with_repeats
from build_scripts.reading.extract.report_year import commonest_year
from build_scripts.reading.extract.subject import Subject
from build_scripts.reading.extract.subjects import in_its_round, subject_of
from build_scripts.reading.extract.tables_in_text import cells_of, in_table, with_cells
from build_scripts.reading.extract.vocabulary import Vocabulary
from build_scripts.reading.sections import MARKER, enter, label, markers

PARAGRAPH = re.compile(
    r"\n\s*|(?<=[。;；])(?=[一二三四五六七八九十]是|[0-9]{1,2}[、.]|\([一二三四五六七八九十]\))|(?:^|(?<=。))[一二三四五六七八九十]、"
)
FULL_STOP = re.compile(r"[。!！?？]|\.(?=\s+[A-Z])|\n")
ABOVE = 600  # characters above a paragraph in which 项目名称: may stand
LISTED = re.compile("(?:[^,，。;；]{0,12}、|[,，]?[(]?其中:?|[和及与])[^,，。;；]{0,12}")
FOREIGN_NOTE = "外币，不折成人民币；not in yuan"
NEW_PLACE_NOTE = "账本没有这个地方，编号是国家统计局代码；not yet in the ledger, the id is its NBS code"
TABLE_NOTE = "单位见表头；unit from the head of the table"


@dataclass(frozen=True)
class Document:
    """A text with what was found out about the whole of it."""

    raw: str
    offsets: list[int]  # of each character of `folded` in `raw`
    folded: str
    known: Vocabulary
    cast: Cast
    calendar: Calendar
    usual_basis: str
    sections: list[tuple[int, str]]
    paragraphs: list[int]
    sentences: list[int]  # where 。-sentences begin; a semicolon begins none
    headings: tuple[Heading, ...]
    names: frozenset[str]  # of natural persons


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


def read_document(
    raw: str, offsets: list[int], body: str, known: Vocabulary, title: str, sections: list[tuple[int, str]]
) -> Document:
    """Returns what is true of the whole text: who acts in it, its dates, its year, its sections."""
    dates = calendar(body, title, str(known.source.get("published", "")))
    cast = cast_of(body, title, known, dates.year[-4:] or commonest_year(body))
    paragraphs = [0, *(match.end() for match in PARAGRAPH.finditer(body))]
    full = [0, *(match.end() for match in FULL_STOP.finditer(body))]
    usual = report_basis(body, title, dates.year)
    names = frozenset(body[first:last] for first, last in name_spans(body))
    return Document(raw, offsets, body, known, cast, dates, usual, sections, paragraphs, full, headings(body), names)


def heading(body: str) -> str:
    """Returns the first lines of a text up to 120 characters, of those that are no sentence."""
    lines = [line.strip() for line in body[:600].splitlines() if line.strip()]
    return " ".join(line for line in lines[:4] if len(line) < (160 if line.isascii() else 60))[:200]


def markers_of(text: str, start: int, end: int) -> list[tuple[int, str]]:
    """Returns (offset in the body, section) of every numbered heading."""
    starts = [match.start(match.lastgroup) for match in MARKER.finditer(text, start, end)]
    result, open_lists = [], []
    for marker, at in zip(markers(text, start, end), starts, strict=True):
        open_lists = enter(open_lists, marker)
        result.append((at - start, ".".join(label(m, depth) for depth, m in enumerate(open_lists))))
    return result


def section_of(at: int, document: Document) -> str:
    place = bisect_right([start for start, _ in document.sections], document.offsets[at])
    return document.sections[place - 1][1] if place else ""


def drafts_of(kept: list[Context], wholes: dict[int, int], document: Document) -> list[Draft]:
    """Returns the draft of each figure; a figure knows the one before it in its sentence, a part its whole."""
    drafts: list[Draft] = []
    for at, row in enumerate(kept):
        same = bool(at) and kept[at - 1].sentence_start == row.sentence_start and not row.cell
        whole = drafts[wholes[at]] if wholes.get(at, at) < at else None
        drafts.append(draft_of(row, document, drafts[-1] if same else None, whole))
    return drafts


def draft_of(row: Context, document: Document, before: Draft | None, whole: Draft | None) -> Draft:
    """Returns the draft row of one figure, without its ties to other figures."""
    money = is_money(row)
    if money and row.found.kind != "cny":
        row = replace(row, found=replace(row.found, kind="cny", unit="元"))  # 近60亿
    found = row.found
    draft = Draft(
        start=found.start,
        as_printed=as_printed(found, document),
        value=amount(found.low),
        unit=found.unit,
        qualifier=found.qualifier,
        section=section_of(found.core, document),
    )
    table, sure = table_of_money(row) if money else ("observations", 0.95)
    kind = with_kind(replace(draft, table=table, confidence=(("table", sure),)), row, document, before, whole)
    return with_when_and_whom(kind, row, document, before)


def with_kind(draft: Draft, row: Context, document: Document, before: Draft | None, whole: Draft | None) -> Draft:
    """Returns a draft with stage and source of a fund, or with the measure of an observation."""
    if draft.table == "funds":
        (stage, sure_stage), (source, sure) = of_fund(row, bool(document.cast.pairs), before, whole)
        guessed = (("stage", sure_stage), ("fund_source", sure))
        return replace(draft, stage=stage, fund_source=source, confidence=draft.confidence + guessed)
    if row.found.kind == "foreign":
        return draft
    direction = direction_of(row, document.cast, document.known)
    measure, sure = measure_of(row, document.known.units, direction)
    if of_provider(measure, row, document.cast, document.known):
        measure, sure = "labour_to_provider", 0.7
    if whole and is_of_whole(measure, whole.measure_id):
        measure, sure = whole.measure_id, 0.6
    return replace(draft, measure_id=measure, confidence=(*draft.confidence, ("measure_id", sure)))


def with_when_and_whom(draft: Draft, row: Context, document: Document, before: Draft | None) -> Draft:
    """Returns a draft with basis, period and subject; `before` is the draft before it in its sentence."""
    known, usual, when = document.known, document.usual_basis, document.calendar
    setting = setting_of(row, document)
    clues = clues_of(row, setting, document, before)
    basis, sure_basis = basis_of(row, draft.table, draft.measure_id, draft.stage, known, usual, clues)
    period, sure_period = period_of(row, when, setting, basis, document.folded)
    read = document.folded[setting.paragraph : row.found.start]
    above = document.folded[max(0, setting.paragraph - ABOVE) : setting.paragraph]
    subject = subject_of(row, document.cast, known, draft.measure_id, read, above, clues.headings)
    subject = without_names(in_its_round(subject, period, known), document.names)
    guessed = (("basis", sure_basis), ("period", sure_period), ("subject", subject.sure))
    return replace(
        draft,
        stage=planned_stage(draft.stage, basis, row),
        basis=basis,
        period=period,
        subject=subject.printed,
        pairing_id=subject.pairing_id,
        place_id=subject.place_id,
        project_id=subject.project_id,
        confidence=draft.confidence + guessed,
        note=note_of(row, subject.place_id in known.new_places),
    )


def without_names(subject: Subject, names: frozenset[str]) -> Subject:
    """Returns a subject that names no natural person."""
    return replace(subject, printed="") if any(name in subject.printed for name in names) else subject


def clues_of(row: Context, setting: Setting, document: Document, before: Draft | None) -> Clues:
    """Returns what headings, dates and the figure before say of the basis of a figure."""
    when = document.calendar
    begin = document.sentences[bisect_right(document.sentences, row.found.start) - 1]
    dated = [d for d in between(when, row.sentence_start, row.found.start) if not row.cell]
    headed = [d for h in setting.headings for d in between(when, h.start, h.end)]
    late = [*dated, *headed][:1] if dated else headed[-1:]
    opener = between(when, setting.sentence, row.sentence_start)
    return Clues(
        headings=tuple(h.text for h in setting.headings),
        is_later=bool(when.last) and any(d.period[:4] > when.last for d in late),
        is_one_year=bool(dated) and not dated[-1].since and "/" not in dated[-1].period[4:5],
        is_until=any(d.until for d in opener) and not dated,
        before=before.basis if before else "",
        is_listed=bool(before) and bool(LISTED.fullmatch(row.gap)),
        introduction=document.folded[begin : row.sentence_start],
    )


def setting_of(row: Context, document: Document) -> Setting:
    paragraph = document.paragraphs[bisect_right(document.paragraphs, row.sentence_start) - 1]
    sentence = document.sentences[bisect_right(document.sentences, row.found.start) - 1]
    return Setting(paragraph, max(paragraph, sentence), tuple(governing(document.headings, row.found.start)))


def note_of(row: Context, is_new_place: bool) -> str:
    """Returns what a reviewer must know: foreign money, a unit from a table's head, a place the ledger lacks."""
    said = {FOREIGN_NOTE: row.found.kind == "foreign", TABLE_NOTE: row.cell is not None, NEW_PLACE_NOTE: is_new_place}
    return "; ".join(note for note, holds in said.items() if holds)


def as_printed(found: Found, document: Document) -> str:
    return document.raw[document.offsets[found.start] : document.offsets[found.end - 1] + 1]


def amount(value: Decimal | None) -> str:
    return "" if value is None else format(value.normalize(), "f")


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
