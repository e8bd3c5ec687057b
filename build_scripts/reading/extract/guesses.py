"""The guesses of one figure: table, measure or stage, basis, period, subject, each by a family of rules of its own."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from decimal import Decimal

from build_scripts.reading.extract.basis import Clues, basis_of
from build_scripts.reading.extract.context import Context
from build_scripts.reading.extract.direction import direction_of
from build_scripts.reading.extract.document import Document, section_of, setting_of
from build_scripts.reading.extract.draft import Draft
from build_scripts.reading.extract.figures import Found
from build_scripts.reading.extract.labour import of_provider
from build_scripts.reading.extract.measures import is_of_whole, measure_of
from build_scripts.reading.extract.money import is_money, of_fund, planned_stage, table_of_money
from build_scripts.reading.extract.periods import Setting, between, period_of
from build_scripts.reading.extract.subject import Subject
from build_scripts.reading.extract.subjects import in_its_round, subject_of

ABOVE = 600  # characters above a paragraph in which 项目名称: may stand
LISTED = re.compile("(?:[^,，。;；]{0,12}、|[,，]?[(]?其中:?|[和及与])[^,，。;；]{0,12}")
FOREIGN_NOTE = "外币，不折成人民币；not in yuan"
NEW_PLACE_NOTE = "账本没有这个地方，编号是国家统计局代码；not yet in the ledger, the id is its NBS code"
TABLE_NOTE = "单位见表头；unit from the head of the table"


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
    basis, sure_basis = basis_of(row, draft.table, draft.measure_id, draft.stage, usual, clues)
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


def note_of(row: Context, is_new_place: bool) -> str:
    """Returns what a reviewer must know: foreign money, a unit from a table's head, a place the ledger lacks."""
    said = {FOREIGN_NOTE: row.found.kind == "foreign", TABLE_NOTE: row.cell is not None, NEW_PLACE_NOTE: is_new_place}
    return "; ".join(note for note, holds in said.items() if holds)


def as_printed(found: Found, document: Document) -> str:
    return document.raw[document.offsets[found.start] : document.offsets[found.end - 1] + 1]


def amount(value: Decimal | None) -> str:
    return "" if value is None else format(value.normalize(), "f")
