"""The files of each chart: SVG, PNG, CSV, Vega-Lite and, for its live view, Vega under `charts/<language>/`."""

from __future__ import annotations

from build_scripts.charts.downloads import chart_files
from build_scripts.charts.live import live_files
from build_scripts.ledger.package import Package
from build_scripts.views.model import Views


def files(package: Package, views: Views, drawings: dict) -> dict[str, bytes]:
    """Returns the downloads of every drawing."""
    return {
        path: content
        for drawing in drawings.values()
        for path, content in (chart_files(drawing) | live_files(drawing, package)).items()
    }
