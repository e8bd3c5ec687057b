"""How far has a pairing's money come? Its totals by stage, one class of money a section.

Totals are those of views/totals.py: one stage each, never added across stages. A pairing is drawn from two
totals of three claims on.
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
from build_scripts.views.totals import CLASS_OF

CLASS_ROLES = {"assistance": "provider", "enterprise": "blue", "unstated": "c4", "recipient": "recipient"}
CLASSES = {source: CLASS_ROLES[group] for source, group in CLASS_OF.items()}  # source of money -> colour
FEWEST_TOTALS, FEWEST_CLAIMS = 2, 3


def totals_by_pairing(totals: tuple[Total, ...], names: Names) -> dict[str, list[Total]]:
    """Returns pairing id -> its totals of money, by class and stage in their order;
    sums of nothing are left out.
    """
    stages = list(names.codes("funds", "stage"))
    found: dict[str, list[Total]] = defaultdict(list)
    for total in totals:
        if total.subject_kind == "pairing" and total.what.startswith("money:") and total.included:
            found[total.subject_id].append(total)
    order = {(c, s): i for i, (c, s) in enumerate((c, s) for c in CLASSES for s in stages)}
    return {key: sorted(group, key=lambda t: order[class_and_stage(t)]) for key, group in found.items()}


def class_and_stage(total: Total) -> tuple[str, str]:
    _, money_class, stage = total.what.split(":")
    return money_class, stage


def is_enough(group: list[Total]) -> bool:
    return len(group) >= FEWEST_TOTALS and sum(len(t.included) for t in group) >= FEWEST_CLAIMS


def sketches(views: Views, names: Names) -> list[Sketch]:
    """Returns one sketch a pairing that has enough to show."""
    return [
        sketch(key, group, views, names)
        for key, group in totals_by_pairing(views.totals, names).items()
        if is_enough(group)
    ]


def sketch(pairing: str, group: list[Total], views: Views, names: Names) -> Sketch:
    marks, height = bar_marks([section(name, group, views, names) for name in CLASSES if of_class(group, name)])
    top = max(of_class(group, class_and_stage(group[0])[0]), key=lambda t: t.value)
    said = {"pairing": names.pairing(pairing), "top": title_of(top, names), "figure": figure(top, names)}
    out = sum(len(t.left_out) for t in group)
    return Sketch(
        name=f"money-by-stage.{pairing}",
        lang=names.lang,
        title=word(names.lang, "charts.money_by_stage.title", **said),
        alt=word(names.lang, "charts.money_by_stage.alt", **said, list=listed(group, names)),
        question=word(names.lang, "charts.money_by_stage.question", **said),
        header=tuple(word(names.lang, "charts.money_by_stage.header")),
        rows=tuple((name_cell(class_word(t, names)), name_cell(stage_word(t, names)), cell(t, names)) for t in group),
        chart=paint(marks, height),
        subject=("pairing", pairing),
        title_claims=top.included,
        note=word(names.lang, "charts.money_by_stage.note")
        + (word(names.lang, "charts.left_out", n=out) if out else ""),
    )


def section(money_class: str, group: list[Total], views: Views, names: Names) -> Section:
    bars = tuple(
        bar(
            stage_word(t, names),
            figure(t, names),
            t.value,
            CLASSES[money_class],
            source_remark(t, views, names),
            stage=class_and_stage(t)[1],
        )
        for t in of_class(group, money_class)
    )
    return Section(bars, names.code("funds", "fund_source", money_class))


def of_class(group: list[Total], money_class: str) -> list[Total]:
    return [t for t in group if class_and_stage(t)[0] == money_class]


def figure(total: Total, names: Names) -> str:
    return names.value(total.value, total.unit, total.qualifier)


def cell(total: Total, names: Names):
    return sum_cell(names, total.value, total.unit, total.qualifier, total.included)


def class_word(total: Total, names: Names) -> str:
    return names.code("funds", "fund_source", class_and_stage(total)[0])


def stage_word(total: Total, names: Names) -> str:
    return names.code("funds", "stage", class_and_stage(total)[1])


def title_of(total: Total, names: Names) -> str:
    """Returns what a total is in words: 到位的帮扶资金, Assistance received."""
    return word(names.lang, "charts.money_title", money=class_word(total, names), stage=stage_word(total, names))


def listed(group: list[Total], names: Names) -> str:
    said = (f"{title_of(t, names)} {figure(t, names)}" for t in group)
    return word(names.lang, "charts.list_comma").join(said)
