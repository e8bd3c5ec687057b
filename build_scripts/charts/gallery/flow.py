"""Which province's money goes to which province? One diagram a period, of the stage with the most known
flows.

Flows are those of views/flows.py (East–West programmes). The width of a ribbon is money; a pair of
provinces with a pairing but no figure is a dashed line: unknown, never zero. Paler ribbons are incomplete:
some years only, or the sum of cities and counties.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from build_scripts.charts.bars import DASHED, key_marks
from build_scripts.charts.cells import name_cell, sum_cell
from build_scripts.charts.model import Cell, Sketch
from build_scripts.charts.picture import paint
from build_scripts.charts.ribbons import Ribbon, ribbon_marks
from build_scripts.labels import word
from build_scripts.labels.names import Names
from build_scripts.views.flows import ROUNDS, Flow, best_stage
from build_scripts.views.model import Views

PROGRAMME_CLASS = "east_west"
DEFAULT = "flow"  # name of the diagram to show where only one is shown
KEY = (("heat-3", "complete"), ("provider-wash", "incomplete"), (DASHED, "unknown"))


def flow_name(period_key: str) -> str:
    """Returns the chart's name for a period of views/flows.py: `flow.2016-2020`, `flow.2021-now`,
    `flow.2017`.
    """
    first, slash, last = period_key.partition("/")
    return f"flow.{first}-{last or 'now'}" if slash else f"flow.{first}"


def flows_by_period(flows: Iterable[Flow]) -> dict[str, list[Flow]]:
    """Returns period -> the flows of its best-known stage, larger ones first, unknown ones last."""
    east_west = [flow for flow in flows if flow.programme_class == PROGRAMME_CLASS]
    stages = {
        key: best_stage(east_west, key, PROGRAMME_CLASS) for key in dict.fromkeys(f.period_key for f in east_west)
    }
    found = {
        key: [f for f in east_west if (f.period_key, f.stage) == (key, stage)] for key, stage in stages.items() if stage
    }
    return {
        key: sorted(group, key=lambda f: (f.value is None, -(f.value or 0), f.provider_province))
        for key, group in found.items()
    }


def sketches(views: Views, names: Names) -> list[Sketch]:
    """Returns one sketch a period with a known flow, and the best-known round once more as `flow`."""
    periods = flows_by_period(views.flows)
    found = [sketch(key, group, names) for key, group in periods.items()]
    best = [sketch(key, periods[key], names, DEFAULT) for key in best_round(periods)]
    return best + found


def best_round(periods: dict[str, list[Flow]]) -> list[str]:
    """Returns the round with the most known flows, where any is known: the one to show where one is shown."""
    known = {key: sum(flow.value is not None for flow in flows) for key, flows in periods.items() if key in ROUNDS}
    return [max(known, key=known.get)] if known else []


def sketch(period_key: str, flows: list[Flow], names: Names, name: str = "") -> Sketch:
    """Returns the diagram of one period, under its own name or another."""
    known = [flow for flow in flows if flow.value is not None]
    key, y = key_marks(tuple((role, word(names.lang, f"charts.flow.{k}")) for role, k in KEY), 0)
    marks, height = ribbon_marks([ribbon(flow, names) for flow in flows], total_words(names), y + 2)
    top = known[0]
    said = {
        "period": period_words(period_key, names),
        "stage_lower": names.code("funds", "stage", top.stage).lower(),
        "stage": names.code("funds", "stage", top.stage),
        "provider": names.province(top.provider_province),
        "recipient": names.province(top.recipient_province),
        "figure": figure(top, names),
        "n": len(known),
        "unknown": len(flows) - len(known),
    }
    return Sketch(
        name=name or flow_name(period_key),
        lang=names.lang,
        title=word(names.lang, "charts.flow.title", **said),
        alt=word(names.lang, "charts.flow.alt", **said),
        question=word(names.lang, "charts.flow.question", **said),
        header=tuple(word(names.lang, "charts.flow.header")),
        rows=tuple(row(flow, names) for flow in flows),
        chart=paint([*key, *marks], height),
        note=word(names.lang, "charts.flow.note", **said),
        title_claims=top.claims,
    )


def ribbon(flow: Flow, names: Names) -> Ribbon:
    value = None if flow.value is None else float(flow.value)
    return Ribbon(
        names.province(flow.provider_province),
        names.province(flow.recipient_province),
        value,
        flow.is_complete,
    )


def total_words(names: Names):
    """Returns the function that writes the sum beside a province, to four digits: the table has them all."""
    return lambda value: names.value(Decimal(f"{value:.4g}"), "cny")


def figure(flow: Flow, names: Names) -> str:
    return names.value(flow.value, "cny", flow.qualifier)


def row(flow: Flow, names: Names) -> tuple[Cell, ...]:
    ends = (
        name_cell(names.province(flow.provider_province)),
        name_cell(names.province(flow.recipient_province)),
    )
    if flow.value is None:
        return *ends, name_cell(word(names.lang, "charts.not_printed")), name_cell(basis_word(flow, names))
    return (
        *ends,
        sum_cell(names, flow.value, "cny", flow.qualifier, flow.claims),
        name_cell(basis_word(flow, names)),
    )


def basis_word(flow: Flow, names: Names) -> str:
    return word(names.lang, f"charts.flow.basis.{flow.basis}")


def period_words(period_key: str, names: Names) -> str:
    """Returns the period in words; a period without an end is still running."""
    if period_key.endswith("/"):
        return word(names.lang, "charts.flow.since", year=period_key[:-1])
    return names.period(period_key)
