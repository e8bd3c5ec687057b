"""A draft row: what `extract` proposes for one figure. Its keys are chosen once, here, in this order.

start          offset in code points in the raw text of the source
as_printed     the figure as it stands
value          in the unit of `unit`, money in yuan; empty where digits are lost (数百人); text, so that it stays exact
unit           as printed, Simplified, without 余; 元 for money
qualifier      exact, about, over, nearly, at_least, at_most; a range is two rows with one start
section        the document's own numbering
table          funds or observations; empty where the figure is left out
measure_id     of an observation
fund_source    of a fund
stage          of a fund
basis          in_period, cumulative, as_of, expected
period         ISO 8601
subject        what the text calls it
pairing_id     at most one of these three
place_id
project_id
part_of        start of the whole
confidence     guess -> 0 to 1, for table, measure_id, fund_source, stage, basis, period, subject, part_of
leave_out      why no row is proposed: a key of leave_outs.yaml, or title, no_unit, natural_person …
repeats        start of an earlier figure that says the same
contradicts    start of an earlier figure that says something else of the same
sum_checked    on a whole: its printed parts and what they come to
note           what a reviewer must know
"""

from __future__ import annotations

from dataclasses import dataclass, fields

GUESSES = ("table", "measure_id", "fund_source", "stage", "basis", "period", "subject", "part_of")


@dataclass(frozen=True)
class Draft:
    """One proposed row; the module's docstring says what each key means."""

    start: int
    as_printed: str
    value: str
    unit: str
    qualifier: str
    section: str
    table: str = ""
    measure_id: str = ""
    fund_source: str = ""
    stage: str = ""
    basis: str = ""
    period: str = ""
    subject: str = ""
    pairing_id: str = ""
    place_id: str = ""
    project_id: str = ""
    part_of: int | None = None
    confidence: tuple[tuple[str, float], ...] = ()
    leave_out: str = ""
    repeats: int | None = None
    contradicts: int | None = None
    sum_checked: str = ""
    note: str = ""

    def as_dict(self) -> dict:
        """Returns the keys of a draft row, `confidence` as a mapping."""
        return {**vars(self), "confidence": dict(self.confidence)}


KEYS = tuple(field.name for field in fields(Draft))
