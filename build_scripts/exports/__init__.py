"""Downloads, one format a file: `files(package, views, drawings) -> {path: bytes}` below the site's root.

What lists the downloads comes last: `files(package, views, made)`, where `made` are the downloads themselves.
"""

from __future__ import annotations

from build_scripts.charts.model import Drawing
from build_scripts.exports import (
    archive,
    calendar,
    catalogue,
    changes,
    chart_workbooks,
    charts,
    claims,
    croissant,
    feeds,
    interface,
    parquet,
    projects_wide,
    quality,
    records,
    tables,
    workbook,
)
from build_scripts.tables import Package
from build_scripts.views.model import Views

Files = dict[str, bytes]
FORMATS = (
    tables, parquet, workbook, archive, claims, projects_wide, records, charts, chart_workbooks, quality, calendar,
    changes, feeds,
)  # fmt: skip
LISTINGS = (catalogue, croissant, interface)


def export_tables(package: Package, views: Views, drawings: dict[tuple[str, str], Drawing]) -> Files:
    """Returns every download of the site: path below the site's root -> contents."""
    made: Files = {}
    for form in FORMATS:
        made |= form.files(package, views, drawings)
    for form in LISTINGS:
        made |= form.files(package, views, made)
    return made
