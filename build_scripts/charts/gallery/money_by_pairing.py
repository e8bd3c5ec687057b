"""Which pairings have the most money, stage by stage? The largest totals of assistance at one level.

A stage is a section; all share one scale. Pairings of provinces, cities and counties are drawn apart: the
larger one may hold the money of the smaller.
"""

from __future__ import annotations

from collections import defaultdict

from build_scripts.charts.bars import Section, bar, bar_marks
from build_scripts.charts.cells import name_cell, sum_cell
from build_scripts.charts.model import Sketch
from build_scripts.charts.money import source_remark
from build_scripts.charts.picture import paint
from build_scripts.labels import word
from build_scripts.labels.names import Names
from build_scripts.views.model import Total, Views

LEVELS = ("province", "city", "county")
MOST, FEWEST = 5, 2  # pairings a stage; totals that make a chart
Stages = dict[str, list[Total]]  # stage -> totals, largest first


def largest_by_stage(totals: tuple[Total, ...], levels: dict[str, str], level: str, names: Names) -> Stages:
    """Returns stage -> the totals of fiscal assistance of the pairings of one level, largest first;
    a stage with one total, too.
    """
    found: Stages = defaultdict(list)
    for total in totals:
        kind, *rest = total.what.split(":")
        is_fiscal = kind == "money" and rest[0] == "fiscal_assistance"
        if is_fiscal and total.included and levels.get(total.subject_id) == level:
            found[rest[1]].append(total)
    stages = names.codes("funds", "stage")
    return {stage: sorted(found[stage], key=lambda t: (-t.value, t.subject_id)) for stage in stages if stage in found}


def sketches(views: Views, names: Names) -> list[Sketch]:
    """Returns one sketch a level with at least two totals."""
    levels = {key: row["level"] for key, row in names.pairings.items()}
    pairing_totals = tuple(t for t in views.totals if t.subject_kind == "pairing")
    by_level = {level: largest_by_stage(pairing_totals, levels, level, names) for level in LEVELS}
    return [
        sketch(level, stages, views, names)
        for level, stages in by_level.items()
        if sum(map(len, stages.values())) >= FEWEST
    ]


def sketch(level: str, stages: Stages, views: Views, names: Names) -> Sketch:
    longest = float(max(group[0].value for group in stages.values()))
    marks, height = bar_marks([section(stage, group, longest, views, names) for stage, group in stages.items()])
    stage = max(stages, key=lambda s: len(stages[s]))
    top = stages[stage][0]
    said = {
        "level": names.code("pairings", "level", level),
        "stage": names.code("funds", "stage", stage),
        "pairing": names.pairing(top.subject_id),
        "figure": names.value(top.value, "cny", top.qualifier),
    }
    return Sketch(
        name=f"money-by-pairing.{level}",
        lang=names.lang,
        title=word(names.lang, "charts.money_by_pairing.title", **said),
        alt=word(names.lang, "charts.money_by_pairing.alt", **said, n=sum(map(len, stages.values()))),
        question=word(names.lang, "charts.money_by_pairing.question", **said),
        header=tuple(word(names.lang, "charts.money_by_pairing.header")),
        rows=tuple(row(t, stage, names) for stage, group in stages.items() for t in group[:MOST]),
        title_claims=top.included,
        chart=paint(marks, height),
        note=word(names.lang, "charts.money_by_pairing.note", most=MOST),
    )


def section(stage: str, group: list[Total], longest: float, views: Views, names: Names) -> Section:
    labels = names.pairings_apart(t.subject_id for t in group[:MOST])
    bars = tuple(
        bar(
            labels[t.subject_id],
            names.value(t.value, t.unit, t.qualifier),
            t.value,
            "provider",
            source_remark(t, views, names),
            pairing=t.subject_id,
            stage=stage,
        )
        for t in group[:MOST]
    )
    heading = word(
        names.lang,
        "charts.money_by_pairing.heading",
        stage=names.code("funds", "stage", stage),
        n=len(group),
    )
    return Section(bars, heading, longest)


def row(total: Total, stage: str, names: Names):
    figure = sum_cell(names, total.value, total.unit, total.qualifier, total.included)
    return (
        name_cell(names.code("funds", "stage", stage)),
        name_cell(names.pairing(total.subject_id)),
        name_cell(names.term(total.subject_id)),
        figure,
    )
