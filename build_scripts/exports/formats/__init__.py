"""Downloads, one format a file: `files(package, views, drawings) -> {path: bytes}` below the site's root.

What lists the downloads comes last: `files(package, views, made)`, where `made` are the downloads themselves.
"""

from __future__ import annotations

from build_scripts.exports.formats import (
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

FORMATS = (
    tables, parquet, workbook, archive, claims, projects_wide, records, charts, chart_workbooks, quality, calendar,
    changes, feeds,
)  # fmt: skip
LISTINGS = (catalogue, croissant, interface)
