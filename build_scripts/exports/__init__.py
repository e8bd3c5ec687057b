"""Downloads: one format a file, each `files(package, views, drawings) -> {path: bytes}` below the site's root."""

from __future__ import annotations

from build_scripts.charts.model import Drawing
from build_scripts.exports import (
    charts,
    chart_workbooks,
    claims,
    parquet,
    projects_wide,
    quality,
    records,
    tables,
    workbook,
)
from build_scripts.tables import Package
from build_scripts.views.model import Views

FORMATS = (tables, parquet, workbook, claims, projects_wide, records, charts, chart_workbooks, quality)


def export_tables(package: Package, views: Views, drawings: dict[tuple[str, str], Drawing]) -> dict[str, bytes]:
    """Returns every download of the site: path below the site's root -> contents."""
    return {path: content for form in FORMATS for path, content in form.files(package, views, drawings).items()}
