"""The flows between provinces as a tidy frame: a row a pair of provinces, period, stage and source of money."""

from __future__ import annotations

import pandas as pd

from build_scripts.ledger.package import Package
from build_scripts.views.best_flows import best_flows
from build_scripts.views.columns import FLOW_COLUMNS
from build_scripts.views.coverage_frame import frame_of, names_of
from build_scripts.views.edges import Flow
from build_scripts.views.model import Views
from build_scripts.views.subjects import with_words


def flow_frame(package: Package, views: Views, subjects: pd.DataFrame) -> pd.DataFrame:
    """Returns the frame with the columns of `columns.FLOW_COLUMNS`, in yuan: flows with a figure, then pairs of which
    no stage has one in a period.

    `is_best` is true of the figure that says most of its pair and period; years are those of the added rows.
    """
    classes = dict.fromkeys(flow.programme_class for flow in views.flows)
    best = [flow for kind in classes for group in best_flows(views.flows, kind).values() for flow in group]
    shown = {(flow.programme_class, flow.period_key, flow.pair): flow for flow in best}
    known = [flow for flow in views.flows if flow.value is not None]
    unknown = [flow for flow in best if flow.value is None]
    rows = [cells(flow, shown[flow.programme_class, flow.period_key, flow.pair] == flow) for flow in known + unknown]
    frame = frame_of(rows, FLOW_COLUMNS, "provider_province", "recipient_province")
    for end in ("provider_province", "recipient_province"):
        frame = frame.merge(names_of(subjects, "place", end), on=f"{end}_id", how="left")
    return frame.pipe(with_words, package, "funds", "fund_source", "stage", "qualifier").pipe(
        with_words, package, "measures", "unit"
    )


def cells(flow: Flow, is_best: bool) -> dict[str, object]:
    """Returns what a flow itself says."""
    parts = flow.programme_class, flow.period_key, *flow.pair, flow.fund_source or "none", flow.stage or "none"
    is_known = flow.value is not None
    return {
        "flow_id": ":".join(parts), "programme_class": flow.programme_class, "period": flow.period_key,
        "provider_province_id": flow.provider_province, "recipient_province_id": flow.recipient_province,
        "fund_source": flow.fund_source, "stage": flow.stage, "value": flow.value, "unit": "cny",
        "qualifier": flow.qualifier if is_known else None, "flow_basis": flow.basis, "is_best": is_best,
        "years": " ".join(map(str, flow.years)) or None, "added_ids": " ".join(flow.claims) or None,
        "left_out_ids": " ".join(f"{claim}:{reason}" for claim, reason in flow.left_out) or None,
        "pairing_ids": " ".join(flow.pairings) or None,
    }  # fmt: skip
