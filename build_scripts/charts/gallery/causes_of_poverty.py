"""Why were households poor? A village's poor households, people and shares by the cause its report names.

A cause is what stands after the colon of a label (致贫原因：因病); figures of one place and source with the
same cause belong together. Drawn from three causes on.
"""

from __future__ import annotations

from collections import defaultdict

from build_scripts.charts.bars import Bar, Section, bar, bar_marks
from build_scripts.charts.cells import figure_cell, name_cell
from build_scripts.charts.model import Cell, Sketch
from build_scripts.charts.picture import paint
from build_scripts.labels import word
from build_scripts.labels.names import Names
from build_scripts.views.model import Claim, Views

MEASURES = ("poor_households", "poor_people", "cause_share")
FEWEST = 3
Causes = dict[str, dict[str, Claim]]  # cause (Chinese) -> measure -> claim


def causes_by_place(claims: dict[str, Claim]) -> dict[tuple[str, str], Causes]:
    """Returns (place, source) -> its causes, the one with the most households (else the largest share)
    first.
    """
    found: dict[tuple[str, str], Causes] = defaultdict(lambda: defaultdict(dict))
    for claim in claims.values():
        if claim.measure_id in MEASURES and claim.subject_kind == "place" and "：" in (claim.label_zh or ""):
            cause = claim.label_zh.partition("：")[2]
            found[claim.subject_id, claim.source_id][cause].setdefault(claim.measure_id, claim)
    return {
        key: dict(sorted(causes.items(), key=lambda item: size_of(item[1]), reverse=True))
        for key, causes in found.items()
        if len(causes) >= FEWEST
    }


def size_of(figures: dict[str, Claim]) -> tuple:
    return tuple(figures[m].value if m in figures and figures[m].value is not None else -1 for m in MEASURES)


def sketches(views: Views, names: Names) -> list[Sketch]:
    """Returns one sketch a place and source with at least three causes."""
    return [sketch(*key, causes, names) for key, causes in causes_by_place(views.claims).items()]


def sketch(place: str, source: str, causes: Causes, names: Names) -> Sketch:
    measure = max(MEASURES, key=lambda m: sum(m in figures for figures in causes.values()))
    marks, height = bar_marks([Section(tuple(cause_bar(figures, measure, names) for figures in causes.values()))])
    top = next(iter(causes.values()))
    said = {
        "place": names.place(place),
        "cause": cause_word(top, names),
        "figure": figures_said(top, names),
        "n": len(causes),
    }
    return Sketch(
        name=f"causes-of-poverty.{place}.{source}",
        lang=names.lang,
        title=word(names.lang, "charts.causes.title", **said),
        alt=word(names.lang, "charts.causes.alt", **said, list=listed(causes, names)),
        question=word(names.lang, "charts.causes.question", **said),
        header=tuple(word(names.lang, "charts.causes.header")),
        rows=tuple(row(figures, names) for figures in causes.values()),
        chart=paint(marks, height),
        subject=("place", place),
        note=word(names.lang, "charts.causes.note"),
        title_claims=tuple(claim.claim_id for claim in top.values()),
    )


def cause_word(figures: dict[str, Claim], names: Names) -> str:
    """Returns the cause in words: what stands after the colon of any of its labels."""
    text = names.label(next(iter(figures.values()))).replace("：", ":").partition(":")[2].strip()
    return text if names.lang == "zh" else text[:1].upper() + text[1:]


def cause_bar(figures: dict[str, Claim], measure: str, names: Names) -> Bar:
    """Returns the bar of a cause: all bars of a chart show the measure that most causes have."""
    value = figures[measure].value if measure in figures else None
    return bar(cause_word(figures, names), figures_said(figures, names), value, "recipient", measure=measure)


def figures_said(figures: dict[str, Claim], names: Names) -> str:
    return " · ".join(names.figure(figures[m]) for m in MEASURES if m in figures)


def row(figures: dict[str, Claim], names: Names) -> tuple[Cell, ...]:
    cells = (
        figure_cell(names, figures[m]) if m in figures else name_cell(word(names.lang, "charts.not_printed"))
        for m in MEASURES
    )
    return name_cell(cause_word(figures, names)), *cells


def listed(causes: Causes, names: Names) -> str:
    said = (f"{cause_word(figures, names)} {figures_said(figures, names)}" for figures in causes.values())
    return word(names.lang, "charts.list_comma").join(said)
