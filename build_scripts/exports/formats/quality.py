"""`data/quality.json`: the quality of each table and source in numbers, with the change since the last release."""

from __future__ import annotations

from build_scripts.ledger.package import Package
from build_scripts.views.model import Views
from build_scripts.views.quality import quality_json


def files(package: Package, views: Views, drawings: dict) -> dict[str, bytes]:
    return {"data/quality.json": quality_json(views.quality)}
